"""The words around a number -> whether it names something instead of counting it: a page, a flight, a day, a year."""

import re

from tasks.entities.figures.lists import words
from tasks.entities.figures.numerals import Numeral

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MONTH_BEHIND = re.compile(rf"[ \n](?:of )?(?:(?:{_MONTHS})\b|{_SHORT})")
_MONTH_BEFORE = re.compile(rf"(?<!\w)(?:{_MONTHS}|{_SHORT})[ \n]\Z")
_BEFORE = re.compile(r"(?<![\w.&'’/-])([\w.&'’/§-]+)[ \u00a0\n]\Z")
_PAGE_OF = re.compile(r"\b[Pp]age \d{1,4} of \Z")
_CAPITAL = re.compile(r"[A-Z]")
_WINDOW = 24


def names(text: str, numeral: Numeral) -> bool:
    """Tell whether a number is the name of what stands before it ("page 12", "May 5") or a day of a month."""
    if not numeral.spelled:
        if _MONTH_BEHIND.match(text, numeral.end) and numeral.value <= 31:
            return True
        if _MONTH_BEFORE.search(text, max(0, numeral.start - 12), numeral.start) and not numeral.scaled:
            return True
    if _PAGE_OF.search(text, max(0, numeral.start - _WINDOW), numeral.start):
        return True
    return _word_before(text, numeral).lower() in words("label")


def named(text: str, numeral: Numeral) -> bool:
    """Tell whether a number in digits may belong to a name before it: "Windows 10", "H.R. 3590", "Boeing 737"."""
    if numeral.spelled or numeral.scaled or "," in text[numeral.start : numeral.end]:
        return False
    word = _word_before(text, numeral)
    return bool(_CAPITAL.match(word)) and word.lower().rstrip(".") not in words("opening")


def year(text: str, numeral: Numeral) -> bool:
    """Tell whether a number looks like a year of our time: four digits and nothing between them."""
    return 1900 <= numeral.value <= 2099 and text[numeral.start : numeral.end].isdigit()


def rate(text: str, numeral: Numeral) -> bool:
    """Tell whether a number is what something else is measured by: "per 100,000 people", "every four years"."""
    return _word_before(text, numeral).lower() in ("per", "every", "each")


def _word_before(text: str, numeral: Numeral) -> str:
    before = _BEFORE.search(text, max(0, numeral.start - _WINDOW), numeral.start)
    return before[1] if before else ""
