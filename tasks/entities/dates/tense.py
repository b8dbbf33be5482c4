"""The words around a date -> whether its sentence tells of what has been or of what is to come.

The verb that a date belongs to stands before it nine times of ten ("said Thursday that it will"), so the words before
are asked first, the nearest first; the words after it, where nothing before it tells.
"""

import re
from dataclasses import dataclass
from typing import Literal

from tasks.entities.dates.words import listed

Tense = Literal["past", "present", "future", "doubtful", ""]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[;:]|[,.()“”\"]")
_NEAR = 6  # words before a date among which "begins" is its verb
_REACH = 200  # characters before and after that are asked
_FUTURE = listed("""
will won't shall i'll we'll he'll she'll they'll it'll you'll would upcoming scheduled due slated expected expects
expect planned planning intends vows pledges gonna must deadline
""")
# The present of a timetable: "the trial begins Monday". Not of what stands before its verb: "Monday's vote comes as".
_TIMETABLE = listed("""
begins starts opens ends expires arrives meets takes goes returns faces kicks launches premieres airs closes resumes
travels heads holds hosts wraps votes follow follows airing begin kick gather decide
""")
_LIKELY = listed("plans hopes aims likely unlikely poised ready eager bound set going")  # to do it
_NO_PAST_AFTER = listed("a an the to us will would can could may might must should shall not don't let's")  # "to cut"
_TOLD_BY_TWO = frozenset((("ahead", "of"), ("run-up", "to"), ("set", "for"), ("due", "in"), ("because", "of")))
_CLAUSE = re.compile(r"[,;:—–-] (?:and|but|while|so|then|when|yet|as) (?:(?:on|in|by|early|late|last|this) )?\Z")
_WISHED = listed("""
agreed decided promised vowed pledged offered urged asked ordered set invited wanted required picked chosen hired
""")  # with "to": to meet Thursday
_BASE = listed("vote host hold open meet start")  # nouns as often as verbs
_NOUN_NEXT = listed("the a an of his her its their at for this in on by any no final first")
_CONDITION = listed("if whether unless")  # of what stands close behind
_DOUBTFUL = listed("could might may should if whether unless")
_PRESENT = listed("""
is are am isn't aren't it's he's she's that's there's i'm we're they're does do don't have has haven't hasn't
needs need holding continuing heading hosting trying seeking aiming hoping preparing
""")
_AUXILIARY = listed("was were had did been wasn't weren't hadn't didn't used couldn't wouldn't")
_PAST = listed("""
said told began became came went got gave took made saw found left held kept lost won met ran sent set put led paid
built bought brought caught taught thought fought sought felt fell flew froze grew knew threw drew blew broke spoke
stole chose rose drove wrote rode shook struck stood understood withdrew overthrew died spent sold shot hit cut
beat bet sat sank sang swam swore tore wore woke lay laid lit hid bit dealt dug drank ate forgot forgave hung hurt
heard learnt lent meant quit read sped shut slept split spread stuck swept swung wound overtook undertook oversaw
bore sprang shrank showed shed spun underwent foresaw forbade arose awoke born known given taken written broken seen
done gone shown fallen grown driven chosen spoken stolen drawn thrown frozen
""")
_NO_PAST = listed("""
need speed feed seed red bed deed breed indeed hundred united exceed proceed succeed embed shed sacred naked wicked
rugged aged unprecedented so-called led-by unexpected
""")
_INFINITIVE = listed("""
be begin start open meet vote speak visit hold host testify announce decide return launch appear attend take make
release deliver travel address consider discuss hear rule end close leave go face resume issue run be arrive mark
publish retire debate play perform finish complete unveil introduce convene gather join present sign report stand
""")


@dataclass(frozen=True, slots=True)
class Tensed:
    """What the words say of a date. tense: "" if nothing tells; verb: the word that told, in small letters."""

    tense: Tense
    verb: str = ""


def tense(text: str, begin: int, start: int, end: int, finish: int) -> Tensed:
    """Tell the tense of the date text[start:end] in its sentence, text[begin:finish]."""
    lead = text[max(begin, start - _REACH) : start].replace("May", "").replace("’", "'").lower()  # the month is no verb
    told = None if _CLAUSE.search(lead) else _before(_WORD.findall(lead))
    if told and told.tense != "present":
        return told
    following = _WORD.findall(text[end : min(finish, end + _REACH)].lower())
    return (told and _after(following[:2])) or told or _after(following) or Tensed("")


def _before(words: list[str]) -> Tensed | None:
    """What the words before a date tell, the nearest first; None if nothing."""
    weak: Tensed | None = None  # "to meet": of what is to come, unless a verb before it says that it has been
    for place in range(len(words) - 1, -1, -1):
        word, previous = words[place], words[place - 1] if place else ""
        near = len(words) - place < _NEAR
        if word == "to" and words[place + 1 : place + 2] and words[place + 1] in _INFINITIVE:
            weak = Tensed("future", words[place + 1])
        elif told := _announced(word, previous, words[place + 1 : place + 2], near=near, weak=weak is not None):
            return told
        elif word in _PRESENT:
            return weak or Tensed("present", word)
        elif word not in _AUXILIARY and "be" in words[max(place - 2, 0) : place]:
            continue  # "will be released"
        elif told := _told(word, previous) if near or word not in _CONDITION else None:
            return weak if weak and told.tense == "past" and word in _WISHED else told
        elif word in ';“”"' and place < len(words) - 1 and not weak:
            return None
    return weak


def _announced(word: str, previous: str, after: list[str], *, near: bool, weak: bool) -> Tensed | None:
    """What is told by "likely to", "ahead of", "begins", "since", "after winning" before a date; None if nothing."""
    if word in _LIKELY and after == ["to"]:
        return Tensed("future", word)
    if word == "could" and after == ["not"]:  # "could not be reached Saturday"
        return Tensed("past", word)
    if near and after and (word, after[0]) in _TOLD_BY_TWO:
        return Tensed("past" if word == "because" else "future", word)
    if near and not weak and word in _TIMETABLE and previous not in _NOUN_NEXT:
        return Tensed("future", word)
    if word in _BASE and previous in ("that", "which", "who"):  # "the states that vote in March"
        return Tensed("future", word)
    if near and (word == "since" or (word == "after" and after and after[0].endswith("ing"))):
        return Tensed("past", word)
    return None


def _after(words: list[str]) -> Tensed | None:
    """What the words after a date tell, the nearest first; None if nothing."""
    for place, word in enumerate(words):
        if word in _PRESENT:
            return Tensed("present", word)
        if word == "to" and words[place + 1 : place + 2] and words[place + 1] in _INFINITIVE:
            return Tensed("future", word)
        if told := _told(word, words[place - 1] if place else ""):
            return told
        if word == ";":
            return None
    return None


def _told(word: str, previous: str) -> Tensed | None:
    """What a verb alone tells, by the word before it; None if nothing, or where it is no verb."""
    if word in _FUTURE:
        return Tensed("future", word)
    if word in _DOUBTFUL:
        return Tensed("doubtful", word)
    if word in _AUXILIARY or word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NO_PAST):
        return Tensed("past", word) if previous not in _NO_PAST_AFTER else None
    return None
