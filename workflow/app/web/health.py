"""Is the service well? Answers without telling anything about what is in it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from events.store.errors import StoreUnavailable
from workflow.app.wiring import App

TOO_FAR_BEHIND = 10_000
"""Events; an ordinary year of an agency has fewer."""


class HealthEndpoint:
    """200 when the database answers and every projection follows, 503 when not, with the reason."""

    def __init__(self, app: App) -> None:
        """Look at this service."""
        self._app = app

    def __call__(self, _request: Request) -> Response:
        """Answer one request."""
        try:
            statuses = self._app.engine.status()
        except StoreUnavailable as error:
            return _answer(503, {"database": str(error.reason), "projections": []})
        projections = [{"name": each.name, "live": each.is_live, "behind": each.behind} for each in statuses]
        well = all(each.is_live and each.behind < TOO_FAR_BEHIND for each in statuses)
        return _answer(200 if well else 503, {"database": "ok", "projections": projections})


def _answer(code: int, facts: dict[str, object]) -> Response:
    return JSONResponse(facts, code, headers={"cache-control": "no-store"})
