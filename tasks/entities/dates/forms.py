"""The forms that a date can have in English text, as one regular expression, and what sets it off.

A form is tried before those below it, so that "March 3, 2017" is never "March". What stands in a name (`which`,
`month`, `unit`) is read by the function of the same form in `absolute` or `relative`.
"""

import re

from tasks.entities.dates import holidays
from tasks.entities.dates.words import (
    CENTURIES,
    DAY,
    DECADES,
    FULL_MONTH,
    FULL_WEEKDAY,
    MONTH,
    MONTHS,
    NTH,
    NUMBER,
    NUMBERS,
    ORDINALS,
    SEASONS,
    SHORT_MONTH,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    S,
    either,
)

END = r"(?![\w-])"
NO_MORE = r"(?!\w|[.,:]\d|[-–]\d)"  # after the number of a day
APOSTROPHE = "['’‘]"
IN_FULL = rf"(?:(?P<weekday>{FULL_WEEKDAY}|{SHORT_WEEKDAY}\.?),?{S}(?:the{S})?)?"
IN_YEAR = rf"(?:,?{S}{YEAR}|,?{S}(?:of{S})?(?P<of>last|this|next|that|the{S}same){S}year{END})?"
UNTIL = r"(?P<until>[12]\d|3[01]|0?[1-9])"
DASH = r"[-–—]"
THE = rf"(?:[Tt]he{S})?"
EDGE = (
    rf"(?:(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater|[Ss]ometime)(?:{S}|{DASH})(?:in{S})?"
    rf"|{THE}(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd|[Cc]lose){S}of{S}(?:the{S})?)?"
)
PART = rf"(?:{S}(?:morning|afternoon|evening|night|midnight|noon|lunchtime))"
WHICH = rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his{S}(?:past|coming)|[Tt]his|[Ll]atest|[Cc]urrent)"
TOLD = (
    rf"(?P<which>[Tt]his{S}(?:past|coming)|[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat(?:{S}same)?"
    rf"|[Tt]he{S}(?:current|coming|following|next|previous|prior|preceding|same|latest|very{S}next))"
)
ABOUT = (
    rf"(?:(?:[Mm]ore{S}than|[Ll]ess{S}than|[Aa]t{S}least|[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost|[Rr]oughly|[Ss]ome"
    rf"|[Oo]ver|[Jj]ust|[Oo]nly|[Ee]xactly){S})?"
)
UNITS = r"(?P<unit>day|week|month|quarter|year|decade|century|centurie)s?"
QUARTER = rf"(?:[Ff]iscal{S})?(?P<ordinal>{either(ORDINALS)})(?:{S}|-)(?:fiscal(?:{S}|-))?"
OF_YEAR = (
    rf"{S}of{S}(?:(?P<of>last|this|next|the){S}(?:fiscal{S})?year|(?:[Ff]iscal{S}(?:year{S})?)?(?P<other>\d{{4}}))"
)
YEARS = rf"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext){S}year{APOSTROPHE}s{S}|{THE}(?:{YEAR}(?:{APOSTROPHE}s)?{S})?)"
SHORT = rf"{APOSTROPHE}(?P<short>\d\d)(?!\d|{APOSTROPHE}|s|[a-z])"

FORMS = {
    "iso": r"(?P<year>1[5-9]\d\d|20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:T\d\d[\d:.]*Z?|(?![\w-]))",
    "numeric": (
        r"(?P<first>\d\d?)(?P<mark>[/.-])(?P<second>\d\d?)(?P<same>[/.-])(?P<year>(?:1[5-9]|20)\d\d|\d\d)"
        r"(?![\w/-]|\.\d)"
    ),
    "days_months": (
        rf"{MONTH}{S}{DAY}{NTH}{DASH}(?P<second>{FULL_MONTH}|{SHORT_MONTH}\.?){S}{UNTIL}{NTH}{NO_MORE}{IN_YEAR}"
    ),
    "days": rf"{MONTH}{S}{DAY}{NTH}(?:{S}?{DASH}{S}?|{S}(?:to|through){S}){UNTIL}{NTH}{NO_MORE}{IN_YEAR}",
    "days_before": rf"{DAY}{NTH}{S}?{DASH}{S}?{UNTIL}{NTH}{S}{MONTH}{IN_YEAR}",
    "month_day": rf"{IN_FULL}{MONTH}{S}(?:the{S})?{DAY}{NTH}{NO_MORE}{IN_YEAR}",
    "day_month": rf"{IN_FULL}{THE}{DAY}{NTH}(?:{S}of)?{S}{MONTH}(?![a-z]){IN_YEAR}",
    "month_year": (
        rf"{EDGE}{MONTH}(?:,?{S}(?:of{S})?{YEAR}|,?{S}(?:of{S}|in{S})?(?P<of>last|this|next|that){S}year{END})"
    ),
    "which_month": rf"{EDGE}{WHICH}{S}(?P<month>{FULL_MONTH}){END}",
    "months": rf"(?P<month>{FULL_MONTH}){DASH}(?P<until>{FULL_MONTH})(?:,?{S}(?:of{S})?{YEAR})?{END}",
    "month": rf"{EDGE}(?P<month>{FULL_MONTH}){END}",
    "week_from": rf"[Aa]{S}week{S}(?P<way>ago|from){S}(?:on{S})?(?P<weekday>{FULL_WEEKDAY}){END}",
    "weekday": (
        rf"(?:(?:[Ee]arly|[Ll]ate|[Ll]ater|[Ee]arlier){S}(?:on{S})?)?(?:{WHICH}{S})?{WEEKDAY}{PART}?(?!\w|-[a-z]|{S}(?:morning|afternoon|evening|night)s)"
        rf"(?:,?{S}(?:of{S})?(?P<of>last|next|this){S}week{END})?"
    ),
    "holiday": (
        rf"{THE}(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his){S})?(?P<holiday>{holidays.NAMES})"
        rf"(?:,?{S}(?:of{S}|in{S})?{YEAR})?{END}"
    ),
    "today": (
        rf"[Tt]he{S}day{S}before{S}yesterday|[Tt]he{S}day{S}after{S}tomorrow"
        rf"|(?:[Ee]arlier{S}|[Ll]ater{S}|[Ll]ate{S}|[Ee]arly{S})?"
        rf"(?:(?:[Yy]esterday|[Tt]omorrow){PART}?|(?:[Tt]his|[Ll]ast){PART}|[Tt]oday|[Tt]onight){END}"
    ),
    "quarter_year": rf"{YEARS}{QUARTER}(?P<unit>[Qq]uarter|half)(?:{OF_YEAR})?{END}(?!{S}in{S}a{S}row|{S}running)",
    "short_quarter": rf"Q(?P<ordinal>[1-4])(?:{S}(?:of{S})?(?:FY{S}?)?{YEAR}|{S}{SHORT}|{END})",
    "ago": (
        rf"{ABOUT}{NUMBER}(?:{S}|-){UNITS}(?:{S}|-)(?P<way>ago|earlier|later|from{S}now|hence|afterwards?"
        rf"|(?:before|after|prior|previously)(?={S}?(?:[.,;:!?)”\"]|\Z))){END}"
        rf"(?:{S}(?P<which>today|this{S}(?:week|month|year)){END})?"
    ),
    "year_ago": (
        rf"(?:[Tt]he{S}|[Aa]{S})?(?:same{S})?year-(?P<way>ago|earlier)(?:{S}(?:period|quarter|month|week))?{END}"
        rf"|[Tt]he{S}same{S}(?:period|quarter|month|time)(?:{S}of|{S}in)?{S}"
        rf"(?:last{S}year|(?:a{S})?year{S}(?:ago|earlier)){END}"
    ),
    "fiscal": (
        rf"{THE}(?:[Ff]iscal(?:{S}|-)(?:[Yy]ear{S})?(?:of{S})?|FY{S}?)"
        rf"(?:{YEAR}|{APOSTROPHE}?(?P<short>\d\d)){END}"
    ),
    "season_year": (
        rf"{EDGE}{THE}(?P<season>{either(SEASONS)})(?:,?{S}(?:of{S})?(?:{YEAR}|{SHORT})"
        rf"|{S}of{S}(?P<of>last|this|next|that){S}year{END})"
    ),
    "season": rf"{EDGE}(?:{TOLD}|[Tt]he){S}(?P<season>{either(SEASONS)}){END}",
    "which_unit": (
        rf"{EDGE}{TOLD}{S}(?:fiscal{S}|calendar{S}|financial{S}|budget{S})?"
        rf"(?P<unit>day|weekend|week|month|quarter|year|decade|century){END}"
    ),
    "edge_unit": (
        rf"{THE}(?P<edge>[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd|[Cc]lose|[Ee]arlier|[Ll]ater){S}(?:of|in){S}the{S}"
        rf"(?:current{S}|calendar{S}|fiscal{S})?(?P<unit>week|month|quarter|year|decade|century){END}"
        rf"|{THE}(?P<which>month|year|quarter)(?:{APOSTROPHE}s{S}|-|{S})end(?:{S}{YEAR})?{END}"
    ),
    "beside": (
        rf"[Tt]he{S}(?P<unit>day|week|month|quarter|year|decade){S}(?P<way>before|after|earlier)"
        rf"(?={S}?(?:[.,;:!?)”\"]|\Z)){END}"
    ),
    "same": rf"[Tt]he{S}(?P<unit>quarter|weekend){END}|[Tt]hat(?:{S}same)?{PART}{END}",
    "decade": (
        rf"{EDGE}{THE}{EDGE}(?:(?P<decade>1[5-9]\d|20\d)0{APOSTROPHE}?s"
        rf"|(?P<mark>{APOSTROPHE}?)(?P<tens>[2-9])0{APOSTROPHE}?s){END}"
    ),
    "decade_word": rf"(?:[Tt]he{S}{EDGE}|(?:[Ee]arly|[Ll]ate|[Mm]id)(?:{S}|-))(?P<decade>{either(DECADES)}){END}",
    "century": (
        rf"{THE}(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?:{S}|-))?(?P<century>{either(CENTURIES)})(?:{S}|-)[Cc]entury(?!\w)"
    ),
    "years": rf"{YEAR}[-–/](?P<until>(?:1[5-9]|20)\d\d|\d\d)(?![\w/-])",
    "year": rf"{EDGE}(?:the{S}year{S})?(?P<year>1[5-9]\d\d|20\d\d)(?![\w%-]|[.,:/]\d)",
    "short_year": rf"{EDGE}{SHORT}",
}
PATTERNS = {name: re.compile(rf"(?<![\w.,/$£€#-])(?:{form})") for name, form in FORMS.items()}


def _by_letter(words: list[str]) -> str:
    """An expression for one of these words that asks for the first letter once: the search runs twice as fast."""
    rest: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        rest.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(ends)})" for letter, ends in rest.items())


def _both(words: str) -> list[str]:
    return [form for word in words.split() for form in (word, word.capitalize())]


_PROPER = [form for name in (*MONTHS, *WEEKDAYS) for form in (name.capitalize(), name.upper())]
# A form begins with one of these, which is found out far sooner than by trying all of them.
_BEGIN = _by_letter(
    [
        *_PROPER,
        *_both("the this that last next latest current early earlier late later mid middle sometime beginning start"),
        *_both("end close more less at about around nearly almost roughly some over just only exactly year month"),
        *_both("yesterday tomorrow today tonight fiscal"),
        *_both(" ".join((*NUMBERS, *ORDINALS, *CENTURIES, *SEASONS))),
        *["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "'", "’", "‘", "Q", "FY"],
        *holidays.WORDS,
    ]
)
EXPRESSION = re.compile(
    rf"(?<![\w.,/$£€#-])(?=(?:{_BEGIN})(?:\d|\b))(?:"
    + "|".join(f"(?P<{name}>{re.sub(r'[?]P<[a-z]+>', '?:', form)})" for name, form in FORMS.items())
    + ")"
)


# What every form has in it: only around these is a date looked for.
TRIGGER = re.compile(
    _by_letter(
        [
            *_PROPER,
            *_both("yesterday today tomorrow tonight quarter winter spring summer autumn fiscal half-"),
            *_both(r"fall\b day(?<![a-z]day)s?\b"),
            *(rf"{word}\s(?:morning|afternoon|evening|night)\b" for word in _both("this last")),
            *["week", "month", "year", "decade", "century", "centuries", "Century", "half\\s", "Q[1-4]", "FY"],
            *(word for word in _both(" ".join(DECADES))),
            *(name.replace("'", "['’]") for name in holidays.WORDS),
            *["1[0-9]\\d\\d(?!\\d)", "20\\d\\d(?!\\d)", "0['’‘]?s\\b", "'\\d\\d", "’\\d\\d", "‘\\d\\d"],
            *(rf"{digit}[/.-]\d\d?[/.-]\d\d" for digit in range(10)),
        ]
    )
)
