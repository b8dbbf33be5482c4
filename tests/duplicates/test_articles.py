"""By what an article is known again, by the table of names and addresses, and which of two versions is the older."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.duplicates.articles import Article, article_keys, base_name, is_older, is_other_day, natural
from tests.tables import marked

CASES = json.loads((Path(__file__).parents[1] / "cases" / "articles.json").read_text(encoding="utf-8"))


def _same(one: dict[str, str], other: dict[str, str]) -> set[str]:
    """Kinds of the keys that both have."""
    known = {"path": "", "url": "", "title": "", "publisher": ""}
    mine, others = article_keys(**{**known, **one}), article_keys(**{**known, **other})
    return {kind for key, kind in mine.items() if key in others}


# -- files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", [marked(case, "name") for case in CASES["versions"]])
def test_versions_of_a_file_have_its_base_name(case: dict[str, str]) -> None:
    assert base_name(case["name"]) == base_name(case["base"])
    assert _same({"path": case["name"]}, {"path": case["base"]}) == {"file"}


@pytest.mark.parametrize("case", [marked(case, "name") for case in CASES["unmarked"]])
def test_what_looks_like_a_mark_and_is_none_stays_in_the_name(case: dict[str, str]) -> None:
    assert Path(base_name(case["name"])) == Path(case["name"])


def test_a_file_is_one_with_its_version_in_the_same_folder_only() -> None:
    assert _same({"path": "a/storm.txt"}, {"path": "a/Storm_v2.TXT"}) == {"file"}
    assert _same({"path": "a/storm.txt"}, {"path": "b/storm_v2.txt"}) == set()
    assert _same({"path": "a/storm.txt"}, {"path": "a/storm_v2.docx"}) == set()
    assert _same({"path": "w47.zip/storm.txt"}, {"path": "w47.zip/storm_v2.txt"}) == {"file"}


@given(st.text(alphabet="av2r ._-()é", max_size=30))
def test_a_base_name_is_its_own_base_name(name: str) -> None:
    assert base_name(base_name(f"a/{name}")) == base_name(f"a/{name}")


# -- addresses, mails, titles -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("one", "other"), CASES["same address"])
def test_one_page_has_one_address(one: str, other: str) -> None:
    assert _same({"url": one}, {"url": other}) == {"address"}


@pytest.mark.parametrize(("one", "other"), CASES["other address"])
def test_two_pages_have_two(one: str, other: str) -> None:
    assert _same({"url": one}, {"url": other}) == set()


@pytest.mark.parametrize("url", CASES["no address"])
def test_a_home_page_and_what_is_no_address_make_no_key(url: str) -> None:
    assert article_keys("", url, "", "") == {}


def test_a_mail_is_known_by_its_id() -> None:
    assert _same({"url": "mid:a17@reach.example"}, {"url": "mid:a17@reach.example"}) == {"mail"}
    assert _same({"url": "mid:a17@reach.example"}, {"url": "mid:a18@reach.example"}) == set()


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("Lock stays shut", "Lock stays shut", {"title"}),
        ("Lock stays shut", "LOCK STAYS SHUT!", {"title"}),
        ("“Lock” stays shut", "Lock: stays shut", {"title"}),
        ("Lock stays shut", "Lock stays open", set()),
        ("Lock stays shut", "Lock stays shut again", set()),
        ("Lock stays shut till 3 May", "Lock stays shut till 4 May", set()),
        ("Weather", "Weather", set()),
        ("", "", set()),
        ("...", "...", set()),
    ],
)
def test_titles_of_one_publisher(one: str, other: str, kinds: set[str]) -> None:
    assert _same({"title": one, "publisher": "Courier"}, {"title": other, "publisher": "courier"}) == kinds


def test_a_title_is_known_with_its_publisher_only() -> None:
    assert _same({"title": "Lock stays shut", "publisher": "Courier"}, {"title": "Lock stays shut"}) == set()
    assert _same({"title": "Lock stays shut"}, {"title": "Lock stays shut"}) == set()
    herald = {"title": "Lock stays shut", "publisher": "Herald"}
    assert _same({"title": "Lock stays shut", "publisher": "Courier"}, herald) == set()


def test_the_parts_of_a_key_do_not_run_into_each_other() -> None:
    one = {"title": "of the river stays shut", "publisher": "Courier"}
    assert _same(one, {"title": "the river stays shut", "publisher": "Courier of"}) == set()


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_keys_fit_a_bigint(path: str, url: str, title: str, publisher: str) -> None:
    assert all(-(2**63) <= key < 2**63 for key in article_keys(path, url, title, publisher))


# -- which is older ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (Article(published="2031-02-03"), Article(published="2031-02-04")),
        (Article(published="2031-02"), Article(published="2031-03-01")),
        (Article(published="2031-02-09", modified="2031-02-03T08"), Article(modified="2031-02-03T09")),
        (Article(modified="2031-02-03"), Article(published="2031-02-01", modified="2031-02-05")),
        (Article(path="a/storm.txt"), Article(path="a/storm_v2.txt")),
        (Article(path="a/storm_v9.txt"), Article(path="a/storm_v10.txt")),
        (Article(path="a/storm.txt", published="2031-02-03"), Article(path="a/storm_v2.txt", published="2031-02-03")),
        (Article(path="a/storm.txt", published="2031-02-03"), Article(path="a/storm_v2.txt", published="2031-02")),
        (Article(path="a/storm_v2.txt", published="2031-02-03"), Article(path="a/storm.txt", published="2031-02-04")),
    ],
)  # fmt: skip
def test_the_older_of_two(older: Article, newer: Article) -> None:
    assert is_older(older, newer)
    assert not is_older(newer, older)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Article(), Article()),
        (Article(published="2031-02-03"), Article()),
        (Article(published="2031-02"), Article(published="2031-02-03")),
        (Article(path="a/storm.txt"), Article(path="a/storm.txt")),
        (Article(path="a/storm.txt"), Article(path="b/storm_v2.txt")),
        (Article(path="a/1.txt"), Article(path="a/2.txt")),
    ],
)
def test_where_nothing_tells_neither_is_older(one: Article, other: Article) -> None:
    assert not is_older(one, other)
    assert not is_older(other, one)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("2031-02-03", "2031-02-04", True),
        ("2031-02-03T23:59", "2031-02-04T00:01", True),
        ("2031-02-03T08:00", "2031-02-03", False),
        ("2031-02", "2031-03", False),
        ("2031-02-03", "2031", False),
        ("2031-02-03", "", False),
        ("", "", False),
    ],
)
def test_other_days(one: str, other: str, differ: bool) -> None:
    assert is_other_day(Article(published=one), Article(published=other)) is differ
    assert is_other_day(Article(published=other), Article(published=one)) is differ


# -- order ------------------------------------------------------------------------------------------------------------


def test_paths_sort_as_a_reader_sorts_them() -> None:
    paths = [
        "storm.txt",
        "a/storm.txt",
        "a/storm_v2.txt",
        "a/Storm_v9.txt",
        "a/storm_v10.txt",
        "b/1.txt",
        "b/02.txt",
        "b/10.txt",
        "b/10a.txt",
    ]
    shuffled = random.Random(7).sample(paths, len(paths))
    assert sorted(shuffled, key=natural) == paths
