"""What a person must decide about a duty: each doubt has its code, its facts and the quotes side by side."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from calendars.deadline import Deadline, Form
from workflow.reading.mention import Where
from workflow.reading.merging import Group
from workflow.reading.model import Doubt, FoundDeadline
from workflow.reading.norsk import MONTH, likeness

_PART = re.compile(r"(?:Del|Fase|Delleveranse|Leveranse) (\d+)$")


def about(
    group: Group,
    found: list[FoundDeadline],
    pairs: list[tuple[FoundDeadline, FoundDeadline]],
    issued: dt.date,
) -> list[Doubt]:
    """All doubts and remarks about one duty. `issued` is the letter's date, or the first day of its year."""
    doubts = [*group.doubts, *(d for m in group.mentions for d in m.doubts)]
    for one, other in pairs:
        facts = {"first": one.deadline.text, "second": other.deadline.text, "part": one.part or other.part}
        doubts.append(Doubt("dates_disagree", facts, (one.places[0], other.places[0])))
    for one in found:
        doubts.extend(_about_deadline(one, issued))
    doubts.extend(_order(found))
    doubts.extend(_months(found))
    doubts.extend(_titles(group))
    return doubts


def _about_deadline(found: FoundDeadline, issued: dt.date) -> Iterator[Doubt]:
    deadline, places = found.deadline, found.places
    if deadline.impossible:
        yield Doubt("impossible_date", {"text": deadline.text}, places)
    if deadline.due is not None and deadline.due < issued and deadline.rrule is None:
        yield Doubt("before_letter", {"text": deadline.text, "issued": issued.isoformat()}, places)
    if deadline.alternatives:
        readings = "; ".join(_reading(one) for one in (deadline, *deadline.alternatives))
        yield Doubt("two_readings", {"text": deadline.text, "readings": readings}, places)
    if (
        deadline.day is not None
        and deadline.working_date is not None
        and deadline.working_date != deadline.day
    ):
        facts = {"text": deadline.text, "working": f"{deadline.working_date:%d.%m.%Y}"}
        yield Doubt("not_working_day", facts, places, is_remark=True)


def _reading(deadline: Deadline) -> str:
    if deadline.explanation:
        return deadline.explanation
    days = (deadline.day,) if deadline.day else (deadline.earliest, deadline.latest)
    return "–".join(f"{day:%d.%m.%Y}" for day in days if day) or deadline.text


def _order(found: list[FoundDeadline]) -> Iterator[Doubt]:
    """Part 2 due before part 1."""
    numbered = [(int(m[1]), one) for one in found if (m := _PART.match(one.part)) and one.deadline.due]
    for number, one in numbered:
        for later_number, later in numbered:
            if (
                later_number == number + 1
                and _starts(later.deadline) < _starts(one.deadline)
                and not (one.disputed or later.disputed)
            ):
                facts = {"first": one.part, "second": later.part}
                yield Doubt("parts_out_of_order", facts, (one.places[0], later.places[0]))


def _starts(deadline: Deadline) -> dt.date:
    return deadline.day or deadline.latest or dt.date.max


def _months(found: list[FoundDeadline]) -> Iterator[Doubt]:
    """«før møtene i april og oktober» beside the windows April and September."""
    names = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
    windows = [f for f in found if f.deadline.form is Form.WINDOW and f.deadline.earliest]
    stated = {f.deadline.earliest.month for f in windows if f.deadline.earliest}
    for one in found:
        if one.deadline.form is not Form.RELATIVE or len(windows) < 2:
            continue
        words = re.findall(
            MONTH, f"{one.deadline.text} {one.deadline.anchor or ''} {one.places[0].quote}", re.I
        )
        named = {names.index(word[:3].lower()) + 1 for word in words if word[:3].lower() in names}
        if len(named) == len(stated) and named != stated:
            facts = {
                "first": one.deadline.text,
                "second": ", ".join(w.deadline.text for w in windows),
                "part": "",
            }
            yield Doubt("dates_disagree", facts, (one.places[0], windows[-1].places[0]))


def _titles(group: Group) -> Iterator[Doubt]:
    """The same id over two titles that have nothing in common."""
    told = [m for m in group.mentions if m.where is not Where.PROSE and len(m.title) > 10]
    for one in told[1:]:
        if group.reference and likeness(told[0].title, one.title) < 0.25:
            facts = {"reference": group.reference.normal, "first": told[0].title, "second": one.title}
            yield Doubt("titles_differ", facts, (told[0].place, one.place))
            return


def missing_in_calendar(groups: list[Group]) -> None:
    """Add a doubt to each numbered assignment that a calendar which lists others leaves out."""
    listed = [g for g in groups if g.reference and any(m.where is Where.CALENDAR for m in g.mentions)]
    missing = [g for g in groups if g.reference and all(m.where is not Where.CALENDAR for m in g.mentions)]
    if len(listed) < 3 or len(listed) < len(missing):
        return
    example = next(m.place for m in listed[0].mentions if m.where is Where.CALENDAR)
    for group in missing:
        facts = {"reference": group.reference.normal if group.reference else ""}
        group.doubts.append(Doubt("missing_in_calendar", facts, (group.mentions[0].place, example)))
