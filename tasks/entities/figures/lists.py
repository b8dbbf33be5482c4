"""The table "counting" under `data/` -> its lists of the words around numbers."""

from functools import cache

from tasks.entities import gazetteers


@cache
def words(name: str) -> frozenset[str]:
    """Give the entries of one list: "stop", "plural", "label"..."""
    return frozenset(entry for of_list, entry in gazetteers.rows("counting") if of_list == name)
