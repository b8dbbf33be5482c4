"""briefing.json carries exactly the fields of the contract, and the same issue gives the same text."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from tasks.briefing.facts import as_json, dumps
from tasks.records import Briefing

from .issues import empty, hostile, many, week

CONTRACT = {
    "issue": "number cadence start end timezone snapshot",
    "summary": "received documents duplicates superseded revisions templated rejected words",
    "documents": "id title byline publisher published language words source story repeated repeats repeats_dated",
    "relations": "document other relation jaccard containment why rule changes",
    "rejected": "source stage reason",
    "words": "term count documents keyness log_ratio trend dispersion forms",
    "phrases": "term count documents keyness log_ratio trend dispersion forms",
    "entities": "id name kind aliases mentions documents country first_issue trend company",
    "pairs": "a b documents together surprise",
    "countries": "country name mentions documents",
    "quotes": "speaker entity cue text direct document start end",
    "timeline": "date document sentence documents",
    "figures": "value unit sort text document sentence documents",
    "stories": "id headline headline_document documents since before sentences terms entities",
    "changes": "id term kind change count documents expected low high surprise trend",
    "measures": "kind label documents words lix grade mattr",
}


def test_the_fields_are_those_of_the_contract() -> None:
    facts = as_json(week())
    assert set(facts) == set(CONTRACT)
    for name, fields in CONTRACT.items():
        first = facts[name] if isinstance(facts[name], dict) else facts[name][0]
        assert set(first) == set(fields.split()), name


@pytest.mark.parametrize("made", [week, empty, many, hostile])
def test_every_row_of_the_briefing_is_there_in_its_order(made: Callable[[], Briefing]) -> None:
    briefing = made()
    facts = json.loads(dumps(as_json(briefing)))
    assert [each["id"] for each in facts["documents"]] == [each.id for each in briefing.documents]
    assert [each["title"] for each in facts["documents"]] == [each.title for each in briefing.documents]
    assert [each["term"] for each in facts["words"]] == [each.term for each in briefing.words]
    assert [each["term"] for each in facts["changes"]] == [each.term for each in briefing.trends]
    assert [each["id"] for each in facts["stories"]] == [each.id for each in briefing.stories]
    assert [each["label"] for each in facts["measures"]] == [each.label for each in briefing.measures]
    assert [each["reason"] for each in facts["rejected"]] == [each.reason for each in briefing.rejected]
    assert [each["why"] for each in facts["relations"]] == [each.why for each in briefing.relations]


def test_the_same_facts_give_the_same_bytes_and_any_text_can_be_encoded() -> None:
    assert dumps(as_json(hostile())).encode() == dumps(as_json(hostile())).encode()


def test_a_number_that_json_cannot_carry_is_an_error() -> None:
    broken = replace(week(), words=(replace(week().words[0], log_ratio=float("inf")),))
    with pytest.raises(ValueError, match="Out of range float"):
        dumps(as_json(broken))
