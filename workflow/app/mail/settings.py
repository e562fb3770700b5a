"""The settings for mail: which server, how it is reached, and who the mails are from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from workflow.app.unusable_setting import UnusableSetting

Security = Literal["starttls", "tls", "none"]
PORTS: Mapping[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
LONGEST_WAIT = 60
_FROM = re.compile(r"(?:(?P<name>[^<>\x00-\x1f\x7f]*)<(?P<inside>[^<>\s]+)>|(?P<bare>[^<>\s]+))")
_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\\x00-\x1f\x7f]+@[^\s@<>,;:\"()\[\]\\\x00-\x1f\x7f]+")
_HERE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How mails leave. Made by `mail_settings`, which validates it."""

    host: str
    port: int
    security: Security
    sender: str
    """Bare address that mails are from; meetings are organised by it too."""
    sender_name: str
    user: str = ""
    password: str = field(default="", repr=False)
    authority: Path | None = None
    """Certificate of the authority that vouches for the server; None for those of the machine."""
    timeout: float = 30
    """Seconds to wait for each answer of the server."""
    redirect_to: str = ""
    """Test mode: the one address that every mail goes to instead; «» sends as meant."""
    templates: Path | None = None
    """Folder with the agency's own templates."""


def mail_settings(environment: Mapping[str, str]) -> MailSettings | None:
    """Read and check the settings; None without FRISTVAKT_MAIL_HOST, which turns mail off."""
    host = environment.get("FRISTVAKT_MAIL_HOST") or ""
    if not host:
        return None
    if re.search(r"[\s/@]", host):
        raise UnusableSetting(variable="FRISTVAKT_MAIL_HOST", value=host, example="smtp.example.no")
    security = _security(environment.get("FRISTVAKT_MAIL_SECURITY") or "starttls")
    name, sender = _sender(environment.get("FRISTVAKT_MAIL_FROM") or "")
    user = environment.get("FRISTVAKT_MAIL_USER") or ""
    if user and security == "none" and host not in _HERE:
        # the password would cross the network for everyone to read
        raise UnusableSetting(variable="FRISTVAKT_MAIL_SECURITY", value=security, example="starttls")
    return MailSettings(
        host=host,
        port=_port(environment.get("FRISTVAKT_MAIL_PORT") or str(PORTS[security])),
        security=security,
        sender=sender,
        sender_name=name,
        user=user,
        password=_password(environment),
        authority=_existing("FRISTVAKT_MAIL_CA", environment, "/etc/ssl/etaten.pem"),
        timeout=_timeout(environment.get("FRISTVAKT_MAIL_TIMEOUT") or "30"),
        redirect_to=_redirect(environment.get("FRISTVAKT_MAIL_REDIRECT_TO") or ""),
        templates=_existing("FRISTVAKT_TEMPLATES", environment, "/etc/fristvakt/maler", folder=True),
    )


def _security(text: str) -> Security:
    for known in PORTS:
        if text == known:
            return known
    raise UnusableSetting(variable="FRISTVAKT_MAIL_SECURITY", value=text, example="starttls")


def _sender(text: str) -> tuple[str, str]:
    found = _FROM.fullmatch(text.strip())
    address = (found["inside"] or found["bare"]) if found else ""
    if not found or not _ADDRESS.fullmatch(address):
        raise UnusableSetting(
            variable="FRISTVAKT_MAIL_FROM", value=text, example="Fristvakt <fristvakt@example.no>"
        )
    return (found["name"] or "").strip().strip('"') or "Fristvakt", address


def _redirect(text: str) -> str:
    if text and not _ADDRESS.fullmatch(text):
        raise UnusableSetting(variable="FRISTVAKT_MAIL_REDIRECT_TO", value=text, example="proving@example.no")
    return text


def _password(environment: Mapping[str, str]) -> str:
    """Give the password; from a file where one is named, so that it stands in no list of processes."""
    file = environment.get("FRISTVAKT_MAIL_PASSWORD_FILE") or ""
    if not file:
        return environment.get("FRISTVAKT_MAIL_PASSWORD") or ""
    try:
        return Path(file).read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableSetting(
            variable="FRISTVAKT_MAIL_PASSWORD_FILE", value=file, example="/run/secrets/fristvakt-epost"
        ) from error


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise UnusableSetting(variable="FRISTVAKT_MAIL_PORT", value=text, example="587")
    return int(text)


def _timeout(text: str) -> float:
    if not re.fullmatch(r"\d{1,3}(\.\d+)?", text) or not 0 < float(text) <= LONGEST_WAIT:
        raise UnusableSetting(variable="FRISTVAKT_MAIL_TIMEOUT", value=text, example="30")
    return float(text)


def _existing(
    variable: str, environment: Mapping[str, str], example: str, *, folder: bool = False
) -> Path | None:
    text = environment.get(variable) or ""
    if not text:
        return None
    path = Path(text).expanduser().absolute()
    if not (path.is_dir() if folder else path.is_file()):
        raise UnusableSetting(variable=variable, value=text, example=example)
    return path
