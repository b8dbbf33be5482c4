"""A Briefing in, what its charts show out; a chart and its Vega-Lite spec in, SVG out.

Layout is in report_templates/charts/*.vl.json: a spec names its data, colours as "$accent" and the outlines of
countries as "$outlines". Data and titles are made here. Where there is nothing to compare there is no chart.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from markupsafe import Markup

from tasks.briefing.maps import map_rows, outlines
from tasks.briefing.periods import history
from tasks.briefing.plain import printable
from tasks.briefing.tables import leading_names, leading_phrases, leading_words
from tasks.briefing.wording import counted, listed, number, opened, quoted, short_day, spelled, unit
from tasks.records import BriefedWord, Briefing

Row = Mapping[str, str | float | bool]
_LABEL = 34  # characters of a label on an axis
_DRAWN = 12  # words and phrases
_PATH = re.compile(r' d="[^"]*"')
_DECIMALS = re.compile(r"(\.\d)\d+(?!\d*e)")  # of a pixel: a twentieth is never seen


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart to be drawn: name of its spec and of the spec's data, title, note on units, text alternative, rows."""

    name: str
    title: str
    note: str
    text: str
    rows: tuple[Row, ...]


def charts(briefing: Briefing) -> tuple[Chart, ...]:
    """The charts of an issue, in the order of the pages."""
    located = {each.country: each.documents for each in briefing.countries}
    made = (_periods(briefing), _words(briefing), _names(briefing), countries(located))
    return tuple(chart for chart in made if chart)


def _periods(briefing: Briefing) -> Chart | None:
    name, before, now = unit(briefing.issue.cadence), history(briefing), briefing.summary.documents
    if not before:
        return None
    counts = [(period.start, period.documents) for period in before] + [(briefing.issue.start, now)]
    rows: list[Row] = [
        {"label": short_day(start), "count": count, "shown": number(count), "current": start == briefing.issue.start}
        for start, count in counts
    ]
    title = _periods_title(now, [period.documents for period in before], name)
    text = listed([f"{row['label']}: {row['shown']}" for row in rows])
    return Chart(
        "periods", title, f"Documents that count, by first day of the {name}", f"{title}. {text}.", tuple(rows)
    )


def _periods_title(now: int, before: Sequence[int], name: str) -> str:
    if len(before) == 1:
        return f"{opened(now, 'document')} after {spelled(before[0])} in the {name} before"
    if now > max(before):
        return f"More documents than in any of the {spelled(len(before))} {name}s before"
    if now < min(before):
        return f"Fewer documents than in any of the {spelled(len(before))} {name}s before"
    return f"{opened(now, 'document')}, within the range of the {spelled(len(before))} {name}s before"


def _words(briefing: Briefing) -> Chart | None:
    leading = [*leading_phrases(briefing)[:_DRAWN], *leading_words(briefing)[:_DRAWN]]
    words = sorted(leading, key=lambda word: -word.keyness)[:_DRAWN]
    if len(words) < 2:
        return None
    rows: list[Row] = [
        {"place": place, "label": _label(word.term), "value": round(word.keyness, 1), "shown": f"{word.keyness:,.0f}"}
        for place, word in enumerate(words)
    ]
    first, second = words[0], words[1]
    title = f"{quoted(printable(first.term))} stands out most strongly{_ahead(first.keyness, second)}"
    text = listed([f"{row['label']} {row['shown']}" for row in rows])
    note = "The largest G2 among the first of the tables below, whose order weighs spread too"
    return Chart("words", title, note, f"{title}. G2: {text}.", tuple(rows))


def _ahead(first: float, second: BriefedWord) -> str:
    """What the second column says of the first: nothing where the two are drawn as long as each other."""
    if round(first) == round(second.keyness):
        return ""
    return f", {'far ahead of' if first >= 2 * second.keyness else 'ahead of'} {quoted(printable(second.term))}"


def _names(briefing: Briefing) -> Chart | None:
    leading = leading_names(briefing, 4)
    if len(leading) < 3:
        return None
    rows: list[Row] = []
    for group, entity in leading:
        if group not in [row["label"] for row in rows if row["heading"]]:
            rows.append({"place": len(rows), "label": group, "value": 0, "shown": "", "heading": True})
        shown = number(entity.mentions)
        name = _label(entity.name)
        rows.append({"place": len(rows), "label": name, "value": entity.mentions, "shown": shown, "heading": False})
    first = max((entity for _, entity in leading), key=lambda entity: entity.mentions)
    title = f"{printable(first.name)} is named most often, {counted(first.mentions, 'time')}"
    text = listed([f"{row['label']} {row['shown']}" for row in rows if not row["heading"]])
    return Chart("names", title, "Mentions in the documents of this issue", f"{title}. Mentions: {text}.", tuple(rows))


def countries(counts: Mapping[str, int]) -> Chart | None:
    """The map of the countries that an issue's documents name, by ISO 3166 code; None where fewer than two are."""
    rows = map_rows(counts)
    named = [row for row in rows if "id" in row]
    if len(named) < 2:
        return None
    first = named[0]
    title = f"{first['label']} is named in {counted(int(first['value']), 'document')}, more than any other country"
    if first["value"] == named[1]["value"]:
        title = f"{opened(len(named), 'country', 'countries')} are named"
    text = listed([f"{row['label']} {row['shown']}" for row in named])
    note = "Documents that name the country, its people or a place in it; a dot where it is too small to be seen"
    return Chart("countries", title, note, f"{title}. Documents: {text}.", tuple(rows))


def _label(text: str) -> str:
    text = printable(text)
    return text if len(text) <= _LABEL else text[: _LABEL - 1].rstrip() + "…"


def fill(spec: Any, colours: Mapping[str, Any]) -> Any:
    """The spec with each "$name" replaced by the colour of that name."""
    if isinstance(spec, dict):
        return {key: fill(value, colours) for key, value in spec.items()}
    if isinstance(spec, list):
        return [fill(value, colours) for value in spec]
    return colours[spec[1:]] if isinstance(spec, str) and spec.startswith("$") else spec


def draw(chart: Chart, spec: Mapping[str, Any], theme: Mapping[str, Any]) -> Markup:
    """A chart as SVG for the page, with its text alternative.

    theme: "colours" by name and "charts", a Vega-Lite config. The fonts that labels are measured with must have been
    registered with vl_convert. Raises ValueError where the spec cannot be drawn.
    """
    import vl_convert  # 0.1 s and a JavaScript engine: only where a chart is drawn

    colours = theme["colours"]
    filled = fill(dict(spec), {**colours, "outlines": outlines()})
    filled["datasets"] = {chart.name: [dict(row) for row in chart.rows]}
    svg = vl_convert.vegalite_to_svg(filled, config=fill(theme["charts"], colours), allowed_base_urls=[])
    head = f'<svg role="img" aria-label="{escape(chart.text)}" '
    titled = re.sub(r"^<svg ([^>]*)>", lambda m: f"{head}{m[1]}><title>{escape(chart.text)}</title>", svg, count=1)
    shortened = _PATH.sub(lambda path: _DECIMALS.sub(r"\1", path[0]), titled)
    return Markup(shortened)  # noqa: S704 (vl-convert escapes what labels hold; tests try)
