"""Who said what, when, who is named with whom and in which countries: asked of a warehouse with few documents."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tasks.gathering.company import found_pairs, neighbours
from tasks.gathering.countries import found_countries
from tasks.gathering.figures import found_figures
from tasks.gathering.quotes import found_quotes, leading
from tasks.gathering.timeline import found_timeline
from tasks.records import Analysis, DateMention, Entity, EntityMention, Figure, Mention, Quote
from tasks.warehouse import facts, names
from tasks.warehouse.analyses import commit_analysis
from tasks.warehouse.connection import Warehouse, open_warehouse
from tasks.warehouse.told import Said
from tests.gathering.filed import RUN, file_documents

TEXT = "Ada Quill came to Oslo. “No dam holds,” she said on 3 May 2026.\n\nBen Roe of Norway saw nobody."
QUILL = Entity("person:ada-quill", "Ada Quill", "PERSON")
ROE = Entity("person:ben-roe", "Ben Roe", "PERSON")
OSLO = Entity("place:oslo", "Oslo", "GPE", "NO")
NORWAY = Entity("country:NO", "Norway", "GPE", "NO")
SHE = TEXT.index("she")


def _mention(surface: str, entity: Entity) -> EntityMention:
    start = TEXT.index(surface)
    return EntityMention(Mention(start, start + len(surface), entity.kind, surface), entity)


def _analysis(document: str) -> Analysis:
    said, day = TEXT.index("No dam"), TEXT.index("3 May")
    quote = Quote(said, said + len("No dam holds,"), True, "said", "Ada Quill", SHE, SHE + 3, 0, 9)
    return Analysis(
        document,
        mentions=tuple(
            _mention(*pair) for pair in (("Ada Quill", QUILL), ("Oslo", OSLO), ("Ben Roe", ROE), ("Norway", NORWAY))
        ),
        quotes=((quote, QUILL.id), (replace(quote, start=0, end=9, speaker="", direct=False), "")),
        dates=(DateMention(day, day + 10, "2026-05-03", True), DateMention(0, 3, "2025", False)),
    )


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    """Three documents of one text, the last of a paragraph more that names nobody."""
    with open_warehouse(str(tmp_path)) as made:
        texts = {f"d{n}": TEXT for n in range(3)}
        file_documents(made, date(2026, 5, 6), texts)
        with made.commit("paragraphs", RUN.id, made.revision()):
            second = TEXT.index("Ben")
            rows = [
                (id, position, start, end, "body", 0, "")
                for id in texts
                for position, (start, end) in enumerate(((0, second - 2), (second, len(TEXT))))
            ]
            made.insert("paragraphs", ("document", "position", "start", "end", "kind", "hash", "first"), rows)
        commit_analysis(made, RUN, [_analysis(id) for id in texts], "2", made.revision())
        facts.choose(made, sorted(texts), [])
        names.rule(made)
        yield made


def test_a_quote_has_its_words_its_speaker_and_its_place(warehouse: Warehouse) -> None:
    [first, *others] = found_quotes(warehouse, facts.documents(warehouse))
    assert (first.speaker, first.entity, first.text, first.direct) == ("Ada Quill", QUILL.id, "No dam holds,", True)
    assert TEXT[first.start : first.end] == first.text
    assert [each.document for each in (first, *others)] == ["d0", "d1", "d2"]  # what nobody says is not there


def test_of_many_quotes_those_of_known_speakers_in_their_words_stay() -> None:
    said = [
        Said("d1", 1, 2, True, "said", "a spokesman", ""),
        Said("d1", 3, 4, False, "said", "Ada Quill", QUILL.id),
        Said("d1", 5, 6, True, "said", "Ben Roe", ROE.id),
        Said("d2", 7, 8, True, "said", "Ada Quill", QUILL.id),
        Said("d2", 9, 9, True, "said", "", ""),
    ]
    assert [each.start for each in leading(said)] == [7, 5, 3, 1]
    assert [each.start for each in leading(said, 2)] == [7, 5]


def test_a_date_of_an_event_has_one_sentence_of_each_story(warehouse: Warehouse) -> None:
    documents = facts.documents(warehouse)
    found = found_timeline(warehouse, documents)
    assert {(each.date, each.documents) for each in found} == {("2026-05-03", 3)}
    assert len(found) == 3
    assert "3 May 2026" in found[0].sentence
    told = tuple(replace(each, story="" if each.id == "d2" else "s1") for each in documents)
    assert [each.document for each in found_timeline(warehouse, told)] == ["d0", "d2"]


def test_a_country_is_counted_with_what_lies_in_it(warehouse: Warehouse) -> None:
    [norway] = found_countries(warehouse)
    assert (norway.country, norway.name, norway.mentions, norway.documents) == ("NO", "Norway", 6, 3)


def test_company_is_kept_in_paragraphs(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tasks.gathering.company.LEAST_SURPRISE", 0.1)  # three documents prove nothing
    pairs = found_pairs(warehouse, [each.id for each in (QUILL, ROE, OSLO, NORWAY)])
    assert [(each.a, each.b, each.documents, each.together) for each in pairs] == [
        (NORWAY.id, ROE.id, 3, 3),
        (QUILL.id, OSLO.id, 3, 3),
    ]
    assert neighbours(pairs)[QUILL.id] == (OSLO.id,)


def test_names_are_read_as_they_are_ruled(warehouse: Warehouse) -> None:
    changed = Entity("person:b-roe", "B. Roe", "PERSON")
    ruled = [("", ROE.id, changed.id), ("d1", ROE.id, QUILL.id), ("", OSLO.id, "")]
    names.rule(warehouse, ruled, [changed])
    counted = {id: (name, mentions) for id, name, _, _, mentions, _ in warehouse.rows("entities_of_issue", most=9)}
    assert counted == {
        QUILL.id: ("Ada Quill", 4),
        changed.id: ("B. Roe", 2),
        NORWAY.id: ("Norway", 3),
    }
    names.rule(warehouse, [("", QUILL.id, "")])
    assert found_quotes(warehouse, facts.documents(warehouse)) == ()  # what nobody says any more is not told
    names.rule(warehouse, [("", QUILL.id, changed.id)], [changed])
    assert {each.speaker for each in found_quotes(warehouse, facts.documents(warehouse))} == {"B. Roe"}


def test_a_figure_has_its_sentence_and_the_documents_that_state_it(tmp_path: Path) -> None:
    text = "Ada Quill spoke. The dam above Tind\ncost $40\nmillion, and nine boats sank. She left."
    at, end = text.index("$40"), text.index(", and")
    dollars = Figure(at, end, 40e6, "USD", "money")
    boats = Figure(text.index("nine"), text.index(" sank"), 9, "boats", "count")
    with open_warehouse(str(tmp_path)) as warehouse:
        file_documents(warehouse, date(2026, 5, 6), {"d0": text, "d1": text})
        found = [Analysis(id, figures=(dollars, boats)) for id in ("d0", "d1")]
        commit_analysis(warehouse, RUN, found, "2", warehouse.revision())
        facts.choose(warehouse, ["d0", "d1"], [])
        [figure] = found_figures(warehouse, facts.documents(warehouse))  # nine of anything tell too little
    assert (figure.value, figure.unit, figure.sort, figure.text) == (40e6, "USD", "money", "$40 million")
    assert (figure.document, figure.documents) == ("d0", 2)
    assert figure.sentence.startswith("The dam above Tind")
    assert "$40 million" in figure.sentence
