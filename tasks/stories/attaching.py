"""Groups and the documents that stand alone in, the groups with those that belong to what a group is about out.

A large event is told from many sides: two of its documents can have little in common, while each has much of what the
others share. So a group's mean likeness, which keeps chains out, leaves many documents of a convention alone.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from tasks.stories.centres import common
from tasks.stories.linking import WHOLE, Linking, Whole, counting
from tasks.stories.weights import UNIT, Profile

Near = tuple[Whole, Whole]
"""The documents that may join a group, by their places, and their likenesses in units of UNIT squared."""


def attached(profiles: Sequence[Profile], groups: Sequence[Sequence[int]], linking: Linking) -> list[list[int]]:
    """Add to the groups, of places in `profiles`, the single documents near enough to one; give them sorted.

    A document's likeness is its cosine with what at least a third of the group has in common, less if many days lie
    between. Each joins the group it is most like, of two as like the first; all decisions of a round are made by the
    groups as they were before it, and rounds follow while any joins. Groups do not join each other.
    """
    members = [list(each) for each in groups]
    grouped = {place for each in groups for place in each}
    index = _Index(profiles, [place for place in range(len(profiles)) if place not in grouped])
    near = [index.near(each, linking) for each in members]
    while True:
        best, chosen = np.zeros(len(profiles), dtype=np.int64), np.full(len(profiles), -1)
        for number, (places, likeness) in enumerate(near):
            better = likeness > best[places]
            best[places[better]], chosen[places[better]] = likeness[better], number
        joining = np.flatnonzero(chosen >= 0)
        if not len(joining):
            return sorted(sorted(each) for each in members)
        for place in joining.tolist():
            members[chosen[place]].append(place)
        grown = set(chosen[joining].tolist())
        index.take(joining)
        near = [
            index.near(each, linking) if number in grown else index.left(known)
            for number, (each, known) in enumerate(zip(members, near, strict=True))
        ]


class _Index:
    """The documents that stand alone, by the features that they have."""

    def __init__(self, profiles: Sequence[Profile], alone: Sequence[int]) -> None:
        self.profiles = profiles
        self.days = np.array([each.dated.toordinal() for each in profiles], dtype=np.int64)
        self.alone = np.zeros(len(profiles), dtype=np.bool_)
        self.alone[list(alone)] = True
        postings: dict[str, tuple[list[int], list[int]]] = {}
        for place in alone:
            for feature, weight in profiles[place].weights.items():
                places, weights = postings.setdefault(feature, ([], []))
                places.append(place)
                weights.append(weight)
        self.postings: Mapping[str, tuple[Whole, Whole]] = {
            feature: (np.array(places, dtype=np.int64), np.array(weights, dtype=np.int64))
            for feature, (places, weights) in postings.items()
        }

    def take(self, places: Whole) -> None:
        """Count these as alone no more."""
        self.alone[places] = False

    def left(self, near: Near) -> Near:
        """Give those of the documents that are still alone."""
        kept = self.alone[near[0]]
        return near[0][kept], near[1][kept]

    def near(self, members: Sequence[int], linking: Linking) -> Near:
        """Give the documents that stand alone and are near enough to a group to join it."""
        middle = common([self.profiles[place] for place in members])
        met = [(weight, *self.postings[feature]) for feature, weight in middle.items() if feature in self.postings]
        if not met:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
        places = np.concatenate([each for _, each, _ in met])
        products = np.concatenate([weight * weights for weight, _, weights in met])
        product = np.bincount(places, weights=products, minlength=len(self.profiles)).astype(np.int64)
        shared = np.bincount(places, minlength=len(self.profiles))
        least = int(np.ceil(linking.attaching * UNIT**2))
        found = np.flatnonzero((product >= least) & (shared >= linking.shared) & self.alone)
        between = np.abs(self.days[found][:, None] - self.days[np.array(members)][None, :])
        counts = counting(between, linking).sum(axis=1)
        likeness = product[found] * counts // (len(members) * WHOLE)
        kept = likeness >= least
        return found[kept], likeness[kept]
