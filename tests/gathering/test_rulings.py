"""Whom names mean in all documents together, and as the operators rule: asked of a warehouse with few documents."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tasks.gathering.names import rule_names
from tasks.records import Analysis, Entity, EntityMention, Kind, Mention
from tasks.warehouse import facts, names
from tasks.warehouse.analyses import commit_analysis
from tasks.warehouse.connection import Warehouse, open_warehouse
from tasks.warehouse.writes import commit_ruling
from tests.gathering.filed import RUN, file_documents

END = date(2026, 5, 31)
ZABEL = Entity("person:ada-zabel", "Ada Zabel", "PERSON")
_KINDS: dict[str, Kind] = {"person": "PERSON", "org": "ORG", "place": "GPE", "country": "GPE"}

Named = dict[str, tuple[str, str]]
"""What a document names: a surface, with the id and the name of its entity."""


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    with open_warehouse(str(tmp_path)) as made:
        yield made


def _entity(id_: str, name: str) -> Entity:
    sort, _, of = id_.partition(":")
    return Entity(id_, name, _KINDS[sort], of if sort == "country" else "")


def _file(warehouse: Warehouse, *documents: Named, texts: tuple[str, ...] = (), apart: bool = False) -> None:
    """File documents d0, d1 and on, of the surfaces each names or of its text; apart: a day after each other."""
    filed = {f"d{number}": text for number, text in enumerate(texts or map(" met ".join, documents))}
    day = date(2026, 5, 1)
    for some in [{id_: text} for id_, text in filed.items()] if apart else [filed]:
        file_documents(warehouse, day, some)
        day += timedelta(1)
    found = []
    for (id_, text), named in zip(filed.items(), documents, strict=True):
        entities = [(text.index(surface), surface, _entity(*told)) for surface, told in named.items()]
        mentions = [EntityMention(Mention(at, at + len(of), each.kind, of), each) for at, of, each in entities]
        found.append(Analysis(id_, mentions=tuple(mentions)))
    commit_analysis(warehouse, RUN, found, "2", warehouse.revision())
    facts.choose(warehouse, list(filed), [])


def _rule(warehouse: Warehouse, text: str = "", end: date = END) -> tuple[str, ...]:
    if text:
        commit_ruling(warehouse, RUN, text, warehouse.revision())
    return rule_names(warehouse, end)


def _read(warehouse: Warehouse) -> dict[str, tuple[str, int]]:
    """The entities of the issue as they are read: their names, and how many documents have them."""
    rows = warehouse.rows("entities_of_issue", most=99)
    return {id_: (name, documents) for id_, name, _, _, _, documents in rows}


def _full(number: int, id_: str = ZABEL.id, name: str = ZABEL.name) -> list[Named]:
    return [{name: (id_, name)}] * number


SHORT: Named = {"Zabel": ("person:zabel", "Zabel")}


def test_a_short_name_means_whom_most_documents_mean(warehouse: Warehouse) -> None:
    _file(warehouse, *_full(5), SHORT)
    assert _rule(warehouse) == ()
    assert _read(warehouse) == {ZABEL.id: ("Ada Zabel", 6)}


def test_of_two_who_bear_it_alike_a_short_name_means_neither(warehouse: Warehouse) -> None:
    _file(warehouse, *_full(5), *_full(5, "person:otto-zabel", "Otto Zabel"), SHORT)
    _rule(warehouse)
    assert {id_: documents for id_, (_, documents) in _read(warehouse).items()} == {
        ZABEL.id: 5,
        "person:otto-zabel": 5,
        "person:zabel": 1,
    }


def test_what_comes_after_the_period_tells_nothing_about_it(warehouse: Warehouse) -> None:
    _file(warehouse, SHORT, *_full(5), apart=True)
    _rule(warehouse, end=date(2026, 5, 5))  # four documents in full by then
    assert _read(warehouse)["person:zabel"] == ("Zabel", 1)
    _rule(warehouse, end=date(2026, 5, 6))
    assert _read(warehouse) == {ZABEL.id: ("Ada Zabel", 6)}


def test_letters_mean_the_organisation_that_others_explain(warehouse: Warehouse) -> None:
    group = ("org:weir-masters-union", "Weir Masters Union")
    explained: Named = {"Weir Masters Union": group, "WMU": group}
    _file(warehouse, explained, explained, {"WMU": ("org:wmu", "WMU")})
    _rule(warehouse)
    assert _read(warehouse) == {group[0]: ("Weir Masters Union", 3)}


def _two_lives(warehouse: Warehouse) -> None:
    """File three documents of a Norwegian and two of a Peruvian of the same name."""
    person = {"Ada Zabel": (ZABEL.id, ZABEL.name)}
    norway, peru = {"Norway": ("country:NO", "Norway")}, {"Peru": ("country:PE", "Peru")}
    _file(warehouse, *[person | norway] * 3, *[person | peru] * 2)


def test_one_name_in_two_lives_becomes_two(warehouse: Warehouse) -> None:
    _two_lives(warehouse)
    _rule(warehouse)
    people = {id_: told for id_, told in _read(warehouse).items() if id_.startswith("person:")}
    assert people == {ZABEL.id: ("Ada Zabel", 3), f"{ZABEL.id}~pe": ("Ada Zabel (pe)", 2)}


def test_fields_tell_two_lives_apart_too(warehouse: Warehouse) -> None:
    person = {"Ada Zabel": (ZABEL.id, ZABEL.name)}
    judge, baker = "Ada Zabel, a judge from here, spoke.", "Ada Zabel, a baker from there, slept."
    _file(warehouse, *[person] * 5, texts=(judge, judge, judge, baker, baker))
    _rule(warehouse)
    people = {id_: told for id_, told in _read(warehouse).items() if id_.startswith("person:")}
    assert people == {ZABEL.id: ("Ada Zabel", 3), f"{ZABEL.id}~baker": ("Ada Zabel (baker)", 2)}


RULINGS = """
[[merge]]
into = "Ada Zabel"
names = ["A. Zabel"]

[[rename]]
entity = "Dam Board"
name = "Board of the Dam"

[[ignore]]
entity = "org:read-more"

[[split]]
entity = "person:ben-roe"
name = "Ben Roe (Oslo)"
with = ["Oslo"]
"""


def _ruled(warehouse: Warehouse) -> None:
    roe = {"Ben Roe": ("person:ben-roe", "Ben Roe")}
    _file(
        warehouse,
        *_full(1),
        {"A. Zabel": ("person:a-zabel", "A. Zabel"), "Read More": ("org:read-more", "Read More")},
        roe | {"Oslo": ("place:oslo", "Oslo")},
        roe | {"Dam Board": ("org:dam-board", "Dam Board")},
    )


def test_the_operators_rulings_hold_for_what_is_there_already(warehouse: Warehouse) -> None:
    _ruled(warehouse)
    assert _rule(warehouse, RULINGS) == ()
    assert _read(warehouse) == {
        ZABEL.id: ("Ada Zabel", 2),
        "org:dam-board": ("Board of the Dam", 1),
        "person:ben-roe": ("Ben Roe", 1),
        "person:ben-roe~oslo": ("Ben Roe (Oslo)", 1),
        "place:oslo": ("Oslo", 1),
    }


def test_a_ruling_that_meets_nothing_is_noted(warehouse: Warehouse) -> None:
    _ruled(warehouse)
    [note] = _rule(warehouse, '[[rename]]\nentity = "Nobody At All"\nname = "Somebody"\n')
    assert "rename" in note
    assert "Nobody At All" in note
    assert len(_read(warehouse)) == 6


def test_the_operators_have_the_last_word(warehouse: Warehouse) -> None:
    _file(warehouse, *_full(5), SHORT)
    _rule(warehouse, f'[[rename]]\nentity = "{ZABEL.id}"\nname = "Dame Ada"\n')
    assert _read(warehouse) == {ZABEL.id: ("Dame Ada", 6)}


def test_reading_twice_gives_the_same_and_writes_nothing(warehouse: Warehouse) -> None:
    _two_lives(warehouse)
    _rule(warehouse, '[[merge]]\ninto = "Norway"\nnames = ["Peru", "Atlantis"]\n')
    first, revision = _read(warehouse), warehouse.revision()
    notes = rule_names(warehouse, END)
    assert rule_names(warehouse, END) == notes
    assert len(notes) == 1
    assert _read(warehouse) == first
    assert warehouse.revision() == revision
    assert names.ruling(warehouse).startswith("[[merge]]")
