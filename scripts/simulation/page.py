"""What a controller would read of a year: mails month by month, and what happened to each duty."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator

from events.vocabulary.notice import NoticeRaised
from scripts.simulation.classes import ALERT, DIGEST, INVITATION, REMINDER, class_of
from scripts.simulation.evidence import Evidence, civil_day
from scripts.simulation.happened import happened
from scripts.simulation.oracle.history import Story

KINDS = (REMINDER, ALERT, DIGEST, INVITATION)
MONTHS = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"]
NOTICES = {
    "deadline": "frist",
    "missed": "oversittet",
    "deviation": "avvik",
    "straks": "straks",
    "measure": "tiltak",
    "chase": "purring",
    "oral": "muntlig",
    "agenda": "dagsorden",
    "minutes": "referat",
    "digest": "ukesbrev",
    "invitation": "innkalling",
}
REASONS = {
    "overtaken": "innhentet av et senere trinn",
    "said_already": "sagt i samme e-post eller samme dag",
    "nobody": "ingen mottaker",
    "paused": "pause",
    "delivered": "levert",
    "ended": "avsluttet",
    "moved": "flyttet",
    "settled": "ordnet",
    "no_address": "mottakeren har sluttet",
}


def page(evidence: Evidence) -> Iterator[str]:
    """Write the page, line by line."""
    yield from _by_month(evidence)
    yield ""
    yield from _by_kind(evidence)
    yield ""
    yield "Plikt for plikt"
    notices: dict[object, list[NoticeRaised]] = defaultdict(list)
    for raised in evidence.raised.values():
        notices[raised.duty].append(raised)
    for story in sorted(evidence.stories.values(), key=lambda one: one.given.reference):
        if len(story.events) > 2 or notices[story.id]:
            yield from _of_duty(evidence, story, notices[story.id])


def _by_month(evidence: Evidence) -> Iterator[str]:
    counted = Counter((mail.local.month, class_of(evidence, mail)) for mail in evidence.arrived)
    yield "E-poster måned for måned"
    yield f"  {'':4}" + "".join(f"{kind:>16}" for kind in KINDS) + f"{'i alt':>10}"
    for number, month in enumerate(MONTHS, 1):
        row = [counted[number, kind] for kind in KINDS]
        if sum(row):
            yield f"  {month:4}" + "".join(f"{count:>16}" for count in row) + f"{sum(row):>10}"
    whole = [sum(counted[number, kind] for number in range(1, 13)) for kind in KINDS]
    yield f"  {'året':4}" + "".join(f"{count:>16}" for count in whole) + f"{sum(whole):>10}"


def _by_kind(evidence: Evidence) -> Iterator[str]:
    raised = Counter(one.kind for one in evidence.raised.values())
    sent = Counter(one.kind for _, one in evidence.sent)
    skipped: dict[str, Counter[str]] = defaultdict(Counter)
    for stream, event in evidence.skipped.items():
        skipped[evidence.raised[stream].kind][event.reason] += 1
    yield "Varsler etter slag: oppstått, sendt, og hoppet over med grunn"
    for kind, count in raised.most_common():
        reasons = ", ".join(f"{REASONS[code]} {number}" for code, number in skipped[kind].most_common())
        yield f"  {NOTICES[kind]:12}{count:>6}{sent[kind]:>7}   {reasons}".rstrip()


def _of_duty(evidence: Evidence, story: Story, notices: list[NoticeRaised]) -> Iterator[str]:
    shielded = any(story.is_shielded(event.timestamp) for event in story.events)
    yield f"  {story.given.reference}  {'(skjermet)' if shielded else story.given.title[:70]}"
    yield f"    skjedd:  {'; '.join(happened(story)) or '–'}"
    if notices:
        told = (_notice(evidence, raised) for raised in sorted(notices, key=lambda one: one.timestamp))
        yield f"    varslet: {'; '.join(dict.fromkeys(told))}"


def _notice(evidence: Evidence, raised: NoticeRaised) -> str:
    skipped = evidence.skipped.get(raised.originator_id)
    part = f" {raised.subject}" if raised.subject and raised.kind == "deadline" else ""
    step = f" {raised.step}" if raised.kind in ("deadline", "measure", "chase") else ""
    why = f" ({REASONS[skipped.reason]})" if skipped else ""
    return f"{_day(civil_day(raised.timestamp))} {NOTICES[raised.kind]}{part}{step}{why}"


def _day(day: dt.date) -> str:
    return f"{day.day}.{day.month}."
