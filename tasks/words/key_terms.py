"""Terms of a period with their keyness and their uses by document in -> the key words and phrases, in order."""

import numpy as np
import pandas as pd

from tasks.text.months import MONTHS, WEEKDAYS
from tasks.words.dispersion import deviation_of_proportions, evenness
from tasks.words.function_words import FUNCTION_WORDS
from tasks.words.keyness import Totals, overused, without_busiest

LEAST_LEFT = 6.63  # G2 that must be left without the document that uses a term most: p < 0.01
LEAST_DOCUMENTS = 2  # that a key term must stand in, where the period has so many

# Short ones are words or names besides ("may", "mars", "dom"), and so is "marco", written for "março".
CALENDAR = frozenset(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 4) - {"marco"} | {"june", "july"}


def may_be_key(frame: pd.DataFrame, language: str, most: int) -> pd.DataFrame:
    """The overused terms of `keyness` that say something, the `most` surest.

    Function words say nothing, nor do days and months: they say when a document was written, as every document does.
    """
    functions = FUNCTION_WORDS.get(language, frozenset())
    found = overused(frame)
    found = found[~found["term"].isin(functions) & ~found["term"].isin(CALENDAR)]
    return found.sort_values(["g2", "term"], ascending=[False, True]).head(most).reset_index(drop=True)


def key_terms(frame: pd.DataFrame, uses: pd.DataFrame, sizes: pd.DataFrame, totals: Totals) -> pd.DataFrame:
    """Rank the terms of `may_be_key` and leave out what one document alone makes.

    In: uses of these terms by document (term, document, count) and the sizes of all documents (document, words). Out:
    with documents, dp and evenness (0..1) added, ranked by the G2 that is left without the busiest document, times
    evenness; ties by term.
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
    ranked = found.assign(rank=np.minimum(left, found["g2"]) * found["evenness"])
    kept = ranked[(left >= LEAST_LEFT) & (ranked["documents"] >= min(LEAST_DOCUMENTS, len(sizes)))]
    return kept.sort_values(["rank", "term"], ascending=[False, True]).reset_index(drop=True)
