"""The operator's entities.toml: a table of rulings with what they do, one of what is refused, and the page on it."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tasks.entities.ruled import Named, apply
from tasks.entities.rulings import _KEYS, parse
from tasks.errors import RulingsError
from tasks.records import Entity, Kind

_HERE = Path(__file__).parents[1]
CASES = json.loads((_HERE / "cases" / "rulings.json").read_text(encoding="utf-8"))
REFUSED = json.loads((_HERE / "cases" / "rulings_refused.json").read_text(encoding="utf-8"))
PAGE = (_HERE.parent / "docs" / "entities-toml.md").read_text(encoding="utf-8")
_KINDS: dict[str, Kind] = {"person": "PERSON", "org": "ORG", "place": "GPE", "country": "GPE", "norp": "NORP"}


def _rows(written: list[str]) -> list[Named]:
    """Turn "1 person:anna-berg Anna Berg" (or without the name) into a row."""
    rows = []
    for one in written:
        document, id_, *name = one.split(" ", 2)
        sort, _, of = id_.partition(":")
        shown = name[0] if name else of.replace("-", " ").title()
        country = of if sort == "country" else "US" if id_ == "place:ohio" else ""
        rows.append(Named(document, Entity(id_, shown, _KINDS[sort], country)))
    return rows


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    applied = apply(parse(case["toml"]), _rows(case["rows"]))
    assert [entity and entity.id for entity in applied.entities] == case["ids"]
    for field, key in (("name", "names"), ("kind", "kinds"), ("country", "countries")):
        if key in case:
            assert [entity and getattr(entity, field) for entity in applied.entities] == case[key]
    assert len(applied.notes) == case.get("notes", 0), applied.notes


@pytest.mark.parametrize("case", REFUSED, ids=[case["label"] for case in REFUSED])
def test_refused(case: dict[str, Any]) -> None:
    with pytest.raises(RulingsError) as error:
        apply(parse(case["toml"]), _rows(case.get("rows", [])))
    for words in case["says"]:
        assert words in str(error.value)


def test_the_order_of_the_rows_does_not_matter() -> None:
    for case in CASES:
        rows = _rows(case["rows"])
        forwards = apply(parse(case["toml"]), rows).entities
        assert apply(parse(case["toml"]), rows[::-1]).entities == forwards[::-1]


def test_rulings_applied_twice_change_nothing_more() -> None:
    for case in CASES:
        rows = _rows(case["rows"])
        once = apply(parse(case["toml"]), rows).entities
        kept = [Named(row.document, entity) for row, entity in zip(rows, once, strict=True) if entity]
        assert list(apply(parse(case["toml"]), kept).entities) == [row.entity for row in kept]


def _example() -> str:
    found = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_page_shows_every_table_and_key() -> None:
    read = tomllib.loads(_example())
    assert read.keys() == _KEYS.keys()
    for table, (must, may) in _KEYS.items():
        assert {key for row in read[table] for key in row} == must | may, f"[[{table}]] of the page"
        for key in must | may:
            assert f"`{key}`" in PAGE


def test_the_example_of_the_page_does_what_the_page_says() -> None:
    rows = _rows(
        [
            "1 person:anna-berg Anna Berg",
            "1 person:anna-maria-berg Anna Maria Berg",
            "1 org:lind-corporation Lind Corporation",
            "1 org:lind Lind",
            "2 person:john-smith John Smith",
            "2 place:ohio Ohio",
            "2 org:senate Senate",
            "3 person:john-smith John Smith",
            "3 org:riverside-bakery Riverside Bakery",
            "4 person:john-smith John Smith",
            "4 person:mercury Mercury",
            "4 org:mercury Mercury",
            "4 org:stock-photos Stock Photos",
            "4 person:norden Norden",
            "4 place:lindby Lindby",
            "4 org:harbour-board Harbour Board",
        ]
    )
    applied = apply(parse(_example()), rows)
    assert [entity and (entity.id, entity.name, entity.kind, entity.country) for entity in applied.entities] == [
        ("person:anna-berg", "Anna Berg", "PERSON", ""),
        ("person:anna-berg", "Anna Berg", "PERSON", ""),
        ("org:lind-corporation", "Lind Corporation", "ORG", ""),
        ("org:lind-corporation", "Lind Corporation", "ORG", ""),
        ("person:john-smith-senator", "John Smith (senator)", "PERSON", ""),
        ("place:ohio", "Ohio", "GPE", "US"),
        ("org:senate", "Senate", "ORG", ""),
        ("person:john-smith~riverside-bakery", "John Smith (baker)", "PERSON", ""),
        ("org:riverside-bakery", "Riverside Bakery", "ORG", ""),
        ("person:john-smith", "John Smith", "PERSON", ""),
        None,
        ("org:mercury", "Mercury Records", "ORG", ""),
        None,
        ("person:norden", "Norden", "ORG", ""),
        ("place:lindby", "Lindby", "GPE", "SE"),
        ("org:harbour-board", "Port of Oslo", "ORG", ""),
    ]
    assert applied.notes == ()


def test_a_split_does_not_reach_what_holds_for_all_documents() -> None:
    zabel, ohio = Entity("person:ada-zabel", "Ada Zabel", "PERSON"), Entity("place:ohio", "Ohio", "GPE", "US")
    rulings = parse('[[split]]\nentity = "Ada Zabel"\nwith = ["Ohio"]\nname = "Ada Zabel (Ohio)"\n')
    rows = [Named("", zabel), Named("", ohio), Named("d1", zabel), Named("d1", ohio), Named("d2", zabel)]
    ids = [entity.id for entity in apply(rulings, rows).entities if entity]
    assert ids == [zabel.id, ohio.id, f"{zabel.id}~ohio", ohio.id, zabel.id]
    assert "no document names" in apply(rulings, rows[:2]).notes[0]


def test_a_person_goes_into_a_person_and_not_into_the_country_of_that_name() -> None:
    jordan, mike = Entity("person:jordan", "Jordan", "PERSON"), Entity("person:mike-jordan", "Mike Jordan", "PERSON")
    country = Entity("country:JO", "Jordan", "GPE", "JO")
    rulings = parse('[[merge]]\ninto = "Jordan"\nnames = ["Mike Jordan"]\n')
    applied = apply(rulings, [Named("", each) for each in (jordan, mike, country)])
    assert [entity.id for entity in applied.entities if entity] == [jordan.id, jordan.id, country.id]
