"""A raw text in, the clean text out, with every change that led to it, so that nothing is lost."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import cycle, islice

from tasks.records import Change, Normalised
from tasks.text import captions, characters, dashes, furniture, lines
from tasks.text.edits import Edit, apply

MOST_CHANGES = 100_000  # of one pass: more are kept as one change, or a hostile text would fill the memory with them
ROUNDS = 20  # one repair can lay bare another; a text that is not at rest by then was made to be so


@dataclass(frozen=True)
class Glance:
    """What can be told of a text cheaply, so that costly rules are run only where they may have something to do."""

    text: str

    @cached_property
    def data(self) -> bytes:
        """The text as UTF-8: deleting bytes is ten times as fast as searching for characters."""
        return self.text.encode("utf-8", "surrogatepass")

    @cached_property
    def controls(self) -> bool:
        """Whether there are control characters of ASCII, but for tabs and line feeds."""
        return len(self.data.translate(None, CONTROLS)) < len(self.data)

    @cached_property
    def credited(self) -> list[tuple[int, int]]:
        """The lines with words that captions of pictures are known by."""
        return captions.credited(self.text)

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The different runs of characters beyond ASCII, empty where there are none but those of print."""
        return frozenset(characters.foreign_runs(self.data) if self.alphabet else ())

    @cached_property
    def alphabet(self) -> str:
        """The different characters beyond ASCII, "" where there are none but those of print."""
        if self.text.isascii():
            return ""
        found = set(self.data.translate(None, ASCII).decode("utf-8", "surrogatepass"))
        return "" if found <= OF_PRINT else "".join(found)

    def has(self, *parts: str) -> bool:
        """Whether one of the parts is in the text."""
        return any(part in self.text for part in parts)

    def shows(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern is in the characters beyond ASCII."""
        return pattern.search(self.alphabet) is not None


ASCII = bytes(range(128))
OF_PRINT = frozenset("‘’“”–—…•")  # beyond ASCII, but beyond reproach
CONTROLS = bytes({*range(32), 127} - set(b"\t\n"))
INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
LINE_ENDS, SOFT_HYPHEN, BROKEN = re.compile("[\x85\u2028]"), re.compile("\u00ad"), re.compile("€")
Rule = Callable[[str], Iterable[Edit]]

PASSES: tuple[tuple[Callable[[Glance], bool], Rule], ...] = (
    (lambda glance: glance.controls and glance.has("\x1b["), characters.remove_terminal_escapes),
    (lambda glance: glance.shows(characters.SURROGATES), characters.fix_surrogates),
    (lambda glance: any(map(characters.is_misread, glance.foreign)), characters.fix_mojibake),
    (lambda glance: glance.shows(BROKEN) and glance.has('â€"'), characters.fix_broken_dashes),
    (lambda glance: glance.has("&"), characters.fix_entities),
    (lambda glance: glance.controls or glance.shows(LINE_ENDS), characters.fix_line_endings),
    (lambda glance: glance.controls or glance.shows(characters.PAGE_ENDS), characters.fix_page_ends),
    (lambda glance: glance.controls or glance.shows(characters.CONTROLS), characters.remove_controls),
    (lambda glance: glance.shows(SOFT_HYPHEN), lines.fix_broken_words),
    (lambda glance: glance.shows(INVISIBLE), characters.remove_invisible),
    (lambda glance: glance.shows(characters.SPACES), characters.fix_spaces),
    (lambda glance: glance.shows(characters.LIGATURE), characters.fix_ligatures),
    (lambda glance: any(map(characters.is_composable, glance.foreign)), characters.fix_composition),
    (lambda glance: _trails(glance.text), lines.fix_trailing_spaces),
    (lambda glance: glance.has("\n\n\n") or glance.text != glance.text.strip("\n"), lines.fix_blank_lines),
    (lambda glance: _single_breaks(glance.text), lines.fix_wrapped_lines),
    (lambda glance: _doubles(glance), captions.remove_doubled_caption),
    (lambda glance: dashes.has_mark_alone(glance.text), dashes.restore_dashes),
)


def normalise(raw: str) -> Normalised:
    """Repair `raw` until no rule finds anything more; normalising the result again changes nothing.

    The changes are in the order of their passes and replay to the clean text (`edits.replay`). Furniture and
    captions stay in the text and are pointed out.
    """
    glance = Glance(raw)
    changes: list[Change] = []
    step = quiet = 0  # quiet: passes since the text was changed last
    for worth, rule in islice(cycle(PASSES), ROUNDS * len(PASSES)):
        if worth(glance) and (edits := list(rule(glance.text))):
            changes += _recorded(step, glance.text, edits)
            glance = Glance(apply(glance.text, edits))
            step += 1
            quiet = 0
        elif (quiet := quiet + 1) == len(PASSES):
            break
    aside = furniture.find_furniture(glance.text)
    found = captions.find_captions(glance.text, changes, aside, glance.credited)
    return Normalised(glance.text, tuple(changes), found, aside)


def _recorded(step: int, text: str, edits: Sequence[Edit]) -> Iterator[Change]:
    if len(edits) <= MOST_CHANGES:
        for rule, start, end, after in edits:
            yield Change(step, rule, start, end, text[start:end], after)
    else:
        start, end = edits[0].start, edits[-1].end
        inner = (each._replace(start=each.start - start, end=each.end - start) for each in edits)
        yield Change(step, edits[0].rule, start, end, text[start:end], apply(text[start:end], inner))


def _doubles(glance: Glance) -> bool:
    """Whether a line may say the same twice."""
    lines = (glance.text[start:end] for start, end in glance.credited)
    return glance.has(captions.ALT) or any(map(captions.is_doubled, lines))


def _trails(text: str) -> bool:
    """Whether a line ends with a space or a tab."""
    return text[-1:] in (" ", "\t") or " \n" in text or ("\t" in text and "\t\n" in text)


def _single_breaks(text: str) -> bool:
    """Whether a line ends that is not the last of its paragraph, in a text without more than one blank line."""
    return text.count("\n") != 2 * text.count("\n\n")
