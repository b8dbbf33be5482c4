"""A name in, whether it is passed over out: what is hidden or still being written, in a folder or in an archive."""

UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".download", ".swp", "~")  # ends of names still being written


def passed_over(name: str) -> bool:
    """Whether a file or folder of this name is hidden or still being written, and so not there yet."""
    return name.startswith(".") or name.lower().endswith(UNFINISHED)
