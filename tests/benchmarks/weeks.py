"""Whether the words, phrases, trends and stories of a week are about what happened in it, by common knowledge.

    PYTHONPATH=. .venv/bin/python tests/benchmarks/weeks.py WAREHOUSE [--half tuning|"held out"] [--least 3]

WAREHOUSE: of the election year, as `broadsheet ingest` and `broadsheet analyse` leave it. The events of each week were
named before anybody looked (tests/cases/election_weeks.json). One is found where one of its words is among the leading
twenty words, one of its words or phrases in the leading twenty phrases, in what is new or risen, or in a story's
headline or words. Events of fewer than `least` articles are not asked for.
"""

import argparse
import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tasks.briefing.periods import earlier_periods, period_of
from tasks.publish import choose_members, gather
from tasks.records import Briefing, Issue
from tasks.warehouse.connection import Warehouse, open_warehouse

GOLD = Path(__file__).parents[1] / "cases" / "election_weeks.json"
LEADING, HISTORY = 20, 8


def briefing(warehouse: Warehouse, week: str) -> Briefing:
    """The facts of a week's issue."""
    day = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    period = period_of(day, "weekly")
    members = choose_members.fn(warehouse, period).members
    issue = Issue(1, week, "weekly", period.start, period.end, "UTC", 0, datetime(2016, 12, 1, tzinfo=UTC), "0")
    return gather.fn(warehouse, issue, earlier_periods(period, HISTORY), members, {"history": str(HISTORY)})


def shown(found: Briefing) -> dict[str, str]:
    """What each part of the issue shows, as one text, case folded."""
    return {
        "words": _text(form for word in found.words[:LEADING] for form in (word.term, *word.forms)),
        "phrases": _text(phrase.term for phrase in found.phrases[:LEADING]),
        "trends": _text(trend.term for trend in found.trends if trend.change in ("new", "risen")),
        "stories": _text(text for story in found.stories for text in (story.headline, *story.terms)),
    }


def _text(parts: Iterable[str]) -> str:
    return " | ".join(parts).casefold().replace("’", "'")


def has(text: str, event: dict[str, Any]) -> bool:
    """Whether the text has one of the event's words or phrases, alone or as a part of a phrase."""
    return any(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text) for term in (*event["words"], *event["phrases"]))


def main(arguments: argparse.Namespace) -> None:
    """Print the weeks and the shares."""
    counts: dict[str, int] = {}
    asked = 0
    with open_warehouse(arguments.WAREHOUSE, make=False) as warehouse:
        for each in json.loads(GOLD.read_text(encoding="utf-8"))["weeks"]:
            events = [event for event in each["events"] if event["articles"] >= arguments.least]
            if not events or arguments.half not in ("", each["half"]):
                continue
            parts = shown(briefing(warehouse, each["week"]))
            print(f"\n{each['week']} ({each['half']})")
            for name, text in parts.items():
                print(f"  {name}: {text}")
            for event in events:
                asked += 1
                found = [name for name, text in parts.items() if has(text, event)]
                for name in found or ["nowhere"]:
                    counts[name] = counts.get(name, 0) + 1
                print(f"  * {event['about']} ({event['articles']}): {', '.join(found) or 'NOWHERE'}")
    print(f"\n{asked} events; found in " + ", ".join(f"{name}: {count}" for name, count in sorted(counts.items())))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("WAREHOUSE")
    parser.add_argument("--half", default="", choices=["", "tuning", "held out"])
    parser.add_argument("--least", type=int, default=3)
    main(parser.parse_args())
