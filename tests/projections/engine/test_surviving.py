from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from events.store.datastore import Datastore
from projections.engine.projection import Projection
from tests.kit.happened import Past
from tests.projections.following import Following, all_rows

ROOT = Path(__file__).parents[3]
KILLS = 4


def busy(count: int) -> Past:
    """A past that takes a while to follow in small batches."""
    past = Past().letter()
    for number in range(count):
        name = f"2026-{number:03}"
        past.assignment(name).due(name, f"2026-{number % 12 + 1:02}-15").owned(name, f"p{number % 5}")
    return past


def follower(url: str) -> subprocess.Popen[str]:
    """Start a process that follows the database."""
    command = [sys.executable, "-m", "tests.projections.engine.follower", url]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def prefix_rows(past: Past, url: str, projection: Projection, position: int) -> list[list[str]]:
    """Give the rows that the first events up to `position` make, in a store of their own."""
    other = Following(Datastore(url), past=Past(events=past.events[:position]), projections=(projection,))
    other.follow()
    return [comparable(other.rows(table)) for table in projection.tables]


def test_killing_a_follower_at_any_point_leaves_rows_that_match_their_position(
    database_url: str, sqlite_template: Path, tmp_path: Path
) -> None:
    """Killed with -9 while it writes, each projection's rows are those of exactly its saved position."""
    following = Following(Datastore(database_url), past=busy(40)).record()
    chance = random.Random(20260315)
    for round_ in range(KILLS):
        process = follower(database_url)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.15))
        process.kill()
        process.wait()
        for projection, status in zip(following.projections, following.engine.status(), strict=True):
            fresh = tmp_path / f"{round_}-{projection.name}.db"
            fresh.write_bytes(sqlite_template.read_bytes())
            made = prefix_rows(following.past, f"sqlite:///{fresh}", projection, status.position)
            assert [comparable(following.rows(table)) for table in projection.tables] == made
    following.engine.catch_up()
    after = all_rows(following)
    following.engine.rebuild()
    assert all_rows(following) == after


def comparable(rows: list[tuple[object, ...]]) -> list[str]:
    """Give rows as text, without what only the databases tell apart (SQLite keeps no time zone)."""
    return sorted(repr(tuple(_plain(value) for value in row)) for row in rows)


def _plain(value: object) -> object:
    return value.replace(tzinfo=None) if hasattr(value, "tzinfo") and hasattr(value, "replace") else value


def test_following_in_two_processes_at_once_takes_each_event_once(database_url: str) -> None:
    """Two followers share the work; the rows are those of one."""
    following = Following(Datastore(database_url), past=busy(40)).record()
    both = [follower(database_url), follower(database_url)]
    for process in both:
        output, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        assert output.splitlines()[-1] == "caught up"
    assert {status.behind for status in following.engine.status()} == {0}
    shared = all_rows(following)
    following.engine.rebuild()
    assert all_rows(following) == shared
