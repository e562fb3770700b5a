"""Is the service well? Answers without telling anything about what is in it."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from events.store.errors import StoreUnavailable
from workflow.app.scheduling.lease import OFFICE, Lease
from workflow.app.wiring import App
from workflow.notices.outbox import FAILED, WAITING, Outbox

TOO_FAR_BEHIND = 10_000
"""Events; an ordinary year of an agency has fewer."""


class HealthEndpoint:
    """200 when the database answers and every projection follows, 503 when not, with the reason.

    It also tells how many mails wait or were given up, and for how many seconds the leading
    scheduler has been silent (null where none leads): what is well there is the watcher's to say.
    """

    def __init__(self, app: App) -> None:
        """Look at this service."""
        self._app = app

    def __call__(self, _request: Request) -> Response:
        """Answer one request."""
        try:
            statuses = self._app.engine.status()
            mails, silent = self._mails(), self._silent()
        except StoreUnavailable as error:
            return _answer(503, {"database": str(error.reason), "projections": []})
        projections = [{"name": each.name, "live": each.is_live, "behind": each.behind} for each in statuses]
        well = all(each.is_live and each.behind < TOO_FAR_BEHIND for each in statuses)
        facts = {"database": "ok", "projections": projections, "mails": mails, "silent": silent}
        return _answer(200 if well else 503, facts)

    def _mails(self) -> dict[str, int]:
        counts = Outbox(self._app.datastore).counts()
        return {state: counts.get(state, 0) for state in (WAITING, FAILED)}

    def _silent(self) -> float | None:
        leader = Lease(self._app.datastore, OFFICE, "").leader()
        return None if leader is None else round((self._app.clock() - leader.beat).total_seconds(), 1)


def _answer(code: int, facts: Mapping[str, object]) -> Response:
    return JSONResponse(facts, code, headers={"cache-control": "no-store"})
