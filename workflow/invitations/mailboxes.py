"""The mails of a mailbox, in whichever way it was saved."""

from __future__ import annotations

import mailbox
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workflow.language import N_
from workflow.refusals import Refusal

_MAILDIR = ("cur", "new")
_MBOX = b"From "
LARGEST = 25 * 1024 * 1024
"""Bytes of a mail beyond which it is passed over: an answer is a few kilobytes."""


class NoMailbox(Refusal):
    """Answers are read from a folder or a file that exists."""

    code = "no-mailbox"
    message = N_(
        "«{path}» cannot be read. Give a Maildir folder, an mbox file, a folder of .eml, or one mail."
    )


@dataclass(frozen=True, slots=True)
class StoredMail:
    """One mail: where it lies, for people, and its bytes; None for what is too large to be an answer."""

    where: str
    content: bytes | None


def mails_in(path: Path) -> Iterator[StoredMail]:
    """Give every mail of a Maildir folder, an mbox file, a folder of mails (.eml), or one file.

    Nothing is marked, moved or deleted. Raises `NoMailbox`.
    """
    try:
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield from _in_file(path)
    except OSError as error:
        raise NoMailbox(path=path) from error


def _in_folder(folder: Path) -> Iterator[StoredMail]:
    if all((folder / each).is_dir() for each in _MAILDIR):
        files = sorted(file for each in _MAILDIR for file in (folder / each).iterdir())
    else:
        files = sorted(file for file in folder.rglob("*") if file.suffix.lower() in (".eml", ".ics"))
    for file in files:
        if file.is_file() and not file.name.startswith("."):
            yield _mail(file, file.relative_to(folder).as_posix())


def _in_file(file: Path) -> Iterator[StoredMail]:
    with file.open("rb") as opened:
        if opened.read(len(_MBOX)) != _MBOX:
            yield _mail(file, file.name)
            return
    box = mailbox.mbox(file, create=False)
    try:
        for number, key in enumerate(box.keys(), 1):
            content = box.get_bytes(key)
            yield StoredMail(f"{file.name} {number}", content if len(content) <= LARGEST else None)
    finally:
        box.close()


def _mail(file: Path, where: str) -> StoredMail:
    return StoredMail(where, file.read_bytes() if file.stat().st_size <= LARGEST else None)
