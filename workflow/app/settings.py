"""The settings: one typed value, from the environment, validated before anything starts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from workflow.app.mail.settings import MailSettings, mail_settings
from workflow.app.unusable_setting import UnusableSetting
from workflow.language import LANGUAGES

PROJECT = Path(__file__).parents[2]
_ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")
DATABASES = ("sqlite", "postgresql", "postgresql+psycopg")


@dataclass(frozen=True, slots=True)
class Settings:
    """What differs between installations. Made by `from_environment`, which validates it."""

    home: Path
    """Folder that holds `var/` with the default database and the demo's addresses."""
    database_url: str
    agency: str
    """Whose letters these are; a part of every id, so it must never change in a store."""
    language: str
    user: str
    """Who decides when `--as` is not given: name, e-mail or id from the directory."""
    base_url: str
    """Public address of the service, without a final slash; the feed addresses begin with it."""
    host: str
    port: int
    mail: MailSettings | None = None
    """How mails leave; None sends none."""
    joint_holiday: bool = True
    """Whether ladders step over the joint holiday (fellesferien)."""
    ledger_key_file: Path | None = None
    """Where the key for checkpoints is kept; None is beside the default database."""
    ledger_key_passphrase: str = field(default="", repr=False)
    auditor_mail: str = ""
    """Who gets every day's checkpoint; «» nobody."""

    @property
    def folder(self) -> Path:
        """The folder of what the program itself writes."""
        return self.home / "var"

    @property
    def ledger_key(self) -> Path:
        """The file of the key that signs checkpoints."""
        return self.ledger_key_file or self.folder / "revisjonsnokkel.pem"


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Read and check the settings; `UnusableSetting` says what to write instead."""
    home = Path(environment.get("FRISTVAKT_HOME") or _project_folder()).expanduser().absolute()
    port = _port(environment.get("FRISTVAKT_PORT") or "8000")
    host = environment.get("FRISTVAKT_HOST") or "127.0.0.1"
    return Settings(
        home=home,
        database_url=_database(environment.get("FRISTVAKT_DATABASE_URL") or _default_database(home)),
        agency=environment.get("FRISTVAKT_AGENCY") or "virksomheten",
        language=language_of(environment),
        user=environment.get("FRISTVAKT_USER") or "",
        base_url=_address(environment.get("FRISTVAKT_BASE_URL") or f"http://127.0.0.1:{port}"),
        host=host,
        port=port,
        mail=mail_settings(environment),
        joint_holiday=_joint_holiday(environment.get("FRISTVAKT_FELLESFERIE") or "ja"),
        ledger_key_file=_file(environment.get("FRISTVAKT_LEDGER_KEY") or ""),
        ledger_key_passphrase=environment.get("FRISTVAKT_LEDGER_KEY_PASSPHRASE") or "",
        auditor_mail=_mail_address("FRISTVAKT_AUDITOR_MAIL", environment, "revisor@example.no"),
    )


def language_of(environment: Mapping[str, str]) -> str:
    """Give the language of what is shown: `nb` unless the environment says `nn`."""
    language = environment.get("FRISTVAKT_LANGUAGE") or "nb"
    if language not in LANGUAGES:
        raise UnusableSetting(variable="FRISTVAKT_LANGUAGE", value=language, example="nn")
    return language


def _file(text: str) -> Path | None:
    return Path(text).expanduser().absolute() if text else None


def _mail_address(variable: str, environment: Mapping[str, str], example: str) -> str:
    text = (environment.get(variable) or "").strip()
    if text and not _ADDRESS.fullmatch(text):
        raise UnusableSetting(variable=variable, value=text, example=example)
    return text


def _joint_holiday(text: str) -> bool:
    if text not in ("ja", "nei"):
        raise UnusableSetting(variable="FRISTVAKT_FELLESFERIE", value=text, example="nei")
    return text == "ja"


def _project_folder() -> Path:
    """Find the folder of the project; where it is installed without one, the folder we stand in."""
    return PROJECT if (PROJECT / "pyproject.toml").exists() else Path.cwd()


def _default_database(home: Path) -> str:
    return f"sqlite:///{home / 'var' / 'fristvakt.db'}"


def _database(url: str) -> str:
    if url.partition("://")[0] not in DATABASES or not url.partition("://")[2]:
        raise UnusableSetting(
            variable="FRISTVAKT_DATABASE_URL",
            value=_masked(url),
            example="postgresql://bruker:passord@vert/fristvakt",
        )
    return url


def _masked(url: str) -> str:
    """Hide a password, so that an error can be shown to anyone."""
    before, at, after = url.rpartition("@")
    return f"{before.rpartition(':')[0]}:***{at}{after}" if at else url


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise UnusableSetting(variable="FRISTVAKT_PORT", value=text, example="8000")
    return int(text)


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise UnusableSetting(
            variable="FRISTVAKT_BASE_URL", value=text, example="https://fristvakt.example.no"
        )
    return text.rstrip("/")
