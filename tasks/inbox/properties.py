"""What an office program says of a document in, what it means out: no file names, no "untitled", no accounts."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tasks.records import MetadataField

ORIGIN = "document properties"
PROGRAM = re.compile(
    r"^(?:Microsoft (?:Office )?(?:Word|PowerPoint|Excel|Publisher)|Word|Print|Drucken) ?[-–—] ?", re.I
)
FILE_NAME = re.compile(
    r"\S.{0,200}\.(?:docx?|dotx?|docm|rtf|odt|pages|pdf|indd|qxd|qxp|pptx?|xlsx?|tex|dvi|txt|html?|tmp|p65|pub|wpd)",
    re.I,
)
NO_TITLE = re.compile(
    r"(?:untitled|no title|unbenannt|sans (?:titre|nom)|sin título|ohne titel|(?:word |new )?document|dokument"
    r"|microsoft word|(?:(?:power ?point|slide) )?presentation|title|unknown|none|null|layout|print|scan)[ _-]*\d*",
    re.I,
)
NO_NAME = re.compile(
    r"(?:admin(?:istrator)?|user|owner|default(?: user)?|unknown|none|null|author|guest|test|root|python-docx|anonymous"
    r"|windows user|microsoft(?: office| corporation)?(?: user)?|preferred customer|valued customer|pc|\W*)[ _-]*\d*",
    re.I,
)
LOGIN = re.compile(r"[a-z0-9._-]+")  # one word without a capital: the name of an account
SEVERAL = re.compile(r"\s*;\s*")
PDF_DATE = re.compile(
    r"(?:D:)?(?P<day>\d{4}(?:\d{2}){0,2})(?P<time>(?:\d{2}){2,3})?(?:(?P<sign>[+-])(?P<zone>\d{2})'?(?P<rest>\d{2})?'?|(?P<utc>Z).*)?"
)
ISO_DATE = re.compile(r"(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?")
OF_TEMPLATES = frozenset(("2013-12-23T23:15:00Z",))  # when the template was made that python-docx begins with


def properties(
    title: str = "", authors: Sequence[str] = (), *, created: str = "", modified: str = "", language: str = ""
) -> tuple[MetadataField, ...]:
    """The fields of what says something; dates in ISO 8601, "" for none."""
    given: list[tuple[str, str]] = [("title", meant_title(title))]
    given += [("author", name) for name in meant_names(authors)]
    given += [("date", created), ("modified", modified), ("language", " ".join(language.split()))]
    return tuple(MetadataField(name, value, ORIGIN) for name, value in given if value and value not in OF_TEMPLATES)


def meant_title(written: str) -> str:
    """The title as somebody wrote it; "" for a file name or what a program writes of itself."""
    title = PROGRAM.sub("", " ".join(written.split()))
    return "" if FILE_NAME.fullmatch(title) or NO_TITLE.fullmatch(title) else title


def meant_names(written: Sequence[str]) -> Iterator[str]:
    """The names of people, one by one; accounts and programs have none."""
    for name in (part for each in written for part in SEVERAL.split(" ".join(each.split()))):
        if not NO_NAME.fullmatch(name) and not LOGIN.fullmatch(name):
            yield name


def pdf_date(written: str) -> str:
    """ISO 8601 for a date as PDFs have it ("D:20240131120000+01'00'"), as precise as it is; "" for any other."""
    found = PDF_DATE.fullmatch(written.strip())
    if not found:
        return ""
    parts: Mapping[str, str] = {name: value or "" for name, value in found.groupdict().items()}
    day = "-".join(part for part in (parts["day"][:4], parts["day"][4:6], parts["day"][6:8]) if part)
    if not parts["time"] or len(day) < len("2024-01-31"):
        return day
    time = ":".join(parts["time"][at : at + 2] for at in range(0, len(parts["time"]), 2))
    zone = f"{parts['sign']}{parts['zone']}:{parts['rest'] or '00'}" if parts["sign"] else parts["utc"]
    return f"{day}T{time}{zone}"


def iso_date(written: str) -> str:
    """The date and time of an XML date without fractions of seconds; "" for what is no date."""
    found = ISO_DATE.fullmatch(written.strip())
    return found[1] + (found[2] or "") if found else ""
