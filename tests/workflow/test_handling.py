"""The door of every command: whole or not at all, repeated when another was first."""

from __future__ import annotations

import datetime as dt
import importlib
import threading
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import IntegrityError

from events.store.datastore import Datastore
from tests.house.sources import ROOT
from tests.kit.made_readings import disputed, due, proposal, reading, report
from tests.kit.office import BY, Office
from workflow.duty import commands
from workflow.duty import refusals as duty_refusals
from workflow.duty.aggregate import Duty
from workflow.handling import HANDLERS, PREPARED, NobodyNamed, TooManyWriters
from workflow.letter import commands as letter_commands
from workflow.letter import refusals
from workflow.letter.commands import AcceptProposals, ConfirmLetter
from workflow.lifecycle import State

ONE = proposal("2026-01", due("01.06.2026"))


def accepted(office: Office) -> UUID:
    """Accept a letter with one assignment; give the assignment's id."""
    letter = office.register(reading(ONE))
    office.accept(letter)
    return office.duty(letter, "2026-01").id


def load(office: Office, duty: UUID) -> Duty:
    """Give the duty as it stands."""
    found = office.store.load(duty)
    assert isinstance(found, Duty)
    return found


def test_registering_the_same_file_twice_changes_nothing(datastore: Datastore) -> None:
    """The same bytes are the same letter, whoever hands them in."""
    office = Office(datastore)
    first = office.register(reading(ONE))
    before = office.position()
    assert office.register(reading(ONE)) == first
    assert office.position() == before
    assert len(office.handling.readings.letters("Direktoratet for prøver")) == 1


def test_registering_keeps_the_original_and_the_reading(datastore: Datastore) -> None:
    """What was decided about can always be seen again."""
    office = Office(datastore)
    made = reading(ONE, disputed())
    letter = office.register(made)
    assert office.handling.readings.of(letter) == made
    assert office.handling.readings.original(letter) == b"brev.md {}"


def test_registering_by_an_unknown_channel_is_refused(sqlite_datastore: Datastore) -> None:
    """A governing document comes through one of the known channels."""
    with pytest.raises(refusals.UnknownChannel):
        Office(sqlite_datastore).register(reading(ONE), channel="rykte")


def test_commanding_without_a_name_is_refused(sqlite_datastore: Datastore) -> None:
    """Every decision is somebody's."""
    office = Office(sqlite_datastore)
    with pytest.raises(NobodyNamed):
        office.do(commands.StartDuty(duty=uuid4(), by=" "))


def test_commanding_what_does_not_exist_is_refused(sqlite_datastore: Datastore) -> None:
    """An id that nothing has is said to be unknown."""
    office = Office(sqlite_datastore)
    letter = office.register(reading(ONE))
    with pytest.raises(refusals.UnknownLetter):
        office.do(ConfirmLetter(letter=uuid4(), by=BY))
    with pytest.raises(duty_refusals.UnknownDuty):
        office.do(commands.StartDuty(duty=letter, by=BY))


@pytest.mark.parametrize(
    ("command", "state"),
    [
        (lambda duty: commands.StartDuty(duty=duty, by=BY), State.IN_PROGRESS),
        (lambda duty: commands.DeliverDuty(duty=duty, reference="26/1", by=BY), State.DELIVERED),
        (
            lambda duty: commands.WithdrawDuty(duty=duty, reason="Bortfalt", reference="26/1", by=BY),
            State.WITHDRAWN,
        ),
        (lambda duty: commands.RestrictAccess(duty=duty, reason="Offl. § 15", by=BY), State.GIVEN),
        (lambda duty: commands.AssignOwner(duty=duty, owner="p-1", by=BY), State.GIVEN),
        (
            lambda duty: commands.SetDeadline(duty=duty, part="Del 2", words="1. juli", source="26/1", by=BY),
            State.GIVEN,
        ),
        (
            lambda duty: commands.PostponeDeadline(
                duty=duty, words="medio juni", reason="Avtalt", source="26/1", by=BY
            ),
            State.GIVEN,
        ),
        (lambda duty: commands.DropDeadline(duty=duty, reason="Feil", source="26/1", by=BY), State.GIVEN),
    ],
)
def test_commanding_twice_in_the_same_words_records_once(
    datastore: Datastore, command: object, state: State
) -> None:
    """A command that is sent again, because its answer was lost, changes nothing more."""
    office = Office(datastore)
    duty = accepted(office)
    assert office.do(command(duty)).changed == (duty,)  # type: ignore[operator]  # one of the lambdas above
    before = office.position()
    assert office.do(command(duty)).changed == ()  # type: ignore[operator]  # one of the lambdas above
    assert (office.position(), load(office, duty).state) == (before, state)


def test_delivering_returning_and_accepting_follows_the_life(datastore: Datastore) -> None:
    """Through the door as in the aggregate."""
    office = Office(datastore)
    duty = accepted(office)
    office.do(commands.DeliverDuty(duty=duty, by=BY))
    office.do(commands.ReturnDelivery(duty=duty, reason="Mangler tall", by=BY))
    office.do(commands.DeliverDuty(duty=duty, reference="26/2", by=BY))
    office.do(commands.AcceptDelivery(duty=duty, by=BY))
    assert load(office, duty).state is State.ACCEPTED


def test_delivering_tomorrow_is_refused(sqlite_datastore: Datastore) -> None:
    """What is recorded as done has happened."""
    office = Office(sqlite_datastore)
    duty = accepted(office)
    with pytest.raises(duty_refusals.DayInFuture) as refused:
        office.do(commands.DeliverDuty(duty=duty, delivered_on=dt.date(2026, 2, 3), by=BY))
    assert refused.value.facts["day"] == "03.02.2026"


def test_delivering_just_after_midnight_counts_the_norwegian_day(sqlite_datastore: Datastore) -> None:
    """A deadline is a civil date in Norway, where the day begins before it does in UTC."""
    office = Office(sqlite_datastore, dt.datetime(2026, 7, 1, 22, 30, tzinfo=dt.UTC))
    duty = accepted(office)
    office.do(commands.DeliverDuty(duty=duty, by=BY))
    assert load(office, duty).parts[""].delivered_on == dt.date(2026, 7, 2)


def test_moving_a_deadline_without_a_source_is_refused(sqlite_datastore: Datastore) -> None:
    """A deadline is moved in writing."""
    office = Office(sqlite_datastore)
    duty = accepted(office)
    with pytest.raises(duty_refusals.SourceMissing):
        office.do(commands.PostponeDeadline(duty=duty, words="1. juli", reason="Avtalt", source="", by=BY))


def test_moving_a_deadline_to_words_without_year_means_the_year_that_stands(
    sqlite_datastore: Datastore,
) -> None:
    """«1. juli» of a deadline in 2029 is in 2029."""
    office = Office(sqlite_datastore)
    letter = office.register(reading(proposal("2026-01", due("01.06.2029"))))
    office.accept(letter)
    duty = office.duty(letter, "2026-01").id
    office.do(commands.PostponeDeadline(duty=duty, words="1. juli", reason="Avtalt", source="26/1", by=BY))
    current = load(office, duty).parts[""].current
    assert current is not None
    assert current.day == dt.date(2029, 7, 1)


def test_two_writers_at_once_both_get_through(datastore: Datastore) -> None:
    """The one who is second decides again on what the first wrote; nothing is lost."""
    office = Office(datastore)
    duty = accepted(office)
    start = threading.Barrier(4)
    failures: list[BaseException] = []

    def write(part: int) -> None:
        start.wait()
        try:
            for n in range(3):
                office.do(
                    commands.SetDeadline(
                        duty=duty, part=f"Del {part}.{n}", words="1. juli", source="26/1", by=f"p-{part}"
                    )
                )
        except TooManyWriters as error:  # allowed, but then nothing of it may be there
            failures.append(error)

    writers = [threading.Thread(target=write, args=(part,)) for part in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    parts = load(office, duty).parts
    assert len(parts) - 1 == 12 or failures
    assert load(office, duty).version == 2 + len(parts) - 1


def test_losing_every_race_is_said(sqlite_datastore: Datastore, monkeypatch: pytest.MonkeyPatch) -> None:
    """After three attempts the user is told; nothing was changed."""
    office = Office(sqlite_datastore)
    duty = accepted(office)
    attempts: list[int] = []

    def lose(*_: object, **__: object) -> None:
        attempts.append(1)
        raise IntegrityError

    monkeypatch.setattr(office.store, "save", lose)
    with pytest.raises(TooManyWriters):
        office.do(commands.StartDuty(duty=duty, by=BY))
    assert len(attempts) == 3
    assert load(office, duty).state is State.GIVEN


class PowerCutError(Exception):
    """What no handler expects."""


def test_crashing_in_the_middle_leaves_nothing(datastore: Datastore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Events, rows and decisions of one command are there together or not at all."""
    office = Office(datastore)
    letter = office.register(reading(ONE, report("ukestall", due("Hver mandag"))))
    before = office.position()
    save = office.store.save

    def save_and_crash(*aggregates: object, **more: object) -> None:
        save(*aggregates, **more)  # type: ignore[arg-type]  # what it was called with
        raise PowerCutError

    monkeypatch.setattr(office.store, "save", save_and_crash)
    with pytest.raises(PowerCutError):
        office.accept(letter)
    monkeypatch.undo()
    assert office.position() == before
    assert {item.key for item in office.review(letter).undecided} == {"2026-01", "ukestall"}
    office.accept(letter)
    office.confirm(letter)


def test_crashing_while_registering_leaves_no_letter(
    datastore: Datastore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No original without its events, no events without their original."""
    office = Office(datastore)
    monkeypatch.setattr(office.store, "save", _cut)
    with pytest.raises(PowerCutError):
        office.register(reading(ONE))
    monkeypatch.undo()
    assert office.handling.readings.letters("Direktoratet for prøver") == []
    office.review(office.register(reading(ONE)))


def _cut(*_: object, **__: object) -> None:
    raise PowerCutError


def test_listing_the_handlers_finds_every_command() -> None:
    """The index of all behaviour is whole: no command without a handler."""
    files = [path.relative_to(ROOT).with_suffix("") for path in (ROOT / "workflow").rglob("*commands.py")]
    modules = [importlib.import_module(".".join(file.parts)) for file in files]
    asked = {
        one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, type)
        and one.__module__ == module.__name__
        and "by" in getattr(one, "__dataclass_fields__", ())
    }
    assert {commands.SetDeadline, letter_commands.ConfirmLetter} < asked
    assert asked == {one for one in [*HANDLERS, *PREPARED] if one.__name__ != "ReadLetter"}


def test_accepting_the_same_letter_at_once_gives_each_duty_once(datastore: Datastore) -> None:
    """Two controllers press the same button; the second finds it done."""
    office = Office(datastore)
    letter = office.register(reading(ONE, report("ukestall", due("Hver mandag"))))
    start = threading.Barrier(3)
    outcomes: list[int] = []

    def accept(by: str) -> None:
        start.wait()
        outcomes.append(len(office.do(AcceptProposals(letter=letter, by=by)).changed))

    controllers = [threading.Thread(target=accept, args=(f"p-{n}",)) for n in range(3)]
    for controller in controllers:
        controller.start()
    for controller in controllers:
        controller.join()
    assert sorted(outcomes) == [0, 0, 107]
    assert office.duty(letter, "2026-01").version == 2
    office.confirm(letter)
