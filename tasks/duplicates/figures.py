"""A word in; out, whether it is a fact that one notice has and the next has not: a number, a weekday, a month."""

import re

from tasks.text.months import MONTHS, WEEKDAYS
from tasks.text.tokens import is_number

_DAYS_AND_MONTHS = (
    "monday mon,tuesday tue tues,wednesday wed,thursday thu thur thurs,friday fri,saturday sat,sunday sun,january jan,"
    "february feb,march mar,april apr,may,june jun,july jul,august aug,september sep sept,october oct,november nov,"
    "december dec"
)
_NUMERALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion dozen first second third fourth fifth sixth seventh eighth ninth tenth "
    # German, French, Spanish, Italian, Dutch, Swedish, Finnish, Russian, Chinese; none that means something elsewhere
    "zwei drei vier fünf sechs sieben acht neun zehn zwölf deux trois quatre cinq sept huit neuf onze douze tres "
    "cuatro cinco siete ocho nueve diez doce quattro cinque sette otto nove dieci dodici twee drie vijf zes zeven "
    "negen tien två fyra fem sju åtta nio tolv kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän "
    "kymmenen два две три четыре пять шесть семь восемь девять десять 一 二 三 四 五 六 七 八 九 十 百 千 万"
)
CALENDAR = {name: names.split()[0] for names in _DAYS_AND_MONTHS.split(",") for name in names.split()}
_ELSEWHERE = {"segunda", "quarta", "augustus"}  # mean something else more often
_ABROAD = frozenset(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 4) - CALENDAR.keys() - _ELSEWHERE
_COUNTING = frozenset(_NUMERALS.split())

_YEAR = re.compile(r"(?:19|20)\d\d")


def is_fact(word: str) -> bool:
    """Tell whether a word is a number, in figures or letters, or a weekday or month ("May", but not "may")."""
    return is_number(word) or word.casefold() in _COUNTING or is_calendar(word)


def is_calendar(word: str) -> bool:
    """Tell whether a word is a weekday or a month: in English with a capital, in other languages if it is long."""
    folded = word.casefold()
    return (word[0].isupper() and folded in CALENDAR) or folded in _ABROAD


def is_day(word: str) -> bool:
    """Tell whether a word is a weekday, a month or a year of these times."""
    return is_calendar(word) or bool(_YEAR.fullmatch(word))
