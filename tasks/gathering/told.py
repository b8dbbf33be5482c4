"""The periods before an issue in, the stories told in them out: as printed, or as they would have been.

An issue that is printed first knows what came before it from the documents alone: the periods before it that have no
issue are put into stories as theirs would be, so that a story of six weeks is not called new.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tasks.records import Period
from tasks.stories import Followed
from tasks.warehouse.connection import Warehouse

MOST_READ = 2_000  # documents of periods without an issue; of more, their stories are not looked for

Group = tuple[Followed, tuple[str, ...]]
"""What a story is called, and its documents."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a period told: its stories as they were printed, by id, or None and the documents to find them in."""

    name: str
    printed: Mapping[str, tuple[str, tuple[str, ...]]] | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A story so far. since: the period of its first documents; documents: those of the last issue that had it.

    before: how many it had in the last period before the issue's own; 0 where only a former print of the issue had it.
    """

    since: str
    documents: tuple[str, ...]
    before: int


def chapters(warehouse: Warehouse, period: Period, earlier: Sequence[Period], language: str) -> tuple[Chapter, ...]:
    """The earlier periods, oldest first, and last the issue's own former print, if there was one.

    An issue that told no story says nothing of what was told: it may be older than stories are in the warehouse.
    """
    oldest = earlier[0].start if earlier else period.start
    printed: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {}
    told = warehouse.rows("stories_told", cadence=period.cadence, oldest=oldest, start=period.start, language=language)
    for issue, story, since, document in told:
        stories = printed.setdefault(issue, {})
        _, documents = stories.get(story, (since, ()))
        stories[story] = since, (*documents, document)
    unprinted: dict[str, list[str]] = {}
    unknown = {each.name for each in earlier} - printed.keys()
    for name, document in warehouse.rows("documents_by_period", language=language):
        if name in unknown:
            unprinted.setdefault(name, []).append(document)
    if sum(map(len, unprinted.values())) > MOST_READ:
        unprinted = {}
    names = [each.name for each in earlier] + ([period.name] if period.name in printed else [])
    return tuple(Chapter(name, printed.get(name), tuple(unprinted.get(name, ()))) for name in names)


def courses(
    found: Sequence[Chapter], name: str, find: Callable[[str, Sequence[str], Mapping[str, Course]], Sequence[Group]]
) -> dict[str, Course]:
    """Go through the chapters and give each story's course, by its id.

    name: of the issue, whose own former print says which documents a story had, but not what came before. find: puts
    the documents of an unprinted period into stories, given its name and the courses up to it.
    """
    courses: dict[str, Course] = {}
    for chapter in found:
        if chapter.printed is None:
            for followed, documents in find(chapter.name, chapter.documents, courses):
                courses[followed.id] = Course(followed.since, documents, len(documents))
                for gone in followed.merged:
                    courses.pop(gone, None)
        else:
            for story, (since, documents) in chapter.printed.items():
                before = courses[story].before if story in courses else 0
                courses[story] = Course(since, documents, before if chapter.name == name else len(documents))
    return courses
