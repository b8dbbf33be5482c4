"""A Briefing in, Pages out: what each section shows, and which sections there are."""

from collections.abc import Mapping, Sequence

from tasks.briefing.changes import trend_tables
from tasks.briefing.measures import measure_tables
from tasks.briefing.numbers import figure_rows
from tasks.briefing.pages import Figure, Pages, Pair, Section
from tasks.briefing.periods import history
from tasks.briefing.plain import printable
from tasks.briefing.points import key_figures, points
from tasks.briefing.quotations import leading_speakers, speaker_rows, speakers_more
from tasks.briefing.rows import MomentTable
from tasks.briefing.sources import (
    GROUPS,
    document_row,
    publisher_groups,
    rejection_rows,
    relation_tables,
    shares,
)
from tasks.briefing.stories import story_rows
from tasks.briefing.tables import (
    leading_phrases,
    leading_words,
    listed_documents,
    name_tables,
    pair_rows,
    rare_words,
    references,
    word_rows,
)
from tasks.briefing.timeline import moment_tables
from tasks.briefing.wording import counted, day, language, more, number, period, repair, title, unit
from tasks.records import BriefedWord, Briefing, Issue, Share

_TITLES = {
    "stories": "Stories",
    "changed": "What changed",
    "new": "What is new",
    "words": "Words",
    "names": "People, organisations, places",
    "said": "Who said what",
    "timeline": "When",
    "numbers": "How much",
    "pairs": "Who is named with whom",
    "documents": "Documents",
    "relations": "Duplicates and relations",
    "rejected": "Rejected",
    "method": "How this was made",
    "appendix": "Appendix",
}
_KINDS = {"daily": "Daily briefing", "weekly": "Weekly briefing", "monthly": "Monthly briefing", "all": "Briefing"}
_FEW = 4  # sections; an issue with fewer needs no contents


def compose(briefing: Briefing, figures: Mapping[str, Figure]) -> Pages:
    """All that the pages show. figures: the charts that were drawn, by name."""
    issue, known, before = briefing.issue, references(briefing), history(briefing)
    documents = listed_documents(briefing)
    revising = {each.document for each in briefing.relations if each.relation == "revision"}
    stories = story_rows(briefing, known)
    phrases, words = (word_rows(some(briefing), known) for some in (leading_phrases, leading_words))
    pairs, rejected = pair_rows(briefing), rejection_rows(briefing)
    timeline = moment_tables(briefing, known)
    sections = _sections(briefing, timeline)
    masthead = printable(briefing.settings.get("title", "")) or "Broadsheet"
    return Pages(
        masthead=masthead,
        title=f"{masthead} {_KINDS[issue.cadence].lower()} {number(issue.number)}: {period(issue)}",
        name=printable(issue.name),
        number=number(issue.number),
        kind=_KINDS[issue.cadence],
        period=period(issue),
        printed=f"{day(issue.printed.date())}, {issue.printed:%H:%M}",
        created=issue.printed.isoformat(timespec="seconds"),
        description=f"Issue {issue.name}, snapshot {issue.snapshot}, Broadsheet {issue.version}",
        unit=unit(issue.cadence),
        reference=printable(briefing.reference),
        sections=sections,
        contents=len(sections) >= _FEW,
        key_figures=key_figures(briefing),
        points=points(briefing, sections),
        stories=stories,
        stories_more=more(len(briefing.stories), len(stories)),
        changes=trend_tables(briefing, known),
        publishers=publisher_groups(briefing, known),
        publishers_more=_publishers_more(briefing),
        phrases=phrases,
        phrases_more=more(_positive(briefing.phrases), len(phrases)),
        words=words,
        words_more=more(_positive(briefing.words), len(words)),
        rare_words=word_rows(rare_words(briefing), known),
        names=name_tables(briefing, known, mark_new=bool(before)),
        speakers=speaker_rows(briefing, known),
        speakers_more=speakers_more(briefing),
        timeline=timeline,
        numbers=figure_rows(briefing, known),
        pairs=pairs,
        pairs_more=more(len(briefing.pairs), len(pairs)),
        documents=tuple(document_row(each, known[each.id].anchor, each.id in revising) for each in documents),
        documents_more=more(len(briefing.documents), len(documents)),
        relations=relation_tables(briefing, known),
        rejected=rejected,
        rejected_more=more(len(briefing.rejected), len(rejected)),
        has_trend=bool(before),
        settings=tuple(
            Pair(printable(title(key)), printable(value)) for key, value in sorted(briefing.settings.items())
        ),
        repairs=shares(Share(repair(each.label), each.count) for each in briefing.repairs),
        languages=shares(Share(language(each.label).capitalize(), each.count) for each in briefing.languages),
        measures=measure_tables(briefing),
        particulars=_particulars(issue),
        figures=figures,
    )


def _sections(briefing: Briefing, timeline: Sequence[MomentTable]) -> tuple[Section, ...]:
    """The sections that have something to show; method and appendix always do."""
    filled = {
        "stories": briefing.stories,
        "changed": briefing.trends,
        "new": briefing.documents,
        "words": briefing.words or briefing.phrases,
        "names": briefing.entities,
        "pairs": briefing.pairs,
        "said": leading_speakers(briefing),
        "timeline": timeline,
        "numbers": briefing.figures,
        "documents": briefing.documents,
        "relations": briefing.relations,
        "rejected": briefing.rejected,
        "method": True,
        "appendix": True,
    }
    return tuple(Section(name, title) for name, title in _TITLES.items() if filled[name])


def _positive(words: Sequence[BriefedWord]) -> int:
    return sum(word.keyness > 0 for word in words)


def _publishers_more(briefing: Briefing) -> str:
    left = len({document.publisher for document in briefing.documents}) - GROUPS
    return f"and documents of {counted(left, 'more publisher', 'more publishers')}" if left > 0 else ""


def _particulars(issue: Issue) -> tuple[Pair, ...]:
    return (
        Pair("Issue", f"{printable(issue.name)} (number {number(issue.number)})"),
        Pair("First day", day(issue.start)),
        Pair("Last day", day(issue.end)),
        Pair("Time zone", printable(issue.timezone)),
        Pair("Printed", f"{day(issue.printed.date())}, {issue.printed:%H:%M %Z}".strip()),
        Pair("Snapshot of the warehouse", number(issue.snapshot)),
        Pair("Broadsheet", printable(issue.version)),
    )
