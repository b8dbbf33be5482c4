"""Counts over the periods -> what was to be expected of the last one, and what is new, risen, fallen or gone.

Counts of a word are not Poisson: a document that has it has it again, and an affair has its weeks, so that on real news
one steady word in twelve leaves a 99 % Poisson range each week. They are taken as negative binomial, variance m + a m²
(Church and Gale 1995, "Poisson mixtures"), with an a that each term shares with all others as far as its own past is
too short to tell it. docs/benchmarks.md has how often steady terms leave the range.
"""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
Change = Literal["new", "risen", "fallen", "gone", "steady"]

# Of the expected distribution, above and below the range. A count cannot fall below nothing, and to a negative binomial
# nothing is hardly a surprise: a range as wide below as above would call no term fallen.
ABOVE, BELOW = 0.005, 0.05
FEWEST = 3  # uses that make a term new or risen; fewer may be a slip of the pen
LEAST_EXPECTED = 3.0  # uses that must have been expected of a term before it can have fallen or gone
BORROWED = 8.0  # past periods' worth of what all terms together say of a term's a
LEAST_A = 0.02
USUAL_A = 0.3  # supposed of a term when it is weighed by how surely its own past tells an a
LEAST_PERIODS = 3  # past periods with words that it takes to know what is usual
SAME_DAYS = 3  # past periods of the same season from which they are compared with by themselves


@dataclass(frozen=True, slots=True)
class Trend:
    """A term's course. expected, low, high: uses in the last period, by the earlier ones; low and high are no surprise.

    surprise: how far the count lies from what was expected, in standard deviations.
    """

    expected: float
    low: int
    high: int
    surprise: float
    change: Change


def trends(counts: Counts, sizes: Counts, season: int = 1) -> list[Trend]:
    """Compare each term's count in the last period with those in the earlier ones.

    counts: a row a term, a column a period, oldest first; sizes: words in each period. season: how many periods later
    all is as it was, 7 for days. A count is no alarm if it is none beside the same days of earlier weeks, where there
    are enough: what every Sunday has is nothing new on a Sunday. With a past of less than three periods, or without a
    word in the last one, nothing is expected, and every term is steady. Raises ValueError where counts and sizes are
    not of the same periods.
    """
    if counts.ndim != 2 or counts.shape[1] != sizes.size or sizes.size == 0:
        raise ValueError(f"counts of shape {counts.shape} for {sizes.size} periods")
    if not len(counts):
        return []
    ranges = [_ranges(counts, sizes)]
    same = np.arange(sizes.size - 1 - season, -1, -season)[::-1] if season > 1 else np.array([], dtype=np.int64)
    if np.count_nonzero(sizes[same]) >= SAME_DAYS:
        chosen = np.append(same, sizes.size - 1)
        ranges.append(_ranges(counts[:, chosen], sizes[chosen]))
    met: list[bool] = (counts[:, :-1].sum(axis=1) > 0).tolist()
    return [_trend(int(count), before, [each[i] for each in ranges])
            for i, (count, before) in enumerate(zip(counts[:, -1], met, strict=True))]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Expected:
    mean: float
    variance: float
    low: int
    high: int


def _trend(count: int, met: bool, ranges: list[_Expected | None]) -> Trend:
    known = [each for each in ranges if each]
    if not known:
        return Trend(float(count), count, count, 0.0, "steady")
    low, high = min(each.low for each in known), max(each.high for each in known)
    nearest = min(known, key=lambda each: abs(count - each.mean))
    surprise = (count - nearest.mean) / math.sqrt(nearest.variance)
    return Trend(nearest.mean, low, high, surprise, _change(count, met, low, high, nearest.mean))


def _change(count: int, met: bool, low: int, high: int, expected: float) -> Change:
    if count > high and count >= FEWEST:
        return "risen" if met else "new"
    if count < low and expected >= LEAST_EXPECTED:
        return "fallen" if count else "gone"
    return "steady"


def _ranges(counts: Counts, sizes: Counts) -> list[_Expected | None]:
    """What each term's last count should be by its earlier ones."""
    past, words = counts[:, :-1].astype(np.float64), sizes[:-1].astype(np.float64)
    used = words > 0
    if np.count_nonzero(used) < LEAST_PERIODS or not sizes[-1]:
        return [None] * len(counts)
    past, words = past[:, used], words[used]
    size = float(sizes[-1])
    rate = (past.sum(axis=1) + 0.5) / words.sum()  # the half is Jeffreys' prior: what was never met may come
    mean = rate * size
    a = overdispersion(past, words)
    # The rate is known from the past alone: its own variance, Poisson's and that of a, comes to that of the count.
    variance = mean + a * mean**2 * (1 + 1 / words.size) + mean * size / words.sum()
    return [_Expected(float(m), float(v), *_quantiles(float(m), float(v))) for m, v in zip(mean, variance, strict=True)]


def overdispersion(past: Floats, words: Floats) -> Floats:
    """Give each term's a in variance = m + a m², by moments, drawn towards that of all terms (0.02 or more).

    past: a row a term, a column a period; words: in each period, none of them 0.
    """
    share = words / words.sum()
    mean = past.sum(axis=1)[:, None] * share
    squares = ((past - mean) ** 2).sum(axis=1)
    poisson = (mean * (1 - share)).sum(axis=1)
    scale = (mean**2 * (1 - share)).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        own = np.where(scale > 0, (squares - poisson) / scale, 0.0)
        weight = np.where(scale > 0, scale / (poisson + USUAL_A * scale), 0.0)
    everyone = float((own * weight).sum() / weight.sum()) if weight.sum() else LEAST_A
    periods = words.size
    drawn: Floats = (periods * own + BORROWED * max(everyone, LEAST_A)) / (periods + BORROWED)
    return np.maximum(drawn, LEAST_A)


def _quantiles(mean: float, variance: float) -> tuple[int, int]:
    """Give the least and the most uses that are no surprise, of a negative binomial of this mean and variance."""
    shape, failure = mean**2 / (variance - mean), 1 - mean / variance
    most = math.ceil(mean + math.sqrt(variance * (1 / ABOVE - 1)))  # Cantelli: of no distribution more lies above it
    steps = np.arange(most)
    logs = np.append(0.0, np.cumsum(np.log((steps + shape) / (steps + 1) * failure))) + shape * math.log1p(-failure)
    cumulative = np.cumsum(np.exp(logs))
    low, high = np.searchsorted(cumulative, [BELOW, 1 - ABOVE])
    return int(low), int(high)
