"""Counts of the last periods in, the columns of a sparkline out, in the units of its own small drawing."""

from collections.abc import Sequence

from tasks.briefing.pages import Bar, Sparkline
from tasks.briefing.wording import number

WIDEST = 52.0  # the column that holds it is 14 mm wide inside; more periods make thinner columns


def sparkline(trend: Sequence[int]) -> Sparkline | None:
    """Counts of the last periods as columns of one height scale, this period last; None for fewer than two."""
    if len(trend) < 2:
        return None
    step, height, top = min(5.5, WIDEST / len(trend)), 14.0, max(*trend, 1)
    width, gap = round(0.73 * step, 2), round(0.27 * step, 2)
    bars = []
    for place, count in enumerate(trend):
        tall = max(round(height * count / top, 2), 0.5)
        bars.append(Bar(round(place * (width + gap), 2), round(height - tall, 2), width, tall, place == len(trend) - 1))
    return Sparkline(
        round(len(trend) * (width + gap) - gap, 2), height, tuple(bars), ", ".join(number(each) for each in trend)
    )
