"""An RTF in, its text and what its information group says out."""

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise, starmap

from striprtf.striprtf import rtf_to_text

from tasks.errors import Rejected
from tasks.inbox.blocks import Block, row, written
from tasks.inbox.limits import Limits, Rules
from tasks.inbox.properties import properties
from tasks.records import Blob, Extracted, MetadataField
from tasks.text.lines import NARROWEST, WIDEST
from tasks.text.shapes import goes_on

NO_CHARACTER = re.compile(r"\\u-?(?:[1-9]\d{5,}|[7-9]\d{4})(?!\d)")  # beyond 16 bits, of which RTF has them
CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
PICTURE = re.compile(r"(?:[0-9a-fA-F]{2}[\r\n]*+){256,}+")  # bytes of a picture: no word is so long
LINE = re.compile(r"(?<!\\)((?:\\\\)*)\\line(?![a-zA-Z])-?\d* ?")
BRACE = re.compile(r"\\.|[{}]", re.S)
FONT = re.compile(r"\\f(?=\d)")
FONTS = "{\\fonttbl"
INFORMATION = "{\\info"
PART = re.compile(r"(yr|mo|dy|hr|min)(\d{1,4})")
BULLET = re.compile(r"[·•▪§o\uf0b7\uf0a7]\t+")
HEAD = 1 << 20  # characters in which the tables and the information stand
LINE_END = "\u2028"  # stands for a line end within a paragraph, which striprtf does not tell from the paragraph's own


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted]:
    """One text. Raises Rejected for an empty one and one beyond the limits."""
    encoding = _encoding(blob.data)
    source = PICTURE.sub("", blob.data.decode(encoding, "replace"))
    rules.limits.check_markup(len(source))
    text, undecoded = _plain(source, encoding)
    text = written(_blocks(text), rules.limits)
    _refuse_garbled(text, undecoded, rules.limits)
    yield Extracted(text, "rtf", encoding, undecoded=undecoded, metadata=_properties(source, encoding))


def _encoding(data: bytes) -> str:
    """The code page it declares, as Python names it; Windows' western one where it declares none that is known."""
    found = CODE_PAGE.search(data, 0, HEAD)
    try:
        return codecs.lookup(f"cp{int(found[1])}").name if found else "cp1252"
    except LookupError:
        return "utf-8" if found and int(found[1]) == 65001 else "cp1252"


def _plain(source: str, encoding: str) -> tuple[str, int]:
    """The words of RTF source, and how many characters of them could not be decoded."""
    given = source.count("\ufffd")
    text: str = rtf_to_text(_tamed(source), encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # astral characters come in two halves
    return text, max(given, text.count("\ufffd"))


def _tamed(source: str) -> str:
    """The same document, without what striprtf's patterns take for ever on or lose.

    Its pattern for links, which adds their addresses to the text, tries each field with all that follows: a field's
    code is called by the name of another group that is not shown. Its pattern for fonts does the same in their table:
    no font goes over a line there. Line ends become characters. A number that is no character becomes U+FFFD, which is
    counted, instead of an error.
    """
    source = NO_CHARACTER.sub(r"\\u65533", source)
    source = LINE.sub(r"\1{\\uc1\\u8232?}", source.replace("\\fldinst", "\\fldtype"))
    start = source.find(FONTS)
    if start < 0:
        return source
    end = start + len(group(source, start))
    table = source[start:end].replace("\r", "").replace("\n", "")
    return source[:start] + FONT.sub(r"\n\\f", table) + source[end:]


def group(source: str, start: int) -> str:
    """The group that opens at `start`, up to its closing brace or as much as a head may have."""
    depth = 0
    for found in BRACE.finditer(source, start, start + HEAD):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return source[start : found.end()]
    return source[start : start + HEAD]


def _blocks(text: str) -> Iterator[Block]:
    """Its paragraphs, items and rows. Lines that were broken at a width with \\par are left together."""
    for part in re.split(r"\n[ \t]*\n\s*", text):
        if _is_wrapped(part):
            yield Block(part.replace(LINE_END, "\n"))
            continue
        for line in part.split("\n"):
            if line.endswith("|"):
                yield row(line[:-1].replace(LINE_END, " ").split("|"))
            elif bullet := BULLET.match(line):
                yield Block(line[bullet.end() :].replace(LINE_END, "\n"), "item")
            else:
                yield Block(line.replace(LINE_END, "\n"))


def _is_wrapped(part: str) -> bool:
    """Whether its lines are as long as those of print and go on with each other's sentences."""
    width = max(map(len, part.split("\n")))
    return NARROWEST <= width <= WIDEST and "|\n" not in part and any(starmap(goes_on, pairwise(part.split("\n"))))


def _refuse_garbled(text: str, undecoded: int, limits: Limits) -> None:
    if undecoded > max(1, limits.undecoded * len(text)):
        raise Rejected("decode", f"{undecoded / len(text):.1%} of its characters cannot be decoded")


def _properties(source: str, encoding: str) -> tuple[MetadataField, ...]:
    """What the information group says: it is read here, as striprtf leaves it out."""
    start = source.find(INFORMATION, 0, HEAD)
    if start < 0:
        return ()
    information = group(source, start)

    def said(name: str) -> str:
        at = information.find(f"{{\\{name}")
        while at >= 0 and information[at + len(name) + 2 : at + len(name) + 3].isalpha():
            at = information.find(f"{{\\{name}", at + 1)
        return group(information, at)[len(name) + 2 : -1] if at >= 0 else ""

    def words(name: str) -> str:
        value = said(name)
        return _plain(f"{{\\rtf1\\ansi{{{value}}}}}", encoding)[0] if value else ""

    created, revised = _date(said("creatim")), _date(said("revtim"))
    return properties(words("title"), [words("author")], created=created, modified=revised)


def _date(written_in: str) -> str:
    """ISO 8601 for \\yr2019\\mo11\\dy7\\hr9\\min30; "" where there is no year."""
    parts = {name: int(number) for name, number in PART.findall(written_in)}
    if not parts.get("yr"):
        return ""
    day = "-".join([f"{parts['yr']:04}", *(f"{parts[name]:02}" for name in ("mo", "dy") if parts.get(name))])
    return (
        f"{day}T{parts['hr']:02}:{parts.get('min', 0):02}" if len(day) == len("2019-11-07") and "hr" in parts else day
    )
