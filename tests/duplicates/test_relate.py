"""The fate of a batch: the table of pairs, stars instead of chains, and independence of order and batches."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.duplicates.relate import Signed, decide
from tasks.duplicates.rules import Thresholds
from tasks.duplicates.signatures import sign
from tasks.records import Relation

CASES = json.loads((Path(__file__).parents[1] / "cases" / "duplicates.json").read_text(encoding="utf-8"))


def _signed(id: str, text: str, place: int = 0) -> Signed:
    signature = sign(text)
    return Signed(id, (place,), text, signature.text_hash, signature.bands)


def _found(case: dict[str, Any]) -> str:
    relations = decide([_signed("later", case["later"], 1), _signed("earlier", case["earlier"], 0)], {}, {}, {})
    assert all((relation.document, relation.other) == ("later", "earlier") for relation in relations)
    return relations[0].relation if relations else "none"


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else []
    return pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", list(map(_marked, CASES)))
def test_the_relation_of_a_pair(case: dict[str, Any]) -> None:
    assert _found(case) == case["relation"]


def test_the_confusions_of_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    confusions = Counter((case["relation"], _found(case)) for case in CASES)
    with capsys.disabled():
        print(
            "\n"
            + "\n".join(f"{true:>10} -> {found:<10} {count}" for (true, found), count in sorted(confusions.items()))
        )
    assert sum(count for (true, found), count in confusions.items() if true == found) >= 0.9 * len(CASES)


# -- reasons ----------------------------------------------------------------------------------------------------------

WORDS = [f"word{chr(97 + first)}{chr(97 + second)}" for first in range(20) for second in range(10)]
BASE = " ".join(WORDS)


def _only(earlier: str, later: str) -> Relation:
    (relation,) = decide([_signed("a", earlier, 0), _signed("b", later, 1)], {}, {}, {})
    return relation


def test_reasons_are_sentences_with_their_figures() -> None:
    assert _only(BASE, BASE.upper()).why == "the same text, but for case, spacing and punctuation"
    assert _only(BASE, BASE.replace("wordca", "other")).why == (
        "95% of the five-word sequences of the two texts are common to both; 2 words differ, "
        "no numbers, weekdays or months were replaced"
    )
    assert _only(BASE + " 12 people", BASE + " 15 people").why == (
        "98% of the five-word sequences of the two texts are common to both, but both words that "
        "differ are numbers, weekdays or months: the facts are new"
    )


def test_thresholds_are_arguments() -> None:
    pair = [_signed("a", BASE, 0), _signed("b", BASE.replace("wordca", "other"), 1)]
    assert decide(pair, {}, {}, {}, Thresholds(near=0.99)) == []


# -- stars ------------------------------------------------------------------------------------------------------------


def _changed(*places: int) -> str:
    return " ".join("changed" + word if place in places else word for place, word in enumerate(WORDS))


def test_a_chain_of_small_changes_does_not_join_its_ends() -> None:
    texts = [_changed(*range(0, 3 * step, 3)) for step in range(12)]
    relations = decide([_signed(f"{step:02}", text, step) for step, text in enumerate(texts)], {}, {}, {})
    duplicates = {relation.document for relation in relations}
    assert relations
    assert not duplicates & {relation.other for relation in relations}
    assert "11" not in {relation.document for relation in relations if relation.other == "00"}
    assert all(relation.jaccard >= 0.8 for relation in relations)


def test_the_most_similar_of_two_representatives_is_taken() -> None:
    far, close = _changed(*range(0, 60, 6)), _changed(100, 150)
    relations = decide([_signed("far", far, 0), _signed("close", close, 1), _signed("new", BASE, 2)], {}, {}, {})
    assert [(relation.document, relation.other) for relation in relations] == [("new", "close")]


def test_documents_of_earlier_batches_are_found_by_candidates_and_by_hash() -> None:
    new = [_signed("copy", BASE, 5), _signed("edited", _changed(3), 6), _signed("alone", "nothing like it", 7)]
    base = _signed("base", BASE)
    relations = decide(new, {"copy": ["base"], "edited": ["base"]}, {"base": BASE}, {base.text_hash: "base"})
    assert [(found.document, found.other, found.relation) for found in relations] == [
        ("copy", "base", "exact"),
        ("edited", "base", "near"),
    ]


def test_a_templated_document_counts_and_stands_for_its_own_copies() -> None:
    documents = [BASE + " 12 people", BASE + " 15 people", "By us. " + BASE + " 15 people"]
    relations = decide([_signed(str(place), text, place) for place, text in enumerate(documents)], {}, {}, {})
    assert [(found.document, found.other, found.relation) for found in relations] == [
        ("1", "0", "templated"),
        ("2", "1", "near"),
    ]


# -- order and batches ------------------------------------------------------------------------------------------------


def _in_batches(documents: Sequence[Signed], sizes: Sequence[int]) -> list[Relation]:
    """Decide batch after batch, with what a warehouse would answer for the earlier ones."""
    relations: list[Relation] = []
    counting: list[Signed] = []
    start = 0
    for size in [*sizes, len(documents)]:
        batch = documents[start : start + size]
        start += size
        candidates = {new.id: [old.id for old in counting if set(old.bands) & set(new.bands)] for new in batch}
        texts = {old.id: old.text for old in counting}
        found = decide(batch, candidates, texts, {old.text_hash: old.id for old in reversed(counting)})
        out = {relation.document for relation in found if relation.relation != "templated"}
        counting += [document for document in batch if document.id not in out]
        relations += found
    return relations


POOL = [text for case in CASES for text in (case["earlier"], case["later"])]
POOL += [_changed(*range(0, 3 * step, 3)) for step in range(12)]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_neither_order_nor_batches_change_the_clusters(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.sampled_from(POOL), min_size=2, max_size=25))
    documents = [_signed(f"{place:02}", text, place) for place, text in enumerate(texts)]
    whole = decide(documents, {}, {}, {})
    assert decide(data.draw(st.permutations(documents)), {}, {}, {}) == whole
    sizes = data.draw(st.lists(st.integers(1, 8), max_size=5))
    assert _in_batches(documents, sizes) == whole
