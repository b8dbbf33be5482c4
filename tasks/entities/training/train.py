"""Labelled documents -> the model file: an averaged perceptron over the features that the recogniser makes."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite  # type: ignore[import-untyped]

from tasks.entities.casing import recased
from tasks.entities.evidence import evidence
from tasks.entities.features import features, stretches
from tasks.entities.tokens import tokens
from tasks.entities.training.corpora import Labelled, training

WEIGHTS = {"worldwide": 5, "gmb": 1, "ewt": 1, "btc": 1, "wnut17": 1}
PARAMETERS = {"max_iterations": 12, "feature.minfreq": 10, "feature.possible_transitions": 0}


def examples(document: Labelled) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Give the features and the tags of each sentence of a document."""
    spans = [[(a + start, b + start) for a, b in tokens(document.text[start:end])] for start, end in document.sentences]
    words = recased([[document.text[a:b] for a, b in sentence] for sentence in spans])
    known = evidence(words)
    for sentence, sentence_words in zip(spans, words, strict=True):
        labels = tags(sentence, document.mentions) if sentence else []
        for part in stretches(sentence_words):
            yield features(sentence_words, part, known), labels[part.start : part.stop]


def tags(sentence: list[tuple[int, int]], mentions: list[tuple[int, int, str]]) -> list[str]:
    """Give the tags of the tokens of a sentence: B- for the first token that a mention touches, I- for the others."""
    made = ["O"] * len(sentence)
    for start, end, kind in mentions:
        if start < sentence[-1][1] and end > sentence[0][0]:
            prefix = "B-"
            for i, (a, b) in enumerate(sentence):
                if a < end and b > start and made[i] == "O":
                    made[i] = prefix + kind
                    prefix = "I-"
    return made


def train(folder: Path, target: Path) -> str:
    """Train on the corpora below `folder`, write the model to `target`, and give its SHA-256."""
    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params(PARAMETERS)
    for corpus, document in training(folder):
        for features, labels in examples(document):
            for _ in range(WEIGHTS[corpus]):
                trainer.append(features, labels)
    trainer.train(str(target))
    return hashlib.sha256(target.read_bytes()).hexdigest()
