"""Two shingle sets -> how similar they are, exactly: what an index entry only promised."""

from dataclasses import dataclass

import numpy as np

from tasks.duplicates.signatures import Hashes


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike a text and another one are, over their shingles (Broder 1997).

    jaccard: shared shingles by all shingles of the two, 0..1, his resemblance; 1 for the same text.
    within: shared shingles by those of the text, 0..1; 1 where it stands whole in the other. around: shared shingles by
    those of the other, 0..1; 1 where the other stands whole in the text. shared: how many both have.
    """

    jaccard: float
    within: float
    around: float
    shared: int

    @property
    def containment(self) -> float:
        """Shared shingles by those of the shorter text, 0..1; 1 where it stands whole in the longer one."""
        return max(self.within, self.around)


NOTHING = Similarity(0.0, 0.0, 0.0, 0)


def compare(text: Hashes, other: Hashes) -> Similarity:
    """Compare two sorted arrays of distinct shingle hashes; a text without shingles resembles nothing."""
    if not (text.size and other.size):
        return NOTHING
    smaller, larger = (text, other) if text.size <= other.size else (other, text)
    found = np.searchsorted(larger, smaller)
    shared = int(np.count_nonzero(larger[np.minimum(found, larger.size - 1)] == smaller))
    return Similarity(
        jaccard=shared / (text.size + other.size - shared),
        within=shared / text.size,
        around=shared / other.size,
        shared=shared,
    )
