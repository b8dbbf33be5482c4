"""What a worker does with one shard: files -> documents or rejections; texts -> analyses. No Prefect, no warehouse."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tasks.duplicates.signatures import sign
from tasks.entities import recognise
from tasks.entities.identity import identify
from tasks.entities.model import VERSION as ENTITIES_VERSION
from tasks.errors import Rejected, Waiting
from tasks.inbox import read
from tasks.inbox.limits import Rules
from tasks.inbox.listing import identity, read_bytes
from tasks.records import Analysis, Document, EntityMention, Extracted, Paragraph, Rejection, Source
from tasks.text.language import detect
from tasks.text.metadata import describe
from tasks.text.normalise import normalise
from tasks.text.tokens import words
from tasks.words.counts import VERSION as WORDS_VERSION
from tasks.words.counts import count_words

# Changes whenever the same text would give other words or mentions: documents analysed by another one are done again.
ANALYSIS_VERSION = f"words {WORDS_VERSION}, entities {ENTITIES_VERSION}"
COUNTED = ("title", "caption", "body")  # bylines and date lines say who wrote and when, not what about


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read. root: the inbox; today: the day of the run, for documents that do not say their own."""

    root: str
    patterns: tuple[str, ...]
    today: date
    rules: Rules


@dataclass(frozen=True, slots=True)
class Later:
    """A file that is not there whole: the next run meets it again."""

    source: Source


@dataclass(frozen=True, slots=True)
class Text:
    """A document to analyse."""

    id: str
    language: str
    text: str
    paragraphs: tuple[Paragraph, ...]


def take_in(sources: list[Source], reading: Reading) -> list[list[Document | Rejection | Later]]:
    """For each file its documents, or why it has none."""
    return [_take_in(source, reading) for source in sources]


def killed(source: Source) -> list[Document | Rejection | Later]:
    """What is said of a file whose worker died each time."""
    return [reject(source, Rejected("limits", "reading it ended the worker process"))]


def analyse(texts: list[Text]) -> list[Analysis]:
    """The words of each text, and who is named in it where it is English."""
    return [_analyse(text) for text in texts]


def reject(source: Source, why: Rejected, sha256: str = "") -> Rejection:
    """The record of a file that became no document; with an id of its own, as the file may become one yet."""
    return Rejection(identity(source, source.member, f"rejected {sha256}"), source, why.stage, why.reason, sha256)


def _take_in(source: Source, reading: Reading) -> list[Document | Rejection | Later]:
    sha256 = ""
    try:
        data = read_bytes(Path(reading.root), source, reading.rules.limits)
        sha256 = hashlib.sha256(data).hexdigest()
        return [_document(source, sha256, extracted, reading) for extracted in read(source.path, data, reading.rules)]
    except Waiting:
        return [Later(source)]
    except Rejected as why:
        return [reject(source, why, sha256)]
    except Exception as error:  # noqa: BLE001 a fault of ours in one file must not hold up the others for ever
        return [reject(source, Rejected("text", f"Broadsheet failed on it ({type(error).__name__}: {error})"), sha256)]


def _document(source: Source, sha256: str, extracted: Extracted, reading: Reading) -> Document | Rejection:
    member = Source(source.path, source.size, source.modified, extracted.name)
    clean = normalise(extracted.text)
    metadata, paragraphs = describe(clean, extracted, source.label, reading.patterns)
    counted = counted_text(clean.text, paragraphs)
    signature = sign(clean.text)
    if not counted:
        return reject(member, Rejected("text", "nothing is left but page furniture"), sha256)
    return Document(
        id=identity(source, extracted.name, sha256),
        source=member,
        sha256=sha256,
        format=extracted.format,
        encoding=extracted.encoding,
        text=clean.text,
        paragraphs=paragraphs,
        repairs=clean.repairs,
        metadata=metadata,
        language=detect(counted),
        dated=dated(metadata.published, reading.today),
        words=len(words(counted)),
        text_hash=signature.text_hash,
        bands=signature.bands,
    )


def dated(published: str, today: date) -> date:
    """The day a document counts for: that of its publication if it is known to the day and not to come, else today."""
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:  # a year, a month or nothing
        return today
    return min(day, today)


def counted_text(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The paragraphs that statistics are made of."""
    return "\n\n".join(text[each.start : each.end] for each in paragraphs if each.kind in COUNTED)


def _analyse(text: Text) -> Analysis:
    try:
        terms = count_words(counted_text(text.text, text.paragraphs))
        return Analysis(text.id, tuple((t.term, t.form, t.count) for t in terms), tuple(_mentions(text)))
    except Exception as error:  # noqa: BLE001 a fault of ours in one text must not hold up the others for ever
        return Analysis(text.id, (), (), f"{type(error).__name__}: {error}")


def _mentions(text: Text) -> list[EntityMention]:
    if text.language != "en":  # the model has learnt English only
        return []
    aside = [(each.start, each.end) for each in text.paragraphs if each.kind not in COUNTED]
    found = recognise(text.text)
    counted = [m for m in found if not any(start <= m.start < end for start, end in aside)]
    return identify(text.text, counted)
