"""The small things that rows of several sections are made of: a reference, a passage, a sparkline."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of a document; anchor: where its row stands, "" where the page does not show it."""

    number: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with the word it shows marked, and the document it stands in."""

    before: str
    match: str
    after: str
    reference: Reference | None


@dataclass(frozen=True, slots=True)
class Bar:
    """One column of a sparkline, in its own units from the top left corner; current: of this issue's period."""

    x: float
    y: float
    width: float
    height: float
    current: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The expected range behind the last column of a sparkline, in the same units."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A row of columns, width by height, the range the last of them was expected in, and the counts in words."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    text: str
    band: Band | None = None
