"""One Prefect API for a run: the one that is configured, the one that already answers, or one started for the run.

A flow without an API starts one of its own, imports everything twice in a row and lets its tracebacks reach the
terminal. Started here as a child, the API comes up while the parent imports its own libraries. Nothing in this module
imports Prefect, so that it can run first.
"""

import http.client
import importlib
import os
import socket
import subprocess
import sys
import threading
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from tasks.errors import BroadsheetError

LOCAL = "http://127.0.0.1:4200/api"  # where `prefect server start` listens unless told otherwise
START_LIMIT = 120.0  # seconds; the first start on a machine makes a database, on a slow disk that takes a while


class ApiError(BroadsheetError):
    """The Prefect API cannot be reached or started."""


@contextmanager
def api(setting: str) -> Iterator["Api"]:
    """Prefect's client side pointed at an API for as long as the block lasts; flows run inside its `ready()`.

    setting: "auto" or a URL. A child that was started here is stopped at the end, and stops by itself if this process
    is killed. Raises ApiError.
    """
    url = configured(setting)
    child = None if url else Child()
    before = os.environ.get("PREFECT_API_URL")
    os.environ["PREFECT_API_URL"] = url or child.url  # type: ignore[union-attr]  # one of the two is there
    try:
        yield Api(os.environ["PREFECT_API_URL"], child)
    finally:
        if before is None:
            del os.environ["PREFECT_API_URL"]
        else:
            os.environ["PREFECT_API_URL"] = before
        if child:
            child.stop()


def configured(setting: str) -> str:
    """The URL of the API that the operator named or that runs on this machine; "" if there is none."""
    if setting != "auto":
        return setting
    return os.environ.get("PREFECT_API_URL", "") or _profile() or (LOCAL if _answers(LOCAL) else "")


class Api:
    """An API that is there or will be soon."""

    def __init__(self, url: str, child: "Child | None") -> None:
        self.url = url
        self._child = child

    @contextmanager
    def ready(self) -> Iterator[None]:
        """A block for flows, entered when the API answers and left when it has got all they had to tell it.

        Raises ApiError when the API does not answer.
        """
        self._wait()
        from prefect.events.worker import EventsWorker
        from prefect.logging.handlers import APILogWorker
        from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

        # A run from the command line has its operator before it; a heart takes a second to stop, for each flow.
        try:
            with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
                yield
        finally:
            for worker in (EventsWorker, APILogWorker):
                worker.drain_all(timeout=10)

    def meanwhile(self, *modules: str) -> None:
        """Import what the run will need later, while the child comes up; where an API is there already, do not."""
        for module in modules if self._child else ():
            importlib.import_module(module)

    def _wait(self) -> None:
        until = time.monotonic() + (START_LIMIT if self._child else 10.0)
        while not _answers(self.url):
            if self._child and self._child.ended:
                raise ApiError(f"The Prefect API did not start:\n{self._child.last_words()}")
            if time.monotonic() > until:
                raise ApiError(
                    f"No Prefect API answers at {self.url}. Start it; or unset PREFECT_API_URL and leave --api out, "
                    "for one of the run's own."
                )
            time.sleep(0.05)


class Child:
    """A Prefect API in a process of its own, on a free port of this machine."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/api"
        self._errors: IO[bytes] = TemporaryFile()  # noqa: SIM115 it lives as long as the child
        self._process = subprocess.Popen(  # noqa: S603 our own module
            [sys.executable, "-m", "flows.api", str(port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            env=_child_environment(),
            cwd=Path(__file__).parent.parent,
            start_new_session=True,  # Ctrl-C is for the run, which then stops the API in order
        )

    @property
    def ended(self) -> bool:
        """Whether the process is gone."""
        return self._process.poll() is not None

    def last_words(self) -> str:
        """The end of what it wrote to its standard error."""
        self._errors.seek(0)
        return self._errors.read().decode(errors="replace")[-2000:]

    def stop(self) -> None:
        """End it, gently first."""
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()
        self._errors.close()


def _child_environment() -> dict[str, str]:
    quiet = {"PREFECT_SERVER_UI_ENABLED": "false", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    return {name: value for name, value in os.environ.items() if name != "PREFECT_API_URL"} | quiet


def _profile() -> str:
    """The API of the active Prefect profile, read without importing Prefect."""
    home = Path(os.environ.get("PREFECT_HOME", "~/.prefect")).expanduser()
    try:
        profiles = tomllib.loads((home / "profiles.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError):
        return ""
    active = os.environ.get("PREFECT_PROFILE") or profiles.get("active", "")
    return str(profiles.get("profiles", {}).get(active, {}).get("PREFECT_API_URL", ""))


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/health", timeout=2) as answer:  # noqa: S310 the operator's own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError):
        return False


def _serve(port: int) -> None:
    """Be the child: serve the API until told to stop, or until the parent is gone and its end of the pipe closed."""
    import uvicorn

    def follow_parent() -> None:
        sys.stdin.buffer.read()
        os._exit(0)

    threading.Thread(target=follow_parent, daemon=True).start()
    uvicorn.run("prefect.server.api.server:create_app", factory=True, host="127.0.0.1", port=port, log_level="error")


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
