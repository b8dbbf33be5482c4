"""Title, byline, publisher and date are found where the world writes them, each with its origin."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.inbox import read
from tasks.records import Extracted, Metadata, MetadataField
from tasks.text.filenames import compiled
from tasks.text.metadata import describe
from tasks.text.normalise import normalise

CASES = json.loads((Path(__file__).parents[1] / "cases" / "metadata.json").read_text())
LINES = ["Talks end",
         "By Jane Doe | Reuters", "Jane Doe", "7 May 2019", "MEDIA RELEASE", "© 2019 B", "A. B. " * 99, "—", "x\ny",
         "This article originally appeared in the", "A red hall alt=A red hall", "Photo: AP"]  # fmt: skip
SHARED = Path(__file__).parents[3] / "shared"


def _marked(row: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=row["fails"])] if "fails" in row else []
    return pytest.param(row, id=row["label"], marks=marks)


@pytest.mark.parametrize("row", list(map(_marked, CASES)))
def test_metadata(row: dict[str, Any]) -> None:
    given = [(*field, "front matter")[:3] for field in row.get("fields", [])]
    fields = tuple(MetadataField(name, value, origin) for name, value, origin in given)
    clean = normalise(row["text"])
    extracted = Extracted(row["text"], "text", "utf-8", metadata=fields)
    metadata, paragraphs = describe(clean, extracted, row["path"], row.get("patterns", []))
    found = {field: getattr(metadata, field) for field in Metadata.__dataclass_fields__}
    for field, value in row["want"].items():
        assert found[field] == (tuple(value) if isinstance(value, list) else value), field
    if "kinds" in row:
        assert [each.kind for each in paragraphs] == row["kinds"]


def test_patterns_cannot_run_away() -> None:
    """Two hundred fields with the same mark between them are matched in one way only."""
    pattern = compiled("_".join(f"{{field{number}}}" for number in range(50)))
    assert pattern.fullmatch("_" * 5000) is None


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n\n".join), st.text(max_size=30))
def test_any_text_and_any_path(text: str, path: str) -> None:
    clean = normalise(text)
    metadata, paragraphs = describe(clean, Extracted(text, "text", "utf-8"), path, ["{publisher}_{date}_{slug}"])
    assert len(metadata.title) <= 201
    assert set(metadata.origins) <= set(Metadata.__dataclass_fields__)
    assert all(0 <= each.start < each.end <= len(clean.text) for each in paragraphs)


def test_the_crawled_article() -> None:
    found = sorted((SHARED / "seeds").glob("*.txt"))
    if not found:
        pytest.skip("../shared/seeds is not here")
    (extracted,) = read(found[0].name, found[0].read_bytes())
    clean = normalise(extracted.text)
    metadata, paragraphs = describe(clean, extracted, found[0].name)
    assert metadata.byline == ("Simone McCarthy",)
    assert metadata.publisher == "South China Morning Post"
    assert metadata.published == "2019"
    assert metadata.title.startswith("Joint US-Chinese operations against fentanyl")
    assert [each.kind for each in paragraphs].count("caption") == 3
    assert clean.repairs["restore_dashes"] == 5
    text = "\n".join(clean.text[each.start : each.end] for each in paragraphs if each.kind != "furniture")
    assert "rights reserved" not in text
    assert "alt=" not in clean.text
