"""Countries: a table of names and nationalities, and the table's own soundness."""

import json
from pathlib import Path
from typing import Any

import pytest

from tasks.entities import gazetteers
from tasks.entities.countries import country, nationality

CASES = json.loads((Path(__file__).parents[1] / "cases" / "countries.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['label']}: {case['name']}" for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    entity = country(case["name"]) or nationality(case["name"])
    assert (entity.country if entity else "") == case["country"]


def test_no_name_leads_to_two_countries() -> None:
    forms = [
        form
        for _, name, aliases, demonyms, _ in gazetteers.rows("countries")
        for form in (name, *aliases.split("|"), *demonyms.split("|"))
        if form
    ]
    assert sorted(form for form in set(forms) if forms.count(form) > 1) == []
