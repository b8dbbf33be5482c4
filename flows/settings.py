"""The environment and broadsheet.toml go in, one checked Settings record comes out: nothing else reads either.

Each field is an option of the command (`--near-jaccard`), a variable (`BROADSHEET_NEAR_JACCARD`), a key of
`broadsheet.toml` (`near_jaccard`) and a parameter of the flows. An option wins over a variable, a variable over the
file.
"""

from datetime import date
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from tasks.engine import Engine, Guard
from tasks.errors import EngineError, SettingsError
from tasks.inbox.limits import FIELDS, MEGABYTE, Limits, Rules
from tasks.records import Cadence

RULINGS = "entities.toml"
SCANS_TAKE = 10  # times as long as other files, as each page is read as a picture


class _Toml(TomlConfigSettingsSource):
    """broadsheet.toml, in which `entities.pipeline` may stand for `entities_pipeline`."""

    def __call__(self) -> dict[str, Any]:
        read = dict(super().__call__())
        about = read.pop("entities", {})
        if not isinstance(about, dict):
            raise ValueError("entities is a table: [entities], with file and pipeline")
        return read | {f"entities_{key}": value for key, value in about.items()}


class Settings(BaseSettings):
    """What a run needs to know. Every field has a default that suits one person with a folder of files."""

    model_config = SettingsConfigDict(
        env_prefix="BROADSHEET_", toml_file="broadsheet.toml", extra="forbid", frozen=True, str_strip_whitespace=True
    )

    seeds: str = Field("seeds", description="the inbox: the folder that files are dropped into")
    warehouse: str = Field("warehouse", description="the warehouse: a folder, or ducklake:CATALOGUE?data=PATH")
    reports: str = Field("reports", description="the folder that issues are filed in")
    cadence: Cadence = Field("weekly", description="how much time an issue covers")
    as_of: date | None = Field(
        None,
        description="print the issue whose period holds this day; without it, that of the newest documents",
        ge=date(1000, 1, 1),
        le=date(9998, 12, 31),
    )
    timezone: str = Field("UTC", description="the time zone in which days begin, as in the tz database")
    title: str = Field("Broadsheet", description="the name in the masthead", min_length=1, max_length=60)
    history: Annotated[int, Field(description="how many earlier periods trends look back on", ge=1, le=52)] = 8
    file_patterns: list[str] = Field(
        ["{publisher}_{date}_{slug}", "{date}-{slug}", "{date}_{slug}"],
        description="what file names say of their documents, tried in order",
    )
    near_jaccard: Annotated[
        float, Field(description="word 5-grams shared from which two texts are one", ge=0.5, le=1.0)
    ] = 0.8
    quiet_seconds: Annotated[
        float, Field(description="a file changed within this time is still being written and waits", ge=0, le=3600)
    ] = 2.0
    fields: list[str] = Field(
        [],
        description="what tables and JSON call the fields of a document, as OURS=THEIRS (text=body_html); OURS is "
        "one of " + ", ".join(FIELDS),
    )
    ocr: bool = Field(
        False,
        description="read scanned PDFs with tesseract, which must be installed; files may then take ten times as long",
    )
    max_file_mb: Annotated[
        int, Field(description="larger files, and larger things inside files, are rejected", ge=1, le=2048)
    ] = 64
    max_unpacked_mb: Annotated[
        int, Field(description="how much is unpacked from one file before the rest is rejected", ge=1, le=65_536)
    ] = 512
    max_members: Annotated[
        int, Field(description="how many things one file may hold before the rest is rejected", ge=1, le=10_000_000)
    ] = 10_000
    max_depth: Annotated[int, Field(description="how deep archives may lie within each other", ge=0, le=16)] = 4
    read_seconds: Annotated[
        int,
        Field(
            description="a file that takes longer to read, with a second more for each 100 KB of it, is rejected",
            ge=1,
            le=86_400,
        ),
    ] = 60
    read_memory_mb: Annotated[
        int, Field(description="memory that a process which reads files may use", ge=256, le=1_048_576)
    ] = 1024
    entities_file: str = Field(
        RULINGS,
        description="what is ruled about names: a TOML file that joins, parts, renames, ignores them, if it is there",
    )
    entities_pipeline: str = Field(
        "",
        description="a spaCy pipeline that finds the names, by its name or folder; without it, the program's own model",
    )
    batch_files: Annotated[int, Field(description="files taken in by one commit", ge=1, le=10_000)] = 500
    memory: str = Field("2GB", description="what DuckDB may use before it spills to disk", pattern=r"^[1-9]\d*(MB|GB)$")
    engine: str = Field("auto", description="where work runs: auto, inline, processes[:N] or dask://HOST:PORT")
    api: str = Field(
        "auto",
        description="the Prefect API: its URL, or auto: the one PREFECT_API_URL names, one on this machine, or one for "
        "the time of the run",
    )
    strict: bool = Field(False, description="end with status 3 when files were rejected")

    @field_validator("timezone")
    @classmethod
    def _known(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError("no such time zone; for example Europe/Paris")
        return name

    @field_validator("engine")
    @classmethod
    def _an_engine(cls, setting: str) -> str:
        try:
            Engine.parse(setting, 0)
        except EngineError as error:
            raise ValueError(str(error)) from error
        return setting

    @field_validator("api")
    @classmethod
    def _an_address(cls, setting: str) -> str:
        if setting != "auto" and not setting.startswith(("http://", "https://")):
            raise ValueError("use auto, or a URL such as http://127.0.0.1:4200/api")
        return setting

    @field_validator("fields")
    @classmethod
    def _a_mapping(cls, setting: list[str]) -> list[str]:
        for each in setting:
            ours, mark, theirs = each.partition("=")
            if ours not in FIELDS or not mark or not theirs:
                raise ValueError(f"{each!r} is not OURS=THEIRS with OURS one of {', '.join(FIELDS)}")
        return setting

    @property
    def rules(self) -> Rules:
        """How files are read, as the inbox takes it."""
        fields: dict[str, tuple[str, ...]] = {}
        for each in self.fields:
            ours, _, theirs = each.partition("=")
            fields[ours] = (*fields.get(ours, ()), theirs)
        limits = Limits(
            file_bytes=self.max_file_mb * MEGABYTE,
            unpacked_bytes=self.max_unpacked_mb * MEGABYTE,
            members=self.max_members,
            depth=self.max_depth,
        )
        return Rules(limits, fields, self.ocr)

    @property
    def guard(self) -> Guard:
        """What a process that reads files may use, as the engine takes it."""
        seconds = self.read_seconds * (SCANS_TAKE if self.ocr else 1)
        return Guard(seconds, self.read_memory_mb * MEGABYTE)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone as Python reads it."""
        return ZoneInfo(self.timezone)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 the signature is pydantic's
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then the environment, then broadsheet.toml in the current folder."""
        return init_settings, env_settings, _Toml(settings_cls)


def load(**given: object) -> Settings:
    """The settings of this run; `given` wins over environment and file. Raises SettingsError with every fault named."""
    try:
        return Settings(**given)  # type: ignore[arg-type]  # checked by pydantic
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise SettingsError(f"{faults}. Settings come from options, BROADSHEET_... and broadsheet.toml.") from error
    except ValueError as error:  # broken TOML
        raise SettingsError(f"{Path('broadsheet.toml').resolve()}: {error}") from error


# The settings that shape what an issue says: kept with it, so that it can be printed again the same.
SHAPING = ("title", "cadence", "timezone", "history", "near_jaccard")


def shaping(settings: Settings) -> dict[str, str]:
    """Those settings as text, by name."""
    return {name: str(getattr(settings, name)) for name in SHAPING}
