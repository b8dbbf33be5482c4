"""The house keeps its plan: who may import whom, and how long a file may grow."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(file for part in ("flows", "tasks") for file in (ROOT / part).rglob("*.py"))


def name(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


SHELLS = {"tasks.ingest", "tasks.analyse", "tasks.publish"}
SHARDS = {"tasks.shards.reading", "tasks.shards.analysis", "tasks.shards.signing"}
GATHERING = {name(file) for file in FILES if file.parent.name == "gathering"}
JOINERS = SHELLS | SHARDS | GATHERING | {"tasks.comparison", "tasks.reindex"}
GROUND = {"tasks.records", "tasks.errors"}


def imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written out in full"
            found |= {str(node.module)}
    return found


def room(module: str) -> str:
    return ".".join(module.split(".")[:2])


@pytest.mark.parametrize("file", FILES, ids=name)
def test_imports_run_one_way(file: Path) -> None:
    module = name(file)
    for imported in imports(file):
        if module.startswith("tasks."):
            assert not imported.startswith("flows"), f"{module} imports {imported}"
        if imported.startswith("prefect"):
            assert module.startswith("flows.") or module in SHELLS, f"{module} imports {imported}"
        if imported.startswith("tasks.") and module.startswith("tasks.") and module not in JOINERS:
            allowed = GROUND | {room(module), "tasks.text"}
            assert room(imported) in allowed, f"{module} imports {imported}: rooms do not import each other"


@pytest.mark.parametrize("file", FILES, ids=name)
def test_nothing_in_the_rooms_reads_the_clock_or_the_environment(file: Path) -> None:
    if not name(file).startswith("tasks."):
        return
    code = file.read_text(encoding="utf-8")
    for reading in ("datetime.now", "date.today", "time.time(", "os.environ", "os.getenv", "utcnow"):
        assert reading not in code, f"{name(file)} calls {reading}"


@pytest.mark.parametrize("file", FILES, ids=name)
def test_a_file_has_one_idea(file: Path) -> None:
    if name(file) == "tasks.records":  # the one place for all of them, to be read from top to bottom
        return
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 250, f"{name(file)} has outgrown its plan"


@pytest.mark.parametrize("file", FILES, ids=name)
def test_a_module_says_what_goes_in_and_what_comes_out(file: Path) -> None:
    code = file.read_text(encoding="utf-8")
    assert not code.strip() or ast.get_docstring(ast.parse(code)), f"{name(file)} has no docstring"
