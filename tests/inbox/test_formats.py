"""What a file is, is told by its first bytes, and by its name where they say nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from tasks.errors import Rejected
from tasks.inbox.formats import format_of
from tasks.records import Blob
from tests.inbox.making_mail import packed, tape

CASES = json.loads((Path(__file__).parents[1] / "cases" / "formats.json").read_text())


def case(row: dict[str, Any]) -> Any:
    marks = pytest.mark.xfail(reason=row["fails"], strict=True) if "fails" in row else ()
    return pytest.param(row, id=row["label"], marks=marks)


@pytest.mark.parametrize("row", [case(row) for row in CASES])
def test_formats(row: dict[str, Any]) -> None:
    assert format_of(Blob(row["name"], row["head"].encode())) == row["format"]


@pytest.mark.parametrize("kind", ["gzip", "bzip2", "xz", "zstd"])
def test_compressed_data_is_told_by_its_signature(kind: str) -> None:
    assert format_of(Blob("a.txt", packed(b"text", kind))) == "compressed"


def test_a_tar_is_told_by_its_signature() -> None:
    assert format_of(Blob("a.txt", tape({"b.txt": b"text"}))) == "tar"


@pytest.mark.parametrize(("name", "media_type"), [("page_files/app.js", ""), ("main.css", ""), ("a", "text/css")])
def test_scripts_and_styles_are_no_texts(name: str, media_type: str) -> None:
    with pytest.raises(Rejected, match="a script or a style sheet"):
        format_of(Blob(name, b"(function () { return window.a; })();", media_type=media_type))


def test_a_page_that_a_server_calls_a_script_is_a_page() -> None:
    assert format_of(Blob("a.js", b"<!doctype html><html><p>text")) == "html"
