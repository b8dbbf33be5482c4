"""What an index of texts is made with, and how it is kept beside it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Parameters:
    """What an index was made with; two indexes of different parameters cannot be compared.

    shingle: words in a shingle; values: length of a signature; bands times rows: how many of its values are used.
    window: shingles of which one is kept as a passage key. minimum_words: shorter texts get no keys and match exactly
    only. seed: of all hashes but the text hash.
    """

    shingle: int = 5
    values: int = 128
    bands: int = 25
    rows: int = 5
    window: int = 24
    minimum_words: int = 20
    seed: int = 20160926
    version: str = "2"

    def written(self) -> dict[str, str]:
        """Give them by name, as text, as an index keeps them."""
        return {name: str(value) for name, value in asdict(self).items()}

    @classmethod
    def read(cls, written: Mapping[str, str]) -> "Parameters":
        """Give what was written."""
        return cls(**{name: type(value)(written[name]) for name, value in asdict(PARAMETERS).items()})


PARAMETERS = Parameters()
