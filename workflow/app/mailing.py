"""The wiring of notices: what raises them, and what writes and sends their mails."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from projections.engine.duty.state import Duty
from workflow.app.mail.opening import post_of
from workflow.links.links import Links
from workflow.notices.ladder import LeadDates, lead_dates
from workflow.notices.messages.writing import Writer
from workflow.notices.outbox import Outbox
from workflow.notices.packing import Packing
from workflow.notices.picture import Picture
from workflow.notices.raising import Raising
from workflow.notices.recording import Recording
from workflow.notices.rules.handlers import rules_in_force
from workflow.notices.sending import Sending
from workflow.notices.working_days import working_days

if TYPE_CHECKING:
    from workflow.app.mail.settings import MailSettings
    from workflow.app.wiring import App


def picture_of(app: App) -> Picture:
    """Give what shows the planner people, rules and days as they are."""
    return Picture(app.store, app.directory, app.settings.agency, app.settings.joint_holiday)


def raising_of(app: App) -> Raising:
    """Give what raises the notices that fall due."""
    return Raising(app.store, picture_of(app), app.settings.agency, app.catch_up)


def writer_of(app: App, mail: MailSettings) -> Writer:
    """Give what writes mails, from the sender and by the templates of the settings."""

    def leads(duty: Duty, working_date: dt.date) -> LeadDates:
        rules = rules_in_force(app.store, app.settings.agency)
        calendar = working_days(app.settings.joint_holiday)
        return lead_dates(working_date, rules.leads_of(duty.kind, duty.id), calendar)

    links = Links(app.datastore, app.settings.base_url)
    return Writer((mail.sender_name, mail.sender), links.address, leads=leads, templates=mail.templates)


def sending_of(app: App, mail: MailSettings) -> Sending:
    """Give what sends the mails that wait."""
    outbox = Outbox(app.datastore)
    return Sending(
        outbox,
        Packing(app.engine, app.datastore, picture_of(app).at, lambda: _names(app)),
        Recording(app.store, outbox, app.clock),
        writer_of(app, mail),
        post_of(mail, app.settings.language),
        app.clock,
    )


def _names(app: App) -> dict[str, str]:
    """Give what to call people, units and letters."""
    return app.names() | {str(letter.id): letter.name for letter in app.letters()}
