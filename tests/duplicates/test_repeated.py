"""How much of a document was read before, and where."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.duplicates.repeated import LEAST, Divided, repeated

LONG = LEAST + 40


def test_a_document_of_new_paragraphs_repeats_nothing() -> None:
    found = repeated([Divided("a", ((1, LONG), (2, LONG)))], {})
    assert (found["a"].share, found["a"].other) == (0.0, "")
    assert found["a"].first == {1: "a", 2: "a"}


def test_the_share_is_of_all_characters_that_count() -> None:
    found = repeated([Divided("b", ((1, 120), (2, 240), (3, 40)))], {1: "a"})["b"]
    assert (found.share, found.other) == (120 / 400, "a")
    assert found.first == {1: "a", 2: "b"}


def test_short_paragraphs_are_anybodys() -> None:
    found = repeated([Divided("a", ((1, LEAST - 1),)), Divided("b", ((1, LEAST - 1), (2, LEAST)))], {})
    assert (found["b"].share, found["b"].other) == (0.0, "")
    assert found["b"].first == {2: "b"}


def test_documents_of_one_batch_find_each_other_in_their_order() -> None:
    found = repeated([Divided("a", ((1, LONG),)), Divided("b", ((1, LONG), (2, LONG))), Divided("c", ((2, LONG),))], {})
    assert {id: (each.share, each.other) for id, each in found.items()} == {
        "a": (0.0, ""),
        "b": (0.5, "a"),
        "c": (1.0, "b"),
    }


def test_the_first_that_had_a_paragraph_is_named_and_not_the_last() -> None:
    found = repeated([Divided("b", ((1, LONG),)), Divided("c", ((1, LONG),))], {1: "a"})
    assert found["c"].first == {1: "a"}
    assert found["c"].other == "a"


def test_the_document_that_had_most_is_named() -> None:
    known = {1: "small", 2: "large", 3: "small"}
    found = repeated([Divided("new", ((1, 100), (2, 300), (3, 100), (4, 100)))], known)["new"]
    assert (found.share, found.other) == (5 / 6, "large")
    tied = repeated([Divided("new", ((1, 100), (2, 100)))], {1: "z", 2: "b"})["new"]
    assert (tied.share, tied.other) == (1.0, "b")


def test_what_a_document_says_twice_itself_was_not_read_before() -> None:
    found = repeated([Divided("a", ((1, LONG), (1, LONG), (2, LONG)))], {})["a"]
    assert (found.share, found.other) == (0.0, "")


def test_an_old_paragraph_that_stands_twice_counts_both_times() -> None:
    found = repeated([Divided("b", ((1, LONG), (1, LONG)))], {1: "a"})["b"]
    assert (found.share, found.other) == (1.0, "a")


def test_the_same_document_again_is_its_own_first() -> None:
    """What the warehouse knows from an earlier reading of it is no repetition."""
    found = repeated([Divided("a", ((1, LONG), (2, LONG)))], {1: "a"})["a"]
    assert (found.share, found.other) == (0.0, "")


def test_no_paragraphs_repeat_nothing() -> None:
    assert repeated([], {}) == {}
    found = repeated([Divided("a", ())], {})["a"]
    assert (found.share, found.other, found.first) == (0.0, "", {})


PARAGRAPHS = st.lists(st.tuples(st.integers(0, 12), st.sampled_from([20, 79, 80, 400])), max_size=6).map(tuple)


@given(st.lists(PARAGRAPHS, max_size=8), st.integers(0, 8))
def test_batches_change_nothing(documents: list[tuple[tuple[int, int], ...]], cut: int) -> None:
    divided = [Divided(str(place), each) for place, each in enumerate(documents)]
    whole = repeated(divided, {})
    first = repeated(divided[:cut], {})
    known: dict[int, str] = {}
    for found in first.values():
        known |= found.first
    assert first | repeated(divided[cut:], known) == whole
    assert all(0.0 <= each.share <= 1.0 for each in whole.values())
