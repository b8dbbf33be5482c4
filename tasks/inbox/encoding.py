"""Bytes in, text out, with the encoding it was read by and how many characters could not be decoded."""

import codecs
import re
from dataclasses import dataclass

from tasks.inbox.charsets import WINDOWS, charset
from tasks.inbox.detection import SAMPLE, detected, other_alphabet, wide

MARKS: tuple[tuple[bytes, str], ...] = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings of mail that are made of ASCII bytes, by their shift sequences; a terminal's "\x1b(B" alone is none.
SHIFTS: tuple[tuple[re.Pattern[bytes], tuple[str, ...]], ...] = (
    (re.compile(rb"\x1b\$\)C"), ("iso2022_kr",)),
    (re.compile(rb"\x1b(?:\$[@AB]|\$\(D|\([IJ])"), ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004")),
    (re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}"), ("hz",)),
)
LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "iso8859-2", "iso8859-15", "mac-roman", "cp850", "cp437")
CONTROLS = re.compile(r"[\x80-\x9f]")
MOST_BROKEN = 0.005  # share of characters that may be broken in an encoding that is believed all the same
MOST_BROKEN_UTF8 = 0.1  # share of the bytes above 127: no other encoding looks even nearly like UTF-8


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding (as Python names it) it was read by; undecoded: characters that stand as U+FFFD."""

    text: str
    encoding: str
    undecoded: int = 0


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decode by byte-order mark, strict UTF-8, declared charset, UTF-8 with a few broken bytes, then by detection.

    UTF-8 is asked before what is declared: text in another encoding is never valid in it by chance, and pages that are
    UTF-8 and say they are Latin-1 are many. declared: believed where (nearly) all bytes are valid in it.

    Never raises: what cannot be decoded stands as U+FFFD and is counted, and it is for the caller to say how much of
    that is too much. A byte-order mark is not part of the text, and a U+FFFD of the file's own is not counted.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    if encoding := _shifted(data) or wide(data):
        return _decoded(data, encoding)
    named = charset(declared)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        if _nearly_utf8(data, error):
            return _decoded(data, "utf-8")
        return _believed(data, named) or _decoded(data, detected(data))
    return _decoded(data, named) if named in ("utf-7", "hz") else Decoded(text, "utf-8")


def _decoded(data: bytes, encoding: str) -> Decoded:
    name = encoding.removesuffix("-sig")
    try:
        return Decoded(data.decode(encoding), name)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    own = data.decode(encoding, "ignore").count("\ufffd")
    return Decoded(text, name, text.count("\ufffd") - own)


def _shifted(data: bytes) -> str:
    """The encoding whose shift sequences the data has: the first of its kind that can read it all, if any can."""
    for pattern, encodings in SHIFTS:
        if pattern.search(data, 0, SAMPLE):
            whole = (encoding for encoding in encodings if not _decoded(data, encoding).undecoded)
            return next(whole, "" if encodings == ("hz",) else encodings[0])
    return ""


def _nearly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the data is UTF-8 with a few broken bytes, or with its last character cut."""
    if error.reason == "unexpected end of data" and not data[: error.start].isascii():
        return True
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return len(data) - len(data.decode("utf-8", "ignore").encode()) < MOST_BROKEN_UTF8 * high


def _believed(data: bytes, named: str) -> Decoded | None:
    """The data in the declared encoding; None where there is none, or the data is clearly in another."""
    if named in ("", "utf-8") or (named in LATIN and other_alphabet(data)):
        return None
    found = _decoded(data, named)
    if named in WINDOWS and CONTROLS.search(found.text):
        found = _decoded(data, WINDOWS[named])
    return found if found.undecoded <= max(1, MOST_BROKEN * len(found.text)) else None
