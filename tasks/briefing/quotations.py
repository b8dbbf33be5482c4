"""A Briefing in, who said what in it out: the speakers whom most documents quote, each with a few of their words."""

from collections.abc import Iterable, Mapping, Sequence

from tasks.briefing.pieces import Reference
from tasks.briefing.plain import printable
from tasks.briefing.rows import SaidRow, SpeakerRow
from tasks.briefing.wording import counted, number
from tasks.records import BriefedQuote, Briefing

SPEAKERS, QUOTES, NUMBERS = 12, 3, 6  # on the page; of a speaker; of the documents that have the same words
SHORT, LONG = 6, 60  # words; what is shorter says little by itself, what is longer takes too much room
LONGEST = 420  # characters
_ALIKE = 60  # characters by which words are known to be the same


def leading_speakers(briefing: Briefing) -> list[tuple[str, list[BriefedQuote]]]:
    """The speakers who are known by name, by id, with their quotes: those whom most documents quote first."""
    by_speaker: dict[str, list[BriefedQuote]] = {}
    for quote in briefing.quotes:
        if quote.entity and _tells(quote):
            by_speaker.setdefault(quote.entity, []).append(quote)
    ranked = sorted(by_speaker.items(), key=lambda each: (-_documents(each[1]), -len(each[1]), each[0]))
    return ranked[:SPEAKERS]


def speaker_rows(briefing: Briefing, known: Mapping[str, Reference]) -> tuple[SpeakerRow, ...]:
    """The leading speakers with the words that are shown of each."""
    numbers = {document.id: document.number for document in briefing.documents}
    names = {entity.id: entity.name for entity in briefing.entities}
    rows = []
    for speaker, quotes in leading_speakers(briefing):
        alike = _shown(quotes, numbers)
        rows.append(
            SpeakerRow(
                name=printable(names.get(speaker) or quotes[0].speaker),
                count=f"quoted {counted(len(quotes), 'time')} in {counted(_documents(quotes), 'document')}",
                quotes=tuple(
                    SaidRow(_worded(same[0]), tuple(known[id] for id in _in_order(same, numbers) if id in known))
                    for same in alike
                ),
            )
        )
    return tuple(rows)


def speakers_more(briefing: Briefing) -> str:
    """What the page says of the speakers that it leaves out; "" for none."""
    left = len({quote.entity for quote in briefing.quotes if quote.entity and _tells(quote)}) - SPEAKERS
    return f"and {number(left)} more who are quoted, in briefing.json" if left > 0 else ""


def cited_by_quotes(briefing: Briefing) -> set[str]:
    """The ids of the documents that the page names beside the quotes."""
    numbers = {document.id: document.number for document in briefing.documents}
    return {
        id
        for _, quotes in leading_speakers(briefing)
        for same in _shown(quotes, numbers)
        for id in _in_order(same, numbers)
    }


def _tells(quote: BriefedQuote) -> bool:
    """Whether a reader is told something by it: a plan ("to finish in May") or a few words are not what was said."""
    return quote.direct or (len(quote.text.split()) >= SHORT and not quote.text.startswith("to "))


def _documents(quotes: Iterable[BriefedQuote]) -> int:
    return len({quote.document for quote in quotes})


def _in_order(quotes: Iterable[BriefedQuote], numbers: Mapping[str, int]) -> list[str]:
    return sorted({quote.document for quote in quotes}, key=lambda id: numbers[id])[:NUMBERS]


def _shown(quotes: Sequence[BriefedQuote], numbers: Mapping[str, int]) -> list[list[BriefedQuote]]:
    """The quotes of one speaker that are shown, each with those that have the same words.

    Those that most documents have, in the speaker's own words, neither short nor long, come first.
    """
    alike: dict[str, list[BriefedQuote]] = {}
    for quote in quotes:
        alike.setdefault("".join(filter(str.isalnum, quote.text.casefold()))[:_ALIKE], []).append(quote)
    ranked = sorted(
        alike.values(),
        key=lambda same: (
            not SHORT <= len(same[0].text.split()) <= LONG,
            not same[0].direct,
            -_documents(same),
            numbers[same[0].document],
            same[0].start,
        ),
    )
    return ranked[:QUOTES]


def _worded(quote: BriefedQuote) -> str:
    """The words as they stand, between quotation marks where they stand between such."""
    text = printable(quote.text, longest=LONGEST).rstrip(",")  # the comma before "she said" is the sentence's
    return f"“{text}”" if quote.direct else text
