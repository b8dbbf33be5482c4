"""Bytes that say nothing of their encoding in, the likeliest encoding as Python names it out."""

import re
from collections import Counter

from charset_normalizer import from_bytes

from tasks.inbox.sniff import control_share
from tasks.text.language import detect

SAMPLE = 65_536  # bytes that are enough to guess from
WIDE_CONTROLS = 0.2  # share of control bytes that no text in single bytes reaches
CHARACTER_CONTROLS = 0.02  # the share that Chinese in two bytes a character has at least
LEAST_HIGH = 8  # bytes above 127: fewer say nothing about the alphabet
LONGEST_CUT = 4  # bytes of a character that the sample's end may have cut
MARKUP = re.compile(rb"<[A-Za-z/!][^<>]{0,2000}>")
WORD = re.compile(rb"[A-Za-z\x80-\xff]{2,}")
HAN_AND_HANGUL = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef\n\r -~]")

# Which single-byte encodings the languages of the Latin alphabet were written in, likeliest first. A detector that
# looks at letters alone takes French for Polish ("élčves"); the language shows in the plain ASCII letters.
WESTERN = ("cp1252", "iso8859_15", "mac_roman", "cp850")
CENTRAL = ("cp1250", "iso8859_2", "mac_latin2", "cp852")
ENCODINGS_OF = dict.fromkeys(("pl", "cs", "sk", "hu", "hr", "sl", "bs"), CENTRAL) | {
    "ro": ("iso8859_16", *CENTRAL),
    "tr": ("cp1254", "cp857"),
    "lt": ("cp1257",),
    "lv": ("cp1257",),
    "et": ("cp1257", "cp1252"),
    "vi": ("cp1258",),
}
NOT_IN_FILES = ["cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140", "utf_7", "hz", "ascii"]  # EBCDIC
# The boxes of DOS: a corner or an end, a line, a corner or an end. Chinese has such bytes too, but not two such lines.
BOX = re.compile(rb"[\xda\xc9\xc0\xc8\xc3\xcc][\xc4\xcd\xc2\xcb\xc1\xca\xc5\xce]{2,}[\xbf\xbb\xd9\xbc\xb4\xb9]")
BOX_PARTS = re.compile(rb"[\xb0-\xdf]+")
ODD_IN_WORD = re.compile(r"(?<=[^\W\d_])(?:[^\w\s\-'’.·@/&:,;!?()*+=|\"–—…%_]|[¼½¾])(?=[^\W\d_])|[¤\x80-\x9f\ufffd]")
INSIDE_WORD = re.compile(r"(?<=[^\W\d_A-Z])[^\x00-\x7f](?=[^\W\d_A-Z])")


def detected(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8; cp1252 where nothing speaks for another."""
    if encoding := _wide_characters(data):
        return encoding
    sample = data[:SAMPLE]
    lines = b"\n".join(line for line in MARKUP.sub(b" ", sample).splitlines() if not line.isascii())
    boxes = len(BOX.findall(lines)) > 1
    if other_alphabet(BOX_PARTS.sub(b" ", lines) if boxes else lines):
        return _of_other_alphabet(lines)
    if boxes:
        return "cp437"
    candidates = ENCODINGS_OF.get(detect(sample.decode(WESTERN[0], "replace")).code, WESTERN)
    return min(candidates, key=lambda encoding: _oddities(lines.decode(encoding, "replace")))  # the first of the least


def other_alphabet(data: bytes) -> bool:
    """Whether words with bytes above 127 in them consist mostly of those, as in no language of the Latin alphabet."""
    words = b"".join(word for word in WORD.findall(data[:SAMPLE]) if not word.isascii())
    letters = words.translate(None, bytes(range(128, 256)))
    return len(words) - len(letters) > max(LEAST_HIGH, len(letters))


def wide(data: bytes) -> str:
    """ "utf-16-le" or "utf-16-be" for text of an alphabet in two bytes a character without a mark; "" for any other.

    One byte of each pair is nearly always the same low one there: 0 in Latin, 4 in Cyrillic.
    """
    sample = data[:SAMPLE][: len(data[:SAMPLE]) // 2 * 2]
    if control_share(sample) < WIDE_CONTROLS:
        return ""
    for parity, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        value, count = Counter(sample[parity::2]).most_common(1)[0]
        if value < 0x20 and count > 0.4 * len(sample) / 2 and _readable(sample.decode(encoding, "replace")):
            return encoding
    return ""


def _wide_characters(data: bytes) -> str:
    """The same for Chinese, Japanese and Korean: control characters among them, and nothing else in them as UTF-16."""
    sample = data[:SAMPLE][: len(data[:SAMPLE]) // 2 * 2]
    if control_share(sample) < CHARACTER_CONTROLS:
        return ""
    texts = {encoding: sample.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")}
    best = max(texts, key=lambda encoding: len(HAN_AND_HANGUL.findall(texts[encoding])))
    return best if len(HAN_AND_HANGUL.findall(texts[best])) > 0.95 * len(texts[best]) else ""


def _of_other_alphabet(lines: bytes) -> str:
    for cut in range(LONGEST_CUT):
        if best := from_bytes(lines[: len(lines) - cut], cp_exclusion=NOT_IN_FILES).best():
            return best.encoding
    return WESTERN[0]


def _readable(text: str) -> bool:
    return sum(each.isprintable() or each.isspace() for each in text) > 0.98 * len(text)


def _oddities(text: str) -> int:
    """How often the text has what no language writes: signs and capitals inside words, control characters."""
    return len(ODD_IN_WORD.findall(text)) + sum(map(str.isupper, INSIDE_WORD.findall(text)))
