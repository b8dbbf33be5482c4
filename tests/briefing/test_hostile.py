"""Whatever a document's text holds, it is printed as the text it is: nothing is loaded, nothing runs."""

import io
import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pypdf
import pytest

from tasks.briefing.plain import printable
from tasks.briefing.render import Rendered, render

from .issues import HOSTILE, hostile


class _Canary(HTTPServer):
    """A server on this machine that counts who calls."""

    hits = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Count(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, _Canary)
        self.server.hits += 1
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def canary() -> Iterator[_Canary]:
    server = _Canary(("127.0.0.1", 0), _Count)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def issue(canary: _Canary) -> Rendered:
    return render(hostile(canary.address))


def test_nothing_is_asked_for(canary: _Canary, issue: Rendered) -> None:
    assert canary.address in issue.html, "the address was there to be asked for"
    assert canary.hits == 0
    urllib.request.urlopen(canary.address).close()
    assert canary.hits == 1, "the canary does count"


def _letters(text: str) -> str:
    """Text without what a line break adds or takes."""
    return "".join(text.split()).replace("\u200b", "").replace("\u00ad", "").replace("‐", "").replace("-", "")


@pytest.mark.parametrize("attempt", HOSTILE, ids=range(len(HOSTILE)))
def test_it_is_printed_as_the_text_it_is(attempt: str, canary: _Canary, issue: Rendered) -> None:
    reader = pypdf.PdfReader(io.BytesIO(issue.pdf))
    shown = _letters(printable(attempt.replace("ADDRESS", canary.address)))
    printed = _letters("".join(page.extract_text() for page in reader.pages))
    # as a title, a byline, a publisher, a word, a name and a reason, and most of them again elsewhere
    assert printed.count(shown) >= 6


def test_nothing_is_attached_and_no_secret_is_read(canary: _Canary, issue: Rendered) -> None:
    reader = pypdf.PdfReader(io.BytesIO(issue.pdf))
    assert not reader.attachments
    assert "root:" not in "".join(page.extract_text() for page in reader.pages)
    assert reader.metadata is not None
    assert "taken" not in str(reader.metadata.title)
    shown = issue.html.replace(canary.address, "")  # its port may be any number
    assert "49" not in "".join(shown.split("<main>")[1].split("Broadsheet 0.1.0")[0].split("{{7*7}}")[:1])
