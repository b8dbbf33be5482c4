"""Telling figures: what several documents state comes first, then the largest of each sort in turn."""

from tasks.entities.figures import find_figures
from tasks.entities.figures.telling import Stated, Telling, telling


def _stated(*documents: str) -> list[Stated]:
    """Each text as a document of one sentence, named by its place."""
    return [Stated(f"d{place}", figure, text) for place, text in enumerate(documents) for figure in find_figures(text)]


def _shown(told: list[Telling]) -> list[tuple[float, str, int]]:
    return [(one.stated.figure.value, one.stated.figure.unit, len(one.documents)) for one in told]


def test_small_counts_and_measures_are_not_told() -> None:
    assert telling(_stated("Three people waited for six years and paid $20.", "It is 50 times larger.")) == []


def test_the_dead_are_told_however_few() -> None:
    assert _shown(telling(_stated("The blast left 20 dead and three injured."))) == [(20, "dead", 1)]


def test_what_several_documents_state_comes_first() -> None:
    told = telling(
        _stated(
            "The company earned $9 billion.",
            "Overdoses killed more: 70,000 overdose deaths across the country.",
            "There were 70,000 overdose deaths across the country, officials said.",
        )
    )
    assert _shown(told) == [(70_000, "overdose deaths", 2), (9e9, "USD", 1)]
    assert told[0].documents == ("d1", "d2")


def test_the_same_share_of_something_else_is_another_figure() -> None:
    told = telling(
        _stated(
            "Turnout among younger voters fell by 40 per cent.",
            "Wheat harvests shrank by 40 per cent.",
            "Among younger voters turnout dropped 40%.",
        )
    )
    assert _shown(told) == [(40, "%", 2), (40, "%", 1)]


def test_the_largest_of_each_sort_take_turns() -> None:
    told = telling(
        _stated("It cost $3 million.", "It cost $8 million.", "Some 900 homes burned.", "Half of it is gone.")
    )
    assert _shown(told) == [(8e6, "USD", 1), (900, "homes", 1), (50, "%", 1), (3e6, "USD", 1)]


def test_a_light_currency_does_not_outweigh_a_heavy_one() -> None:
    told = telling(_stated("They paid 900 million yen.", "They paid 90 million dollars."))
    assert _shown(told) == [(90e6, "USD", 1), (900e6, "JPY", 1)]


def test_no_document_gives_more_than_two_and_no_more_are_told_than_asked_for() -> None:
    farm = "It has 1,000 cows. It has 2,000 hens. It has 3,000 geese."
    many = [Stated("farm", figure, str(figure.start)) for figure in find_figures(farm)] + _stated("It has 500 goats.")
    assert _shown(telling(many)) == [(3_000, "geese", 1), (2_000, "hens", 1), (500, "goats", 1)]
    assert len(telling(many, most=1)) == 1


def test_a_document_that_repeats_itself_counts_once() -> None:
    text = "The fund holds $5 million, and $5 million is what the fund holds."
    assert _shown(telling(_stated(text))) == [(5e6, "USD", 1)]


def test_a_sentence_gives_one() -> None:
    assert _shown(telling(_stated("She led by 46 percent to 44 percent."))) == [(46, "%", 1)]


def test_nothing_stated_gives_nothing() -> None:
    assert telling([]) == []
