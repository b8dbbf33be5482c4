"""A text -> the figures in it, in order.

Each number is read as money, as a share, as a measure and as a count, in this order; the first that fits is told. A
range is two figures: the number that has no unit, or no scale, of its own takes that of the other ("$4-5 million"
tells 4 and 5 million dollars). Where two figures would share characters the one that begins first is told.
"""

import re
from dataclasses import replace

from tasks.entities.figures.bounds import bound
from tasks.entities.figures.counts import count
from tasks.entities.figures.labels import names, rate, year
from tasks.entities.figures.measures import halves, measure
from tasks.entities.figures.money import money
from tasks.entities.figures.numerals import Numeral, numerals
from tasks.entities.figures.shares import fractions, ratio, share
from tasks.entities.figures.told import Told
from tasks.records import Figure

_RANGE = re.compile(
    r"(?:[ ]?[-‑–—][ ]?|-? to | or |(?P<and> and ))(?:between )?(?:(?:US|AU?|CA?|NZ|HK|S)?[$€£¥₹])?", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween [^\s]{0,4}\Z", re.IGNORECASE)
_NOTHING_BEHIND = re.compile(r"[ \u00a0\n]?(?:[\d,.;:)\]]|\Z)")


def find_figures(text: str) -> list[Figure]:
    """Give the figures of `text`: sorted, not overlapping, offsets in characters into `text`; in linear time."""
    found: list[Figure] = []
    before: tuple[Numeral, Told | None] | None = None
    for numeral in numerals(text):
        told = _told(text, numeral)
        first = before if before and _ranged(text, before[0], numeral) else None
        part = ratio(text, before[0], numeral) if before and (not told or told.sort == "count") else None
        if first:
            lower, told = _both(first[0], first[1], numeral, told)
            found += [_figure(text, lower)] if lower else []
        elif numeral.joined:
            told = None
        shown = part or told
        if shown:
            found.append(_figure(text, shown))
        before = (numeral, told)
    return _apart([*found, *(_figure(text, told) for told in (*fractions(text), *halves(text)))])


def _figure(text: str, told: Told) -> Figure:
    return Figure(told.start, told.end, told.value, told.unit, told.sort, bound(text, told))


def _told(text: str, numeral: Numeral) -> Told | None:
    """Give what one number tells."""
    told = money(text, numeral)
    if told or _NOTHING_BEHIND.match(text, numeral.end):
        return told
    told = share(text, numeral)
    if told:
        return told
    if names(text, numeral) or rate(text, numeral):
        return None
    told = measure(text, numeral)
    if told is None and (not numeral.letter or text[numeral.end - 1] in "mk"):
        told = count(text, numeral)
    if told and told.sort == "count" and year(text, numeral) and not bound(text, told):
        return None
    return measure(text, numeral.bare) if told is None and numeral.bare else told


def _ranged(text: str, lower: Numeral, upper: Numeral) -> bool:
    """Tell whether two numbers are the ends of a range: "10-15", "20 to 30", "between 20 and 25"."""
    between = _RANGE.fullmatch(text, lower.end, upper.start) if upper.start - lower.end <= 16 else None
    if not between:
        return False
    return not between["and"] or bool(_BETWEEN.search(text, max(0, lower.start - 14), lower.start))


def _both(lower: Numeral, first: Told | None, upper: Numeral, second: Told | None) -> tuple[Told | None, Told | None]:
    """Give what the two ends of a range tell, where they did not tell it by themselves."""
    signed = first is not None and first.sort == "money" and first.end == lower.end
    if first and signed and upper.joined and (second is None or second.sort in ("count", "measure")):
        second = Told(upper.start, upper.end, upper.value, first.unit, "money")
    value = _lower(lower, upper)
    if second is None or (value >= upper.value and second.sort != "share"):
        return None, None if upper.joined else second
    if second.sort == "count" and value < 2:
        return None, second
    if first is None:
        return Told(lower.start, lower.end, value, second.unit, second.sort), second
    if first.unit == second.unit and value != lower.value:
        return replace(first, value=value), second
    return None, second


def _lower(lower: Numeral, upper: Numeral) -> float:
    """Give the value of the lower end, in the scale of the upper where it has none: "3 to 4 billion", "60-70,000"."""
    thousands = upper.joined and upper.value >= 1_000 and upper.value % 1_000 == 0 and not upper.scaled
    if thousands and not lower.scaled and lower.value < 1_000 and lower.value * 1_000 < upper.value:
        return lower.value * 1_000
    if lower.scaled or not upper.scaled or upper.bare is None:
        return lower.value
    scale = upper.value / upper.bare.value if upper.bare.value else 1
    return lower.value * scale


def _apart(found: list[Figure]) -> list[Figure]:
    """Give the figures in order, without those that share characters with one before; the later told is the truer."""
    kept: list[Figure] = []
    latest = {figure.start: figure for figure in found}
    for _, figure in sorted(latest.items()):
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept
