"""`fristvakt trail show`: the readable history of one duty."""

from __future__ import annotations

import click

from projections.notices.queries import NoticeRow, of_duty
from workflow.app.cli.consulting import consulted, reader, reading
from workflow.app.cli.finding import registered_named
from workflow.app.cli.names import kind_name
from workflow.app.cli.notices_words import kind_said, reason_said
from workflow.app.cli.opening import opened
from workflow.app.cli.output import plain, print_json
from workflow.app.cli.parts import argument, command, formatted
from workflow.app.cli.speech import day, moment, say, say_count
from workflow.app.cli.trail_lines import Called, as_json, called, lines
from workflow.language import N_
from workflow.replaying.history import Entry, history


@command(
    "show",
    N_(
        "Show the readable history of one duty.\n\n"
        "Who, when it was recorded and when it happened, before and after, source and reason; "
        "and the notices about it."
    ),
    "fristvakt trail show 2026-02\nfristvakt trail show 2026-02 --format json",
)
@argument("duty", N_("The duty: its reference, key or id."), N_("DUTY"))
@formatted
@reading
def show_command(duty: str, form: str, person: str) -> None:
    """Print the history of a duty."""
    with opened() as app:
        who = reader(app, person)
        found = registered_named(app, duty)
        consulted(app, who, "show", str(found.id))
        entries, known = history(app.store, found.id), called(app)
        with app.datastore.reading() as connection:
            notices = of_duty(connection, found.id)
    if form == "json":
        return print_json(
            {
                "duty": found.id,
                "reference": found.reference,
                "title": found.title,
                "history": [as_json(each, known) for each in entries],
                "notices": [plain(each) for each in notices],
            }
        )
    shield = f" [{say(N_('shielded'))}]" if found.shielded else ""
    click.echo(f"{found.reference}  {found.title} ({kind_name(found.kind)}){shield}\n")
    _print(entries, notices, known)
    return click.echo("\n" + say_count(N_("{count} event"), N_("{count} events"), len(entries)))


def _print(entries: list[Entry], notices: list[NoticeRow], known: Called) -> None:
    """Print events and notices in the order in which they came."""
    told = [(each.recorded_at, list(lines(each, known))) for each in entries]
    told += [(each.raised_at, [_notice(each, known)]) for each in notices]
    for _, paragraph in sorted(told, key=lambda each: each[0]):
        for line in paragraph:
            click.echo(line)


def _notice(notice: NoticeRow, known: Called) -> str:
    whom = known.names.get(notice.recipient, notice.recipient) or "–"
    what = say(N_("Notice to {person}: {kind}"), person=whom, kind=kind_said(notice.kind))
    ended = {
        "raised": lambda: say(N_("waits to be sent")),
        "sent": lambda: say(N_("sent {moment}"), moment=moment(notice.settled_at)),
        "failed": lambda: say(N_("given up {moment}: {answer}"), moment=moment(notice.settled_at),
                              answer=notice.answer),
        "skipped": lambda: say(N_("not sent: {reason}"), reason=reason_said(notice.reason)),
    }  # fmt: skip
    due = say(N_("fell due {day}"), day=day(notice.due_on))
    return f"{moment(notice.raised_at)}  {what}, {due}, {ended[notice.state]()}"
