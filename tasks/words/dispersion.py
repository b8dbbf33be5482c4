"""Each term's uses by document in -> how evenly they are spread out: Gries' DP, beside what chance alone would give."""

import math

import numpy as np
import pandas as pd

from tasks.words.keyness import Floats


def deviation_of_proportions(uses: pd.DataFrame, sizes: pd.DataFrame) -> pd.Series:
    """Give each term's DP, 0..1: 0 spread as the words are, near 1 all in one short document.

    DP is half the sum, over all documents, of the difference between a document's share of the term's uses and its
    share of all words (Gries 2008, "Dispersions and adjusted frequencies in corpora", 415-419).
    In: uses with columns term, document, count; sizes with columns document, words, of every document of the period.
    Out: indexed by term, sorted. Raises ValueError where a document that uses a term has no size.
    """
    shares = _shares(sizes)
    if not uses["document"].isin(shares.index).all():
        raise ValueError("a document that uses a term has no size: both must be of one period")
    of_document = uses["document"].map(shares)
    of_term = uses["count"] / uses.groupby("term")["count"].transform("sum")
    # A document without the term adds its whole share: all shares are 1, less those of the documents that have it.
    differences = ((of_term - of_document).abs() - of_document).groupby(uses["term"], sort=True).sum()
    return ((1 + differences) / 2).clip(0.0, 1.0).rename("dp")


def evenness(uses: pd.DataFrame, sizes: pd.DataFrame) -> pd.Series:
    """Give how evenly each term is spread, 0..1: 1 - DP as a share of what uses that fall at random would have.

    A word of three uses cannot be spread over fifty documents, and its DP is near 1 however it falls: it is measured
    against the DP expected of as many uses drawn at random, in which a document's share is a binomial proportion.
    """
    found = deviation_of_proportions(uses, sizes)
    counts = uses.groupby("term", sort=True)["count"].sum()
    shares = _shares(sizes).to_numpy(dtype=np.float64)
    expected = {int(count): expected_deviation(int(count), shares) for count in counts.unique()}
    room = 1 - counts.map(expected)
    return ((1 - found) / room).where(room > 0, 1.0).clip(0.0, 1.0).rename("evenness")


def expected_deviation(count: int, shares: Floats) -> float:
    """Give the DP to be expected of `count` uses drawn at random from documents with these shares of all words.

    Half the sum of E|X/n - p|, X binomial (n, p); the mean absolute deviation is de Moivre's 2 m C(n, m) p^m
    (1 - p)^(n - m + 1) with m = floor(np) + 1 (Diaconis and Zabell 1991, "Closed form summation").
    """
    middle = np.floor(count * shares) + 1
    inside = (shares > 0) & (shares < 1) & (middle <= count)
    p, m = shares[inside], middle[inside]
    few, which = np.unique(m, return_inverse=True)  # of thousands of documents most have the same
    choose = _log_factorial(count) - np.array([_log_factorial(int(k)) + _log_factorial(count - int(k)) for k in few])
    logs = math.log(2) + np.log(m) + choose[which] + m * np.log(p) + (count - m + 1) * np.log1p(-p)
    return float(np.exp(logs).sum() / count / 2)


def _log_factorial(number: int) -> float:
    return math.lgamma(number + 1)


def _shares(sizes: pd.DataFrame) -> pd.Series:
    """Each document's share of all words, indexed by document."""
    return sizes.set_index("document")["words"] / max(int(sizes["words"].sum()), 1)
