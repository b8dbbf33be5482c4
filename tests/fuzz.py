"""Files that are nearly right go in, what went wrong with them comes out: `read` and `normalise` under mutation.

`python -m tests.fuzz [SECONDS] [SEED]` goes on for a time (ten minutes unless told), in guarded workers as a run does;
`python -m tests.fuzz atheris [libFuzzer options]` is guided by coverage, where atheris is installed. The tests run a
short round of fixed seeds.
"""

import random
import sys
import time
from collections import Counter
from functools import cache
from importlib import import_module
from pathlib import Path

from tasks.engine import Engine, Guard, workers
from tasks.errors import Rejected
from tasks.inbox import contents, read
from tasks.records import Extracted, Normalised, Refused
from tasks.shards.reading import prepare
from tasks.text.edits import replay
from tasks.text.metadata import describe
from tasks.text.normalise import normalise

SEEDS = Path(__file__).parents[1] / "seeds"
LARGEST = 60_000  # bytes of a file that is mutated
TOKENS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\n\n", b'" ', b"- ", b"&amp;", b"<p>", b"</html>", b"<!--", b"From ",
    b"\r\n", b"---\n", b"{", b"[", b"%PDF-1.7", b"PK\x03\x04", b"\x1f\x8b", b"\xe2\x80\x94", b"\xc3\xa9", b"\xcc\x81",
    b"9" * 20, b"Content-Type: multipart/mixed; boundary=b\r\n", b"Share\n", b"\xc2\xa9 2026 A", b" alt=", b"\x0c",
    b"=\n", b"<a href=",
)  # fmt: skip


@cache
def corpus() -> tuple[tuple[str, bytes], ...]:
    """The sample seeds, of every format: what is mutated."""
    files = sorted(file for file in SEEDS.rglob("*") if file.is_file() and file.stat().st_size <= LARGEST)
    return tuple((file.name, file.read_bytes()) for file in files)


def mutated(seed: int) -> tuple[str, bytes]:
    """A name and bytes, made of one or two seeds: always the same for the same number."""
    chance = random.Random(seed)
    by_kind: dict[str, list[tuple[str, bytes]]] = {}
    for name, data in corpus():  # each kind as often as any other: there are many texts
        by_kind.setdefault(Path(name).suffix, []).append((name, data))
    name, data = chance.choice(by_kind[chance.choice(sorted(by_kind))])
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, length = chance.randrange(len(data) + 1), chance.choice((1, 1, 2, 8, 64, 1024))
        match chance.randrange(7):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + chance.randbytes(length) + data[at + length :]
            case 2:
                data = data[:at] + chance.choice(TOKENS) + data[at:]
            case 3:
                data = data[:at] + data[at + length :]
            case 4:
                data = data[:at] + data[at : at + length] * chance.choice((2, 8, 50)) + data[at + length :]
            case 5:
                other = chance.choice(corpus())[1]
                data = data[:at] + other[chance.randrange(len(other) + 1) :][:2048] + data[at:]
            case 6:
                name = chance.choice(corpus())[0]
    return name, data


def faults(name: str, data: bytes) -> list[str]:
    """What a file shows to be wrong with the program: nothing, one hopes."""
    found = list(contents(name, data))
    told = [] if found else ["nothing was told of it"]
    try:
        read(name, data)
    except Rejected as why:
        told += [] if why.reason and why.stage else ["rejected without a reason"]
    for each in found:
        if isinstance(each, Extracted):
            told += wrong(each, normalise(each.text), name)
    return told


def wrong(extracted: Extracted, clean: Normalised, name: str) -> list[str]:
    """What is wrong with a clean text."""
    again = normalise(clean.text)
    _, paragraphs = describe(clean, extracted, name)
    spans = [(each.start, each.end) for each in (*clean.captions, *paragraphs)]
    spans += [(each.start, each.end) for each in clean.furniture]
    checks = {
        "a second pass changes it": again.text == clean.text,
        "a second pass finds other furniture": again.furniture == clean.furniture,
        "the changes do not replay": replay(extracted.text, clean.changes) == clean.text,
        "an offset lies outside": all(0 <= start < end <= len(clean.text) for start, end in spans),
        "it has no form in UTF-8": clean.text.encode("utf-8", "ignore").decode() == clean.text,
    }
    return [fault for fault, holds in checks.items() if not holds]


def shard(numbers: list[int]) -> list[list[str]]:
    """The faults of each mutated file; an exception that had to be made a refusal is one too."""
    return [_one(number) for number in numbers]


def _one(number: int) -> list[str]:
    name, data = mutated(number)
    told = [f"{number} ({name}): {fault}" for fault in faults(name, data)]
    refused = [each.reason for each in contents(name, data) if isinstance(each, Refused)]
    odd = [each.split("(", 1)[1][:70] for each in refused if each.startswith("damaged, or not what it")]
    return told + [f"{number} ({name}): {each}" for each in odd]


def run(start: int, rounds: int) -> list[str]:
    """All faults of so many mutated files, read in guarded workers."""
    shards = [list(range(at, at + 20)) for at in range(start, start + rounds, 20)]
    guard = Guard(seconds=60, memory=1_000_000_000, prepare=prepare)
    with workers(Engine("processes", 2), guard) as crew:
        done = crew.run(shard, shards, lambda number, why: [f"{number} {mutated(number)[0]}: {why}"])
        return [fault for each in done for of_file in each for fault in of_file]


def _for(seconds: float, seed: int) -> int:
    """Fuzz for a time and tell what was found. Gives the exit status."""
    began, at, found = time.monotonic(), seed, Counter[str]()
    while time.monotonic() - began < seconds:
        found.update(run(at, 1_000))
        at += 1_000
        print(f"{at - seed:,} files, {time.monotonic() - began:,.0f} s, seed {seed}", flush=True)
    for fault, count in found.most_common():
        print(f"{count:6,}  {fault}")
    return bool(found)


def _guided(arguments: list[str]) -> None:
    atheris = import_module("atheris")  # no dependency: it installs on few machines

    def one(data: bytes) -> None:
        name = corpus()[data[0] % len(corpus())][0] if data else "a.txt"
        assert not (told := faults(name, data[1:])), told

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *arguments], one)
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == ["atheris"]:
        _guided(sys.argv[2:])
    else:
        given = dict(enumerate(map(int, sys.argv[1:3])))
        sys.exit(_for(given.get(0, 600), given.get(1, time.time_ns() % 10**9)))
