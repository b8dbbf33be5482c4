"""Terms of a period with their keyness and their uses by document in -> the key words and phrases, in order."""

import numpy as np
import pandas as pd

from tasks.text.months import MONTHS, WEEKDAYS
from tasks.words.dispersion import deviation_of_proportions, evenness
from tasks.words.function_words import FUNCTION_WORDS, VERBS_OF_SAYING
from tasks.words.keyness import Totals, false_discovery, overused, without_busiest

LEAST_LEFT = 3.84  # G2 that must be left without the document that uses a term most: p < 0.05
LEAST_DOCUMENTS = 2  # that a key term must stand in, where the period has so many
LEAST_USES, LEAST_ELSEWHERE = 3, 2  # of a key term, in the period, and there beside the document that uses it most

# Short ones are words or names besides ("may", "mars", "dom"), and so is "marco", written for "março".
CALENDAR = frozenset(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 4) - {"marco"} | {"june", "july"}


def silent(language: str) -> frozenset[str]:
    """The words that never say what a period is about: function words, verbs of saying, days and months.

    Days and months say when a document was written, as every document does.
    """
    said = VERBS_OF_SAYING.get(language, frozenset())
    return FUNCTION_WORDS.get(language, frozenset()) | said | CALENDAR


def may_be_key(frame: pd.DataFrame, documents: int, language: str, most: int) -> pd.DataFrame:
    """The overused terms of `keyness` that can be key terms and say something, the `most` surest.

    What stands in one document alone cannot be key either. None of these is tried, so q is reckoned anew without them:
    a small issue has thousands of words that were met once, and would find nothing among so many.
    In: with a column documents, of the period, or more where that is not known exactly.
    """
    often = (frame["count"] >= LEAST_USES) & (frame["documents"] >= min(LEAST_DOCUMENTS, documents))
    tried = frame[often & ~frame["term"].isin(silent(language))]
    found = overused(tried.assign(q=false_discovery(tried["p"].to_numpy(dtype=np.float64))))
    return found.sort_values(["g2", "term"], ascending=[False, True]).head(most).reset_index(drop=True)


def key_terms(frame: pd.DataFrame, uses: pd.DataFrame, sizes: pd.DataFrame, totals: Totals) -> pd.DataFrame:
    """Rank the terms of `may_be_key` and leave out what one document alone makes.

    In: uses of these terms by document (term, document, count) and the sizes of all documents (document, words). Out:
    with documents, dp and evenness (0..1) added, ranked by the G2 that is left without the busiest document, times
    the root of evenness: an affair stands in a few documents, a turn of phrase in many. Ties by term.
    """
    uses = uses.sort_values(["term", "document"])  # sums of fractions are the same in one order only
    by_term = uses.groupby("term", sort=True)
    spread = pd.DataFrame(
        {
            "documents": by_term["document"].nunique(),
            "dp": deviation_of_proportions(uses, sizes),
            "evenness": evenness(uses, sizes),
        }
    )
    found = frame.drop(columns="documents", errors="ignore").merge(spread.reset_index(), on="term")
    left = without_busiest(found, uses, sizes, totals)
    ranked = found.assign(rank=np.minimum(left, found["g2"]) * found["evenness"] ** 0.5)
    elsewhere = ranked["count"] - ranked["term"].map(by_term["count"].max())
    alone = (elsewhere < LEAST_ELSEWHERE) & (len(sizes) > 1)
    kept = ranked[~alone & (left >= LEAST_LEFT) & (ranked["documents"] >= min(LEAST_DOCUMENTS, len(sizes)))]
    return kept.sort_values(["rank", "term"], ascending=[False, True]).reset_index(drop=True)
