"""What waits in a letter as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workflow.confirming.review import Item, Review
from workflow.letter.comparison import Change
from workflow.reading.as_json import as_json
from workflow.reading.wording import doubt_text


def review_json(number: int, found: Review, items: Sequence[Item], language: str) -> dict[str, Any]:
    """Give the letter and the items, each with its proposal as `fristvakt read` gives it."""
    shown = {row["key"]: row for row in as_json(found.reading, language)["obligations"]}
    return {
        "letter": {
            "number": number,
            "id": found.letter.id,
            "name": found.letter.name,
            "year": found.letter.year,
            "confirmed": found.letter.confirmed,
        },
        "undecided": len(found.undecided),
        "items": [item_json(item, language) | {"proposal": shown.get(item.key)} for item in items],
    }


def item_json(item: Item, language: str) -> dict[str, Any]:
    """Give what there is to decide about one item, and what was decided."""
    return {
        "key": item.key,
        "what": item.what,
        "clear": item.is_clear,
        "needs": item.doubts,
        "duty": item.duty,
        "doubt": None if item.doubt is None else _doubt(item, language),
        "changes": [_change(change) for change in item.changes],
        "decided": None if item.decided is None else _decided(item),
    }


def _doubt(item: Item, language: str) -> dict[str, Any]:
    assert item.doubt is not None
    return {
        "code": item.doubt.code,
        "text": doubt_text(item.doubt, language),
        "lines": [place.line for place in item.doubt.places],
        "pages": [place.page for place in item.doubt.places],
        "quotes": [place.quote for place in item.doubt.places],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "before_mentions": [mention.model_dump() for mention in change.before_mentions],
        "after_mentions": [mention.model_dump() for mention in change.after_mentions],
    }


def _decided(item: Item) -> dict[str, Any]:
    assert item.decided is not None
    return {
        "verdict": item.decided.verdict,
        "duties": item.decided.duties,
        "settled": {each.code: each.decision for each in item.decided.settled},
        "changes": dict(item.decided.changes),
        "reason": item.decided.reason,
    }
