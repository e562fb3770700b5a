from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

from scripts.simulation import letter
from scripts.simulation.checks.every import violations
from scripts.simulation.page import page
from scripts.simulation.year import Year
from tests.kit.mail_server import MailServer

DAYS = 24
"""Of a year; `scripts/simulate-year` plays it all. What a year brings is packed into these days."""


def test_playing_some_weeks_of_an_invented_staff_surprises_nobody(tmp_path: Path) -> None:
    """Every mail of weeks with everything in them is right, by an oracle that is not the planner."""
    chosen = letter.chosen(None, None)
    last = dt.date(chosen.year, 1, 1) + dt.timedelta(days=DAYS)
    with MailServer() as server:
        year = Year(chosen, tmp_path, 2026, last, server)
        evidence = year.play()
    assert year.errors == []
    assert [str(found) for found in violations(evidence)] == []
    kinds = Counter(raised.kind for _, raised in evidence.sent)
    assert {"deadline", "digest", "missed"} <= set(kinds), kinds
    assert "Plikt for plikt" in list(page(evidence))
