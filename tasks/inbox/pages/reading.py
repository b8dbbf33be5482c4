"""A page's markup in, its text, its captions and its own description out; or why it has no text."""

import logging
import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura import bare_extraction
from trafilatura.settings import Document

from tasks.errors import Rejected
from tasks.inbox.pages import declared, linked_data, tree, voting, writing
from tasks.inbox.pages.blocks import Block, Box
from tasks.inbox.pages.found import Found
from tasks.inbox.pages.walk import blocks_of
from tasks.records import MetadataField

CONSENT = re.compile(
    r"cookie|consent|privacy|partners|personal data|advertis|tracking|werbung|einwilligung|datenschutz|personenbezogen"
    r"|consentement|données|confidentialit|consentimiento|privacidad|datos personales|consentimento|personalis"
    r"|personaliz|zgod|prywatno|同意|隐私|プライバシー|クッキー",
    re.I,
)
SCRIPTS_WANTED = re.compile(
    r"(?:enable|activate|turn on|requires?|needs?|without|aktivieren|activer|habilit|active|включите)\b.{0,40}"
    r"\bjava ?script|javascript.{0,60}(?:enabled?|required|disabled|aktivier|activ|habilit|включ)",
    re.I,
)
HUMANS_WANTED = re.compile(
    r"(?:checking|verify(?:ing)?) (?:that )?(?:your browser|you are (?:a )?human|if the site connection)"
    r"|are you a (?:robot|human)|captcha|access denied|just a moment",
    re.I,
)
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it discards is told as a refusal
LITTLE = 250  # characters of text below which other sources are asked
SHARE = 0.3  # of the page's own full text, below which what the page shows is a part of it
SHORT_PAGE = 1500
MOST_ELEMENTS = 50_000  # of which trafilatura would make ten trees; a page has a few thousand


class Page(NamedTuple):
    """What was read of a page."""

    text: str
    metadata: tuple[MetadataField, ...]


def read_page(markup: str) -> Page:
    """The main text of a page and its metadata. Raises Rejected for a page that has no text, saying what it is."""
    root = tree.parse(markup)
    nodes = linked_data.objects(root)
    fields = declared.declared(root, nodes)
    shipped = [script.text or "" for script in root.iter("script") if _is_data(script)]
    unscripted = " ".join(" ".join(each.itertext()) for each in root.iter("noscript"))
    root = tree.without_the_unseen(root)
    blocks, page = blocks_of(root)
    bodies = linked_data.bodies(nodes)
    authors = [each.value for each in fields if each.name == "author"]
    chosen = [blocks[at] for at in _chosen(root, blocks, page, bodies, authors)]
    text = writing.written(chosen)
    if instead := _instead(text, bodies, shipped):
        return Page(instead, fields)
    buttons = " ".join(each.text_content() for each in root.iter("button"))
    if why := _refusal(chosen, blocks, buttons, unscripted, "<script" in markup):
        raise Rejected("decode", f"a page without a text of its own: {why}")
    captions = tuple(MetadataField("caption", line, "page") for line in writing.captions(chosen))
    return Page(text, fields + captions)


def _is_data(script: HtmlElement) -> bool:
    kind = script.get("type") or ""
    return "json" in kind and "ld+json" not in kind


def _chosen(
    root: HtmlElement, blocks: Sequence[Block], page: Box, bodies: Sequence[str], authors: Sequence[str]
) -> list[int]:
    many = sum(1 for _ in islice(root.iter(), MOST_ELEMENTS)) == MOST_ELEMENTS

    def ask(thoroughly: bool) -> Found:
        if many:
            return Found("")
        document = bare_extraction(root, include_comments=False, fast=not thoroughly)
        return Found(document.text or "" if isinstance(document, Document) else "")

    known = Found("\n".join(bodies)) if bodies else None
    return voting.choose(blocks, page, ask, known, authors) or voting.all_but_furniture(blocks, page)


def _instead(text: str, bodies: Sequence[str], shipped: Sequence[str]) -> str:
    """The text out of the page's data, where the page itself shows none or next to none of it; else ""."""
    whole = "\n\n".join(bodies)
    if len(whole) > len(text) and (len(text) < LITTLE or len(text) < SHARE * len(whole)):
        return whole if len(whole) >= linked_data.LEAST or not text else ""
    if len(text) < LITTLE and shipped:
        sent = linked_data.shipped_text(shipped)
        return sent if len(sent) > 2 * len(text) else ""
    return ""


def _refusal(chosen: Sequence[Block], blocks: Sequence[Block], buttons: str, unscripted: str, scripted: bool) -> str:
    """Why there is no text, in words; "" where there is one."""
    shown = " ".join(block.text for block in blocks)
    texts = [block.text for block in chosen or blocks if block.reads] or [block.text for block in chosen]
    if (
        texts
        and sum(len(each) for each in texts) < SHORT_PAGE * 2
        and all(map(CONSENT.search, texts))
        and _asks(f"{shown} {buttons}")
    ):
        return "it only asks for consent to cookies"
    if len(shown) < SHORT_PAGE and HUMANS_WANTED.search(shown) and not any(len(each) > 400 for each in texts):
        return "it only asks whether the reader is human"
    if len(shown) < SHORT_PAGE and SCRIPTS_WANTED.search(shown + unscripted) and sum(map(len, texts)) < LITTLE:
        return "a script was to put it in"
    if chosen:
        return ""
    if not shown.strip():
        return "a script was to put it in" if scripted else "there is nothing on it to read"
    return "there is nothing on it but links and buttons"


def _asks(shown: str) -> bool:
    """Whether what the page shows is a request for consent, and not an article about cookies."""
    return bool(
        re.search(
            r"\b(?:accept|agree|reject|akzeptieren|zustimmen|ablehnen|accepter|refuser|aceptar|rechazar|aceitar|accetta|rifiuta|akceptuj|принять)",
            shown,
            re.I,
        )
    )
