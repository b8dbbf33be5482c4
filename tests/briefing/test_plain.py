"""What came in is shown as the text it is, and nothing in it acts on the page."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.briefing.plain import printable, printable_path

CASES = json.loads((Path(__file__).parent.parent / "cases" / "printable.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_text_and_path(case: dict[str, str]) -> None:
    assert printable(case["text"]) == case["page"]
    assert printable_path(case["text"]) == case["path"]


@given(st.text(st.characters(codec=None)))
def test_everything_can_be_written_as_utf_8_and_read_by_xml(text: str) -> None:
    from xml.etree import ElementTree

    for shown in (printable(text), printable_path(text)):
        escaped = shown.replace("&", "&amp;").replace("<", "&lt;")
        read = ElementTree.fromstring(f"<p>{escaped}</p>".encode()).text or ""
        assert read == shown


def test_two_paths_that_look_alike_are_shown_unlike() -> None:
    assert printable_path("a\u200bb.txt") != printable_path("ab.txt")


def test_long_text_is_cut_at_its_end_and_a_long_path_in_its_middle() -> None:
    assert printable("w" * 500) == "w" * 199 + "…"
    path = printable_path("first/" + "x" * 500 + "/last.txt")
    assert len(path) == 200
    assert path.startswith("first/x")
    assert path.endswith("x/last.txt")
