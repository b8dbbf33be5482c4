"""Identity: a table of texts with their mentions marked, and what must hold of every answer."""

import json
import re
import time
from pathlib import Path
from typing import Any, cast

import pytest

from tasks.entities.identity import identify
from tasks.records import Kind, Mention

CASES = json.loads((Path(__file__).parents[1] / "cases" / "identity.json").read_text(encoding="utf-8"))
_MARK = re.compile(r"\[(PERSON|ORG|GPE|LOC|NORP) ([^\]]*)\]")


def _marked(marked: str) -> tuple[str, list[Mention]]:
    """Turn "[GPE Oslo] voted" into the plain text and its mentions."""
    text, mentions, after = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[after : mark.start()]
        mentions.append(Mention(len(text), len(text) + len(mark[2]), cast(Kind, mark[1]), mark[2]))
        text += mark[2]
        after = mark.end()
    return text + marked[after:], mentions


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    text, mentions = _marked(case["text"])
    found = {one.mention.start: one.entity.id for one in identify(text, mentions)}
    assert [found.get(mention.start) for mention in mentions] == case["entities"]


def test_an_id_has_one_name_and_kind() -> None:
    text, mentions = _marked("[PERSON Anna B. Berg], [PERSON Berg], [PERSON ANNA BERG], [ORG Acme Inc.], [ORG Acme]")
    entities = {one.entity for one in identify(text, mentions)}
    assert len(entities) == len({entity.id for entity in entities}) == 2


def _document(count: int) -> tuple[str, list[Mention]]:
    """A document of many people of one surname, and many organisations of one last word."""
    names = [f"[PERSON Anna{i} Berg] [PERSON Berg] of [ORG Town{i} Gazette], the [ORG Gazette]," for i in range(count)]
    return _marked(" ".join(names) + " [GPE Paris], [GPE Texas]")


def test_twice_the_mentions_take_no_longer_each() -> None:
    def seconds(count: int) -> float:
        text, mentions = _document(count)
        begin = time.process_time()
        identify(text, mentions)
        return time.process_time() - begin

    assert min(seconds(1_000) for _ in range(2)) < 3.5 * max(0.02, min(seconds(500) for _ in range(2)))


def test_the_mentions_come_back_in_their_order_and_as_they_were() -> None:
    for case in CASES:
        text, mentions = _marked(case["text"])
        found = [one.mention for one in identify(text, mentions)]
        assert found == [mention for mention in mentions if mention in found]


def test_an_id_has_one_name_and_kind_in_every_document() -> None:
    seen: dict[str, str] = {}
    for case in CASES:
        text, mentions = _marked(case["text"])
        in_document: dict[str, tuple[str, str]] = {}
        for one in identify(text, mentions):
            name, kind = in_document.setdefault(one.entity.id, (one.entity.name, one.entity.kind))
            assert (one.entity.name, one.entity.kind) == (name, kind)
            assert seen.setdefault(one.entity.id, one.entity.kind) == one.entity.kind


def test_no_mentions_no_entities() -> None:
    assert identify("Nothing.", []) == []
