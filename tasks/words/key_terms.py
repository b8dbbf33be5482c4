"""Terms of a period with their keyness and their uses by document in -> the key words and phrases, in order."""

import numpy as np
import pandas as pd

from tasks.text.months import MONTHS, WEEKDAYS
from tasks.words.dispersion import deviation_of_proportions, evenness
from tasks.words.function_words import FUNCTION_WORDS
from tasks.words.keyness import Totals, false_discovery, overused, without_busiest

LEAST_LEFT = 3.84  # G2 that must be left without the document that uses a term most: p < 0.05
LEAST_DOCUMENTS = 2  # that a key term must stand in, where the period has so many
LEAST_USES = 3  # of a key term, in the period

# Short ones are words or names besides ("may", "mars", "dom"), and so is "marco", written for "março".
CALENDAR = frozenset(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 4) - {"marco"} | {"june", "july"}


def may_be_key(frame: pd.DataFrame, documents: int, language: str, most: int) -> pd.DataFrame:
    """The overused terms of `keyness` that can be key terms and say something, the `most` surest.

    Function words say nothing, nor do days and months: they say when a document was written, as every document does.
    What stands in one document alone cannot be key either. None of these is tried, so q is reckoned anew without them:
    a small issue has thousands of words that were met once, and would find nothing among so many.
    In: with a column documents, of the period, or more where that is not known exactly.
    """
    functions = FUNCTION_WORDS.get(language, frozenset())
    silent = frame["term"].isin(functions) | frame["term"].isin(CALENDAR)
    often = (frame["count"] >= LEAST_USES) & (frame["documents"] >= min(LEAST_DOCUMENTS, documents))
    tried = frame[often & ~silent]
    found = overused(tried.assign(q=false_discovery(tried["p"].to_numpy(dtype=np.float64))))
    return found.sort_values(["g2", "term"], ascending=[False, True]).head(most).reset_index(drop=True)


def key_terms(frame: pd.DataFrame, uses: pd.DataFrame, sizes: pd.DataFrame, totals: Totals) -> pd.DataFrame:
    """Rank the terms of `may_be_key` and leave out what one document alone makes.

    In: uses of these terms by document (term, document, count) and the sizes of all documents (document, words). Out:
    with documents, dp and evenness (0..1) added, ranked by the G2 that is left without the busiest document, times
    the root of evenness: an affair stands in a few documents, a turn of phrase in many. Ties by term.
    """
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
    kept = ranked[(left >= LEAST_LEFT) & (ranked["documents"] >= min(LEAST_DOCUMENTS, len(sizes)))]
    return kept.sort_values(["rank", "term"], ascending=[False, True]).reset_index(drop=True)
