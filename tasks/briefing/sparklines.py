"""Counts of the last periods in, the columns of a sparkline out, in the units of its own small drawing."""

from collections.abc import Sequence

from tasks.briefing.pieces import Band, Bar, Sparkline
from tasks.briefing.wording import number

WIDEST, HEIGHT = 52.0, 14.0  # the column that holds it is 14 mm wide inside; more periods make thinner columns
LEAST = 0.5  # of a column, and of a band, that both are seen


def sparkline(trend: Sequence[int], expected: tuple[int, int] | None = None) -> Sparkline | None:
    """Counts of the last periods as columns of one height scale, this period last; None for fewer than two.

    expected: the least and the most that would be no surprise in this period, shown as a band behind its column. The
    columns set the scale: a range that goes on above the tallest of them ends there.
    """
    if len(trend) < 2:
        return None
    step, top = min(5.5, WIDEST / len(trend)), max(*trend, 1)
    width, gap = round(0.73 * step, 2), round(0.27 * step, 2)
    bars = []
    for place, count in enumerate(trend):
        tall = max(round(HEIGHT * count / top, 2), LEAST)
        bars.append(Bar(round(place * (width + gap), 2), round(HEIGHT - tall, 2), width, tall, place == len(trend) - 1))
    text = ", ".join(number(each) for each in trend)
    if expected:
        text += f"; {number(expected[0])} to {number(expected[1])} would be no surprise"
    whole = round(len(trend) * (width + gap) - gap, 2)
    band = _band(bars[-1], gap, expected, top) if expected else None
    return Sparkline(round(whole + gap, 2) if band else whole, HEIGHT, tuple(bars), text, band)


def _band(last: Bar, gap: float, expected: tuple[int, int], top: int) -> Band:
    """The range, wider than its column by the gap on either side."""
    low, high = (round(HEIGHT * min(end, top) / top, 2) for end in expected)
    tall = max(round(high - low, 2), LEAST)
    y = max(0.0, round(HEIGHT - low - tall, 2))
    return Band(round(last.x - gap, 2), y, round(last.width + 2 * gap, 2), tall)
