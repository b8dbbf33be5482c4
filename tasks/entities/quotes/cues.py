"""The table of words that announce speech -> for each form of a verb, what may follow it.

Forms are made by the rules of English spelling: "deny" gives "denies", "denied", "denying".
"""

from functools import cache
from typing import NamedTuple

from tasks.entities import gazetteers
from tasks.entities.quotes.wordlists import one_of

_DOUBLED = one_of("plan ban rip brag slam quip bet commit rebut permit dub fret plot spur infer defer")
_VOWEL = "aeiou"


class Cue(NamedTuple):
    """What a form can announce: classes as in the table; form "base", "third", "past" or "gerund"; prepositions."""

    classes: frozenset[str]
    form: str
    prepositions: frozenset[str]
    lemma: str


@cache
def cues() -> dict[str, Cue]:
    """Give every form of every verb of the table."""
    classes: dict[str, set[str]] = {}
    prepositions: dict[str, set[str]] = {}
    irregular: dict[str, tuple[str, str]] = {}
    for letters, listed in gazetteers.rows("cues"):
        for entry in listed.split():
            verb, _, preposition = entry.partition("+")
            lemma, *other = verb.split(":")
            if other:
                irregular[lemma] = (other[0], other[-1])
            classes.setdefault(lemma, set()).update(letters.replace("+", ""))
            prepositions.setdefault(lemma, set()).update({preposition} - {""})
    found: dict[str, Cue] = {}
    for lemma, letters_of in classes.items():
        for form, kind in _forms(lemma, irregular.get(lemma)):
            found.setdefault(form, Cue(frozenset(letters_of), kind, frozenset(prepositions[lemma]), lemma))
    return found


def _forms(lemma: str, irregular: tuple[str, str] | None) -> list[tuple[str, str]]:
    """Give the forms of a verb, each with its kind."""
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    ends_in_y = lemma[-1] == "y" and lemma[-2] not in _VOWEL
    if ends_in_y:
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma == "go":
        third = past = "goes"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
        past = lemma + "d" if lemma[-1] == "e" else stem + "ed"
    gerund = lemma[:-1] + "ing" if lemma[-1] == "e" and lemma[-2:] not in ("ee", "oe", "ye") else stem + "ing"
    pasts = irregular or (past, past)
    first = "past" if pasts[0] == lemma else "base"
    return [(lemma, first), (third, "third"), (pasts[0], "past"), (pasts[1], "participle"), (gerund, "gerund")]
