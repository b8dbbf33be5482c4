"""The tree of a page and its linked data in, what the page says of itself out: fields, most trusted first."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from tasks.inbox.pages.hints import kind_of_names
from tasks.inbox.pages.linked_data import Node, kinds, one_line
from tasks.records import MetadataField

LONGEST = 500  # characters of a value
ARTICLES = frozenset((
    "NewsArticle", "Article", "BlogPosting", "Report", "ReportageNewsArticle", "AnalysisNewsArticle",
    "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle",
    "ScholarlyArticle", "TechArticle", "SocialMediaPosting", "DiscussionForumPosting", "LiveBlogPosting", "Review",
    "Recipe", "Question", "QAPage", "Event", "CreativeWork", "HowTo",
))  # fmt: skip
PAGES = frozenset(("WebPage", "ItemPage", "Product", "AboutPage", "FAQPage", "MedicalWebPage"))
METAS: dict[str, tuple[str, ...]] = {
    "title": (
        "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title",
        "sailthru.title", "headline",
    ),
    "author": (
        "author", "article:author", "byl", "dc.creator", "dcterms.creator", "citation_author", "parsely-author",
        "sailthru.author", "article.author",
    ),
    "publisher": (
        "og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name",
    ),
    "date": (
        "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate",
        "publish-date", "publish_date", "publication_date", "article.published", "parsely-pub-date",
        "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
        "dcterms.date", "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime",
        "originalpublicationdate", "displaydate", "article_date_original", "date",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
        "lastmod", "last-modified", "revised",
    ),
    "section": (
        "article:section", "parsely-section", "section", "cxenseparse:recs:category",
    ),
}  # fmt: skip
LINKED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("headline", "name")), ("date", ("datePublished", "dateCreated", "uploadDate")),
    ("modified", ("dateModified",)), ("section", ("articleSection",)), ("language", ("inLanguage",)),
)  # fmt: skip
SEPARATOR = re.compile(r"\s+[|–—\-·•»:~]{1,2}\s+|\s*\|\s*|\s*»\s*")
BY = re.compile(
    r"\s*(?:(?:written |posted |words |story |text )?by|von|par|por|di|od|door|av|af|autor(?:in|a)?|auteur|автор|作者"
    r"|記者|记者)\b[:：]?\s*",
    re.I,
)
NO_NAME = re.compile(
    r"https?:|www\.|@|^(?:admin|administrator|editor|staff|webmaster|user|anonymous|redaktion|unknown|none|null)$", re.I
)
BYLINES = (
    ".//*[@rel='author' or contains(@itemprop,'author') or contains(@class,'byline') or contains(@class,'author')"
    " or contains(@class,'Byline') or contains(@class,'Author')]"
)
LONGEST_NAME = 80
ADDRESS = re.compile(r"https?://[^\s<>\"]{4,1000}", re.I)


def declared(root: HtmlElement, nodes: Sequence[Node]) -> tuple[MetadataField, ...]:
    """The fields in the order in which they are believed. `root`: the whole tree, its head included."""
    metas = _metas(root)
    chosen = _described(nodes)
    site = _first(_values(metas, "publisher")) or _site(nodes)
    fields = [
        *(
            MetadataField("title", _without_site(each.value, site), each.origin)
            for each in _titles(root, metas, chosen)
        ),
        *_authors(root, metas, chosen),
        *(MetadataField("publisher", name, "meta tag") for name in _values(metas, "publisher")),
        *([MetadataField("publisher", name, "JSON-LD")] if (name := _site(nodes)) else []),
        *_dates(root, metas, chosen),
        *_addresses(root, metas),
        *_simple("section", metas, chosen),
        *_languages(root, metas, chosen),
    ]
    return tuple(dict.fromkeys(each for each in fields if each.value))


def _metas(root: HtmlElement) -> dict[str, list[str]]:
    """All <meta> by name in lower case: name, property, itemprop, http-equiv."""
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        value = one_line(meta.get("content"))[:LONGEST]
        for attribute in ("name", "property", "itemprop", "http-equiv"):
            if value and (name := meta.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(value)
    return found


def _values(metas: dict[str, list[str]], field: str) -> Iterator[str]:
    for name in METAS[field]:
        yield from dict.fromkeys(metas.get(name, ()))


def _first(values: Iterator[str]) -> str:
    return next(values, "")


def _described(nodes: Sequence[Node]) -> list[Node]:
    """The objects that describe this page: articles before pages."""
    articles = [node for node in nodes if ARTICLES.intersection(kinds(node))]
    return articles[:1] + [node for node in nodes if PAGES.intersection(kinds(node))][:1]


def _names(value: Any) -> Iterator[str]:
    """The names in a person or an organisation, in a list of them, or in a plain text."""
    for each in (value if isinstance(value, list) else [value])[:50]:
        if isinstance(each, dict):
            yield from _names(each.get("name"))
        elif text := one_line(each)[:LONGEST]:
            yield text


def _site(nodes: Sequence[Node]) -> str:
    publishers = (name for node in nodes for name in _names(node.get("publisher")))
    sites = (name for node in nodes if "WebSite" in kinds(node) for name in _names(node.get("name")))
    return next(publishers, "") or next(sites, "")


def _simple(field: str, metas: dict[str, list[str]], nodes: Sequence[Node]) -> Iterator[MetadataField]:
    keys = dict(LINKED)[field]
    for node in nodes:
        for key in keys:
            for value in _names(node.get(key)):
                yield MetadataField(field, value, "JSON-LD")
    for value in _values(metas, field) if field in METAS else ():
        yield MetadataField(field, value, "meta tag")


def _titles(root: HtmlElement, metas: dict[str, list[str]], nodes: Sequence[Node]) -> Iterator[MetadataField]:
    yield from _simple("title", metas, [node for node in nodes if ARTICLES.intersection(kinds(node))])
    headings = [text for each in root.iter("h1") if (text := " ".join(each.text_content().split()))]
    if len(headings) == 1:
        yield MetadataField("title", headings[0][:LONGEST], "page")
    title = root.find(".//title")
    if title is not None:
        text = one_line(title.text_content())[:LONGEST]
        yield MetadataField("title", _as_headed(text, headings), "meta tag")


def _as_headed(title: str, headings: Sequence[str]) -> str:
    """The part of the <title> that a heading of the page repeats, else the whole."""
    return next((part for part in SEPARATOR.split(title) if part in headings), title)


def _without_site(title: str, site: str) -> str:
    """A title without the name of the site before or behind it."""
    parts = SEPARATOR.split(title)
    if len(parts) < 2 or not site:
        return title
    for at, cut in ((-1, title.rfind(parts[-1])), (0, 0)):
        if parts[at].casefold() == site.casefold():
            kept = title[:cut] if at else title[len(parts[0]) :]
            return kept.strip(" |–—-·•»:~")
    return title


def _authors(root: HtmlElement, metas: dict[str, list[str]], nodes: Sequence[Node]) -> Iterator[MetadataField]:
    """Of the first source that names anybody: sources are not mixed, or everyone would stand there twice."""
    for values, origin in (
        ((name for node in nodes for key in ("author", "creator") for name in _names(node.get(key))), "JSON-LD"),
        (_values(metas, "author"), "meta tag"),
        (_bylines(root), "page"),
    ):
        names = dict.fromkeys(name for value in values if (name := _name(value)))
        if names:
            yield from (MetadataField("author", name, origin) for name in names)
            return


def _name(value: str) -> str:
    name = BY.sub("", value, count=1) if BY.match(value) else value
    return "" if NO_NAME.search(name) or not 1 < len(name) <= LONGEST_NAME else name.strip(" ,;|·")


def _bylines(root: HtmlElement) -> Iterator[str]:
    """Names in elements that call themselves a byline, the innermost of the first one."""
    for element in root.xpath(BYLINES)[:20]:
        text = _line(element)
        if not BY.match(text):
            inner = (each for each in element.iter("a", "span") if each is not element and _name(_line(each)))
            text = next(map(_line, inner), text)
        if _name(text) and len(text.split()) <= 8 and not any(map(str.isdigit, text)) and not _is_others(element):
            yield text
            return


def _line(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _is_others(element: HtmlElement) -> bool:
    """Whether an element stands among comments or other articles, whose authors are not this one's."""
    boxes = element.iterancestors("div", "section", "ol", "ul")
    around = (f"{each.get('class') or ''} {each.get('id') or ''}" for each in boxes)
    return any(kind_of_names(names) in ("comments", "related") for names in around)


def _dates(root: HtmlElement, metas: dict[str, list[str]], nodes: Sequence[Node]) -> Iterator[MetadataField]:
    yield from _simple("date", metas, nodes)
    for element in root.xpath(".//*[@itemprop='datePublished']")[:3]:
        value = element.get("datetime") or element.get("content") or element.text_content()
        yield MetadataField("date", one_line(value)[:LONGEST], "page")
    times = root.xpath(".//time[@pubdate][@datetime] | .//article//time[@datetime] | .//main//time[@datetime]")
    if times:
        yield MetadataField("date", one_line(times[0].get("datetime"))[:LONGEST], "page")
    yield from _simple("modified", metas, nodes)


def _addresses(root: HtmlElement, metas: dict[str, list[str]]) -> Iterator[MetadataField]:
    links = (each for each in root.iter("link") if "canonical" in (each.get("rel") or "").lower().split())
    canonical = [one_line(each.get("href")) for each in links]
    for value in (*canonical, *metas.get("og:url", ())):
        if ADDRESS.fullmatch(value):
            yield MetadataField("url", value, "meta tag")


def _languages(root: HtmlElement, metas: dict[str, list[str]], nodes: Sequence[Node]) -> Iterator[MetadataField]:
    tags = [
        root.get("lang") or root.get("xml:lang") or "",
        *metas.get("og:locale", ()),
        *metas.get("content-language", ()),
    ]
    for value in tags:
        if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value):
            yield MetadataField("language", value.replace("_", "-"), "meta tag")
    yield from _simple("language", {}, nodes)
