"""The first bytes of a file in, what kind of file they say it is out: content is asked before the name."""

import re

# As the formats' own specifications and the magic(5) database have them, each with enough bytes that no headline
# begins so ("BZh" alone might, and "THE NEW WAVE" has the mark of a sound file at its offset).
READ: tuple[tuple[bytes, str], ...] = (
    (rb"%PDF-|(?:\xef\xbb\xbf)?\s{1,64}%PDF-", "pdf"),
    (rb"PK\x03\x04|PK\x05\x06", "zip"),
    (rb"\x1f\x8b", "compressed"),
    (rb"BZh[1-9](?:1AY&SY|\x17\x72)", "compressed"),
    (rb"\xfd7zXZ\x00", "compressed"),
    (rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18", "compressed"),
    (rb".{257}ustar[\x00 ]", "tar"),
    (rb"\{\\rtf\d", "rtf"),
    (rb"PAR1[\x00-\x1f]", "parquet"),
    (rb"WARC/[01]\.\d\d?\r?\n", "warc"),
)
UNREAD: tuple[tuple[bytes, str], ...] = (
    (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (rb"Rar!\x1a\x07", "a RAR archive"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (rb"%!PS-Adobe", "a PostScript file"),
    (rb"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (rb"\xff\xd8\xff", "a JPEG picture"),
    (rb"GIF8[79]a", "a GIF picture"),
    (rb"II\*\x00|MM\x00\*", "a TIFF picture"),
    (rb"RIFF.{4}WEBP", "a WebP picture"),
    (rb"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!DOCTYPE svg[^>]{0,300}>\s*)?<svg[\s>]", "an SVG picture"),
    (rb"RIFF.{4}(?:WAVE|AVI )|ID3[\x02-\x04]|OggS\x00", "a sound or video file"),
    (rb"\x00\x00.{2}ftyp|\x1aE\xdf\xa3", "a video file"),
    (rb"\x7fELF|MZ.[\x00-\x03]", "a program"),
    (rb"SQLite format 3\x00", "an SQLite database"),
)
SIGNED = tuple((re.compile(pattern, re.S), kind) for pattern, kind in READ)
UNREADABLE = tuple((re.compile(pattern, re.S), what) for pattern, what in UNREAD)
HEAD = 1024  # bytes that are enough for every signature above
SAMPLE = 65_536  # bytes that are asked for control characters
TEXT_CONTROLS = b"\t\n\r\f\x1b"  # tab, line ends, form feed, and the escape of terminals and ISO-2022
CONTROLS = bytes(byte for byte in range(32) if byte not in TEXT_CONTROLS) + b"\x7f"


def signed(data: bytes) -> str:
    """The format that the bytes have the signature of, by its key in the table of decoders; "" where they have none."""
    head = data[:HEAD]
    return next((kind for signature, kind in SIGNED if signature.match(head)), "")


def unread_kind(data: bytes) -> str:
    """What `data` is if it is of a kind that is not read, with its article ("a PNG picture"); "" for any other."""
    head = data[:HEAD]
    return next((what for signature, what in UNREADABLE if signature.match(head)), "")


def control_share(data: bytes) -> float:
    """The share (0..1) of the first 64 KB that is control characters: text has none, or a few strays."""
    if not (sample := data[:SAMPLE]):
        return 0.0
    return (len(sample) - len(sample.translate(None, CONTROLS))) / len(sample)
