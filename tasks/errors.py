"""The errors that Broadsheet raises on purpose.

BroadsheetError            something a person can act on; its text says what, where and the remedy
├── Rejected               one file or archive member cannot become a document (data, not a crash)
│   └── Waiting            a file that is not there whole: left alone, not recorded, met again by the next run
├── SettingsError          a setting is missing, wrong or contradicts another
│   ├── PipelineError      the recogniser that the settings name cannot be loaded
│   └── RulingsError       the operator's entities.toml says something that cannot be meant
├── WarehouseError         the warehouse cannot be opened, read or written
│   ├── Conflict           another run committed first; read again and go on
│   ├── IndexMismatch      the index by which texts alike are found was made in another way
│   └── OlderSnapshot      a snapshot from before the tables were brought up to date: it stays as it is
├── RenderError            the issue could not be composed, rendered or checked
└── EngineError            the workers could not be reached or kept dying
"""


class BroadsheetError(Exception):
    """The root: its message is written for the operator and names the file or setting and the remedy."""


class Rejected(BroadsheetError):
    """A file or member that cannot become a document.

    stage: where it ended: "list", "read", "decode", "text" or "limits".
    reason: one short sentence in plain words, shown in the issue.
    """

    def __init__(self, stage: str, reason: str) -> None:
        super().__init__(stage, reason)  # both, so that it crosses a process boundary whole
        self.stage = stage
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


class Waiting(Rejected):
    """A file that vanished or is still growing: not for the ledger, the next run meets it again (or does not)."""


class SettingsError(BroadsheetError):
    """A setting is missing, wrong or contradicts another."""


class PipelineError(SettingsError):
    """The recogniser that the settings name cannot be loaded."""


class RulingsError(SettingsError):
    """The operator's entities.toml cannot be read or contradicts itself; the message names the table and the remedy."""


class WarehouseError(BroadsheetError):
    """The warehouse cannot be opened, read or written."""


class Conflict(WarehouseError):
    """Another run committed first: what was read is out of date."""


class IndexMismatch(WarehouseError):
    """The index by which texts alike are found was made with other parameters than it is to be used with."""


class OlderSnapshot(WarehouseError):
    """The warehouse as it stood at a snapshot has tables that this Broadsheet does not read."""


class RenderError(BroadsheetError):
    """The issue could not be composed, rendered or checked."""


class EngineError(BroadsheetError):
    """The workers could not be reached or kept dying."""
