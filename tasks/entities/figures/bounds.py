"""The words around a figure -> whether it is over, under or about the number that stands there."""

import re
from typing import Literal

from tasks.entities.figures.measures import TIMES
from tasks.entities.figures.told import Told

Bound = Literal["over", "under", "about", ""]

_OVER = (
    "over|more than|at least|greater than|in excess of|upwards? of|exceeding|above|no fewer than|no less than"
    "|not less than|a minimum of|at minimum"
)
_UNDER = (
    "under|less than|fewer than|up to|as many as|as much as|as high as|no more than|not more than|at most|below"
    "|a maximum of|not exceeding|shy of|short of"
)
_ABOUT = (
    "about|around|roughly|approximately|nearly|almost|some|an estimated|estimated|close to|close on|approaching|circa"
    "|something like|approx|or so|on the order of|in the region of|an average of"
)
_BEFORE = re.compile(
    rf"(?:(?<![\w-])(?:(?P<under>{_UNDER})|(?P<over>{_OVER})|(?P<about>{_ABOUT})\.?)[\s]+(?:(?:the|a|an|another)\s+)?"
    r"|(?P<near>[~≈]) ?|(?P<more>>) ?|(?P<less><) ?)\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\+(?!\w)|(?P<over> or (?:more|greater|higher|longer|above)\b)|(?P<under> or (?:less|fewer|below|under)\b)"
    r"|(?P<about> or so\b)"
)
_WINDOW = 30
# "Over ten years" is during them, "for over ten years" is longer.
_LONGER = re.compile(
    r"\b(?:for|lasting|lasted|took|takes|just|well|little|last|after|than|of|been)\s+over\s+\Z", re.IGNORECASE
)


def bound(text: str, told: Told) -> Bound:
    """Give what the words beside a figure say of it: "over" for at least, "under" for at most, "about" for near."""
    if "+" in text[told.start : told.end]:
        return "over"
    behind = _BEHIND.match(text, told.end)
    if behind:
        return "about" if behind["about"] else "under" if behind["under"] else "over"
    before = _BEFORE.search(text, max(0, told.start - _WINDOW), told.start)
    if not before:
        return ""
    if before["under"] or before["less"]:
        return "under"
    if before["over"] or before["more"]:
        return "" if _during(text, told, before) else "over"
    few = told.sort == "count" and told.value < 4
    return "" if few and (before["about"] or "").lower() == "about" else "about"  # talks about two men


def _during(text: str, told: Told, before: re.Match[str]) -> bool:
    """Tell whether "over" before a time means during it."""
    if told.unit not in TIMES or (before["over"] or "").lower() != "over":
        return False
    return not _LONGER.search(text, max(0, told.start - _WINDOW), told.start)
