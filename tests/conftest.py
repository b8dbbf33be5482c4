"""What all tests share: a Prefect API for those that run flows, started once, and folders for a run."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # the Monday after the sample seeds end


@pytest.fixture(scope="session")
def prefect() -> Iterator[None]:
    """An API with a database of its own, for the time of the tests."""
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
    from prefect.testing.utilities import prefect_test_harness

    # A heart takes a second to stop, at the end of each flow.
    with (
        prefect_test_harness(server_startup_timeout=120),
        temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}),
    ):
        yield


@dataclass(frozen=True, slots=True)
class Press:
    """An inbox, a warehouse and reports of a test's own."""

    folder: Path

    @property
    def seeds(self) -> Path:
        return self.folder / "seeds"

    @property
    def warehouse(self) -> str:
        return str(self.folder / "warehouse")

    @property
    def reports(self) -> Path:
        return self.folder / "reports"

    def drop(self, name: str, text: str | bytes) -> Path:
        """Put a file into the inbox, old enough not to be taken for one that is still being written."""
        import os

        file = self.seeds / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        os.utime(file, (NOW.timestamp() - 3600,) * 2)
        return file


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """Three empty folders."""
    made = Press(tmp_path)
    made.seeds.mkdir()
    return made


@pytest.fixture
def shared() -> Path:
    """The folder of real texts, where it is."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED
