"""Dates and figures that a person marked, kept as offsets into articles, in; passages of text with them out.

The articles are no part of the project. The tables in tests/cases say which they are, by name and hash, and where
in them a passage stands; without the articles beside the project there are no passages.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from tasks.records import DateMention, Figure
from tests.benchmarks.product import CORPORA

CASES = Path(__file__).parents[1] / "cases"

Half = Literal["development", "held out"]
Span = tuple[int, int]
Marked = TypeVar("Marked", DateMention, Figure)


@dataclass(frozen=True, slots=True)
class Passage(Generic[Marked]):
    """Some paragraphs of an article and what a person marked in them; offsets into `text`, sorted, apart.

    published: the day in the article's name. doubtful: spans that a score should ignore, found or not.
    """

    file: str
    published: date
    text: str
    marked: tuple[Marked, ...]
    doubtful: tuple[Span, ...]


def dated(half: Half, corpora: Path = CORPORA) -> list[Passage[DateMention]]:
    """Give the passages of a half with their dates."""
    return [_passage(row, row["dates"], DateMention, corpora) for row in _rows("dates", half)]


def figured(half: Half, corpora: Path = CORPORA) -> list[Passage[Figure]]:
    """Give the passages of a half with their figures, of which nobody marked the bound."""
    return [_passage(row, row["figures"], Figure, corpora) for row in _rows("figures", half)]


def _rows(kind: str, half: Half) -> list[dict[str, Any]]:
    name = f"election_{kind}{'' if half == 'development' else '_held_out'}.json"
    rows: list[dict[str, Any]] = json.loads((CASES / name).read_text(encoding="utf-8"))["passages"]
    return rows


def _passage(
    row: dict[str, Any], marks: list[list[Any]], record: Callable[..., Marked], corpora: Path
) -> Passage[Marked]:
    start = row["start"]
    return Passage(
        row["file"],
        date.fromisoformat(row["published"]),
        _article(corpora / row["file"], row["sha256"])[start : row["end"]],
        tuple(record(begin - start, end - start, *rest) for begin, end, *rest in marks),
        tuple((begin - start, end - start) for begin, end in row["doubtful"]),
    )


def _article(path: Path, digest: str) -> str:
    """Give the text of an article, newlines as they are; another text than the one that was marked is an error."""
    data = path.read_bytes()
    if not hashlib.sha256(data).hexdigest().startswith(digest):
        raise ValueError(f"{path} is not the article that was marked: its SHA-256 does not begin with {digest}")
    return data.decode("utf-8")
