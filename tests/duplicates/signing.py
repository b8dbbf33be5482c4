"""A side of a case of `tests/cases/duplicates.json` in, the document as the decision sees it out; and a warehouse's part.

A side is a text, or an object with text, title, publisher, url, published, modified, path and mail.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tasks.duplicates.articles import Article, article_keys
from tasks.duplicates.relate import MOST, Decided, Earlier, Signed, decide
from tasks.duplicates.signatures import sign
from tasks.records import KeyKind, Keys, Outcome, Relation

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "cases" / "duplicates.json").read_text(encoding="utf-8")
)
Side = str | Mapping[str, str]


def signed(id: str, side: Side, place: int = 0) -> Signed:
    """The document under this id; place: in the order in which documents came."""
    told = {"text": side} if isinstance(side, str) else side
    path, title, publisher = (told.get(name, "") for name in ("path", "title", "publisher"))
    url = f"mid:{told['mail'].strip('<>')}" if "mail" in told else told.get("url", "")
    articles = article_keys(path, url, title, publisher)
    article = Article(path, title, publisher, told.get("published", ""), told.get("modified", ""), articles)
    signature = sign(told["text"])
    keys: Keys = {**signature.keys, "article": tuple(articles)}
    return Signed(id, (f"{place:04}",), told["text"], signature.text_hash, article, keys)


def in_batches(documents: Sequence[Signed], sizes: Sequence[int]) -> Decided:
    """Decide batch after batch, each with what a warehouse answers of the earlier ones; the last takes what is left."""
    relations: list[Relation] = []
    fates: dict[str, Outcome] = {}
    keys: dict[str, Keys] = {}
    start = 0
    for size in [*sizes, len(documents)]:
        batch, before = documents[start : start + size], documents[:start]
        start += size
        found = decide(batch, _earlier(batch, before, fates, keys))
        relations += found.relations
        fates |= found.fates
        keys |= found.keys
    return Decided(tuple(relations), fates, keys)


def _earlier(
    batch: Sequence[Signed], before: Sequence[Signed], fates: Mapping[str, Outcome], kept: Mapping[str, Keys]
) -> Earlier:
    """As the questions meet_keys, keys_shared, keys_crowded, known_articles and same_text answer."""
    holders: dict[int, set[str]] = {}
    for id, by_kind in kept.items():
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
