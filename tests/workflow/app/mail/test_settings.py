"""The settings for mail: what is understood, what is refused, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.app.mail.settings import mail_settings
from workflow.app.settings import from_environment
from workflow.app.unusable_setting import UnusableSetting

LEAST = {"FRISTVAKT_MAIL_HOST": "smtp.prove.example", "FRISTVAKT_MAIL_FROM": "fristvakt@prove.example"}


def test_naming_no_server_turns_mail_off() -> None:
    """Whatever else is set."""
    assert mail_settings({"FRISTVAKT_MAIL_FROM": "x@prove.example"}) is None
    assert from_environment({}).mail is None


def test_naming_server_and_sender_is_enough() -> None:
    """The rest is the safe choice: STARTTLS on 587, a checked certificate."""
    found = mail_settings(LEAST)
    assert found is not None
    assert (found.security, found.port, found.timeout) == ("starttls", 587, 30)
    assert (found.sender_name, found.sender) == ("Fristvakt", "fristvakt@prove.example")
    assert found.redirect_to == ""


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("tls", 465), ("none", 25)])
def test_choosing_security_chooses_the_port_of_it(security: str, port: int) -> None:
    """Each has a port of its own; another can be set."""
    chosen = {**LEAST, "FRISTVAKT_MAIL_SECURITY": security}
    found, other = mail_settings(chosen), mail_settings({**chosen, "FRISTVAKT_MAIL_PORT": "2525"})
    assert found is not None
    assert other is not None
    assert (found.port, other.port) == (port, 2525)


@pytest.mark.parametrize(
    ("written", "name", "address"),
    [
        ("Fristvakt i Etaten <frist@prove.example>", "Fristvakt i Etaten", "frist@prove.example"),
        ('"Frist, vakt" <frist@prove.example>', "Frist, vakt", "frist@prove.example"),
        ("<frist@prove.example>", "Fristvakt", "frist@prove.example"),
    ],
)
def test_writing_the_sender_with_a_name_keeps_both(written: str, name: str, address: str) -> None:
    """As mail programs write it."""
    found = mail_settings({**LEAST, "FRISTVAKT_MAIL_FROM": written})
    assert found is not None
    assert (found.sender_name, found.sender) == (name, address)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("FRISTVAKT_MAIL_HOST", "smtp://prove.example"),
        ("FRISTVAKT_MAIL_PORT", "0"),
        ("FRISTVAKT_MAIL_PORT", "smtp"),
        ("FRISTVAKT_MAIL_SECURITY", "ssl"),
        ("FRISTVAKT_MAIL_FROM", ""),
        ("FRISTVAKT_MAIL_FROM", "Fristvakt"),
        ("FRISTVAKT_MAIL_FROM", "a@b.example, c@d.example"),
        ("FRISTVAKT_MAIL_FROM", "Frist\r\nBcc: x@y.example <a@b.example>"),
        ("FRISTVAKT_MAIL_TIMEOUT", "0"),
        ("FRISTVAKT_MAIL_TIMEOUT", "600"),
        ("FRISTVAKT_MAIL_TIMEOUT", "nan"),
        ("FRISTVAKT_MAIL_CA", "/finnes/ikke.pem"),
        ("FRISTVAKT_MAIL_PASSWORD_FILE", "/finnes/ikke"),
        ("FRISTVAKT_MAIL_REDIRECT_TO", "alle"),
        ("FRISTVAKT_TEMPLATES", "/finnes/ikke"),
        ("FRISTVAKT_FELLESFERIE", "kanskje"),
    ],
)
def test_setting_what_cannot_be_used_is_refused_with_an_example(variable: str, value: str) -> None:
    """Before anything starts, by the name of the setting."""
    with pytest.raises(UnusableSetting) as refused:
        from_environment({**LEAST, variable: value})
    assert refused.value.facts["variable"] == variable
    assert refused.value.facts["example"]


def test_logging_in_without_encryption_is_refused_but_on_this_machine() -> None:
    """A password would cross the network for everyone to read."""
    unsafe = {"FRISTVAKT_MAIL_SECURITY": "none", "FRISTVAKT_MAIL_USER": "frist"}
    with pytest.raises(UnusableSetting):
        mail_settings({**LEAST, **unsafe})
    assert mail_settings({**LEAST, **unsafe, "FRISTVAKT_MAIL_HOST": "localhost"}) is not None


def test_keeping_the_password_in_a_file_reads_it_and_shows_it_nowhere(tmp_path: Path) -> None:
    """The last line break is the editor's, not the password's."""
    file = tmp_path / "passord"
    file.write_text(" hemmelig æøå \n", "utf-8")
    found = mail_settings({**LEAST, "FRISTVAKT_MAIL_PASSWORD_FILE": str(file)})
    assert found is not None
    assert found.password == " hemmelig æøå "
    assert "hemmelig" not in repr(found)


def test_leaving_the_joint_holiday_out_is_a_setting() -> None:
    """An agency that works in July says so."""
    assert from_environment({}).joint_holiday
    assert not from_environment({"FRISTVAKT_FELLESFERIE": "nei"}).joint_holiday
