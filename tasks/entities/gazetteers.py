"""The tables under `data/` -> what is known of a word or a run of words before its sentence is looked at."""

from functools import cache
from importlib.resources import files

from tasks.entities.tokens import words

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def rows(name: str) -> list[list[str]]:
    """Give the rows of the table `name` as lists of columns, without its notes."""
    text = files("tasks.entities").joinpath("data").joinpath(f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("# ")]


@cache
def word_list(name: str) -> frozenset[str]:
    """Give the entries of one list of the table "words": "honorific", "title", "group"..."""
    return frozenset(entry for of_list, entry in rows("words") if of_list == name)


@cache
def names() -> dict[str, list[str]]:
    """Give the features of words that are given names ("G"), surnames ("S") or both."""
    found: dict[str, list[str]] = {}
    for table, feature in (("given_names", "G"), ("surnames", "S")):
        for (name,) in rows(table):
            found.setdefault(name, []).append(feature)
    return found


@cache
def clusters() -> dict[str, tuple[str, str, str]]:
    """Give the coarse, middle and fine cluster of each word that has one."""
    return _clustered("clusters")


@cache
def senses() -> dict[str, tuple[str, str, str]]:
    """Give the coarse, middle and fine cluster of each word in small letters, from far more text than `clusters`."""
    return _clustered("senses")


def _clustered(table: str) -> dict[str, tuple[str, str, str]]:
    """Give the clusters of the words of a table; the fine one is the number of its row."""
    found: dict[str, tuple[str, str, str]] = {}
    for number, (coarse, middle, members) in enumerate(rows(table)):
        numbers = (coarse, middle, str(number))
        for word in members.split(" "):
            found[word] = numbers
    return found


@cache
def cases() -> dict[str, str]:
    """Give for words in small letters how often they have a capital inside sentences: "0" (hardly ever) to "5"."""
    return {word: share for share, members in rows("cases") for word in members.split(" ")}


@cache
def phrases() -> Phrases:
    """Give the listed places, nationalities and organisations by first word: the words that must follow, longest
    first, and the sort.

    Sorts: "country", "nation" (nationalities), "group" (other peoples, faiths, parties), "capital", "state", "city",
    "town", "region" and "org".
    """
    found: Phrases = {}
    listed: dict[str, str] = {row[0]: row[1] for row in rows("known")}
    for name, _ in rows("cities"):
        listed[name] = "city"
    for name, _ in rows("states"):
        listed[name] = "state"
    listed |= dict.fromkeys((form for one in word_list("group") for form in (one, one + "s")), "group")
    for _, name, aliases, demonyms, capitals in rows("countries"):
        listed |= dict.fromkeys(capitals.split("|"), "capital")
        listed |= dict.fromkeys((form for one in demonyms.split("|") for form in (one, one + "s")), "nation")
        listed |= dict.fromkeys((name, *aliases.split("|")), "country")
    for name, sort in listed.items():
        parts = words(name)
        if parts and parts != ["s"]:
            found.setdefault(parts[0], []).append((tuple(parts[1:]), sort))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found
