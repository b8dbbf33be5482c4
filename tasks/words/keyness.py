"""A period's term counts beside a reference -> how far each is over- or underused, and how surely."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MOST_BY_CHANCE = 0.05  # highest q of a key term: one in twenty of them may be there by chance


@dataclass(frozen=True, slots=True)
class Totals:
    """What the counts are counts of: words of the period and words of the reference."""

    words: int
    reference_words: int


def keyness(frame: pd.DataFrame, totals: Totals) -> pd.DataFrame:
    """Compare each term's use in the period with that in the reference.

    In: columns term, count, reference_count. Out: the same rows and, added, g2 (signed: negative where rarer than in
    the reference), log_ratio, p and q (0..1). Raises ValueError for totals smaller than their counts.
    """
    if (frame["count"] > totals.words).any() or (frame["reference_count"] > totals.reference_words).any():
        raise ValueError("a term is counted more often than all words together: the totals are not those of the counts")
    count = frame["count"].to_numpy(dtype=np.float64)
    reference = frame["reference_count"].to_numpy(dtype=np.float64)
    g2 = log_likelihood(count, reference, totals.words, totals.reference_words)
    p = chance(g2)
    return frame.assign(
        g2=g2,
        log_ratio=log_ratio(count, reference, totals.words, totals.reference_words),
        p=p,
        q=false_discovery(p),
    )


def overused(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of `keyness` whose terms are surely used more often than in the reference."""
    return frame[(frame["g2"] > 0) & (frame["q"] < MOST_BY_CHANCE)]


def without_busiest(frame: pd.DataFrame, uses: pd.DataFrame, sizes: pd.DataFrame, totals: Totals) -> Floats:
    """Give the G2 that each term has left when the document that uses it most is left out with all its words.

    frame: `keyness`'s rows; uses: columns term, document, count; sizes: columns document, words. One document by
    itself cannot make a key term: where it is the only one that has it, nothing is left. Of a period of one document
    nothing can be left out, and the G2 is that of the whole.
    """
    if len(sizes) < 2:
        return frame["g2"].to_numpy(dtype=np.float64)
    sized = uses.merge(sizes, on="document", validate="many_to_one")
    busiest = sized.sort_values(["count", "document"]).groupby("term").last()
    left_out = busiest.reindex(frame["term"])
    return log_likelihood(
        frame["count"].to_numpy(dtype=np.float64) - left_out["count"].to_numpy(dtype=np.float64),
        frame["reference_count"].to_numpy(dtype=np.float64),
        totals.words - left_out["words"].to_numpy(dtype=np.float64),
        totals.reference_words,
    )


def log_likelihood(count: Floats, reference: Floats, words: int | Floats, reference_words: int | Floats) -> Floats:
    """Give Dunning's G2 = 2 sum O ln(O/E) over all four cells (term and other words, period and reference), signed.

    Dunning 1993, "Accurate methods for the statistics of surprise and coincidence". The sum over the two cells of the
    term alone (Rayson and Garside 2000) is an approximation for rare words, and is not used.
    """
    used = (count + reference) / (words + reference_words)
    g2 = 2 * (
        _surprise(count, used * words)
        + _surprise(reference, used * reference_words)
        + _surprise(words - count, (1 - used) * words)
        + _surprise(reference_words - reference, (1 - used) * reference_words)
    )
    sign: Floats = np.where(count * reference_words >= reference * words, 1.0, -1.0)
    return sign * np.maximum(g2, 0.0)  # rounding can leave a little less than nothing


def log_ratio(count: Floats, reference: Floats, words: int, reference_words: int) -> Floats:
    """Give the binary log of the ratio of relative frequencies: 1 is twice as often (Hardie 2014, "Log Ratio").

    0.5 is added to both counts, to all of them and not to zeros only, so that 1 against 0 is less than 2 against 0.
    """
    ratio: Floats = np.log2((count + 0.5) / words) - np.log2((reference + 0.5) / reference_words)
    return ratio


def chance(g2: Floats) -> Floats:
    """Give the probability of a G2 as large by chance: chi-square with one degree of freedom, erfc(sqrt(G2 / 2))."""
    return np.array([math.erfc(math.sqrt(value / 2)) for value in np.abs(g2)], dtype=np.float64)


def false_discovery(p: Floats) -> Floats:
    """Give q: the share of false finds among all terms with a p as small (Benjamini and Hochberg 1995)."""
    order = np.argsort(p, kind="stable")
    stepped = p[order] * p.size / np.arange(1, p.size + 1)
    q = np.empty_like(p)
    q[order] = np.minimum(np.minimum.accumulate(stepped[::-1])[::-1], 1.0)
    return q


def _surprise(observed: Floats, expected: Floats) -> Floats:
    """Give O ln(O/E), nothing where nothing was observed."""
    with np.errstate(divide="ignore", invalid="ignore"):
        surprise: Floats = np.where(observed > 0, observed * np.log(observed / expected), 0.0)
    return surprise
