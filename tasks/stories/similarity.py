"""Profiles in, the pairs of them that share much with their cosines out: all pairs, by an inverted index."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasks.stories.linking import Whole
from tasks.stories.weights import UNIT, Profile

BLOCK = 4_000_000  # cells, and products, that are held at once: about 200 MB
_SHARED = 1 << 12  # features that two profiles can share, less one; with the sum of products still exact in a float64


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of documents by their places, first < second, sorted. product: cosine in units of UNIT squared."""

    first: Whole
    second: Whole
    product: Whole
    shared: Whole


def cosine(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Give the cosine of two vectors of unit length, as `weights.quantised` makes them, 0..1."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * many.get(feature, 0) for feature, weight in few.items()) / UNIT**2


def similar(profiles: Sequence[Profile], floor: float, shared: int = 1) -> Pairs:
    """Find the pairs with a cosine of at least `floor` that share at least so many features.

    All products are whole numbers below 2^53, so the sums are the same in whatever order they are made. The time grows
    with the sum of the squared numbers of documents that have a feature. Raises ValueError for more than 4,095 features
    in a profile.
    """
    if any(len(each.weights) >= _SHARED for each in profiles):
        raise ValueError(f"a profile has more than {_SHARED - 1} features: keep the strongest only")
    size, least = len(profiles), int(np.ceil(floor * UNIT**2))
    found = [np.empty((4, 0), dtype=np.int64)]
    for begin, sums in _blocks(_Index(profiles), size):
        cells = np.flatnonzero(sums)
        product, both = np.divmod(sums[cells].astype(np.int64), _SHARED)
        kept = (product >= max(least, 1)) & (both >= shared)
        row, column = np.divmod(cells[kept], size)
        found.append(np.stack((row + begin, column, product[kept], both[kept])))
    return Pairs(*np.concatenate(found, axis=1))


class _Index:
    """Postings: document and weight, feature by feature, in each the documents in their order."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        names = sorted({feature for each in profiles for feature in each.weights})
        number = {name: place for place, name in enumerate(names)}
        lengths = [len(each.weights) for each in profiles]
        document = np.repeat(np.arange(len(profiles), dtype=np.int64), lengths)
        feature = np.fromiter((number[name] for each in profiles for name in each.weights), np.int64, len(document))
        weight = np.fromiter((value for each in profiles for value in each.weights.values()), np.int64, len(document))
        order = np.argsort(feature, kind="stable")
        self.document, self.weight = document[order], weight[order]
        ends = np.cumsum(np.bincount(feature, minlength=len(names)))
        place = np.empty_like(order)
        place[order] = np.arange(len(order))
        # By document: where its postings stand, and where those of the same feature end.
        self.place, self.end = place, ends[feature] if len(feature) else feature
        self.start = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)


def _blocks(index: _Index, size: int) -> Iterator[tuple[int, NDArray[np.float64]]]:
    """Give, for some documents at a time, the first one's place and their products with all, row by row.

    A cell is the sum of the products times 4,096, and the number of features in both.
    """
    later = index.end - index.place - 1
    work = np.concatenate(([0], np.cumsum(later)))[index.start]
    begin = 0
    while begin < size:
        end = int(np.searchsorted(work, work[begin] + BLOCK, side="right")) - 1
        end = min(max(end, begin + 1), begin + max(1, BLOCK // size), size)
        entries = slice(int(index.start[begin]), int(index.start[end]))
        lengths = later[entries]
        ahead = np.arange(int(lengths.sum()), dtype=np.int64)
        ahead += np.repeat(index.place[entries] + 1 - (np.cumsum(lengths) - lengths), lengths)
        rows = np.repeat(np.arange(end - begin, dtype=np.int64), np.diff(index.start[begin : end + 1]))
        cells = np.repeat(rows * size, lengths) + index.document[ahead]
        products = np.repeat(index.weight[index.place[entries]], lengths) * index.weight[ahead]
        sums = np.bincount(cells, weights=products * float(_SHARED) + 1.0, minlength=(end - begin) * size)
        yield begin, np.asarray(sums, dtype=np.float64)
        begin = end
