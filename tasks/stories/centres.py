"""Profiles of a group in, its centre and its documents by their nearness to it out."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tasks.stories.similarity import cosine
from tasks.stories.weights import Profile, quantised


def centre(profiles: Sequence[Profile]) -> Mapping[str, int]:
    """Give the weights of the mean of the profiles, of unit length (the centroid of Rocchio 1971)."""
    return quantised(_total(profiles))


def common(profiles: Sequence[Profile]) -> Mapping[str, int]:
    """Give the same of what at least a third, and two, of several documents have: what one alone tells is no story."""
    having = Counter(feature for each in profiles for feature in each.weights)
    least = max(min(2, len(profiles)), -(-len(profiles) // 3))
    return quantised({feature: weight for feature, weight in _total(profiles).items() if having[feature] >= least})


def by_nearness(profiles: Sequence[Profile], middle: Mapping[str, int]) -> list[Profile]:
    """Give the profiles, the nearest to the centre first, ties by id."""
    return sorted(profiles, key=lambda each: (-cosine(each.weights, middle), each.id))


def _total(profiles: Sequence[Profile]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in profiles:
        total.update(each.weights)
    return total
