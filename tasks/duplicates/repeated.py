"""Paragraphs of new documents, and where earlier ones stood first -> how much of each document was read before."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST = 80  # characters: shorter paragraphs are headings, greetings and answers, which anybody writes


@dataclass(frozen=True, slots=True)
class Divided:
    """A document as its paragraphs that count: the hash and the number of characters of each."""

    id: str
    paragraphs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """How much of a document stood in earlier ones.

    share: of its characters that count, those of paragraphs that another document had first, 0..1. other: the document
    that had most of them, "" where there is none. first: for the hash of each of its long paragraphs the document that
    had it first, which may be itself.
    """

    share: float
    other: str
    first: Mapping[int, str]


def repeated(documents: Sequence[Divided], known: Mapping[int, str]) -> dict[str, Repeated]:
    """Tell of each document, in their order, what of it was read before.

    known: by hash of a paragraph, the document of earlier batches that had it first. Short paragraphs are passed over.
    """
    first = dict(known)
    return {document.id: _repeated(document, first) for document in documents}


def _repeated(document: Divided, first: dict[int, str]) -> Repeated:
    long = [(hash, size) for hash, size in document.paragraphs if size >= LEAST]
    had: Counter[str] = Counter()
    for hash, size in long:
        had[first.setdefault(hash, document.id)] += size
    del had[document.id]
    total = sum(size for _, size in document.paragraphs)
    other = min(had, key=lambda id: (-had[id], id)) if had else ""
    return Repeated(had.total() / total if total else 0.0, other, {hash: first[hash] for hash, _ in long})
