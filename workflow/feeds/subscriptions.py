"""Subscriptions: added with an address that is shown once, looked up by it, revoked for good."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Row, and_, bindparam, insert, or_, select, update

from calendars.ical.entry import Language
from events.store.datastore import Datastore
from projections.feeds.selection import Feed
from workflow.directory.directory import Directory
from workflow.directory.people import Person
from workflow.directory.refusals import UnknownPerson
from workflow.directory.tables import person
from workflow.feeds.filters import Chosen
from workflow.feeds.refusals import AlreadyRevoked, UnitUnknown, UnknownSubscription
from workflow.feeds.tables import subscription

TOKEN_BYTES = 24
"""192 random bits; RFC 7986 asks for none, our checklist for at least 128."""
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "Ae", "Ø": "O", "Å": "A"})


# The owner is joined in: who has left the directory has lost every calendar.
_OPENED = (
    select(
        subscription,
        person.c.name.label("owner_name"),
        person.c.email.label("owner_email"),
        person.c.unit.label("owner_unit"),
    )
    .join(person, person.c.id == subscription.c.owner)
    .where(subscription.c.token_hash == bindparam("hash"), subscription.c.revoked_at.is_(None))
)


_USED = (
    update(subscription)
    .where(
        subscription.c.id == bindparam("which"),
        or_(subscription.c.last_used_at.is_(None), subscription.c.last_used_at < bindparam("at")),
    )
    .values(last_used_at=bindparam("at"), last_client=bindparam("client"))
)


@dataclass(frozen=True, slots=True)
class Fetch:
    """A fetch of a calendar: when (aware), and by what (the client's own name for itself)."""

    at: dt.datetime
    client: str


@dataclass(frozen=True, slots=True)
class Subscription:
    """One subscription as it stands; times are aware, UTC."""

    id: str
    name: str
    slug: str
    owner: str
    chosen: Chosen
    language: Language
    alarms: bool
    created_at: dt.datetime
    created_by: str
    revoked_at: dt.datetime | None = None
    last_used_at: dt.datetime | None = None
    last_client: str = ""

    def address(self, base_url: str, token: str) -> str:
        """Give the secret address; the file name is what Thunderbird calls the calendar."""
        return f"{base_url.rstrip('/')}/kalender/{token}/{self.slug}.ics"


class Subscriptions:
    """The subscriptions in one database."""

    def __init__(self, datastore: Datastore) -> None:
        """Keep them in this database."""
        self._datastore = datastore
        self._directory = Directory(datastore)

    def add(self, new: Subscription) -> str:
        """Keep a new subscription and give its token, which is stored nowhere."""
        new.chosen.shown_to(self._directory.find_person(new.owner))
        token = secrets.token_urlsafe(TOKEN_BYTES)
        with self._datastore.unit_of_work() as connection:
            connection.execute(insert(subscription).values(_values(new) | {"token_hash": _hash(token)}))
        return token

    def all(self) -> list[Subscription]:
        """List every subscription, also the revoked ones, in the order they were added."""
        with self._datastore.reading() as connection:
            rows = connection.execute(select(subscription).order_by(subscription.c.created_at))
            return [_subscription(row) for row in rows]

    def revoke(self, subscription_id: str, by: str, at: dt.datetime) -> Subscription:
        """End a subscription: from the next request on its address answers like one that never was."""
        with self._datastore.unit_of_work() as connection:
            row = connection.execute(select(subscription).where(subscription.c.id == subscription_id)).first()
            if row is None:
                raise UnknownSubscription(subscription=subscription_id)
            if row.revoked_at is not None:
                raise AlreadyRevoked(subscription=row.name)
            ended = update(subscription).where(subscription.c.id == subscription_id)
            connection.execute(ended.values(revoked_at=at, revoked_by=by))
            return _subscription(row)

    def lookup(self, token: str) -> Subscription | None:
        """Find the subscription of an address; None when there is none, or it was revoked."""
        wanted = and_(subscription.c.token_hash == _hash(token), subscription.c.revoked_at.is_(None))
        with self._datastore.single() as connection:
            row = connection.execute(select(subscription).where(wanted)).first()
        return _subscription(row) if row is not None else None

    def open(self, token: str) -> tuple[Subscription, Feed] | None:
        """Find what an address shows today, by one look-up; None when it shows nothing (any more)."""
        with self._datastore.single() as connection:
            row = connection.execute(_OPENED, {"hash": _hash(token)}).first()
        if row is None:
            return None
        found = _subscription(row)
        owner = Person(row.owner, row.owner_name, row.owner_email, row.owner_unit or "")
        feed = _shown(found, owner)
        return None if feed is None else (found, feed)

    def feed(self, found: Subscription) -> Feed | None:
        """Give what the subscription shows today; None when its owner may see nothing any more."""
        try:
            owner = self._directory.find_person(found.owner)
        except UnknownPerson:
            return None  # who has left has lost the calendar
        return _shown(found, owner)

    def used(self, fetches: Mapping[str, Fetch]) -> None:
        """Remember when and by what each was last fetched, by id; an older fetch is passed over."""
        rows = [{"which": key, "at": each.at, "client": each.client[:200]} for key, each in fetches.items()]
        with self._datastore.unit_of_work() as connection:
            connection.execute(_USED, rows)


def _shown(found: Subscription, owner: Person) -> Feed | None:
    try:
        filtered = found.chosen.shown_to(owner)
    except UnitUnknown:
        return None  # who has lost the unit has lost its calendar
    return Feed(found.name, filtered, found.language, found.alarms)


def slug(name: str) -> str:
    """Give a name as a file name: ASCII words in lower case; «kalender» when nothing is left."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60] or "kalender"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def _values(new: Subscription) -> dict[str, object]:
    what = new.chosen
    return {
        "id": new.id,
        "name": new.name,
        "slug": new.slug,
        "owner": new.owner,
        "mine": what.mine,
        "my_unit": what.my_unit,
        "unit": what.unit,
        "goal": what.goal,
        "kind_group": what.group,
        "language": new.language,
        "alarms": new.alarms,
        "created_at": new.created_at,
        "created_by": new.created_by,
    }


def _subscription(row: Row[*tuple[object, ...]]) -> Subscription:
    return Subscription(
        id=row.id,
        name=row.name,
        slug=row.slug,
        owner=row.owner,
        chosen=Chosen(row.mine, row.my_unit, row.unit, row.goal, row.kind_group),
        language=row.language,
        alarms=row.alarms,
        created_at=_aware(row.created_at),
        created_by=row.created_by,
        revoked_at=_aware(row.revoked_at) if row.revoked_at else None,
        last_used_at=_aware(row.last_used_at) if row.last_used_at else None,
        last_client=row.last_client or "",
    )


def _aware(stored: dt.datetime) -> dt.datetime:
    """SQLite keeps no time zone: what is stored is UTC."""
    return stored.replace(tzinfo=dt.UTC) if stored.tzinfo is None else stored.astimezone(dt.UTC)
