"""Two shingle sets -> how similar they are, exactly: what an index entry only promised."""

from dataclasses import dataclass

import numpy as np

from tasks.duplicates.signatures import Hashes


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike two texts are, over their shingles (Broder 1997).

    jaccard: shared shingles by all shingles of the two, 0..1, his resemblance; 1 for the same text.
    containment: shared shingles by those of the smaller text, 0..1; 1 where it stands whole in the larger one.
    """

    jaccard: float
    containment: float


SAME = Similarity(1.0, 1.0)


def compare(a: Hashes, b: Hashes) -> Similarity:
    """Compare two sorted arrays of distinct shingle hashes; a text without shingles resembles nothing."""
    smaller, larger = (a, b) if a.size <= b.size else (b, a)
    if not smaller.size:
        return Similarity(0.0, 0.0)
    found = np.searchsorted(larger, smaller)
    shared = int(np.count_nonzero(larger[np.minimum(found, larger.size - 1)] == smaller))
    return Similarity(shared / (a.size + b.size - shared), shared / smaller.size)
