"""An issue on disk is whole or not there, however the filing ends."""

import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tasks.briefing.filing import file_issue
from tasks.briefing.render import Rendered
from tasks.errors import RenderError

ISSUE = Rendered("2016-W39", "<p>page</p>", b"%PDF-1.7", "{}\n")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _visible(reports: Path) -> list[str]:
    return sorted(path.name for path in reports.iterdir() if path.name != ".lock")


def test_three_files_in_a_folder_of_the_issues_name(tmp_path: Path) -> None:
    folder = file_issue(ISSUE, tmp_path / "new" / "reports")
    assert folder == tmp_path / "new" / "reports" / "2016-W39"
    assert _files(folder) == {"briefing.pdf": b"%PDF-1.7", "briefing.html": b"<p>page</p>", "briefing.json": b"{}\n"}
    assert _visible(folder.parent) == ["2016-W39"]


def test_a_second_printing_replaces_the_first_whole(tmp_path: Path) -> None:
    file_issue(ISSUE, tmp_path)
    (tmp_path / "2016-W39" / "briefing.html").write_text("old", encoding="utf-8")
    folder = file_issue(replace(ISSUE, pdf=b"%PDF-2"), tmp_path)
    assert set(_files(folder)) == {"briefing.pdf", "briefing.html", "briefing.json"}
    assert _files(folder)["briefing.pdf"] == b"%PDF-2"
    assert _visible(tmp_path) == ["2016-W39"]


def test_what_a_killed_filing_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".2016-W38.new").mkdir()
    (tmp_path / ".2016-W38.new" / "briefing.pdf").write_bytes(b"half")
    (tmp_path / ".2016-W37.old").mkdir()
    (tmp_path / ".2016-W37.old" / "briefing.pdf").write_bytes(b"whole")
    file_issue(ISSUE, tmp_path)
    assert _visible(tmp_path) == ["2016-W37", "2016-W39"]
    assert _files(tmp_path / "2016-W37") == {"briefing.pdf": b"whole"}


def test_others_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "2016-W38").mkdir()
    file_issue(ISSUE, tmp_path)
    assert _visible(tmp_path) == [".git", "2016-W38", "2016-W39"]


def test_the_umask_is_respected(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        folder = file_issue(ISSUE, tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o750
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o640}


@pytest.mark.parametrize("name", ["", "..", "../out", "a/b", ".hidden", "/abs"])
def test_a_name_that_is_no_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(RenderError, match="name"):
        file_issue(replace(ISSUE, name=name), tmp_path / "reports")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file", encoding="utf-8")
    with pytest.raises(RenderError, match="reports"):
        file_issue(ISSUE, tmp_path / "reports")


def test_filings_at_once_wait_for_each_other(tmp_path: Path) -> None:
    def work(number: int) -> None:
        for _ in range(10):
            file_issue(replace(ISSUE, pdf=b"%d" % number * 1000, json=f"{number}" * 1000), tmp_path)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    files = _files(tmp_path / "2016-W39")
    assert files["briefing.pdf"] == files["briefing.json"]
    assert _visible(tmp_path) == ["2016-W39"]


KEEPS_FILING = """
import sys
from pathlib import Path
from tasks.briefing.filing import file_issue
from tasks.briefing.render import Rendered
print("ready", flush=True)
for number in range(100000):
    text = f"{number:08d}" * 20000
    file_issue(Rendered("2016-W39", text, text.encode(), text), Path(sys.argv[1]))
"""


def test_killed_at_any_moment_the_issue_is_whole_or_not_there(tmp_path: Path) -> None:
    chance = random.Random(39)
    for _ in range(6):
        with subprocess.Popen([sys.executable, "-c", KEEPS_FILING, str(tmp_path)], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(chance.uniform(0.01, 0.1))
            child.send_signal(signal.SIGKILL)
        if (tmp_path / "2016-W39").exists():
            files = _files(tmp_path / "2016-W39")
            assert set(files) == {"briefing.pdf", "briefing.html", "briefing.json"}
            assert len(set(files.values())) == 1
            assert len(files["briefing.pdf"]) == 160000
    file_issue(ISSUE, tmp_path)
    assert _visible(tmp_path) == ["2016-W39"]


def test_what_somebody_put_beside_an_issue_stays_there(tmp_path: Path) -> None:
    rendered = Rendered("2016-W39", "<html></html>", b"%PDF", "{}")
    folder = file_issue(rendered, tmp_path)
    (folder / "notes.txt").write_text("read this first")
    assert file_issue(replace(rendered, json='{"again": 1}'), tmp_path) == folder
    assert (folder / "notes.txt").read_text() == "read this first"
    assert (folder / "briefing.json").read_text() == '{"again": 1}'
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_dir()) == ["2016-W39"]


def test_a_file_in_the_place_of_an_issue_is_refused_and_named(tmp_path: Path) -> None:
    (tmp_path / "2016-W39").write_text("mine")
    with pytest.raises(RenderError, match="is a file"):
        file_issue(Rendered("2016-W39", "", b"", ""), tmp_path)
    assert (tmp_path / "2016-W39").read_text() == "mine"
