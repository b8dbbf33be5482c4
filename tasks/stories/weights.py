"""Counted documents and how many documents have each feature -> profiles: the features that tell what each is about.

A feature is a term ("debate") or an entity by its id ("person:ada-quill"). Its weight is
(1 + ln count) ln((N+½)/(n+½)), the vector is of unit length: "ltc" in the letters of Salton and Buckley 1988,
"Term-weighting approaches in automatic text retrieval", and of Manning, Raghavan and Schütze 2008, chapter 6.4; with
smoothing, as N may be five.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from itertools import chain

UNIT = 1 << 15  # a weight of 1: weights are whole numbers, so that sums of their products are exact in any order


@dataclass(frozen=True, slots=True)
class Counted:
    """A document, counted. terms, entities: counts in its text, by term and by entity id. title: those in its title."""

    id: str
    dated: date
    terms: Mapping[str, int]
    entities: Mapping[str, int] = field(default_factory=dict)
    title: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Background:
    """What is common. having: how many of so many documents have a feature, those to be weighed among them.

    general: share of the words of general English that a term has, 0..1; empty where there is no list for the language.
    """

    documents: int
    having: Mapping[str, int]
    general: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Weighing:
    """How features are weighed; the values were best on the weeks for tuning of `tests/cases/election_stories.json`.

    On the held-out weeks they were no better than plain tf-idf: there is no proof that they are best elsewhere.

    strongest: features kept of a document. prior: as so many documents the general list counts, each of prior_words
    words. rarest: share of the documents, 0..1; what fewer have is no rarer, or a name met once would outweigh all that
    two documents have in common. entity: an entity's weight, as a multiple of a term's (its name is counted among the
    terms as well); title: the same of what stands in the title.
    """

    strongest: int = 200
    prior: int = 50
    prior_words: int = 500
    rarest: float = 0.01
    entity: float = 0.5
    title: float = 1.25


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document is about. weights: by feature, 1..UNIT, the squares summing up to about UNIT squared."""

    id: str
    dated: date
    weights: Mapping[str, int]


WEIGHING = Weighing()


def background(documents: Iterable[Counted], general: Mapping[str, float] | None = None) -> Background:
    """Count how many documents have each feature."""
    having: Counter[str] = Counter()
    number = 0
    for each in documents:
        having.update(each.terms.keys() | each.entities.keys())
        number += 1
    return Background(number, having, general or {})


def rarity(feature: str, known: Background, weighing: Weighing = WEIGHING) -> float:
    """Give ln((N+½)/(n+½)), at most that of the rarest: how much a feature tells that n of N documents have.

    The documents are joined by as many as the prior says that are written in general English: a term with share p of
    its words is in 1 - exp(-p w) of those that have w words. So five documents do not make "said" rare, and many
    documents outweigh the list.
    """
    documents, having = float(known.documents), float(known.having.get(feature, 0))
    if known.general:
        documents += weighing.prior
        having += weighing.prior * -math.expm1(-known.general.get(feature, 0.0) * weighing.prior_words)
    return min(max(0.0, math.log((documents + 0.5) / (having + 0.5))), -math.log(weighing.rarest))


def profile(counted: Counted, known: Background, weighing: Weighing = WEIGHING) -> Profile:
    """Weigh the features of one document, keep the strongest (ties by name), and bring them to unit length."""
    return _profile(counted, lambda feature: rarity(feature, known, weighing), weighing)


def profiles(documents: Sequence[Counted], known: Background, weighing: Weighing = WEIGHING) -> tuple[Profile, ...]:
    """Weigh the documents of a period, in the order of their ids."""
    rare = cache(partial(rarity, known=known, weighing=weighing))
    return tuple(_profile(each, rare, weighing) for each in sorted(documents, key=lambda each: each.id))


def _profile(counted: Counted, rare: Callable[[str], float], weighing: Weighing) -> Profile:
    found: dict[str, float] = {}
    for feature, count in chain(counted.terms.items(), counted.entities.items()):
        weight = (1 + math.log(count)) * rare(feature)
        weight *= weighing.entity if feature in counted.entities else 1.0
        found[feature] = weight * (weighing.title if feature in counted.title else 1.0)
    kept = sorted(found, key=lambda feature: (-found[feature], feature))[: weighing.strongest]
    return Profile(counted.id, counted.dated, quantised({feature: found[feature] for feature in kept}))


def quantised(weights: Mapping[str, float]) -> dict[str, int]:
    """Bring weights to unit length and to whole numbers; what comes to nothing is left out."""
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    found = {feature: round(UNIT * weight / length) for feature, weight in weights.items()} if length else {}
    return {feature: weight for feature, weight in found.items() if weight > 0}
