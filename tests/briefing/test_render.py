"""The printed issue, opened and looked into: pages, bookmarks, links, type, metadata, and the same bytes twice."""

import io
import itertools
import logging
import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tasks.briefing.compose import compose
from tasks.briefing.render import Rendered, render
from tasks.errors import RenderError

from . import issues
from .conftest import printed


def _open(rendered: Rendered) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(rendered.pdf), strict=True)


def _dictionary(value: Any) -> Any:
    """A PDF object for looking into; pypdf's types do not say what kind it is."""
    return value.get_object()


def _root(reader: pypdf.PdfReader) -> Any:
    return _dictionary(reader.trailer["/Root"])


def _bookmarks(reader: pypdf.PdfReader) -> dict[str, int]:
    """Title and page, from 1, of the bookmarks of the first level."""
    found = {}
    for item in reader.outline:
        if not isinstance(item, list):
            found[str(item.title)] = (reader.get_destination_page_number(item) or 0) + 1
    return found


def test_no_page_is_empty_and_each_is_numbered(every_issue: Rendered) -> None:
    pages = _open(every_issue).pages
    for place, page in enumerate(pages, 1):
        text = page.extract_text()
        assert f"{place} of {len(pages)}" in text
        assert len(text.split()) > 15


@pytest.mark.parametrize("name", ["week", "empty", "only_rejects", "single", "many", "hostile"])
def test_bookmarks_and_contents_agree_with_the_pages(name: str) -> None:
    reader, pages = _open(printed(name)), compose(getattr(issues, name)(), {})
    bookmarks = _bookmarks(reader)
    assert list(bookmarks) == [section.title for section in pages.sections]
    for title, page in bookmarks.items():
        assert title in reader.pages[page - 1].extract_text()
    if pages.contents:
        listing = next(text for page in reader.pages if "In this issue" in (text := page.extract_text()))
        for title, page in bookmarks.items():
            assert re.search(rf"{title}[ .]*{page}\b", listing), f"{title} is not on the one page of the contents"


def test_every_link_leads_to_a_place_in_the_issue(every_issue: Rendered) -> None:
    reader = _open(every_issue)
    places = reader.named_destinations
    links = [
        link.get_object()
        for page in reader.pages
        for link in page.get("/Annots", [])
        if link.get_object()["/Subtype"] == "/Link"
    ]
    for link in links:
        assert "/A" not in link, "no link leads out of the issue"
        assert link["/Dest"] in places
    assert bool(links) == ('href="#' in every_issue.html)


@pytest.mark.parametrize("name", ["week", "empty", "only_rejects", "single", "many"])
def test_every_font_is_embedded_and_one_of_those_that_ship(name: str) -> None:
    fonts: dict[str, Any] = {}
    for page in _open(printed(name)).pages:
        fonts |= {
            str(font.get_object()["/BaseFont"]): font.get_object()
            for font in _dictionary(page["/Resources"])["/Font"].values()
        }
    assert {re.sub(r"^/[A-Z]{6}\+", "", font) for font in fonts} <= {
        "Source-Serif-Pro",
        "Source-Serif-Pro-Italic",
        "Source-Serif-Pro-Semi-Bold",
        "Source-Sans-Pro",
        "Source-Sans-Pro-Semi-Bold",
    }
    for font in fonts.values():
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_the_file_is_tagged_archival_and_says_what_it_is() -> None:
    reader = _open(printed("week"))
    root = _root(reader)
    assert reader.metadata is not None
    assert reader.metadata.title == "Broadsheet weekly briefing 7: Week 39, 26 September – 2 October 2016"
    assert reader.metadata.subject == "Issue 2016-W39, snapshot 412, Broadsheet 0.1.0"
    assert reader.metadata.creation_date == issues.issue().printed
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert re.search(r"part[^0-9]{1,40}3\b", xmp)
    assert re.search(r"conformance[^A-Z]{1,40}A\b", xmp)


def _elements(node: Any) -> list[Any]:
    node = node.get_object()
    kids = node.get("/K", []) if isinstance(node, dict) else []
    below = [
        kid
        for each in (kids if isinstance(kids, list) else [kids])
        if not isinstance(each, int)
        for kid in _elements(each)
    ]
    return [node, *below]


def test_every_chart_and_sparkline_has_its_alternative_and_headings_are_in_order() -> None:
    tree = _elements(_root(_open(printed("week")))["/StructTreeRoot"])
    figures = [each for each in tree if each.get("/S") == "/Figure"]
    assert sum(len(str(each["/Alt"])) > 60 for each in figures) == 4
    assert all(str(each["/Alt"]) for each in figures)
    levels = [int(str(each["/S"])[2:]) for each in tree if re.fullmatch(r"/H[1-6]", str(each.get("/S")))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_same_issue_gives_the_same_bytes() -> None:
    again = render(issues.week())
    assert again == printed("week")


def test_another_printing_is_another_file() -> None:
    later = replace(issues.empty(), issue=replace(issues.issue(), printed=issues.issue().printed + timedelta(hours=1)))
    assert render(later).pdf != printed("empty").pdf


class _Page(HTMLParser):
    """Collects what a page asks a browser to load or run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.targets += [value or "" for name, value in attrs if name in ("href", "src", "xlink:href")]
        self.ids += [value or "" for name, value in attrs if name == "id"]


def test_the_html_is_one_file_that_asks_for_nothing(every_issue: Rendered) -> None:
    page = _Page(every_issue.html)
    assert not page.tags & {"script", "img", "link", "base", "iframe", "object", "embed", "image", "form", "input"}
    assert not any(name.startswith("on") or name == "style" for name in page.attributes)
    assert len(page.ids) == len(set(page.ids))
    assert all(target[1:] in page.ids for target in page.targets)
    assert all(target.startswith("#") for target in page.targets)
    style = every_issue.html[every_issue.html.index("<style>") : every_issue.html.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert "Content-Security-Policy" in every_issue.html


def test_nothing_is_said_on_the_terminal_and_loggers_are_left_as_they_were(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("weasyprint")
    before = (logger.level, logger.propagate, list(logger.handlers))
    with caplog.at_level(logging.WARNING):
        render(issues.single())
    assert (logger.level, logger.propagate, logger.handlers) == before
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("fonts.css", '@font-face { font-family: "X"; src: url("shipped:Absent.otf") }', "shipped:Absent.otf"),
        ("fonts.css", '@font-face { font-family: "X"; src: url("file:///etc/passwd") }', "not the project's own"),
        ("sections/method.html", '<img alt="" src="https://example.invalid/a.png">', "example.invalid"),
        ("sections/method.html", "{{ pages.no_such_thing }}", "no_such_thing"),
        ("sections/method.html", "{% if %}", "could not be set"),
        ("charts/words.vl.json", "{", "could not be set"),
        ("charts/words.vl.json", '{"mark": "no such mark"}', "could not be set"),
    ],
)
def test_a_fault_in_a_template_is_an_error_that_names_it(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(RenderError, match=message):
        render(issues.single(), tmp_path)


def test_a_folder_of_ones_own_is_looked_in_first(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "method.html").write_text("<p>Made by hand.</p>", encoding="utf-8")
    own = render(issues.empty(), tmp_path)
    assert "Made by hand." in own.html
    assert "Known limits" not in own.html
