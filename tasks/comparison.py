"""A batch of documents goes in; how they stand to each other and to all taken in before comes out, to be committed.

Joins the rooms: what recurs in the text, what the index of the warehouse knows, and the rules of duplicates.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from tasks.duplicates.articles import known_article, moment, natural
from tasks.duplicates.evidence import THRESHOLDS
from tasks.duplicates.parameters import PARAMETERS, Parameters
from tasks.duplicates.relate import MOST, Decided, Earlier, Signed, decide
from tasks.duplicates.repeated import Divided, repeated
from tasks.errors import IndexMismatch
from tasks.records import Document, KeyKind, Paragraph, Reckoning
from tasks.shards.reading import reckon
from tasks.text.counted import COUNTED, counted_text
from tasks.text.filenames import placed
from tasks.text.recurring import KINDS, RECURS, hashes, set_aside
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.facts import counted_texts, known_articles
from tasks.warehouse.recurrence import Occurrence, having, recurring_among, recurring_paragraphs
from tasks.warehouse.writes import Standing

ROUNDS = 3  # of deciding what recurs and what is a copy, each by the other


def index_parameters(warehouse: Warehouse) -> Parameters:
    """What the warehouse's index is made with; the defaults where there is none yet.

    Raises IndexMismatch where this program's keys are made in another way.
    """
    stored = dict(warehouse.rows("index_parameters"))
    if not stored:
        return PARAMETERS
    if stored.get("version") != PARAMETERS.version:
        raise IndexMismatch(
            f"The index of the warehouse was made by method {stored.get('version')}, this Broadsheet uses method "
            f"{PARAMETERS.version}: run `broadsheet reindex`, which makes it anew from the texts."
        )
    return Parameters.read(stored)


def compared(
    warehouse: Warehouse, documents: Sequence[Document], near_jaccard: float, parameters: Parameters
) -> tuple[Sequence[Document], Mapping[str, Reckoning], Standing]:
    """The documents without what recurs, the earlier ones to be reckoned anew for it, and how all stand to each other.

    What recurs is counted over documents that are no copies, and whether they are is decided without what recurs: so
    both are decided again until they agree.
    """
    decided = relate(warehouse, documents, near_jaccard, parameters)
    kept, earlier = documents, dict[str, Reckoning]()
    for _ in range(ROUNDS):
        copies = set(decided.fates)
        kept, earlier = without_recurring(warehouse, documents, copies, parameters)
        if list(kept) == list(documents):
            break
        decided = relate(warehouse, kept, near_jaccard, parameters)
        if set(decided.fates) == copies:
            break
    return kept, earlier, _standing(warehouse, kept, decided, parameters)


def relate(warehouse: Warehouse, documents: Sequence[Document], near_jaccard: float, parameters: Parameters) -> Decided:
    """How these documents stand to each other and to those of the warehouse."""
    if not documents:
        return Decided((), {}, {})
    new = [_signed(each) for each in documents]
    earlier = _earlier(warehouse, new)
    return decide(new, earlier, replace(THRESHOLDS, near=near_jaccard), parameters)


def _signed(document: Document) -> Signed:
    told, path = document.metadata, placed(document.source.label, document.source.member)
    article = known_article(path, told.url, told.title, told.publisher, told.published, told.modified)
    return Signed(
        id=document.id,
        order=_order(document),
        text=counted_text(document.text, document.paragraphs),
        text_hash=document.text_hash,
        article=article,
        keys={**document.keys, "article": tuple(article.keys)},
    )


def _order(document: Document) -> tuple[str, str]:
    """Its place in the batch: by the time it gives of itself, then by name."""
    told = document.metadata.modified or document.metadata.published or document.dated.isoformat()
    return moment(told), natural(placed(document.source.label, document.source.member))


def _earlier(warehouse: Warehouse, new: Sequence[Signed]) -> Earlier:
    """What the warehouse knows of documents like these."""
    warehouse.give("read_hashes", {"text_hash": "VARCHAR"}, [(each.text_hash,) for each in new])
    keys = [(each.id, kind, key) for each in new for kind, keys in each.keys.items() for key in keys]
    warehouse.give("fresh_keys", {"document": "VARCHAR", "kind": "VARCHAR", "key": "BIGINT"}, keys)
    warehouse.rows("meet_keys")
    shared: dict[tuple[str, KeyKind], dict[str, int]] = {}
    for document, kind, other, count in warehouse.rows("keys_shared", most=max(MOST.values())):
        shared.setdefault((document, kind), {})[other] = count
    return Earlier(
        shared=shared,
        crowds=dict(warehouse.rows("keys_crowded")),
        documents=_known(warehouse, sorted({other for others in shared.values() for other in others})),
        hashes=dict(warehouse.rows("same_text")),
    )


def _known(warehouse: Warehouse, identities: Sequence[str]) -> dict[str, Signed]:
    """Earlier documents by id, as the decision sees them."""
    texts = counted_texts(warehouse, identities)
    known = {}
    for id, text_hash, file, member, *particulars, outcome in known_articles(warehouse, identities):
        article = known_article(placed(file, member), *particulars)
        known[id] = Signed(id, (), texts[id], text_hash, article, superseded=outcome == "superseded")
    return known


def _standing(
    warehouse: Warehouse, documents: Sequence[Document], decided: Decided, parameters: Parameters
) -> Standing:
    """What was decided, with how much of each document that is kept was read before."""
    texts = [each for each in documents if decided.fates.get(each.id) != "exact"]
    texts.sort(key=lambda each: (_order(each), each.id))
    divided = [
        Divided(
            each.id,
            tuple(
                (key, paragraph.end - paragraph.start)
                for key, paragraph in zip(each.hashes, each.paragraphs, strict=True)
                if paragraph.kind in COUNTED
            ),
        )
        for each in texts
    ]
    asked = sorted({hash for each in divided for hash, _ in each.paragraphs})
    warehouse.give("read_paragraphs", {"hash": "BIGINT"}, [(hash,) for hash in asked])
    found = repeated(divided, dict(warehouse.rows("first_seen")))
    return Standing(
        relations=decided.relations,
        fates=decided.fates,
        keys=decided.keys,
        repeated={id: (each.share, each.other) for id, each in found.items()},
        first={(id, hash): first for id, each in found.items() for hash, first in each.first.items()},
        parameters=parameters.written(),
    )


# -- what recurs ------------------------------------------------------------------------------------------------------


def without_recurring(
    warehouse: Warehouse, documents: Sequence[Document], copies: Collection[str], parameters: Parameters
) -> tuple[list[Document], dict[str, Reckoning]]:
    """The documents with paragraphs that recur set aside, and the earlier ones that must be reckoned anew for that.

    copies: the ids of those that do not count, as they repeat others.
    """
    fresh = [
        Occurrence(each.id, each.metadata.publisher, key)
        for each in documents
        if each.metadata.publisher and each.id not in copies
        for key, paragraph in zip(each.hashes, each.paragraphs, strict=True)
        if paragraph.kind in KINDS
    ]
    recurring, crossing = recurring_paragraphs(warehouse, fresh, RECURS)
    met = [(each, hashes(each.text, each.paragraphs)) for each in having(warehouse, crossing)]
    among = recurring_among(warehouse, ((each.publisher, key) for each, keys in met for key in keys), RECURS)
    earlier = {
        each.id: _reckoned(
            each.text, set_aside(each.paragraphs, keys, among[each.publisher]), each.language, parameters
        )
        for each, keys in met
    }
    kept = [_without(each, recurring.get(each.metadata.publisher, frozenset()), parameters) for each in documents]
    return kept, earlier


def _reckoned(text: str, paragraphs: tuple[Paragraph, ...], language: str, parameters: Parameters) -> Reckoning:
    return reckon(paragraphs, counted_text(text, paragraphs), language, parameters)


def _without(document: Document, recurring: Collection[int], parameters: Parameters) -> Document:
    paragraphs = set_aside(document.paragraphs, document.hashes, recurring)
    if paragraphs == document.paragraphs:
        return document
    reckoning = _reckoned(document.text, paragraphs, document.language.code, parameters)
    return replace(
        document,
        paragraphs=paragraphs,
        words=reckoning.words,
        text_hash=reckoning.text_hash,
        keys=reckoning.keys,
    )
