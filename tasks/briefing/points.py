"""A Briefing in, the front page out: key figures and main points, each sentence made from counted facts alone."""

from collections.abc import Callable, Sequence

from tasks.briefing.changes import change_point
from tasks.briefing.pages import KeyFigure, Point, Section
from tasks.briefing.periods import history
from tasks.briefing.plain import printable
from tasks.briefing.stories import story_point
from tasks.briefing.wording import counted, listed, noun, number, opened, quoted, share, spelled, unit
from tasks.records import BriefedEntity, BriefedWord, Briefing

PEOPLE, ORGANISATIONS = ("PERSON",), ("ORG",)


def is_country(entity: BriefedEntity) -> bool:
    """Whether an entity is a country, with its nationality counted in."""
    return entity.id.startswith("country:")


def key_figures(briefing: Briefing) -> tuple[KeyFigure, ...]:
    """The figures that stand under the masthead."""
    summary, before = briefing.summary, history(briefing)
    note = f"{number(before[-1].documents)} the {unit(briefing.issue.cadence)} before" if before else ""
    figures = (
        (summary.received, "item received", "items received", ""),
        (summary.documents, "document", "documents", note),
        (summary.words, "word", "words", ""),
        (sum(bool(each.label) for each in briefing.publishers), "publisher", "publishers", ""),
        (summary.duplicates, "repeat set aside", "repeats set aside", ""),
        *(((summary.superseded, "superseded version", "superseded versions", ""),) if summary.superseded else ()),
        (summary.rejected, "item rejected", "items rejected", ""),
    )
    return tuple(KeyFigure(number(value), noun(value, one, many), note) for value, one, many, note in figures)


def points(briefing: Briefing, sections: Sequence[Section]) -> tuple[Point, ...]:
    """The main points, the most important first, each with those of the sections that stand behind it."""
    made = []
    for make, names in _POINTS:
        text = make(briefing)
        if text:
            made.append(Point(text, tuple(section for section in sections if section.name in names)))
    return tuple(made)


def _arrivals(briefing: Briefing) -> str:
    summary = briefing.summary
    if not summary.received:
        return f"Nothing came in for this {unit(briefing.issue.cadence)}."
    new = f"{opened(summary.documents, 'document')} came in"
    if summary.documents:
        new += f" with {counted(summary.words, 'word')} in all" if summary.words else ""
    clauses = [new, _repeats(summary.duplicates), _superseded(summary.superseded), _rejects(summary.rejected)]
    return "; ".join(clause for clause in clauses if clause) + "."


def _repeats(value: int) -> str:
    if not value:
        return ""
    others = "another and was" if value == 1 else "others and were"
    return f"{spelled(value)} more repeated {others} not counted again"


def _superseded(value: int) -> str:
    """What came in and was replaced by a later version that came in with it."""
    return f"{spelled(value)} gave way to a later version and {noun(value, 'counts', 'count')} no more" if value else ""


def _rejects(value: int) -> str:
    return f"{counted(value, 'item')} {noun(value, 'was', 'were')} rejected" if value else ""


def _comparison(briefing: Briefing) -> str:
    before, now, name = history(briefing), briefing.summary.documents, unit(briefing.issue.cadence)
    if not before:
        return ""
    change = now - before[-1].documents
    if change:
        text = f"That is {spelled(abs(change))} {'more' if change > 0 else 'fewer'} than in the {name} before"
    else:
        text = f"That is as many as in the {name} before"
    if len(before) > 2:
        average = sum(period.documents for period in before) / len(before)
        text += f"; the average of the {spelled(len(before))} {name}s before was {average:,.1f}"
    return f"{text}."


def _words(briefing: Briefing) -> str:
    words, phrases = ([each for each in some if each.keyness > 0][:3] for some in (briefing.words, briefing.phrases))
    clauses = []
    if words:
        clauses.append(f"Among the key words {_first_of(words, briefing)}")
    if phrases:
        clauses.append(f"{'among' if clauses else 'Among'} the key phrases {_first_of(phrases, briefing)}")
    return f"{'; '.join(clauses)}." if clauses else ""


def _first_of(leading: Sequence[BriefedWord], briefing: Briefing) -> str:
    """The first of a list and those that follow it, in its order."""
    first, *others = leading
    where = f" in {counted(first.documents, 'document')}" if briefing.summary.documents > 1 else ""
    text = f"{quoted(printable(first.term))} comes first, with {counted(first.count, 'use')}{where}"
    return text + (f", before {listed([quoted(printable(word.term)) for word in others])}" if others else "")


def _names(briefing: Briefing) -> str:
    kinds: tuple[tuple[str, Callable[[BriefedEntity], bool]], ...] = (
        ("person", lambda entity: entity.kind in PEOPLE),
        ("organisation", lambda entity: entity.kind in ORGANISATIONS),
        ("country", is_country),
    )
    leaders = [(label, _leader(briefing, belongs)) for label, belongs in kinds]
    named = [(label, printable(entity.name), entity.mentions) for label, entity in leaders if entity]
    if not named:
        return ""
    label, name, mentions = named[0]
    first = f"The {label} named most often is {name}, with {counted(mentions, 'mention')}"
    others = [f"the {label}, {name}, with {spelled(mentions)}" for label, name, mentions in named[1:]]
    return f"{'; '.join([first, *others])}."


def _leader(briefing: Briefing, belongs: Callable[[BriefedEntity], bool]) -> BriefedEntity | None:
    """The entity of its kind that is named most often, if one alone is."""
    named = sorted((entity for entity in briefing.entities if belongs(entity)), key=lambda entity: -entity.mentions)
    ahead = named and (len(named) == 1 or named[0].mentions > named[1].mentions)
    return named[0] if ahead and named[0].mentions > 1 else None


def _newcomers(briefing: Briefing) -> str:
    new = sorted((entity for entity in briefing.entities if entity.first_issue), key=lambda entity: -entity.mentions)
    if not new or not history(briefing) or briefing.trends:  # which tell of the new names that matter
        return ""
    examples = [printable(entity.name) for entity in new[:3]]
    where = f"no document of the {unit(briefing.issue.cadence)}s before"
    if len(new) <= 3:
        return f"Named here, and in {where}: {listed(examples)}."
    return f"Named here, and in {where}: {listed(examples)}, among others."


def _pairs(briefing: Briefing) -> str:
    if not briefing.pairs:
        return ""
    first = briefing.pairs[0]
    names = {entity.id: printable(entity.name) for entity in briefing.entities}
    together = listed([names.get(first.a, first.a), names.get(first.b, first.b)])
    paragraphs = f"{counted(first.together, 'paragraph')} of {counted(first.documents, 'document')}"
    return f"No two names keep closer company than {together}, in {paragraphs}."


def _publishers(briefing: Briefing) -> str:
    known = sorted((each for each in briefing.publishers if each.label), key=lambda each: (-each.count, each.label))
    total = briefing.summary.documents
    if len(known) < 2 or total < 2:
        return ""
    first, second = known[:2]
    if first.count == second.count:  # how many publishers there are the key figures say
        return ""
    counts = f"{counted(first.count, 'document')} ({share(first.count, total)})"
    return f"Of the {counted(len(known), 'publisher')}, {printable(first.label)} has the most, with {counts}."


def _undated(briefing: Briefing) -> str:
    count = sum(len(document.published) < len("2016-09-28") for document in briefing.documents)
    if not count:
        return ""
    verbs = noun(count, "does not say its day and counts", "do not say their days and count")
    return f"{opened(count, 'document')} {verbs} for the day {noun(count, 'it', 'they')} came in."


def _revisions(briefing: Briefing) -> str:
    revisions, templated = briefing.summary.revisions, briefing.summary.templated
    clauses = []
    if revisions:
        clauses.append(f"{opened(revisions, 'document')} {noun(revisions, 'revises', 'revise')} an earlier one")
    if templated:
        count = spelled(templated) if clauses else opened(templated, "document")
        fill, also = noun(templated, "fills", "fill"), noun(templated, "counts", "count")
        clauses.append(f"{count} {fill} in a known form with other facts, and {also}")
    return f"{' and '.join(clauses)}." if clauses else ""


_POINTS: tuple[tuple[Callable[[Briefing], str], tuple[str, ...]], ...] = (
    (_arrivals, ("new", "relations", "rejected")),
    (_comparison, ()),
    (story_point, ("stories",)),
    (change_point, ("changed",)),
    (_words, ("words",)),
    (_names, ("names",)),
    (_newcomers, ("names",)),
    (_pairs, ("pairs",)),
    (_publishers, ("new",)),
    (_revisions, ("relations",)),
    (_undated, ("documents",)),
)
