"""A number -> a measure, by the unit behind it; ages and times told from now ("two days ago") are none."""

import re
from functools import cache

from tasks.entities import gazetteers
from tasks.entities.figures.numerals import Numeral, lowered
from tasks.entities.figures.told import Told

TIMES = frozenset(["seconds", "minutes", "hours", "days", "nights", "weeks", "months", "years", "decades", "centuries"])
_FROM_NOW = re.compile(r"(?:[ ]{1,3}\n?|[\n-])(?:ago|later|earlier|hence|from now|olds?|of age)\b", re.IGNORECASE)
_TEMPERATURES = ("°", "°C", "°F")


@cache
def _units() -> tuple[dict[str, str], dict[str, str]]:
    """Give the symbol by word, and by short form."""
    words: dict[str, str] = {}
    shorts: dict[str, str] = {}
    for symbol, own_words, own_shorts in gazetteers.rows("units"):
        words |= dict.fromkeys((word.lower().replace("-", " ") for word in own_words.split("|")), symbol)
        shorts |= dict.fromkeys(filter(None, own_shorts.split("|")), symbol)
    return words, shorts


def _either(options: dict[str, str]) -> str:
    """Give a pattern for one of the options, the longest that fits; a space in it may be a line's end or a hyphen."""
    longest = sorted(options, key=lambda option: (-len(option), option))
    return "|".join(re.escape(option).replace(r"\ ", r"[ \n-]") for option in longest)


@cache
def _pattern() -> re.Pattern[str]:
    """Give the pattern of a unit behind a number: a word in any case, a short form in its own."""
    words, shorts = _units()
    return re.compile(
        rf"(?P<gap>[ \u00a0]{{0,3}}\n?|-)"
        rf"(?:(?P<word>(?i:{_either(words)}))(?!\w)|(?P<short>{_either(shorts)})(?![\w/]))"
    )


@cache
def _half() -> re.Pattern[str]:
    """Give the pattern of half of one unit: "half an hour"."""
    words, _ = _units()
    return re.compile(rf"half(?<![\w-]half)(?:[ -]an?[ -]|-)(?P<word>{_either(words).lower()})(?!\w)")


def measure(text: str, numeral: Numeral) -> Told | None:
    """Give the measure that a number tells with the unit behind it."""
    unit = _pattern().match(text, numeral.end)
    if not unit or (numeral.spelled and (unit["short"] or not unit["gap"])):
        return None
    symbol = _symbol(unit)
    negative = numeral.minus < numeral.start and symbol in _TEMPERATURES
    if symbol in TIMES and not _lasts(text, numeral, unit):
        return None
    start = numeral.minus if negative else numeral.start
    return Told(start, unit.end(), -numeral.value if negative else numeral.value, symbol, "measure")


def halves(text: str) -> list[Told]:
    """Give the halves of one unit: "half an hour", "half a mile"."""
    words, _ = _units()
    return [
        Told(match.start(), match.end(), 0.5, words[_spaced(match["word"])], "measure")
        for match in _half().finditer(lowered(text))
        if not _FROM_NOW.match(text, match.end())
    ]


def _symbol(unit: re.Match[str]) -> str:
    words, shorts = _units()
    return shorts[unit["short"]] if unit["short"] else words[_spaced(unit["word"])]


def _spaced(word: str) -> str:
    return re.sub(r"[\n-]", " ", word.lower())


def _lasts(text: str, numeral: Numeral, unit: re.Match[str]) -> bool:
    """Tell whether a number of days or years is how long something lasts: no age, no date, no "one day"."""
    if _FROM_NOW.match(text, unit.end()):
        return False
    singular = unit["word"] is not None and not unit["word"].lower().endswith("s") and unit["gap"] != "-"
    return not (singular and (numeral.value != 1 or unit["word"].lower() in ("day", "night")))
