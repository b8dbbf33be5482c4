"""The documents of an issue in, what the language of each publisher and of each language measures out."""

from collections.abc import Mapping, Sequence
from typing import Literal

from tasks.records import BriefedMeasures, Measures
from tasks.warehouse.connection import Warehouse
from tasks.words.measures import coleman_liau, lengths, lix, mattr, total

GRADED = ("en",)  # languages that the formula of Coleman and Liau was made for
Row = tuple[str, str, int, Measures]
Group = Literal["language", "publisher"]


def found_measures(warehouse: Warehouse, publishers: Mapping[str, str]) -> tuple[BriefedMeasures, ...]:
    """Of each language first, then of each publisher and language; the most documents first, ties by name.

    publishers: the names that publishers are shown by; what has none is a publisher too, without a name.
    """
    rows: list[Row] = [
        (language, publishers[publisher], words, Measures(words, *counts))
        for language, publisher, words, *counts in warehouse.rows("measures_of_issue")
    ]
    by_language: dict[tuple[str, str], list[Row]] = {}
    by_publisher: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        by_language.setdefault(("", row[0]), []).append(row)
        by_publisher.setdefault((row[1], row[0]), []).append(row)
    return (*_measured("language", by_language), *_measured("publisher", by_publisher))


def _measured(kind: Group, groups: Mapping[tuple[str, str], Sequence[Row]]) -> list[BriefedMeasures]:
    ordered = sorted(groups, key=lambda key: (-len(groups[key]), key))
    return [
        _one(kind, publisher if kind == "publisher" else language, language, groups[publisher, language])
        for publisher, language in ordered
    ]


def _one(kind: Group, label: str, language: str, rows: Sequence[Row]) -> BriefedMeasures:
    sums = total(measures for *_, measures in rows)
    long = lengths([words for _, _, words, _ in rows])
    assert long is not None
    grade = coleman_liau(letters=sums.letters, prose_words=sums.prose_words, sentences=sums.sentences)
    return BriefedMeasures(
        kind=kind,
        label=label,
        documents=len(rows),
        words=round(long.median),
        lix=lix(prose_words=sums.prose_words, sentences=sums.sentences, long_words=sums.long_words),
        grade=grade if language in GRADED else None,
        mattr=mattr(windows=sums.windows, types=sums.types),
    )
