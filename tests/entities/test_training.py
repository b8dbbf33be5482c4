"""Training: the traps of the corpora, on invented ones of a few lines, and the scores on answers that are known."""

import csv
import io
import zipfile
from pathlib import Path

from tasks.entities.training.corpora import Labelled, columns, gmb, held_out, worldwide
from tasks.entities.training.evaluate import Score, evaluate
from tasks.entities.training.train import tags


def _named(document: Labelled) -> list[tuple[str, str]]:
    return [(document.text[start:end], kind) for start, end, kind in document.mentions]


def test_worldwide_is_laid_over_its_text_and_its_inner_names_are_not_read(tmp_path: Path) -> None:
    for name in ("annotated", "articles"):
        (tmp_path / name).mkdir()
    rows = ["U\tB-Location", ".\tI-Location", "S\tI-Location", ".\tI-Location", "sent\tO", ""]
    rows += ["Acme\tB-Organization", "Oslo\tI-Organization\tB-Location", ".\tO"]
    (tmp_path / "annotated" / "a.txt.tsv").write_text("http://a.example\tO\n\n" + "\n".join(rows) + "\n")
    (tmp_path / "articles" / "a.txt").write_text("http://a.example\n\nThe U.S. sent\n\nAcme Oslo.\n")
    (document,) = worldwide(tmp_path)
    assert _named(document) == [("U.S.", "PLACE"), ("Acme Oslo", "ORG")]
    assert "http" not in document.text


def test_gmb_loses_titles_and_its_nationalities_are_not_places(tmp_path: Path) -> None:
    words = [
        ("President", "B-per"),
        ("Berg", "I-per"),
        ("left", "O"),
        ("U.S.", "B-org"),
        ("French", "B-gpe"),
        ("Iraq", "B-gpe"),
        ("two", "B-tim"),
        ("Muslims", "O"),
        ("Café", "B-org"),
    ]
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["Sentence #", "Word", "POS", "Tag"])
    for number, (word, tag) in enumerate(words):
        writer.writerow(["" if number else "Sentence: 1", word, "NN", tag])
    with zipfile.ZipFile(tmp_path / "ner_dataset.csv.zip", "w") as archive:
        archive.writestr("ner_dataset.csv", table.getvalue().encode("cp1252"))
    (document,) = gmb(tmp_path)
    assert _named(document) == [
        ("Berg", "PERSON"),
        ("U.S.", "PLACE"),
        ("French", "NORP"),
        ("Iraq", "PLACE"),
        ("Muslims", "NORP"),
        ("Café", "ORG"),
    ]


def test_no_label_does_not_mean_no_nationality(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text("Danish\tO\nbutter\tO\nin\tO\nOslo\tB-LOC\n")
    (document,) = columns(tmp_path / "a.conll", {"LOC": "PLACE"}, 0, 1)
    assert _named(document) == [("Danish", "NORP"), ("Oslo", "PLACE")]


def test_a_tag_begins_each_name() -> None:
    spans = [(0, 4), (5, 9), (10, 14), (15, 19)]
    assert tags(spans, [(0, 9, "ORG"), (10, 14, "ORG")]) == ["B-ORG", "I-ORG", "B-ORG", "O"]


def test_the_held_out_documents_are_the_same_ones_always() -> None:
    names = [f"paper_{number}.txt" for number in range(2_000)]
    assert [name for name in names[:20] if held_out(name)] == ["paper_0.txt", "paper_15.txt"]
    assert 0.12 < sum(map(held_out, names)) / 2_000 < 0.18


def test_scores() -> None:
    score = Score(right=2, given=4, labelled=3)
    assert (score.precision, score.recall) == (0.5, 2 / 3)
    assert round(score.f1, 6) == round(4 / 7, 6)
    assert Score(0, 0, 0).f1 == 0.0


def test_strict_spans_places_as_one_kind() -> None:
    text = "He flew from Oslo to Japan."
    document = Labelled("a", text, [(0, len(text))], [(13, 17, "PLACE"), (18, 26, "PLACE")])
    scores = evaluate([document]).scores
    assert (scores["PLACE"].right, scores["PLACE"].given, scores["PLACE"].labelled) == (1, 2, 2)
