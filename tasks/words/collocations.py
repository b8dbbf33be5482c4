"""Counts of candidate phrases and of their parts in -> how closely each hangs together, and which are phrases."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np
import pandas as pd

from tasks.words.function_words import FUNCTION_WORDS
from tasks.words.keyness import Floats, log_likelihood

LEAST_NPMI = 0.3  # -1..1; what decides is the weakest joint
LEAST_G2 = 15.1  # p < 0.0001 at one degree of freedom: very many candidates are tried
CONTINUED = 0.6  # share of a candidate's uses that go on, from which it is no whole phrase: "Republican presidential"
MUCH_COMMONER = 2.0  # times as many uses
STANDS_FOR = 0.5  # share of a term's uses within longer ones from which these stand for it

Heads = Mapping[str, str]  # of each word that has one, its headword


def phrases(
    candidates: pd.DataFrame, counts: Mapping[str, int], words: int, heads: Heads, language: str
) -> pd.DataFrame:
    """Keep the candidates that are phrases.

    In: columns term (its last word as its headword), count and continued (in the issue) and together (uses in all that
    is known), and more; counts: uses of every word and candidate by headword; words: uses of all words. Out: the rows
    that stay and, added, npmi and association (G2), both of the weakest joint: "candidate donald trump" hangs together
    no better than "candidate" with "donald trump". English has the head of a term last: what mostly goes on is cut off.
    """
    rows = [
        (place, together, max(together, counts.get(left, 0)), max(together, counts.get(right, 0)))
        for place, (term, together) in enumerate(zip(candidates["term"], candidates["together"], strict=True))
        for left, right in joints(term, heads, language)
    ]
    table = pd.DataFrame(rows, columns=["place", "together", "left", "right"], dtype="int64")
    both, left, right = (table[name].to_numpy(dtype=np.float64) for name in ("together", "left", "right"))
    # The places before `right` are the one sample, all other places the other; `left` is what stands there.
    table["association"] = log_likelihood(both, left - both, right, words - right)
    table["npmi"] = normalised_pmi(both, left, right, words)
    weakest = table.groupby("place")[["npmi", "association"]].min()
    measured = candidates.reset_index(drop=True).join(weakest)
    bound = (measured["npmi"] >= LEAST_NPMI) & (measured["association"] >= LEAST_G2)
    kept = measured[bound & (measured["continued"] < CONTINUED * measured["count"])]
    return kept[~_cut(kept, counts, heads)].reset_index(drop=True)


def _cut(found: pd.DataFrame, uses: Mapping[str, int], heads: Heads) -> pd.Series:
    """Of each phrase, whether it begins or ends amid another one that is much commoner: "State Hillary Clinton".

    That others end as it begins ("New York State") cuts "State of the Union" as little as "Justice Department" cuts
    "Supreme Court justice": what is left of it must be a much commoner phrase too ("Hillary Clinton"), and at its end
    the other must have most uses of the word ("candidate Hillary"). Two words are cut where they are so at both ends.
    """
    counts: dict[str, int] = dict(zip(found["term"], found["together"], strict=True))
    ending, beginning = Counter[str](), Counter[str]()  # by word, the uses of the commonest phrase that ends, begins so
    for term, count in counts.items():
        first, last = term.split(" ")[:: term.count(" ")]
        ending[last] = max(ending[last], count)
        beginning[first] = max(beginning[first], count)
    windows = _windows(counts)

    def is_cut(term: str) -> bool:
        first, *rest = term.split(" ")
        begins = ending[head_of(first, heads)] >= MUCH_COMMONER * counts[term]
        ends = beginning[rest[-1]] >= MUCH_COMMONER * counts[term]
        if len(rest) == 1:
            return begins and ends
        left = counts.get(" ".join(rest), 0) >= MUCH_COMMONER * counts[term]
        return (begins and left) or (ends and beginning[rest[-1]] >= STANDS_FOR * uses.get(rest[-1], 0))

    cut = [term in windows or is_cut(term) for term in found["term"]]
    return pd.Series(cut, index=found.index, dtype=bool)


def _windows(counts: Mapping[str, int]) -> set[str]:
    """The phrases of three or four words that go on in another one as common: windows on a run longer than is counted.

    Of "Republican National Committee Chairman Ada Quill" the parts that are phrases by themselves stay.
    """
    begun: dict[str, list[str]] = {}
    for term in counts:
        if term.count(" ") >= 2:
            begun.setdefault(term.rpartition(" ")[0], []).append(term)
    found: set[str] = set()
    for term, count in counts.items():
        for other in begun.get(term.partition(" ")[2], ()) if term.count(" ") >= 2 else ():
            if min(count, counts[other]) >= STANDS_FOR * max(count, counts[other]):
                found |= {term, other}
    return found


def joints(term: str, heads: Heads, language: str) -> Iterator[tuple[str, str]]:
    """Every two parts of a candidate as they are counted: "state" and "union" of "state of the union"."""
    functions = FUNCTION_WORDS.get(language, frozenset())
    words = term.split(" ")
    content = [place for place, word in enumerate(words) if word not in functions]
    for before, after in pairwise(content):
        yield " ".join((*words[:before], head_of(words[before], heads))), " ".join(words[after:])


def head_of(word: str, heads: Heads) -> str:
    """The headword under which a word of a phrase is counted where it stands by itself, or ends a phrase."""
    bare = word.removesuffix("'s")
    return heads.get(bare, bare)


def normalised_pmi(together: Floats, left: Floats, right: Floats, words: int) -> Floats:
    """Give ln(p(xy) / (p(x) p(y))) / -ln p(xy), -1..1: 1 always together, 0 as by chance, -1 never.

    Bouma 2009, "Normalized (pointwise) mutual information in collocation extraction". Words are the sample: there are
    as many places at which a phrase can begin.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        npmi: Floats = np.log(together * words / (left * right)) / -np.log(together / words)
    return np.where(together < words, np.where(together > 0, npmi, -1.0), 1.0)


def preferred(words: pd.DataFrame, found: pd.DataFrame, heads: Heads) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Leave out the parts for which a phrase stands: "trade" and "deal" where they are mostly uses of "trade deal".

    In: columns term and count, of the key words and of the key phrases of one period. Out: the words, and the phrases,
    of which less than half the uses are within longer phrases.
    """
    counts = dict(zip(found["term"], found["count"], strict=True))
    parts = {term: tuple(head_of(word, heads) for word in term.split(" ")) for term in counts}
    longest = [
        term
        for term, count in counts.items()
        if not any(_is_in(parts[term], parts[other]) and counts[other] >= STANDS_FOR * count for other in counts)
    ]
    # Of phrases within each other only the shortest: the uses of the longer are among its own.
    shortest = [term for term in longest if not any(_is_in(parts[other], parts[term]) for other in longest)]
    within: dict[str, int] = {}
    for term in shortest:
        for word in set(parts[term]):
            within[word] = within.get(word, 0) + counts[term]
    free = words["count"].mul(STANDS_FOR) > words["term"].map(within).fillna(0)
    return words[free].reset_index(drop=True), found[found["term"].isin(longest)].reset_index(drop=True)


def _is_in(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a phrase is a shorter run of another one's words."""
    size = len(part)
    return size < len(whole) and any(whole[at : at + size] == part for at in range(len(whole) - size + 1))
