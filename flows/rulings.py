"""The operators' entities.toml goes in; the warehouse holds what it says, and issues are printed by it."""

import hashlib
import logging
from datetime import date
from pathlib import Path

from flows.settings import RULINGS, Settings
from tasks.entities.ruled import Named, apply
from tasks.entities.rulings import parse
from tasks.errors import SettingsError
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.names import met, ruling
from tasks.warehouse.runs import Run
from tasks.warehouse.writes import commit_ruling

log = logging.getLogger("broadsheet")
NONE = "none"


def keep_rulings(warehouse: Warehouse, settings: Settings, run: Run) -> None:
    """Let the warehouse hold what the file says now, where it says something else than at the last print.

    A file that is not there rules nothing: what it ruled before is taken back. Raises SettingsError where a file that
    was named is not there, RulingsError where it cannot be meant.
    """
    text = checked(settings)
    if text == ruling(warehouse):
        return
    entities = [Named("", entity) for entity, _, _ in met(warehouse, date.max)]
    apply(parse(text, settings.entities_file), entities)  # what goes round in a circle is refused before it holds
    warehouse.settle(lambda since: commit_ruling(warehouse, run, text, since), run.id)
    if text:
        log.info("The rulings of %s hold from this issue on.", settings.entities_file)
    else:
        log.warning("%s is not there, or empty: what it ruled about names is taken back.", settings.entities_file)


def checked(settings: Settings) -> str:
    """What the file says, "" where there is none. Raises SettingsError, RulingsError."""
    text = _read(settings.entities_file)
    parse(text, settings.entities_file)
    return text


def ruled(warehouse: Warehouse) -> str:
    """What tells the rulings that hold from any others: some digits of their hash, or that there are none."""
    text = ruling(warehouse)
    return hashlib.sha256(text.encode()).hexdigest()[:12] if text else NONE


def _read(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        if name == RULINGS:
            return ""
        raise SettingsError(f"entities_file: there is no file {name}: make it, or leave the setting out.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"entities_file: {name} cannot be read ({error}): it must be text in UTF-8.") from error
