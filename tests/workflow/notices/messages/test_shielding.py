"""What is shielded stays within the mails of those who may see it."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage

import pytest

from projections.engine.duty.state import Duty
from tests.workflow.notices.messages.drafting import (
    DEVIATION,
    DIGEST,
    KARI,
    OLA,
    deadline,
    deviating,
    draft,
    duty,
    meeting,
    notice,
    subject,
    text,
    written,
)
from workflow.notices.model import Kind, Notice

SECRET = "HEMMELIG"


def _everything(message: EmailMessage) -> str:
    """Give all that a mail holds, decoded."""
    parts = [each.get_payload(decode=True) for each in message.walk() if not each.is_multipart()]
    return "\n".join([*map(str, message.values()), *(bytes(part).decode() for part in parts)])


def _secret(**changes: object) -> Duty:
    """Give a shielded duty whose every word is secret."""
    made = deviating(cause=f"{SECRET} årsak", consequence=f"{SECRET} følge")
    stated = deadline().model_copy(update={"text": SECRET, "explanation": SECRET, "explanation_nn": SECRET})
    source = made.sources[0].model_copy(
        update={"mentions": (made.sources[0].mentions[0].model_copy(update={"quote": SECRET}),)}
    )
    for version in made.parts[""].history:
        version.deadline, version.source = stated, source
    made.sources = [source]
    made.deviations[DEVIATION].measures[1].what = f"{SECRET} tiltak"
    made.shielded, made.title, made.raw_title = True, f"{SECRET} tittel", SECRET
    for name, value in changes.items():
        setattr(made, name, value)
    return made


_ABOUT_SECRETS: list[Notice] = [
    notice(),
    notice(step="+3", role="manager"),
    notice(Kind.MISSED, "alert", role="controller"),
    notice(Kind.DEVIATION, "alert", subject=str(DEVIATION), role="controller"),
    notice(Kind.STRAKS, "1", subject=str(DEVIATION), role="director"),
    notice(Kind.MEASURE, "-5", subject=f"{DEVIATION}/1", role="manager"),
    notice(Kind.CHASE, "1"),
    notice(Kind.ORAL, "1", role="controller"),
    DIGEST,
]


@pytest.mark.parametrize("told", _ABOUT_SECRETS, ids=lambda each: f"{each.kind}{each.step}")
def test_writing_of_what_is_shielded_tells_others_nothing(told: Notice) -> None:
    """Not in the subject, the text, the HTML or the calendar file: only that it is, and when."""
    hidden = _secret(owner=OLA.id)
    message = written(draft(hidden, replace(told, instead_of=""), week=(hidden,)))
    assert SECRET not in _everything(message)
    assert "Skjermet rapport" in text(message)
    assert "2026-02" in text(message)


@pytest.mark.parametrize("told", _ABOUT_SECRETS, ids=lambda each: f"{each.kind}{each.step}")
def test_writing_of_what_is_shielded_tells_its_owner_within_the_mail_only(told: Notice) -> None:
    """A subject lights up on a locked telephone, and a calendar file is shared with assistants."""
    shielded = _secret()
    message = written(draft(shielded, told, week=(shielded,)))
    assert f"{SECRET} tittel" in text(message)
    assert SECRET not in subject(message)
    for attached in message.iter_attachments():
        assert SECRET not in str(attached.get_content())


@pytest.mark.parametrize("reference", [SECRET.lower(), f"{SECRET.lower()}-2", f"{SECRET.lower()}/2026-01-05"])
def test_writing_of_what_is_shielded_hides_a_reference_made_of_its_title(reference: str) -> None:
    """A key such as «strategi-for-hemmelig» is as secret as the title it was made from."""
    hidden = _secret(owner=OLA.id, reference=reference)
    for told in (notice(), DIGEST, notice(Kind.MISSED, "alert", role="controller")):
        assert SECRET.lower() not in _everything(written(draft(hidden, told, week=(hidden,)))).lower()


def test_writing_of_a_shielded_part_keeps_its_name_out_too() -> None:
    """Names of parts are words of the letter."""
    hidden = duty(part=SECRET, shielded=True, owner=OLA.id)
    assert SECRET not in _everything(written(draft(hidden, notice(subject=SECRET))))


def test_inviting_to_a_shielded_meeting_keeps_title_and_agenda_out() -> None:
    """Invitations go to many."""
    hidden = meeting(title=SECRET, shielded=True, owner=OLA.id)
    assert hidden.meeting is not None
    hidden.meeting.agenda = hidden.meeting.place = SECRET
    told = notice(Kind.INVITATION, "request", role="attendee")
    message = written(draft(hidden, told, people={KARI.id: KARI}))
    parts = [subject(message), text(message), text(message, "html")]
    assert SECRET not in "".join(parts)
