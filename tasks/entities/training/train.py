"""Labelled documents -> the model file: a linear-chain CRF over the features that the recogniser makes."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite  # type: ignore[import-untyped]

from tasks.entities.casing import recased
from tasks.entities.evidence import evidence
from tasks.entities.features import features, stretches
from tasks.entities.tokens import tokens
from tasks.entities.training.corpora import Labelled, training

# How often each example is learnt. GMB is left out: without its labels, partly made by machine, scores were higher.
WEIGHTS = {"worldwide": 2, "gmb": 0, "ewt": 1, "btc": 1, "wnut17": 1}
PARAMETERS = {"c1": 0.05, "c2": 0.5, "max_iterations": 80, "feature.minfreq": 4, "feature.possible_transitions": 0}


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
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for corpus, document in training(folder):
        for items, labels in examples(document) if WEIGHTS[corpus] else ():
            for _ in range(WEIGHTS[corpus]):
                trainer.append(items, labels)
    trainer.train(str(target))
    return hashlib.sha256(target.read_bytes()).hexdigest()
