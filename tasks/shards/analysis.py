"""Texts in, their words, who is named, who said what, when and how much out: what a worker does with one shard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict, TypeVar

from tasks.entities.dates import find_dates
from tasks.entities.figures import find_figures
from tasks.entities.identity import identify
from tasks.entities.model import VERSION as ENTITIES_VERSION
from tasks.entities.pipelines import recogniser
from tasks.entities.quotes import outermost, quotes_by
from tasks.records import Analysis, DateMention, EntityMention, Figure, Mention, Paragraph, Quote
from tasks.text.counted import COUNTED, counted_text
from tasks.words.counts import VERSION as WORDS_VERSION
from tasks.words.counts import count_words
from tasks.words.measures import VERSION as MEASURES_VERSION
from tasks.words.measures import measure
from tasks.words.phrases import count_phrases

TOLD_VERSION = "1"  # of quotes, dates and figures
ENTITY_LANGUAGES = ("en",)  # the model has learnt English only


def version(pipeline: str) -> str:
    """Changes whenever the same text would give other facts: documents analysed by another version are done again."""
    return f"words {WORDS_VERSION}, measures {MEASURES_VERSION}, told {TOLD_VERSION}, entities {ENTITIES_VERSION}" + (
        f" by {pipeline}" if pipeline else ""
    )


@dataclass(frozen=True, slots=True)
class Text:
    """A document to analyse. published: the day, where it is known; dates in the text are reckoned from it."""

    id: str
    language: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    published: date | None = None


def analyse(texts: list[Text], pipeline: str = "") -> list[Analysis]:
    """The words and phrases of each text and its measures; of a language that is read for names, all else it tells.

    pipeline: that of spaCy which finds the names, "" for our own model.
    """
    return [_analyse(text, pipeline) for text in texts]


class Told(TypedDict, total=False):
    """The fields of an Analysis that only languages read for names have."""

    quotes: tuple[tuple[Quote, str], ...]
    dates: tuple[DateMention, ...]
    figures: tuple[Figure, ...]


Placed = TypeVar("Placed", Mention, Quote, DateMention, Figure)


def unanalysable(text: Text, why: str) -> Analysis:
    """What is kept of a text that cannot be analysed: it counts as analysed, with nothing found."""
    return Analysis(text.id, failed=why)


def _analyse(text: Text, pipeline: str) -> Analysis:
    try:
        counted = counted_text(text.text, text.paragraphs)
        found = recogniser(pipeline)(text.text) if text.language in ENTITY_LANGUAGES else []
        mentions = _counted(text, found)
        named = identify(text.text, mentions)
        return Analysis(
            text.id,
            words=tuple(count_words(counted, text.language)),
            phrases=tuple(count_phrases(counted, text.language)),
            measures=measure(counted, text.language),
            mentions=tuple(named),
            **_told(text, mentions, named),
        )
    except Exception as error:  # noqa: BLE001 a fault of ours in one text must not hold up the others for ever
        return unanalysable(text, f"{type(error).__name__}: {error}")


def _told(text: Text, mentions: list[Mention], named: Sequence[EntityMention]) -> Told:
    """Who said what, when it was and how much of what, in the paragraphs that count."""
    if text.language not in ENTITY_LANGUAGES:
        return Told()
    entities = {each.mention.start: each.entity.id for each in named}
    quotes = _counted(text, outermost(quotes_by(text.text, mentions, named)))
    return Told(
        quotes=tuple((each, entities.get(each.name_start, "") if each.name_end else "") for each in quotes),
        dates=tuple(_counted(text, find_dates(text.text, text.published))),
        figures=tuple(_counted(text, find_figures(text.text))),
    )


def _counted(text: Text, found: Sequence[Placed]) -> list[Placed]:
    """Those that begin in a paragraph that counts; both are in the order of the text."""
    aside = [(each.start, each.end) for each in text.paragraphs if each.kind not in COUNTED]
    return [each for each in found if not any(start <= each.start < end for start, end in aside)]
