"""The operators' entities.toml through the command: it holds from the next print on, for what was read before too."""

import json
from pathlib import Path
from typing import Any

import pytest

from flows.cli import DONE, USAGE, command
from tests.conftest import Press

RENAME = '[[rename]]\nentity = "country:NO"\nname = "The Fjords"\n'
STORY = "Ships leave\n\nShips from Norway left the harbour on {day}. Norway had waited for them for {days} days.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prefect: None) -> Path:
    """A current folder of a test's own, beside the API of the tests."""
    from prefect.settings import PREFECT_API_URL

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PREFECT_API_URL", str(PREFECT_API_URL.value()))
    monkeypatch.setenv("BROADSHEET_ENGINE", "inline")
    return tmp_path


def _publish(press: Press, *more: str) -> int:
    return command(["publish", "--warehouse", press.warehouse, "--reports", str(press.reports), *more])


def _briefing(press: Press) -> Path:
    return press.reports / "2026-W47" / "briefing.json"


def _name(press: Press) -> str:
    entities: list[dict[str, Any]] = json.loads(_briefing(press).read_text())["entities"]
    [name] = [each["name"] for each in entities if each["id"] == "country:NO"]
    return str(name)


def test_rulings_hold_from_the_next_print_on(press: Press, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    press.drop("gazette_2026-11-18_ships.txt", STORY.format(day="Wednesday", days="nine"))
    press.drop("gazette_2026-11-19_more.txt", STORY.format(day="Thursday", days="ten"))
    where = ["--seeds", str(press.seeds), "--warehouse", press.warehouse, "--reports", str(press.reports)]
    assert command(["run", *where]) == DONE
    assert _name(press) == "Norway"
    rulings = folder / "entities.toml"

    rulings.write_text(RENAME)
    assert _publish(press) == DONE
    assert _name(press) == "The Fjords"
    printed = _briefing(press).stat().st_mtime_ns
    assert _publish(press) == DONE
    assert _briefing(press).stat().st_mtime_ns == printed, "nothing new is not printed"

    # an issue that is printed again goes by the rulings of its own snapshot, whatever the file says now
    files = {file.name: file.read_bytes() for file in _briefing(press).parent.iterdir()}
    rulings.write_text(RENAME.replace("The Fjords", "Elsewhere"))
    assert _publish(press, "--issue", "1") == DONE
    assert {file.name: file.read_bytes() for file in _briefing(press).parent.iterdir()} == files

    rulings.write_text("[[rename]]\nentity = 3\n")
    capsys.readouterr()
    assert _publish(press) == USAGE
    told = capsys.readouterr().err
    assert "entities.toml" in told
    assert "[[rename]]" in told
    rulings.write_text("[[rename\n")
    assert _publish(press) == USAGE
    assert _publish(press, "--entities-file", "elsewhere.toml") == USAGE
    assert "there is no file elsewhere.toml" in capsys.readouterr().err
    assert _name(press) == "The Fjords", "what cannot be meant changes nothing"

    rulings.unlink()
    assert _publish(press) == DONE
    assert _name(press) == "Norway"
