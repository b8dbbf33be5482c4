"""The shipped list of general English -> how often each term is used in it; README.md says what it was made of."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

FILE = "english.tsv.gz"


@dataclass(frozen=True, slots=True)
class Reference:
    """A frequency list. counts: by term as `count_words` folds it; total: words they were counted in; name: to show."""

    counts: Mapping[str, int]
    total: int
    name: str


@cache
def load() -> Reference:
    """Read the list that ships with the package."""
    return parse(gzip.decompress(files(__name__).joinpath(FILE).read_bytes()).decode())


def parse(content: str) -> Reference:
    """Read a list: lines "# key: value" with name and total, then a term, a tab and its count on each line."""
    head: dict[str, str] = {}
    counts: dict[str, int] = {}
    for line in content.splitlines():
        if line.startswith("# "):
            key, _, value = line[2:].partition(": ")
            head[key] = value
        else:
            term, _, count = line.partition("\t")
            counts[term] = int(count)
    return Reference(MappingProxyType(counts), int(head["total"]), head["name"])
