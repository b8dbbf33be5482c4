"""How fast each format is read, beside the library it is read with called bare: `python tests/benchmarks/decoders.py`.

    .venv/bin/python tests/benchmarks/decoders.py [FORMAT ...]

Of each format one file of a dozen pages is made; it is read by `tasks.inbox.read` and by the bare library in turns, and
the best of all rounds counts. MB are of the file's text (million characters), as files of one text differ in size. A
format is added as a row of ROWS.
"""

import csv
import io
import json
import sys
import time
import zipfile
from collections.abc import Callable
from email import policy
from email.parser import BytesParser
from functools import cache
from pathlib import Path
from typing import NamedTuple

import docx
import feedparser  # type: ignore[import-untyped]
import pypdfium2  # type: ignore[import-untyped]
import trafilatura
from lxml import etree  # type: ignore[import-untyped]
from odf import opendocument, teletype  # type: ignore[import-untyped]
from odf.text import P  # type: ignore[import-untyped]
from striprtf.striprtf import rtf_to_text
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

from tasks.inbox import read
from tests.inbox import making, making_mail

SECONDS = 1.5  # for each row and reader
SENTENCES = (
    "The council met on Thursday to weigh the plan for the harbour, which had been put off twice before. ",
    "Nobody objected to the administration's recommendation, and the vote was unanimous in the end. ",
    "Representatives of the fishermen said that they would wait for the environmental statement. ",
    "“We have seen many such plans,” their chairwoman remarked, “and few of them were ever built.” ",
)
PARAGRAPHS = [
    "".join(SENTENCES[(number + each) % 4] for each in range(3 + number % 4)).strip() for number in range(100)
]
GIVEN = ("A harbour for all", "Jane Roe", making.CREATED, PARAGRAPHS)


class Row(NamedTuple):
    """A format: how a sample of it is made, under which name it is read, and what the bare library makes of it."""

    name: str
    file: str
    make: Callable[[], bytes]
    bare: Callable[[bytes], object]


@cache
def printed() -> bytes:
    """A PDF as it is commonly met: set in two columns, with embedded fonts, hyphens, a header and page numbers."""
    import weasyprint  # type: ignore[import-untyped]

    style = (
        "@page { size: A4; margin: 2.5cm; @top-center { content: 'The Harbour Gazette' } @bottom-center { content: "
        "counter(page) } } body { columns: 2; hyphens: auto; text-align: justify; font: 10pt serif }"
    )
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f"<html lang='en'><style>{style}</style><h1>A harbour for all</h1>{body}</html>"
    return bytes(weasyprint.HTML(string=page).write_pdf())


def bare_pdf(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    texts = []
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return texts


def bare_docx(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def bare_odt(data: bytes) -> list[str]:
    return [teletype.extractText(each) for each in opendocument.load(io.BytesIO(data)).getElementsByType(P)]


def bare_rtf(data: bytes) -> object:
    return rtf_to_text(data.decode("cp1252"))  # type: ignore[no-untyped-call]


def bare_epub(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.endswith(".xhtml")]
    return ["".join(etree.fromstring(page).itertext()) for page in pages]


def book() -> bytes:
    chapters = ["".join(f"<p>{each}</p>" for each in PARAGRAPHS[at : at + 10]) for at in range(0, 100, 10)]
    return making.epub("A harbour for all", "Jane Roe", "2019", chapters)


STORIES = [PARAGRAPHS[at : at + 5] for at in range(0, 100, 5)]


def page() -> bytes:
    """A news page with its menus, teasers and notices, as it lies among the pages of the other benchmark."""
    return (Path(__file__).parent / "pages" / "news-quality.html").read_bytes()


def bare_page(data: bytes) -> object:
    return trafilatura.extract(data, include_comments=False, with_metadata=True)


def mails() -> bytes:
    return making_mail.mailbox(
        *(
            making_mail.mail(making_mail.text("\n\n".join(story)), Subject=f"Note {at}")
            for at, story in enumerate(STORIES)
        )
    )


def bare_mails(data: bytes) -> list[object]:
    parser = BytesParser(policy=policy.default)
    parts = data.split(b"\nFrom ")
    return [parser.parsebytes(part.split(b"\n", 1)[1]).get_content() for part in parts]


def records() -> list[dict[str, str]]:
    return [
        {"title": f"Story {at}", "date": "2026-11-02", "text": "\n\n".join(story)} for at, story in enumerate(STORIES)
    ]


def bare_lines(data: bytes) -> list[object]:
    return [json.loads(line) for line in data.splitlines()]


def rows() -> bytes:
    return making_mail.table([["title", "date", "text"], *([*each.values()] for each in records())])


def bare_rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode())))


def feed() -> bytes:
    items = (
        f"<item><title>{each['title']}</title><description>{each['text']}</description></item>" for each in records()
    )
    return making_mail.rss(*items)


def crawl() -> bytes:
    return b"".join(making_mail.record("response", f"http://example.org/{at}", "text/html", page()) for at in range(10))


def bare_crawl(data: bytes) -> list[object]:
    return [bare_page(each.content_stream().read()) for each in ArchiveIterator(io.BytesIO(data))]


ROWS = (
    Row("text", "a.txt", lambda: "\n\n".join(PARAGRAPHS).encode(), bytes.decode),
    Row("HTML", "a.html", page, bare_page),
    Row("WARC of pages", "a.warc", crawl, bare_crawl),
    Row("mbox", "a.mbox", mails, bare_mails),
    Row("feed", "a.rss", feed, feedparser.parse),
    Row("JSON Lines", "a.jsonl", lambda: making_mail.json_lines(records()), bare_lines),
    Row("CSV", "a.csv", rows, bare_rows),
    Row("PDF, as printed", "a.pdf", printed, bare_pdf),
    Row("PDF, typed", "a.pdf", lambda: making.pdf(*GIVEN, head="The Harbour Gazette"), bare_pdf),
    Row("DOCX", "a.docx", lambda: making.docx(*GIVEN), bare_docx),
    Row("ODT", "a.odt", lambda: making.odt(*GIVEN), bare_odt),
    Row("RTF", "a.rtf", lambda: making.rtf(*GIVEN), bare_rtf),
    Row("EPUB", "a.epub", book, bare_epub),
)


def clocked(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def measured(row: Row) -> tuple[float, float, int, int]:
    """Seconds for one file, ours and bare, and the characters and documents in it."""
    data = row.make()
    found = read(row.file, data)
    characters = sum(len(each.text) for each in found)
    ours: list[float] = []
    bare: list[float] = []
    end = time.monotonic() + 2 * SECONDS
    while time.monotonic() < end or len(ours) < 3:
        ours.append(clocked(lambda: read(row.file, data)))
        bare.append(clocked(lambda: row.bare(data)))
    return min(ours), min(bare), characters, len(found)


def main(formats: list[str]) -> None:
    """Print the table of all formats, or of those whose name begins so."""
    print("| format | MB/s | documents/s | bare MB/s | bare documents/s | time of bare |\n|---|---|---|---|---|---|")
    for row in ROWS:
        if not formats or row.name.startswith(tuple(formats)):
            ours, bare, characters, count = measured(row)
            own = f"{characters / ours / 1e6:.1f} | {count / ours:,.0f}"
            rates = f"{own} | {characters / bare / 1e6:.1f} | {count / bare:,.0f}"
            print(f"| {row.name} | {rates} | {ours / bare:.2f} |")


if __name__ == "__main__":
    main(sys.argv[1:])
