"""The golden history: python -m tests.golden.history.make adds what is new, and changes no line.

Each stored example of an event (the files beside this folder) stands once in a stream of its kind.
A new example is appended as the next event of its stream; digests are written anew.
"""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from events.store.application import EventStore
from events.store.datastore import Datastore
from events.store.mapper import VERSION_KEY
from events.store.migrate import upgrade
from events.store.recorder import EventRecorder
from projections.engine.replay import replayed
from tests.projections.following import every_projection
from workflow.replaying.views import digests_of

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER.parent
HISTORY, DIGESTS = FOLDER / "history.jsonl", FOLDER / "digests.json"
BEGAN = dt.datetime(2026, 1, 5, 9, 30, tzinfo=dt.UTC)
MISSED = "c1a43a5e-8a40-5d2c-9d8f-6a0a0d6a7f01"
"""The deviation that the clock opens; in the examples it is the same as the reported one."""
ORDER = (
    *("registered", "begun", "raised", "read", "given", "opened", "planned", "consulted"),
    *("restated", "deadline-set", "date-set", "occurrences-opened", "rule-replaced", "owner-assigned"),
    *("deputy-assigned", "commented", "confirmed-in-writing", "deadline-inquired"),
    *("postponement-requested", "postponement-refused", "deadline-postponed", "moved", "deadline-corrected"),
    *("access-restricted", "access-opened", "started", "preparation-started", "arranged"),
    *("attendees-invited", "attendee-replied", "invitations-cancelled", "agenda-settled", "deadline-missed"),
    *("deviation-reported", "deviation-described", "measure-proposed", "measure-moved", "measure-completed"),
    *("measure-dropped", "ministry-told", "deviation-closed", "delivered", "held", "delivery-corrected"),
    *("returned", "minutes-returned", "minutes-drafted", "decision-recorded", "accepted"),
    *("minutes-approved", "acceptance-corrected", "reopened", "deadline-dropped", "date-dropped"),
    *("carried-over", "withdrawn", "cancelled", "ended", "proposal-accepted", "proposal-amended"),
    *("proposal-rejected", "confirmed", "ladder-set", "ladder-unset", "lead-times-set", "paused", "resumed"),
    *("failed", "retried", "sent", "skipped", "text-written", "demand-ticked", "demand-unticked", "closed"),
)
"""The order in which the examples of a stream happen; what is not named comes last."""

Line = dict[str, Any]
"""One stored event: `topic` and `state`."""


def lines() -> list[Line]:
    """Read the history."""
    return [json.loads(line) for line in HISTORY.read_text("utf-8").splitlines()] if HISTORY.exists() else []


def stored(line: Line) -> StoredEvent:
    """Give the row of the store."""
    state = line["state"]
    written = json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode()
    return StoredEvent(UUID(state["originator_id"]), state["originator_version"], line["topic"], written)


def recorded(datastore: Datastore) -> EventStore:
    """Record the history as it was stored, and give the store."""
    EventRecorder(datastore).insert_events([stored(line) for line in lines()])
    return EventStore(datastore)


def name(line: Line) -> str:
    """Give the name of the example that a line is of."""
    return f"{line['topic']}.v{line['state'][VERSION_KEY]}"


def missing(known: list[Line]) -> list[Path]:
    """Give the examples that the history lacks, in the order in which they happen."""
    there = {name(line) for line in known}
    return sorted((file for file in EXAMPLES.glob("*.json") if file.stem not in there), key=_place)


def _place(file: Path) -> tuple[str, int, str]:
    stream, _, rest = file.stem.partition(".")
    event = rest.rpartition(".v")[0]
    return stream, ORDER.index(event) if event in ORDER else len(ORDER), file.stem


def _next(file: Path, known: list[Line]) -> Line:
    """Give the example as the next event of its stream, a day after the one before."""
    topic = file.stem.rpartition(".v")[0]
    stream = topic.partition(".")[0]
    before = [line for line in known if line["topic"].partition(".")[0] == stream]
    state = json.loads(file.read_text("utf-8"))
    state["originator_id"] = before[0]["state"]["originator_id"] if before else state["originator_id"]
    state["originator_version"] = len(before) + 1
    state["timestamp"] = (BEGAN + dt.timedelta(days=len(before))).strftime("%Y-%m-%dT%H:%M:%SZ")
    if topic.endswith(".deadline-missed"):
        state["deviation"] = MISSED
    return {"topic": topic, "state": state}


def digests() -> dict[str, dict[str, Any]]:
    """Give the version and the digest of every projection after the history."""
    with tempfile.TemporaryDirectory() as folder:
        datastore = Datastore(f"sqlite:///{folder}/history.db")
        upgrade(datastore)
        with replayed(recorded(datastore), every_projection()) as engine:
            assert all(status.stopped is None for status in engine.status()), engine.status()
            versions = {each.name: each.version for each in engine.projections.values()}
            found = digests_of(engine)
        datastore.close()
    return {one: {"version": versions[one], "digest": found[one]} for one in found}


def main() -> None:
    """Append what is missing, and write the digests."""
    known = lines()
    for file in missing(known):
        known.append(_next(file, known))
    written = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in known)
    HISTORY.write_text("".join(f"{line}\n" for line in written), "utf-8")
    DIGESTS.write_text(json.dumps(digests(), indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
