"""The words beside a word or a number that may be a date -> whether it is one: May, 2012, the 90s."""

import re

from tasks.entities.dates.setting import Setting
from tasks.entities.dates.words import FULL_MONTH, listed

_BEFORE_MONTH = listed("in since until till during between through before after by of from as next last")
_AFTER_MONTH = re.compile(rf"{FULL_MONTH}(?:, {FULL_MONTH})*,? (?:and|or|to|through) \Z")
_NAMED_AFTER_DAYS = listed("Times Night Mail Telegraph Herald Post School Review Show Magazine Express Mirror")
_NAMED_BEFORE_DAYS = listed("Super Black Cyber Fat Taco Bloody Giving Holy Maundy Casual Ruby Wacky Freaky News")
_NTH = listed("first second third fourth last every")
_LIKE_NAMES = frozenset(("march", "april", "may", "june", "august"))  # or like verbs
_BEFORE_YEAR = listed("""
in since until till of by from to through during before after around circa between and or the his her its their our
my a this that than for year early late mid with fiscal summer fall spring winter autumn christmas through versus
back every per en de vs on over calendar full-year all ended ending beginning starting effective copyright ©
""")
_BEFORE_YEAR_OF_NAME = listed("in since the his her its their our of after copyright © until during")
_COUNTED = listed("""
people men women children votes towns times percent per miles kilometers kilometres meters metres feet pounds dollars
euros yen million billion thousand cases deaths jobs members years days hours points tons tonnes barrels shares acres
students soldiers troops delegates seats km m kg lbs words units homes houses calories degrees others more workers
employees
""")
_YEARLY = listed("""
earnings sales revenue revenues results profit profits net budget election elections campaign season levels period
model crop forecast estimate estimates contract census convention race primary primaries referendum
""")
_LISTED = re.compile(r"(?:1[5-9]|20)\d\d(?:,|,? and|,? or) \Z")
_LEVEL = re.compile(
    r"(?:from (?!(?:1[5-9]|20)\d\d )[\d,.]+|rose|fell|up|down|climbed|dropped|points|index|sank|grew) (?:to|by|from) \Z"
)
_OPENED = listed("was is saw will has brought had would marks marked began ended")  # after a year that opens a sentence
_OF_NUMBERS = listed("a an total some about over nearly almost only than for every per with and or to")
_WARM = ("temperature", "degrees", "highs", "lows", "weather", "outside", "sunny", "percent", "per cent", "%", "rating")


def is_month(name: str, setting: Setting, *, bare: bool) -> bool:
    """Tell whether the name of a month, alone or after "early", is that month: "in May", not "Theresa May"."""
    previous, following = setting.previous.lower(), setting.following
    if following[:1].isupper() and len(following) > 1 and previous not in ("in", "since", "until"):
        return False
    if not bare or _AFTER_MONTH.search(setting.lead):
        return True
    if name.lower() == "may" and previous in ("by", "from", "of"):
        return setting.lead.lower().endswith(("as of ", "end of ", "month of ", "months of ", "start of "))
    if name.lower() in _LIKE_NAMES or name.isupper():
        return previous in _BEFORE_MONTH
    return not (setting.previous[:1].isupper() and previous not in _BEFORE_MONTH and len(previous) > 2)


def is_weekday(setting: Setting) -> bool:
    """Tell a weekday from a part of a name, and from any day of that name: "the Sunday Times", "booked a Sunday."."""
    if setting.previous.lower() == "a" and not setting.following[:1].isalpha():
        return False
    if setting.previous.lower() in _NTH and setting.following in ("of", "in"):
        return False
    return setting.following not in _NAMED_AFTER_DAYS and setting.previous not in _NAMED_BEFORE_DAYS


def is_year(number: int, setting: Setting) -> bool:
    """Tell whether a number of four figures that stands alone is a year."""
    previous, following = setting.previous.lower(), setting.following
    latest = (setting.published.year if setting.published else 2020) + 60
    if number > latest or following.lower() in _COUNTED or _LEVEL.search(setting.lead):
        return False
    if previous == "(" or following == ")" or following in ("'s", "’s"):
        return True
    if following.lower() in _YEARLY or _LISTED.search(setting.lead) or (not previous and following in _OPENED):
        return True
    if previous not in _BEFORE_YEAR and not previous.endswith(("'s", "’s", "s'", "s’")):
        return False
    if following[:1].isupper() and previous not in _BEFORE_YEAR_OF_NAME and not previous.endswith(("'s", "’s")):
        return False
    return not (
        previous in _OF_NUMBERS | {"of", "from"}
        and following.islower()
        and following.endswith("s")
        and following not in ("was", "is", "has", "as", "its", "his", "this", "plus", "times")
    )


def is_short_year(setting: Setting) -> bool:
    """Tell the year in "in '92" from a quotation mark before a number."""
    return setting.previous.lower() in _BEFORE_YEAR and setting.following.lower() not in _COUNTED


def is_short_decade(tens: int, surface: str, setting: Setting) -> bool:
    """Tell whether "the 90s" without an apostrophe are years, not somebody's, nor degrees."""
    if tens < 5 or setting.previous.lower() in ("his", "her", "their", "my", "your", "our"):
        return False
    return surface[0] in "tTeElLmM" and not any(word in setting.sentence for word in _WARM)
