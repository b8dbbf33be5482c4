"""What two texts both tell, beside the passages that they share."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.duplicates.telling import told_by_both

BACKGROUND = (
    "The board was founded in 1921 by Thora Lind to keep the locks of the river open to all who pay their toll."
)
TEXTS = st.lists(st.sampled_from(["Lind", "lind", "Hame", "120", "7", "the", "and", "met."]), max_size=30).map(" ".join)


def test_names_and_numbers_of_both_are_counted() -> None:
    told = told_by_both("Divers met Ada Quill at Hame with 120 men.", "In Hame, said Ada Quill, were 120 women.")
    assert told.common >= 4
    assert told.overlap > 0.5


def test_what_stands_in_a_shared_passage_tells_nothing() -> None:
    told = told_by_both(f"The weir at Hame broke. {BACKGROUND}", f"The rates at Corran rose. {BACKGROUND}")
    assert (told.common, told.overlap) == (0, 0.0)
    assert len(told.passages) == 1


def test_a_word_that_is_written_small_elsewhere_is_no_name() -> None:
    assert told_by_both("Barges wait at the weir.", "Barges, and more barges, are at the quay.").common == 0


def test_nothing_is_told_by_no_text() -> None:
    told = told_by_both("", "")
    assert (told.common, told.overlap, list(told.passages)) == (0, 0.0, [])


@given(TEXTS, TEXTS)
def test_it_reads_the_same_backwards(a: str, b: str) -> None:
    there, back = told_by_both(a, b), told_by_both(b, a)
    assert (there.common, there.overlap) == (back.common, back.overlap)
    assert 0.0 <= there.overlap <= 1.0
