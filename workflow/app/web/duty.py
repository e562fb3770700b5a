"""The page of a duty behind a personal address, as mails link to it."""

from __future__ import annotations

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from projections.register.queries import one
from projections.reminders.queries import duty as duty_as_it_stands
from workflow.app.web.door import Door, nothing_here
from workflow.app.web.duty_page import DutyPage
from workflow.app.web.duty_reader import DutyReader
from workflow.app.web.pages import page
from workflow.app.wiring import App
from workflow.links.links import Links
from workflow.notices.ladder import lead_dates
from workflow.notices.messages.speech import Speech
from workflow.notices.rules.handlers import rules_in_force
from workflow.notices.working_days import working_days


class DutyEndpoint:
    """Answers GET and HEAD for the page of a duty.

    A wrong address, an unknown or erased person, an unknown duty and the ministry all get the same
    404: the page tells what the house says to itself.
    """

    def __init__(self, app: App, door: Door) -> None:
        """Show duties to whoever has an address that we made."""
        self._app = app
        self._door = door
        self._links = Links(app.datastore, app.settings.base_url)

    def __call__(self, request: Request) -> Response:
        """Answer one request."""
        asked = self._asked(request)
        refusal = self._door.refusal(request, known=asked is not None)
        if refusal is not None:
            return refusal
        found = self._shown(*asked) if asked is not None else None
        if found is None:
            self._door.guessed(request)
            return nothing_here()
        return page("duty.html", found.language, it=found)

    def _asked(self, request: Request) -> tuple[UUID, str] | None:
        """Give the duty and the person of an address that we made."""
        duty, person = _uuid(request.path_params["duty"]), request.path_params["person"]
        if duty is None or not self._links.is_ours(duty, person, request.path_params["mac"]):
            return None
        return duty, person

    def _shown(self, asked: UUID, person: str) -> DutyPage | None:
        """Give the page, where there are still such a person and such a duty."""
        line = self._app.directory.line()
        with self._app.datastore.reading() as connection:
            registered, duty = one(connection, asked), duty_as_it_stands(connection, asked)
        reader = line.people.get(person)
        if reader is None or reader.role == "ministry" or registered is None or duty is None:
            return None
        reading = DutyReader(duty, person, line, self._app.names(), Speech(reader.language))
        rules = rules_in_force(self._app.store, self._app.settings.agency)
        leads, calendar = rules.leads_of(duty.kind, duty.id), working_days(self._app.settings.joint_holiday)
        return DutyPage(reading, registered, lambda working: lead_dates(working, leads, calendar))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:  # no id of ours: like any other address that shows nothing
        return None
