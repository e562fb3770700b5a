"""A person's week: what is late, what comes, what we wait for, what is being put right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from calendars.days import ONE_DAY
from projections.engine.duty.state import Duty, Part
from workflow.language import N_
from workflow.notices.messages.deadlines import span
from workflow.notices.messages.reader import Reader
from workflow.notices.messages.reasons import rule, why
from workflow.notices.messages.told import DigestTold, Line, Section
from workflow.notices.model import Notice
from workflow.notices.planning.chase import is_awaited

_AHEAD = dt.timedelta(weeks=4)
_ENDED = ("withdrawn", "carried_over")


def digest_told(notice: Notice, reader: Reader) -> DigestTold:
    """Tell the week; sections without lines are left out."""
    sections = tuple(
        Section(code, reader.speech(heading), lines)
        for code, heading, find in _SECTIONS
        if (lines := tuple(line for _, line in sorted(find(reader), key=lambda each: each[0])))
    )
    week = reader.today.isocalendar().week
    return DigestTold(
        subject=_subject(week, sections, reader),
        week=week,
        sections=sections,
        why=why(notice, None, reader),
        rule=rule(notice, None, reader),
    )


def _subject(week: int, sections: tuple[Section, ...], reader: Reader) -> str:
    counted = {each.code: len(each.lines) for each in sections}
    parts = [
        reader.speech.count(*_COUNTS[code], counted[code])
        for code in ("late", "week", "soon", "waiting", "deviations", "measures")
        if code in counted
    ][:3]
    return reader.speech(N_("Your deadlines in week {week}"), week=week) + (
        f": {', '.join(parts)}" if parts else ""
    )


_COUNTS = {
    "late": (N_("{count} late"), N_("{count} late")),
    "week": (N_("{count} this week"), N_("{count} this week")),
    "soon": (N_("{count} soon"), N_("{count} soon")),
    "waiting": (N_("{count} waiting"), N_("{count} waiting")),
    "deviations": (N_("{count} deviation"), N_("{count} deviations")),
    "measures": (N_("{count} measure"), N_("{count} measures")),
}


@dataclass(frozen=True, slots=True)
class _Open:
    """A part that is still to be delivered, and its day."""

    duty: Duty
    part: Part
    due: dt.date
    by: dt.date
    """The working date, by which it is to leave."""


Ordered = tuple[tuple[dt.date, str], Line]


def _late(reader: Reader) -> Iterator[Ordered]:
    return _lines(reader, lambda each: each.due < reader.today and not _tentative(each))


def _this_week(reader: Reader) -> Iterator[Ordered]:
    return _lines(reader, lambda each: reader.today <= each.due and each.by <= _sunday(reader.today))


def _soon(reader: Reader) -> Iterator[Ordered]:
    last = _sunday(reader.today) + _AHEAD
    return _lines(reader, lambda each: _sunday(reader.today) < each.by <= last)


def _lines(reader: Reader, wanted: Callable[[_Open], bool]) -> Iterator[Ordered]:
    for duty in reader.draft.week:
        for each in _open(duty):
            if wanted(each):
                yield (each.due, duty.reference), _line(duty, each, reader)


def _open(duty: Duty) -> Iterator[_Open]:
    """Give what is still to be delivered; what only opens reports never is."""
    if duty.state in _ENDED or duty.state == "accepted" or duty.is_series:
        return
    for part in duty.parts.values():
        stated = part.current
        if part.dropped or part.delivered_on is not None or stated is None or stated.due is None:
            continue
        yield _Open(duty, part, stated.due, stated.working_date or stated.due)


def _line(duty: Duty, each: _Open, reader: Reader) -> Line:
    stated = each.part.current
    notes = [
        reader.words(duty, each.part.part),
        _leave_by(each, reader),
        reader.speech(N_("tentative")) if stated is not None and stated.tentative else "",
        reader.speech(N_("sent back by the ministry")) if each.part.returned else "",
    ]
    return Line(
        day=span(stated, reader) if stated is not None else "",
        name=_named(duty, reader),
        note=", ".join(note for note in notes if note),
        who=_who(duty, reader),
        link=reader.link(duty),
    )


def _leave_by(each: _Open, reader: Reader) -> str:
    if each.by == each.due:
        return ""
    return reader.speech(N_("to be delivered by {day}"), day=reader.speech.day(each.by))


def _waiting(reader: Reader) -> Iterator[Ordered]:
    for duty in reader.draft.week:
        if duty.state in _ENDED or duty.state == "accepted" or duty.is_series:
            continue
        for note, asked in _waits(duty, reader):
            day = reader.speech(N_("asked {day}"), day=reader.speech.day(asked)) if asked else ""
            line = Line(day, _named(duty, reader), note, _who(duty, reader), reader.link(duty))
            yield (asked or dt.date.min, duty.reference), line


def _waits(duty: Duty, reader: Reader) -> Iterator[tuple[str, dt.date | None]]:
    """Give what the ministry owes us an answer about, and when it was last asked."""
    if duty.orally and duty.confirmed_on is None:
        yield reader.speech(N_("given orally, not yet in writing")), None
    for part in duty.parts.values():
        if part.dropped or part.delivered_on is not None:
            continue
        asked = max(part.inquired_on, default=None)
        if part.asked is not None:
            yield reader.speech(N_("asked for another deadline")), part.asked.requested_on
        elif not is_awaited(duty, part) or part.current is None:
            continue
        elif part.current.tentative:
            yield reader.speech(N_("the deadline is tentative")), asked
        else:
            missing = N_("no meeting day yet") if duty.is_meeting else N_("no deadline yet")
            yield reader.speech(missing), asked


def _deviations(reader: Reader) -> Iterator[Ordered]:
    for duty in reader.draft.week:
        for each in duty.deviations.values():
            if each.closed_on is None:
                notes = [
                    reader.speech(N_("material")) if each.material else "",
                    reader.speech(N_("the ministry has not been told"))
                    if each.material and each.told_on is None
                    else "",
                    reader.words(duty, each.cause),
                ]
                line = Line(
                    reader.speech.day(each.discovered_on),
                    _named(duty, reader),
                    ", ".join(note for note in notes if note),
                    _who(duty, reader),
                    reader.link(duty),
                )
                yield (each.discovered_on, duty.reference), line


def _measures(reader: Reader) -> Iterator[Ordered]:
    for duty in reader.draft.week:
        for deviation in duty.deviations.values():
            for each in deviation.measures.values():
                if each.is_open and deviation.closed_on is None:
                    mine = each.who == reader.draft.recipient.id
                    what = each.what if mine else reader.words(duty, each.what)
                    late = reader.speech(N_("late")) if each.due < reader.today else ""
                    note = ", ".join(text for text in (what, late) if text)
                    line = Line(
                        reader.speech.day(each.due),
                        _named(duty, reader),
                        note,
                        reader.who(each.who),
                        reader.link(duty),
                    )
                    yield (each.due, duty.reference), line


_SECTIONS: tuple[tuple[str, str, Callable[[Reader], Iterator[Ordered]]], ...] = (
    ("late", N_("Late"), _late),
    ("week", N_("This week"), _this_week),
    ("soon", N_("The next four weeks"), _soon),
    ("waiting", N_("Waiting for the ministry"), _waiting),
    ("deviations", N_("Open deviations"), _deviations),
    ("measures", N_("Measures"), _measures),
)


def _named(duty: Duty, reader: Reader) -> str:
    reference = reader.reference(duty)
    return f"{reader.name(duty)} ({reference})" if reference else reader.name(duty)


def _who(duty: Duty, reader: Reader) -> str:
    return reader.who(duty.owner) or reader.who(duty.unit)


def _tentative(each: _Open) -> bool:
    return each.part.current is not None and each.part.current.tentative


def _sunday(day: dt.date) -> dt.date:
    return day + ONE_DAY * (7 - day.isoweekday())
