"""Subscriptions as people ask for them: named by what they show, found by how their id begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from calendars.ical.entry import Language
from workflow.app.wiring import App
from workflow.directory.people import Person
from workflow.feeds.filters import Chosen, chosen
from workflow.feeds.refusals import UnknownSubscription
from workflow.feeds.subscriptions import Subscription, slug
from workflow.language import LANGUAGES, N_, translator

GROUPS = {"assignments": N_("Assignments"), "reports": N_("Reports"), "meetings": N_("Meetings")}


def new_subscription(
    app: App,
    owner: str,
    words: str,
    *,
    name: str = "",
    language: str | None = None,
    alarms: bool = True,
    by: str,
) -> Subscription:
    """Make a subscription for a person, in the person's own language where none is given."""
    person, what = app.directory.find_person(owner), chosen(words, app.directory)
    spoken = cast(Language, language or _calendar_language(app, person))
    called = name or shown_in_words(what, app.names(), spoken)
    return Subscription(
        id=app.new_id(),
        name=called,
        slug=slug(called),
        owner=person.id,
        chosen=what,
        language=spoken,
        alarms=alarms,
        created_at=app.clock(),
        created_by=by,
    )


def _calendar_language(app: App, person: Person) -> str:
    """Calendars are written in bokmål or nynorsk: who reads mail in English gets the service's own."""
    return person.language if person.language in LANGUAGES else app.settings.language


def shown_in_words(what: Chosen, names: Mapping[str, str], language: str) -> str:
    """Say what a subscription shows: «Rapporter – enhet Analyse, mål 2»."""
    say = translator(language).gettext
    first = say(GROUPS[what.group]) if what.group else say(N_("Deadlines and meetings"))
    rest = ", ".join(_narrowings(what, names, language)) or say(N_("all"))
    return f"{first} – {rest}"


def _narrowings(what: Chosen, names: Mapping[str, str], language: str) -> Iterator[str]:
    say = translator(language).gettext
    if what.mine:
        yield say(N_("mine"))
    if what.my_unit:
        yield say(N_("my unit"))
    if what.unit:
        yield names.get(what.unit, what.unit)
    if what.goal is not None:
        yield say(N_("goal {number}")).format(number=what.goal)


def subscription_named(app: App, named: str) -> Subscription:
    """Give the subscription whose id begins so, or that has this name."""
    rows = app.subscriptions.all()
    found = [row for row in rows if len(named) >= 4 and row.id.startswith(named.lower())]
    found = found or [row for row in rows if row.name.casefold() == named.casefold()]
    if len(found) != 1:
        raise UnknownSubscription(subscription=named)
    return found[0]
