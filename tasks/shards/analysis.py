"""Texts in, their words and who is named in them out: what a worker does with one shard of documents."""

from dataclasses import dataclass

from tasks.entities import recognise
from tasks.entities.identity import identify
from tasks.entities.model import VERSION as ENTITIES_VERSION
from tasks.records import Analysis, EntityMention, Paragraph
from tasks.text.counted import COUNTED, counted_text
from tasks.words.counts import VERSION as WORDS_VERSION
from tasks.words.counts import count_words
from tasks.words.measures import VERSION as MEASURES_VERSION
from tasks.words.measures import measure
from tasks.words.phrases import count_phrases

# Changes whenever the same text would give other words or mentions: documents analysed by another one are done again.
ANALYSIS_VERSION = f"words {WORDS_VERSION}, measures {MEASURES_VERSION}, entities {ENTITIES_VERSION}"
ENTITY_LANGUAGES = ("en",)  # the model has learnt English only


@dataclass(frozen=True, slots=True)
class Text:
    """A document to analyse."""

    id: str
    language: str
    text: str
    paragraphs: tuple[Paragraph, ...]


def analyse(texts: list[Text]) -> list[Analysis]:
    """The words and phrases of each text, its measures, and who is named in it if its language is read for names."""
    return [_analyse(text) for text in texts]


def unanalysable(text: Text, why: str) -> Analysis:
    """What is kept of a text that cannot be analysed: it counts as analysed, with nothing found."""
    return Analysis(text.id, failed=why)


def _analyse(text: Text) -> Analysis:
    try:
        counted = counted_text(text.text, text.paragraphs)
        return Analysis(
            text.id,
            words=tuple(count_words(counted, text.language)),
            phrases=tuple(count_phrases(counted, text.language)),
            measures=measure(counted, text.language),
            mentions=tuple(_mentions(text)),
        )
    except Exception as error:  # noqa: BLE001 a fault of ours in one text must not hold up the others for ever
        return unanalysable(text, f"{type(error).__name__}: {error}")


def _mentions(text: Text) -> list[EntityMention]:
    if text.language not in ENTITY_LANGUAGES:
        return []
    aside = [(each.start, each.end) for each in text.paragraphs if each.kind not in COUNTED]
    found = recognise(text.text)
    counted = [m for m in found if not any(start <= m.start < end for start, end in aside)]
    return identify(text.text, counted)
