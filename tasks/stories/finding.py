"""The counted documents of a period and the stories of earlier issues in, the period's stories with their ids out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.stories.centres import by_nearness, centre, common
from tasks.stories.following import Followed, Profiled, follow
from tasks.stories.grouping import group
from tasks.stories.linking import LINKING, Linking
from tasks.stories.weights import WEIGHING, Background, Counted, Weighing, profiles


@dataclass(frozen=True, slots=True)
class Told:
    """A story that earlier issues told. since: the first that did; documents: those of the last that did."""

    id: str
    since: str
    documents: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A story of the period. documents: the nearest to its centre first.

    centre: what they are about, by feature; common: of that what at least two, and a third, of them have.
    """

    followed: Followed
    documents: tuple[str, ...]
    centre: Mapping[str, int]
    common: Mapping[str, int]


def find(
    documents: Sequence[Counted],
    known: Background,
    told: Sequence[Told],
    issue: str,
    weighing: Weighing = WEIGHING,
    linking: Linking = LINKING,
) -> tuple[Found, ...]:
    """Group the documents into stories: the largest first, then by the first document's id.

    The documents, the background and the told stories are of one language: the same words in two would be mistaken.
    issue: name of the issue that is made, of which new stories have their ids.
    """
    weighed = {each.id: each for each in profiles(documents, known, weighing)}
    groups = [[weighed[id] for id in ids] for ids in group(tuple(weighed.values()), linking)]
    earlier = [Profiled(each.id, each.since, profiles(each.documents, known, weighing)) for each in told]
    found = [
        Found(followed, tuple(each.id for each in by_nearness(members, middle)), middle, common(members))
        for members, followed in zip(groups, follow(groups, earlier, issue), strict=True)
        for middle in (centre(members),)
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.documents), each.documents)))
