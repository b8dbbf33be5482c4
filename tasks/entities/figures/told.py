"""A number with its unit, before it is a figure: what the readers of money, shares, measures and counts give."""

from dataclasses import dataclass
from typing import Literal

Sort = Literal["money", "share", "count", "measure"]


@dataclass(frozen=True, slots=True)
class Told:
    """text[start:end] has the number and its unit, value is in `unit`."""

    start: int
    end: int
    value: float
    unit: str
    sort: Sort
