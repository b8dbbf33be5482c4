"""A Briefing and folders of templates in, the issue as PDF, HTML and JSON out.

Reads templates and fonts, and writes nothing. Nothing of it touches a network.
"""

import hashlib
import json
import logging
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from tasks.briefing.charts import charts, draw
from tasks.briefing.compose import compose
from tasks.briefing.facts import as_json, dumps
from tasks.briefing.pages import Figure
from tasks.errors import RenderError
from tasks.records import Briefing, Issue

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcherResponse  # type: ignore[import-untyped]


@dataclass(frozen=True, slots=True)
class Rendered:
    """An issue ready to be filed. name: of its folder; pdf: the bytes of briefing.pdf; html and json: the texts."""

    name: str
    html: str
    pdf: bytes
    json: str


def render(briefing: Briefing, *templates: Path) -> Rendered:
    """The issue set on pages: the same briefing and templates give the same bytes.

    templates: folders of one's own, looked in from the first to the last for each template, style sheet and chart
    before those that ship. Raises RenderError where a template, a chart or a font fails, or where a page asks for
    anything but the project's own.
    """
    environment = _environment(templates)
    try:
        theme = json.loads(_text(environment, "theme.json"))
        with ThreadPoolExecutor(1) as beside:  # the chart engine starts while WeasyPrint is imported
            drawn = beside.submit(_figures, briefing, environment, theme)
            import weasyprint  # type: ignore[import-untyped]  # noqa: F401 (a second: only where an issue is printed)

            pages = compose(briefing, drawn.result())
        html = environment.get_template("briefing.html").render(pages=pages, theme=theme)
        pdf = _pdf(html, _text(environment, "fonts.css"), briefing.issue)
        return Rendered(briefing.issue.name, html, pdf, dumps(as_json(briefing)))
    except (TemplateError, ValueError, OSError) as error:
        raise RenderError(f"Issue {briefing.issue.name} could not be set: {error}") from error


def _environment(templates: tuple[Path, ...]) -> Environment:
    shipped = Path(str(files("report_templates")))
    return Environment(
        loader=FileSystemLoader([*templates, shipped]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _text(environment: Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _figures(briefing: Briefing, environment: Environment, theme: Mapping[str, Any]) -> dict[str, Figure]:
    figures = {}
    for chart in charts(briefing):
        _register_fonts()
        svg = draw(chart, json.loads(_text(environment, f"charts/{chart.name}.vl.json")), theme)
        figures[chart.name] = Figure(chart.title, chart.note, svg)
    return figures


@cache
def _fonts() -> dict[str, Path]:
    """The shipped fonts by the address that style sheets know them under."""
    import font_source_sans_pro  # type: ignore[import-untyped]
    import font_source_serif_pro  # type: ignore[import-untyped]

    folders = (font_source_serif_pro.font_directory, font_source_sans_pro.font_directory)
    return {f"shipped:{path.name}": path for folder in folders for path in sorted(Path(folder).glob("*.otf"))}


@cache
def _register_fonts() -> None:
    import vl_convert

    for folder in {path.parent for path in _fonts().values()}:
        vl_convert.register_font_directory(str(folder))


def _pdf(html: str, fonts: str, issue: Issue) -> bytes:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
    from weasyprint.urls import FatalURLFetchingError

    configuration = FontConfiguration()
    identity = f"{issue.name} {issue.number} {issue.snapshot} {issue.version}"
    with _only_errors() as errors, warnings.catch_warnings():
        # WeasyPrint 70 leaves the colour profile that PDF/A asks for to the garbage collector.
        warnings.filterwarnings("ignore", r"unclosed file .*\.icc", ResourceWarning)
        try:
            faces = CSS(string=fonts, url_fetcher=_own_files, font_config=configuration)
            pdf = HTML(string=html, url_fetcher=_own_files).write_pdf(
                stylesheets=[faces],
                font_config=configuration,
                pdf_variant="pdf/a-3a",
                pdf_identifier=hashlib.sha256(identity.encode()).digest()[:16],
            )
        except FatalURLFetchingError as error:
            errors.append(str(error))
    if errors:
        raise RenderError(f"Issue {issue.name} could not be printed: {'; '.join(errors)}")
    return bytes(pdf)


def _own_files(url: str) -> "URLFetcherResponse":
    """WeasyPrint's fetcher: answers the shipped fonts and stops the printing at every other address."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

    path = _fonts().get(url)
    if path is None:
        raise FatalURLFetchingError(f"a page asked for {url[:200]!r}, which is not the project's own")
    return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/otf"})


@contextmanager
def _only_errors() -> Iterator[list[str]]:
    """Collects what WeasyPrint and fontTools log as errors while the block runs, and keeps the rest to itself."""
    errors: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            errors.append(record.getMessage())

    collector = Collector(logging.ERROR)
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [(logger, logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
        logger.propagate = False
        logger.addHandler(collector)
    try:
        yield errors
    finally:
        for logger, level, propagate in before:
            logger.removeHandler(collector)
            logger.setLevel(level)
            logger.propagate = propagate
