"""Bytes in, text out, with the encoding it was read by and how many characters could not be decoded."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from charset_normalizer import from_bytes

from tasks.inbox.sniff import control_share
from tasks.text.language import detect

MARKS: tuple[tuple[bytes, str], ...] = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE_CONTROLS = 0.2  # share of control bytes that no text in single bytes reaches
SAMPLE = 65_536  # bytes that are enough to guess from
ISO_2022 = re.compile(rb"\x1b(?:\$[@AB]|\([BIJ]|\$\)C)")  # shift sequences of Japanese and Korean mail: all ASCII bytes
LETTER = re.compile(rb"[A-Za-z]")
LEAST_HIGH = 8  # bytes above 127: fewer say nothing about the alphabet
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")

# Which single-byte encodings the languages of the Latin alphabet were written in, likeliest first. A detector that
# looks at letters alone takes French for Polish ("élčves"); the language shows in the plain ASCII letters.
WESTERN = ("cp1252", "mac_roman", "cp850")
CENTRAL = ("cp1250", "iso8859_2", "mac_latin2", "cp852")
ENCODINGS_OF = dict.fromkeys(("pl", "cs", "sk", "hu", "hr", "sl", "bs"), CENTRAL) | {
    "ro": ("iso8859_16", *CENTRAL),
    "tr": ("cp1254",),
    "lt": ("cp1257",),
    "lv": ("cp1257",),
    "et": ("cp1257", "cp1252"),
}
NOT_IN_FILES = ["cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140", "utf_7", "hz", "ascii"]  # EBCDIC
ODD_IN_WORD = re.compile(r"(?<=[^\W\d_])[^\w\s\-'’.·@/&:,;!?()*+=|\"–—…%_](?=[^\W\d_])|[\x80-\x9f\ufffd]")
INSIDE_WORD = re.compile(r"(?<=[^\W\d_A-Z])[^\x00-\x7f](?=[^\W\d_A-Z])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding (as Python names it) it was read by; undecoded: characters that stand as U+FFFD."""

    text: str
    encoding: str
    undecoded: int = 0


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decode by byte-order mark, declared charset, strict UTF-8, UTF-8 with a few broken bytes, then by detection.

    declared: believed where the bytes are valid in it, and it is not a single-byte encoding that fits any bytes over
    text that is UTF-8.

    Never raises: what cannot be decoded stands as U+FFFD and is counted, and it is for the caller to say how much of
    that is too much. A byte-order mark is not part of the text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    if ISO_2022.search(data, 0, SAMPLE):
        return _decoded(data, "iso2022_kr" if b"\x1b$)C" in data[:SAMPLE] else "iso2022_jp")
    if wide := _wide(data[:SAMPLE]):
        return _decoded(data, wide)
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "utf-8" if _nearly_utf8(data) else _believed(data, declared) or _detected(data))


def _decoded(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    undecoded = text.count("\ufffd")
    if undecoded and encoding.startswith("utf"):  # a replacement character that was in the file is the file's own
        undecoded = max(0, undecoded - data.count("\ufffd".encode(encoding.removesuffix("-sig"))))
    return Decoded(text, encoding.removesuffix("-sig"), undecoded)


def _believed(data: bytes, declared: str) -> str:
    """The declared encoding as Python names it, if it is one and the bytes are valid in it; else ""."""
    try:
        name = codecs.lookup(declared).name
        name = "cp1252" if name in ("iso8859-1", "ascii") else name  # as the WHATWG has it, and the world means it
        data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return ""
    return name


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: one byte of each pair is nearly always the same low one (0 in Latin, 4 in Cyrillic)."""
    sample = sample[: len(sample) // 2 * 2]
    if control_share(sample) < WIDE_CONTROLS:
        return ""
    for parity, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        value, count = Counter(sample[parity::2]).most_common(1)[0]
        if value < 0x20 and count > 0.4 * len(sample) / 2 and _readable(sample.decode(encoding, "replace")):
            return encoding
    return ""


def _readable(text: str) -> bool:
    return sum(each.isprintable() or each.isspace() for each in text) > 0.98 * len(text)


def _nearly_utf8(data: bytes) -> bool:
    """Whether nine in ten of the bytes above 127 stand in whole UTF-8 sequences: no other encoding looks so."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return sum(len(found) for found in MULTIBYTE.findall(data)) > 0.9 * high


def _detected(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8; cp1252 where nothing speaks for another."""
    sample = data[:SAMPLE]
    high = len(sample.translate(None, bytes(range(128))))
    if high > LEAST_HIGH and high > len(LETTER.findall(sample)):  # more than ASCII letters: another alphabet
        best = from_bytes(sample, cp_exclusion=NOT_IN_FILES).best()
        return best.encoding if best else WESTERN[0]
    candidates = ENCODINGS_OF.get(detect(sample.decode(WESTERN[0], "replace")).code, WESTERN)
    return min(candidates, key=lambda encoding: _oddities(sample.decode(encoding, "replace")))  # the first of the least


def _oddities(text: str) -> int:
    """How often the text has what no language writes: signs and capitals inside words, control characters."""
    return len(ODD_IN_WORD.findall(text)) + sum(map(str.isupper, INSIDE_WORD.findall(text)))
