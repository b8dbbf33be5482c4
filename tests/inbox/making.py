"""A title, an author, a date and paragraphs in, a small file that holds them out: the same bytes each time."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from html import escape

import docx as word
from docx.document import Document

LONG_AGO = (2001, 1, 1, 0, 0, 0)  # the date of every entry of every ZIP
PAGE = (595, 842)  # A4 in points
MARGIN, TOP, BOTTOM = 72, 760, 90
WIDE_AS = {  # Helvetica's letters by their width in thousandths of its size, as its metrics have them
    191: "'", 222: "ijl", 278: " !,./:;I[\\]ft", 333: "()-`r", 355: '"', 389: "*", 469: "^", 500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu", 584: "+<=>", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ",
    833: "Mm", 889: "%", 944: "W", 1015: "@",
}  # fmt: skip
WIDTHS = {letter: width for width, letters in WIDE_AS.items() for letter in letters}

Placed = tuple[float, float, float, str]  # left, base, size and words of a line
CREATED = "2019-11-07T09:30:00Z"


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of the parts in their order; the first is stored where it says what the ZIP is."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), data, kind)
    return file.getvalue()


def changed(data: bytes, parts: Mapping[str, bytes | str]) -> bytes:
    """The same ZIP with some parts in the place of its own, and more of them at its end; no dates of today."""
    new = {name: part.encode() if isinstance(part, str) else part for name, part in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kept = [(info.filename, new.pop(info.filename, archive.read(info))) for info in archive.infolist()]
    return zipped([*kept, *new.items()])


def saved(document: Document) -> bytes:
    """A document of python-docx as a file."""
    file = io.BytesIO()
    document.save(file)
    return changed(file.getvalue(), {})


def docx(title: str, author: str, date: str, paragraphs: Sequence[str]) -> bytes:
    """A Word document; date: ISO 8601 with time and zone. Its first heading is the title."""
    document = word.Document()
    properties = document.core_properties
    properties.title, properties.author = title, author
    properties.created = properties.modified = datetime.fromisoformat(date).astimezone(UTC)
    document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{name}="{OASIS}{part}:1.0"'
    for name, part in {"office": "office", "text": "text", "table": "table", "draw": "drawing", "meta": "meta"}.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip


def odt(title: str, author: str, date: str, paragraphs: Sequence[str]) -> bytes:
    """An OpenDocument text."""
    body = "".join(f"<text:p>{escape(each)}</text:p>" for each in paragraphs)
    described = (
        f"<dc:title>{escape(title)}</dc:title><meta:initial-creator>{escape(author)}</meta:initial-creator>"
        f"<meta:creation-date>{date}</meta:creation-date>"
    )
    return odt_of(f'<text:h text:outline-level="1">{escape(title)}</text:h>{body}', described)


def odt_of(body: str, described: str = "") -> bytes:
    """An OpenDocument text by the inside of its office:text and of its office:meta."""
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<office:document-content {SPACES} office:version="1.3"><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {SPACES}><office:meta>{described}</office:meta></office:document-meta>",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{OASIS}manifest:1.0"><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    }
    return zipped((name, part.encode()) for name, part in parts.items())


def rtf(title: str, author: str, date: str, paragraphs: Sequence[str]) -> bytes:
    """A rich text; date: ISO 8601."""
    day = datetime.fromisoformat(date)
    created = rf"{{\creatim\yr{day.year}\mo{day.month}\dy{day.day}\hr{day.hour}\min{day.minute}}}"
    head = rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0\fswiss\fcharset0 Arial;}}}}{{\info{{\title {_rtf(title)}}}"
    body = "".join(rf"\pard {_rtf(each)}\par" + "\n" for each in (title, *paragraphs))
    return (head + rf"{{\author {_rtf(author)}}}{created}}}" + "\n" + body + "}").encode("ascii")


def _rtf(words: str) -> str:
    plain = words.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "".join(each if each.isascii() else rf"\u{ord(each)}?" for each in plain)


def epub(
    title: str, author: str, date: str, chapters: Sequence[str], *, more: Mapping[str, str] | None = None
) -> bytes:
    """A book of which each chapter is the inside of a body; more: other parts, or others in the place of its own."""
    items = "".join(
        f'<item id="c{number}" href="text/c{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
        "</container>",
        "OPS/book.opf": '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        f"<dc:creator>{escape(author)}</dc:creator><dc:date>{date}</dc:date><dc:language>en</dc:language></metadata>"
        f'<manifest>{items}<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        f'</manifest><spine><itemref idref="n"/>{spine}</spine></package>',
        "OPS/nav.xhtml": page("<p>Contents</p>"),
    }
    parts |= {f"OPS/text/c{number}.xhtml": page(chapter) for number, chapter in enumerate(chapters)}
    return zipped((name, part.encode()) for name, part in {**parts, **(more or {})}.items())


def page(body: str) -> str:
    """An XHTML page around the inside of its body."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>no text</title></head><body>{body}</body></html>'
    )


def pdf(title: str, author: str, date: str, paragraphs: Sequence[str], *, head: str = "", size: float = 11) -> bytes:
    """A printed document: the title large, ragged lines, and with `head` a running header and the pages' numbers."""
    pages: list[list[Placed]] = [[]]
    base = float(TOP)
    for words, points in [(title, 1.6 * size), *((each, size) for each in paragraphs)]:
        for line in _wrapped(words, points):
            if base < BOTTOM:
                pages.append([])
                base = TOP
            pages[-1].append((MARGIN, base, points, line))
            base -= 1.25 * points
        base -= 0.8 * size
    for number, lines in enumerate(pages, 1):
        lines += [(MARGIN, 800, 9, head), (290, 50, 9, f"{number}")] if head else []
    return placed(pages, title=title, author=author, date=date)


def _wrapped(words: str, size: float) -> list[str]:
    lines = [""]
    for word_ in words.split():
        longer = f"{lines[-1]} {word_}".lstrip()
        if sum(WIDTHS.get(letter, 556) for letter in longer) * size / 1000 > PAGE[0] - 2 * MARGIN:
            lines.append(word_)
        else:
            lines[-1] = longer
    return lines


def placed(pages: Sequence[Sequence[Placed]], *, title: str = "", author: str = "", date: str = "") -> bytes:
    """A PDF whose lines stand where they are told to."""
    streams = [
        b"\n".join(
            b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, left, base, _pdf(words)) for left, base, size, words in each
        )
        for each in pages
    ]
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(streams)))
    day = "".join(letter for letter in date if letter.isdigit())[:14]
    created = b" /CreationDate (D:%sZ)" % day.encode() if day else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(streams), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) /Author (%s)%s >>" % (_pdf(title), _pdf(author), created),
    ]
    for number, stream in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (*PAGE, 6 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return assembled(objects)


def _pdf(words: str) -> bytes:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")


def assembled(objects: Sequence[bytes], *, more: bytes = b"") -> bytes:
    """A PDF of its objects, numbered from 1, of which the first is the catalogue and the fourth the information."""
    data = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size %d /Root 1 0 R /Info 4 0 R %s>>" % (len(objects) + 1, more)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n"
    return data + end % (len(objects) + 1, table, trailer, len(data))
