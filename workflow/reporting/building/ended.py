"""What is carried over to the next letter, and what has lapsed and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from events.vocabulary import duty as shapes
from events.vocabulary import report_series as series
from workflow.language import N_
from workflow.reporting.building import cells
from workflow.reporting.building.scope import Scope
from workflow.reporting.building.typed import with_typed
from workflow.reporting.history import Followed
from workflow.reporting.model import Block, Cell, Paragraph, Section, Table

_CARRIED = (shapes.DutyCarriedOver,)
_LAPSED = (shapes.DutyWithdrawn, series.SeriesEnded)


def sections(scope: Scope) -> Iterator[Section]:
    """Give what lives on, then what does not."""
    yield with_typed(scope, _carried(scope))
    yield with_typed(scope, _lapsed(scope))


def _carried(scope: Scope) -> Section:
    speech, found = scope.speech, [each for each in scope.duties if each.duty.state == "carried_over"]
    sentence = speech.count(
        N_("{count} duty is carried over to the next letter."),
        N_("{count} duties are carried over to the next letter."),
        len(found),
    )
    blocks: list[Block] = [Paragraph(sentence, tuple(each.trace(*_CARRIED) for each in found))]
    if found:
        heads = (
            N_("Reference"),
            N_("Words of the letter"),
            N_("Carried over"),
            N_("To"),
            N_("Reason"),
            N_("Basis"),
        )
        headings = tuple(speech.say(each) for each in heads)
        rows = tuple(_carried_row(scope, each) for each in found)
        blocks.append(Table("carried", speech.say(N_("Carried over")), headings, rows, narrow=(0, 2, 3)))
    return Section("carried", speech.say(N_("Carried over to the next letter")), 1, tuple(blocks))


def _carried_row(scope: Scope, followed: Followed) -> tuple[Cell, ...]:
    duty, trace = followed.duty, followed.trace(*_CARRIED)
    *_, (_, carried) = followed.events(shapes.DutyCarriedOver)
    return (
        cells.text(scope.named(duty), followed.trace()),
        cells.text(scope.title(duty), followed.trace()),
        cells.date(duty.carried_on, trace),
        cells.text(scope.reference(duty.carried_to), trace),
        cells.text(scope.free(duty, carried.reason), trace),
        cells.text(carried.reference, trace),
    )


def _lapsed(scope: Scope) -> Section:
    speech, found = scope.speech, [each for each in scope.duties if each.duty.state == "withdrawn"]
    sentence = speech.count(N_("{count} duty has lapsed."), N_("{count} duties have lapsed."), len(found))
    blocks: list[Block] = [Paragraph(sentence, tuple(each.trace(*_LAPSED) for each in found))]
    if found:
        heads = N_("Reference"), N_("Words of the letter"), N_("Lapsed"), N_("Reason"), N_("Approval")
        headings = tuple(speech.say(each) for each in heads)
        rows = tuple(_lapsed_row(scope, each) for each in found)
        blocks.append(Table("lapsed", speech.say(N_("What has lapsed")), headings, rows, narrow=(0, 2)))
    return Section("lapsed", speech.say(N_("Lapsed with approval")), 1, tuple(blocks))


def _lapsed_row(scope: Scope, followed: Followed) -> tuple[Cell, ...]:
    duty, trace = followed.duty, followed.trace(*_LAPSED)
    reason, approval, on = _approval(followed)
    return (
        cells.text(scope.named(duty), followed.trace()),
        cells.text(scope.title(duty), followed.trace()),
        cells.date(on, trace),
        cells.text(scope.free(duty, reason), trace),
        cells.text(approval, trace),
    )


def _approval(followed: Followed) -> tuple[str, str, dt.date | None]:
    """Give the reason, the reference of the approval and the day of the latest end."""
    withdrawn = [event for _, event in followed.events(shapes.DutyWithdrawn)]
    if withdrawn:
        return withdrawn[-1].reason, withdrawn[-1].reference, withdrawn[-1].withdrawn_on
    ended = [event for _, event in followed.events(series.SeriesEnded)]
    return (ended[-1].reason, ended[-1].reference, ended[-1].ended_on) if ended else ("", "", None)
