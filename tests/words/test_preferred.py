"""Which phrases stand for their parts: the words and the shorter phrases that are left out beside them."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.words.collocations import STANDS_FOR, preferred


def _preferred(words: dict[str, int], found: dict[str, int], **heads: str) -> tuple[list[str], list[str]]:
    frames = [pd.DataFrame({"term": [*rows], "count": np.array([*rows.values()], dtype=np.int64)})
              for rows in (words, found)]  # fmt: skip
    kept_words, kept_phrases = preferred(frames[0], frames[1], heads)
    return kept_words["term"].tolist(), kept_phrases["term"].tolist()


@pytest.mark.parametrize(
    ("words", "found", "heads", "kept"),
    [
        ({"trade": 20, "deal": 22}, {"trade deal": 18}, {}, ([], ["trade deal"])),
        ({"trade": 20, "deal": 90}, {"trade deal": 18}, {}, (["deal"], ["trade deal"])),
        ({"deal": 36}, {"trade deal": 18}, {}, ([], ["trade deal"])),  # half of them is enough
        ({"deal": 37}, {"trade deal": 18}, {}, (["deal"], ["trade deal"])),
        ({"deal": 60}, {"trade deal": 18, "arms deal": 15}, {}, ([], ["trade deal", "arms deal"])),
        ({"storm": 5}, {"trade deal": 18}, {}, (["storm"], ["trade deal"])),
        ({"ship": 20}, {"ships council": 18}, {"ships": "ship"}, ([], ["ships council"])),
        ({"driver": 20}, {"driver's license": 18}, {}, ([], ["driver's license"])),
        ({}, {}, {}, ([], [])),
        # The longer one stands for the shorter where it has half of its uses, and is left beside it where it has not.
        ({}, {"harbour tunnel": 20, "new harbour tunnel": 10}, {}, ([], ["new harbour tunnel"])),
        ({}, {"harbour tunnel": 20, "new harbour tunnel": 9}, {}, ([], ["harbour tunnel", "new harbour tunnel"])),
        # Of phrases within each other the uses count once: 20 of 50, not 29.
        ({"harbour": 50}, {"harbour tunnel": 20, "new harbour tunnel": 9}, {},
         (["harbour"], ["harbour tunnel", "new harbour tunnel"])),
        ({"harbour": 39}, {"harbour tunnel": 20, "new harbour tunnel": 9}, {},
         ([], ["harbour tunnel", "new harbour tunnel"])),
        # A word twice in a phrase is a use of it, not two.
        ({"boat": 30}, {"boat by boat": 10}, {}, (["boat"], ["boat by boat"])),
        # Parts are whole words: "art" is not within "cart horse".
        ({"art": 5, "horse cart": 5}, {"cart horse": 9}, {}, (["art", "horse cart"], ["cart horse"])),
        # Nor is what is not side by side.
        ({}, {"new tunnel": 5, "new harbour tunnel": 9}, {}, ([], ["new tunnel", "new harbour tunnel"])),
    ],
)  # fmt: skip
def test_a_phrase_is_preferred_to_its_parts(
    words: dict[str, int], found: dict[str, int], heads: dict[str, str], kept: tuple[list[str], list[str]]
) -> None:
    assert STANDS_FOR == 0.5
    assert _preferred(words, found, **heads) == kept


@given(
    st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(1, 30)),
    st.dictionaries(st.sampled_from(["a b", "b c", "a b c", "c a", "c a b"]), st.integers(1, 30)),
    st.randoms(use_true_random=False),
)
def test_the_order_of_rows_does_not_matter(words: dict[str, int], found: dict[str, int], random: Any) -> None:
    def shuffled(rows: dict[str, int]) -> dict[str, int]:
        return dict(random.sample(sorted(rows.items()), len(rows)))

    kept = _preferred(words, found)
    again = _preferred(shuffled(words), shuffled(found))
    assert [sorted(each) for each in again] == [sorted(each) for each in kept]
    assert not found or kept[1], "there is always a longest one"
