"""Issues printed once for all tests that look into them."""

from functools import cache
from pathlib import Path

import pytest

from tasks.briefing.render import Rendered, render

from . import issues

TEMPLATES = Path(__file__).parent.parent.parent / "report_templates"


@cache
def printed(name: str) -> Rendered:
    """The made-up issue of that name, printed."""
    return render(getattr(issues, name)())


@pytest.fixture(params=["week", "empty", "only_rejects", "single", "many", "hostile"])
def every_issue(request: pytest.FixtureRequest) -> Rendered:
    """Each of the made-up issues in turn."""
    return printed(request.param)
