"""The staff, put into the directory."""

from __future__ import annotations

import datetime as dt

from scripts.simulation.staff import Member, Staff
from workflow.app.wiring import App
from workflow.directory.changing import Changing
from workflow.directory.importing import import_lists
from workflow.directory.people import Absence


def employ(app: App, staff: Staff) -> None:
    """Import everyone and every unit, and then what each has chosen and when each is away."""
    import_lists(app.datastore, app.new_id, staff.people_csv(), staff.units_csv(), app.settings.language)
    ids = {one.email: one.id for one in app.directory.people()}
    changing = Changing(app.datastore)
    for member in staff.members:
        _settle(changing, member, ids)


def _settle(changing: Changing, member: Member, ids: dict[str, str]) -> None:
    who = ids[member.email]
    if member.deputy:
        changing.deputy(who, ids[member.deputy])
    if member.role == "ministry":
        changing.digest(who, None, None, off=True)
        return
    weekday, hour = member.digest
    changing.digest(who, weekday + 1, hour)
    if member.quiet:
        changing.quiet(who, *(dt.time(each) for each in member.quiet))
    for away in member.away:
        changing.absent(Absence(who, away.first, away.last, ids.get(away.deputy, "")))
