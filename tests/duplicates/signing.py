"""A side of a case of `tests/cases/duplicates.json` in, the document as ingest would sign it out; a warehouse's part.

A side is a text, or an object with text, title, publisher, url, published, modified, path and mail.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tasks.duplicates.articles import Article, known_article
from tasks.duplicates.relate import MOST, Decided, Earlier, Signed, decide
from tasks.duplicates.signatures import sign
from tasks.records import Extracted, KeyKind, Keys, MetadataField
from tasks.text.counted import counted_text
from tasks.text.metadata import describe
from tasks.text.normalise import normalise

Case = dict[str, Any]


def _cases(name: str) -> list[Case]:
    cases: list[Case] = json.loads((Path(__file__).parents[1] / "cases" / f"{name}.json").read_text(encoding="utf-8"))
    return cases


CASES = _cases("duplicates")  # with which the rules were made
HELD_OUT = _cases("duplicates_held_out")  # written by another hand, and measured once before the rules knew them
Side = str | Mapping[str, str]


def signed(id: str, side: Side, place: int = 0) -> Signed:
    """The document under this id; place: in the order in which documents came."""
    told = {"text": side} if isinstance(side, str) else side
    text, article, text_hash, keys = _read(tuple(sorted(told.items())))
    return Signed(id, (f"{place:04}",), text, text_hash, article, keys)


@cache
def _read(side: tuple[tuple[str, str], ...]) -> tuple[str, Article, str, Keys]:
    """As ingest reads a file that says of itself what the side says: clean, without its furniture."""
    told = dict(side)
    path = told.get("path", "")
    given = {"title": told.get("title"), "publisher": told.get("publisher"), "date": told.get("published")}
    given |= {"modified": told.get("modified"), "url": told.get("url")}
    if "mail" in told:
        given["url"] = f"mid:{told['mail'].strip('<>')}"
    fields = tuple(MetadataField(name, value, "front matter") for name, value in given.items() if value)
    clean = normalise(told["text"])
    known, paragraphs = describe(clean, Extracted(told["text"], "text", "utf-8", metadata=fields), path or "text.txt")
    text = counted_text(clean.text, paragraphs)
    article = known_article(path, known.url, known.title, known.publisher, known.published, known.modified)
    signature = sign(text)
    return text, article, signature.text_hash, {**signature.keys, "article": tuple(article.keys)}


def in_batches(documents: Sequence[Signed], sizes: Sequence[int]) -> Decided:
    """Decide batch after batch, each with what a warehouse answers of the earlier ones; the last takes what is left."""
    decided = Decided((), {}, {})
    start = 0
    for size in [*sizes, len(documents)]:
        batch, before = documents[start : start + size], documents[:start]
        start += size
        found = decide(batch, earlier(batch, before, decided))
        decided = Decided(
            (*decided.relations, *found.relations), {**decided.fates, **found.fates}, {**decided.keys, **found.keys}
        )
    return decided


def earlier(batch: Sequence[Signed], before: Sequence[Signed], decided: Decided) -> Earlier:
    """What is asked of a warehouse: meet_keys, keys_shared, keys_crowded, known_articles and same_text."""
    fates = decided.fates
    holders: dict[int, set[str]] = {}
    for id, by_kind in decided.keys.items():
        for keys in by_kind.values():
            for key in keys:
                holders.setdefault(key, set()).add(id)
    shared: dict[tuple[str, KeyKind], Mapping[str, int]] = {}
    for new in batch:
        for kind, keys in new.keys.items():
            counts = Counter(other for key in set(keys) for other in holders.get(key, ()))
            ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[: max(MOST.values())]
            if ranked:
                shared[new.id, kind] = dict(ranked)
    met = {key for new in batch for keys in new.keys.values() for key in keys}
    known = {other for others in shared.values() for other in others}
    return Earlier(
        shared=shared,
        crowds={key: len(holders[key]) for key in met & holders.keys()},
        documents={
            old.id: Signed(
                old.id, (), old.text, old.text_hash, old.article, superseded=fates.get(old.id) == "superseded"
            )
            for old in before
            if old.id in known
        },
        hashes={
            old.text_hash: old.id for old in reversed(before) if fates.get(old.id, "document") not in ("exact", "near")
        },
    )
