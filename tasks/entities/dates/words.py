"""The words of English dates, as numbers and as pieces of regular expressions."""

from tasks.text.months import MONTHS as EVERY_MONTH
from tasks.text.months import WEEKDAYS as EVERY_WEEKDAY

# The English name stands first for its month in the list of all languages, and English weekdays end in -day.
_FULL_MONTHS = {number: name for name, number in reversed(EVERY_MONTH.items())}
FULL_WEEKDAYS = tuple(word for word in EVERY_WEEKDAY if word.endswith("day"))
MONTHS = {name: number for number, full in _FULL_MONTHS.items() for name in (full, full[:3])} | {"sept": 9}
WEEKDAYS = {
    word: number
    for number, full in enumerate(FULL_WEEKDAYS)
    for word in EVERY_WEEKDAY
    if len(word) > 2 and full.startswith(word)
}
SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}  # the month each begins in
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6}
DECADES |= {"seventies": 7, "eighties": 8, "nineties": 9}
CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}
CENTURIES |= {"twenty-first": 21, "21st": 21} | {f"{number}th": number for number in range(10, 21)}

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {word: number for number, word in enumerate(_ONES + _TEENS, 1)}
NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
NUMBERS |= {f"{ten}-{one}": NUMBERS[ten] + NUMBERS[one] for ten in _TENS for one in _ONES}
NUMBERS |= {"a": 1, "an": 1, "a hundred": 100, "one hundred": 100, "a dozen": 12}


def listed(words: str) -> frozenset[str]:
    """The words of a list written out with white space between them."""
    return frozenset(words.split())


def either(words: object) -> str:
    """An expression for one of these words, the first letter small or large, the longest tried first."""
    assert isinstance(words, dict | tuple | list)
    return "(?:" + "|".join(_cased(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _cased(word: str) -> str:
    return f"[{word[0].upper()}{word[0]}]{word[1:]}" if word[0].isalpha() else word


def _named(words: list[str]) -> str:
    """An expression for one of these names, which have a capital or nothing but capitals."""
    forms = [form for word in words for form in (word.capitalize(), word.upper())]
    return "(?:" + "|".join(sorted(forms, key=lambda form: (-len(form), form))) + ")"


# Between two words: spaces, or the end of a line that was wrapped.
S = r"(?:(?:[ \u00a0]{1,3}\n?|\n)(?!\n))"
FULL_MONTH = _named(list(_FULL_MONTHS.values()))
SHORT_MONTH = _named([name for name in MONTHS if name not in _FULL_MONTHS.values()])
MONTH = rf"(?P<month>(?:{FULL_MONTH}|{SHORT_MONTH}(?![a-z])\.?))"
FULL_WEEKDAY = _named(list(FULL_WEEKDAYS))
SHORT_WEEKDAY = _named([name for name in WEEKDAYS if name not in FULL_WEEKDAYS])
WEEKDAY = rf"(?P<weekday>{FULL_WEEKDAY}|(?:T(?:hurs?|hu|ues?)|Fri)\.)"  # Sat. and Sun. may be words
NUMBER = rf"(?P<number>\d{{1,3}}|{either(NUMBERS)})"
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])"
NTH = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)(?!\d)"
