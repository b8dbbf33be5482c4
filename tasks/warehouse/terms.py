"""Questions on the words and phrases of an issue and of the periods before it go in, frames of counts come out.

`facts.choose` first, which says which sources are the issue's members and which periods came before, and then `gather`,
which says in what language and reads their words once, for all the questions below.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd

from tasks.records import Period
from tasks.warehouse.connection import Warehouse


def gather(warehouse: Warehouse, language: str) -> None:
    """Let the questions below be about the documents of this language."""
    warehouse.rows("gather_used", language=language)
    warehouse.rows("gather_used_before", language=language)


def vocabulary(warehouse: Warehouse) -> pd.DataFrame:
    """Columns term, count, capitals, documents: every word of the issue's documents.

    capitals: how many of its uses are, in their documents, mostly written with a capital.
    """
    return warehouse.frame("vocabulary_of_issue")


def vocabulary_before(warehouse: Warehouse) -> pd.DataFrame:
    """Columns term, count, capitals: every word of the earlier periods' documents."""
    return warehouse.frame("vocabulary_before")


def give_heads(warehouse: Warehouse, heads: Mapping[str, str]) -> None:
    """Let the questions on phrases, and on the features of documents, join words under these headwords."""
    warehouse.give("heads", {"term": "VARCHAR", "head": "VARCHAR"}, sorted(heads.items()))


def head_phrases(warehouse: Warehouse) -> None:
    """Let the questions on phrases know what each is joined under, by the headwords that were given."""
    warehouse.rows("head_phrases")


def phrases(warehouse: Warehouse, count: int, documents: int) -> pd.DataFrame:
    """Columns term, count, documents, continued: the issue's candidates with at least so many uses and documents.

    continued: how many of the uses are followed by a word that makes a longer candidate of them.
    """
    return warehouse.frame("phrases_of_issue", count=count, documents=documents)


def phrases_before(warehouse: Warehouse, terms: Sequence[str]) -> dict[str, int]:
    """How often each of these candidates stands in the earlier periods' documents; those met in none are absent."""
    warehouse.give("candidates", {"term": "VARCHAR"}, [(term,) for term in terms])
    return dict(warehouse.rows("phrases_before"))


def variants_of_phrases(warehouse: Warehouse, terms: Sequence[str]) -> list[tuple[str, str]]:
    """Every phrase that is joined under one of these, with the one it is joined under."""
    warehouse.give("candidates", {"term": "VARCHAR"}, [(term,) for term in terms])
    return warehouse.rows("variants_of_phrases")


def choose(warehouse: Warehouse, variants: Iterable[tuple[str, str]]) -> None:
    """Let the questions below be about these terms. variants: each word or phrase with what it is joined under."""
    warehouse.give("chosen", {"term": "VARCHAR", "head": "VARCHAR"}, sorted(set(variants)))


def uses(warehouse: Warehouse) -> pd.DataFrame:
    """Columns term, document, count: where the chosen terms stand in the issue, sorted."""
    return warehouse.frame("uses_of_terms")


def sizes(warehouse: Warehouse) -> pd.DataFrame:
    """Columns document, words: the words that count of each of the issue's documents, sorted."""
    return warehouse.frame("sizes_of_documents")


def forms(warehouse: Warehouse) -> dict[str, tuple[str, ...]]:
    """How each of the chosen terms is written in the issue, the commonest form first."""
    return _forms(warehouse.rows("forms_of_terms"))


def forms_before(warehouse: Warehouse) -> dict[str, tuple[str, ...]]:
    """How each of the chosen words is written in the earlier periods, the commonest form first."""
    return _forms(warehouse.rows("forms_before"))


def _forms(rows: Iterable[tuple[str, str, int]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for term, form, _ in rows:
        found.setdefault(term, []).append(form)
    return {term: tuple(each) for term, each in found.items()}


def series(warehouse: Warehouse, earlier: Sequence[Period]) -> dict[str, tuple[int, ...]]:
    """Uses of the chosen terms in the earlier periods, oldest first; terms met in none are absent."""
    return by_period(warehouse.rows("terms_by_period"), earlier)


def sizes_of_periods(warehouse: Warehouse, earlier: Sequence[Period]) -> tuple[int, ...]:
    """The words that count in the earlier periods' documents, oldest first."""
    counted = dict(warehouse.rows("sizes_of_periods"))
    return tuple(counted.get(period.name, 0) for period in earlier)


def met_before(warehouse: Warehouse, start: date, language: str) -> frozenset[str]:
    """Those of the chosen words that stand in any document dated before `start`."""
    return frozenset(term for (term,) in warehouse.rows("words_before", start=start, language=language))


def by_period(rows: Iterable[tuple[str, str, int]], earlier: Sequence[Period]) -> dict[str, tuple[int, ...]]:
    """Counts by name and period as one series a name, oldest first, 0 where there is none."""
    counts: dict[str, dict[str, int]] = {}
    for name, period, count in rows:
        counts.setdefault(name, {})[period] = count
    return {name: tuple(each.get(period.name, 0) for period in earlier) for name, each in counts.items()}
