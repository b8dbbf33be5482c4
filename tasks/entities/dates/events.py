"""A date in its sentence -> whether the sentence tells what happened or will happen then."""

import re

from tasks.entities.dates.setting import Setting
from tasks.entities.dates.words import listed

_NO_PROSE = re.compile(
    r"\bcopyright\b|©|\(c\) ?\d{4}|all rights reserved|^\W*(?:first |last )?(?:published|posted|updated|modified|filed"
    r"|printed|released)\b.{0,40}\Z",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(r"(?:[A-Z][A-Z.’'-]+,? )*[^.!?]{0,40}\Z")
_AFTER_DATE_LINE = re.compile(r"\s*(?:\([^)]{2,40}\)\s*)?[-–—:|]")
_COMPARED = listed("than like compared versus vs unlike since from")  # told beside, or where a state began
_DOCUMENT = re.compile(r"\b(?:Acts?|Law|Bill|Code|Treaty|Convention|Agreement|Accords?|Constitution|Amendment) of\s\Z")
_SHORTEST = 3  # spaces in a sentence that tells anything
_SPEECH = listed("""
said told says say according wrote tweeted added suggested argued claimed warned asked insisted called reported
""")


def is_event(text: str, start: int, end: int, setting: Setting, form: str, *, ahead: bool) -> bool:
    """Tell it for the date text[start:end]. form: the name of the date's form; ahead: after the day of publication."""
    if not (_is_told(setting, form) or (ahead and setting.tensed.tense == "present")):
        return False
    if setting.previous.lower() in _COMPARED or _compared(setting.lead):
        return False
    if (
        form == "today"
        and text[start:end].lower() == "today"
        and (setting.tensed.verb in _SPEECH or setting.following == ",")
    ):
        return False
    if _is_attribute(text, end, setting.previous.lower(), form) or _DOCUMENT.search(setting.lead):
        return False
    if form in ("year", "years") and setting.following == ")":  # a work that is cited, a life
        return False
    if form == "iso" and not setting.previous.isalpha():
        return False
    return not _is_stamp(text, end, setting)


def _is_told(setting: Setting, form: str) -> bool:
    """Whether a verb tells of what has been or will be; "Thursday's sentencing" needs none."""
    if form == "weekday" and setting.following in ("'s", "’s"):
        return setting.tensed.tense != "doubtful"
    return setting.tensed.tense in ("past", "future")


def _is_stamp(text: str, end: int, setting: Setting) -> bool:
    """Whether it dates the text and tells nothing: a date line, a copyright, "Published May 3"."""
    if len(setting.lead) < 40 and _AFTER_DATE_LINE.match(text, end) and _DATE_LINE.fullmatch(setting.lead):
        return True
    return setting.sentence.count(" ") < _SHORTEST or bool(_NO_PROSE.search(setting.sentence))


def _compared(before: str) -> bool:
    return before.lower().split()[-2:-1] in (["than"], ["with"], ["to"]) and before.rstrip().endswith((" in", " of"))


def _is_attribute(text: str, end: int, previous: str, form: str) -> bool:
    """Whether it is the first part of a name or a noun ("the 2016 election"): it tells which, not when."""
    said = previous in _THE or previous.endswith(("'s", "’s"))
    return said and form in _NAMING and bool(_NOUN.match(text, end))


_NAMING = listed("year short_year years fiscal month month_year edge_unit year_ago quarter_year decade")
_THE = listed("a an the any each every his her its their this our my")
_NOUN = re.compile(
    r"['’]s\b|\s(?!(?:and|or|but|as|when|while|after|before|the|a|an|in|on|at|by|for|to|of|with|from|that|which|who"
    r"|he|she|it|they|we|i|was|were|is|are|had|has|have|will|would|his|her|its|their|our|because|since|until|if|than"
    r"|where|there|this|these|only|under|amid|despite|following|accounted|when|about|alone|showed|found|through|more"
    r"|not|no|all|some|many|most|both|during|over|against|into|up|down|now|then|so|nearly)\b)[A-Za-z]+"
)
