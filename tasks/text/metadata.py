"""A clean text, what its format said of it and its path in; its metadata and its paragraphs with their kinds out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tasks.records import Extracted, Metadata, MetadataField, Normalised, Paragraph
from tasks.text.filenames import fields_of, readable
from tasks.text.given import DATES, Claim, given
from tasks.text.opening import KIND_OF, LOOKED_AT, Opening, header, is_headed, particulars, read_opening
from tasks.text.paragraphs import paragraphs
from tasks.text.titles import without_site

DAY = len("2019-11-07")
FIRST, NOTICE = "first lines", "copyright line"
LINE = re.compile(r"[^\n]+")
NAME_WORD = r"(?-i:[A-Z0-9])[\w.&'’-]*"
NAMED = rf"(?!authorised|all rights)(?:the )?(?P<name>{NAME_WORD}(?: (?:{NAME_WORD}|of|the|and|for|&|de|in|on))*)"
APPEARED = re.compile(
    rf"\b(?:appeared|published|posted|produced|printed|aired|reported)(?: \w+)? (?:on|in|at|by|from) {NAMED}", re.I
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
YEARS = r"(?:(?:19|20)\d\d[\s,.–-]*)*"
HOLDER = re.compile(rf"(?:©|ⓒ|\(c\)|copyright)[\s,.]*{YEARS}(?:all rights reserved[\s,.]*)?{NAMED}", re.I)
COMPANY = re.compile(
    r",? (?:publish(?:ers|ing)|ltd|limited|inc|llc|plc|corp|corporation|company|co|pty|gmbh|group)\b\.?", re.I
)


def describe(
    clean: Normalised, extracted: Extracted, path: str, patterns: Sequence[str] = ()
) -> tuple[Metadata, tuple[Paragraph, ...]]:
    """Title, byline, publisher, dates, section and address, each with its origin, and the paragraphs with their kinds.

    Who is believed first: what the format says (front matter), a header in the text, the first lines, the file's name
    by `patterns` ("{publisher}_{date}_{slug}"), the notices that stand in the text, the dateline's agency, the name's
    slug for a title, at last what the mail that carried the text says of itself. When a text was fetched or changed is
    not when it was published.
    """
    captions = (*clean.captions, *_given_captions(clean.text, extracted.metadata))
    found = list(_apart(clean.text, paragraphs(clean.text, captions, clean.furniture)))
    read = [index for index, each in enumerate(found) if each.kind == "body"]
    texts = [clean.text[found[index].start : found[index].end] for index in read]
    named = fields_of(path, patterns)
    headed = header(texts)
    told = [*given(extracted.metadata), *given(headed)]
    opening = read_opening(texts[len(headed) :], named.get("slug", ""), _titled(_settled(told), texts).title)
    claims = [
        *told,
        *_opened(opening),
        *_named(named),
        *_noticed(clean),
        Claim("publisher", (opening.wire,), FIRST),
        Claim("title", (readable(named.get("slug", "")),), "file name"),
        *(
            claim for claim in given(extracted.inherited) if claim.field not in ("byline", "title", "url")
        ),  # those are the mail's own
    ]
    kinds = {read[at]: KIND_OF.get(each.name, "furniture") for at, each in enumerate(headed)}
    kinds |= {read[len(headed) + at]: kind for at, kind in opening.kinds.items()}
    metadata = _dated(_titled(_settled(claims), texts), opening)
    return metadata, tuple(replace(each, kind=kinds[at]) if at in kinds else each for at, each in enumerate(found))


def _apart(text: str, found: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, those of the first whose lines are a title, a byline, a date... parted into these."""
    for each in found[:LOOKED_AT]:
        if each.kind == "caption" and particulars(text[each.start : each.end], bare=False):
            each = Paragraph(each.start, each.end)  # "Story by ... | Photographs by ..." ends as captions do
        lines = list(LINE.finditer(text, each.start, each.end)) if each.kind == "body" else []
        if 1 < len(lines) <= 2 * LOOKED_AT and is_headed([line[0] for line in lines]):
            yield from (Paragraph(line.start(), line.end()) for line in lines)
        else:
            yield each
    yield from found[LOOKED_AT:]


def _settled(claims: Iterable[Claim]) -> Metadata:
    """The first claim on each field that says anything; one that says the same more precisely wins still."""
    won: dict[str, Claim] = {}
    for claim in claims:
        before = won.get(claim.field)
        if any(claim.values) and (not before or _is_finer(claim, before)):
            won[claim.field] = claim

    def single(field: str) -> str:
        return next(filter(None, won[field].values)) if field in won else ""

    return Metadata(
        title=single("title"),
        byline=won["byline"].values if "byline" in won else (),
        publisher=single("publisher"),
        published=single("published"),
        modified=single("modified"),
        url=single("url"),
        section=single("section"),
        origins={field: won[field].origin for field in sorted(won)},
    )


def _is_finer(claim: Claim, before: Claim) -> bool:
    """Whether a claim says the same as an earlier one, and more: a day of its month, a name for its slug in a path."""
    new, old = claim.values[0], before.values[0]
    if claim.field in DATES:
        return len(old) < DAY <= len(new) and new.startswith(old)
    return claim.field == "publisher" and before.origin == "file name" != claim.origin and _slug(new) == _slug(old)


def _slug(name: str) -> str:
    return re.sub(r"\W|_|\A(?:the )", "", name.casefold())


def _titled(metadata: Metadata, texts: Sequence[str]) -> Metadata:
    """The metadata with its title without the site's name; without a title that is nothing else."""
    site = (metadata.publisher, metadata.url, metadata.section)
    title = without_site(metadata.title, filter(None, site), texts[:LOOKED_AT])
    origins = {field: origin for field, origin in metadata.origins.items() if field != "title" or title}
    return replace(metadata, title=title, origins=origins)


def _dated(metadata: Metadata, opening: Opening) -> Metadata:
    """The metadata with the day of the dateline, where only the year of it is known, and not from a notice."""
    year, origin = metadata.published, metadata.origins.get("published")
    if not opening.day or len(year) != len("2019") or origin == NOTICE:
        return metadata
    return replace(metadata, published=f"{year}-{opening.day}", origins={**metadata.origins, "published": FIRST})


def _given_captions(text: str, fields: Sequence[MetadataField]) -> Iterator[Paragraph]:
    """The lines that the format says are captions."""
    captions = {each.value for each in fields if each.name == "caption"}
    for line in LINE.finditer(text) if captions else ():
        if line[0] in captions:
            yield Paragraph(line.start(), line.end(), "caption")


def _opened(opening: Opening) -> Iterator[Claim]:
    yield Claim("title", (opening.title,), FIRST)
    yield Claim("byline", opening.byline, FIRST)
    yield Claim("publisher", (opening.agency,), FIRST)
    yield Claim("published", (opening.published,), FIRST)
    yield Claim("modified", (opening.modified,), FIRST)
    yield Claim("section", (opening.section,), FIRST)


def _named(fields: Mapping[str, str]) -> Iterator[Claim]:
    for field, name in (("publisher", "publisher"), ("published", "date"), ("title", "title"), ("byline", "author")):
        yield Claim(field, (fields.get(name, ""),), "file name")


def _noticed(clean: Normalised) -> Iterator[Claim]:
    """What the page's notices say: where the text appeared first, who owns it, and the year."""
    origins = [clean.text[each.start : each.end] for each in clean.furniture if each.rule == "origin"]
    notices = [clean.text[each.start : each.end] for each in clean.furniture if each.rule == "copyright"]
    for text in origins:
        yield Claim("publisher", (_publisher(APPEARED.search(text)),), "origin line")
    for text in notices:
        yield Claim("publisher", (_publisher(HOLDER.search(text)),), NOTICE)
        yield Claim("published", (max(YEAR.findall(text), default=""),), NOTICE)


def _publisher(found: re.Match[str] | None) -> str:
    """The name found, without the kind of company; "" for one that is only that."""
    name = re.split(r"(?<=\w{4})\. ", COMPANY.split(found["name"], maxsplit=1)[0])[0].strip(" .,&") if found else ""
    name = name if any(map(str.isalpha, name)) else ""
    return re.sub(r" (?:of|the|and|for|de|in|on)$", "", name)
