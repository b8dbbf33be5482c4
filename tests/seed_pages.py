"""A story in, the page out that it would stand on: of a newspaper, of an office, as saved and as crawled."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from tests.inbox import making_mail
from tests.inbox.making_mail import Part

STYLE = b"p { color: black } nav { display: flex }"
MENU = "".join(
    f'<li><a href="/{each.lower()}">{each}</a></li>' for each in ("News", "Sport", "Harbour", "Letters", "Notices")
)


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
