"""The records that templates see: every number already worded, every list already cut. Templates only set them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup


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
class Sparkline:
    """A row of columns, width by height, and the counts in words."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart that has been drawn: a title that says what is seen, a note on units, the SVG."""

    title: str
    note: str
    svg: Markup


@dataclass(frozen=True, slots=True)
class WordRow:
    """A key word with its figures."""

    term: str
    count: str
    documents: str
    keyness: str
    log_ratio: str
    trend: Sparkline | None
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class NameRow:
    """A person, organisation or place with its figures; aliases: in one line, "" for none."""

    rank: str
    name: str
    aliases: str
    new: bool
    mentions: str
    documents: str
    trend: Sparkline | None
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class NameTable:
    """Names of one kind: heading, a note, rows, and what was left out."""

    title: str
    label: str
    note: str
    rows: tuple[NameRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two names and the number of documents that have both."""

    a: str
    b: str
    documents: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document: as the list of what is new and the list of sources show it. anchor: of its row in the latter."""

    number: str
    anchor: str
    title: str
    byline: str
    publisher: str
    published: str
    language: str
    words: str
    source: str
    repeated: str


@dataclass(frozen=True, slots=True)
class PublisherGroup:
    """What one publisher brought: name, how much in words, the documents shown, and what was left out."""

    name: str
    count: str
    documents: tuple[DocumentRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One place that a revision changed, with some words around it."""

    before: str
    removed: str
    added: str
    after: str


@dataclass(frozen=True, slots=True)
class RelationRow:
    """How one document stands to another; the references are None where the document is not of this issue."""

    document: str
    document_reference: Reference | None
    other: str
    other_reference: Reference | None
    jaccard: str
    containment: str
    why: str
    changes: tuple[ChangeRow, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationTable:
    """All relations of one kind: heading, what the kind means, rows, and what was left out."""

    title: str
    meaning: str
    rows: tuple[RelationRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class RejectionRow:
    """A file that could not be taken in."""

    source: str
    stage: str
    reason: str


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
    publishers: tuple[PublisherGroup, ...]
    publishers_more: str
    words: tuple[WordRow, ...]
    words_more: str
    rare_words: tuple[WordRow, ...]
    names: tuple[NameTable, ...]
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
    particulars: tuple[Pair, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)
