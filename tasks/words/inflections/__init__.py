"""The shipped table of English inflections -> the headword of each form; README.md says what it was made of."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

FILE = "english.tsv.gz"


@dataclass(frozen=True, slots=True)
class Inflection:
    """What a form comes from.

    headword: the form itself where it only looks like an inflection ("news"). plural: it can be the plural of a noun.
    capital: it joins though it is written with one, being a people, an office, a day or an acronym. heads_names: names
    are made with the headword ("Marlow County"), so that the headword's own capital tells nothing.
    """

    headword: str
    plural: bool = False
    capital: bool = False
    heads_names: bool = False


@cache
def load() -> Mapping[str, Inflection]:
    """Read the table that ships with the package: folded form -> its inflection."""
    content = gzip.decompress(files(__name__).joinpath(FILE).read_bytes()).decode()
    return MappingProxyType(parse(content))


def parse(content: str) -> dict[str, Inflection]:
    """Read a table: lines "# key: value", then form, headword and flags (n, c, h) on each line, a tab between them."""
    found: dict[str, Inflection] = {}
    for line in content.splitlines():
        if not line.startswith("# "):
            form, headword, flags = line.split("\t")
            found[form] = Inflection(headword, "n" in flags, "c" in flags, "h" in flags)
    return found
