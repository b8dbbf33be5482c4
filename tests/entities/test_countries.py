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
    ] + [
        form
        for _, _, aliases, demonyms in gazetteers.rows("country_names")
        for form in (*aliases.split("|"), *demonyms.split("|"))
        if form
    ]
    assert sorted(form for form in set(forms) if forms.count(form) > 1) == []


def test_a_code_has_one_name() -> None:
    names = {row[0]: row[1] for row in gazetteers.rows("countries")}
    assert all(names.get(code, name) == name for code, name, _, _ in gazetteers.rows("country_names"))


def test_regions_people_and_towns_lead_to_one_place() -> None:
    forms = [form for row in gazetteers.rows("regions") for form in (row[0], *row[2].split("|")) if form]
    assert sorted(form for form in set(forms) if forms.count(form) > 1) == []
    others = [form for form, _ in gazetteers.rows("place_names")]
    assert sorted(form for form in set(others) if others.count(form) > 1) == []


def test_titles_people_and_organisations_stand_once() -> None:
    for forms in (
        [words for words, _, _ in gazetteers.rows("titles")],
        [form for name, rest in gazetteers.rows("people") for form in (name, *rest.split("|")) if form],
        [form for name, rest in gazetteers.rows("organisations") for form in (name, *rest.split("|")) if form],
        [name for name, _ in gazetteers.rows("sexes")],
    ):
        assert sorted(form for form in set(forms) if forms.count(form) > 1) == []
