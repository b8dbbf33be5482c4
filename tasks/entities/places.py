"""The name of a place -> its kind: GPE where people are governed, LOC for all others."""

from typing import Literal

from tasks.entities import gazetteers

# A last or first word that makes a place a part of nature, a work of man or a region.
_LANDFORMS = gazetteers.word_list("landform")
_REGIONS = gazetteers.word_list("region")


def kind_of_place(name: str) -> Literal["GPE", "LOC"]:
    """Tell the kind of a place by its name: "South China Sea" is a LOC, "Hebei province" a GPE."""
    low = name.lower().removeprefix("the ")
    parts = low.split()
    if low in _REGIONS or (parts and (parts[-1] in _LANDFORMS or parts[0] in ("mount", "mt", "lake", "cape"))):
        return "LOC" if low not in ("cape town", "cape verde", "cape coast", "lake city") else "GPE"
    return "GPE"
