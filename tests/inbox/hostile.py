"""Files that were made to do harm, as bytes: what an inbox that anybody can drop into must bear."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from email.message import EmailMessage

import zstandard

MB = 1_000_000
ZEROS = bytes(10 * MB)
STORY = "The ferry left the harbour at noon with forty people on board, and nobody was late for once.\n"


def ten_gigabytes() -> bytes:
    """A deflate stream of some 10 MB that inflates to 10 GB: a thousand times the same flushed block of zeros."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = deflater.compress(ZEROS) + deflater.flush(zlib.Z_FULL_FLUSH)
    return block * 1000 + b"\x03\x00"


def zip_of(name: bytes, deflated: bytes, size: int, flags: int = 0) -> bytes:
    """A ZIP with one member, whose headers say whatever they are told to."""
    head = struct.pack("<HHHHHLLLHH", 20, flags, 8, 0, 33, 0, len(deflated), size, len(name), 0)
    local = b"PK\x03\x04" + head + name + deflated
    central = b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def overlapping() -> bytes:
    """Two hundred members of a ZIP that are all the same bytes (Fifield 2019)."""
    deflated = zlib.compress(ZEROS, 9)[2:-4]
    name = b"zeros.txt"
    head = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, zlib.crc32(ZEROS), len(deflated), len(ZEROS), len(name), 0)
    local = b"PK\x03\x04" + head + name + deflated
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 200, 200, len(entry) * 200, len(local), 0)
    return local + entry * 200 + end


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A plain ZIP."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def nested(depth: int) -> bytes:
    """A ZIP in a ZIP in a ZIP, each of which also holds a text."""
    data = STORY.encode()
    for level in range(depth):
        data = zipped({"deeper.zip" if level else "story.txt": data, f"level {level}.txt": f"{STORY}{level}".encode()})
    return data


def quine_like() -> bytes:
    """A gzip in a gzip, 300 times over."""
    data = STORY.encode()
    for _ in range(300):
        data = gzip.compress(data, mtime=0)
    return data


def tarred(*members: tarfile.TarInfo) -> bytes:
    """A tar with these headers, and a story."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for member in members:
            archive.addfile(member, io.BytesIO(STORY.encode()) if member.isreg() else None)
        good = tarfile.TarInfo("good.txt")
        good.size = len(STORY)
        archive.addfile(good, io.BytesIO(STORY.encode()))
    return file.getvalue()


def entry(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    """One header of a tar."""
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, link
    member.size = len(STORY) if kind == tarfile.REGTYPE else 0
    return member


def cyclic_pdf() -> bytes:
    """A PDF whose page tree has itself for a child."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    xref = b"xref\n0 3\n0000000000 65535 f \n" + table
    return body + xref + b"trailer << /Root 1 0 R /Size 3 >>\nstartxref\n%d\n%%%%EOF\n" % len(body)


def laughs(element: str = "html") -> str:
    """A document type that doubles a word thirty times."""
    entities = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 31))
    return f'<?xml version="1.0"?><!DOCTYPE {element} [<!ENTITY a0 "ha">{entities}]>'


def outside(canary: str, element: str = "html") -> str:
    """A document type whose entities are a file of this machine and a page of a server."""
    return (
        f'<?xml version="1.0"?><!DOCTYPE {element} SYSTEM "{canary}/dtd" [<!ENTITY file SYSTEM "file:///etc/hostname">'
        f'<!ENTITY page SYSTEM "{canary}/entity"><!ENTITY % all SYSTEM "{canary}/parameter"> %all;]>'
    )


def mail_with(attachments: int) -> bytes:
    """A mail with so many small attachments."""
    part = '--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="{0}.txt"\r\n\r\n{1}{0}\r\n'
    head = "MIME-Version: 1.0\r\nSubject: many\r\nFrom: a@example.org\r\n"
    kind = 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
    parts = "".join(part.format(number, STORY) for number in range(attachments))
    return (head + kind + parts + "--b--\r\n").encode()


def mail_nested(depth: int) -> bytes:
    """A mail in a mail in a mail."""
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "innermost", "a@example.org"
    mail.set_content(STORY)
    data = mail.as_bytes()
    for _ in range(depth):
        data = b"MIME-Version: 1.0\nSubject: outer\nFrom: a@example.org\nContent-Type: message/rfc822\n\n" + data
    return data


# name in the inbox -> bytes; every one of them is read within the limits, or rejected
FILES: Mapping[str, Callable[[], bytes]] = {
    "bomb.zip": lambda: zip_of(b"zeros.txt", ten_gigabytes(), 0xFFFFFFFF),
    "lying-small.zip": lambda: zip_of(b"zeros.txt", ten_gigabytes(), 100),
    "overlapping.zip": overlapping,
    "nested.zip": lambda: nested(12),
    "zip-of-bombs.zip": lambda: zipped({f"{n}.txt": ZEROS for n in range(200)}),
    "bomb.txt.gz": lambda: gzip.compress(ZEROS, mtime=0) * 1000,
    "many-empty.txt.gz": lambda: gzip.compress(b"", mtime=0) * 100_000,
    "gzips.gz": quine_like,
    "bomb.txt.bz2": lambda: bz2.compress(ZEROS) * 1000,
    "bomb.txt.xz": lambda: lzma.compress(ZEROS) * 1000,
    "bomb.txt.zst": lambda: zstandard.compress(ZEROS) * 1000,
    "window.txt.zst": lambda: zstandard.ZstdCompressor(
        compression_params=zstandard.ZstdCompressionParameters(window_log=30)
    ).compress(ZEROS),
    "bomb.tar.gz": lambda: gzip.compress(tarred(), mtime=0)[:-8] + bytes(MB),
    "traversal.zip": lambda: zipped(
        {"../../escaped.txt": STORY.encode(), "/etc/escaped.txt": STORY.encode(), "C:\\escaped.txt": STORY.encode()}
    ),
    "traversal.tar": lambda: tarred(
        entry("../../escaped.txt"), entry("/tmp/escaped.txt"), entry("link", tarfile.SYMTYPE, "/etc/passwd"),
        entry("hard", tarfile.LNKTYPE, "/etc/passwd"), entry("device", tarfile.CHRTYPE),
        entry("fifo", tarfile.FIFOTYPE),
    ),
    "cyclic.pdf": cyclic_pdf,
    "garbage.pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4000,
    "truncated.docx": lambda: zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document>"})[:180],
    "laughs.docx": lambda: zipped(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": (laughs("w") + "<w>&a30;</w>").encode()}
    ),
    "laughs.html": lambda: (laughs() + f"<html><body><p>{STORY}&a30;</p></body></html>").encode(),
    "laughs.rss": lambda: (laughs("rss") + "<rss><channel><item><title>&a30;</title></item></channel></rss>").encode(),
    "deep.html": lambda: b"<html><body>" + b"<div>" * 200_000 + STORY.encode(),
    "deep.json": lambda: b"[" * 200_000 + b"]" * 200_000,
    "wide.html": lambda: b"<html><body>" + b"<p a=b" * 400_000,
    "attachments.eml": lambda: mail_with(10_001),
    "russian-doll.eml": lambda: mail_nested(200),
    "one-line.txt": lambda: b"a" * 10**7,
    "marks.txt": lambda: b'" ' * 2_000_000,
    "nulls.txt": lambda: bytes(10**6),
    "some-nulls.txt": lambda: (STORY * 50 + "\0").encode(),
    "combining.txt": lambda: ("e" + "\u0301" * 500_000).encode(),
    "entities.txt": lambda: b"&amp;" * 500_000,
    "headers.eml": lambda: b"Subject: a\r\n" * 200_000 + b"From: a\r\nMessage-ID: <a>\r\n\r\ntext",
    "fields.csv": lambda: b'"' + b"a," * 2_000_000,
    "rows.csv": lambda: b"title,text\n" + b"a,b\n" * 200_000,
    "front.md": lambda: b"---\n" + b"a: &a [*a, *a]\n" * 1000 + b"---\ntext",
    "brackets.md": lambda: b"[" * 100_000 + b"](" * 100_000,
    "groups.rtf": lambda: b"{\\rtf1 " + b"{" * 200_000 + STORY.encode(),
    "aliases.md": lambda: (
        b"---\na0: &a0 x\n"
        + b"".join(b"a%d: &a%d [*a%d,*a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 40))
        + b"---\ntext"
    ),
    "feed.xml": lambda: b"<?xml version='1.0'?><rss>" + b"<item>" * 100_000,
    "truncated.warc": lambda: (
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n"
    ),
    "truncated.parquet": lambda: b"PAR1" + bytes(200) + b"\xff\xff\xff\x7fPAR1",
}  # fmt: skip

# Text that has broken programs: each of these lines is taken in as it is, or repaired, and never acted upon.
NAUGHTY = (
    "undefined", "null", "NaN", "-1e309", "0x7fffffff", "1/0", "true) OR (1=1", "'; DROP TABLE documents; --",
    "${jndi:ldap://127.0.0.1/a}", "{{ 7*7 }}", "{% raw %}", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "javascript:alert(1)", "../../../../etc/passwd", "C:\\con\\con", "%s%s%s%n", "%00", "$(touch /tmp/pwned)",
    "`touch /tmp/pwned`", "=cmd|' /C calc'!A0", "\u202etxet desrever\u202c", "\u200b\u200c\u200d\u2060", "\ufeff",
    "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "👩‍👩‍👧‍👦 🏳️‍🌈 🇺🇳", "﷽ ﷺ", "ﬀ ﬁ ﬂ", "Ω≈ç√∫˜µ≤≥÷", "表ポあA鷗Œé", "社會科學院語學研究所",
    "מה הקטע", "مُنَاقَشَةُ سُبُلِ", "ก็็็็็็็็็็็็็", "\u1680\u2003\u3000", "\x1b[31mred\x1b[0m", "a\x7fb", "\x80\x85\x9f", "\ud7ff\ue000",
    "𝕋𝕙𝕖 𝕢𝕦𝕚𝕔𝕜", "ʇnoɥʇᴉʍ", "Ⓣⓗⓔ", "½ ⅔ ㎏ ℃", "İıIi ẞß ǅ", "\U000e0041\U000e0042", "\uffff\ufffe",
)  # fmt: skip
