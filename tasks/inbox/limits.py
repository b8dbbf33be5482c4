"""What the inbox puts up with: sizes beyond which a file is rejected with a reason instead of being read."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings for one file; every decoder keeps to them.

    file_bytes: size of a file on disk. characters: length of one document's text. undecoded: share (0..1) of
    characters that may be undecodable. controls: share (0..1) of control characters above which bytes are not text.
    """

    file_bytes: int = 64 * MEGABYTE
    characters: int = 5_000_000
    undecoded: float = 0.005
    controls: float = 0.005
