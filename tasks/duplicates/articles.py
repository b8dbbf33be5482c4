"""What is known of a document beside its text -> by which other fetches and versions of the same article are known.

An article is known again by its address, by the id of the mail it is, by the name of its file but for a mark of its
version, or by its title and publisher together. Each of these is a key in the index; that two texts have enough in
common to be one article is verified on the texts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

ArticleKind = Literal["address", "mail", "file", "title"]

# "storm_v2", "storm-rev1", "storm (2)", "storm - Copy", "storm-corrected"; "final" and "draft" are words of titles too,
# and are marks only where a title would not have their separator: "minutes_final", "minutes (draft)".
_MARKED = re.compile(
    r"[ ._-]*(?:(?<![^\W_])(?:(?:v|ver|version|rev|revision)[ ._-]?\d{1,3}(?:\.\d{1,3})?|r\d|copy(?:[ ._-]\d{1,3})?|"
    r"corr(?:ected|ection)?|updated?|revised|amended)|\(\d{1,3}\)|[_ (](?:final|draft|clean)\)?)\Z",
    re.I,
)
_HEADED = re.compile(
    r"\A(?:(?:CORRECTED|UPDATED?|REVISED|AMENDED)[ _-]+|(?i:corrected|correction|updated?|revised|amended)(?: - |: ))"
)
_SUFFIX = re.compile(r"(?<=[^/])\.[A-Za-z]\w{0,7}\Z")
_DIGITS = re.compile(r"\d+")
_TRACKING = re.compile(r"(?:utm_\w*|fbclid|gclid|cmpid|ref|source)=", re.I)
_ONE_EVENT = timedelta(days=45)
_LEAST_TITLE = 3  # words: shorter titles are those of columns, or a name


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of a document beside its text; "" where nothing is.

    path: of the file, and inside it. published, modified: ISO 8601, as precise as is known. keys: by which it is known
    again, signed 64 bits each.
    """

    path: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    modified: str = ""
    keys: Mapping[int, ArticleKind] = field(default_factory=dict)


UNKNOWN = Article()


def known_article(path: str, url: str, title: str, publisher: str, published: str, modified: str) -> Article:
    """Give the article of these particulars, with its keys."""
    return Article(path, title, publisher, published, modified, article_keys(path, url, title, publisher))


def article_keys(path: str, url: str, title: str, publisher: str) -> dict[int, ArticleKind]:
    """Give the keys by which the article is known again, each with its kind."""
    told: list[tuple[ArticleKind, str]] = [("file", base_name(path).casefold())] if path else []
    if url.startswith("mid:"):
        told.append(("mail", url))
    elif address := _address(url):
        told.append(("address", address))
    words = re.findall(r"\w+", title.casefold())
    if publisher and len(words) >= _LEAST_TITLE:
        told.append(("title", " ".join((publisher.casefold(), "|", *words))))
    return {_key(f"{kind} {value}"): kind for kind, value in told}


def base_name(path: str) -> str:
    """Give the path without the marks of a version in its name: the same for all versions of a file."""
    folder, name, suffix = _parts(path)
    bare = name
    while (shorter := _MARKED.sub("", _HEADED.sub("", bare))) and shorter != bare:
        bare = shorter
    return f"{folder}/{bare}{suffix}"


def is_older(article: Article, other: Article) -> bool:
    """Tell whether the article says of itself that it is an older version than the other.

    By when they were changed, or else published, as far as both are known; where that is the same, by the marks of
    their files' names. False where nothing tells.
    """
    mine, others = moment(article.modified or article.published), moment(other.modified or other.published)
    precision = min(len(mine), len(others))
    if precision and mine[:precision] != others[:precision]:
        return mine[:precision] < others[:precision]
    if article.path == other.path or base_name(article.path) != base_name(other.path):
        return False
    return natural(article.path) < natural(other.path)


def moment(told: str) -> str:
    """Give a date or time to compare by: one with a zone in UTC, any other as it was told."""
    try:
        at = datetime.fromisoformat(told)
    except ValueError:  # a year or a month
        return told
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() if at.tzinfo else told


def is_other_day(article: Article, other: Article) -> bool:
    """Tell whether both are known to the day they were published, and it is not the same."""
    mine, others = article.published[:10], other.published[:10]
    return len(mine) == len(others) == len("2016-09-28") and mine != others


def is_other_time(article: Article, other: Article) -> bool:
    """Tell whether both are known to the day they were published, and too far apart to tell of one event."""
    try:
        days = [date.fromisoformat(each.published[:10]) for each in (article, other)]
    except ValueError:
        return False
    return abs(days[0] - days[1]) > _ONE_EVENT


def natural(path: str) -> str:
    """Give what to sort a path by, so that "v9" comes before "v10" and "a" before "a_v2"."""
    folder, name, suffix = _parts(path)
    return _DIGITS.sub(lambda digits: digits[0].zfill(12), f"{folder}/{name}\0{suffix}".casefold())


def _parts(path: str) -> tuple[str, str, str]:
    suffix = found[0] if (found := _SUFFIX.search(path)) else ""
    bare = PurePosixPath(path.removesuffix(suffix))
    return str(bare.parent), bare.name, suffix


def _address(url: str) -> str:
    """Give the address without what does not tell pages apart: scheme, "www.", fragment, last slash, where from.

    "" for none, and for the home page of a site, which is another article each day.
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # an unclosed bracket in the host
        return ""
    path = parts.path.rstrip("/")
    query = "&".join(each for each in parts.query.split("&") if each and not _TRACKING.match(each))
    host = (parts.hostname or "").removeprefix("www.")
    route = parts.fragment if parts.fragment.startswith(("!", "/")) else ""  # of a page that is a program
    path += f"#{route}" if route else ""
    return f"{host}{path}{'?' + query if query else ''}" if host and (path or query) else ""


def _key(told: str) -> int:
    digest = blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
