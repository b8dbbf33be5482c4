"""A text -> the numbers it tells with what they measure: money, shares, counts and measures."""

from tasks.entities.figures.finding import find_figures

__all__ = ["find_figures"]
