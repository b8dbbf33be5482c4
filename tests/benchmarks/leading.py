"""The entities that the articles of some months name most, to be looked through by eye for doubles and false joins.

    PYTHONPATH=. .venv/bin/python tests/benchmarks/leading.py ARTICLES [--from 2016-07] [--to 2016-09] [--top 20]

ARTICLES: a folder of text files named publisher_date_slug.txt. Each entity stands with its documents, its mentions and
the words that it is named by, commonest first.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from tasks.entities import recognise
from tasks.entities.identity import identify


def main() -> None:
    """Print the leading people, organisations, places and groups."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--from", dest="first", default="2016-07")
    parser.add_argument("--to", dest="last", default="2016-09")
    parser.add_argument("--top", type=int, default=20)
    given = parser.parse_args()
    documents: dict[str, set[str]] = defaultdict(set)
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(given.articles.glob("*.txt")):
        if given.first <= path.stem.split("_")[1][:7] <= given.last:
            text = path.read_bytes().decode("utf-8")
            for found in identify(text, recognise(text)):
                documents[found.entity.id].add(path.stem)
                surfaces[found.entity.id][" ".join(found.mention.surface.split())] += 1
    for sorts in (("person",), ("org",), ("place", "country"), ("norp",)):
        print(f"\n{' '.join(sorts)}")
        ids = [one for one in documents if one.split(":")[0] in sorts]
        for one in sorted(ids, key=lambda one: (-len(documents[one]), one))[: given.top]:
            forms = ", ".join(f"{form} {count}" for form, count in surfaces[one].most_common(12))
            print(f"{len(documents[one]):4} {surfaces[one].total():5}  {one:32} {forms}")


if __name__ == "__main__":
    main()
