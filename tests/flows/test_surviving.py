from __future__ import annotations

import random
import signal
import subprocess
import time

from tests.kit.command_line import LETTER, CommandLine

KILLS = 6
HANGING_SECONDS = 120
"""What takes longer than this will not end by itself."""


def register(fristvakt: CommandLine) -> list[dict[str, object]]:
    """Give every duty with its occurrences, without what depends on when it was recorded."""
    duties = fristvakt.done("register", "--occurrences", "--format", "json").json
    kept = ("id", "reference", "kind", "title", "state", "parent", "occurrences")
    found = [
        {name: duty[name] for name in kept} | {"days": [_due(part) for part in duty["parts"]]}
        for duty in duties
    ]
    return sorted(found, key=lambda duty: str(duty["id"]))


def _due(part: dict[str, dict[str, object]]) -> tuple[object, object]:
    return part["current"]["day"], part["current"]["latest"]


def test_two_controllers_at_once_lose_nothing_and_double_nothing(fristvakt: CommandLine) -> None:
    """Two people accept at the same time: each decision is there once, by one of them."""
    fristvakt.with_letter()
    both = [
        fristvakt.process("accept", "--clear", "--as", "kari@prove.example"),
        fristvakt.process("accept", "--clear", "--as", "ase@prove.example"),
        fristvakt.process("accept", "2027-02", "--decide", "dates_disagree=01.10.2027"),
    ]
    ended = [(process.communicate()[1], process.returncode) for process in both]
    assert [code for _, code in ended] == [0, 0, 0], ended
    assert fristvakt.done("review", "--format", "json").json["undecided"] == 1
    duties = [str(duty["id"]) for duty in register(fristvakt)]
    assert len(duties) == len(set(duties))
    assert {"2027-01", "2027-02"} <= {str(duty["reference"]) for duty in register(fristvakt)}


def test_deciding_the_same_otherwise_at_once_refuses_one_of_the_two(fristvakt: CommandLine) -> None:
    """Two different decisions about one proposal: the first counts, the second is told."""
    fristvakt.with_letter()
    both = [
        fristvakt.process("accept", "2027-02", "--decide", "dates_disagree=01.10.2027"),
        fristvakt.process("accept", "2027-02", "--decide", "dates_disagree=15.09.2027"),
    ]
    ended = [(process.communicate()[1], process.returncode) for process in both]
    assert sorted(code for _, code in ended) == [0, 1], ended
    told = next(error for error, code in ended if code == 1)
    assert "2027-02" in told
    assert "Traceback" not in told


def test_killing_in_the_middle_of_accepting_leaves_all_or_nothing(fristvakt: CommandLine) -> None:
    """Half-confirmed work survives a crash at any point, and accepting again completes it."""
    fristvakt.with_letter()
    chance = random.Random(20261123)
    for _ in range(KILLS):
        process = fristvakt.process("accept", "--clear")
        time.sleep(chance.uniform(0.1, 2.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        waiting = fristvakt.done("review", "--format", "json").json["undecided"]
        assert waiting in (6, 2), "a command is whole or not there at all"
        assert bool(register(fristvakt)) == (waiting == 2)
    fristvakt.done("accept", "--clear")
    survived = register(fristvakt)
    fristvakt.done("rebuild")
    assert register(fristvakt) == survived
    fristvakt.done("reconcile")


def test_killing_in_the_middle_of_adding_a_letter_leaves_all_or_nothing(fristvakt: CommandLine) -> None:
    """The document, its reading and the events come together or not at all."""
    fristvakt.with_people()
    chance = random.Random(7)
    for _ in range(KILLS // 2):
        process = fristvakt.process("letter", "add", LETTER)
        time.sleep(chance.uniform(0.3, 2.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        for letter in fristvakt.done("letter", "list", "--format", "json").json:
            assert letter["proposals"] == 6
    fristvakt.done("letter", "add", LETTER)
    assert len(fristvakt.done("letter", "list", "--format", "json").json) == 1


def test_serving_answers_for_a_feed_until_it_is_revoked(fristvakt: CommandLine) -> None:
    """The published calendar is what `reconcile` fetches from the running service."""
    fristvakt.confirmed()
    fristvakt.environment["FRISTVAKT_BASE_URL"] = "http://127.0.0.1:48219"
    service = fristvakt.process("serve", "--port", "48219", start_new_session=True)
    try:
        proof = _proved_by_the_service(fristvakt, service)
        assert proof["agree"]
    finally:
        service.send_signal(signal.SIGTERM)
        service.communicate(timeout=HANGING_SECONDS)


def _proved_by_the_service(fristvakt: CommandLine, service: subprocess.Popen[str]) -> dict[str, object]:
    """Reconcile until the service has begun to answer."""
    while service.poll() is None:
        proof: dict[str, object] = fristvakt.done("reconcile", "--format", "json").json
        if proof["origin"] == "service":
            return proof
    raise AssertionError(service.communicate())
