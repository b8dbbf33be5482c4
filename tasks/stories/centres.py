"""Profiles of a group in, its centre and its documents by their nearness to it out."""

from collections import Counter
from collections.abc import Sequence

from tasks.stories.similarity import cosine
from tasks.stories.weights import Profile, quantised


def centre(profiles: Sequence[Profile]) -> Profile:
    """Give the mean of the profiles, of unit length (the centroid of Rocchio 1971). Its id is empty."""
    total: Counter[str] = Counter()
    for each in profiles:
        total.update(each.weights)
    return Profile("", quantised(total))


def by_nearness(profiles: Sequence[Profile], middle: Profile) -> list[Profile]:
    """Give the profiles, the nearest to the centre first, ties by id."""
    return sorted(profiles, key=lambda each: (-cosine(each, middle), each.id))
