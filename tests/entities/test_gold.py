"""The tables of mentions marked by reading: sound spans, known kinds, files that are there and have not changed."""

import json
from pathlib import Path
from typing import get_args

import pytest

from tasks.records import Kind
from tests.benchmarks.gold import DEVELOPMENT, HELD_OUT, ChangedFile, Passage, passages
from tests.benchmarks.product import CORPORA

TABLES = [pytest.param(DEVELOPMENT, id="development"), pytest.param(HELD_OUT, id="held out")]
with_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside this checkout")


def _cuts_a_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _unsound(passage: Passage) -> list[str]:
    """The mentions of a passage that overlap, are of no known kind, or do not begin and end with a word."""
    wrong, last, text = [], 0, passage.text
    for each in passage.mentions:
        surface = text[each.start : each.end]
        apart = last <= each.start < each.end <= len(text)
        whole = surface == surface.strip() and not _cuts_a_word(text, each.start) and not _cuts_a_word(text, each.end)
        if not (apart and whole and each.kind in get_args(Kind) and each.key):
            wrong.append(f"{passage.file}: {each}")
        last = each.end
    return wrong


@with_corpora
@pytest.mark.parametrize("table", TABLES)
def test_mentions_are_sound(table: Path) -> None:
    marked = passages(table, CORPORA)
    assert sum(len(passage.mentions) for passage in marked) > 500
    assert [wrong for passage in marked for wrong in _unsound(passage)] == []


@with_corpora
def test_passages_are_whole_paragraphs() -> None:
    for passage in passages(DEVELOPMENT, CORPORA) + passages(HELD_OUT, CORPORA):
        assert passage.text == passage.text.strip()
        assert 1_000 < len(passage.text) < 2_600


def test_no_file_is_in_both_tables() -> None:
    files = [
        row["file"]
        for table in (DEVELOPMENT, HELD_OUT)
        for row in json.loads(table.read_text(encoding="utf-8"))["passages"]
    ]
    assert len(files) == len(set(files))


def test_offsets_are_counted_from_the_passage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Naïve title\r\n\r\nAnna Berg left Oslo.".encode())
    assert passages(_table(tmp_path, "8a98171a83c3"), tmp_path)[0].text == "Anna Berg left Oslo."
    first, second = passages(_table(tmp_path, "8a98171a83c3"), tmp_path)[0].mentions
    assert (first.start, first.end, first.kind, first.key) == (0, 9, "PERSON", "anna-berg")
    assert (second.start, second.end, second.kind, second.key) == (15, 19, "GPE", "oslo")


def test_a_changed_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Another text.")
    with pytest.raises(ChangedFile, match=r"a\.txt is not the file"):
        passages(_table(tmp_path, "8a98171a83c3"), tmp_path)


def _table(folder: Path, digest: str) -> Path:
    mentions = [[15, 24, "PERSON", "anna-berg"], [30, 34, "GPE", "oslo"]]
    row = {"file": "a.txt", "sha256": digest, "start": 15, "end": 35, "mentions": mentions}
    (folder / "table.json").write_text(json.dumps({"guidelines": "", "passages": [row]}))
    return folder / "table.json"
