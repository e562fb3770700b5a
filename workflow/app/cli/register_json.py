"""A duty of the register as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from events.vocabulary.values import DeadlineFact
from projections.register.entry import RegisteredDuty, RegisteredPart, RegisteredSource


def as_json(duty: RegisteredDuty, names: Mapping[str, str]) -> dict[str, Any]:
    """Give the duty with its parts, every deadline each has had, and its sources."""
    plain = {name: getattr(duty, name) for name in duty.__slots__ if name not in ("parts", "sources")}
    plain["owner_name"] = names.get(duty.owner, "")
    plain["unit_name"] = names.get(duty.unit, "")
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
        "returned": part.returned,
        "history": [
            {
                "deadline": _deadline(version.deadline),
                "recorded_at": version.recorded_at,
                "reason": version.reason,
                "agreed_on": version.agreed_on,
                "source": _source(version.source),
            }
            for version in part.history
        ],
    }


def _deadline(deadline: DeadlineFact | None) -> dict[str, Any] | None:
    return None if deadline is None else deadline.model_dump(mode="json")


def _source(source: RegisteredSource) -> dict[str, Any]:
    return {
        "letter": None if source.letter is None else asdict(source.letter),
        "reference": source.reference,
        "mentions": [mention.model_dump(mode="json") for mention in source.mentions],
    }
