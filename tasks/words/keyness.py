"""A period's term counts beside a reference -> how far each is over- or underused, how surely, and the key words."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tasks.words.function_words import FUNCTION_WORDS

Floats = NDArray[np.float64]

MOST_BY_CHANCE = 0.01  # highest q of a key word: one in a hundred of them may be there by chance


@dataclass(frozen=True, slots=True)
class Totals:
    """What the counts are counts of. words and documents: in the period; reference_words: in the reference."""

    words: int
    documents: int
    reference_words: int


def keyness(frame: pd.DataFrame, totals: Totals) -> pd.DataFrame:
    """Compare each term's use in the period with that in the reference.

    In: columns term, count, documents (of the period that have it), reference_count. Out: the same rows and, added,
    g2 (signed: negative where rarer than in the reference), log_ratio, p and q (0..1), dispersion (0..1).
    Raises ValueError for totals smaller than their counts.
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
        dispersion=dispersion(count, frame["documents"].to_numpy(dtype=np.float64), totals.documents),
    )


def key_words(frame: pd.DataFrame, minimum_documents: int = 2, limit: int = 40, language: str = "en") -> pd.DataFrame:
    """Choose a period's key words from `keyness`'s rows: overused, surely so, and not by one document only.

    They are ranked by G2 times dispersion, so that a long document cannot make a word of its own. Function words are
    left out where there is a list for the language. minimum_documents is lowered to what the period has, so that a
    period of one document has key words too. Ties are ranked by term.
    """
    least = min(minimum_documents, frame["documents"].max()) if len(frame) else 0
    kept = frame[
        (frame["g2"] > 0)
        & (frame["q"] < MOST_BY_CHANCE)
        & (frame["documents"] >= least)
        & ~frame["term"].isin(FUNCTION_WORDS.get(language, frozenset()))
    ]
    ranked = kept.assign(rank=kept["g2"] * kept["dispersion"]).sort_values(["rank", "term"], ascending=[False, True])
    return ranked.drop(columns="rank").head(limit).reset_index(drop=True)


def log_likelihood(count: Floats, reference: Floats, words: int, reference_words: int) -> Floats:
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


def dispersion(count: Floats, documents: Floats, all_documents: int) -> Floats:
    """Give the documents that have the term as a share of those that would if it fell at random, 0..1.

    With D documents of one length and n uses, D (1 - (1 - 1/D)^n) of them have it by chance: 50 uses in one document
    of twenty weigh 0.05, five in five weigh 1. In a period of one document all weigh 1.
    """
    expected = all_documents * -np.expm1(count * np.log1p(-1 / all_documents)) if all_documents > 1 else 1.0
    share: Floats = np.minimum(documents / expected, 1.0)
    return share


def _surprise(observed: Floats, expected: Floats) -> Floats:
    """Give O ln(O/E), nothing where nothing was observed."""
    with np.errstate(divide="ignore", invalid="ignore"):
        surprise: Floats = np.where(observed > 0, observed * np.log(observed / expected), 0.0)
    return surprise
