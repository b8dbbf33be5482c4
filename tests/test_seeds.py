"""The sample seeds in -> whether they are what docs/seeds.md promises, down to the bytes."""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from tasks import inbox
from tasks.errors import Rejected
from tasks.inbox.decoders import DECODERS
from tasks.inbox.formats import format_of
from tasks.records import Blob, Extracted, Metadata
from tasks.text.metadata import describe
from tasks.text.normalise import normalise
from tests import make_seeds

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
PAGE = ROOT / "docs" / "seeds.md"
FILES = sorted(path for path in SEEDS.rglob("*") if path.is_file())

BROKEN = "northern-wire_2026-11-18_picture-desk-thora-lind.txt"
LATIN = "northern-wire_2026-10-30_malaria-vaccine-trial-to-go-on.txt"
MOJIBAKE = "northern-wire_2026-11-13_malaria-vaccine-cuts-cases-by-71-per-cent.txt"
CRAWLED = "calder-gazette_2026-11-08_rovers-reach-shield-final.txt"
WRAPPED = "northern-wire_2026-10-17_search-for-isbjorg-widens.txt"
WIRE = "northern-wire_2026-11-17_subsea-cables-cut-iceland-and-faroes.txt"
MASTHEAD = "calder-gazette_2026-11-17_calderness-cables-to-iceland-fail.txt"
ORIGINAL = "meridian-register_2026-11-18_cable-break-halts-card-payments.md"
REVISION = "meridian-register_2026-11-18_cable-break-halts-card-payments_v2.md"
COPIED = "northern-wire_2026-11-19_seabed-slide-blamed-for-cable-break.txt"
COPY = "northern-wire_2026-11-19_seabed-slide-blamed-for-cable-break_copy.txt"
FRENCH = "northern-wire_2026-11-19_cables-rompus-les-feroe-isolees.txt"
GERMAN = "northern-wire_2026-11-20_kabelbruch-im-nordatlantik.txt"

TEXTS = [path for path in FILES if path.suffix in (".txt", ".md")]
READABLE = [path for path in TEXTS if path.name != BROKEN]
MARKDOWN = [path for path in FILES if path.suffix == ".md"]
REFUSED = ["calder-gazette_2026-11-20_page-three.pdf", "calder-gazette_2026-11-20_under-embargo.zip"]
OTHERS = [path for path in FILES if path not in TEXTS and path.name not in REFUSED]
# What these hold is always the same; how it is pressed is for the versions of the libraries that do it.
PRESSED = {".gz", ".xz", ".zst", ".zip", ".docx", ".odt", ".epub", ".parquet"}
BULLETINS = [path for path in FILES if path.name.endswith("_daily-river-report.txt")]
NAME = re.compile(r"(?:[a-z-]+_|tallgrass-dispatch/)(\d{4}-\d\d-\d\d)_[a-z0-9-]+(?:_v2|_copy)?(?:\.[a-z0-9]+){1,2}")
ADDRESS = re.compile(r"(?:https?://|www\.|\S@)([\w.-]*\w)|\b([\w-]+\.(?:com|org|net|int|info|uk|de|fr|no))\b")
OURS = re.compile(r"(?:.*\.)?(?:example\.(?:org|com)|[\w-]+\.(?:invalid|example))")


def name(path: Path) -> str:
    return path.relative_to(SEEDS).as_posix()


def dated(path: Path) -> date:
    found = NAME.fullmatch(name(path))
    assert found is not None, f"{name(path)}: not <publisher>_<date>_<slug>"
    return date.fromisoformat(found[1])


def text(path: Path) -> str:
    return path.read_bytes().decode("cp1252" if path.name == LATIN else "utf-8")


def body(path: Path) -> str:
    return text(path).split("\n---\n", 1)[1] if path.suffix == ".md" else text(path)


def words(path: Path) -> list[str]:
    return re.findall(r"[\w']+", body(path).replace("’", "'"))


def sequences(path: Path, length: int) -> set[tuple[str, ...]]:
    return sequences_in(body(path), length)


def sequences_in(told: str, length: int) -> set[tuple[str, ...]]:
    found = [word.lower() for word in re.findall(r"[\w']+", told.replace("’", "'"))]
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}


@cache
def held(path: Path) -> tuple[tuple[str, str, Metadata, Extracted], ...]:
    """What is read from a file: for each document where it lies, its clean text, its metadata and how it was found."""
    found = []
    for each in inbox.read(path.name, path.read_bytes()):
        clean = normalise(each.text)
        place = f"{path.name}/{each.name}" if each.name else path.name
        found.append((place, clean.text, describe(clean, each, place, ["{publisher}_{date}_{slug}"])[0], each))
    return tuple(found)


def table() -> list[tuple[str, ...]]:
    """The page's rows of what each file of another format holds: place, decoder, title, author, date."""
    rows = [line.strip("| ").split("|") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    return [tuple(each.strip(" `") for each in row) for row in rows if len(row) == 5]


def week(path: Path) -> int:
    return dated(path).isocalendar().week


def test_seven_weeks_are_there_and_the_last_is_the_fullest() -> None:
    assert {dated(path).isocalendar().year for path in FILES} == {2026}
    assert Counter(week(path) for path in FILES) == {41: 5, 42: 5, 43: 6, 44: 7, 45: 6, 46: 5, 47: 44}
    assert max(dated(path) for path in FILES) == date(2026, 11, 22)


def test_the_page_tells_the_same_numbers() -> None:
    counts = Counter(week(path) for path in FILES)
    assert f"| files | {' | '.join(str(counts[each]) for each in sorted(counts))} |" in PAGE.read_text("utf-8")
    assert f"holds {len(FILES)} small files" in PAGE.read_text("utf-8")


def test_the_page_names_every_special_file_and_none_that_is_missing() -> None:
    named = set(re.findall(r"`([\w/-]+\.(?:txt|md))`", PAGE.read_text("utf-8"))) - {"tests/test_seeds.py"}
    assert named <= {name(path) for path in FILES}
    special = {BROKEN, LATIN, MOJIBAKE, CRAWLED, WRAPPED, WIRE, MASTHEAD, REVISION, COPY, FRENCH, GERMAN}
    assert special | {path.name for path in BULLETINS} <= named


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_no_text_is_over_8_kilobytes(path: Path) -> None:
    assert 0 < path.stat().st_size <= 8 * 1024


@pytest.mark.parametrize("path", READABLE, ids=name)
def test_a_story_has_the_length_of_a_wire_story(path: Path) -> None:
    assert 120 <= len(words(path)) <= 350


@pytest.mark.parametrize("path", READABLE, ids=name)
def test_addresses_lead_nowhere(path: Path) -> None:
    hosts = {host or bare for host, bare in ADDRESS.findall(text(path))}
    assert [host for host in hosts if not OURS.fullmatch(host)] == []


@pytest.mark.parametrize("path", READABLE, ids=name)
def test_text_has_no_stray_characters(path: Path) -> None:
    stray = {each for each in text(path) if each < " " or each == "\ufffd" or "\x7f" <= each <= "\x9f"}
    assert stray - {"\n"} == ({"\x9d"} if path.name == MOJIBAKE else set())


@pytest.mark.parametrize("path", MARKDOWN, ids=name)
def test_front_matter_agrees_with_the_file_name(path: Path) -> None:
    front = yaml.safe_load(text(path).split("\n---\n", 1)[0].removeprefix("---\n"))
    assert {"title", "author", "publisher", "date", "url"} <= set(front)
    assert front["date"] == dated(path)
    assert front["publisher"].lower().replace(" ", "-") in name(path)


def test_the_bulletin_is_one_form_with_other_figures() -> None:
    assert len(BULLETINS) == 5
    assert min(len(words(path)) for path in BULLETINS) >= 60
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|October|November"
    forms = {re.sub(rf"[\d.,]*\d|{days}|\bup\b|\bdown\b|\brise\b|\bfall\b", "#", text(path)) for path in BULLETINS}
    assert len(forms) == 1
    assert len({tuple(re.findall(r"\d[\d.,]*", text(path))) for path in BULLETINS}) == 5
    assert all(f"{dated(path):%A, %B} {dated(path).day}, 2026" in text(path) for path in BULLETINS)


def test_the_revision_corrects_one_figure() -> None:
    original, revision = body(SEEDS / ORIGINAL), body(SEEDS / REVISION)
    assert original.count("38,000") == 1
    corrected = original.replace("38,000", "83,000")
    assert revision.startswith(corrected)
    assert revision.removeprefix(corrected).strip().startswith("*Correction")


def test_the_other_masthead_changes_the_first_line_and_keeps_the_story() -> None:
    wire, masthead = SEEDS / WIRE, SEEDS / MASTHEAD
    assert text(wire).splitlines()[0] != text(masthead).splitlines()[0]
    assert "Share this article" in text(masthead)
    assert "Share this article" not in text(wire)
    ours, theirs = sequences(wire, 5), sequences(masthead, 5)
    assert 0.8 <= len(ours & theirs) / len(ours | theirs) < 1


def test_no_other_two_stories_share_their_sentences() -> None:
    alike = [{WIRE, MASTHEAD}, {ORIGINAL, REVISION}, {COPIED, COPY}]
    found = {path.name: sequences(path, 5) for path in READABLE if path not in BULLETINS}
    found |= {place: sequences_in(told, 5) for path in OTHERS for place, told, *_ in held(path)}
    near = [
        {one, other}
        for one in found
        for other in found
        if one < other and len(found[one] & found[other]) > 0.05 * len(found[one] | found[other])
    ]
    assert sorted(map(sorted, near)) == sorted(map(sorted, alike))


def test_the_copy_is_exact() -> None:
    assert (SEEDS / COPY).read_bytes() == (SEEDS / COPIED).read_bytes()


def test_the_mojibake_is_utf_8_read_as_cp1252_in_several_kinds() -> None:
    damaged = text(SEEDS / MOJIBAKE)
    kinds = ["â€™", "â€œ", "â€\x9d", "â€“", "â€¦", "â‚¬", "Ã©", "Ã«", "Ã¼", "Ã¯", "Â£", "Â°"]
    assert [kind for kind in kinds if kind not in damaged] == []
    bytes_ = b"".join(b"\x9d" if each == "\x9d" else each.encode("cp1252") for each in damaged)
    assert {"’", "“", "”", "–", "…", "€", "é", "ë", "ü", "ï", "£", "°"} == {
        each for each in bytes_.decode("utf-8") if each > "~"
    }


def test_the_mojibake_is_in_one_file_only() -> None:
    assert [path.name for path in READABLE if re.search("â€|Ã[\x80-¿]|Â[\x80-¿]", text(path))] == [MOJIBAKE]


def test_one_text_is_cp1252_and_all_others_but_the_broken_one_utf_8() -> None:
    not_utf_8 = set()
    for path in TEXTS:
        try:
            path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            not_utf_8.add(path.name)
    assert not_utf_8 == {LATIN, BROKEN}
    raw = (SEEDS / LATIN).read_bytes()
    assert [mark for mark in (b"\x92", b"\x93", b"\x94", b"\x96", b"\xa3", b"\x80", b"\xe9") if mark not in raw] == []


def test_the_crawled_page_has_quotes_for_dashes_and_doubled_captions() -> None:
    page = text(SEEDS / CRAWLED)
    assert not set("–—“”") & set(page)
    assert len(re.findall(r'\w " \w', page)) >= 5
    captions = re.findall(r"^(.+) alt=(.+)$", page, flags=re.MULTILINE)
    assert len(captions) == 2
    assert all(caption == again for caption, again in captions)
    assert len(re.findall("^.*copyright", page, flags=re.MULTILINE | re.IGNORECASE)) == 2


def test_one_file_is_wrapped_at_72_columns() -> None:
    def widest(path: Path) -> int:
        return max(len(line) for line in text(path).splitlines())

    assert 66 <= widest(SEEDS / WRAPPED) <= 72
    assert [path.name for path in READABLE if widest(path) <= 100] == [WRAPPED]


def test_one_file_is_french_and_one_german() -> None:
    french, german = Counter(words(SEEDS / FRENCH)), Counter(words(SEEDS / GERMAN))
    assert min(french[word] for word in ("les", "de", "la")) >= 4
    assert min(german[word] for word in ("die", "und", "in")) >= 3
    assert not french["the"] + german["the"]


def test_the_broken_file_is_small_and_plainly_not_text() -> None:
    raw = (SEEDS / BROKEN).read_bytes()
    assert len(raw) < 2048
    assert raw.count(0) > len(raw) / 20
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")


@pytest.mark.parametrize(
    ("word", "weeks"),
    [
        pytest.param("cables", {47}, id="a story that breaks in the last week"),
        pytest.param("Isbjørg", {42, 43, 45, 46}, id="a story that is gone in the last week"),
        pytest.param("Kestrel", {41, 42, 44, 46, 47}, id="a story that goes on"),
        pytest.param("Bellhaven", {42, 45, 46, 47}, id="a story that comes late"),
    ],
)
def test_stories_rise_and_vanish(word: str, weeks: set[int]) -> None:
    others = {week(path) for path in OTHERS for _, told, *_ in held(path) if word in re.findall(r"\w+", told)}
    assert {week(path) for path in READABLE if word in words(path)} | others == weeks


def test_nothing_is_taken_from_the_real_article(shared: Path) -> None:
    real = re.findall(r"[\w']+", next((shared / "seeds").iterdir()).read_text("utf-8").lower().replace("’", "'"))
    theirs = {tuple(real[at : at + 8]) for at in range(len(real) - 7)}
    assert [name(path) for path in READABLE if sequences(path, 8) & theirs] == []
    assert [place for path in OTHERS for place, told, *_ in held(path) if sequences_in(told, 8) & theirs] == []


def test_the_makers_give_the_very_files_that_lie_there() -> None:
    made = make_seeds.seeds()
    assert sorted(made) == sorted([path.name for path in OTHERS] + REFUSED)
    for file, data in made.items():
        lies = (SEEDS / file).read_bytes()
        if Path(file).suffix in PRESSED and file not in REFUSED:
            assert list(inbox.contents(file, data)) == list(inbox.contents(file, lies)), file
        else:
            assert data == lies, file
    assert made == make_seeds.seeds()


def test_they_are_small() -> None:
    assert sum(path.stat().st_size for path in OTHERS) < 150_000


def test_each_is_read_with_the_title_the_author_and_the_date_that_the_page_names() -> None:
    found = [
        (place, each.format, said.title, ", ".join(said.byline), said.published[:10])
        for path in OTHERS
        for place, _, said, each in held(path)
    ]
    assert sorted(found) == sorted(table())
    assert {date.fromisoformat(row[-1]).isocalendar().week for row in found} == {47}


def test_they_say_their_dates_themselves() -> None:
    origins = {place: said.origins for path in OTHERS for place, _, said, _ in held(path)}
    assert [place for place, origin in origins.items() if origin["published"] == "file name"] == []
    assert [place for place, origin in origins.items() if origin["title"] == "file name"] == []


@pytest.mark.parametrize("path", OTHERS, ids=name)
def test_what_is_read_from_them_is_clean(path: Path) -> None:
    for place, told, _, each in held(path):
        assert 120 <= len(re.findall(r"[\w']+", told.replace("’", "'"))) <= 300, place
        assert (
            re.search(r"cookie|share this|related articles|newsletter|papers for the board|[<>\ufffd]", told, re.I)
            is None
        )
        assert not each.undecoded
        assert ADDRESS.findall(told) == []


def test_what_is_read_is_the_story_to_the_word() -> None:
    found = " ".join(re.sub(r"\s+", " ", told) for path in OTHERS for _, told, *_ in held(path))
    told = [paragraph for story in make_seeds.stories().values() for paragraph in story.text]
    assert [paragraph for paragraph in told if paragraph not in found] == []


def test_every_decoder_meets_a_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    met = set()

    def noted(blob: Blob) -> str:
        met.add(kind := format_of(blob))
        return kind

    monkeypatch.setattr(inbox, "format_of", noted)
    for path in [*OTHERS, *READABLE]:
        inbox.read(path.name, path.read_bytes())
    assert met == set(DECODERS)


def test_the_attached_report_names_its_mail() -> None:
    [(_, _, _, mail), (_, _, _, report)] = held(SEEDS / "nordvik-ferries_2026-11-19_fewer-crossings.eml")
    assert (mail.parent, report.parent) == (None, mail.name)


@pytest.mark.parametrize(("file", "reason"), [(REFUSED[0], "without a text layer"), (REFUSED[1], "encrypted")])
def test_two_are_refused_with_a_reason(file: str, reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        inbox.read(file, (SEEDS / file).read_bytes())
    assert f"`{file}`" in PAGE.read_text("utf-8")
