"""Mails, however the mailbox was saved."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest

from tests.workflow.invitations.replies import apple, google, outlook
from workflow.invitations import mailboxes
from workflow.invitations.answers import answers_in
from workflow.invitations.mailboxes import NoMailbox, mails_in

MAILS = (outlook(), google(), apple())


def _replies(path: Path) -> list[str]:
    return sorted(one.reply for mail in mails_in(path) for one in answers_in(mail.content or b""))


def _maildir(path: Path) -> Path:
    box = mailbox.Maildir(path)
    for mail in MAILS:
        box.add(mail)
    box.add(b"From: x@y.no\n\nHei")
    return path


def _mbox(path: Path) -> Path:
    box = mailbox.mbox(path)
    for mail in MAILS:
        box.add(mail)
    box.close()
    return path


def _folder(path: Path) -> Path:
    (path / "under").mkdir(parents=True)
    for number, mail in enumerate(MAILS):
        (path / "under" / f"{number}.EML").write_bytes(mail)
    (path / "notat.txt").write_text("ikke en e-post")
    return path


@pytest.mark.parametrize("save", [_maildir, _mbox, _folder])
def test_reading_a_mailbox_finds_every_answer_and_leaves_it_as_it_was(save, tmp_path: Path) -> None:  # noqa: ANN001 - one of the three above
    """Maildir, mbox or a folder; nothing is marked, moved or deleted."""
    path = save(tmp_path / "box")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert _replies(path) == ["accepted", "declined", "tentative"]
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_reading_one_mail_finds_its_answer(tmp_path: Path) -> None:
    """A file that is no mbox is one mail."""
    (tmp_path / "svar.eml").write_bytes(google())
    assert _replies(tmp_path / "svar.eml") == ["declined"]


def test_reading_what_is_not_there_is_refused(tmp_path: Path) -> None:
    """With the path, and what may be given."""
    with pytest.raises(NoMailbox):
        list(mails_in(tmp_path / "borte"))


@pytest.mark.parametrize("name", ["stor.eml", "stor.mbox"])
def test_reading_a_mail_too_large_for_an_answer_passes_its_bytes_over(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A film in the mailbox is listed, not read."""
    monkeypatch.setattr(mailboxes, "LARGEST", 100)
    start = b"From x@y.no Tue Sep  1 12:00:00 2026\n" if name.endswith("mbox") else b""
    (tmp_path / name).write_bytes(start + b"Subject: film\n\n" + b"x" * 200)
    assert [mail.content for mail in mails_in(tmp_path / name)] == [None]
