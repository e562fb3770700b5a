from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request

from tests.kit.agency import Agency
from workflow.app.web.health import HealthEndpoint


def health(agency: Agency) -> dict[str, Any]:
    """Ask how the service is."""
    answer = HealthEndpoint(agency.app)(Request({"type": "http"}))
    found: dict[str, Any] = json.loads(bytes(answer.body))
    return found


def test_asking_for_health_tells_how_many_mails_wait_and_how_long_the_leader_is_silent(
    database_url: str,
) -> None:
    """Whoever watches the service sees mails that pile up, and a scheduler that nobody runs."""
    agency = Agency(database_url, 9).staffed("p-kari").owing("p-kari", "2026-02")
    agency.app.catch_up()
    agency.app.raising.raise_due(agency.now)
    assert health(agency)["mails"] == {"waiting": 1, "failed": 0}
    assert health(agency)["silent"] is None
    assert agency.leading().leads()
    agency.later(seconds=45)
    assert health(agency)["silent"] == 45
    agency.close()
