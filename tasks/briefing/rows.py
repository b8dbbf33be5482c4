"""The records of tables and lists that templates see, row by row: every number worded, every text fit for a page."""

from dataclasses import dataclass

from tasks.briefing.pieces import Passage, Reference, Sparkline


@dataclass(frozen=True, slots=True)
class WordRow:
    """A key word or a key phrase with its figures; forms: its other ones in one line, "" for none."""

    term: str
    forms: str
    count: str
    documents: str
    times: str
    trend: Sparkline | None
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class NameRow:
    """A person, organisation or place with its figures; aliases, company: in one line, "" for none."""

    rank: str
    name: str
    aliases: str
    new: bool
    mentions: str
    documents: str
    trend: Sparkline | None
    passage: Passage | None
    company: str = ""


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
    """Two names, the number of documents that have both in one paragraph, and of such paragraphs."""

    a: str
    b: str
    documents: str
    together: str


@dataclass(frozen=True, slots=True)
class SaidRow:
    """What somebody said, and the documents that have it."""

    text: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """Somebody who is quoted: name, how often, and some of what they said."""

    name: str
    count: str
    quotes: tuple[SaidRow, ...]


@dataclass(frozen=True, slots=True)
class MomentRow:
    """What happened when: the date, "" where it is that of the row above; the sentence; who else tells, "" for none."""

    when: str
    sentence: str
    reference: Reference | None
    told: str


@dataclass(frozen=True, slots=True)
class MomentTable:
    """A part of the timeline: heading, rows in order of time, and what was left out."""

    title: str
    rows: tuple[MomentRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """How much of what: the figure as the text has it, its sentence, and how many tell it, "" for one alone."""

    passage: Passage | None
    figure: str
    told: str


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
class Quotation:
    """A sentence as it stands in its document, whole."""

    text: str
    reference: Reference | None


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story. count: documents and publishers; course: since when it runs and how it grew; each "" for nothing.

    names, terms: in one line each. documents: the numbers of all it has, up to those counted in `more`.
    """

    headline: str
    reference: Reference | None
    count: str
    course: str
    sentences: tuple[Quotation, ...]
    names: str
    terms: str
    documents: tuple[Reference, ...]
    more: str


@dataclass(frozen=True, slots=True)
class TrendRow:
    """A word or a name that left its range; kind: of the name, "" for a word; expected: with the end of the range."""

    term: str
    kind: str
    count: str
    expected: str
    trend: Sparkline | None
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class TrendTable:
    """What changed in one way: its name, heading, rows, and what was left out. shown: whether it has passages."""

    change: str
    title: str
    rows: tuple[TrendRow, ...]
    more: str
    shown: bool


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """What the language of a publisher, or of all documents in one language, measures; "—" for none."""

    label: str
    documents: str
    words: str
    lix: str
    grade: str
    variety: str


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """Measures of one kind of group: what it is called, rows, and what was left out."""

    label: str
    rows: tuple[MeasureRow, ...]
    more: str
