"""A text -> what it is recognised by again: the hash of its text, its shingles, and the keys of its index entry.

Everything that is stored rests on the integer arithmetic below and on BLAKE2b alone, not on a library's hash function,
because the index outlives library versions. `Parameters.version` changes whenever the same text would get other keys.

A shingle is a run of five words (Broder 1997, "On the resemblance and containment of documents"). The resemblance,
or Jaccard similarity, of two texts is the share of their shingles that both have. A signature of k values estimates
it: each value is a shingle drawn by a rule that knows nothing of the text, so that two texts draw the same one with a
probability equal to their Jaccard similarity. The rule is that of Dahlgaard, Knudsen and Thorup 2017, "Fast
similarity sketching": instead of permuting all n shingles k times (k times n steps) each shingle is thrown into one
of k places, round after round until none is empty, and the earliest and then smallest one stays (about n + k log k
steps, with the same expectation and no more variance).

Two texts are compared where one of 25 bands of 5 values agrees, which at Jaccard s happens with probability
1 - (1 - s^5)^25, an S-curve: 0.54 at 0.5, 0.87 at 0.6, 0.990 at 0.7, 0.99995 at 0.8 (Leskovec, Rajaraman and Ullman,
"Mining of massive datasets", 3.4).

A short text quoted whole in a long one has a low Jaccard similarity and shares no band. For it the smallest shingle of
every window of 24 is kept too, as in Schleimer, Wilkerson and Aiken 2003, "Winnowing": of any passage of 28 words or
more that two texts share, they share at least one such key, at two keys for every 25 words.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from tasks.duplicates.parameters import PARAMETERS, Parameters
from tasks.records import KeyKind, Keys

Hashes = NDArray[np.uint64]
Points = NDArray[np.uint8] | NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Signature:
    """A text as the index knows it. words: how many it has; keys: signed 64-bit, by kind; none if it is too short."""

    text_hash: str
    keys: Keys
    words: int


def sign(text: str, parameters: Parameters = PARAMETERS) -> Signature:
    """Give all that is stored of a text, in one pass."""
    folded = _fold(text)
    words = _word_hashes(folded, parameters.seed)
    keys: dict[KeyKind, tuple[int, ...]] = {}
    if words.size >= max(parameters.minimum_words, parameters.shingle):
        joined = _join(words, parameters)
        keys["band"] = band_keys(minhash(joined, parameters), parameters)
        keys["passage"] = passage_keys(joined, parameters)
    return Signature(_hashed(folded), keys, int(words.size))


def text_hash(text: str) -> str:
    """Give 32 hexadecimal digits: the same for texts that differ in case, white space and punctuation only."""
    return _hashed(_fold(text))


def shingles(text: str, parameters: Parameters = PARAMETERS) -> Hashes:
    """Give the hashes of the text's word 5-grams, sorted, each once; none where it has fewer than five words."""
    joined = np.sort(_join(_word_hashes(_fold(text), parameters.seed), parameters))
    return joined[np.append(True, joined[1:] != joined[:-1])] if joined.size else joined


def minhash(shingles: Hashes, parameters: Parameters = PARAMETERS) -> Hashes:
    """Give the signature: two texts agree in each of its values with a probability of their Jaccard similarity.

    Raises ValueError for no shingles at all.
    """
    if not shingles.size:
        raise ValueError("a text without shingles has no signature")
    places = np.uint64(parameters.values)
    signature = np.full(parameters.values, _EMPTY)
    rounds = max(1, 1024 // shingles.size)  # in one array operation; how many has no effect on the result
    first = 0
    while (signature == _EMPTY).any():
        numbers = np.arange(first, first + rounds, dtype=np.uint64)[:, None]
        thrown = _mix(shingles ^ _mix(numbers + np.uint64(parameters.seed)))
        place = ((thrown >> np.uint64(32)) * places) >> np.uint64(32)
        place = np.where(numbers < places, place, numbers % places)  # late rounds fill a given place, so that it ends
        value = numbers << np.uint64(32) | thrown & np.uint64(0xFFFFFFFF)
        np.minimum.at(signature, place.ravel().astype(np.intp), value.ravel())
        first += rounds
    return signature


def passage_keys(shingles: Hashes, parameters: Parameters = PARAMETERS) -> tuple[int, ...]:
    """Give the smallest shingle of every window, each once, in rising order. shingles: in the order of the text."""
    if not shingles.size:
        return ()
    smallest, width = shingles, 1  # of each window of so many shingles
    while width < parameters.window and width < shingles.size:
        step = min(width, parameters.window - width, shingles.size - width)
        smallest = np.minimum(smallest[:-step], smallest[step:])
        width += step
    changed = np.append(smallest[1:] != smallest[:-1], True)
    return tuple(np.unique(smallest[changed]).view(np.int64).tolist())


def band_keys(signature: Hashes, parameters: Parameters = PARAMETERS) -> tuple[int, ...]:
    """Give one signed 64-bit key for each band: equal where all values of the band are; different between bands."""
    rows = signature[: parameters.bands * parameters.rows].reshape(parameters.bands, parameters.rows)
    numbers = np.arange(1, parameters.bands + 1, dtype=np.uint64)
    keys = _mix(rows @ _weights(parameters.rows) + _mix(numbers))
    return tuple(keys.view(np.int64).tolist())


# -- text -> words -> shingles ----------------------------------------------------------------------------------------

_EMPTY = np.uint64(2**64 - 1)
_SPACE = ord(" ")
_BASE = 0xD1342543DE82EF95  # odd, a multiplier of good spectral quality (Steele and Vigna 2022)
_SEPARATOR, _PART, _INNER, _IDEOGRAPH = range(4)
_MARKS = "‘’“”–—…\u00a0"  # separators all
_SOFT_HYPHEN = "\u00ad"
_IDEOGRAPHS = ((0x3040, 0x30A0), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x110000))


@cache
def _classes() -> NDArray[np.uint8]:
    """Give the class of each code point: part of a word, a word by itself, kept between two digits, or separator.

    Currency and percent signs are parts of words, and 3.5 is not 35 nor 1:0 10, because figures are what tells one
    daily notice from the next.
    """
    classes = np.full(0x110000, _SEPARATOR, dtype=np.uint8)
    for point in range(0x20000):
        category = unicodedata.category(chr(point))
        if category[0] in "LMN" or category == "Sc" or chr(point) in "%‰":
            classes[point] = _PART
    for start, end in _IDEOGRAPHS:
        classes[start:end] = _IDEOGRAPH
    classes[[ord(mark) for mark in ".,:/"]] = _INNER
    return classes


def _fold(text: str) -> Points:
    """Give the text's code points, case folded, with one space after each word and nothing else between them."""
    for mark in _MARKS:  # without these most texts are ASCII, which is folded in a fraction of the time
        text = text.replace(mark, " ")
    text = text.replace(_SOFT_HYPHEN, "")
    padded = f" {text.casefold()} "
    points: Points = (
        np.frombuffer(padded.encode("ascii"), dtype=np.uint8)
        if padded.isascii()
        else np.frombuffer(padded.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    )
    classes = _classes()[points]
    kept = (classes == _PART) | (classes == _IDEOGRAPH)
    digit = (points >= ord("0")) & (points <= ord("9"))
    kept[1:-1] |= (classes[1:-1] == _INNER) & digit[:-2] & digit[2:]
    folded = np.where(kept, points, points.dtype.type(_SPACE))
    kept[1:] |= kept[:-1] & (classes[:-1] != _IDEOGRAPH)  # and the one separator after each word
    result: Points = folded[kept]
    return result


def _hashed(folded: Points) -> str:
    """Give the hash of the folded text, however wide its code points are held."""
    data = folded.tobytes()
    if folded.itemsize > 1:
        data = data.decode("utf-32-le", "surrogatepass").encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=16).hexdigest()


def _word_hashes(folded: Points, seed: int) -> Hashes:
    """Give a hash of each word in order: its characters as the digits of a number to an odd base, mixed.

    The numbers of all prefixes of the text are one running sum; a word's is the difference at its ends, moved down to
    the lowest place by the inverse of the base, which an odd number has modulo 2^64.
    """
    ends = folded == _SPACE
    letters = folded * ~ends
    if folded.itemsize > 1 and folded.size and folded.max() >= _IDEOGRAPHS[0][0]:
        single = _classes()[folded] == _IDEOGRAPH
        ends |= single
        ends[:-1] |= single[1:] & ~ends[:-1]
    last = np.flatnonzero(ends)
    if not last.size:
        return np.empty(0, dtype=np.uint64)
    places, inverse = _powers(1 << int(folded.size).bit_length())
    sums = np.cumsum(letters * places[: folded.size], dtype=np.uint64)[last]
    sums[1:] -= sums[:-1].copy()
    starts = np.append(0, last[:-1] + 1)
    return _mix(sums * inverse[starts] + np.uint64(seed))


@lru_cache(maxsize=4)
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """Give the powers of the base of `_word_hashes`, and of its inverse, modulo 2^64."""
    powers = [np.full(count, value, dtype=np.uint64) for value in (_BASE, pow(_BASE, -1, 1 << 64))]
    for each in powers:
        each[0] = 1
        np.cumprod(each, out=each)
    return powers[0], powers[1]


def _join(words: Hashes, parameters: Parameters) -> Hashes:
    """Give the hash of each run of words, in order."""
    runs = max(0, words.size - parameters.shingle + 1)
    joined = np.zeros(runs, dtype=np.uint64)
    for place, weight in enumerate(_weights(parameters.shingle)):
        joined += words[place : place + runs] * weight
    return _mix(joined)


def _weights(count: int) -> Hashes:
    """Give odd multipliers that make a sum of hashes depend on their order."""
    return _mix(np.arange(count, dtype=np.uint64)) | np.uint64(1)


def _mix(values: Hashes) -> Hashes:
    """Scatter 64-bit numbers: the finaliser of splitmix64 (Steele, Lea and Flood 2014), modulo 2^64 throughout."""
    mixed: Hashes = values + np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(30)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed
