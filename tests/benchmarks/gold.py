"""A table of mentions that were marked by reading -> passages of real articles with their mentions, to score against.

The tables (`tests/cases/election_entities.json`, and `election_entities_held_out.json` for the last look) hold offsets
only, since the articles belong to their publishers. The text is read from the corpora; a file that has changed since it
was marked is an error, as its offsets would point anywhere.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks.records import Kind

CASES = Path(__file__).parents[1] / "cases"
DEVELOPMENT = CASES / "election_entities.json"
HELD_OUT = CASES / "election_entities_held_out.json"


class ChangedFile(ValueError):
    """A file of the corpora is not the one that was marked."""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A name as a reader marked it: text[start:end] of its passage. key: one for all names of the same thing there."""

    start: int
    end: int
    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of whole paragraphs of an article, and its mentions, sorted and apart. file: below the corpora."""

    file: str
    text: str
    mentions: tuple[GoldMention, ...]


def passages(path: Path, corpora: Path) -> list[Passage]:
    """Give the passages of a table, with their text out of the corpora and the offsets counted from their beginning."""
    return [_passage(row, corpora) for row in json.loads(path.read_text(encoding="utf-8"))["passages"]]


def _passage(row: dict[str, Any], corpora: Path) -> Passage:
    data = (corpora / row["file"]).read_bytes()
    if not hashlib.sha256(data).hexdigest().startswith(row["sha256"]):
        raise ChangedFile(f"{row['file']} is not the file that was marked: take it from the corpora as they were.")
    first = row["start"]
    mentions = (GoldMention(start - first, end - first, kind, key) for start, end, kind, key in row["mentions"])
    # Decoded by hand: reading in text mode would change the newlines, and with them the offsets.
    return Passage(row["file"], data.decode("utf-8")[first : row["end"]], tuple(mentions))
