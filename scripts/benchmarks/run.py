"""Run the measures and print one table: `scripts/bench [NAME …]`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib import import_module

from rich.console import Console
from rich.table import Table

from scripts.benchmarks import databases
from scripts.benchmarks.frame import Row

ONCE = {"read": "scripts.benchmarks.reading", "start": "scripts.benchmarks.starting"}
ON_EACH_DATABASE = {
    "store": "scripts.benchmarks.storing",
    "ledger": "scripts.benchmarks.ledger",
    "replay": "scripts.benchmarks.replaying",
    "replay-all": "scripts.benchmarks.replaying_all",
    "command": "scripts.benchmarks.commanding",
    "feed": "scripts.benchmarks.feeding",
    "conditional": "scripts.benchmarks.conditional",
    "plan": "scripts.benchmarks.planning",
    "send": "scripts.benchmarks.sending",
    "report": "scripts.benchmarks.reporting",
}


def main(names: list[str]) -> int:
    """Measure what is named, or everything; 0 when every aim is met, 1 when not, 2 for a wrong name."""
    known = [*ONCE, *ON_EACH_DATABASE]
    if unknown := [name for name in names if name not in known]:
        print(f"ukjent: {', '.join(unknown)}; velg blant {', '.join(known)}", file=sys.stderr)
        return 2
    rows = list(_told(_measured(names or known)))
    _print(rows)
    return 0 if all(row.met for row in rows) else 1


def _measured(names: list[str]) -> Iterator[Row]:
    for name in names:
        if name in ONCE:
            yield from import_module(ONCE[name]).measure()
    chosen = [import_module(ON_EACH_DATABASE[name]) for name in names if name in ON_EACH_DATABASE]
    if not chosen:
        return
    with ExitStack() as stack:
        address = stack.enter_context(databases.server())
        for module in chosen:
            yield from _on_each_database(module.measure, address)


def _on_each_database(measure: Callable[..., Iterator[Row]], address: str) -> Iterator[Row]:
    for kind in databases.KINDS:
        with databases.fresh(kind, address) as datastore:
            yield from measure(kind, datastore)


def _told(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        print(f"  {row.what} ({row.where}): {row.our_figure}", file=sys.stderr)
        yield row


def _print(rows: list[Row]) -> None:
    table = Table("what", "where", "floor", "floor's figure", "ours", "ratio", "aim", "met")
    for row in rows:
        verdict = "yes" if row.met else "NO"
        ratio = f"{row.ratio:.2f}×"
        table.add_row(
            row.what, row.where, row.floor, row.floor_figure, row.our_figure, ratio, row.aim, verdict
        )
    Console(width=200).print(table)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
