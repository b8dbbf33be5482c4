"""Files in, documents and rejections out: what a worker does with one shard of the inbox."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tasks.duplicates.parameters import PARAMETERS, Parameters
from tasks.duplicates.signatures import sign
from tasks.errors import Rejected, Waiting
from tasks.inbox import contents
from tasks.inbox.limits import Rules
from tasks.inbox.listing import identity, read_bytes
from tasks.records import Document, Extracted, Language, MetadataField, Paragraph, Reckoning, Refused, Rejection, Source
from tasks.text.counted import counted_text
from tasks.text.declared_language import declared_language
from tasks.text.filenames import fields_of, placed
from tasks.text.language import UNKNOWN, detect
from tasks.text.language import load as load_languages
from tasks.text.metadata import describe
from tasks.text.normalise import normalise
from tasks.text.recurring import hashes
from tasks.text.tokens import how_many


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read.

    root: the inbox; today: the day of the run, for documents that do not say their own; parameters: of the index.
    """

    root: str
    patterns: tuple[str, ...]
    today: date
    rules: Rules
    parameters: Parameters = PARAMETERS


@dataclass(frozen=True, slots=True)
class Later:
    """A file that is not there whole: the next run meets it again."""

    source: Source


def prepare() -> None:
    """Load what every text is read with, before a worker may write no more."""
    load_languages()


def take_in(sources: list[Source], reading: Reading) -> list[list[Document | Rejection | Later]]:
    """For each file its documents, and what in it became none, and why."""
    return [_take_in(source, reading) for source in sources]


def unreadable(source: Source, why: str) -> list[Document | Rejection | Later]:
    """What is said of a file that no worker could read, though it was tried alone."""
    return [reject(source, Rejected("limits", f"reading it was given up: {why}"))]


def reject(source: Source, why: Rejected, sha256: str = "") -> Rejection:
    """The record of what became no document; with an id of its own, as the file may become one yet."""
    return Rejection(identity(source, source.member, f"rejected {sha256}"), source, why.stage, why.reason, sha256)


def _take_in(source: Source, reading: Reading) -> list[Document | Rejection | Later]:
    sha256 = ""
    try:
        data = read_bytes(Path(reading.root), source, reading.rules.limits)
        sha256 = hashlib.sha256(data).hexdigest()
        return list(_records(source, sha256, list(contents(source.path, data, reading.rules)), reading))
    except Waiting:
        return [Later(source)]
    except Rejected as why:
        return [reject(source, why, sha256)]


def _records(
    source: Source, sha256: str, found: list[Extracted | Refused], reading: Reading
) -> Iterator[Document | Rejection]:
    texts = {each.name for each in found if isinstance(each, Extracted)}
    for each in found:
        member = Source(source.path, source.size, source.modified, each.name)
        if isinstance(each, Refused):
            yield reject(member, Rejected(each.stage, each.reason), sha256)
            continue
        parent = identity(source, each.parent, sha256) if each.parent is not None and each.parent in texts else ""
        try:
            yield _document(member, sha256, each, parent, reading)
        except Rejected as why:
            yield reject(member, why, sha256)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 a fault of ours in one text must not hold up the others for ever
            fault = Rejected("text", f"Broadsheet failed on it ({type(error).__name__}: {error})")
            yield reject(member, fault, sha256)


def _document(member: Source, sha256: str, extracted: Extracted, parent: str, reading: Reading) -> Document:
    clean = normalise(extracted.text)
    path = placed(member.label, member.member)
    metadata, paragraphs = describe(clean, _within_file(member, extracted, reading), path, reading.patterns)
    counted = counted_text(clean.text, paragraphs)
    if not counted:
        raise Rejected("text", "nothing is left but page furniture")
    language = detect(counted)
    if language == UNKNOWN and (code := declared_language(extracted.metadata)):
        language = Language(code, 0.0)
        metadata = replace(metadata, origins={**metadata.origins, "language": "declared"})
    reckoning = reckon(paragraphs, counted, language.code, reading.parameters)
    return Document(
        id=identity(member, member.member, sha256),
        source=member,
        sha256=sha256,
        format=extracted.format,
        encoding=extracted.encoding,
        undecoded=extracted.undecoded,
        text=clean.text,
        paragraphs=paragraphs,
        hashes=hashes(clean.text, paragraphs),
        repairs=clean.repairs,
        metadata=metadata,
        language=language,
        dated=dated((metadata.published, metadata.modified), reading.today),
        words=reckoning.words,
        text_hash=reckoning.text_hash,
        keys=reckoning.keys,
        parent=parent,
    )


def reckon(paragraphs: tuple[Paragraph, ...], counted: str, language: str, parameters: Parameters) -> Reckoning:
    """Words and signature of a text that is divided so. counted: those of its paragraphs that count."""
    signature = sign(counted, parameters)
    return Reckoning(paragraphs, how_many(counted, language), signature.text_hash, signature.keys)


def _within_file(member: Source, extracted: Extracted, reading: Reading) -> Extracted:
    """A text that lies in a file has the publisher whom the file's name tells, where nothing else tells of one."""
    publisher = fields_of(member.label, reading.patterns).get("publisher", "") if member.member else ""
    field = MetadataField("publisher", publisher, "file name")
    return replace(extracted, inherited=(*extracted.inherited, field)) if publisher else extracted


def dated(known: Sequence[str], today: date) -> date:
    """The day a document counts for: the first of those known to the day, if it is not to come, else today.

    known: when it was published and when it was changed, ISO 8601 as precise as is known.
    """
    for each in known:
        try:
            return min(date.fromisoformat(each[:10]), today)
        except ValueError:  # a year, a month or nothing
            continue
    return today
