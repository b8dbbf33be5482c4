"""How fast texts are normalised: `python tests/benchmarks/normalise.py [DIRECTORY...]`.

Beside it `ftfy.fix_text` called bare on the same texts in the same run. Clean texts are those that normalising gave
once before, each alone and joined to texts of a hundred thousand characters and more; dirty ones are as they came,
decoded as UTF-8. What counts is text that needs no repair: 20 MB/s or better on one core, or three times ftfy's speed.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import ftfy

from tasks.text.normalise import normalise

MEGABYTES = 8  # of the texts: enough for a steady figure
JOINED = 100_000  # characters
CORPORA = ("election", "digitalgov", "releases")


def rate(name: str, run: Callable[[str], object], texts: Sequence[str], times: int = 3) -> float:
    """Print and give megabytes (of UTF-8) a second of processor time, the best of some runs."""
    seconds = []
    for _ in range(times):
        start = time.process_time()
        for text in texts:
            run(text)
        seconds.append(time.process_time() - start)
    speed = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6 / min(seconds)
    print(f"{name:<44}{speed:>8.1f} MB/s{len(texts) / min(seconds):>10,.0f} texts/s")
    return speed


def joined(texts: Sequence[str]) -> Iterator[str]:
    """Texts put together to longer ones."""
    parts: list[str] = []
    for text in texts:
        parts.append(text)
        if sum(map(len, parts)) >= JOINED:
            yield "\n\n".join(parts)
            parts = []


def main(directories: Sequence[Path]) -> None:
    """Measure on the text files of the directories, as many of each."""
    dirty: list[str] = []
    for directory in directories:
        room = MEGABYTES * 1e6 / len(directories)
        for path in sorted(directory.iterdir()):
            text = path.read_bytes().decode("utf-8", "replace")
            room -= len(text)
            if room < 0:
                break
            dirty.append(text)
    clean = [normalise(text).text for text in dirty]
    long = [normalise(text).text for text in joined(clean)]
    curly = [text for text in long if not text.isascii()]
    plain = [normalise(text.encode("ascii", "ignore").decode()).text for text in long]
    print(f"{len(dirty):,} texts, {sum(map(len, dirty)) / 1e6:.1f} million characters")
    ours = rate("normalise, clean texts", normalise, clean)
    rate("normalise, clean texts joined, not ASCII", normalise, curly)
    rate("normalise, clean texts joined, ASCII", normalise, plain)
    bare = rate("ftfy.fix_text, clean texts", ftfy.fix_text, clean, times=1)
    rate("ftfy.fix_text, clean texts joined, ASCII", ftfy.fix_text, plain, times=1)
    rate("normalise, texts as they came", normalise, dirty, times=1)
    print(f"normalise takes {bare / ours:.2f} times as long as ftfy on texts that need no repair")


if __name__ == "__main__":
    default = Path(__file__).parents[2].parent / "shared" / "corpora"
    main([Path(each) for each in sys.argv[1:]] or [default / each for each in CORPORA])
