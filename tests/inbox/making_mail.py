"""What tests ask for in, sample files out: mails, mailboxes, saved pages, feeds, crawls, tables and archives.

The same arguments give the same bytes: no clock, no chance, and boundaries that count.
"""

import base64
import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import zstandard

BOUNDARY = "=_part_{}_of_a_mail"
Headers = Mapping[str, str]


@dataclass(frozen=True)
class Part:
    """One part of a mail, its bytes as they are sent."""

    headers: Headers
    body: bytes

    def written(self) -> bytes:
        head = "".join(f"{name}: {value}\r\n" for name, value in self.headers.items()).encode(
            "utf-8", "surrogateescape"
        )
        return head + b"\r\n" + self.body


def text(words: str, kind: str = "plain", charset: str = "utf-8", **more: str) -> Part:
    """A text in eight bits; more: further parameters of its type."""
    told = "".join(f"; {name}={value}" for name, value in more.items())
    headers = {"Content-Type": f"text/{kind}; charset={charset}{told}", "Content-Transfer-Encoding": "8bit"}
    return Part(headers, words.encode(charset).replace(b"\n", b"\r\n"))


def file(data: bytes, media_type: str, name: str = "", **headers: str) -> Part:
    """An attachment in base64; further headers with "_" for "-"."""
    told = {"Content-Type": media_type, "Content-Transfer-Encoding": "base64"}
    told["Content-Disposition"] = f'attachment; filename="{name}"' if name else "attachment"
    told |= {key.replace("_", "-"): value for key, value in headers.items()}
    return Part(told, base64.encodebytes(data).replace(b"\n", b"\r\n"))


def several(kind: str, *parts: Part, number: int = 0, **more: str) -> Part:
    """Parts in one: "mixed", "alternative", "related"..."""
    boundary = BOUNDARY.format(number)
    told = "".join(f"; {name}={value}" for name, value in more.items())
    lines = b"".join(b"--" + boundary.encode() + b"\r\n" + part.written() + b"\r\n" for part in parts)
    headers = {"Content-Type": f'multipart/{kind}; boundary="{boundary}"{told}'}
    return Part(headers, lines + b"--" + boundary.encode() + b"--\r\n")


def mail(part: Part, **headers: str) -> bytes:
    """A mail; headers with "_" for "-", and From, Subject and Date where none are given."""
    told = {"From": "Jane Doe <jane@example.org>", "Subject": "The new hall"}
    told |= {"Date": "Thu, 07 Nov 2019 10:00:00 +0100", "MIME-Version": "1.0"}
    told |= {key.replace("_", "-"): value for key, value in headers.items()}
    return Part({key: value for key, value in told.items() if value} | dict(part.headers), part.body).written()


def enclosed(data: bytes) -> Part:
    """A mail as a part of another."""
    return Part({"Content-Type": "message/rfc822", "Content-Disposition": "attachment"}, data)


def mailbox(*mails: bytes) -> bytes:
    """Mails in one file, the lines quoted that would begin another (mboxrd)."""
    written = []
    for data in mails:
        lines = data.replace(b"\r\n", b"\n").split(b"\n")
        quoted = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in lines]
        written.append(b"From jane@example.org Thu Nov  7 10:00:00 2019\n" + b"\n".join(quoted).rstrip(b"\n") + b"\n\n")
    return b"".join(written)


def saved_page(html: str, address: str, title: str = "The new hall") -> bytes:
    """A page as a browser saves it (MHTML), with a style of its own."""
    page = text(html, "html")
    page = Part({**page.headers, "Content-Location": address}, page.body)
    style = Part({"Content-Type": "text/css", "Content-Location": "cid:css@mhtml.blink"}, b"p { color: black }")
    return mail(
        several("related", page, style, type='"text/html"'),
        From="<Saved by Blink>", Snapshot_Content_Location=address, Subject=title,
    )  # fmt: skip


def rss(*items: str, title: str = "The Gazette", encoding: str = "utf-8") -> bytes:
    """A feed of items as they are written in it."""
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    body = "".join(f"<item>{item}</item>\n" for item in items)
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0" {spaces}>\n<channel><title>{title}</title>'
        f"<link>https://example.org/</link><language>en-gb</language>\n{body}</channel></rss>\n"
    ).encode(encoding)


def atom(*entries: str, title: str = "The Gazette") -> bytes:
    body = "".join(f"<entry>{entry}</entry>\n" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title>\n{body}</feed>\n'.encode()


def record(kind: str, address: str, media_type: str, body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """One record of a crawl; http headers with "_" for "-"."""
    block = body
    declared = media_type
    if kind in ("response", "revisit"):
        http = {"Content-Type": media_type} | {key.replace("_", "-"): value for key, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in http.items())
        block = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body
        declared = "application/http; msgtype=response"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2019-11-07T09:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: {declared}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def chunked(body: bytes, size: int = 7) -> bytes:
    """A body as a server sends it in chunks."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def packed(data: bytes, kind: str = "gzip") -> bytes:
    """Data compressed by "gzip", "bzip2", "xz" or "zstd"."""
    if kind == "gzip":
        return gzip.compress(data, mtime=0)
    if kind == "bzip2":
        return bz2.compress(data)
    return lzma.compress(data) if kind == "xz" else zstandard.ZstdCompressor(write_checksum=True).compress(data)


def json_lines(records: Iterable[Mapping[str, Any]]) -> bytes:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records).encode()


def table(rows: Sequence[Sequence[str]], delimiter: str = ",") -> bytes:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue().encode()


def parquet(select: str) -> bytes:
    """What a question in SQL answers, as a Parquet file made in memory."""
    import duckdb
    from fsspec.implementations.memory import MemoryFileSystem  # type: ignore[import-untyped]

    system = MemoryFileSystem(skip_instance_cache=True)
    system.store = {}
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        connection.register_filesystem(system)
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute(f"COPY ({select}) TO 'memory:///made.parquet' (FORMAT parquet)")
    return bytes(system.cat("/made.parquet"))


def archive(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP; its files are of 1980, as the format begins there."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as into:
        for name, data in files.items():
            into.writestr(zipfile.ZipInfo(name), data, method)
    return made.getvalue()


def tape(files: Mapping[str, bytes], links: Mapping[str, tuple[bytes, str]] | None = None) -> bytes:
    """A tar; links: by name the type of a member that is no file, and where it leads."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as into:
        for name, data in files.items():
            header = tarfile.TarInfo(name)
            header.size = len(data)
            into.addfile(header, io.BytesIO(data))
        for name, (kind, target) in (links or {}).items():
            header = tarfile.TarInfo(name)
            header.type, header.linkname = kind, target
            into.addfile(header)
    return made.getvalue()
