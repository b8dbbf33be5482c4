"""The text of a page in, its tree out, without scripts and styles; and which elements are hidden from the reader."""

import re
from collections.abc import Mapping

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]

from tasks.errors import Rejected

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Beyond 256 levels the parser stops. A page that goes so deep mostly does with inline elements that are never closed;
# where it does without them, only these stay.
INLINE = re.compile(r"</?(?:font|b|i|u|a|em|strong|span|big|small|tt|s|strike|nobr|ins|del|label)\b[^<>]*>", re.I)
NESTING = re.compile(r"(?:</?(?!(?:p|h[1-6]|br|hr|title|meta|script|style|html|head|body)\b)[a-z][^<>]*>\s*)+", re.I)
LONG_TAG = re.compile(r"<([a-z][a-z0-9-]{0,20})\s[^<>]{20000,}>", re.I)  # pictures within, or attributes without end
INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
UNSEEN_TAGS = (
    "script", "style", "template", "svg", "iframe", "frame", "object", "embed", "applet", "canvas", "audio", "video",
    "select", "textarea", "datalist", "dialog", "input", "map", "meter", "progress", "rt", "rp", "link", "meta", "base",
)  # fmt: skip
FOR_SCREEN_READERS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader-only|element-invisible|assistive-text)(?:\s|$)",
    re.I,
)
NOTICE = 300  # characters of a <noscript>: what is shorter asks for JavaScript, or stands for a picture
MOST_HIDDEN = 0.5  # share of the page's text that may be hidden: above it the page is unveiled by its scripts


def parse(markup: str) -> HtmlElement:
    """The tree of the whole page, its head included. Raises Rejected where there is no element in it."""
    text = LONG_TAG.sub(r"<\1>", CONTROLS.sub(" ", markup))
    root, too_deep = _parsed(text)
    if too_deep:
        text = INLINE.sub("", text)
        root, too_deep = _parsed(text)
    return _parsed(NESTING.sub(" <p> ", text))[0] if too_deep else root


def _parsed(text: str) -> tuple[HtmlElement, bool]:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise Rejected("decode", "a page without a text of its own: there is nothing in its markup") from None
    deep = any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    return root, deep


def without_the_unseen(root: HtmlElement) -> HtmlElement:
    """The same tree, changed: scripts but those that describe the page, styles, pictures and forms' fields go."""
    for element in list(root.iter(*UNSEEN_TAGS)):
        if element.getparent() is not None and (
            element.tag != "script" or "ld+json" not in (element.get("type") or "")
        ):
            element.drop_tree()
    for element in list(root.iter("noscript")):
        if element.getparent() is not None and len(element.text_content()) < NOTICE:
            element.drop_tree()
    return root


def is_hidden(element: HtmlElement, attributes: Mapping[str, str], whole: int) -> bool:
    """Whether a reader does not see the element. whole: characters of the page; half of them cannot be hidden."""
    if not _says_hidden(attributes):
        return False
    return len(element.text_content()) < MOST_HIDDEN * whole


def _says_hidden(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if "style" in attributes and INVISIBLE.search(attributes["style"]):
        return True
    if attributes.get("aria-hidden") == "true":
        return True
    return "class" in attributes and bool(FOR_SCREEN_READERS.search(attributes["class"]))
