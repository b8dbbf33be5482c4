"""How long a run takes beside a Prefect flow that does nothing, cold and warm, and how fast each stage is.

    .venv/bin/python tests/benchmarks/run.py ../shared/seeds ../shared/corpora/election

The first folder holds one article, the second many. Each figure of the first table is the median of three rounds, in
which all commands take their turn, so that a noisy machine is noisy for all of them.
"""

import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BIN = Path(sys.executable).parent
ROUNDS = 3
NOOP = "from prefect import flow\n@flow\ndef nothing(): return 1\nnothing()"


def clock(command: list[str], env: dict[str, str]) -> tuple[float, str]:
    began = time.perf_counter()
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    return time.perf_counter() - began, done.stderr


@contextmanager
def server(env: dict[str, str]) -> Iterator[dict[str, str]]:
    """The environment with an API of Prefect's own that stays up."""
    url = "http://127.0.0.1:4317/api"
    process = subprocess.Popen(
        [str(BIN / "python"), "-m", "flows.api", "4317"], env=env, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    time.sleep(20)
    try:
        yield env | {"PREFECT_API_URL": url}
    finally:
        process.kill()
        process.wait()


def one_article(seeds: str, folder: Path, env: dict[str, str]) -> dict[str, list[float]]:
    """Seconds of each command, by what it is."""
    noop = [str(BIN / "python"), "-c", NOOP]

    def run(place: str) -> list[str]:
        home = folder / place
        return [str(BIN / "broadsheet"), "run", "--seeds", seeds, "--warehouse", f"{home}/w", "--reports", f"{home}/r"]

    clock(noop, env)  # the first start on a machine makes Prefect's database
    seconds: dict[str, list[float]] = {}
    for each in range(ROUNDS):
        seconds.setdefault("nothing, no API", []).append(clock(noop, env)[0])
        seconds.setdefault("one article, no API", []).append(clock(run(f"cold{each}"), env)[0])
    with server(env) as warm:
        for each in range(ROUNDS):
            seconds.setdefault("nothing, API up", []).append(clock(noop, warm)[0])
            seconds.setdefault("one article, API up", []).append(clock(run(f"warm{each}"), warm)[0])
            seconds.setdefault("the same again, API up", []).append(clock(run(f"warm{each}"), warm)[0])
    return seconds


def many_articles(seeds: str, folder: Path, env: dict[str, str]) -> str:
    """The log lines of a run over many files, with its peak memory."""
    command = [str(BIN / "broadsheet"), "run", "--seeds", seeds]
    command += ["--warehouse", str(folder / "many"), "--reports", str(folder / "issues")]
    seconds, log = clock(command, env)
    again, _ = clock(command, env)
    stages = re.findall(r"(Taking in|Analysing): ([\d,]+) \w+ in ([\d.]+) s", log)
    lines = [f"| {name} | {count} | {int(count.replace(',', '')) / float(took):,.0f} |" for name, count, took in stages]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    lines += [f"| whole run | {seconds:.1f} s | peak of the largest process {peak:,.0f} MiB |"]
    lines += [f"| the same again | {again:.1f} s | |"]
    return "\n".join(["| stage | documents | a second |", "|---|---|---|", *lines])


def main(one: str, many: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {key: value for key, value in os.environ.items() if key != "PREFECT_API_URL"}
        env |= {"PREFECT_HOME": str(folder / "prefect")}
        seconds = one_article(one, folder, env)
        base = statistics.median(seconds["nothing, no API"])
        print("| command | seconds | of a flow that does nothing |\n|---|---|---|")
        for what, taken in seconds.items():
            median = statistics.median(taken)
            print(f"| {what} | {median:.1f} | {median / base:.2f} |")
        print(f"\n{many_articles(many, folder, env)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
