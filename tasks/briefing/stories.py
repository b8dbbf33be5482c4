"""A Briefing in, its stories as the pages tell them out: the largest first, headlines and sentences as they stand."""

from collections.abc import Mapping

from tasks.briefing.periods import earlier_periods, history, period_of
from tasks.briefing.pieces import Reference
from tasks.briefing.plain import printable
from tasks.briefing.rows import Quotation, StoryRow
from tasks.briefing.wording import counted, noun, number, past_period, quoted, spelled, unit
from tasks.records import BriefedStory, Briefing

STORIES = 12
FEW = 4  # documents; a story of fewer is shown by one sentence
NAMES, TERMS, NUMBERS = 8, 10, 60  # of a story, at most: names, words, numbers of documents


def leading_stories(briefing: Briefing) -> list[BriefedStory]:
    """The stories that the pages show, those of the most documents first, ties in the order of the briefing."""
    return sorted(briefing.stories, key=lambda story: -len(story.documents))[:STORIES]


def cited_by_stories(briefing: Briefing) -> set[str]:
    """The ids of the documents that the pages name in telling the stories."""
    cited: set[str] = set()
    for story in leading_stories(briefing):
        cited |= {story.headline_document, *story.documents[:NUMBERS]}
        cited |= {sentence.document for sentence in story.sentences}
    return cited


def story_rows(briefing: Briefing, known: Mapping[str, Reference]) -> tuple[StoryRow, ...]:
    """The leading stories, worded; no sentence of them is cut."""
    names = {entity.id: printable(entity.name) for entity in briefing.entities}
    publishers = _publishers(briefing)
    return tuple(
        StoryRow(
            headline=printable(story.headline) or "Without a title",
            reference=known.get(story.headline_document),
            count=_count(story, publishers),
            course=_course(briefing, story),
            sentences=tuple(
                Quotation(_whole(each.text), known.get(each.document))
                for each in story.sentences[: 1 if len(story.documents) < FEW else None]
            ),
            names=", ".join([names[each] for each in story.entities if each in names][:NAMES]),
            terms=", ".join(printable(term) for term in story.terms[:TERMS]) if len(story.documents) >= FEW else "",
            documents=tuple(known[each] for each in story.documents[:NUMBERS] if each in known),
            more=f"and {number(len(story.documents) - NUMBERS)} more" if len(story.documents) > NUMBERS else "",
        )
        for story in leading_stories(briefing)
    )


def _whole(text: str) -> str:
    return printable(text, longest=len(text) * 8 + 1)  # what cannot be printed stands as its code, which is longer


def _publishers(briefing: Briefing) -> Mapping[str, str]:
    return {document.id: document.publisher for document in briefing.documents}


def _named(story: BriefedStory, publishers: Mapping[str, str]) -> int:
    """How many publishers tell the story, those not known left aside."""
    return len({publishers.get(document, "") for document in story.documents} - {""})


def _count(story: BriefedStory, publishers: Mapping[str, str]) -> str:
    documents, tellers = len(story.documents), _named(story, publishers)
    whose = f" of {number(tellers)} {noun(tellers, 'publisher')}" if tellers else ""
    return f"{number(documents)} {noun(documents, 'document')}{whose}"


def _course(briefing: Briefing, story: BriefedStory) -> str:
    """Since when a story runs and how it grew: "First documents in week 38; three then, five now."""
    if not story.since:
        return f"New this {unit(briefing.issue.cadence)}." if history(briefing) else ""
    issue = briefing.issue
    text = f"First documents {past_period(printable(story.since), issue)}"
    if story.before:
        last = earlier_periods(period_of(issue.start, issue.cadence, issue.start), 1)
        when = "then" if last and last[0].name == story.since else "when last met"
        text += f"; {spelled(story.before)} {when}, {spelled(len(story.documents))} now"
    return f"{text}."


def story_point(briefing: Briefing) -> str:
    """The main point on stories: the largest, how many there are, how many go on; "" where there are none."""
    leading, total = leading_stories(briefing)[:2], len(briefing.stories)
    if not leading:
        return ""
    publishers, largest = _publishers(briefing), leading[0]
    told = f"in {counted(len(largest.documents), 'document')}"
    tellers = _named(largest, publishers)
    told += f" of {counted(tellers, 'publisher')}" if tellers else ""
    headline = quoted(printable(largest.headline) or "Without a title")
    if total == 1:
        return f"One story is told: {headline}, {told}{_going_on(briefing)}."
    tied = len(leading[1].documents) == len(largest.documents)
    text = (
        f"{headline} is told {told}, as many as any other story"
        if tied
        else f"The largest story, {headline}, is told {told}"
    )
    return f"{text}; there are {counted(total, 'story', 'stories')} in all{_going_on(briefing)}."


def _going_on(briefing: Briefing) -> str:
    """How many of the stories have documents in earlier periods, whether these have an issue or not."""
    total, going_on, name = len(briefing.stories), sum(map(_goes_on, briefing.stories)), unit(briefing.issue.cadence)
    if not history(briefing):
        return ""
    if total == 1:
        return f", and goes on from an earlier {name}" if going_on else ", and is new"
    if going_on == total:
        return f", all of which go on from earlier {name}s"
    which = f"{spelled(going_on)} of which" if going_on else "none of which"
    earlier = f"an earlier {name}" if going_on == 1 else f"earlier {name}s"
    return f", {which} {noun(going_on, 'goes', 'go')} on from {earlier}"


def _goes_on(story: BriefedStory) -> bool:
    return bool(story.since)
