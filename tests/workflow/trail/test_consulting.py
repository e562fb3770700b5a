"""Looking at the trail is recorded, and those who are here to look decide nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from events.store.datastore import Datastore
from events.vocabulary.trail import TrailConsulted
from tests.kit.office import Office
from workflow.directory.deciding import READ_ONLY, MayNotDecide
from workflow.directory.tables import person
from workflow.notices.rules.commands import SetLadder
from workflow.trail.commands import ConsultTrail


@pytest.fixture
def office(datastore: Datastore) -> Office:
    """Give an office with two people."""
    office = Office(datastore)
    office.staff()
    return office


def test_consulting_when_twice_at_once_leaves_two_facts(office: Office) -> None:
    """The same person looking at the same thing in the same second looked twice."""
    for _ in range(2):
        office.do(ConsultTrail(what="show", subject="2026-05", by="id-0"))
    events = [each.event for each in office.store.recorded(0, 10)]
    assert [(type(each), each.by) for each in events] == [(TrailConsulted, "id-0")] * 2
    assert {each.subject for each in events if isinstance(each, TrailConsulted)} == {"2026-05"}


@pytest.mark.parametrize("role", sorted(READ_ONLY))
def test_deciding_when_here_to_read_is_refused(office: Office, role: str) -> None:
    """An auditor, the ministry and a reader look at everything they may, and change nothing."""
    ola = office.directory.find_person("Ola Li").id
    with office.datastore.unit_of_work() as connection:
        connection.execute(update(person).where(person.c.id == ola).values(role=role))
    with pytest.raises(MayNotDecide, match="Ola Li"):
        office.do(SetLadder(steps=(), by=ola))
    assert office.position() == 0
    office.do(ConsultTrail(what="verify", by=ola))
    assert office.position() == 1
