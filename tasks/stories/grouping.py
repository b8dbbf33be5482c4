"""Profiles in, groups that tell one story out: average-link agglomeration, and then what belongs to a group."""

import heapq
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tasks.stories.attaching import attached
from tasks.stories.linking import LINKING, WHOLE, Linking, Whole, counting
from tasks.stories.similarity import Pairs, similar
from tasks.stories.weights import UNIT, Profile


def group(profiles: Sequence[Profile], linking: Linking = LINKING) -> tuple[tuple[str, ...], ...]:
    """Give the groups of two documents and more, each with its ids in order, the groups by their first id.

    The likeness of two documents is their cosine, less if some days lie between them. The two groups with the greatest
    mean likeness are joined again and again, until it is below the threshold (group average, UPGMA: Sokal and Michener
    1958). It does not chain, as single link does: a document joins by its likeness to all of a group. Of links as
    strong, the one between the smallest ids is taken, so that the order of the documents does not matter. Then single
    documents are attached to the groups.
    """
    ordered = sorted(profiles, key=lambda each: each.id)
    pairs = similar(ordered, linking.floor * linking.threshold, linking.shared)
    days = np.array([each.dated.toordinal() for each in ordered], dtype=np.int64)
    groups = attached(ordered, joined(len(ordered), _faded(pairs, days, linking), linking.threshold), linking)
    return tuple(tuple(ordered[place].id for place in each) for each in groups)


def _faded(pairs: Pairs, days: Whole, linking: Linking) -> Pairs:
    """Lessen the products of pairs with many days between them; in whole numbers, as they are."""
    between = np.abs(days[pairs.first] - days[pairs.second])
    return replace(pairs, product=pairs.product * counting(between, linking) // WHOLE)


def joined(size: int, pairs: Pairs, threshold: float) -> list[list[int]]:
    """Join the places 0..size-1; give the groups of two and more, sorted.

    What the mean of all pairs cannot reach is not looked at: no join is made across parts that no single pair at the
    threshold holds together.
    """
    least = threshold * UNIT**2
    part = list(range(size))
    strong = pairs.product >= least
    for one, other in zip(pairs.first[strong].tolist(), pairs.second[strong].tolist(), strict=True):
        part[_root(part, one)] = _root(part, other)
    links: dict[int, dict[int, int]] = {}
    triples = zip(pairs.first.tolist(), pairs.second.tolist(), pairs.product.tolist(), strict=True)
    for one, other, product in triples:
        if _root(part, one) == _root(part, other):
            links.setdefault(one, {})[other] = product
            links.setdefault(other, {})[one] = product
    members = _agglomerate({place: [place] for place in links}, links, least)
    return sorted(sorted(each) for each in members if len(each) > 1)


def _agglomerate(members: dict[int, list[int]], links: dict[int, dict[int, int]], least: float) -> list[list[int]]:
    """Join until no mean link is left at `least`.

    A group goes by its smallest place; links hold summed products. A queued link is out of date if one of the two has
    another number of members since, or is gone.
    """
    queue: list[tuple[float, int, int, int, int]]
    queue = [(-product, one, other, 1, 1) for one in links for other, product in links[one].items() if one < other]
    queue = [entry for entry in queue if -entry[0] >= least]
    heapq.heapify(queue)
    while queue:
        _, one, other, many, more = heapq.heappop(queue)
        if len(members.get(one, ())) != many or len(members.get(other, ())) != more:
            continue  # one of the two has grown since, or gone up in another
        members[one] += members.pop(other)
        mine = links[one]
        for third, product in links.pop(other).items():
            if third != one:
                mine[third] = mine.get(third, 0) + product
                links[third][one] = mine[third]
                del links[third][other]
        del mine[other]
        size = len(members[one])
        for third, product in mine.items():
            mean = product / (size * len(members[third]))
            if mean >= least:
                low, high = sorted((one, third))
                heapq.heappush(queue, (-mean, low, high, len(members[low]), len(members[high])))
    return list(members.values())


def _root(part: list[int], place: int) -> int:
    while part[place] != place:
        part[place] = part[part[place]]
        place = part[place]
    return place
