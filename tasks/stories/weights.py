"""Counted documents and how many documents have each feature -> profiles: the features that tell what each is about.

A feature is a term ("debate") or an entity by its id ("person:ada-quill"). Its weight is
(1 + ln uses) ln((N+½)/(n+½)), where a use in the title counts for many; the vector is of unit length: "ltc" in the
letters of Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval", and of Manning, Raghavan
and Schütze 2008, chapter 6.4; with smoothing, as N may be five.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial

UNIT = 1 << 15  # a weight of 1: weights are whole numbers, so that sums of their products are exact in any order


@dataclass(frozen=True, slots=True)
class Counted:
    """A document, counted: terms by headword ("delegates" as "delegate"), entities by id.

    terms, entities: counts in its text. lead, title: counts of both kinds in the opening that `leads.lead` gives, and
    in its title.
    """

    id: str
    dated: date
    terms: Mapping[str, int]
    entities: Mapping[str, int] = field(default_factory=dict)
    lead: Mapping[str, int] = field(default_factory=dict)
    title: Mapping[str, int] = field(default_factory=dict)


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
    """How features are weighed; `tests/benchmarks/stories.py` says what the values were chosen by.

    strongest: features kept of a document. prior: as so many documents the general list counts, each of prior_words
    words. rarest: share of the documents, 0..1; what fewer have is no rarer, or a name met once would outweigh all that
    two documents have in common. entity: an entity's weight, as a multiple of a term's (its name is counted among the
    terms as well). lead, title: uses that one in the lead, or in the title, counts for beside its own: there the news
    is told, of which the rest of an article is the background that it has in common with many others.
    """

    strongest: int = 400
    prior: int = 50
    prior_words: int = 500
    rarest: float = 0.03
    entity: float = 0.5
    lead: int = 4
    title: int = 20


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
    uses = Counter(counted.terms)
    uses.update(counted.entities)
    for counts, times in ((counted.lead, weighing.lead), (counted.title, weighing.title)):
        uses.update({feature: times * count for feature, count in counts.items() if times})
    found = {
        feature: (1 + math.log(count)) * rare(feature) * (weighing.entity if feature in counted.entities else 1.0)
        for feature, count in uses.items()
    }
    if len(found) > weighing.strongest:
        kept = sorted(found, key=lambda feature: (-found[feature], feature))[: weighing.strongest]
        found = {feature: found[feature] for feature in kept}
    return Profile(counted.id, counted.dated, quantised(found))


def quantised(weights: Mapping[str, float]) -> dict[str, int]:
    """Bring weights to unit length and to whole numbers; what comes to nothing is left out."""
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    found = {feature: round(UNIT * weight / length) for feature, weight in weights.items()} if length else {}
    return {feature: weight for feature, weight in found.items() if weight > 0}
