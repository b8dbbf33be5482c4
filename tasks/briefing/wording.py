"""Numbers, dates and lists in, British newspaper English out."""

import math
import re
from collections.abc import Sequence
from datetime import date

from tasks.records import Cadence, Issue

_ONES = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_PERIODS: dict[Cadence, str] = {"daily": "day", "weekly": "week", "monthly": "month", "all": "period"}
_VERBS = {"fix": "put right", "remove": "removed", "join": "joined", "mark": "marked"}  # that names of rules begin with
_REPAIRED = {
    "mojibake": "wrongly decoded characters",
    "entities": "HTML entities",
    "surrogates": "half characters",
    "controls": "control characters",
    "invisible": "invisible characters",
    "composition": "letters written in parts",
    "sharing": "share buttons",
    "ticker": "market tickers",
    "subscription": "calls to subscribe",
    "navigation": "navigation lines",
    "cookies": "cookie notices",
    "related": "pointers to other articles",
    "origin": "notes of origin",
    "copyright": "copyright notices",
}
_LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ga": "Irish", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "nl": "Dutch", "no": "Norwegian",
    "nb": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
    "und": "not known",
}  # fmt: skip


def number(value: int) -> str:
    """A whole number in figures with commas: 2014 -> "2,014"."""
    return f"{value:,}"


def spelled(value: int) -> str:
    """A whole number as running text has it: below ten in words, 0 as "no", else in figures."""
    return _ONES[value] if 0 <= value < 10 else number(value)


def opening(value: int) -> str:
    """A whole number as a sentence opens with it: in words up to ninety-nine, with a capital, else in figures."""
    if not 0 <= value < 100:
        return number(value)
    tens, ones = divmod(value, 10)
    words = _ONES[value] if value < 20 else _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    return words.capitalize()


def noun(value: int, one: str, many: str = "") -> str:
    """The noun that goes with a number: `one`, or `many` (by default with an s)."""
    return one if value == 1 else many or f"{one}s"


def counted(value: int, one: str, many: str = "") -> str:
    """A number and its noun in running text: "one document", "12 documents", "no countries"."""
    return f"{spelled(value)} {noun(value, one, many)}"


def opened(value: int, one: str, many: str = "") -> str:
    """A number and its noun at the head of a sentence: "Twelve documents"."""
    return f"{opening(value)} {noun(value, one, many)}"


def listed(items: Sequence[str]) -> str:
    """Items as a list in running text: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def share(part: int, whole: int) -> str:
    """A share in running text, never rounded to nothing or to all: "38 per cent", "under 1 per cent"."""
    return f"{_percentage(part, whole)} per cent"


def percentage(fraction: float) -> str:
    """A fraction of 0..1 for a table: 0.384 -> "38%", 0.9996 -> ">99%"."""
    return f"{_percentage(fraction, 1)}%".replace("under ", "<").replace("over ", ">")


def times(log_ratio: float) -> str:
    """How many times as often, to two figures, by a binary log of it: 2.32 -> "5×", 8.54 -> "370×", -2.1 -> "0.23×"."""
    ratio = 2.0**log_ratio
    if ratio < 0.01:
        return "<0.01×"
    places = 1 - math.floor(math.log10(ratio))
    rounded = round(ratio, places)
    return f"{rounded:,.{max(places, 0)}f}".rstrip("0").rstrip(".") + "×" if places > 0 else f"{rounded:,.0f}×"


def _percentage(part: float, whole: float) -> str:
    rounded = round(100 * part / whole) if whole else 0
    if rounded == 0 and part > 0:
        return "under 1"
    return "over 99" if rounded == 100 and part < whole else str(rounded)


def day(value: date) -> str:
    """A day: "26 September 2016"."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """A day for a chart's axis: "26 Sep"."""
    return f"{value.day} {_MONTHS[value.month - 1][:3]}"


def span(start: date, end: date) -> str:
    """Two days, both included: "19–25 September 2016", "26 September – 2 October 2016"."""
    if start == end:
        return day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    first = day(start) if start.year != end.year else f"{start.day} {_MONTHS[start.month - 1]}"
    return f"{first} – {day(end)}"


def period(issue: Issue) -> str:
    """The period of an issue: "Week 39, 26 September – 2 October 2016", "September 2016", "2 October 2016"."""
    if issue.cadence == "weekly":
        return f"Week {issue.start.isocalendar().week}, {span(issue.start, issue.end)}"
    if issue.cadence == "monthly":
        return f"{_MONTHS[issue.start.month - 1]} {issue.start.year}"
    return span(issue.start, issue.end)


def past_period(name: str, now: Issue) -> str:
    """When an earlier issue was, by its name: "in week 38", "in August 2015", "on 2 October"; the year if another."""
    year = "" if name[:4] == now.name[:4] else name[:4]
    if week := re.fullmatch(r"\d{4}-W(\d\d)", name):
        return f"in week {int(week[1])}" + (f" of {year}" if year else "")
    if month := re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?", name):
        of_month = f"on {int(month[2])}" if month[2] else "in"
        return " ".join(part for part in (of_month, _MONTHS[int(month[1]) - 1], year) if part)
    return f"in {name}"


def unit(cadence: Cadence) -> str:
    """What one period of a cadence is called: "week"."""
    return _PERIODS[cadence]


def partial_date(value: str) -> str:
    """An ISO 8601 date as precise as it is known: "2019" -> "2019", "2019-11" -> "Nov 2019".

    Anything else comes back as it is.
    """
    match = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:[T ].*)?)?)?", value)
    if not match:
        return value
    year, month, of_month = match.groups()
    parts = (str(int(of_month)) if of_month else "", _MONTHS[int(month) - 1][:3] if month else "", year)
    return " ".join(part for part in parts if part)


def language(code: str) -> str:
    """The English name of an ISO 639-1 code, the code itself where it is not on the list."""
    return _LANGUAGES.get(code, code)


def repair(rule: str) -> str:
    """What a rule of repair did, from its name: "fix_broken_dashes" -> "Broken dashes put right"."""
    verb, _, subject = rule.partition("_")
    plain = _REPAIRED.get(subject, subject.replace("_", " "))
    if verb not in _VERBS or not plain:
        return title(rule)
    return title(f"{plain} {_VERBS[verb]}")


def title(name: str) -> str:
    """A setting's or a rule's name as words: "near_threshold" -> "Near threshold"."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def quoted(text: str) -> str:
    """Text in quotation marks."""
    return f"“{text}”"


def sentence(text: str) -> str:
    """A clause with a capital and a full stop; "" for none."""
    return f"{text[0].upper()}{text[1:]}." if text else ""


def more(total: int, shown: int) -> str:
    """What a cut table says of the rest, "and 214 more in briefing.json, beside this file"; "" where there is none."""
    return f"and {number(total - shown)} more in briefing.json, beside this file" if total > shown else ""
