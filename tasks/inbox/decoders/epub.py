"""A book in, its chapters as one text in the order of reading out, and what its package says of it."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree  # type: ignore[import-untyped]

from tasks.errors import Rejected
from tasks.inbox.blocks import written
from tasks.inbox.chapters import blocks_of
from tasks.inbox.limits import Rules
from tasks.inbox.packages import Package
from tasks.inbox.properties import ORIGIN, meant_names, meant_title
from tasks.records import Blob, Extracted, MetadataField

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
PACKAGE = "{http://www.idpf.org/2007/opf}"
BOXES = "{urn:oasis:names:tc:opendocument:xmlns:container}"
CIPHER = "{http://www.w3.org/2001/04/xmlenc#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PAGES = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"))
# Fonts may be disguised, with the book free to be read: by the standard's own way and by Adobe's.
DISGUISES = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))
FIELDS = {DC + "publisher": "publisher", DC + "date": "date", DC + "language": "language"}


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted]:
    """One text for the whole book. Raises Rejected for one that is protected, damaged or beyond the limits."""
    with Package(blob.data, rules.limits) as package:
        path = _package_path(package)
        book = package.markup(path)
        chapters = list(_chapters(book, posixpath.dirname(path)))
        _refuse_protected(package, frozenset(chapters))
        blocks = (
            block for name in chapters if name in package.names for block in blocks_of(package.read(name), rules.limits)
        )
        text = written(blocks, rules.limits)
    yield Extracted(text, "epub", "utf-8", metadata=tuple(_properties(book)))


def _package_path(package: Package) -> str:
    """Where the package lies that says what is in the book: the first that the container names."""
    for root in package.markup(CONTAINER).iter(BOXES + "rootfile"):
        if path := root.get("full-path"):
            return unquote(path)
    raise Rejected("decode", "damaged: it does not say where its contents are")


def _chapters(book: etree._Element, folder: str) -> Iterator[str]:
    """The paths of its pages in the order of reading, without those that only list the others or lie beside them."""
    items = {each.get("id", ""): each for each in book.iter(PACKAGE + "item")}
    contents = {
        each.get("href", "").split("#")[0] for each in book.iter(PACKAGE + "reference") if each.get("type") == "toc"
    }
    for reference in book.iter(PACKAGE + "itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or reference.get("linear") == "no" or "nav" in item.get("properties", "").split():
            continue
        if item.get("media-type") in PAGES and (address := item.get("href", "")) not in contents:
            yield posixpath.normpath(posixpath.join(folder, unquote(address)))


def _refuse_protected(package: Package, chapters: frozenset[str]) -> None:
    """Raises Rejected where a chapter is encrypted."""
    if ENCRYPTION not in package.names:
        return
    for data in package.markup(ENCRYPTION).iter(CIPHER + "EncryptedData"):
        method = data.find(CIPHER + "EncryptionMethod")
        disguised = method is not None and method.get("Algorithm") in DISGUISES
        named = {unquote(each.get("URI", "")).lstrip("/") for each in data.iter(CIPHER + "CipherReference")}
        if not disguised and named & chapters:
            raise Rejected("decode", "a book that is locked by its publisher's copy protection")


def _properties(book: etree._Element) -> Iterator[MetadataField]:
    """What the package says: its first title, all who wrote it, and the rest."""
    titles = [_text(each) for each in book.iter(DC + "title")]
    for title in filter(None, map(meant_title, titles[:1])):
        yield MetadataField("title", title, ORIGIN)
    for name in meant_names([_text(each) for each in book.iter(DC + "creator")]):
        yield MetadataField("author", name, ORIGIN)
    for element in book.iter(*FIELDS):
        event = element.get(PACKAGE + "event", "publication")  # EPUB 2 dates a conversion and a modification too
        if (value := _text(element)) and event in ("publication", "original-publication"):
            yield MetadataField(FIELDS[str(element.tag)], value, ORIGIN)
    for element in book.iter(PACKAGE + "meta"):
        if element.get("property") == "dcterms:modified" and (value := _text(element)):
            yield MetadataField("modified", value, ORIGIN)


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext(etree.Element)).split())
