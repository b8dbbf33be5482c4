"""A date in its sentence -> whether the sentence tells what happened or will happen then."""

import re

from tasks.entities.dates.setting import Setting
from tasks.text.tokens import words

_NO_PROSE = re.compile(
    r"\bcopyright\b|©|\(c\) ?\d{4}|all rights reserved|^\W*(?:first |last )?(?:published|posted|updated|modified|filed"
    r"|printed|released)\b.{0,40}\Z",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(r"(?:[A-Z][A-Z.’'-]+,? )*[^.!?]{0,40}\Z")
_AFTER_DATE_LINE = re.compile(r"\s*(?:\([^)]{2,40}\)\s*)?[-–—:|]")
_COMPARED = frozenset("than like compared versus vs unlike since from".split())  # told beside, or where a state began
_DOCUMENT = re.compile(r"\b(?:Acts?|Law|Bill|Code|Treaty|Convention|Agreement|Accords?|Constitution|Amendment) of\s\Z")
_SHORTEST = 4  # words of a sentence that tells anything
_SPEECH = frozenset("""
said told says say according wrote tweeted added suggested argued claimed warned asked insisted called reported
""".split())  # fmt: skip


def is_event(text: str, begin: int, start: int, end: int, finish: int, setting: Setting, form: str) -> bool:
    """Tell it for the date text[start:end] of the sentence text[begin:finish]; form: the name of the date's form."""
    tensed, sentence = setting.tensed, setting.sentence
    of_the_day = form in ("weekday", "today") and setting.following in ("'s", "’s") and tensed.tense != "doubtful"
    if (tensed.tense not in ("past", "future") and not of_the_day) or _NO_PROSE.search(sentence):
        return False
    if form == "today" and text[start:end].lower() == "today" and (tensed.verb in _SPEECH or setting.following == ","):
        return False
    if _is_attribute(text, end, setting.previous.lower(), form) or setting.previous.lower() in _COMPARED:
        return False
    if form == "iso" and not setting.previous.isalpha():
        return False
    before = text[max(begin, start - 60) : start]
    if _DOCUMENT.search(before) or _compared(before):
        return False
    if _AFTER_DATE_LINE.match(text, end, finish) and _DATE_LINE.fullmatch(before) and start - begin < 50:
        return False
    return len(words(sentence)) >= _SHORTEST


def _compared(before: str) -> bool:
    return before.lower().split()[-2:-1] in (["than"], ["with"], ["to"]) and before.rstrip().endswith((" in", " of"))


def _is_attribute(text: str, end: int, previous: str, form: str) -> bool:
    """Whether it is the first part of a name or a noun ("the 2016 election"): it tells which, not when."""
    said = previous in _THE or previous.endswith(("'s", "’s"))
    return said and form in _NAMING and bool(_NOUN.match(text, end))


_NAMING = frozenset("year short_year years fiscal month month_year edge_unit year_ago quarter_year decade".split())
_THE = frozenset("a an the any each every his her its their this our my".split())
_NOUN = re.compile(
    r"['’]s\b|\s(?!(?:and|or|but|as|when|while|after|before|the|a|an|in|on|at|by|for|to|of|with|from|that|which|who"
    r"|he|she|it|they|we|i|was|were|is|are|had|has|have|will|would|his|her|its|their|our|because|since|until|if|than"
    r"|where|there|this|these|only|under|amid|despite|following|accounted|when|about|alone|showed|found|through|more"
    r"|not|no|all|some|many|most|both|during|over|against|into|up|down|now|then|so|nearly)\b|[A-Z])[a-z]+"
)
