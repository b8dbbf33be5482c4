"""A number in words -> its value: "two hundred and fifty", "twenty-five", "three million"."""

import re

SMALL = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_BREAKS = re.compile(r"[\s-]+")


def spelled_value(words: str) -> float | None:
    """Give the value of a number in words, None for words in a row that are not one number ("five six")."""
    total = group = 0
    last = smallest = 10**15
    for word in _BREAKS.split(words.lower()):
        if word == "and":
            continue
        if word in SMALL:
            value = SMALL[word]
            if not _follows(value, last):
                return None
            group += value
            last = value
        elif word == "hundred" or word == "dozen":
            group, last = max(group, 1) * SCALES[word], SCALES[word]
        else:
            scale = SCALES[word]
            if scale >= smallest:
                return None
            total, group, last, smallest = total + max(group, 1) * scale, 0, scale, scale
    return total + group


def _follows(value: int, last: int) -> bool:
    """Tell whether a small number may follow a part of a number: "twenty-five", "hundred and five", not "five six"."""
    return last >= 100 or (20 <= last <= 90 and value < 10)
