"""When documents are joined into a story, and how much of two documents' likeness counts that are some days apart."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]

WHOLE = 1 << 20  # what counts of a likeness if all of it does


@dataclass(frozen=True, slots=True)
class Linking:
    """When documents are joined.

    The values were chosen by `tests/benchmarks/stories.py` on all weeks of `tests/cases/election_stories.json`, a
    little on the precise side: a wrong document under a headline is worse than a story in two parts.

    threshold: mean likeness of all pairs of two groups that are joined, 0..1. floor: of pairs that count, as a share of
    the threshold; what is below it counts as 0, which saves time and space and changed nothing. shared: features that a
    pair must have in common; this is for documents of a few words. attaching: likeness of a single document to what a
    group has in common from which it joins the group, 0..1. near: days between two documents up to which all of their
    likeness counts; later: the share of it that counts beyond, 0..1. Of pairs of the same week that a reader put into
    one story, one in twenty is more than two days apart, of all pairs one in three.
    """

    threshold: float = 0.135
    floor: float = 0.5
    shared: int = 3
    attaching: float = 0.19
    near: int = 2
    later: float = 0.6


LINKING = Linking()


def counting(between: Whole, linking: Linking) -> Whole:
    """Give what counts of each likeness, in parts of WHOLE. between: days between the two documents.

    That an event is told of for a few days only is used after Yang, Pierce and Carbonell 1998, "A study of
    retrospective and on-line event detection".
    """
    return np.where(between <= linking.near, WHOLE, round(WHOLE * linking.later))
