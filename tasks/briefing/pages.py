"""What the templates see, whole: every number already worded, every list already cut. Templates only set it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from tasks.briefing.rows import (
    DocumentRow,
    FigureRow,
    MeasureTable,
    MomentTable,
    NameTable,
    PairRow,
    PublisherGroup,
    RejectionRow,
    RelationTable,
    SpeakerRow,
    StoryRow,
    TrendTable,
    WordRow,
)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of the figures under the masthead: value, what it counts, and a note beneath, "" for none."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the issue: `name` is its template and anchor."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Point:
    """One main point: a sentence and the sections behind it."""

    text: str
    links: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart that has been drawn: a title that says what is seen, a note on units, the SVG."""

    title: str
    note: str
    svg: Markup


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its value, for the small tables of the appendix."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Pages:
    """All that the pages of one issue show. `figures` holds the drawn charts by name; a chart may be missing."""

    masthead: str
    title: str
    name: str
    number: str
    kind: str
    period: str
    printed: str
    created: str
    description: str
    unit: str
    reference: str
    sections: tuple[Section, ...]
    contents: bool
    key_figures: tuple[KeyFigure, ...]
    points: tuple[Point, ...]
    stories: tuple[StoryRow, ...]
    stories_more: str
    changes: tuple[TrendTable, ...]
    publishers: tuple[PublisherGroup, ...]
    publishers_more: str
    phrases: tuple[WordRow, ...]
    phrases_more: str
    words: tuple[WordRow, ...]
    words_more: str
    rare_words: tuple[WordRow, ...]
    names: tuple[NameTable, ...]
    speakers: tuple[SpeakerRow, ...]
    speakers_more: str
    timeline: tuple[MomentTable, ...]
    numbers: tuple[FigureRow, ...]
    pairs: tuple[PairRow, ...]
    pairs_more: str
    documents: tuple[DocumentRow, ...]
    documents_more: str
    relations: tuple[RelationTable, ...]
    rejected: tuple[RejectionRow, ...]
    rejected_more: str
    has_trend: bool
    settings: tuple[Pair, ...]
    repairs: tuple[Pair, ...]
    languages: tuple[Pair, ...]
    measures: tuple[MeasureTable, ...]
    particulars: tuple[Pair, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)
