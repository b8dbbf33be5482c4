"""The stories of a period and those of earlier issues in, for each its lasting id and since when it is told out.

A story is known again by the cosine of its centre with that of the documents that the last issue had of it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.stories.centres import by_nearness, centre
from tasks.stories.similarity import cosine
from tasks.stories.weights import Profile

# Cosine of the centres from which a story is the same one. Of stories of the election year one in seventy is as near to
# any of an issue eight to ten weeks before, and one in eleven to one of the week before. At 0.25 those that cannot be
# the same are one in sixteen.
SAME = 0.3
MERGED = 0.8  # of the nearest story's cosine: an older one that is as near goes on in the same group
DIGITS = 8  # of a new id


@dataclass(frozen=True, slots=True)
class Profiled:
    """A story that earlier issues told. since: the first that did; documents: those of the last that did.

    Names of issues sort by their time ("2016-W39" before "2016-W40").
    """

    id: str
    since: str
    documents: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """What a group is called. before: documents in the last issue that told of it, 0 where the story is new.

    merged: ids of other stories that go on in it.
    """

    id: str
    since: str
    before: int
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Likeness:
    group: int
    story: int
    cosine: float


def follow(
    groups: Sequence[Sequence[Profile]], told: Sequence[Profiled], issue: str, same: float = SAME
) -> tuple[Followed, ...]:
    """Give each group the id of the story that it goes on with, or one of its own, in the order of the groups.

    The nearest group and story are paired first, then the nearest of those that are left, each once only (ties: the
    older story, then ids). So a story that splits keeps its id with the nearer part. Where a second story has no nearer
    group and is about as near, the two have merged, and the older one's id is kept. A new id is the issue's name with
    digits of the SHA-256 of the id of the document at the centre; print an issue again with its own stories among
    `told`, or a late document can change the centre and the id.
    """
    stories = sorted(told, key=lambda each: (each.since, each.id))
    likenesses = _likenesses(groups, stories, same)
    nearest: dict[int, int] = {}
    for each in likenesses:
        nearest.setdefault(each.story, each.group)
    found: dict[int, Followed] = {}
    gone: set[int] = set()
    for each in likenesses:
        if each.group in found or each.story in gone:
            continue
        merging = [
            other.story
            for other in likenesses
            if other.group == each.group and other.story not in gone and nearest[other.story] == each.group
            and other.cosine >= MERGED * each.cosine
        ]  # fmt: skip
        merging = sorted({each.story, *merging})
        gone.update(merging)
        oldest, others = stories[merging[0]], tuple(stories[place].id for place in merging[1:])
        found[each.group] = Followed(oldest.id, oldest.since, len(oldest.documents), others)
    taken = {each.id for each in told}
    for place in sorted(range(len(groups)), key=lambda place: min(each.id for each in groups[place])):
        if place not in found:
            found[place] = Followed(_new_id(issue, groups[place], taken), issue, 0)
            taken.add(found[place].id)
    return tuple(found[place] for place in range(len(groups)))


def _likenesses(groups: Sequence[Sequence[Profile]], stories: Sequence[Profiled], same: float) -> list[_Likeness]:
    """The pairs of group and story that may be the same, the nearest first."""
    earlier = [centre(each.documents) for each in stories]
    found = []
    for group, profiles in enumerate(groups):
        middle = centre(profiles)
        for story, other in enumerate(earlier):
            if (likeness := cosine(middle, other)) >= same:
                found.append(_Likeness(group, story, likeness))
    first = [min(each.id for each in profiles) for profiles in groups]
    return sorted(found, key=lambda each: (-each.cosine, each.story, first[each.group]))


def _new_id(issue: str, profiles: Sequence[Profile], taken: set[str]) -> str:
    """The issue's name and digits that no other story has."""
    lead = by_nearness(profiles, centre(profiles))[0].id
    digest = hashlib.sha256(lead.encode()).hexdigest()
    length = DIGITS
    while f"{issue}-{digest[:length]}" in taken:
        length += 1
    return f"{issue}-{digest[:length]}"
