"""A charset as a page, a mail or a server declares it in, the encoding that is meant, as Python names it, out."""

import codecs
import re

# Names that the web knows (the WHATWG's Encoding Standard lists them) or that databases and programs write, and Python
# does not know.
LABELS = {
    "iso-8859-8-i": "cp1255", "iso-8859-8-e": "cp1255", "logical": "cp1255", "visual": "cp1255",
    "dos-874": "cp874", "windows-874": "cp874", "thai": "cp874",
    "x-sjis": "cp932", "x-ms-cp932": "cp932", "ms-kanji": "cp932", "sjis-win": "cp932", "windows-932": "cp932",
    "windows-31j": "cp932",
    "x-euc-jp": "euc_jp", "eucjp-win": "euc_jp", "cp51932": "euc_jp", "csiso2022jp": "iso2022_jp",
    "cp50220": "iso2022_jp_ext", "cp50221": "iso2022_jp_ext",
    "x-gbk": "gb18030", "csgb2312": "gb18030", "gb-2312-80": "gb18030", "gb2312-80": "gb18030",
    "windows-936": "gb18030", "x-euc-cn": "gb18030", "hz-gb-2312": "hz",
    "x-x-big5": "big5hkscs", "csbig5": "big5hkscs", "windows-950": "big5hkscs", "cn-big5": "big5hkscs",
    "ks-c-5601": "cp949", "windows-949": "cp949", "csksc56011987": "cp949", "ksc5601": "cp949", "korean": "cp949",
    "x-windows-949": "cp949", "koi": "koi8_r", "koi8": "koi8_r", "koi8-ru": "koi8_u",
    "x-mac-roman": "mac_roman", "x-mac-cyrillic": "mac_cyrillic", "x-mac-ukrainian": "mac_cyrillic",
    "sun-eu-greek": "iso8859_7", "ansi": "cp1252", "windows-ansi": "cp1252", "western": "cp1252",
    "utf8mb3": "utf-8", "utf8mb4": "utf-8", "utf-8n": "utf-8", "utf-8-bom": "utf-8", "unicode-1-1-utf-8": "utf-8",
    "unicode11utf8": "utf-8", "x-unicode20utf8": "utf-8",
}  # fmt: skip
# What browsers read for what was declared: the later encoding of the same makers, which holds the declared one whole.
MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
    "cp950": "big5hkscs", "utf-8-sig": "utf-8",
}  # fmt: skip
# Bytes 80 to 9F are letters and quotation marks in the second; in the first, control characters, which nobody writes.
WINDOWS = {
    "iso8859-2": "cp1250", "iso8859-4": "cp1257", "iso8859-7": "cp1253", "iso8859-8": "cp1255",
    "iso8859-13": "cp1257", "iso8859-15": "cp1252", "iso8859-16": "cp1250",
}  # fmt: skip
# Python's own devices, which are no charsets; and UTF-16 and 32: text in them is known by its bytes, and any would fit.
NOT_MEANT = re.compile(r"utf-?(?:16|32)|idna|punycode|undefined|(?:raw_)?unicode.escape|mbcs|oem|charmap")
MARKS = re.compile(r"^\s*(?:charset\s*=)?[\s\"']*|[\s\"';,].*$", re.I | re.S)
PREFIX = re.compile(r"^(?:x-)?(?:cp|win|windows|ibm|dos)[-_ ]?(?=\d{3,4}$)")


def charset(declared: str) -> str:
    """The encoding that is meant by a declared charset: "cp1252" for "latin-1"; "" for what names none."""
    label = MARKS.sub("", declared).lower().replace("_", "-")
    for name in (LABELS.get(label), label, PREFIX.sub("cp", label)):
        try:
            found = codecs.lookup(name or "").name
            " ".encode(found)  # refused by what is no encoding of text ("hex", "zip")
        except (LookupError, ValueError):
            continue
        return "" if NOT_MEANT.match(found) else MEANT.get(found, found)
    return ""
