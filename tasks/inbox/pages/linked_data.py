"""The JSON that a page carries for machines in, its objects and the text in them out.

It is hostile input like the page itself: what is no JSON is passed over, lists and graphs are walked to a bounded depth
and count, and values of the wrong type say nothing.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]

Node = Mapping[str, Any]
DEEPEST = 8  # levels of objects within each other
MOST = 5_000  # objects of one page
LARGEST = 4_000_000  # characters of one script
WRAPPING = re.compile(
    r"\A\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*\Z|;\s*\Z"
)
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "item", "liveBlogUpdate")
TEXTS = ("articleBody", "reviewBody", "text", "recipeInstructions", "step", "acceptedAnswer", "suggestedAnswer")
SAYS_TEXT = re.compile(r"article ?body|body|content|text|html|paragraphs?|children|value|blocks?", re.I)
TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
BLOCK_END = re.compile(r"</(?:p|div|h[1-6]|li|blockquote|figure|tr)>|<br\s*/?>\s*<br\s*/?>", re.I)
SENTENCES = re.compile(r"\w[.!?…。！？؟][\"'”’»)]*(?:\s|<|$)")
LEAST = 200  # characters that a text of a script must have


def objects(root: HtmlElement) -> list[Node]:
    """All objects of the page's JSON-LD, outer ones first."""
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            _gather(_parsed(script.text or ""), found, DEEPEST)
    return found


def _parsed(text: str) -> Any:
    text = WRAPPING.sub("", WRAPPING.sub("", text)) if len(text) < LARGEST else ""
    for attempt in (text, TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _gather(value: Any, found: list[Node], depth: int) -> None:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict) and depth and len(found) < MOST:
            found.append(each)
            for holder in HOLDERS:
                _gather(each.get(holder), found, depth - 1)


def kinds(node: Node) -> tuple[str, ...]:
    """The types of an object, as schema.org names them."""
    given = node.get("@type")
    return tuple(
        each.rpartition("/")[2] for each in (given if isinstance(given, list) else [given]) if isinstance(each, str)
    )


def one_line(value: object) -> str:
    """A value as one line of text: entities read, tags gone; "" for what is no text."""
    if not isinstance(value, str):
        return ""
    return " ".join(TAG.sub("", unescape(unescape(value))).split())


def bodies(nodes: Sequence[Node]) -> list[str]:
    """The full texts that the objects carry, paragraphs apart by a blank line; no summaries."""
    texts: list[str] = []
    for node in nodes:
        for text in _texts(node, DEEPEST):
            if text not in texts:
                texts.append(text)
    return texts


def _texts(node: Node, depth: int) -> Iterator[str]:
    for key in TEXTS if depth else ():
        value = node.get(key)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str) and (key != "text" or len(each) > 40):
                yield paragraphs_of(each)
            elif isinstance(each, dict):
                yield from _texts(each, depth - 1)


def paragraphs_of(value: str) -> str:
    """A text that may be marked up as HTML, once or twice escaped, as paragraphs."""
    value = unescape(value) if "&lt;" in value else value
    if TAG.search(value):
        value = TAG.sub("", BLOCK_END.sub("\n\n", value))
    lines = [" ".join(line.split()) for line in unescape(value).split("\n")]
    return "\n\n".join(line for line in lines if line)


def shipped_text(scripts: Sequence[str]) -> str:
    """The text in the data that a JavaScript application was sent with: the largest one that stands under one key.

    Strings that read like sentences are grouped by the path of keys they stand under, lists apart, so that the
    paragraphs of one article come together, in order.
    """
    groups: dict[str, list[str]] = {}
    for script in scripts:
        _strings(_parsed(script), "", groups, 40)
    best = max(groups.values(), key=lambda group: sum(map(len, group)), default=[])
    text = "\n\n".join(map(paragraphs_of, dict.fromkeys(best)))
    return text if len(text) >= LEAST else ""


def _strings(value: Any, path: str, groups: dict[str, list[str]], depth: int) -> None:
    if isinstance(value, dict) and depth:
        for key, each in value.items():
            _strings(each, f"{path}/{key}", groups, depth - 1)
    elif isinstance(value, list) and depth:
        for each in value:
            _strings(each, path, groups, depth - 1)
    elif isinstance(value, str) and SENTENCES.search(value) and SAYS_TEXT.fullmatch(path.rpartition("/")[2]):
        groups.setdefault(path, []).append(value)
