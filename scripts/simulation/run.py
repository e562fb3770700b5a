"""Play a year and judge it: `scripts/simulate-year`."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scripts.simulation import letter
from scripts.simulation.checks.every import CHECKS, violations
from scripts.simulation.evidence import Evidence, Violation
from scripts.simulation.page import page
from scripts.simulation.reports import write_reports
from scripts.simulation.year import Year
from tests.kit.mail_server import MailServer

SHOWN = 12
"""How many breaches of one rule are printed."""
IN_MEMORY = Path("/dev/shm")


def main(arguments: list[str]) -> int:
    """Play, print the page and the verdict; 0 when every check held, 1 when not."""
    asked = _asked(arguments)
    chosen = letter.chosen(asked.letter, asked.year)
    if chosen.note:
        print(chosen.note)
    begun = time.perf_counter()
    last = dt.date(chosen.year, 12, 31)
    if asked.days:
        last = min(last, dt.date(chosen.year, 1, 1) + dt.timedelta(days=asked.days - 1))
    place = IN_MEMORY if IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="fristvakt-year-", dir=place) as folder, MailServer() as server:
        played = Year(chosen, Path(folder), asked.seed, last, server)
        evidence = played.play()
        if asked.report is not None:
            _report(played, asked.report)
    found = [*violations(evidence), *_errors(played.errors)]
    print("\n".join(_told(played, evidence, found, brief=asked.brief)))
    print(f"\nSpilt og kontrollert på {time.perf_counter() - begun:.0f} sekunder.")
    return 1 if found else 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/simulate-year", description=__doc__)
    parser.add_argument("--letter", type=Path, help="et annet tildelingsbrev")
    parser.add_argument("--year", type=int, help="året brevet gjelder")
    parser.add_argument("--days", type=int, help="spill bare så mange dager fra 1. januar")
    parser.add_argument("--seed", type=int, default=2026, help="et annet år med de samme reglene")
    parser.add_argument("--brief", action="store_true", help="bare tall og dom, ikke plikt for plikt")
    parser.add_argument("--report", type=Path, help="skriv årets rapporter til denne mappen")
    return parser.parse_args(arguments)


def _report(played: Year, folder: Path) -> None:
    service = played.service
    for file in write_reports(service.app, service.controller, played.letter.year, folder):
        print(f"Skrevet: {file}")


def _told(played: Year, evidence: Evidence, found: list[Violation], *, brief: bool) -> Iterator[str]:
    service = played.service
    yield f"Året {played.letter.year}, {played.first:%d.%m.} til {played.last:%d.%m.}, frø {played.seed}"
    yield (
        f"{len(service.staff.members)} personer, {len(evidence.stories)} plikter, {len(evidence.events)} "
        f"hendelser, {sum(service.done.values())} kommandoer ({sum(service.refused.values())} avvist), "
        f"{len(evidence.raised)} varsler, {len(evidence.arrived)} e-poster"
    )
    yield ""
    lines = page(evidence)
    for line in lines:
        if brief and line == "Plikt for plikt":
            break
        yield line
    yield ""
    yield f"Kontroller: {len(CHECKS) + 1}, brudd: {len(found)}"
    shown: Counter[str] = Counter()
    for violation in found:
        shown[violation.rule] += 1
        if shown[violation.rule] <= SHOWN:
            yield f"  BRUDD {violation}"
    yield from (f"  … og {count - SHOWN} til: {rule}" for rule, count in shown.items() if count > SHOWN)


def _errors(errors: list[str]) -> Iterator[Violation]:
    """The service logs no error in a whole year."""
    return (Violation("ingen feil i loggen", error.splitlines()[0]) for error in errors)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
