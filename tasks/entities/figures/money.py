"""A number -> an amount of money, by the sign or code beside it or the word behind it."""

import re
from functools import cache

from tasks.entities import gazetteers
from tasks.entities.figures.numerals import Numeral
from tasks.entities.figures.told import Told

_Unit = tuple[str, float]


@cache
def _currencies() -> tuple[dict[str, _Unit], dict[str, _Unit], dict[str, _Unit]]:
    """Give code and factor by sign, by word, and by word that means money only behind a scale."""
    signs: dict[str, _Unit] = {}
    words: dict[str, _Unit] = {}
    scaled: dict[str, _Unit] = {}
    for code, factor, own_signs, own_words, own_scaled in gazetteers.rows("currencies"):
        unit = (code, float(factor))
        signs |= dict.fromkeys(filter(None, own_signs.split("|")), unit)
        words |= dict.fromkeys((word.lower() for word in own_words.split("|") if word), unit)
        scaled |= dict.fromkeys(filter(None, own_scaled.split("|")), unit)
    return signs, words, scaled


def _either(options: dict[str, _Unit]) -> str:
    """Give a pattern for one of the options, the longest that fits."""
    return "|".join(re.escape(option) for option in sorted(options, key=lambda option: (-len(option), option)))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of a sign before a number, of a sign behind it, and of a word behind it."""
    signs, words, scaled = _currencies()
    return (
        re.compile(rf"(?<![^\W_])(?P<sign>{_either(signs)})[ \u00a0]?\Z"),
        re.compile(rf"[ \u00a0]?(?P<sign>{_either(signs)})(?![\w$])"),
        re.compile(rf"(?:[ \u00a0]{{1,3}}|[\n-])(?P<word>{_either(words | scaled)})(?![\w’'])", re.IGNORECASE),
    )


def money(text: str, numeral: Numeral) -> Told | None:
    """Give the amount of money that a number tells, its sign or word included."""
    signs, words, scaled = _currencies()
    before, behind, worded = _patterns()
    sign = before.search(text, max(0, numeral.start - 7), numeral.start)
    if sign and not numeral.spelled:
        return _told(text, numeral, _signed(text, sign.start()), numeral.end, signs[sign["sign"]])
    sign = behind.match(text, numeral.end)
    if sign and not numeral.spelled:
        return _told(text, numeral, numeral.minus, sign.end(), signs[sign["sign"]])
    word = worded.match(text, numeral.end)
    if not word:
        return None
    unit = words.get(word["word"].lower()) or (scaled.get(word["word"]) if numeral.scaled else None)
    return _told(text, numeral, numeral.minus, word.end(), unit) if unit else None


def _signed(text: str, start: int) -> int:
    """Give where an amount begins whose currency stands first: at a minus before that."""
    minus = text[start - 1 : start] in ("-", "−") and not text[start - 2 : start - 1].strip()
    return start - 1 if minus and start > 0 else start


def _told(text: str, numeral: Numeral, start: int, end: int, unit: _Unit) -> Told:
    code, factor = unit
    negative = start < numeral.start and text[start] in "-−Mm"
    value = round(numeral.value * factor, 6)
    return Told(start, end, -value if negative else value, code, "money")
