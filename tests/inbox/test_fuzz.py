"""Files that are nearly right never raise anything but a rejection, and what is read of them is clean and stays so."""

from tests.fuzz import run


def test_mutated_seeds() -> None:
    assert run(0, 400) == []
