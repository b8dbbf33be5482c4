"""A name in, whether it is passed over out: what is hidden or still being written, in a folder or in an archive."""

UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".download", ".swp", "~")  # ends of names still being written


def passed_over(name: str) -> bool:
    """Whether a file or folder of this name is hidden or still being written, and so not there yet."""
    return name.startswith(".") or name.lower().endswith(UNFINISHED)


def left_in_archive(path: str) -> bool:
    """Whether a member of an archive is passed over: in a hidden folder too, or what a Mac puts beside each file."""
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    return "__MACOSX" in parts or any(map(passed_over, parts))
