"""The text of a page in, its tree out: without comments, scripts, styles, and what is hidden from the reader."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from tasks.errors import Rejected

CONTROLS = {code: " " for code in (*range(0x00, 0x09), 0x0B, *range(0x0E, 0x20), 0x7F)}
# Beyond 256 levels the parser stops. Pages that go so deep do it with these, which are mostly never closed.
NESTING = re.compile(r"</?(?:div|span|font|b|i|u|em|strong|big|small|center|blockquote|dir|section|article|ul|ol)\b[^>]*>", re.I)
INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
UNSEEN_TAGS = (
    "script", "style", "template", "svg", "iframe", "frame", "object", "embed", "applet", "canvas", "audio", "video",
    "select", "textarea", "datalist", "dialog", "input", "map", "meter", "progress", "rt", "rp", "link", "meta", "base",
)  # fmt: skip
FOR_SCREEN_READERS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader-only|element-invisible|assistive-text)(?:\s|$)",
    re.I,
)
MOST_HIDDEN = 0.5  # share of the page's text that may be hidden: above it the page is unveiled by its scripts


def parse(markup: str) -> HtmlElement:
    """The tree of the whole page, its head included. Raises Rejected where there is no element in it."""
    text = markup.translate(CONTROLS)
    root, too_deep = _parsed(text)
    if too_deep:
        root, _ = _parsed(NESTING.sub(" <p> ", text))
    return root


def _parsed(text: str) -> tuple[HtmlElement, bool]:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise Rejected("decode", "a page without a text of its own: there is nothing in its markup") from None
    deep = any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    return root, deep


def without_the_unseen(root: HtmlElement) -> HtmlElement:
    """The same tree, changed: scripts but those that describe the page, styles, forms' fields and hidden parts go."""
    for element in list(root.iter(*UNSEEN_TAGS)):
        if element.tag != "script" or "ld+json" not in (element.get("type") or ""):
            _drop(element)
    whole = len(root.text_content())
    for element in _hidden(root):
        if element.getparent() is not None and len(element.text_content()) < MOST_HIDDEN * whole:
            _drop(element)
    return root


def _hidden(root: HtmlElement) -> list[HtmlElement]:
    marked = root.xpath("//body//*[@hidden or @aria-hidden='true' or @style or @class]")
    return [each for each in marked if each.tag != "body" and _is_hidden(each)]


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if element.get("aria-hidden") == "true" or INVISIBLE.search(element.get("style") or ""):
        return True
    return bool(FOR_SCREEN_READERS.search(element.get("class") or ""))


def _drop(element: HtmlElement) -> None:
    """Take the element out and leave the text behind it."""
    if element.getparent() is not None:
        element.drop_tree()
