"""Made-up phrases, changes, stories, quotes, dates, countries and measures for the issues of the tests."""

from collections.abc import Sequence
from dataclasses import replace

from tasks.records import (
    BriefedCountry,
    BriefedDocument,
    BriefedFigure,
    BriefedMeasures,
    BriefedMoment,
    BriefedQuote,
    BriefedSentence,
    BriefedStory,
    BriefedTrend,
    BriefedWord,
    Kind,
    TrendKind,
)

PHRASES = (
    ("tidal barrier", ("tidal barrier", "tidal barriers", "Tidal Barrier")),
    ("pilotage agreement", ("pilotage agreement",)),
    ("herring season", ("herring season",)),
    ("second opinion", ("second opinion", "Second Opinion")),
    ("old quay", ("Old Quay",)),
)
CHANGES: tuple[tuple[str, str, Kind | str, TrendKind, int, float, int, int], ...] = (
    ("", "moorings", "", "new", 16, 0.06, 0, 2),
    ("", "Lindqvist", "", "risen", 24, 0.7, 0, 5),
    ("", "lightship", "", "risen", 9, 1.2, 0, 4),
    ("", "auction", "", "fallen", 2, 17.6, 5, 48),
    ("", "regatta", "", "gone", 0, 6.4, 1, 22),
    ("org:harbour-board", "Harbour Board", "ORG", "new", 22, 0.06, 0, 2),
    ("person:mara-lindqvist", "Mara Lindqvist", "PERSON", "risen", 23, 0.9, 0, 6),
    ("country:XC", "Norland", "GPE", "fallen", 1, 14.0, 4, 40),
)


def phrases(documents: int) -> tuple[BriefedWord, ...]:
    """Key phrases, in the order of a briefing."""
    return tuple(
        BriefedWord(
            term=term,
            count=12 - 2 * place,
            documents=max(1, min(documents, 5 - place)),
            keyness=96.0 / (1 + place),
            log_ratio=5.6 - place,
            trend=(0, place, 1, 0, 2, 1, 12 - 2 * place),
            dispersion=0.61,
            forms=forms,
            sentence=f"The council will hear on Thursday what the {forms[0]} has cost so far, and what it has still to "
            "cost before it is finished.",
            document=f"{1 + place % max(documents, 1):016x}",
        )
        for place, (term, forms) in enumerate(PHRASES)
    )


def trends(documents: int) -> tuple[BriefedTrend, ...]:
    """Words, then names, that changed; "Lindqvist" is told with Mara Lindqvist."""
    return tuple(
        BriefedTrend(
            id=identity,
            term=term,
            kind=kind,  # type: ignore[arg-type]  # a table of cases says the kinds as strings
            change=change,
            count=count,
            documents=min(documents, count, 4),
            expected=expected,
            low=low,
            high=high,
            surprise=(count - expected) / 2,
            trend=(*((0,) * 6 if change == "new" else (3, 1, 4, 1, 5, 2)), count),
            sentence=f"Few had thought of {term} before the storm, and fewer spoke of it afterwards." if count else "",
            document=f"{1 + place % max(documents, 1):016x}" if count else "",
        )
        for place, (identity, term, kind, change, count, expected, low, high) in enumerate(CHANGES)
    )


def stories(documents: Sequence[BriefedDocument]) -> tuple[BriefedStory, ...]:
    """Three stories: a new small one, a large one that goes on, and one that was told of weeks ago."""
    parts = (documents[9:11], documents[0:5], documents[5:8])
    made = (("", 0), ("2016-W38", 3), ("2016-W35", 1))
    return tuple(
        BriefedStory(
            id=f"{place:016x}",
            headline=part[0].title,
            headline_document=part[0].id,
            documents=tuple(each.id for each in part),
            sentences=tuple(
                BriefedSentence(
                    f"The {each.title.split()[0].lower()} of which number {each.number} tells was put off again, and "
                    "nobody who was at the meeting could say until when, or at whose wish, or what it would cost.",
                    each.id,
                )
                for each in part[:3]
            ),
            terms=("tidal barrier", "quay", "storm"),
            entities=("org:harbour-board", "person:mara-lindqvist", "person:nobody-known"),
            since=since,
            before=before,
        )
        for place, (part, (since, before)) in enumerate(zip(parts, made, strict=True))
    )


def told_in(documents: Sequence[BriefedDocument], found: Sequence[BriefedStory]) -> tuple[BriefedDocument, ...]:
    """The documents, each with the story that it is of."""
    of = {document: story.id for story in found for document in story.documents}
    return tuple(replace(each, story=of.get(each.id, "")) for each in documents)


def measures(publishers: Sequence[str]) -> tuple[BriefedMeasures, ...]:
    """Of two languages, one of which has no grade, and of these publishers, the last without enough text."""
    return (
        BriefedMeasures("language", "de", 1, 318, 52.4, None, 0.712),
        BriefedMeasures("language", "en", 11, 420, 44.16, 10.27, 0.7349),
        *(
            BriefedMeasures("publisher", name, 9 - place, 400 + place, *((None,) * 3 if place else (45.5, 11.06, 0.7)))
            for place, name in enumerate(publishers)
        ),
    )


SAID = (
    ("Mara Lindqvist", "person:mara-lindqvist", "said", "No ferry, no budget: I have said so since the spring.", True),
    ("Mara Lindqvist", "person:mara-lindqvist", "told", "the board had been given all the figures it asked for", False),
    (
        "Tomas Ardelean",
        "person:tomas-ardelean",
        "added",
        "We are pilots, and pilots go home when the tide is out.",
        True,
    ),
    ("a spokesman", "", "said", "nothing had been decided", False),
)


def quotes(documents: Sequence[BriefedDocument]) -> tuple[BriefedQuote, ...]:
    """What is said in the first documents; the first words stand in two of them."""
    said = [(each, documents[place % len(documents)]) for place, each in enumerate(SAID)]
    said += [(SAID[0], documents[1])] if len(documents) > 1 else []
    return tuple(
        BriefedQuote(speaker, entity, cue, text, direct, document.id, 10, 10 + len(text))
        for (speaker, entity, cue, text, direct), document in sorted(said, key=lambda each: each[1].number)
    )


DATES = ("195", "2014", "2016-Q1", "2016-08-31", "2016-09-26", "2016-09-28", "2016-10", "2017-SP", "2018/2020")


def timeline(documents: Sequence[BriefedDocument]) -> tuple[BriefedMoment, ...]:
    """What happened before the week of 26 September 2016, in it, and will happen after it."""
    return tuple(
        BriefedMoment(
            value,
            documents[place % len(documents)].id,
            f"The work on the quay that nobody had asked for was paid for a {place}th time, and finished.",
            min(1 + place % 3, len(documents)),
        )
        for place, value in enumerate(DATES)
    )


def figures(documents: Sequence[BriefedDocument]) -> tuple[BriefedFigure, ...]:
    """How much of what."""
    made = (
        (2_400_000.0, "EUR", "money", "€2.4 million"),
        (40.0, "%", "share", "40 per cent"),
        (70_000.0, "herring barrels", "count", "70,000 herring barrels"),
        (12.5, "km", "measure", "12.5 kilometres"),
    )
    return tuple(
        BriefedFigure(value, unit, sort, text, documents[place % len(documents)].id, f"It came to {text} in the end.")
        for place, (value, unit, sort, text) in enumerate(made)
    )


def countries(documents: int) -> tuple[BriefedCountry, ...]:
    """Countries that there are, as the map knows no others."""
    named = (("NO", "Norway", 31), ("GB", "United Kingdom", 14), ("MT", "Malta", 2), ("US", "United States", 1))
    return tuple(BriefedCountry(code, name, many, min(many, documents)) for code, name, many in named)
