"""A PDF in, its text in reading order out: paragraphs whole again, without what runs along the pages' edges."""

import re
from collections.abc import Iterator
from contextlib import closing

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from tasks.errors import Rejected
from tasks.inbox.limits import Limits, Rules
from tasks.inbox.printed.lines import Line, lines_of
from tasks.inbox.printed.markers import with_markers
from tasks.inbox.printed.paragraphs import paragraphs
from tasks.inbox.printed.running import without_running
from tasks.inbox.printed.scans import read_scan, tesseract
from tasks.inbox.properties import pdf_date, properties
from tasks.records import Blob, Extracted, MetadataField, Refused

FEWEST = 24  # characters for each page: a scan may have a stamp, or the number of its page
UNKNOWN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]"
)  # glyphs of which the file does not say what they mean
MOST_UNKNOWN = 0.05  # share: formulas and ornaments; beyond it, words are gone
NO_PAGE = "a damaged PDF: none of its pages can be read"
NO_TEXT = "a scanned PDF without a text layer: add one with ocrmypdf"


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted | Refused]:
    """One text, and which of its pages are damaged.

    Raises Rejected for a locked, damaged or scanned file, and one whose letters are not known.
    """
    with _opened(blob.data, rules.limits) as document:
        fields = _properties(document)
        read = list(_pages(document, rules.limits))
        pages = [page or [] for page in read]
        scanned = _is_scanned(document, pages)
        text = _scanned(document, rules) if scanned else paragraphs(without_running(pages))
    if not text.strip():
        raise Rejected("decode", "a PDF in which there are no words")
    text, undecoded = _known(text)
    yield Extracted(text, "pdf", "utf-8", undecoded=undecoded, metadata=fields)
    for number, page in enumerate(read, 1):
        if page is None:
            yield Refused(f"page {number}", "decode", "this page is damaged")


def _opened(data: bytes, limits: Limits) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise Rejected("decode", "a PDF that is locked with a password") from error
        raise Rejected("decode", "a damaged PDF: it cannot be opened") from error
    if not 0 < len(document) <= limits.pages:
        count = len(document)
        document.close()
        if not count:
            raise Rejected("decode", "a damaged PDF: no page can be found in it")
        raise Rejected("limits", f"{count:,} pages: a PDF may have {limits.pages:,}")
    return document


def _pages(document: pdfium.PdfDocument, limits: Limits) -> Iterator[list[Line] | None]:
    """The lines of each page; None for one that is damaged. Raises Rejected where all are, or it gets too long."""
    characters = damaged = 0
    for number in range(len(document)):
        lines: list[Line] | None = None
        try:
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                characters += text.count_chars()
                limits.check_characters(characters)
                lines = with_markers(lines_of(text))
        except pdfium.PdfiumError:
            damaged += 1
        yield lines
    if damaged == len(document):
        raise Rejected("decode", NO_PAGE)


def _is_scanned(document: pdfium.PdfDocument, pages: list[list[Line]]) -> bool:
    """Whether there is no text, or next to none on pages of which most are pictures."""
    written = [sum(len(line.text) for line in page) for page in pages]
    if not any(written) or sum(written) >= FEWEST * len(pages):
        return not any(written)
    return sum(_is_picture(document, number) for number in range(len(pages))) * 2 > len(pages)


def _is_picture(document: pdfium.PdfDocument, number: int) -> bool:
    try:
        with closing(document[number]) as page:
            return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]), None) is not None
    except pdfium.PdfiumError:
        return False


def _scanned(document: pdfium.PdfDocument, rules: Rules) -> str:
    """What tesseract reads on the pages, where the operator turned it on. Raises Rejected where that is nothing."""
    if not rules.ocr:
        raise Rejected("decode", f"{NO_TEXT}, or turn on the setting ocr and requeue it")
    if not (program := tesseract()):
        raise Rejected("decode", f"{NO_TEXT}, or install tesseract, which is turned on but not found")
    text = "\n\n".join(_read(document, number, program) for number in range(len(document))).strip()
    if not text:
        raise Rejected("decode", "a scanned PDF on which tesseract finds no words")
    rules.limits.check_characters(len(text))
    return text


def _read(document: pdfium.PdfDocument, number: int, program: str) -> str:
    """What tesseract reads on a page; "" for a damaged one."""
    try:
        with closing(document[number]) as page:
            return read_scan(page, program)
    except pdfium.PdfiumError:
        return ""


def _known(text: str) -> tuple[str, int]:
    """The text with U+FFFD for every character that the file does not explain, and their number. Raises Rejected."""
    text, unknown = UNKNOWN.subn("\ufffd", text)
    if unknown > MOST_UNKNOWN * len(text):
        raise Rejected("decode", f"a PDF that does not say what its letters are ({unknown / len(text):.0%} unknown)")
    return text, unknown


def _properties(document: pdfium.PdfDocument) -> tuple[MetadataField, ...]:
    given = document.get_metadata_dict()
    return properties(
        given.get("Title", ""),
        [given.get("Author", "")],
        created=pdf_date(given.get("CreationDate", "")),
        modified=pdf_date(given.get("ModDate", "")),
    )
