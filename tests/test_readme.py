"""What the README says is so: each of its commands is run, and its list of formats is the list of decoders."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from flows.cli import DONE, command
from tasks.inbox.decoders import DECODERS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def lines() -> list[str]:
    return [line.partition("#")[0].strip() for block in blocks("sh") for line in block.splitlines()]


@pytest.fixture
def clone(tmp_path: Path, prefect: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample seeds, from which the command finds the tests' API."""
    from prefect.settings import PREFECT_API_URL

    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "seeds", tmp_path / "inbox")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PREFECT_API_URL", str(PREFECT_API_URL.value()))
    monkeypatch.setenv("BROADSHEET_QUIET_SECONDS", "0")
    return tmp_path


def test_every_broadsheet_command_works_in_the_order_of_the_readme(
    clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = [shlex.split(line) for line in lines() if line.startswith(".venv/bin/broadsheet")]
    assert len(told) >= 6
    assert command(["run", "--seeds", "seeds"]) == DONE  # what `make run` does
    pdf = Path(capsys.readouterr().out.strip())
    assert pdf == Path("reports/2026-W47/briefing.pdf")
    for _, *arguments in told:
        assert command(arguments) == DONE, arguments
    assert (clone / "reports" / "2026-11" / "briefing.pdf").exists()
    assert (clone / "reports" / "2026-W41" / "briefing.pdf").exists()


@pytest.mark.parametrize("line", [line for line in lines() if line.startswith("make")])
def test_every_make_command_is_one(line: str) -> None:
    dry = subprocess.run(["make", "-n", *shlex.split(line)[1:]], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ("broadsheet run" in dry.stdout) == ("run" in line)
    assert ("pytest" in dry.stdout) == ("test" in line)


def test_the_python_example_runs(clone: Path) -> None:
    [example] = blocks("python")
    exec(compile(example, "README.md", "exec"), {})
    assert list((clone / "reports").glob("2026-11-2*/briefing.pdf"))


def test_the_formats_are_those_that_are_decoded() -> None:
    [table] = re.findall(r"\| format \|.*?\n\n", README, re.DOTALL)
    rows = re.findall(r"^\| ([^|]+?) \|", table, re.MULTILINE)[1:]
    assert {row.lower().removeprefix("plain ") for row in rows} == set(DECODERS)


def test_every_link_inside_the_repository_leads_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md", *(f"docs/{file.name}" for file in (ROOT / "docs").glob("*.md"))):
        text = (ROOT / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)|src=\"([^\":]+)\"", text):
            path = (ROOT / name).parent / "".join(target)
            assert path.exists(), f"{name}: {''.join(target)}"
