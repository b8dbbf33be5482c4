"""The stories of tests/cases/seed_stories.json in, the sample seeds in other formats than text out, always the same.

    .venv/bin/python -m tests.make_seeds

writes them into seeds/. What there is in seeds/ beside them was written by hand and is left as it is.
"""

import binascii
import io
import json
import tarfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path

from tests.inbox import making, making_mail
from tests.inbox.making_mail import Part

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
CASES = Path(__file__).parent / "cases" / "seed_stories.json"

STYLE = b"p { color: black } nav { display: flex }"
MENU = "".join(
    f'<li><a href="/{each.lower()}">{each}</a></li>' for each in ("News", "Sport", "Harbour", "Letters", "Notices")
)
SCAN = (96, 136)  # pixels of the scanned page


@dataclass(frozen=True)
class Story:
    """A story as it is told, whatever it is wrapped in. date: ISO 8601, a day."""

    title: str
    author: str
    publisher: str
    date: str
    text: Sequence[str]

    @property
    def at(self) -> datetime:
        """Half past nine on its day."""
        return datetime.fromisoformat(self.date).replace(hour=9, minute=30, tzinfo=UTC)

    @property
    def stamp(self) -> str:
        return self.at.isoformat()

    @property
    def words(self) -> str:
        return "\n\n".join(self.text)

    @property
    def marked_up(self) -> str:
        return "".join(f"<p>{escape(each, quote=False)}</p>\n" for each in self.text)

    @property
    def address(self) -> str:
        words = "".join(each if each.isalnum() else " " for each in self.title.lower()).split()
        site = self.publisher.lower().replace("the ", "").replace(" ", "-")
        return f"https://{site}.example/{self.date.replace('-', '/')}/{'-'.join(words[:5])}"


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


def news_page(story: Story) -> str:
    """A page of a newspaper with all that stands around the story on one."""
    linked = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title,
        "datePublished": story.stamp, "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": story.publisher},
    }  # fmt: skip
    lead, *rest = story.marked_up.splitlines()
    body = "\n".join(rest)
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{story.title} | {story.publisher}</title>
<link rel="canonical" href="{story.address}"><meta property="og:title" content="{story.title}">
<meta property="og:site_name" content="{story.publisher}"><meta property="og:type" content="article">
<script type="application/ld+json">{json.dumps(linked)}</script>
<style>{STYLE.decode()}</style></head><body>
<div id="cookie-banner" role="dialog">
<p>We use cookies to improve your visit. By going on you accept our cookie policy.</p>
<button>Accept all</button> <button>Manage my choices</button></div>
<header><a href="/">{story.publisher}</a><nav><ul>{MENU}</ul></nav></header>
<main><article><h1>{story.title}</h1>
<p class="byline">By <a rel="author" href="/people">{story.author}</a></p>
<time datetime="{story.stamp}">{story.at:%d %B %Y, %H:%M}</time>
<div class="share"><span>Share this article</span><ul><li><a href="#f">Facebook</a></li><li><a href="#m">E-mail</a></li>
<li><a href="#c">Copy link</a></li></ul></div>
{lead}
<figure>
<img src="/pictures/0417.jpg" alt=""><figcaption>Flour and string: the shop at first light.</figcaption></figure>
{body}
</article>
<aside class="related"><h2>Related articles</h2><ul><li><a href="/1">Where to park for the parade</a></li>
<li><a href="/2">Council looks again at the bins</a></li>
<li><a href="/3">Ten walks for a wet Sunday</a></li></ul></aside>
<section class="newsletter"><h2>Sign up for our newsletter</h2>
<p>The harbour in your inbox every Friday.</p></section></main>
<footer><p>© 2026 {story.publisher}. All rights reserved.</p>
<a href="/terms">Terms of use</a> <a href="/privacy">Privacy</a>
</footer></body></html>
"""


def notice(story: Story) -> str:
    """A page of an office, in XHTML and with Dublin Core."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>{story.title}</title>
<meta name="DC.title" content="{story.title}" /><meta name="DC.publisher" content="{story.publisher}" />
<meta name="DC.date" content="{story.date}" /></head><body>
<div id="menu"><a href="/">Home</a> | <a href="/surveys">Surveys</a> | <a href="/data">Data</a></div>
<div id="content"><h1>{story.title}</h1>
{story.marked_up}</div>
<div id="footer"><p>Page 214. <a href="#menu">Back to top</a></p></div></body></html>
"""


def plain_page(story: Story) -> str:
    """A page with little around the story."""
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{story.title} - {story.publisher}</title>
<meta name="author" content="{story.author}"><meta property="article:published_time" content="{story.stamp}">
<meta property="og:site_name" content="{story.publisher}"></head><body>
<nav><ul>{MENU}</ul></nav><article><h1>{story.title}</h1>
{story.marked_up}</article><footer><a href="/about">About us</a> <a href="/contact">Contact</a></footer></body></html>
"""


def saved(story: Story) -> bytes:
    """A page as a browser saves it."""
    page = making_mail.text(plain_page(story), "html")
    page = Part({**page.headers, "Content-Location": story.address}, page.body)
    style = Part({"Content-Type": "text/css", "Content-Location": "cid:css@mhtml.blink"}, STYLE)
    return making_mail.mail(
        making_mail.several("related", page, style, type='"text/html"'), From="<Saved by Blink>",
        Snapshot_Content_Location=story.address, Subject=story.title, Date="Mon, 23 Nov 2026 05:00:00 +0000",
    )  # fmt: skip


def crawl(story: Story) -> bytes:
    """A page as a crawler fetched it, in the night after."""
    page = plain_page(story).encode()
    made = making_mail.record("response", story.address, "text/html; charset=utf-8", page, Server="invented")
    return made.replace(b"WARC-Date: 2019-11-07T09:00:00Z", b"WARC-Date: 2026-11-23T02:00:00Z")


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


def scanned() -> bytes:
    """A PDF whose one page is a picture: grey bars, as lines of print look from afar."""
    width, height = SCAN
    rows = [b"\x00" if 8 <= y < height - 8 and y % 6 < 3 else b"\xff" for y in range(height)]
    picture = b"".join(b"\xff" + row * (width // 8 - 2) + b"\xff" for row in rows)
    draws = b"q 595 0 0 842 0 0 cm /Im1 Do Q"
    return making.assembled([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /XObject << /Im1 6 0 R >> >> >>",
        b"<< /Producer (a scanner) /CreationDate (D:20261120093000Z) >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draws), draws),
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1"
        b" /Length %d >>\nstream\n%s\nendstream" % (width, height, len(picture), picture),
    ])  # fmt: skip


def encrypted(name: str, data: bytes, password: bytes = b"embargo") -> bytes:
    """A ZIP with the cipher that its first description has (APPNOTE 6.1), which `zipfile` reads and does not write."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def step(byte: int) -> None:
        keys[0] = _crc(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = _crc(keys[2], keys[1] >> 24)

    for byte in password:
        step(byte)
    hidden = bytearray()
    crc = binascii.crc32(data)
    for byte in bytes(11) + bytes([crc >> 24]) + data:
        mask = keys[2] | 2
        hidden.append(byte ^ ((mask * (mask ^ 1)) >> 8 & 0xFF))
        step(byte)
    return _single(name.encode(), bytes(hidden), crc, len(data))


def _crc(crc: int, byte: int) -> int:
    """One step of CRC-32, without the turning over at its beginning and end."""
    return zlib.crc32(bytes([byte]), crc ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


def _single(name: bytes, held: bytes, crc: int, size: int) -> bytes:
    """A ZIP of one stored file whose flag says that it is encrypted."""
    day = ((2026 - 1980) << 9) | (11 << 5) | 20
    numbers = [(20, 2), (1, 2), (0, 2), (0, 2), (day, 2), (crc, 4), (len(held), 4), (size, 4), (len(name), 2), (0, 2)]
    told = b"".join(number.to_bytes(width, "little") for number, width in numbers)
    local = b"PK\x03\x04" + told + name + held
    central = b"PK\x01\x02\x14\x00" + told + bytes(14) + name
    ends = [(0, 4), (1, 2), (1, 2), (len(central), 4), (len(local), 4), (0, 2)]
    return local + central + b"PK\x05\x06" + b"".join(number.to_bytes(width, "little") for number, width in ends)


if __name__ == "__main__":
    for name, data in seeds().items():
        (SEEDS / name).write_bytes(data)
