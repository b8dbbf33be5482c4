"""A term's counts over the periods -> what was to be expected of the last, and whether it is new, risen or fallen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

Change = Literal["new", "risen", "fallen", "steady"]

OUTSIDE = 0.005  # of the expected distribution on each side: one steady term in a hundred is called risen or fallen
FEWEST_NEW = 3  # uses that make a term new; fewer may be a slip of the pen


@dataclass(frozen=True, slots=True)
class Trend:
    """A term's course. series: counts, oldest first; expected, low, high: of the last one, by the earlier ones."""

    series: tuple[int, ...]
    expected: float
    low: int
    high: int
    change: Change


def trend(series: Sequence[int], totals: Sequence[int]) -> Trend:
    """Compare the last period's count with the earlier ones. totals: words in each period, of the same length.

    Counts of a steady term are Poisson with a rate per word that the earlier periods tell. As they tell it imprecisely,
    the rate has the gamma distribution of Jeffreys' prior after the past count, and the expected count is negative
    binomial (Gelman et al., "Bayesian data analysis", 2.6): wide after a short past, nearly Poisson after a long one.
    low and high enclose 99 % of it. Without any past nothing is expected, and the term is steady.

    Raises ValueError where the two are not of one length or are empty.
    """
    if len(series) != len(totals) or not series:
        raise ValueError(f"{len(series)} counts for {len(totals)} periods")
    past, current = sum(series[:-1]), series[-1]
    past_words, words = sum(totals[:-1]), totals[-1]
    if past_words == 0:
        return Trend(tuple(series), float(current), current, current, "steady")
    low, high = _range(past, past_words, words)
    return Trend(tuple(series), past / past_words * words, low, high, _change(past, current, low, high))


def _change(past: int, current: int, low: int, high: int) -> Change:
    if past == 0 and current >= max(FEWEST_NEW, high + 1):
        return "new"
    if current > high and current >= FEWEST_NEW:
        return "risen"
    return "fallen" if current < low else "steady"


def _range(past: int, past_words: int, words: int) -> tuple[int, int]:
    """Give the least and the most uses that are no surprise: quantiles of the negative binomial."""
    shape, failure = past + 0.5, words / (past_words + words)
    mean = shape * words / past_words
    most = int(mean + 12 * np.sqrt(mean / (1 - failure)) + 40)
    steps = np.arange(most)
    logs = np.append(0.0, np.cumsum(np.log((steps + shape) / (steps + 1) * failure))) + shape * np.log1p(-failure)
    cumulative = np.cumsum(np.exp(logs))
    low, high = np.searchsorted(cumulative, [OUTSIDE, 1 - OUTSIDE])
    return int(low), int(high)
