"""An event in open form: JSON from which the exact stored bytes, and their hash, can be made again."""

from __future__ import annotations

import base64
import datetime as dt
import json
from typing import Any
from uuid import UUID

from events.ledger.chain import leaf
from events.ledger.reading import Row


def open_form(row: Row) -> dict[str, Any]:
    """Give an event as plain values; `state` is its stored text word for word, in base64 if it is no text."""
    return {
        "position": row.position,
        "stream": str(UUID(bytes=row.stream)),
        "version": row.version,
        "topic": row.topic,
        **_state(row.state),
    }


def leaf_of(event: dict[str, Any]) -> bytes:
    """Give the hash of an event in open form; raises what a wrong shape raises (KeyError, ValueError, …)."""
    stored = event.get("state_base64")
    state = event["state"].encode() if stored is None else base64.b64decode(stored, validate=True)
    return leaf(UUID(event["stream"]), event["version"], event["topic"], state)


def said(row: Row) -> dict[str, Any]:
    """Give what the state says, as far as it is JSON; nothing where somebody made it something else."""
    try:
        found = json.loads(row.state)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def recorded_at(row: Row) -> dt.datetime | None:
    """Give when the event says that it was recorded; None where it does not."""
    try:
        found = dt.datetime.fromisoformat(str(said(row).get("timestamp")))
    except ValueError:
        return None
    return found if found.tzinfo else None


def _state(state: bytes) -> dict[str, str]:
    try:
        return {"state": state.decode("utf-8")}
    except UnicodeDecodeError:
        return {"state_base64": base64.b64encode(state).decode("ascii")}
