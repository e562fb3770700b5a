"""Every deadline is spoken of on its days, and on no others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from events.vocabulary.notice import NoticeFailed, NoticeRaised, NoticeSent, NoticeSkipped
from scripts.simulation.checks.wording import mail_name, notice_name
from scripts.simulation.evidence import Evidence, Violation, civil_day
from scripts.simulation.oracle.ladder import Step, ladders, said_at

Key = tuple[UUID, str, str, str]


def every_step_is_raised(evidence: Evidence) -> Iterator[Violation]:
    """Whatever still stands at the end of its day was raised by then: sent, or skipped for a reason."""
    raised = _raised(evidence)
    for step in _expected(evidence):
        look = evidence.look(said_at(step))
        if look is None or not _stands(step, look) or not _stands(step, evidence.last_look(look)):
            continue
        found = raised.get(_key_of(step))
        if found is None or found.timestamp > evidence.last_look(look):
            late = f"først {found.timestamp:%d.%m.%Y %H:%M}" if found else "aldri"
            yield Violation("hvert trinn på sin dag", f"{_name(step)} skulle vært sagt {step.day}: {late}")


def no_step_but_those(evidence: Evidence) -> Iterator[Violation]:
    """A reminder of a deadline that arrived is a step of its ladder, and arrived as soon as it could."""
    expected = {_key_of(step): step for step in _expected(evidence)}
    for mail, raised in evidence.sent:
        if raised.kind != "deadline" or raised.duty is None:
            continue
        step = expected.get((raised.duty, raised.subject, raised.version, raised.step))
        if step is None or step.day != raised.due_on:
            told = f"skulle vært {step.day}" if step else "ikke i trappen"
            yield Violation(
                "ingen andre trinn", f"{mail_name(mail)}: {notice_name(evidence, raised)} – {told}"
            )
            continue
        look = evidence.look(said_at(step))
        if look is not None and not _stands(step, look):
            continue  # it came back (returned, reopened) after its day, and its latest step is said then
        if look is None or civil_day(mail.at) != civil_day(look):
            yield Violation("på sin dag", f"{mail_name(mail)}: {notice_name(evidence, raised)}, {step.day}")


def every_notice_ends(evidence: Evidence) -> Iterator[Violation]:
    """Whatever was raised was sent, skipped for a reason, or given up, before the next day."""
    ended = {
        event.originator_id
        for event in evidence.events
        if isinstance(event, NoticeSent | NoticeFailed | NoticeSkipped)
    }
    for stream, raised in evidence.raised.items():
        look = evidence.look(raised.timestamp)
        if stream not in ended and look is not None and evidence.look(look) is not None:
            yield Violation("hvert varsel får en slutt", notice_name(evidence, raised))


def _expected(evidence: Evidence) -> Iterator[Step]:
    rules = ladders(evidence.events, evidence.stories)
    for story in evidence.stories.values():
        yield from rules.steps(story)


def _raised(evidence: Evidence) -> dict[Key, NoticeRaised]:
    return {
        (raised.duty, raised.subject, raised.version, raised.step): raised
        for raised in evidence.raised.values()
        if raised.kind == "deadline" and raised.duty is not None
    }


def _stands(step: Step, moment: dt.datetime) -> bool:
    story, part = step.story, step.version.part
    return (
        step.version.at <= moment
        and story.number_of(part, moment) == step.version.number
        and story.delivered_on(part, moment) is None
        and not story.ended(moment)
    )


def _key_of(step: Step) -> Key:
    return step.story.id, step.version.part, str(step.version.number), step.name


def _name(step: Step) -> str:
    part = f"/{step.version.part}" if step.version.part else ""
    return f"{step.story.given.reference}{part} v{step.version.number} trinn {step.name}"
