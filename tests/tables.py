"""The name of a table under tests/cases -> its cases, each as a parameter: what fails honestly is a strict xfail."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "cases"


def cases(table: str) -> Any:
    """The cases of a table as they stand."""
    return json.loads((FOLDER / f"{table}.json").read_text(encoding="utf-8"))


def marked(case: Mapping[str, Any], key: str = "label") -> Any:
    """A case as a parameter, called by its label; one with a reason under "xfail" must fail."""
    marks = [pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else []
    return pytest.param(case, id=case[key] or "nothing", marks=marks)
