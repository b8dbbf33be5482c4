"""A batch of signed documents, and the earlier ones that they may resemble -> how each stands to those, and its fate.

Clusters are stars: a relation always leads to a document that counts itself, or counted until a revision superseded it,
never to a copy, so that a chain of small changes cannot join texts that have nothing in common.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tasks.duplicates.articles import UNKNOWN, Article, is_older
from tasks.duplicates.evidence import THRESHOLDS, Pair, Thresholds
from tasks.duplicates.parameters import PARAMETERS, Parameters
from tasks.duplicates.rules import Verdict, judge
from tasks.duplicates.signatures import Hashes, shingles
from tasks.duplicates.verification import Similarity, compare
from tasks.records import KeyKind, Keys, Outcome, Relation

# How many documents a key leads to: the first ones that have it stand for all. A form that comes daily has the same
# keys for years, and its boilerplate the same passages.
CROWD: Mapping[KeyKind, int] = {"band": 64, "passage": 16, "article": 16}
# How many documents are looked at for their keys, those that share the most.
MOST: Mapping[KeyKind, int] = {"band": 32, "passage": 16, "article": 16}
MOST_JUDGED = 12  # of these, how many have their words compared: the most similar of its own article, and of the others
MOST_TOLD = 3  # relations of one kind that only inform


@dataclass(frozen=True, slots=True)
class Signed:
    """A document as the decision sees it.

    order: its place among those of its batch, first come first; of two copies the later one is the duplicate. text:
    what counts of it. keys: those of its index entry, by kind; none are needed of an earlier document. superseded:
    whether a revision has taken its place.
    """

    id: str
    order: tuple[str, ...]
    text: str
    text_hash: str
    article: Article = UNKNOWN
    keys: Keys = field(default_factory=dict)
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier batches left that a new one may resemble.

    shared: by id of a new document and kind of key, the earlier documents and how many keys they share with it, for the
    MOST of them. crowds: for each key that a new document has, how many earlier ones have it. documents: the earlier
    ones by id. hashes: by text hash, the earlier document that has it.
    """

    shared: Mapping[tuple[str, KeyKind], Mapping[str, int]] = field(default_factory=dict)
    crowds: Mapping[int, int] = field(default_factory=dict)
    documents: Mapping[str, Signed] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decided:
    """How a batch stands to what came before, and within itself.

    fates: of the documents that do not count, new or earlier, what became of them: an earlier one can only have been
    superseded. keys: by new document, those under which it is to be found from now on.
    """

    relations: tuple[Relation, ...]
    fates: Mapping[str, Outcome]
    keys: Mapping[str, Keys]


def decide(
    new: Sequence[Signed],
    earlier: Earlier,
    thresholds: Thresholds = THRESHOLDS,
    parameters: Parameters = PARAMETERS,
) -> Decided:
    """Decide how each new document stands to those before it: at most one relation is its fate, the others inform.

    A document that is exact, near or an excerpt of its own article does not count; one that another version of its
    article supersedes counts no more. Earlier means in earlier batches: inside the batch documents find each other. The
    order of `new` has no effect, nor has the way in which a sequence is cut into batches.
    """
    known = _Known(earlier, parameters)
    for document in sorted(new, key=lambda document: (document.order, document.id)):
        _relate(document, known, thresholds)
    return Decided(tuple(known.relations), known.fates, known.keys)


@dataclass(slots=True)
class _Known:
    """What came so far, in earlier batches and in this one, and what was decided of it."""

    earlier: Earlier
    parameters: Parameters
    documents: dict[str, Signed] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    index: dict[int, list[str]] = field(default_factory=dict)
    shingled: dict[str, Hashes] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    fates: dict[str, Outcome] = field(default_factory=dict)
    keys: dict[str, Keys] = field(default_factory=dict)

    def same_text(self, document: Signed) -> str | None:
        return self.earlier.hashes.get(document.text_hash) or self.hashes.get(document.text_hash)

    def document(self, id: str) -> Signed:
        return self.documents.get(id) or self.earlier.documents[id]

    def is_superseded(self, id: str) -> bool:
        return self.fates.get(id) == "superseded" or self.document(id).superseded

    def candidates(self, document: Signed) -> dict[KeyKind, set[str]]:
        found = {}
        for kind, keys in document.keys.items():
            counts = Counter(self.earlier.shared.get((document.id, kind), {}))
            for key in keys:
                counts.update(self.index.get(key, ()))
            ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
            found[kind] = {id for id, _ in ranked[: MOST[kind]]}
        return found

    def shingles(self, document: Signed) -> Hashes:
        if document.id not in self.shingled:
            self.shingled[document.id] = shingles(document.text, self.parameters)
        return self.shingled[document.id]

    def add(self, document: Signed) -> None:
        """Let the document be found from now on, under those of its keys that do not lead to enough others."""
        self.documents[document.id] = document
        self.hashes.setdefault(document.text_hash, document.id)
        kept: dict[KeyKind, tuple[int, ...]] = {}
        for kind, keys in document.keys.items():
            kept[kind] = tuple(key for key in keys if self._crowd(key) < CROWD[kind])
            for key in kept[kind]:
                self.index.setdefault(key, []).append(document.id)
        self.keys[document.id] = kept

    def _crowd(self, key: int) -> int:
        return self.earlier.crowds.get(key, 0) + len(self.index.get(key, ()))


def _relate(document: Signed, known: _Known, thresholds: Thresholds) -> None:
    same = known.same_text(document)
    if same is not None:
        known.fates[document.id] = "exact"
        why = "word for word, but for case, spacing and punctuation"
        known.relations.append(Relation(document.id, same, "exact", "same text", 1.0, 1.0, why))
        return
    told: list[Relation] = []
    for other, similarity, verdict in _verdicts(document, known, thresholds):
        relation = _relation(document, other, similarity, verdict)
        if verdict.fate == "near":
            known.fates[document.id] = "near"
            known.relations.append(relation)
            return
        if known.is_superseded(other.id):
            continue  # what superseded it is met too, as a rule
        if verdict.relation == "revision":
            known.fates[relation.other] = "superseded"
            told = [relation]
            break
        told.append(relation)
    known.add(document)
    known.relations += _informing(told)


def _verdicts(document: Signed, known: _Known, thresholds: Thresholds) -> Iterator[tuple[Signed, Similarity, Verdict]]:
    """What the document is to those that it resembles: its own article first, then the most similar."""
    found = known.candidates(document)
    ids = sorted(set().union(*found.values()))
    if not ids:
        return
    mine = known.shingles(document)
    own = {id for id in ids if document.article.keys.keys() & known.document(id).article.keys.keys()}
    compared = [(other, compare(mine, known.shingles(other))) for other in map(known.document, ids)]
    compared = [(other, similarity) for other, similarity in compared if similarity.shared or other.id in own]
    compared.sort(key=lambda each: (-each[1].jaccard, -each[1].containment, each[0].id))
    groups: dict[tuple[bool, bool], list[tuple[Signed, Similarity]]] = {}
    for each in compared:
        groups.setdefault((each[0].id in own, known.is_superseded(each[0].id)), []).append(each)
    judged = [each for group in groups.values() for each in group[:MOST_JUDGED]]
    judged.sort(key=lambda each: (each[0].id not in own, -each[1].jaccard, -each[1].containment, each[0].id))
    for other, similarity in judged:
        pair = Pair(document.text, other.text, similarity, document.article, other.article, known.parameters)
        if verdict := judge(pair, thresholds):
            yield other, similarity, verdict


def _relation(document: Signed, other: Signed, similarity: Similarity, verdict: Verdict) -> Relation:
    """The relation as it is kept: from what revises to what is revised, from what is contained to what contains it."""
    turned = (verdict.relation == "revision" and is_older(document.article, other.article)) or (
        verdict.relation == "contained" and similarity.around > similarity.within
    )
    ids = (other.id, document.id) if turned else (document.id, other.id)
    return Relation(*ids, verdict.relation, verdict.rule, similarity.jaccard, similarity.containment, verdict.why)


def _informing(relations: Sequence[Relation]) -> Iterator[Relation]:
    """Of each kind the few closest: the form once, of others as many as a reader can follow."""
    counts: Counter[str] = Counter()
    for relation in relations:
        counts[relation.relation] += 1
        if counts[relation.relation] <= (1 if relation.relation == "templated" else MOST_TOLD):
            yield relation
