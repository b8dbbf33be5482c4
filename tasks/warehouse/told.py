"""An issue's members in, what their documents tell out: who said what, when it was, and how much of what.

`facts.choose` first, and `names.rule`, by which the speakers of quotes are known.
"""

from dataclasses import dataclass

from tasks.records import Figure
from tasks.warehouse.connection import Warehouse


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as the warehouse has it: text[start:end] of the document. entity: of the speaker, "" for none."""

    document: str
    start: int
    end: int
    direct: bool
    cue: str
    speaker: str
    entity: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A date of an event: where it stands in the document, and when it is, ISO 8601 as precise as is told."""

    document: str
    start: int
    value: str


def quotes(warehouse: Warehouse) -> list[Said]:
    """Every quote of the issue, by document and place."""
    return [Said(*row) for row in warehouse.rows("quotes_of_issue")]


def moments(warehouse: Warehouse) -> list[Moment]:
    """Every date of an event in the issue, by value, document and place."""
    return [Moment(*row) for row in warehouse.rows("dates_of_issue")]


def figures(warehouse: Warehouse) -> list[tuple[str, Figure]]:
    """Every figure of the issue with its document, by document and place."""
    return [(document, Figure(*rest)) for document, *rest in warehouse.rows("figures_of_issue")]
