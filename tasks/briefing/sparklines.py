"""Counts of the last periods in, the columns of a sparkline out, in the units of its own small drawing."""

from collections.abc import Sequence

from tasks.briefing.pages import Bar, Sparkline
from tasks.briefing.wording import number


def sparkline(trend: Sequence[int]) -> Sparkline | None:
    """Counts of the last periods as columns of one height scale, this period last; None for fewer than two."""
    if len(trend) < 2:
        return None
    width, gap, height, top = 4.0, 1.5, 14.0, max(*trend, 1)
    bars = []
    for place, count in enumerate(trend):
        tall = max(round(height * count / top, 2), 0.5)
        bars.append(Bar(place * (width + gap), round(height - tall, 2), width, tall, place == len(trend) - 1))
    return Sparkline(len(trend) * (width + gap) - gap, height, tuple(bars), ", ".join(number(each) for each in trend))
