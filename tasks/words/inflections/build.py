"""The lexicon in a LemmInflect wheel -> english.tsv.gz: `python -m tasks.words.inflections.build lemma_lu.csv.gz`.

A form joins a headword if all readings the lexicon has of it lead there; what does not, or what leads where news does
not, is judged word by word in `judged.py`. The same lexicon gives the same bytes.
"""

import gzip
import io
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from tasks.words.function_words import ENGLISH
from tasks.words.inflections import FILE, Inflection, parse
from tasks.words.inflections.judged import (
    ACRONYMS,
    DAYS,
    HEADS_OF_NAMES,
    JOIN,
    NOT_PEOPLE,
    OFFICES,
    PEOPLE,
    STAY,
    VERBS_APART,
)
from tasks.words.reference import load as general_english

Reading = tuple[str, str]
"""A part of speech ("noun", "verb", "adj", "adv", "aux") and the headword it has in that reading."""

_HEAD = """\
# name: English inflections
# source: LemmInflect 0.2.3 (Brad Jascob), derived from the SPECIALIST Lexicon (U.S. National Library of Medicine)
# rights: MIT, see README.md; changed: only forms of one headword, judged by hand where readings differ
"""
_PARTICIPLES = ("ing", "ed")
_AUXILIARIES = frozenset(("be", "have", "do"))


def main(lexicon: Path) -> None:
    """Build the table from LemmInflect's list of readings and write it beside this file."""
    lines = gzip.decompress(lexicon.read_bytes()).decode().splitlines()
    content = _HEAD + "".join(f"{form}\t{found.headword}\t{_flags(found)}\n" for form, found in table(lines).items())
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write(content.encode())
    Path(__file__).with_name(FILE).write_bytes(packed.getvalue())
    assert parse(content) == table(lines)


def table(lines: Iterable[str]) -> dict[str, Inflection]:
    """Give the inflections of a lexicon's lines "form,part of speech,headword/headword", in alphabetical order."""
    common, named = _readings(lines)
    general = general_english().counts
    found = {form: settle(form, readings, general) for form, readings in common.items() | _not_in_lexicon(common)}
    joined = {form: lemma for form, lemma in found.items() if lemma}
    capitals = PEOPLE | OFFICES | DAYS | ACRONYMS | _peoples(named)
    joined |= {f"{word}s": word for word in ACRONYMS | PEOPLE if f"{word}s" not in joined and word[-2:] != "an"}
    joined |= {form: lemma for form, lemma in _plurals(named) if lemma in capitals and form not in STAY}
    result = {
        form: Inflection(
            lemma,
            plural=("noun", lemma) in common.get(form, named.get(form, {("noun", lemma)})) and form[-3:] != "ing",
            capital=lemma in capitals,
            heads_names=lemma in HEADS_OF_NAMES,
        )
        for form, lemma in joined.items()
        if lemma not in joined
    }
    ends_alike = {
        form for form in {*common, *named, *STAY, *ENGLISH} if form[-1] == "s" and form[-2:] not in ("ss", "us", "is")
    }
    result |= {form: Inflection(form) for form in ends_alike - result.keys()}
    return dict(sorted(result.items()))


def settle(form: str, readings: frozenset[Reading], general: Mapping[str, int]) -> str:
    """Give the headword that a form joins, "" for none. general: how often each word is used in general English."""
    if form in STAY or form in JOIN:
        return JOIN.get(form, "")
    lemmas = {lemma for _, lemma in readings if lemma != form}
    lemmas = {lemma for lemma in lemmas if lemma in general} or lemmas  # "doe" and "develope" are read in no news
    own = {part for part, lemma in readings if lemma == form}
    if len(lemmas) != 1 or "verb" in own:
        return ""
    lemma = lemmas.pop()
    if (lemma in ENGLISH or form in ENGLISH) and lemma not in _AUXILIARIES:
        return ""
    plural = ("noun", lemma) in readings and not form.endswith(_PARTICIPLES)
    if own and (form.endswith("ics") or not form.endswith(("ed", "s"))):
        return ""
    of_verb = ("verb", lemma) in readings and not plural
    return "" if of_verb and lemma in VERBS_APART else lemma


def _not_in_lexicon(known: Mapping[str, object]) -> set[tuple[str, frozenset[Reading]]]:
    return {(form, frozenset({("noun", lemma)})) for form, lemma in JOIN.items() if form not in known}


def _readings(lines: Iterable[str]) -> tuple[dict[str, frozenset[Reading]], dict[str, frozenset[Reading]]]:
    """Give the readings of each form, those written with small letters and the others apart, all folded."""
    common: dict[str, set[Reading]] = {}
    named: dict[str, set[Reading]] = {}
    for line in lines:
        form, part, headwords = line.split(",")
        if not form.replace("-", "").isalpha():  # "house wives", "O.K.'s"
            continue
        for headword in headwords.split("/"):
            folded = headword.casefold()
            kind = common if headword == folded and form == form.casefold() else named
            kind.setdefault(form.casefold(), set()).add((part, folded))
    return {form: frozenset(each) for form, each in common.items()}, {k: frozenset(v) for k, v in named.items()}


def _plurals(named: Mapping[str, frozenset[Reading]]) -> list[Reading]:
    """Form and headword of what is written with a capital and has one headword that it differs from."""
    return [
        (form, lemma)
        for form, readings in named.items()
        if len(readings) == 1
        for part, lemma in readings
        if part == "noun" and lemma != form
    ]


def _peoples(named: Mapping[str, frozenset[Reading]]) -> set[str]:
    """The words with a capital that are noun and adjective: "Norwegian", not "Norway"."""
    adjectives = {form for form, readings in named.items() if ("adj", form) in readings}
    return {lemma for _, lemma in _plurals(named) if lemma in adjectives} - NOT_PEOPLE


def _flags(found: Inflection) -> str:
    return "n" * found.plural + "c" * found.capital + "h" * found.heads_names


if __name__ == "__main__":
    main(Path(sys.argv[1]))
