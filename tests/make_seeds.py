"""The stories of tests/cases/seed_stories.json in, the sample seeds in other formats than text out, always the same.

    .venv/bin/python -m tests.make_seeds

writes them into seeds/. What there is in seeds/ beside them was written by hand and is left as it is.
"""

import io
import json
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path

from tests.inbox import making, making_mail
from tests.seed_pages import Story, crawl, news_page, notice, saved
from tests.seed_refused import encrypted, scanned

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
CASES = Path(__file__).parent / "cases" / "seed_stories.json"


def stories() -> Mapping[str, Story]:
    """All of them by the format that they are told in."""
    return {key: Story(**told) for key, told in json.loads(CASES.read_text("utf-8")).items()}


def seeds() -> dict[str, bytes]:
    """Each file by its name: the same bytes each time, as far as the libraries that pack them stay the same."""
    told = stories()
    return {**_pages(told), **_documents(told), **_mails(told), **_records(told), **_packed(told), **_refused()}


def _pages(told: Mapping[str, Story]) -> dict[str, bytes]:
    return {
        "calder-gazette_2026-11-19_bakers-rise-for-the-cable-crew.html": news_page(told["html"]).encode(),
        "north-atlantic-seabed-survey_2026-11-20_two-listening-posts.xhtml": notice(told["xhtml"]).encode(),
        "meridian-register_2026-11-18_delta-noord-names-vos.mhtml": saved(told["mhtml"]),
        "tallgrass-dispatch_2026-11-22_crawl.warc": crawl(told["warc"]),
    }


def _documents(told: Mapping[str, Story]) -> dict[str, bytes]:
    pdf, docx, odt, rtf, book = (told[kind] for kind in ("pdf", "docx", "odt", "rtf", "epub"))
    half = book.text.index("While you are there")
    chapters = [_chapter(part) for part in (book.text[:half], book.text[half:])]
    return {
        "northern-harbour-authority_2026-11-17_what-the-harbour-costs.pdf": making.pdf(
            pdf.title, pdf.author, pdf.stamp, pdf.text, head="Northern Harbour Authority: papers for the board", size=18
        ),
        "lakes-vaccine-consortium_2026-11-18_night-clinics.docx": making.docx(
            docx.title, docx.author, docx.stamp, docx.text
        ),
        "hazel-bluff-tenants_2026-11-17_minutes.odt": making.odt(odt.title, odt.author, odt.stamp, odt.text),
        "tallgrass-dispatch_2026-11-20_old-ballots-of-bellhaven.rtf": making.rtf(
            rtf.title, rtf.author, rtf.stamp, rtf.text
        ),
        "calder-gazette_2026-11-21_tide-tables-for-worriers.epub": making.epub(
            book.title, book.author, book.date, chapters
        ),
    }


def _chapter(paragraphs: Sequence[str]) -> str:
    return f"<h1>{paragraphs[0]}</h1>" + "".join(f"<p>{escape(each, quote=False)}</p>" for each in paragraphs[1:])


def _mails(told: Mapping[str, Story]) -> dict[str, bytes]:
    story, report = told["eml"], told["eml attachment"]
    parts = making_mail.text(story.words + "\n"), making_mail.file(wire(report), "text/plain", "engines.txt")
    mail = making_mail.mail(making_mail.several("mixed", *parts), **_headers(story, "timetable@nordvik.example"))
    letters = [told["mbox 1"], told["mbox 2"]]
    return {
        "nordvik-ferries_2026-11-19_fewer-crossings.eml": mail,
        "st-oran-notices_2026-11-22_last-week.mbox": b"".join(map(_letter, letters)),
    }


def _headers(story: Story, address: str) -> dict[str, str]:
    date = format_datetime(story.at)
    return {"From": f"{story.author} <{address}>", "To": "desk@example.org", "Subject": story.title, "Date": date}


def _letter(story: Story) -> bytes:
    """A mail as it lies in a mailbox: its envelope above, an empty line below."""
    mail = making_mail.mail(making_mail.text(story.words + "\n"), **_headers(story, "notices@st-oran.example"))
    return f"From notices@st-oran.example {story.at:%a %b %d %H:%M:%S %Y}\n".encode() + mail.replace(b"\r", b"") + b"\n"


def _records(told: Mapping[str, Story]) -> dict[str, bytes]:
    article = told["json"]
    lines, commas, tabs, rows = (_two(told, kind) for kind in ("jsonl", "csv", "tsv", "parquet"))
    object_ = {
        "headline": article.title, "byline": f"By {article.author}", "published": article.stamp,
        "source": {"name": article.publisher}, "url": article.address, "body": list(article.text),
    }  # fmt: skip
    short = [
        {"title": each.title, "author": each.author, "date": each.date, "publisher": each.publisher, "text": each.words}
        for each in lines
    ]
    return {
        "meridian-register_2026-11-21_insurers-raise-the-price.json": (
            json.dumps(object_, ensure_ascii=False, indent=1) + "\n"
        ).encode(),
        "calder-gazette_2026-11-22_export.jsonl": making_mail.json_lines(short),
        "northern-wire_2026-11-18_export.csv": making_mail.table(
            [("headline", "byline", "date", "source", "url", "text"), *map(_row, commas)]
        ),
        "tallgrass-dispatch_2026-11-21_export.tsv": making_mail.table(
            [("title", "author", "published_at", "publication", "link", "content"), *map(_row, tabs)], "\t"
        ),
        "meridian-register_2026-11-21_export.parquet": making_mail.parquet(_question(rows)),
        "calder-gazette_2026-11-22_feed.rss": making_mail.rss(
            *map(_item, _two(told, "rss")), title="The Calder Gazette"
        ).replace(b"https://example.org/", b"https://calder-gazette.example/"),
        "icelandic-network-safety-office_2026-11-21_feed.atom": making_mail.atom(
            *map(_entry, _two(told, "atom")), title="Icelandic Network Safety Office"
        ),
    }


def _two(told: Mapping[str, Story], kind: str) -> list[Story]:
    return [told[f"{kind} {number}"] for number in (1, 2)]


def _row(story: Story) -> tuple[str, ...]:
    return story.title, story.author, story.stamp, story.publisher, story.address, story.words


def _question(rows: Iterable[Story]) -> str:
    values = ", ".join("(" + ", ".join("'" + each.replace("'", "''") + "'" for each in _row(row)) + ")" for row in rows)
    columns = "title, author, published, publisher, url, body"
    return f"SELECT * REPLACE (published::TIMESTAMPTZ AS published) FROM (VALUES {values}) AS stories({columns})"


def _item(story: Story) -> str:
    return (
        f"<title>{escape(story.title)}</title><link>{story.address}</link><dc:creator>{story.author}</dc:creator>"
        f"<pubDate>{format_datetime(story.at)}</pubDate><description>{escape(story.text[0])}</description>"
        f"<content:encoded><![CDATA[{story.marked_up}]]></content:encoded>"
    )


def _entry(story: Story) -> str:
    return (
        f'<title>{escape(story.title)}</title><link href="{story.address}"/>'
        f"<author><name>{story.author}</name></author>"
        f"<published>{story.stamp}</published><updated>{story.stamp}</updated>"
        f'<content type="html">{escape(story.marked_up)}</content>'
    )


def _packed(told: Mapping[str, Story]) -> dict[str, bytes]:
    pressed = {
        "northern-wire_2026-11-21_tarnbrook-turns-to-fish-feed.txt.gz": ("gz", "gzip"),
        "northern-wire_2026-11-22_beekeepers-to-watch-for-fever.txt.bz2": ("bz2", "bzip2"),
        "northern-wire_2026-11-22_grierfold-to-join-harbour-board.txt.xz": ("xz", "xz"),
        "northern-wire_2026-11-20_postcards-from-iceland.txt.zst": ("zst", "zstd"),
    }
    suitcase, queue = _two(told, "zip")
    radio, vials = _two(told, "tar")
    files = {
        "northern-wire_2026-11-21_radio-examination.txt": wire(radio),
        "northern-wire_2026-11-16_vials-to-lamps.txt": wire(vials),
    }
    return {
        **{name: making_mail.packed(wire(told[key]), kind) for name, (key, kind) in pressed.items()},
        "meridian-register_2026-11-22_weekend.zip": making.zipped(
            [("weekend/suitcase.md", front_matter(suitcase)), ("weekend/queue.md", front_matter(queue))]
        ),
        "northern-wire_2026-11-21_bundle.tar.gz": making_mail.packed(tape(files)),
        "northern-wire_2026-11-19_single.tar": tape({"northern-wire_2026-11-19_a-name.txt": wire(told["tape"])}),
    }


def wire(story: Story) -> bytes:
    """A story as plain text: its headline, byline and date in its first lines."""
    return f"{story.title}\n\nBy {story.author}\n\n{story.at:%A %d %B %Y}\n\n{story.words}\n".encode()


def front_matter(story: Story) -> bytes:
    head = f"title: {story.title}\nauthor: {story.author}\npublisher: {story.publisher}\ndate: {story.date}\n"
    return f"---\n{head}url: {story.address}\n---\n\n{story.words}\n".encode()


def tape(files: Mapping[str, bytes]) -> bytes:
    """A tar whose files are of one night."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.USTAR_FORMAT) as into:
        for name, data in files.items():
            header = tarfile.TarInfo(name)
            header.size, header.mtime = len(data), int(datetime(2026, 11, 22, tzinfo=UTC).timestamp())
            into.addfile(header, io.BytesIO(data))
    return made.getvalue()


def _refused() -> dict[str, bytes]:
    return {
        "calder-gazette_2026-11-20_page-three.pdf": scanned(),
        "calder-gazette_2026-11-20_under-embargo.zip": encrypted("winner.txt", b"Nobody is to know before Sunday.\n"),
    }


if __name__ == "__main__":
    for name, data in seeds().items():
        (SEEDS / name).write_bytes(data)
