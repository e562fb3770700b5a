"""`fristvakt meeting replies`: answers to invitations, from a mailbox."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from workflow.app.cli.meeting_finding import all_meetings
from workflow.app.cli.meeting_page import REPLIES
from workflow.app.cli.opening import decider, opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import argument, command, deciding, formatted
from workflow.app.cli.speech import moment, say
from workflow.app.wiring import App
from workflow.invitations.mailboxes import mails_in
from workflow.invitations.matching import Fate, Matched, by_meeting, match
from workflow.language import N_
from workflow.meetings.commands import RecordReplies

_FATES = {
    Fate.RECORDED: N_("recorded"),
    Fate.STALE: N_("recorded, but the meeting has changed since"),
    Fate.KNOWN: N_("known already"),
    Fate.UNKNOWN_MEETING: N_("not one of our invitations"),
    Fate.UNKNOWN_PERSON: N_("not in the directory"),
    Fate.NOT_INVITED: N_("not invited"),
    Fate.NO_ANSWER: N_("no clear answer"),
    Fate.UNREADABLE: N_("cannot be read"),
}


@command(
    "replies",
    N_(
        "Read answers to invitations from a mailbox.\n\n"
        "PATH is a Maildir folder, an mbox file, a folder of .eml files, or one mail. Answers are matched by "
        "the invitation's number and the attendee's address; what matches nothing is listed. "
        "Reading the same mailbox again changes nothing."
    ),
    "fristvakt meeting replies ~/Maildir/.Svar\nfristvakt meeting replies svar.eml --format json",
)
@argument("path", N_("The mailbox."), N_("PATH"), type=click.Path(path_type=Path))
@deciding
@formatted
def replies_command(path: Path, person: str, form: str) -> None:
    """Take answers in."""
    with opened() as app:
        by = decider(app, person)
        matched = match(mails_in(path.expanduser()), all_meetings(app), app.directory.people())
        settled = _taken(app, matched, by)
    if form == "json":
        return print_json([_json(one) for one in settled])
    if not settled:
        return click.echo(say(N_("There are no answers to invitations in {path}."), path=path))
    headings = [N_("Meeting"), N_("Person"), N_("Answer"), N_("Given"), N_("Result"), N_("Mail")]
    return print_table([say(each) for each in headings], [_row(one) for one in settled], folding=(1, 4, 5))


def _taken(app: App, matched: list[Matched], by: str) -> list[Matched]:
    """Record what can be, meeting by meeting, and give every answer with what became of it."""
    fates: dict[int, Fate] = {}
    for meeting, answers in by_meeting(matched).items():
        pairs = tuple((one.person.id, one.answer) for one in answers if one.person is not None)
        outcome = app.handle(RecordReplies(meeting=meeting, answers=pairs, by=by))
        told = outcome.facts["fates"]
        assert isinstance(told, tuple), "taking replies in tells what became of each"
        fates.update(zip(map(id, answers), told, strict=True))
    return [replace(one, fate=fates.get(id(one), one.fate)) for one in matched]


def _row(one: Matched) -> tuple[str, ...]:
    found = one.found
    person = one.person.name if one.person else ", ".join(found.addresses) if found else ""
    return (
        one.meeting.reference if one.meeting else "",
        person,
        say(REPLIES[found.reply]) if found and found.reply in REPLIES else "",
        moment(found.replied_at) if found else "",
        say(_FATES[one.fate]) if one.fate else "",
        one.where,
    )


def _json(one: Matched) -> dict[str, Any]:
    found = one.found
    return {
        "where": one.where,
        "fate": one.fate,
        "meeting": one.meeting.id if one.meeting else None,
        "reference": one.meeting.reference if one.meeting else "",
        "person": one.person.id if one.person else "",
        "addresses": found.addresses if found else (),
        "uid": found.uid if found else "",
        "reply": found.reply if found else "",
        "sequence": found.sequence if found else None,
        "replied_at": found.replied_at if found else None,
        "comment": found.comment if found else "",
    }
