"""A PDF comes out as paragraphs in the order of reading, or says why not."""

import io
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from pypdf import PdfWriter

from tasks.errors import Rejected
from tasks.inbox import contents, read
from tasks.inbox.limits import Limits, Rules
from tasks.inbox.printed import scans
from tasks.inbox.printed.lines import Line
from tasks.inbox.printed.markers import with_markers
from tasks.records import Extracted, Refused
from tests.inbox import making
from tests.inbox.making import Placed

WORDS = "The council met to weigh the plan for the harbour, which had been put off twice before and was now urgent. "
LINES = tuple(making._wrapped(WORDS * 3, 11))


def text_of(*pages: list[Placed]) -> str:
    (extracted,) = read("a.pdf", making.placed(pages))
    return extracted.text


def down(
    lines: tuple[str, ...] | list[str], left: float = 72, top: float = 760, step: float = 14, size: float = 11
) -> list[Placed]:
    return [(left, top - step * number, size, words) for number, words in enumerate(lines)]


def joined(lines: tuple[str, ...]) -> str:
    return " ".join(lines)


def test_the_lines_of_a_paragraph_are_joined() -> None:
    assert text_of(down(LINES)) == joined(LINES)


@pytest.mark.parametrize(
    ("second", "parted"),
    [
        ({"top": 760 - 14 * len(LINES) - 8}, True),  # a gap
        ({"top": 760 - 14 * len(LINES)}, False),  # the next line
        ({"top": 760 - 14 * len(LINES), "size": 9}, True),  # another size
    ],
)
def test_gaps_and_sizes_part_paragraphs(second: dict[str, float], parted: bool) -> None:
    text = text_of(down(LINES[:-1]) + down(LINES[:-1], **{**second, "top": second["top"] + 14}))
    assert text == (joined(LINES[:-1]) + ("\n\n" if parted else " ") + joined(LINES[:-1]))


def test_an_indent_after_a_sentence_begins_a_paragraph() -> None:
    last = "was unanimous, and nobody in the room or out of it could have said why or how it was."
    indented = [(90.0, 718.0, 11.0, "The next one begins here, and has an indent at its head, which is how books do")]
    text = text_of(down([*LINES[:2], last]) + indented + down(LINES[:2], top=704))
    assert text.count("\n\n") == 1
    assert "how it was.\n\nThe next one" in text


def test_short_lines_stay_lines() -> None:
    address = ["Harbour Board", "12 Quay Street", "Portsea", "Telephone 5550 1234"]
    assert text_of(down(LINES) + down(address, top=600)).endswith("\n\n" + "\n".join(address))


def test_lists_have_an_item_a_line() -> None:
    items = [(72.0, 760.0 - 14 * n, 11.0, f"• item number {n} of a list") for n in range(3)]
    wrapped = [
        (72.0, 718.0, 11.0, "• " + LINES[0][:-4]),
        (82.0, 704.0, 11.0, "and the end of it"),
        (72.0, 680.0, 11.0, "After."),
    ]
    text = text_of(items + wrapped)
    assert text.split("\n") == [
        *(f"• item number {n} of a list" for n in range(3)),
        f"• {LINES[0][:-4].strip()} and the end of it",
        "",
        "After.",
    ]


def test_markers_that_are_drawn_after_the_text_go_back_to_their_items() -> None:
    items = [(90.0, 760.0 - 14 * n, 11.0, f"item {n} of a list") for n in range(2)]
    assert (
        text_of([*items, (72.0, 760.0, 11.0, "•"), (72.0, 746.0, 11.0, "•")])
        == "• item 0 of a list\n• item 1 of a list"
    )


def test_many_markers_alone_are_a_page_like_any_other() -> None:
    markers = [Line("•", 60, 65, float(base), 9, 9) for base in range(20_000, 0, -1)]
    items = [marker._replace(text=f"Item {at}", left=70, right=200) for at, marker in enumerate(markers)]
    page = with_markers([*markers, *items])
    assert [line.text for line in page] == [f"• {line.text}" for line in items]
    strange = Line("strange", 70, 200, float("nan"), 9, 9)
    assert with_markers([markers[0], strange]) == [markers[0], strange]


def test_columns_are_read_one_after_the_other() -> None:
    left = making._wrapped(WORDS * 4, 23)
    right = [line.upper() for line in making._wrapped(WORDS * 4, 30)]
    text = text_of(down(left) + down(right, left=320))
    assert text == f"{' '.join(left)}\n\n{' '.join(right)}"


def test_a_paragraph_goes_on_over_a_column_and_a_page() -> None:
    assert text_of(down(LINES[:2]), down(LINES[2:])) == joined(LINES)
    ended = ("The second paragraph is one of two lines, of which the first is full as it is this long,",
             "and that was the end of the meeting, of which the minutes are kept in the archive there.")  # fmt: skip
    assert "archive there.\n\nThe council" in text_of(down(ended), down(LINES))


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the work of administra-", "tion was", "the work of administration was"),
        ("it is a well-", "known thing; he is well-known for it", "it is a well-known thing; he is well-known for it"),
        ("a long-", "term plan for a term as long as this", "a long-term plan for a term as long as this"),
        ("the disease called COVID-", "19 was met", "the disease called COVID-19 was met"),
        ("some in-", "formation is in the formation", "some information is in the formation"),
        ("the Anglo-", "Saxon world", "the Anglo-Saxon world"),
        ("from 1914-", "18 it was", "from 1914-18 it was"),
        ("an over-", "come fear; come over", "an overcome fear; come over"),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, whole: str) -> None:
    assert text_of(down([first, second])) == whole


def test_running_lines_are_left_out() -> None:
    whole = making.pdf("A title", "Jane Roe", making.CREATED, [WORDS * 3] * 30, head="The Harbour Gazette")
    (extracted,) = read("a.pdf", whole)
    assert extracted.text == "\n\n".join(["A title", *[(WORDS * 3).strip()] * 30])


BODIES = tuple(f"Page {name} begins with these words, and says them in more than a line so that" for name in "ABCD")


def bodies(count: int, top: str, bottom: str) -> list[list[Placed]]:
    """Pages with a line above and one below; {n} stands for the page's number, {c} for another that grows unevenly."""
    return [
        [
            (72, 800, 11, top.format(n=n, c=3 * n + 1)),
            *down([BODIES[n], f"it has the {'uvwx'[n]} to show.", f"And {'efgh'[n]} says this to the end."], step=60),
            (72, 50, 11, bottom.format(n=n + 4, c=3 * n + 1)),
        ]
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("count", "top", "bottom", "kept"),
    [
        (4, "The Gazette", "{n}", []),
        (4, "Report of 2019, page {n}", "- {n} -", []),
        (3, "The Gazette", "Page {n} of 12", []),
        (1, "A headline", "Page 1 of 1", ["A headline"]),
        (1, "A headline", "7", ["A headline", "7"]),
        (2, "The Gazette {n}", "{n}", []),
        (3, "Chapter {c}", "Note {c}", ["Chapter 1", "Note 1", "Chapter 4", "Note 4", "Chapter 7", "Note 7"]),
    ],
)
def test_what_runs_and_what_does_not(count: int, top: str, bottom: str, kept: list[str]) -> None:
    blocks = text_of(*bodies(count, top, bottom)).split("\n\n")
    body = [each for each in blocks if each.startswith(("Page A", "Page B", "Page C", "Page D", "it has", "And"))]
    assert len(body) == 3 * count
    assert [each for each in blocks if each not in body] == kept


def test_a_title_that_is_the_header_later_is_kept_once() -> None:
    pages = bodies(4, "The Gazette", "")
    pages[0][0] = (72.0, 800.0, 24.0, "The Gazette")
    text = text_of(*pages)
    assert text.count("The Gazette") == 1
    assert text.startswith("The Gazette\n\n")


@pytest.mark.parametrize(
    ("title", "author", "date", "fields"),
    [
        ("A report", "Jane Roe", "2019-11-07T09:30:00", ["A report", "Jane Roe", "2019-11-07T09:30:00Z"]),
        ("Microsoft Word - A report", "jroe", "", ["A report"]),
        ("Microsoft Word - report_final.docx", "Administrator", "", []),
        ("untitled", "", "", []),
        ("report.indd", "User", "", []),
        ("Untitled lives: a history", "Owner", "", ["Untitled lives: a history"]),
        ("", "Jane Roe; John Doe", "2019-11", ["Jane Roe", "John Doe", "2019-11"]),
    ],
)
def test_properties(title: str, author: str, date: str, fields: list[str]) -> None:
    (extracted,) = read("a.pdf", making.placed([down(LINES)], title=title, author=author, date=date))
    assert [each.value for each in extracted.metadata if each.value != f"{date}Z"] == [
        each for each in fields if each != f"{date}Z"
    ]
    assert {each.origin for each in extracted.metadata} <= {"document properties"}


# -- what is no text --------------------------------------------------------------------------------------------------

IMAGE = b"q 595 0 0 842 0 0 cm BI /W 8 /H 8 /BPC 8 /CS /G ID " + bytes(range(60, 124)) + b" EI Q"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding %s >>"


def drawn(
    stream: bytes,
    *,
    pages: bytes = b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
    font: bytes = b"",
    more: tuple[bytes, ...] = (),
) -> bytes:
    return making.assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            pages,
            FONT % font,
            b"<< >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
            *more,
        ]
    )


def test_a_scan_is_told_as_one() -> None:
    for stream in (IMAGE, IMAGE + b" BT /F1 9 Tf 72 50 Td (17) Tj ET", b""):
        with pytest.raises(
            Rejected, match="a scanned PDF without a text layer: add one with ocrmypdf, or turn on"
        ) as rejected:
            read("a.pdf", drawn(stream))
        assert rejected.value.stage == "decode"
    (extracted,) = read("a.pdf", drawn(b"BT /F1 9 Tf 72 50 Td (Few words) Tj ET"))
    assert extracted.text == "Few words"


def test_a_scan_is_read_by_the_operator_s_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Rejected, match="turned on but not found"):
        read("a.pdf", drawn(IMAGE), Rules(ocr=True))
    program = tmp_path / "tesseract"
    program.write_text('#!/bin/sh\nread kind width height rest\necho "$kind $width $height $*"\n/bin/cat >/dev/null\n')
    program.chmod(0o755)
    (extracted,) = read("a.pdf", drawn(IMAGE), Rules(ocr=True))
    assert extracted.text == "P5 1653 2339 stdin stdout --dpi 200"
    program.write_text("#!/bin/sh\nexit 3\n")
    with pytest.raises(Rejected, match="tesseract could not read"):
        read("a.pdf", drawn(IMAGE), Rules(ocr=True))
    program.write_text("#!/bin/sh\n/bin/cat >/dev/null\n")
    with pytest.raises(Rejected, match="finds no words"):
        read("a.pdf", drawn(IMAGE), Rules(ocr=True))
    program.write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    monkeypatch.setattr(scans, "SECONDS", 0.1)
    with pytest.raises(Rejected, match="tesseract took too long for a page"):
        read("a.pdf", drawn(IMAGE), Rules(ocr=True))


@pytest.mark.parametrize("ocr", [True, False])
def test_a_damaged_page_costs_itself(ocr: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\n/bin/cat >/dev/null\necho The words of the page\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    stream = IMAGE if ocr else b"BT /F1 9 Tf 72 700 Td (The words of the page) Tj ET"
    data = drawn(stream, pages=b"<< /Type /Pages /Count 3 /Kids [5 0 R 99 0 R 98 0 R] >>")
    extracted, *damaged = contents("a.pdf", data, Rules(ocr=ocr))
    assert isinstance(extracted, Extracted)
    assert extracted.text == "The words of the page"
    assert damaged == [Refused(f"page {number}", "decode", "this page is damaged") for number in (2, 3)]


def test_a_page_whose_text_cannot_be_had_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def textpage(page: pdfium.PdfPage) -> pdfium.PdfTextPage:
        if page.get_size() == making.PAGE:
            raise pdfium.PdfiumError("no text page")
        return whole(page)

    whole = pdfium.PdfPage.get_textpage
    data = making.placed([[(72, 700, 9, "The first page")], [(72, 700, 9, "The second page")]])
    first, second = data.split(b"[0 0 595 842]", 1)
    monkeypatch.setattr(pdfium.PdfPage, "get_textpage", textpage)
    extracted, damaged = contents("a.pdf", first + b"[0 0 590 842]" + second)
    assert isinstance(extracted, Extracted)
    assert extracted.text == "The first page"
    assert damaged == Refused("page 2", "decode", "this page is damaged")


CMAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1"
    b" begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <%s> endbfrange endcmap end end"
)


def test_letters_that_mean_nothing_are_told() -> None:
    stream = b"BT /F1 11 Tf 72 700 Td (These are words that cannot be read at all) Tj ET"
    for span, unknown in ((b"00> <FF> <E000", "100%"), (b"61> <6F> <E061", "%")):
        cmap = CMAP % span
        data = drawn(
            stream, font=b"/ToUnicode 7 0 R", more=(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),)
        )
        with pytest.raises(Rejected, match=f"does not say what its letters are .*{unknown} unknown"):
            read("a.pdf", data)
    few = b"BT /F1 11 Tf 72 700 Td (Only one letter of these words, the Z, is unknown) Tj ET"
    cmap = CMAP % b"5A> <5A> <E000"
    more = (b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),)
    (extracted,) = read("a.pdf", drawn(few, font=b"/ToUnicode 7 0 R", more=more))
    assert (extracted.text, extracted.undecoded) == ("Only one letter of these words, the \ufffd, is unknown", 1)


def test_a_locked_file_is_told_as_one() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(making.placed([down(LINES)])))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    with pytest.raises(Rejected, match="locked with a password"):
        read("a.pdf", file.getvalue())


def test_limits_are_kept() -> None:
    whole = making.placed([down(LINES)] * 3)
    with pytest.raises(Rejected, match="3 pages: a PDF may have 2") as rejected:
        read("a.pdf", whole, Rules(Limits(pages=2)))
    assert rejected.value.stage == "limits"
    with pytest.raises(Rejected, match="characters that a document may have"):
        read("a.pdf", whole, Rules(Limits(characters=500)))


WORD = b"BT /F1 9 Tf 72 50 Td (A word) Tj ET"


@pytest.mark.parametrize(
    "data",
    [
        drawn(WORD, pages=b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"),
        drawn(
            WORD,
            pages=b"<< /Type /Pages /Count 2 /Kids [7 0 R] >>",
            more=(b"<< /Type /Pages /Count 2 /Kids [2 0 R] /Parent 2 0 R >>",),
        ),
        drawn(WORD, pages=b"<< /Type /Pages /Count 900 /Kids [] >>"),
        drawn(WORD, pages=b"<< /Type /Pages /Count 999999999 /Kids [5 0 R] >>"),
        drawn(WORD, pages=b"<< /Type /Pages /Count -5 /Kids [5 0 R 5 0 R 2 0 R] >>"),
        drawn(b"/X Do " * 1000 + WORD, more=()),
        drawn(WORD, pages=b"<< /Type /Pages /Count 1 /Kids " + b"[" * 9_000 + b"5 0 R" + b"]" * 9_000 + b" >>"),
        b"%PDF-1.7\n" + bytes(range(256)) * 50,
        b"%PDF-1.7\n",
        b"%PDF-1.7\ntrailer << /Root 1 0 R >>\n1 0 obj << /Pages 1 0 R /Kids [1 0 R] >> endobj",
        *(making.placed([down(LINES)])[:length] for length in (100, 700, 1000)),
        making.placed([down(LINES)]).replace(b"/Contents 6 0 R", b"/Contents 5 0 R"),
        making.placed([down(LINES)]).replace(b"/Length", b"/Length 7 0 R /X"),
    ],
)  # fmt: skip
def test_hostile_files_are_read_or_rejected(data: bytes) -> None:
    found = outcome(data)
    assert found in ("decode", "limits") or "word" in found or "council" in found


def outcome(data: bytes) -> str:
    """Its text, or the stage at which it was rejected."""
    try:
        (extracted,) = read("a.pdf", data)
    except Rejected as why:
        return why.stage
    return extracted.text
