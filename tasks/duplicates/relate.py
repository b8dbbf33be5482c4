"""A batch of signed documents, and the earlier ones that they may resemble -> at most one relation for each.

Clusters are stars: a relation always leads to a document that counts itself, never to a duplicate, so that a chain
of small changes cannot join texts that have nothing in common.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tasks.duplicates.rules import THRESHOLDS, Thresholds, Verdict, judge
from tasks.duplicates.signatures import PARAMETERS, Hashes, Parameters, shingles
from tasks.duplicates.verification import SAME, Similarity, compare
from tasks.records import Relation

MOST_JUDGED = 16  # candidates whose words are compared: the most similar ones; a daily form can have hundreds


@dataclass(frozen=True, slots=True)
class Signed:
    """A new document as the decision sees it.

    order: its place among all documents ever taken in, first come first, e.g. the run's number and the path; of two
    copies the later one is the duplicate. No document may come before one that an earlier batch has decided.
    """

    id: str
    order: tuple[int | str, ...]
    text: str
    text_hash: str
    bands: tuple[int, ...]


def decide(
    new: Sequence[Signed],
    candidates: Mapping[str, Sequence[str]],
    texts: Mapping[str, str],
    hashes: Mapping[str, str],
    thresholds: Thresholds = THRESHOLDS,
    parameters: Parameters = PARAMETERS,
) -> list[Relation]:
    """Decide the fate of each new document: exact or near copy of another, another filling of its template, or neither.

    candidates: by id of a new document, the ids of the earlier ones that share a band key with it and count themselves
    (are neither exact nor near copies). texts: theirs, by id. hashes: by text hash, the id of the earlier document that
    counts and has it. Earlier means in earlier batches: inside the batch documents find each other by hash and bands.

    Gives relations in the order of the documents, none for those that resemble nothing. One that is exact or near does
    not count; one that is templated does. The order of `new` has no effect, nor has the way in which a sequence is
    cut into batches.
    """
    known = _Known(dict(texts), dict(hashes), parameters)
    relations = []
    for document in sorted(new, key=lambda document: (document.order, document.id)):
        relation = _relate(document, candidates.get(document.id, ()), known, thresholds)
        if relation is None or relation.relation == "templated":
            known.add(document)
        if relation is not None:
            relations.append(relation)
    return relations


@dataclass(slots=True)
class _Known:
    """The documents that count so far, those of earlier batches and those of this one."""

    texts: dict[str, str]
    hashes: dict[str, str]
    parameters: Parameters
    bands: dict[int, list[str]] = field(default_factory=dict)
    shingled: dict[str, Hashes] = field(default_factory=dict)

    def add(self, document: Signed) -> None:
        self.texts[document.id] = document.text
        self.hashes.setdefault(document.text_hash, document.id)
        for band in document.bands:
            self.bands.setdefault(band, []).append(document.id)

    def shingles(self, id: str, text: str) -> Hashes:
        if id not in self.shingled:
            self.shingled[id] = shingles(text, self.parameters)
        return self.shingled[id]


def _relate(document: Signed, candidates: Sequence[str], known: _Known, thresholds: Thresholds) -> Relation | None:
    same = known.hashes.get(document.text_hash)
    if same is not None:
        return _relation(document, same, SAME, Verdict("exact", "the same text, but for case, spacing and punctuation"))
    best: Relation | None = None
    for other, similarity in _most_similar(document, candidates, known, thresholds.alike):
        verdict = judge(document.text, known.texts[other], similarity, thresholds)
        if verdict is not None and verdict.relation == "near":
            return _relation(document, other, similarity, verdict)
        if verdict is not None and best is None:
            best = _relation(document, other, similarity, verdict)
    return best


def _most_similar(
    document: Signed, candidates: Sequence[str], known: _Known, least: float
) -> Iterator[tuple[str, Similarity]]:
    """Give the documents that share a band, the most similar first, with their exact similarity."""
    others = {other for band in document.bands for other in known.bands.get(band, ())}.union(candidates)
    if not others:
        return iter(())
    own = known.shingles(document.id, document.text)
    found = []
    for other in sorted(others):
        similarity = compare(own, known.shingles(other, known.texts[other]))
        if similarity.jaccard >= least:
            found.append((other, similarity))
    found.sort(key=lambda pair: (-pair[1].jaccard, -pair[1].containment))
    return iter(found[:MOST_JUDGED])


def _relation(document: Signed, other: str, similarity: Similarity, verdict: Verdict) -> Relation:
    return Relation(document.id, other, verdict.relation, similarity.jaccard, similarity.containment, verdict.why)
