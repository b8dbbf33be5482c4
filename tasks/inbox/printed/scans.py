"""A page that is a picture in, the text that tesseract reads on it out; nothing of it is written to disk."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from tasks.errors import Rejected

DOTS = 200  # an inch, of which a page has 72 points
MOST_PIXELS = 25_000_000  # a page of A3 at 200 dots has 7.7 million; a larger one is read coarser
MOST_BYTES = 1_000_000  # of text on one page: a newspaper's has 60,000
SECONDS = 120  # for one page
KILLED = -9  # how a program ends that wrote more than is read of it


def tesseract() -> str:
    """The path of the operator's tesseract; "" where there is none."""
    return shutil.which("tesseract") or ""


def read_scan(page: pdfium.PdfPage, program: str) -> str:
    """The text of one page, its paragraphs between blank lines. Raises Rejected where the program fails."""
    return "\n\n".join(_joined(_read(program, _picture(page))))


def _picture(page: pdfium.PdfPage) -> bytes:
    """The page in shades of grey, as PGM: the plainest of all formats, which needs no library."""
    width, height = page.get_size()
    scale = min(DOTS / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    rows = memoryview(bitmap.buffer).cast("B")
    data = b"".join(
        bytes(rows[at : at + bitmap.width]) for at in range(0, bitmap.height * bitmap.stride, bitmap.stride)
    )
    picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + data
    bitmap.close()
    return picture


def _read(program: str, picture: bytes) -> str:
    command = [program, "stdin", "stdout", "--dpi", str(DOTS)]
    with subprocess.Popen(  # noqa: S603 the operator's own program, and nothing of the file is among its arguments
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        stopped = threading.Event()
        timer = threading.Timer(SECONDS, _stop, (process, stopped))
        timer.start()
        try:
            output = _passed(process, picture)
        finally:
            timer.cancel()
            process.kill()
    if stopped.is_set():
        raise Rejected("decode", "tesseract took too long for a page")
    if process.returncode and not (process.returncode == KILLED and len(output) == MOST_BYTES):
        raise Rejected("decode", "tesseract could not read the scan")
    return output.decode("utf-8", "replace")


def _stop(process: subprocess.Popen[bytes], stopped: threading.Event) -> None:
    stopped.set()
    process.kill()


def _passed(process: subprocess.Popen[bytes], picture: bytes) -> bytes:
    """What the program writes; it has read all of the picture before it begins to."""
    if process.stdin is None or process.stdout is None:
        return b""
    with suppress(BrokenPipeError):  # it ended early: its exit status says why
        process.stdin.write(picture)
    with suppress(BrokenPipeError):
        process.stdin.close()
    output = process.stdout.read(MOST_BYTES)
    if len(output) < MOST_BYTES:
        process.wait(SECONDS)
    return output


def _joined(text: str) -> Iterator[str]:
    """Its paragraphs line by line: they are joined, and broken words mended, when the text is cleaned."""
    for block in text.replace("\x0c", "\n\n").split("\n\n"):
        if lines := [" ".join(line.split()) for line in block.splitlines() if line.strip()]:
            yield "\n".join(lines)
