"""A duty of the register as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from events.vocabulary.values import DeadlineFact
from projections.engine.duty.state import Asked, Deviation, Meeting
from projections.register.entry import RegisteredDuty, RegisteredPart, RegisteredSource

_NESTED = ("parts", "sources", "deviations", "meeting")


def as_json(duty: RegisteredDuty, names: Mapping[str, str]) -> dict[str, Any]:
    """Give the duty with its parts, every deadline each has had, and its sources."""
    plain = {name: getattr(duty, name) for name in duty.__slots__ if name not in _NESTED}
    plain["owner_name"] = names.get(duty.owner, "")
    plain["unit_name"] = names.get(duty.unit, "")
    plain["deputy_name"] = names.get(duty.deputy, "")
    plain["deviations"] = [_deviation(deviation) for deviation in duty.deviations]
    plain["meeting"] = None if duty.meeting is None else _meeting(duty.meeting)
    plain["parts"] = [_part(part) for part in duty.parts]
    plain["sources"] = [_source(source) for source in duty.sources]
    return plain


def _part(part: RegisteredPart) -> dict[str, Any]:
    return {
        "part": part.part,
        "first": _deadline(part.first),
        "current": _deadline(part.current),
        "moved": part.moved,
        "dropped": part.dropped,
        "delivered_on": part.delivered_on,
        "delivery_reference": part.delivery_reference,
        "delivered_by": part.delivered_by,
        "returned": part.returned,
        "corrected": part.is_corrected,
        "asked": None if part.asked is None else _asked(part.asked),
        "inquired_on": part.inquired_on,
        "missed": part.missed,
        "history": [
            {
                "number": version.number,
                "deadline": _deadline(version.deadline),
                "recorded_at": version.recorded_at,
                "reason": version.reason,
                "agreed_on": version.agreed_on,
                "source": _source(version.source),
            }
            for version in part.history
        ],
    }


def _asked(asked: Asked) -> dict[str, Any]:
    told = {"requested_on": asked.requested_on, "reason": asked.reason, "reference": asked.reference}
    return {"deadline": _deadline(asked.deadline), **told}


def _deviation(deviation: Deviation) -> dict[str, Any]:
    return asdict(deviation) | {"measures": [asdict(each) for each in deviation.measures.values()]}


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return asdict(meeting) | {
        "decisions": [asdict(each) for each in meeting.decisions.values()],
        "attendees": [asdict(each) for each in meeting.attendees.values()],
    }


def _deadline(deadline: DeadlineFact | None) -> dict[str, Any] | None:
    return None if deadline is None else deadline.model_dump(mode="json")


def _source(source: RegisteredSource) -> dict[str, Any]:
    return {
        "letter": None if source.letter is None else asdict(source.letter),
        "reference": source.reference,
        "mentions": [mention.model_dump(mode="json") for mention in source.mentions],
    }
