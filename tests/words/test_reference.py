"""The shipped list: its form, its words, its size, and that it can be made again."""

import gzip
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from tasks.words.counts import fold
from tasks.words.reference import build, load, parse


def test_the_list_is_of_general_english() -> None:
    reference = load()
    assert reference.name == "General English"
    assert 1_000_000 < sum(reference.counts.values()) <= reference.total * 1.01
    assert len(reference.counts) > 20_000
    assert max(reference.counts, key=lambda term: reference.counts[term]) == "the"
    assert reference.counts["the"] / reference.total == pytest.approx(0.06, abs=0.015)
    assert {"government", "don't", "u.s.", "said", "water"} <= reference.counts.keys()


def test_its_terms_are_folded_as_those_of_a_text_are() -> None:
    for term in load().counts:
        assert term == "u.s." or fold(term) == term, term


def test_it_holds_words_and_numbers_only_and_says_whose_they_are() -> None:
    packed = files("tasks.words.reference").joinpath("english.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode().splitlines()
    assert len(packed) < 1_500_000
    assert packed[4:8] == b"\0\0\0\0"  # no time of making
    assert all(line.startswith("# ") or line.count("\t") == 1 for line in lines)
    assert any("CC BY-SA 4.0" in line for line in lines[:4])


def test_a_list_is_read() -> None:
    reference = parse("# name: Test\n# total: 10\nc#\t2\nship\t3\n")
    assert (dict(reference.counts), reference.total, reference.name) == ({"c#": 2, "ship": 3}, 10, "Test")


def test_no_source_dominates() -> None:
    sources = {"long": Counter({"ship": 9_000}), "short": Counter({"boat": 90, "oar": 10})}
    counts, total = build.average(sources)
    assert total == 9_100
    assert counts["ship"] / total == pytest.approx(9_000**0.5 / (9_000**0.5 + 10), abs=1e-4)
    assert counts["boat"] == pytest.approx(9 * counts["oar"], rel=0.02)


def test_the_sources_are_read_as_text() -> None:
    shared = Path(__file__).parents[2].parent / "shared"
    if not (shared / "ner").is_dir():
        pytest.skip("../shared/ner is not here")
    for name, read in build.SOURCES.items():
        first = next(read(shared))
        assert len(first.split()) > 5, name
        assert " n't" not in first, name
