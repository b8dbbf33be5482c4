"""Every setting can be given as an option, a variable and a key, in this order; faults are named."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from flows.cli import USAGE, command
from flows.options import INBOX, ISSUE, NAMES, WORK
from flows.settings import Settings, load
from tasks.errors import SettingsError


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_an_option_wins_over_a_variable_and_a_variable_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broadsheet.toml").write_text('title = "File"\nhistory = 3\ncadence = "daily"\n')
    monkeypatch.setenv("BROADSHEET_TITLE", "Variable")
    monkeypatch.setenv("BROADSHEET_HISTORY", "5")
    settings = load(title="Option", as_of="2016-09-28")
    assert (settings.title, settings.history, settings.cadence) == ("Option", 5, "daily")
    assert settings.as_of == date(2016, 9, 28)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"cadence": "hourly"}, "cadence"),
        ({"history": 0}, "history"),
        ({"near_jaccard": 1.5}, "near_jaccard"),
        ({"as_of": "yesterday"}, "as_of"),
        ({"timezone": "Mars/Olympus"}, "no such time zone"),
        ({"memory": "lots"}, "memory"),
        ({"sedes": "x"}, "sedes"),
    ],
)
def test_a_fault_is_named(given: dict[str, object], fault: str) -> None:
    with pytest.raises(SettingsError, match=fault):
        load(**given)


def test_broken_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "broadsheet.toml").write_text("title = ")
    with pytest.raises(SettingsError, match=r"broadsheet\.toml"):
        load()


def test_a_wrong_setting_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["status", "--timezone", "Mars/Olympus"]) == USAGE
    assert "no such time zone" in capsys.readouterr().err


def test_every_setting_is_an_option_and_described() -> None:
    offered = {"warehouse", *INBOX, *NAMES, *ISSUE, *WORK}
    assert offered == set(Settings.model_fields)
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize("name", ["run", "ingest", "analyse", "publish", "backfill", "status", "export", "requeue"])
def test_help_is_complete(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command([name, "--help"])
    assert ended.value.code == 0
    assert "--warehouse URI" in capsys.readouterr().out


def test_help_is_there_before_anything_slow_is_imported() -> None:
    code = "import sys, flows.cli; assert not {'prefect', 'pandas', 'weasyprint', 'duckdb'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_what_is_set_about_names_may_stand_in_a_table(tmp_path: Path) -> None:
    (tmp_path / "broadsheet.toml").write_text('entities.pipeline = "en_core_web_trf"\n[entities.more]\n')
    with pytest.raises(SettingsError, match="entities_more"):
        load()
    (tmp_path / "broadsheet.toml").write_text(
        'title = "T"\n[entities]\npipeline = "en_core_web_trf"\nfile = "n.toml"\n'
    )
    settings = load()
    assert (settings.entities_pipeline, settings.entities_file) == ("en_core_web_trf", "n.toml")
    (tmp_path / "broadsheet.toml").write_text("entities = 3\n")
    with pytest.raises(SettingsError, match="entities is a table"):
        load()
