"""A Briefing in, the tables of what its language measures out: by language, then by publisher."""

from tasks.briefing.plain import printable
from tasks.briefing.rows import MeasureRow, MeasureTable
from tasks.briefing.wording import language, more, number
from tasks.records import BriefedMeasures, Briefing

GROUPS = 30  # rows of each table
NONE = "—"


def measure_tables(briefing: Briefing) -> tuple[MeasureTable, ...]:
    """Measures of languages and of publishers, those of the most documents first; no table without rows."""
    tables = []
    for kind, label in (("language", "Language"), ("publisher", "Publisher")):
        found = [each for each in briefing.measures if each.kind == kind]
        found.sort(key=lambda each: (not each.label, -each.documents, each.label))
        rows = tuple(_row(each) for each in found[:GROUPS])
        if rows:
            tables.append(MeasureTable(label, rows, more(len(found), len(rows))))
    return tuple(tables)


def _row(each: BriefedMeasures) -> MeasureRow:
    label = language(each.label).capitalize() if each.kind == "language" else each.label or "Publisher not known"
    return MeasureRow(
        label=printable(label),
        documents=number(each.documents),
        words=number(each.words),
        lix=_shown(each.lix, 0),
        grade=_shown(each.grade, 1),
        variety=_shown(each.mattr, 2),
    )


def _shown(value: float | None, places: int) -> str:
    return NONE if value is None else f"{value:.{places}f}".replace("-", "−")
