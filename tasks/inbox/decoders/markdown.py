"""Markdown in, the text a reader would see out: no marks, links as their words, front matter as metadata."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from tasks.errors import Rejected
from tasks.inbox.blocks import BULLET
from tasks.inbox.decoders.plain import decode_text
from tasks.inbox.front_matter import split
from tasks.inbox.limits import Rules
from tasks.records import Blob, Extracted, MetadataField

Block = tuple[str, str]  # kind and text
INLINE = frozenset({"text", "code_inline", "softbreak", "hardbreak", "html_inline", "image"})
SHORTCODE = re.compile(r"\{\{([<%])(?:(?!\{\{|\}\}).)*[>%]\}\}", re.S)  # Hugo: {{< figure ... >}}, {{% note %}}
SHORTCODE_ADDRESS = re.compile(r"(?<=\()[ \t]*\{\{[<%](?:(?!\{\{|\}\}).)*[>%]\}\}")
HEADING_ID = re.compile(r"\s*\{#[\w:.-]*\}\s*$")
UNSEEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.S | re.I)
BLOCK_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|tr|table|section|figure|figcaption|blockquote|hr|br)\b[^<>]*>", re.I
)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
BREAK_TAG = re.compile(r"<br\b", re.I)


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted]:
    """One text, its front matter as fields, and what stands for its pictures as "caption" fields. Raises Rejected."""
    decoded = decode_text(blob.data, rules.limits, blob.charset)
    fields, body = split(decoded.text)
    tree = SyntaxTreeNode(_parser().parse(_without_shortcodes(body)))
    blocks = [block for block in _blocks(tree.children) if block[1].strip()]
    captions = tuple(MetadataField("caption", text, "markdown") for kind, text in blocks if kind == "caption")
    text = "\n\n".join(text for _, text in blocks) or _standing_in(fields)
    yield Extracted(text, "markdown", decoded.encoding, undecoded=decoded.undecoded, metadata=fields + captions)


def _standing_in(fields: Sequence[MetadataField]) -> str:
    """What a post without a text of its own, such as a link, says of itself. Raises Rejected where that is nothing."""
    if not fields:
        return ""
    given = {field.name.lower(): field.value for field in fields}
    for name in ("description", "summary", "deck", "excerpt", "abstract"):
        if given.get(name, "").strip():
            return given[name]
    raise Rejected("decode", "there is nothing in it but front matter")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _without_shortcodes(markdown: str) -> str:
    if "{{" not in markdown:
        return markdown
    return SHORTCODE.sub("", SHORTCODE_ADDRESS.sub("#", markdown))


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> Iterator[Block]:
    """What stands between blank lines, in order; "caption" is the kind of a picture that stands alone."""
    for node in nodes:
        match node.type:
            case "paragraph" | "heading":
                yield _paragraph(node)
            case "bullet_list" | "ordered_list":
                yield "list", "\n".join(_items(node))
            case "table":
                yield "table", "\n".join(_rows(node))
            case "fence" | "code_block":
                yield "code", node.content.strip("\n")
            case "html_block":
                yield "html", _seen(node.content)
            case _:
                yield from _blocks(node.children)


def _paragraph(node: SyntaxTreeNode) -> Block:
    inlines = list(_leaves(node))
    text = "".join(map(_inline, inlines))
    if node.type == "heading":
        text = HEADING_ID.sub("", text)
    kinds = {each.type for each in inlines if _inline(each).strip()}
    return ("caption" if kinds == {"image"} else "text"), "\n".join(line.strip() for line in text.split("\n"))


def _leaves(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    for each in node.children:
        if each.type in INLINE:
            yield each
        else:
            yield from _leaves(each)


def _inline(node: SyntaxTreeNode) -> str:
    match node.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "image":
            return "".join(map(_inline, _leaves(node)))
        case "html_inline":
            return "\n" if BREAK_TAG.match(node.content) else ""
        case _:
            return node.content


def _items(node: SyntaxTreeNode) -> Iterator[str]:
    for item in node.children:
        blocks = [text for _, text in _blocks(item.children) if text.strip()]
        if blocks:
            yield f"{item.info}. {blocks[0]}" if item.info else BULLET + blocks[0]
            yield from blocks[1:]


def _rows(node: SyntaxTreeNode) -> Iterator[str]:
    for row in (each for each in node.walk() if each.type == "tr"):
        yield " | ".join(_paragraph(cell)[1] for cell in row.children)


def _seen(html: str) -> str:
    """The words of an HTML block: what a browser would show of it, its blocks on lines of their own."""
    lines = unescape(TAG.sub("", BLOCK_TAG.sub("\n", UNSEEN.sub("", html)))).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())
