"""The reading as `fristvakt read --format json` prints it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from workflow.reading.demands import Demand
from workflow.reading.model import Doubt, FoundDeadline, Place, Proposal, Reading, Unplaced
from workflow.reading.wording import doubt_text, reason_text


def as_json(reading: Reading, language: str = "nb") -> dict[str, Any]:
    """Give the reading as plain values, the texts in `language` (nb, nn)."""
    placed = reading.phrases - len(reading.unplaced)
    return {
        "source": {
            "name": reading.source.name,
            "sha256": reading.source.sha256,
            "year": reading.source.year,
            "lines": reading.source.lines,
            "pages": reading.source.pages,
            "dated_on": _iso(reading.source.dated_on),
        },
        "obligations": [_obligation(proposal, language) for proposal in reading.proposals],
        "unplaced": [_unplaced(one, language) for one in reading.unplaced],
        "doubts": [_doubt(one, language) for one in reading.doubts],
        "phrases": {"found": reading.phrases, "placed": placed, "unplaced": len(reading.unplaced)},
    }


def demands_as_json(found: Iterable[Demand]) -> dict[str, Any]:
    """Give what a letter demands of the content of reports, beside the reading itself."""
    return {"demands": [asdict(one) for one in found]}


def _obligation(proposal: Proposal, language: str) -> dict[str, Any]:
    return {
        "key": proposal.key,
        "reference": proposal.reference,
        "kind": proposal.kind,
        "title": proposal.title,
        "raw_title": proposal.raw_title,
        "goal": proposal.goal,
        "owed_to": proposal.owed_to,
        "led_by": proposal.led_by,
        "lines": [place.line for place in proposal.places],
        "pages": _pages(proposal.places),
        "deadlines": [_deadline(one) for one in proposal.deadlines],
        "doubts": [_doubt(one, language) for one in proposal.doubts if not one.is_remark],
        "remarks": [_doubt(one, language) for one in proposal.doubts if one.is_remark],
    }


def _deadline(found: FoundDeadline) -> dict[str, Any]:
    deadline = found.deadline
    return {
        "part": found.part,
        "text": deadline.text,
        "form": deadline.form.value,
        "date": _iso(deadline.day),
        "earliest": _iso(deadline.earliest),
        "latest": _iso(deadline.latest),
        "rrule": deadline.rrule,
        "first": _iso(deadline.first),
        "until": _iso(deadline.until),
        "anchor": deadline.anchor,
        "starts_at": _iso(deadline.starts_at),
        "ends_at": _iso(deadline.ends_at),
        "working_date": _iso(deadline.working_date),
        "tentative": deadline.tentative,
        "firm": deadline.firm,
        "impossible": deadline.impossible,
        "disputed": found.disputed,
        "lines": [place.line for place in found.places],
        "pages": _pages(found.places),
        "quotes": [place.quote for place in found.places],
        "explanation": deadline.explanation,
    }


def _doubt(doubt: Doubt, language: str) -> dict[str, Any]:
    return {
        "code": doubt.code,
        "text": doubt_text(doubt, language),
        "lines": [place.line for place in doubt.places],
        "pages": _pages(doubt.places),
        "quotes": [place.quote for place in doubt.places],
    }


def _unplaced(one: Unplaced, language: str) -> dict[str, Any]:
    return {
        "text": one.text,
        "date": _iso(one.day),
        "line": one.place.line,
        "page": one.place.page,
        "quote": one.place.quote,
        "reason": reason_text(one.reason, language),
        "code": one.reason,
    }


def _pages(places: tuple[Place, ...]) -> list[int | None]:
    return [place.page for place in places]


def _iso(value: Any) -> str | None:
    return value.isoformat() if value is not None else None
