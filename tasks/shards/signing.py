"""Texts of the warehouse in, the keys of their index entries out: what a worker does with one shard of an index."""

from dataclasses import dataclass

from tasks.duplicates.articles import article_keys
from tasks.duplicates.parameters import Parameters
from tasks.duplicates.signatures import sign
from tasks.errors import EngineError
from tasks.records import Keys


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A document to sign. text: what counts of it; text_hash: of that text; path: of the file, and inside it."""

    id: str
    text_hash: str
    text: str
    path: str
    url: str
    title: str
    publisher: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the index has it. text_hash: of the text that was signed."""

    id: str
    text_hash: str
    keys: Keys


def sign_all(documents: list[Unsigned], parameters: Parameters) -> list[Entry]:
    """The entry of each document, as taking it in makes it."""
    return [_entry(each, parameters) for each in documents]


def unsignable(document: Unsigned, why: str) -> Entry:
    """An index without this document would not be whole: raises EngineError."""
    raise EngineError(f"{document.path} (document {document.id}) could not be signed: {why}. The index is as it was.")


def _entry(document: Unsigned, parameters: Parameters) -> Entry:
    articles = article_keys(document.path, document.url, document.title, document.publisher)
    signed = sign(document.text, parameters).keys
    return Entry(document.id, document.text_hash, {**signed, "article": tuple(articles)})
