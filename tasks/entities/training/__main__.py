"""Arguments -> a trained model or its scores: `python -m tasks.entities.training [evaluate] FOLDER`."""

import argparse
import sys
from importlib.resources import files
from pathlib import Path

from tasks.entities.training.evaluate import evaluate, held_out_documents, table
from tasks.entities.training.train import train


def main() -> None:
    """Train on the corpora of a folder and score the model, or score the model that is there."""
    parser = argparse.ArgumentParser(prog="python -m tasks.entities.training", description=__doc__)
    parser.add_argument(
        "words", nargs="+", metavar="[evaluate] FOLDER", help="FOLDER holds worldwide, gmb, ewt, btc, wnut17"
    )
    arguments = parser.parse_args().words
    folder = Path(arguments[-1])
    if arguments[:-1] not in ([], ["evaluate"]):
        parser.error(f"unknown command {arguments[0]!r}")
    if arguments[:-1] == []:
        target = Path(str(files("tasks.entities.model").joinpath("english.crfsuite")))
        sys.stdout.write(f"{train(folder, target)}  {target.name}  {target.stat().st_size:,} bytes\n")
    sys.stdout.write(table(evaluate(held_out_documents(folder))) + "\n")


if __name__ == "__main__":
    main()
