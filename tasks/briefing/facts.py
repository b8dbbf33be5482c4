"""A Briefing in, the dictionary of briefing.json out: the contract of an issue's facts, field by field."""

import json
from dataclasses import asdict
from typing import Any

from tasks.records import (
    BriefedDocument,
    BriefedEntity,
    BriefedMeasures,
    BriefedPair,
    BriefedRejection,
    BriefedRelation,
    BriefedStory,
    BriefedTrend,
    BriefedWord,
    Briefing,
    Issue,
)

Facts = dict[str, Any]


def as_json(briefing: Briefing) -> Facts:
    """The facts of an issue as plain dictionaries, lists, strings and numbers.

    Lists keep the order of the briefing. Keyness, log ratio, dispersion, expected uses, surprise, LIX and grade are
    rounded to three places; similarities and variety, which are shares, to four.
    """
    summary = briefing.summary
    return {
        "issue": _issue(briefing.issue),
        "summary": {name: getattr(summary, name) for name in summary.__slots__},
        "documents": [_document(document) for document in briefing.documents],
        "relations": [_relation(relation) for relation in briefing.relations],
        "rejected": [_rejection(rejection) for rejection in briefing.rejected],
        "words": [_word(word) for word in briefing.words],
        "phrases": [_word(phrase) for phrase in briefing.phrases],
        "entities": [_entity(entity) for entity in briefing.entities],
        "pairs": [_pair(pair) for pair in briefing.pairs],
        "countries": [asdict(country) for country in briefing.countries],
        "quotes": [asdict(quote) for quote in briefing.quotes],
        "timeline": [asdict(moment) for moment in briefing.timeline],
        "figures": [asdict(figure) for figure in briefing.figures],
        "stories": [_story(story) for story in briefing.stories],
        "changes": [_trend(trend) for trend in briefing.trends],
        "measures": [_measures(measures) for measures in briefing.measures],
    }


def dumps(facts: Facts) -> str:
    """The facts as JSON text: keys sorted, one a line, the same for the same facts.

    A lone surrogate, as undecodable bytes leave it in a file name, stands as its JSON escape. Raises ValueError on a
    number that JSON cannot carry.
    """
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _issue(issue: Issue) -> Facts:
    return {
        "number": issue.number,
        "cadence": issue.cadence,
        "start": issue.start.isoformat(),
        "end": issue.end.isoformat(),
        "timezone": issue.timezone,
        "snapshot": issue.snapshot,
    }


def _document(document: BriefedDocument) -> Facts:
    return {
        "id": document.id,
        "title": document.title,
        "byline": list(document.byline),
        "publisher": document.publisher,
        "published": document.published,
        "language": document.language,
        "words": document.words,
        "source": document.source,
        "repeated": round(document.repeated, 4),
        "repeats": document.repeats,
        "repeats_dated": document.repeats_dated,
        "story": document.story,
    }


def _relation(relation: BriefedRelation) -> Facts:
    return {
        "document": relation.document,
        "other": relation.other,
        "relation": relation.relation,
        "rule": relation.rule,
        "jaccard": round(relation.jaccard, 4),
        "containment": round(relation.containment, 4),
        "why": relation.why,
        "changes": [asdict(change) for change in relation.changes],
    }


def _rejection(rejection: BriefedRejection) -> Facts:
    return {"source": rejection.source, "stage": rejection.stage, "reason": rejection.reason}


def _word(word: BriefedWord) -> Facts:
    return {
        "term": word.term,
        "count": word.count,
        "documents": word.documents,
        "keyness": round(word.keyness, 3),
        "log_ratio": round(word.log_ratio, 3),
        "dispersion": round(word.dispersion, 3),
        "forms": list(word.forms),
        "trend": list(word.trend),
    }


def _entity(entity: BriefedEntity) -> Facts:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "mentions": entity.mentions,
        "documents": entity.documents,
        "country": entity.country,
        "first_issue": entity.first_issue,
        "company": list(entity.company),
        "trend": list(entity.trend),
    }


def _pair(pair: BriefedPair) -> Facts:
    return {
        "a": pair.a,
        "b": pair.b,
        "documents": pair.documents,
        "together": pair.together,
        "surprise": round(pair.surprise, 3),
    }


def _story(story: BriefedStory) -> Facts:
    return {
        "id": story.id,
        "headline": story.headline,
        "headline_document": story.headline_document,
        "documents": list(story.documents),
        "since": story.since,
        "before": story.before,
        "sentences": [{"text": each.text, "document": each.document} for each in story.sentences],
        "terms": list(story.terms),
        "entities": list(story.entities),
    }


def _trend(trend: BriefedTrend) -> Facts:
    return {
        "id": trend.id,
        "term": trend.term,
        "kind": trend.kind,
        "change": trend.change,
        "count": trend.count,
        "documents": trend.documents,
        "expected": round(trend.expected, 3),
        "low": trend.low,
        "high": trend.high,
        "surprise": round(trend.surprise, 3),
        "trend": list(trend.trend),
    }


def _measures(measures: BriefedMeasures) -> Facts:
    return {
        "kind": measures.kind,
        "label": measures.label,
        "documents": measures.documents,
        "words": measures.words,
        "lix": None if measures.lix is None else round(measures.lix, 3),
        "grade": None if measures.grade is None else round(measures.grade, 3),
        "mattr": None if measures.mattr is None else round(measures.mattr, 4),
    }
