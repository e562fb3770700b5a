"""`fristvakt feed …`: calendars that people subscribe to, each by a secret address."""

from __future__ import annotations

import sys

import click

from projections.feeds.publisher import feed_body
from projections.feeds.selection import Feed, FeedFilter
from workflow.app.cli.opening import decider, opened
from workflow.app.cli.output import print_json, print_table
from workflow.app.cli.parts import Group, argument, command, deciding, formatted, option
from workflow.app.cli.speech import language, moment, say
from workflow.app.subscribing import new_subscription, shown_in_words, subscription_named
from workflow.app.wiring import App
from workflow.feeds.filters import chosen
from workflow.feeds.subscriptions import Subscription
from workflow.language import LANGUAGES, N_
from workflow.refusals import Refusal


class FeedEnded(Refusal):
    """A feed was revoked, or its owner has left or lost the unit."""

    code = "feed-ended"
    message = N_("{name} shows nothing any more: it was revoked, or its owner has left.")


feed_command = Group(
    "feed",
    members={
        "add": ("feed", N_("Make a feed; its address is shown this once")),
        "list": ("feed", N_("List the feeds, and when each was last used")),
        "revoke": ("feed", N_("End a feed: its address answers no more")),
        "print": ("feed", N_("Write a calendar to standard output")),
    },
    help=N_("Make, list, revoke and print calendar feeds."),
    example='fristvakt feed add --owner kari@example.no --filter "mine"\n'
    'fristvakt feed add --owner kari@example.no --filter "enhet:Analyse,rapporter"\n'
    "fristvakt feed print --all > frister.ics",
)

_filter = option(
    "--filter",
    "words",
    default="all",
    metavar=N_("FILTER"),
    text=N_(
        "all, mine, my-unit, unit:NAME, goal:N, assignments, reports, meetings; several divided by comma."
    ),
)


@command(
    "add",
    N_(
        "Make a feed; its address is shown this once.\n\n"
        "Only a hash of the address is stored, so keep it well."
    ),
    "fristvakt feed add --owner kari@example.no --filter mine --as kari@example.no\n"
    'fristvakt feed add --owner kari@example.no --filter "mål:2,møter" --name "Møter i mål 2"',
)
@option("--owner", required=True, metavar=N_("PERSON"), text=N_("Whose feed it is; who leaves loses it."))
@_filter
@option(
    "--name", default="", metavar=N_("NAME"), text=N_("What the calendar is called (default: what it shows).")
)
@option(
    "--calendar-language",
    type=click.Choice(LANGUAGES),
    text=N_("Language of the entries (default: the owner's)."),
)
@option("--no-alarms", is_flag=True, text=N_("Without reminders in the calendar."))
@deciding
@formatted
def add_command(
    owner: str, words: str, name: str, calendar_language: str | None, no_alarms: bool, person: str, form: str
) -> None:
    """Make the feed and show its address."""
    with opened() as app:
        new = new_subscription(
            app,
            owner,
            words,
            name=name,
            language=calendar_language,
            alarms=not no_alarms,
            by=decider(app, person),
        )
        token = app.subscriptions.add(new)
        address = new.address(app.settings.base_url, token)
    if form == "json":
        return print_json({"id": new.id, "name": new.name, "address": address})
    click.echo(say(N_("{name} ({id}). The address is shown this once:"), name=new.name, id=new.id[:8]))
    click.echo(f"  {address}")
    page = address.rpartition("/")[0] + "/"
    return click.echo(say(N_("Help with each kind of calendar is on its page: {page}"), page=page))


@command("list", N_("List the feeds, and when each was last used."), "fristvakt feed list --format json")
@option("--all", "everything", is_flag=True, text=N_("Also those that are revoked."))
@formatted
def list_command(everything: bool, form: str) -> None:
    """Print the feeds."""
    with opened() as app:
        rows = [row for row in app.subscriptions.all() if everything or row.revoked_at is None]
        names = app.names()
    if form == "json":
        return print_json(rows)
    if not rows:
        return click.echo(say(N_("No feeds yet. Make one with: fristvakt feed add --owner PERSON")))
    headings = [N_("Id"), N_("Name"), N_("Owner"), N_("Shows"), N_("Last used"), N_("By")]
    cells = [_cells(row, names) for row in rows]
    return print_table([say(heading) for heading in headings], cells, folding=(1, 2, 3, 5))


def _cells(row: Subscription, names: dict[str, str]) -> tuple[str, ...]:
    used = moment(row.last_used_at) or say(N_("never"))
    ended = say(N_("revoked {moment}"), moment=moment(row.revoked_at)) if row.revoked_at else used
    return (
        row.id[:8],
        row.name,
        names.get(row.owner, "–"),
        shown_in_words(row.chosen, names, language()),
        ended,
        row.last_client,
    )


@command("revoke", N_("End a feed: its address answers no more."), "fristvakt feed revoke 3f9c21ab")
@argument("feed", N_("The feed: the id or its beginning, as `fristvakt feed list` shows it."), N_("FEED"))
@deciding
@formatted
def revoke_command(feed: str, person: str, form: str) -> None:
    """Revoke the feed."""
    with opened() as app:
        found = subscription_named(app, feed)
        ended = app.subscriptions.revoke(found.id, decider(app, person), app.clock())
    if form == "json":
        return print_json({"id": ended.id, "name": ended.name})
    return click.echo(say(N_("{name} is revoked. Its address answers no more."), name=ended.name))


@command(
    "print",
    N_("Write a calendar to standard output, exactly as it is published."),
    "fristvakt feed print --all > frister.ics\nfristvakt feed print --filter unit:Analyse > analyse.ics",
)
@argument("feed", N_("One feed: the id or its beginning."), N_("[FEED]"), required=False)
@option("--all", "everything", is_flag=True, text=N_("Every deadline and meeting."))
@option(
    "--filter",
    "words",
    default="",
    metavar=N_("FILTER"),
    text=N_(
        "all, mine, my-unit, unit:NAME, goal:N, assignments, reports, meetings; several divided by comma."
    ),
)
@option("--as", "person", default="", metavar=N_("PERSON"), text=N_("Who «mine» and «my-unit» mean."))
def print_command(feed: str | None, everything: bool, words: str, person: str) -> None:
    """Print the calendar's bytes."""
    if [feed is not None, everything, bool(words)].count(True) != 1:
        raise click.UsageError(say(N_("Write a feed, or --all, or --filter.")))
    with opened() as app:
        which = _feed(app, feed, words or "all", person)
        with app.datastore.reading() as connection:
            content = feed_body(connection, which, app.clock())
    sys.stdout.buffer.write(content)


def _feed(app: App, feed: str | None, words: str, person: str) -> Feed:
    if feed is not None:
        found = subscription_named(app, feed)
        shown = app.subscriptions.feed(found) if found.revoked_at is None else None
        if shown is None:
            raise FeedEnded(name=found.name)
        return shown
    what = chosen(words, app.directory)
    name = shown_in_words(what, app.names(), language())
    if what.mine or what.my_unit:
        which = what.shown_to(app.directory.find_person(decider(app, person)))
    else:
        which = FeedFilter(unit=what.unit, goal=what.goal, group=what.group)
    return Feed(name, which, "nn" if language() == "nn" else "nb")
