"""A year with something of everything: deviations, dialogue, corrections, meetings, ends, notices."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from events.vocabulary import assignment, notice
from events.vocabulary import governance_meeting as meeting
from events.vocabulary.deviation import Measure
from events.vocabulary.values import Source
from tests.kit.happened import SOURCE, Past, between, on, stream, undated

MAIL = stream("mail")
MATERIAL, MISSED = stream("vesentlig avvik"), stream("frist forbi")


def day(text: str) -> dt.date:
    """Give the day written «2026-03-15»."""
    return dt.date.fromisoformat(text)


def measure(number: int, due: str, what: str = "Hente data") -> Measure:
    """Give a measure that ola carries out."""
    return Measure(number=number, what=what, who="ola", due=day(due), working_date=day(due))


def missed(past: Past, name: str, part: str = "", number: int = 1, deviation: UUID = MISSED) -> Past:
    """The clock sees a deadline of an assignment pass."""
    return past.happens(
        assignment.AssignmentDeadlineMissed,
        name, deviation=deviation, part=part, deadline_version=number,
        deadline=on("2026-03-15"), missed_on=day("2026-03-16"),
    )  # fmt: skip


def deviates(past: Past, name: str, deviation: UUID = MATERIAL, **facts: Any) -> Past:
    """A person reports a deviation of an assignment."""
    known = {"part": "", "discovered_on": day("2026-02-10"), "cause": "Lite data", "consequence": "Forsinkes",
             "material": True, "measures": (measure(1, "2026-03-02"),)}  # fmt: skip
    reported = assignment.AssignmentDeviationReported
    return past.happens(reported, name, deviation=deviation, **(known | facts))


def closed(past: Past, name: str, deviation: UUID = MATERIAL) -> Past:
    """A deviation of an assignment is over."""
    event = assignment.AssignmentDeviationClosed
    return past.happens(event, name, deviation=deviation, closed_on=day("2026-04-01"), result="Levert sent")


def told(past: Past, name: str, deviation: UUID = MATERIAL) -> Past:
    """The ministry is told of a deviation of an assignment."""
    event = assignment.AssignmentMinistryTold
    facts = {"told_on": day("2026-02-11"), "how": "e-post", "reference": "26/12-8"}
    return past.happens(event, name, deviation=deviation, **facts)


def raised(past: Past, name: str, **facts: Any) -> Past:
    """A notice falls due."""
    known = {"originator_topic": "notice", "kind": "deadline", "duty": stream("2026-01"), "subject": "",
             "version": "1", "step": "-10", "role": "owner", "recipient": "kari", "due_on": day("2026-03-01"),
             "mail": MAIL}  # fmt: skip
    return past.happens(notice.NoticeRaised, name, **(known | facts))


def arranged(past: Past, name: str, place: str = "Møterom 1") -> Past:
    """A meeting gets its place and its times."""
    hours = {"starts_at": dt.time(9), "ends_at": dt.time(11)}
    return past.happens(meeting.MeetingArranged, name, place=place, **hours)


def year() -> Past:
    """Give the whole of it."""
    past = Past().letter()
    _deviations(past)
    _dialogue(past)
    _meeting(past)
    _ends(past)
    return _notices(past)


def _deviations(past: Past) -> None:
    past.assignment("2026-01").due("2026-01", "2026-03-15", "Del 1").due("2026-01", "2026-09-15", "Del 2")
    past.owned("2026-01", "kari", "analyse")
    past.happens(assignment.AssignmentDeputyAssigned, "2026-01", deputy="ola")
    deviates(past, "2026-01", part="Del 2")
    missed(past, "2026-01", "Del 1")
    past.happens(
        assignment.AssignmentDeviationDescribed,
        "2026-01", deviation=MISSED, cause="Sykdom", consequence="Ingen", material=False,
    )  # fmt: skip
    about = {"deviation": MATERIAL, "number": 1}
    proposed = measure(2, "2026-03-09", "Leie inn")
    past.happens(assignment.AssignmentMeasureProposed, "2026-01", deviation=MATERIAL, measure=proposed)
    moved = {"due": day("2026-03-20"), "working_date": day("2026-03-20"), "reason": "Ferie"}
    past.happens(assignment.AssignmentMeasureMoved, "2026-01", **about, **moved)
    past.happens(assignment.AssignmentMeasureCompleted, "2026-01", **about, completed_on=day("2026-03-19"))
    dropped = {"deviation": MATERIAL, "number": 2, "reason": "For dyrt"}
    past.happens(assignment.AssignmentMeasureDropped, "2026-01", **dropped)
    told(past, "2026-01")
    past.delivered("2026-01", "Del 1", "2026-03-20")
    closed(past, "2026-01", MISSED)
    past.happens(assignment.AssignmentCommented, "2026-01", comment="Ringt departementet")


def _dialogue(past: Past) -> None:
    past.assignment("2026-02", orally=True, channel="oral", given_on=day("2026-01-06"))
    past.due("2026-02", undated()).due("2026-02", on("2026-06-01", tentative=True), "Del 2")
    asked = {"inquired_on": day("2026-02-02")}
    past.happens(assignment.AssignmentDeadlineInquired, "2026-02", part="", **asked)
    past.assignment("2026-03").due("2026-03", "2026-05-15")
    wanted = {"deadline": on("2026-06-15"), "reason": "Mangler data", "requested_on": day("2026-02-03")}
    past.happens(assignment.AssignmentPostponementRequested, "2026-03", part="", **wanted)
    past.assignment("2026-04", orally=True, channel="oral").due("2026-04", "2026-05-15")
    source = Source(reference="26/12-3")
    in_writing = {"confirmed_on": day("2026-01-20"), "source": source}
    past.happens(assignment.AssignmentConfirmedInWriting, "2026-04", **in_writing)
    right = {"deadline": on("2026-05-25"), "reason": "Lest feil", "source": SOURCE}
    past.happens(assignment.AssignmentDeadlineCorrected, "2026-04", part="", **right)


def _meeting(past: Past) -> None:
    past.meeting("esm").held_on("esm", on("2026-05-05"))
    arranged(past, "esm")
    past.happens(meeting.AttendeesInvited, "esm", sequence=1, attendees=("kari", "ola"))
    answer = {"attendee": "kari", "reply": "accepted", "sequence": 1, "replied_at": past.now}
    past.happens(meeting.AttendeeReplied, "esm", **answer)
    past.happens(
        meeting.AgendaSettled, "esm", settled_on=day("2026-04-20"), agenda="Status", reference="26/9"
    )
    past.happens(meeting.InvitationsCancelled, "esm", sequence=2, attendees=("ola",), reason="Ikke med")
    past.happens(meeting.MeetingHeld, "esm", part="", delivered_on=day("2026-05-05"))
    past.happens(meeting.MinutesDrafted, "esm", drafted_on=day("2026-05-08"), reference="26/9-2")
    past.happens(meeting.DecisionRecorded, "esm", number=1, text="Utrede", duty=stream("2026-01"))
    past.meeting("juni").held_on("juni", between("2026-06-01", "2026-06-30"))
    past.assignment("papir", parent=stream("esm"))
    past.due("papir", on("2026-04-21", form="relative", offset="-P2W", anchored_to=stream("esm")))


def _ends(past: Past) -> None:
    past.assignment("2026-05").due("2026-05", "2026-08-03").delivered("2026-05")
    past.assignment("2026-06").due("2026-06", "2026-08-10")
    carried = {"carried_on": day("2026-02-20"), "reason": "Videreføres", "reference": "Tildelingsbrev 2027"}
    past.happens(assignment.AssignmentCarriedOver, "2026-06", **carried, to=stream("2027-01"))
    past.assignment("2026-07").due("2026-07", "2026-08-11").withdrawn("2026-07")
    past.happens(assignment.AssignmentReopened, "2026-07", reopened_on=day("2026-02-21"), reason="Likevel")
    past.assignment("2026-08").due("2026-08", "2026-08-12").delivered("2026-08")
    undone = {"delivered_on": None, "reason": "Feil sak"}
    past.happens(assignment.AssignmentDeliveryCorrected, "2026-08", part="", **undone)


def _notices(past: Past) -> Past:
    raised(past, "sendt")
    past.happens(notice.NoticeSent, "sendt", message_id="<1@prove.no>", attempts=1, answer="250 OK")
    raised(past, "feilet", recipient="ola", due_on=day("2026-03-02"))
    past.happens(notice.NoticeFailed, "feilet", attempts=3, code=550, answer="No such user")
    past.happens(notice.NoticeRetried, "feilet", mail=stream("mail 2"))
    raised(past, "hoppet over", step="-5", mail=None, due_on=day("2026-03-08"))
    past.happens(notice.NoticeSkipped, "hoppet over", reason="overtaken")
    return raised(past, "ukesbrev", kind="digest", duty=None, version="2026-W10", step="1", role="reader")
