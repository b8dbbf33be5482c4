"""The frozen records that cross from room to room, in the order in which a document meets them.

Offsets are characters into the text named in the docstring, end exclusive. Counts are whole numbers, shares and
similarities floats in 0..1. Dates are ISO 8601 strings where their precision may be a year or a month ("2019",
"2019-11"), and `datetime.date` where they are days.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Kind = Literal["PERSON", "ORG", "GPE", "LOC", "NORP"]
Outcome = Literal["document", "exact", "near", "superseded", "rejected"]
RelationKind = Literal["exact", "near", "contained", "revision", "templated", "related"]
KeyKind = Literal["band", "passage", "article"]
ParagraphKind = Literal["title", "byline", "date", "caption", "furniture", "recurring", "body"]
TrendKind = Literal["new", "risen", "fallen", "gone"]
Cadence = Literal["daily", "weekly", "monthly", "all"]
Keys = Mapping[KeyKind, tuple[int, ...]]


# -- inbox ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it was listed, or one member of an archive.

    path: relative to the inbox, with "/" between the parts; member: path inside the archive, "" for a plain file.
    size: bytes; modified: nanoseconds since 1970, as the file system gives it.
    """

    path: str
    size: int
    modified: int
    member: str = ""

    @property
    def label(self) -> str:
        """The path as text, as the warehouse keeps it: bytes that are no UTF-8 stand as \\x escapes."""
        return self.path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class MetadataField:
    """One thing that a format says of its text: name ("title", "date"...), value, and origin ("front matter"...)."""

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes on their way to a decoder: a file, a member of an archive, an attachment, a record of a crawl.

    name: what it is called, for its suffix. member: its path inside what holds it, "" for the file itself and for the
    one thing inside a compressed file. media_type, charset: as a mail or a web server declared them, "" where nobody
    did. metadata: what its holder says of it, believed after what it says itself. parent: the `name` of the text that
    carried it (a mail's, for an attachment), None where it stands for itself.
    """

    name: str
    data: bytes
    member: str = ""
    media_type: str = ""
    charset: str = ""
    metadata: tuple[MetadataField, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """One text as a decoder found it: raw, not yet normalised.

    name: path inside what holds it, "" for a plain file. format: "text", "markdown"... encoding: as Python names it.
    undecoded: characters that could not be decoded and stand as U+FFFD. parent: the `name` of the text of the same
    file that carried this one, None where it stands for itself. inherited: what that one says of itself.
    """

    text: str
    format: str
    encoding: str
    name: str = ""
    undecoded: int = 0
    metadata: tuple[MetadataField, ...] = ()
    parent: str | None = None
    inherited: tuple[MetadataField, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in a file that became no text: its path inside ("" for the whole file), the stage and the reason."""

    name: str
    stage: str
    reason: str


# -- text -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """One edit of a repair: text[start:end] was `before` and became `after`.

    Offsets are into the text as it stood when this rule's pass began; changes of one pass are sorted, do not overlap
    and share `step`, so that applying pass after pass to the raw text gives the clean text.
    """

    step: int
    rule: str
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the clean text: where it stands and what it is.

    furniture: what belongs to the page by its words; recurring: by its standing in many documents of the publisher.
    """

    start: int
    end: int
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class Furniture:
    """What belongs to the page and not to its article: text[start:end] of the clean text; rule: its kind ("sharing").

    A whole line, or the notice that ends one: `end` is always a line's.
    """

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Normalised:
    """Clean text with every change that led to it, and where its captions and its furniture stand."""

    text: str
    changes: tuple[Change, ...] = ()
    captions: tuple[Paragraph, ...] = ()
    furniture: tuple[Furniture, ...] = ()

    @property
    def repairs(self) -> dict[str, int]:
        """How often each rule changed or marked something, by the rule's name ("fix_mojibake", "mark_sharing")."""
        rules = [each.rule for each in self.changes] + [f"mark_{each.rule}" for each in self.furniture]
        return dict(Counter(rules))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document besides its text. "" or () where nothing was found.

    published, modified: ISO 8601, as precise as is known: "2019", "2019-11", "2019-11-07" or with a time and its zone.
    url: the canonical address where the text names one. section: as the publisher calls it ("Business").
    origins: where each filled field came from, by field name ("first lines", "front matter", "file name", "text"...).
    """

    title: str = ""
    byline: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    modified: str = ""
    url: str = ""
    section: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Language:
    """ISO 639-1 code, "und" where too short to tell; confidence 0..1."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Document:
    """One text taken in: all that ingest knows of it before it is compared with the others.

    id: 16 hexadecimal digits, made of path, member and content, the same in every run.
    dated: the day it counts for: that of its publication, else of its change, else the day it was received.
    undecoded: characters that could not be decoded. hashes: of what each paragraph says. words: tokens of the
    paragraphs that count. keys: by which texts like it are found, signed 64 bits each, none if it is too short.
    parent: the id of the document of the same file that carried it (a mail, for its attachment), "" for none.
    """

    id: str
    source: Source
    sha256: str
    format: str
    encoding: str
    undecoded: int
    text: str
    paragraphs: tuple[Paragraph, ...]
    hashes: tuple[int, ...]
    repairs: Mapping[str, int]
    metadata: Metadata
    language: Language
    dated: date
    words: int
    text_hash: str
    keys: Keys = field(default_factory=dict)
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What of a document follows from which of its paragraphs count: reckoned anew when some turn out to recur."""

    paragraphs: tuple[Paragraph, ...]
    words: int
    text_hash: str
    keys: Keys


@dataclass(frozen=True, slots=True)
class Rejection:
    """A source that became no document, with the stage and the reason shown in the issue."""

    id: str
    source: Source
    stage: str
    reason: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the files that a run met for the first time, as counts. waiting: left for the next run.

    superseded: by a revision that came with them. revisions: of these or of earlier ones.
    """

    documents: int = 0
    exact: int = 0
    near: int = 0
    superseded: int = 0
    revisions: int = 0
    templated: int = 0
    rejected: int = 0
    waiting: int = 0

    @property
    def received(self) -> int:
        """All that was taken in, one way or another; revisions and templated ones are among the documents."""
        return self.documents + self.exact + self.near + self.superseded + self.rejected

    def __add__(self, other: "Taken") -> "Taken":
        return Taken(*(getattr(self, name) + getattr(other, name) for name in Taken.__slots__))


# -- duplicates -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Relation:
    """How `document` stands to `other`: it repeats it, stands in it, revises it, fills in its form, tells its story.

    `other` came before, but where a longer text took in an earlier one, or an older version came in late. rule: by
    which it was decided. jaccard and containment are over word 5-grams, 0..1.
    """

    document: str
    other: str
    relation: RelationKind
    rule: str
    jaccard: float
    containment: float
    why: str


# -- entities ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text passed in: text[start:end] == surface."""

    start: int
    end: int
    kind: Kind
    surface: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place that mentions stand for.

    id: the same in every run and issue ("person:donald-trump", "country:US"). country: ISO 3166 alpha-2 where the
    entity is a country, or a place or nationality that belongs to one; else "".
    """

    id: str
    name: str
    kind: Kind
    country: str = ""


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A mention with the entity it stands for."""

    mention: Mention
    entity: Entity


@dataclass(frozen=True, slots=True)
class Quote:
    """What a text lets somebody say: text[start:end] is the content, without the quotation marks around it.

    direct: all of the content stands between quotation marks. cue: the words that announce it ("said", "according
    to"), "" for none. speaker: who says it, by the name that the text gives them (the "Anna Berg" that a "she" stands
    for), else the words that stand there ("a spokesman"), "" if nobody does. speaker_start, speaker_end: the words
    beside the quote that say who speaks, as they stand there ("she"). name_start, name_end: where the name was read.
    Both are 0, 0 where there is none.
    """

    start: int
    end: int
    direct: bool
    cue: str = ""
    speaker: str = ""
    speaker_start: int = 0
    speaker_end: int = 0
    name_start: int = 0
    name_end: int = 0


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, absolute or told from the day of publication.

    value: ISO 8601 in the precision that is told: "2019-11-07", "2019-11", "2019", a week "2019-W45", a decade "199",
    an interval "2012/2014"; for what ISO 8601 has no sign, TIMEX3's: a quarter "2019-Q3", a season "2019-SU". event:
    whether its sentence tells what happened or will happen then, so that it belongs on a timeline.
    """

    start: int
    end: int
    value: str
    event: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a text tells, with what it measures: text[start:end] has the number and its unit.

    value: in `unit`, scale words multiplied out. unit: an ISO 4217 code, "%", a unit's symbol ("km"), or what is
    counted in the text's own words ("overdose deaths"). bound: "over", "under" or "about" where the text says so.
    """

    start: int
    end: int
    value: float
    unit: str
    sort: Literal["money", "share", "count", "measure"]
    bound: Literal["over", "under", "about", ""] = ""


@dataclass(frozen=True, slots=True)
class Measures:
    """What the language of a text, or of several together, is measured by: counts that can be summed, all from 0.

    words: tokens, numbers among them. sentences: those that end with a mark. prose_words, letters, long_words: in these
    sentences, how many words they have, letters and digits, and words of more than six letters. windows: places where
    so many tokens in a row as variety is measured over can be cut out; types: how many words differ in each, summed.
    """

    words: int = 0
    sentences: int = 0
    prose_words: int = 0
    letters: int = 0
    long_words: int = 0
    windows: int = 0
    types: int = 0


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that analysis found in one document. failed: why it found nothing, else "".

    words, and phrases (what may be one): (term, form, count). measures: of its language. quotes: each with the id of
    the entity that speaks, "" where none is known.
    """

    document: str
    words: tuple[tuple[str, str, int], ...] = ()
    phrases: tuple[tuple[str, str, int], ...] = ()
    measures: Measures = Measures()
    mentions: tuple[EntityMention, ...] = ()
    quotes: tuple[tuple[Quote, str], ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    failed: str = ""


# -- briefing: the facts of an issue, field by field what briefing.json carries ----------------------------------------


@dataclass(frozen=True, slots=True)
class Period:
    """The days of an issue, both included, in the time zone that `dated` was told in. name: "2016-W39"..."""

    cadence: Cadence
    name: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue's own particulars. snapshot: of the warehouse it was printed from. printed: when, with time zone."""

    number: int
    name: str
    cadence: Cadence
    start: date
    end: date
    timezone: str
    snapshot: int
    printed: datetime
    version: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What came in during the period and what became of it.

    received: documents, duplicates, superseded (by a revision) and rejected together. revisions, templated: of the
    documents. words: in the documents that count.
    """

    received: int
    documents: int
    duplicates: int
    superseded: int
    revisions: int
    templated: int
    rejected: int
    words: int


@dataclass(frozen=True, slots=True)
class BriefedDocument:
    """One document of the issue; number: its place in the issue's list, from 1, by which pages refer to it.

    repeated: share of its text in paragraphs that stood in an earlier document, 0..1; repeats: the id of the one that
    had most of them, repeats_dated: its day, "" for none.
    """

    number: int
    id: str
    title: str
    byline: tuple[str, ...]
    publisher: str
    published: str
    language: str
    words: int
    source: str
    story: str = ""
    repeated: float = 0.0
    repeats: str = ""
    repeats_dated: str = ""


@dataclass(frozen=True, slots=True)
class BriefedChange:
    """One place where a revision differs: words of the earlier text and of the later one, and some around them."""

    before: str
    removed: str
    added: str
    after: str


@dataclass(frozen=True, slots=True)
class BriefedRelation:
    """A relation between a source of the period and another, with what is needed to show it.

    changes: of a revision, what it changed, in the order of the text; the first places only where there are many.
    """

    document: str
    document_source: str
    other: str
    other_source: str
    relation: RelationKind
    rule: str
    jaccard: float
    containment: float
    why: str
    changes: tuple[BriefedChange, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefedRejection:
    """A file that could not be taken in."""

    source: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class BriefedWord:
    """A word or a phrase of the period.

    term: the commonest form of its headword; forms: all that it is written as here, commonest first. count and
    documents: in the period. keyness: log-likelihood G2, signed (negative: rarer than expected). log_ratio: binary log
    of the ratio of relative frequencies. dispersion: Gries' DP, 0..1. trend: counts of the last periods, oldest first,
    this one last. sentence and document: one sentence that shows it.
    """

    term: str
    count: int
    documents: int
    keyness: float
    log_ratio: float
    trend: tuple[int, ...]
    dispersion: float = 0.0
    forms: tuple[str, ...] = ()
    sentence: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class BriefedEntity:
    """An entity of the period; aliases: the other surfaces it was met under, commonest first.

    company: the ids of those that are named in the same paragraphs as it most surprisingly often.
    """

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    mentions: int
    documents: int
    country: str
    first_issue: bool
    trend: tuple[int, ...]
    sentence: str = ""
    document: str = ""
    company: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefedTrend:
    """A word or a name that was met more or less often than the earlier periods let expect.

    id: of the entity, "" for a word; kind: of the entity, "" for a word. count and documents: in the period. expected:
    uses by the earlier periods; low to high: what would be no surprise. surprise: in standard deviations. trend: counts
    of the last periods, this one last. sentence and document: one that shows it, "" for what is gone.
    """

    id: str
    term: str
    kind: Kind | Literal[""]
    change: TrendKind
    count: int
    documents: int
    expected: float
    low: int
    high: int
    surprise: float
    trend: tuple[int, ...]
    sentence: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class BriefedSentence:
    """One whole sentence of a document, and the document it stands in."""

    text: str
    document: str


@dataclass(frozen=True, slots=True)
class BriefedStory:
    """Documents of the period that tell of one thing, the most central first.

    id: the same from issue to issue. headline: the title of one of them. terms: words and phrases by which they belong
    together; entities: the ids of those it names most. since: the name of the issue that told of it first, "" for this
    one; before: how many documents it had in the last issue that told of it.
    """

    id: str
    headline: str
    headline_document: str
    documents: tuple[str, ...]
    sentences: tuple[BriefedSentence, ...]
    terms: tuple[str, ...]
    entities: tuple[str, ...]
    since: str = ""
    before: int = 0


@dataclass(frozen=True, slots=True)
class BriefedMeasures:
    """What the language of a publisher's documents, or of all in one language, measures.

    kind: "publisher" or "language"; label: its name. documents that were measured; words: the median of their lengths.
    lix: LIX; grade: of Coleman and Liau, for English only; mattr: 0..1, the mean over documents long enough; None
    where there is none.
    """

    kind: Literal["publisher", "language"]
    label: str
    documents: int
    words: int
    lix: float | None
    grade: float | None
    mattr: float | None


@dataclass(frozen=True, slots=True)
class BriefedPair:
    """Two entities, by id, that are named in one paragraph: in how many documents, and in how many paragraphs.

    surprise: log-likelihood G2 of the one being named where the other is, against everywhere else.
    """

    a: str
    b: str
    documents: int
    together: int = 0
    surprise: float = 0.0


@dataclass(frozen=True, slots=True)
class BriefedQuote:
    """What a document lets somebody say. speaker: by name where there is one; entity: its id, "" for none."""

    speaker: str
    entity: str
    cue: str
    text: str
    direct: bool
    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BriefedMoment:
    """When something happened or will happen, and the sentence that says so.

    date: ISO 8601, as precise as is told (see DateMention). documents: of the issue that tell of an event then.
    """

    date: str
    document: str
    sentence: str
    documents: int = 1


@dataclass(frozen=True, slots=True)
class BriefedFigure:
    """A number with what it measures, as the text puts it, and its sentence. value, unit, sort: see Figure.

    documents: of the issue that tell the same value of the same unit.
    """

    value: float
    unit: str
    sort: str
    text: str
    document: str
    sentence: str
    documents: int = 1


@dataclass(frozen=True, slots=True)
class BriefedCountry:
    """A country, ISO 3166 alpha-2, with the mentions of all that stands for it or lies in it, and their documents."""

    country: str
    name: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class BriefedPeriod:
    """One of the last periods, for the charts: its name, first day, documents and words."""

    name: str
    start: date
    documents: int
    words: int


@dataclass(frozen=True, slots=True)
class Share:
    """A label with how many documents bear it: publishers, languages, repairs (there: how many changes)."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """All the facts of one issue: what the pages show and what briefing.json carries."""

    issue: Issue
    summary: Summary
    periods: tuple[BriefedPeriod, ...]
    documents: tuple[BriefedDocument, ...]
    relations: tuple[BriefedRelation, ...]
    rejected: tuple[BriefedRejection, ...]
    words: tuple[BriefedWord, ...]
    entities: tuple[BriefedEntity, ...]
    pairs: tuple[BriefedPair, ...]
    publishers: tuple[Share, ...]
    languages: tuple[Share, ...]
    repairs: tuple[Share, ...]
    reference: str
    settings: Mapping[str, str]
    phrases: tuple[BriefedWord, ...] = ()
    trends: tuple[BriefedTrend, ...] = ()
    stories: tuple[BriefedStory, ...] = ()
    measures: tuple[BriefedMeasures, ...] = ()
    quotes: tuple[BriefedQuote, ...] = ()
    timeline: tuple[BriefedMoment, ...] = ()
    figures: tuple[BriefedFigure, ...] = ()
    countries: tuple[BriefedCountry, ...] = ()
