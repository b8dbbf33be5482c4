"""The leading entities of an issue in, who is named with whom more often than chance would have it out."""

from collections.abc import Sequence

import numpy as np

from tasks.records import BriefedPair
from tasks.warehouse import facts, names
from tasks.warehouse.connection import Warehouse
from tasks.words.keyness import log_likelihood

LEAST_DOCUMENTS = 2
LEAST_SURPRISE = 10.83  # p < 0.001 at one degree of freedom
NEIGHBOURS = 5


def found_pairs(warehouse: Warehouse, entities: Sequence[str]) -> tuple[BriefedPair, ...]:
    """The pairs of these entities that keep company in the issue's paragraphs, the most surprising first.

    Paragraphs are the sample: the one entity's share of those that name the other is set beside its share of all the
    others (log-likelihood; Dunning 1993, "Accurate methods for the statistics of surprise and coincidence").
    """
    facts.choose_names(warehouse, entities)
    frame = names.company(warehouse, LEAST_DOCUMENTS)
    together, of_a, of_b, paragraphs = (
        frame[name].to_numpy(dtype=np.float64) for name in ("together", "of_a", "of_b", "paragraphs")
    )
    surprise = log_likelihood(together, of_b - together, of_a, np.maximum(paragraphs - of_a, 1.0))
    found = [
        BriefedPair(a, b, int(documents), int(both), float(unlikely))
        for a, b, documents, both, unlikely in zip(
            frame["a"], frame["b"], frame["documents"], frame["together"], surprise, strict=True
        )
        if unlikely >= LEAST_SURPRISE
    ]
    return tuple(sorted(found, key=lambda pair: (-pair.surprise, pair.a, pair.b)))


def neighbours(pairs: Sequence[BriefedPair]) -> dict[str, tuple[str, ...]]:
    """Of each entity those that keep it company, the most surprising first; pairs in that order."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            if len(found.get(one, ())) < NEIGHBOURS:
                found[one] = (*found.get(one, ()), other)
    return found
