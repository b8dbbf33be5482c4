"""What does not change the decision: the order inside a batch, the cutting into batches, and how crowded a key is."""

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tasks.duplicates import relate
from tasks.duplicates.evidence import Pair, Thresholds
from tasks.duplicates.relate import CROWD, MOST_JUDGED, Decided, Earlier, Signed, decide
from tasks.duplicates.rules import Verdict, judge
from tests.duplicates.signing import CASES, Side, earlier, in_batches, signed

LETTERS = "bcdfghjklm"
WORDS = [f"word{first}{second}" for first in LETTERS for second in LETTERS]


def _chain(step: int) -> str:
    return " ".join("other" + word if place % 3 == 0 and place < 3 * step else word for place, word in enumerate(WORDS))


POOL: list[Side] = [side for case in CASES for side in (case["earlier"], case["later"])]
POOL += [_chain(step) for step in range(12)]
NEIGHBOURS = [place for place, case in enumerate(CASES) if case["relation"] != "none"]


def _same(one: Decided, other: Decided) -> bool:
    return (one.relations, dict(one.fates), dict(one.keys)) == (other.relations, dict(other.fates), dict(other.keys))


@st.composite
def _sequences(draw: st.DrawFn) -> list[Signed]:
    """Both sides of a few cases, again and again, and some of others, so that there is something to decide."""
    few = draw(st.lists(st.sampled_from(NEIGHBOURS), min_size=1, max_size=4))
    near = [place for case in few for place in (2 * case, 2 * case + 1)]
    places = draw(st.lists(st.sampled_from(near) | st.integers(0, len(POOL) - 1), min_size=2, max_size=25))
    return [signed(f"{at:02}", POOL[place], at) for at, place in enumerate(places)]


@settings(max_examples=60, deadline=None)
@given(_sequences(), st.data())
def test_neither_order_nor_batches_change_what_is_decided(documents: list[Signed], data: st.DataObject) -> None:
    whole = decide(documents, Earlier())
    assert _same(decide(data.draw(st.permutations(documents)), Earlier()), whole)
    assert _same(in_batches(documents, data.draw(st.lists(st.integers(1, 8), max_size=6))), whole)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 12), max_size=12))
@example([1] * 24)
def test_batches_do_not_cut_a_chain_of_small_changes_in_another_way(sizes: list[int]) -> None:
    documents = [signed(f"{step:02}", _chain(step % 12), step) for step in range(24)]
    assert _same(in_batches(documents, sizes), decide(documents, Earlier()))


def test_the_whole_pool_in_batches() -> None:
    documents = [signed(f"{place:03}", side, place) for place, side in enumerate(POOL)]
    whole = decide(documents, Earlier())
    assert len(whole.fates) > 60
    assert _same(in_batches(documents, [7, 1, 50] * 5), whole)


# -- crowds -----------------------------------------------------------------------------------------------------------

GATES = ("upper", "lower", "northern", "southern", "eastern", "western", "inner", "outer")


def _filling(number: int) -> str:
    """A daily notice; its figures differ from those of every other day."""
    levels = " ".join(
        f"At the {gate} gate of the harbour the water stood {number * 31 + place * 17 + 100} hundredths above the mark."
        for place, gate in enumerate(GATES)
    )
    return (
        f"Notice {number} of the harbour office. {levels} Ships that draw more than the water gives must wait in the "
        "roads until the pilot comes aboard, and must not anchor in the fairway or near the cable."
    )


FILLINGS = 200
FORM = [signed(f"{number:03}", _filling(number), number) for number in range(FILLINGS)]


@pytest.fixture(scope="module")
def judged() -> Counter[str]:
    """How many others each filling is compared with word by word, by its text; filled with `form`."""
    return Counter()


@pytest.fixture(scope="module")
def form(judged: Counter[str]) -> Decided:
    """All fillings, decided in one batch."""

    def counting(pair: Pair, thresholds: Thresholds) -> Verdict | None:
        judged[pair.text] += 1
        return judge(pair, thresholds)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(relate, "judge", counting)
        return decide(FORM, Earlier())


def test_all_fillings_of_a_form_count(form: Decided) -> None:
    assert form.fates == {}
    assert {each.relation for each in form.relations} <= {"templated", "related"}
    assert {each.document for each in form.relations if each.relation == "templated"} == {each.id for each in FORM[1:]}


def test_a_crowded_key_is_not_added_for_ever(form: Decided) -> None:
    crowded = False
    for kind, most in CROWD.items():
        holders = Counter(key for keys in form.keys.values() for key in set(keys.get(kind, ())))
        assert max(holders.values(), default=0) <= most
        crowded |= max(holders.values(), default=0) == most
    assert crowded, "no key of this form leads to a crowd: nothing is tested here"


@pytest.mark.usefixtures("form")
def test_each_filling_is_compared_with_a_bounded_number(judged: Counter[str]) -> None:
    assert 0 < max(judged.values()) <= MOST_JUDGED


def test_batches_of_a_form_are_decided_as_one(form: Decided) -> None:
    assert _same(in_batches(FORM, [64, 1, 1, 70]), form)


def test_a_copy_of_any_filling_is_found_in_the_crowd(form: Decided) -> None:
    copies = [
        signed(f"copy of {number:03}", f"By our own correspondent. {_filling(number)} Passed on as we had it.", 999)
        for number in (0, 20, 64, 150, 199)
    ]
    decided = decide(copies, earlier(copies, FORM, form))
    assert set(decided.fates.values()) == {"near"}
    assert {each.document: each.other for each in decided.relations} == {
        each.id: each.id.removeprefix("copy of ") for each in copies
    }
    assert decided.keys == {}
