"""A period goes in, its issue on disk and in the warehouse comes out: the thin Prefect tasks of the publish flow."""

import json
import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.briefing.checks import check
from tasks.briefing.examples import sentence_at
from tasks.briefing.filing import file_issue
from tasks.briefing.render import render
from tasks.duplicates.passages import edits
from tasks.gathering.company import found_pairs, neighbours
from tasks.gathering.countries import found_countries
from tasks.gathering.figures import found_figures
from tasks.gathering.measures import found_measures
from tasks.gathering.names import rule_names
from tasks.gathering.quotes import found_quotes
from tasks.gathering.stories import found_stories
from tasks.gathering.timeline import found_timeline
from tasks.gathering.trends import Past, trends_of_names, trends_of_words
from tasks.gathering.words import key_words, vocabulary
from tasks.records import BriefedEntity, BriefedRelation, Briefing, Issue, Period, Share
from tasks.shards.analysis import ENTITY_LANGUAGES
from tasks.text.publishers import shown
from tasks.warehouse import facts
from tasks.warehouse.connection import Warehouse

log = logging.getLogger("broadsheet")

ENTITIES, PAIRS = 40, 40  # how many briefing.json carries: of entities a kind, of pairs
CHANGES = 12  # places of a revision, at most
[NAMES_READ] = ENTITY_LANGUAGES


@dataclass(frozen=True, slots=True)
class Standing:
    """A period's issue: its number if it was printed already, what is new in it now, and what was in its print.

    rulings: by which the print read its names, as its settings tell them.
    """

    number: int | None
    members: tuple[str, ...]
    printed: tuple[str, ...]
    rulings: str = "none"


@task(name="choose members", task_run_name="choose what is new in {period.name}", cache_policy=NO_CACHE)
def choose_members(warehouse: Warehouse, period: Period) -> Standing:
    """Which sources belong into the period's issue, and which were in it when it was last printed."""
    prints = warehouse.rows("issue_named", name=period.name)
    members = warehouse.rows(
        "members_of_period", cadence=period.cadence, name=period.name, start=period.start, end=period.end
    )
    return Standing(
        number=prints[0][0] if prints else None,
        members=tuple(identity for (identity,) in members),
        printed=tuple(sorted(prints[0][9])) if prints else (),
        rulings=json.loads(prints[0][10]).get("rulings", "none") if prints else "none",
    )


@task(name="gather", task_run_name="gather the facts of {issue.name}", cache_policy=NO_CACHE)
def gather(
    warehouse: Warehouse, issue: Issue, earlier: Sequence[Period], members: Sequence[str], settings: Mapping[str, str]
) -> Briefing:
    """All the facts of an issue, from a warehouse opened at the issue's snapshot."""
    period = Period(issue.cadence, issue.name, issue.start, issue.end)
    history = int(settings["history"])
    facts.choose(warehouse, members, earlier)
    for note in rule_names(warehouse, issue.end):
        log.warning("%s", note)
    summary = facts.summary(warehouse)
    languages = facts.shares(warehouse, "languages_of_issue")
    known = vocabulary(warehouse, languages[0].label if languages else "und")
    found = key_words(warehouse, earlier, history, known)
    past = Past.of(warehouse, period, earlier, history, known)
    changed = trends_of_words(warehouse, issue.start, past, known)
    # Names are met in documents of one language only, and are weighed beside these, whatever most documents are in.
    if known.language != NAMES_READ:
        known = vocabulary(warehouse, NAMES_READ)
        past = Past.of(warehouse, period, earlier, history, known)
    named = trends_of_names(warehouse, issue.start, past)
    publishers = facts.shares(warehouse, "publishers_of_issue")
    shown_as = shown(each.label for each in publishers)
    listed = tuple(replace(each, publisher=shown_as[each.publisher]) for each in facts.documents(warehouse))
    stories = found_stories(warehouse, period, earlier[-history:], listed, known)
    told = {document: story.id for story in stories for document in story.documents}
    documents = tuple(replace(each, story=told.get(each.id, "")) for each in listed)
    entities = _entities(warehouse, earlier[-history:], issue.start)
    pairs = found_pairs(warehouse, [each.id for each in entities])
    company = neighbours(pairs)
    briefing = Briefing(
        issue=issue,
        summary=summary,
        periods=facts.periods(warehouse, earlier[-history:], period, summary),
        documents=documents,
        relations=_relations(warehouse),
        rejected=facts.rejections(warehouse),
        words=found.words,
        phrases=found.phrases,
        stories=stories,
        measures=found_measures(warehouse, shown_as),
        trends=(*changed, *named),
        entities=tuple(replace(each, company=company.get(each.id, ())) for each in entities),
        pairs=pairs[:PAIRS],
        countries=found_countries(warehouse),
        quotes=found_quotes(warehouse, documents),
        timeline=found_timeline(warehouse, documents),
        figures=found_figures(warehouse, documents),
        publishers=_joined(publishers, shown_as),
        languages=languages,
        repairs=facts.shares(warehouse, "repairs_of_issue"),
        reference=found.reference,
        settings=settings,
    )
    check(briefing)
    return briefing


@task(name="print", task_run_name="print {briefing.issue.name}", cache_policy=NO_CACHE)
def print_issue(briefing: Briefing, reports: str) -> Path:
    """Render the issue and file it whole: the path of its PDF."""
    return file_issue(render(briefing), Path(reports)) / "briefing.pdf"


def _relations(warehouse: Warehouse) -> tuple[BriefedRelation, ...]:
    """How the issue's sources stand to others, and what its revisions changed."""
    found = facts.relations(warehouse)
    revised = [each for each in found if each.relation == "revision"]
    texts = facts.counted_texts(warehouse, [id for each in revised for id in (each.document, each.other)])
    changed = {
        (each.document, each.other): tuple(edits(texts[each.other], texts[each.document])[:CHANGES]) for each in revised
    }
    return tuple(replace(each, changes=changed.get((each.document, each.other), ())) for each in found)


def _joined(shares: Sequence[Share], names: Mapping[str, str]) -> tuple[Share, ...]:
    """The shares of publishers under the names that they are shown by."""
    counts: Counter[str] = Counter()
    for each in shares:
        counts[names[each.label]] += each.count
    return tuple(Share(name, count) for name, count in counts.most_common())


def _entities(warehouse: Warehouse, earlier: Sequence[Period], start: date) -> tuple[BriefedEntity, ...]:
    found, places = facts.entities(warehouse, earlier, start, ENTITIES)
    texts = facts.texts(warehouse, [document for document, _ in places.values()])
    return tuple(
        replace(each, document=places[each.id][0], sentence=sentence_at(texts[places[each.id][0]], places[each.id][1]))
        for each in found
    )
