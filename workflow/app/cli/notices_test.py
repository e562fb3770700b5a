"""`fristvakt notices test`: a specimen of every mail to one address, and what the server said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

import click

from workflow.app.cli.opening import opened
from workflow.app.cli.output import complain, print_json, print_table
from workflow.app.cli.parts import argument, command, formatted
from workflow.app.cli.speech import language, say
from workflow.app.mail.opening import post_of
from workflow.app.mailing import writer_of
from workflow.app.wiring import App
from workflow.directory.people import Person
from workflow.language import N_
from workflow.notices.draft import Draft
from workflow.notices.messages.addresses import UnusableAddress, mailbox
from workflow.notices.messages.rendering import BrokenTemplate
from workflow.notices.messages.specimens import specimens
from workflow.notices.messages.writing import Writer
from workflow.notices.post import Answer, Delivery, Outgoing
from workflow.refusals import Refusal


class MailIsOff(Refusal):
    """There is no mail server to try."""

    code = "mail-is-off"
    message = N_(
        "Mail is turned off, because no server is named. "
        "Write for example: FRISTVAKT_MAIL_HOST=smtp.example.no"
    )


class NoAddress(Refusal):
    """What was written is no e-mail address."""

    code = "no-address"
    message = N_("«{address}» is no e-mail address. Write it as kari@example.no.")


class NotAllArrived(Refusal):
    """The server did not take every specimen."""

    code = "not-all-arrived"
    message = N_("{count} of {total} specimens were not accepted; the answers stand above.")


ANSWERS = {
    Answer.ACCEPTED: N_("taken"),
    Answer.DEFERRED: N_("put off"),
    Answer.REFUSED: N_("turned down"),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """A specimen: its subject, what the server answered, and what is wrong with its template."""

    subject: str
    answer: str
    words: str
    template: str


@command(
    "test",
    N_(
        "Send a specimen of every mail to an address, and say what the mail server answers.\n\n"
        "The specimens are about made-up duties; nothing is recorded. Templates of your own that cannot be "
        "used are named."
    ),
    "fristvakt notices test kari@example.no",
)
@argument("address", N_("Where to send them."), N_("ADDRESS"))
@formatted
def test_command(address: str, form: str) -> None:
    """Send the specimens."""
    with opened() as app:
        if app.settings.mail is None:
            raise MailIsOff
        tried = list(_tried(app, _recipient(app, address)))
        if form == "json":
            print_json(tried)
        else:
            _show(app, tried)
    missing = sum(each.answer != Answer.ACCEPTED for each in tried)
    if missing:
        raise NotAllArrived(count=missing, total=len(tried))


def _recipient(app: App, address: str) -> Person:
    """Give whom the directory knows by the address, else somebody in the language of the command."""
    try:
        mailbox("", address)
    except UnusableAddress as error:
        raise NoAddress(address=address) from error
    known = {one.email.casefold(): one for one in app.directory.people()}
    return known.get(address.casefold()) or Person("specimen", address, address, language=language())


def _tried(app: App, recipient: Person) -> Iterator[Tried]:
    assert app.settings.mail is not None
    writer = writer_of(app, app.settings.mail)
    mails: dict[UUID, tuple[Outgoing, str]] = {}
    for draft in specimens(recipient, UUID(app.new_id()), app.clock()):
        to = mailbox(recipient.name, recipient.email)
        outgoing = Outgoing(draft.id, writer.write(draft, to), (to.addr_spec,))
        mails[draft.id] = outgoing, _wrong(writer, draft)
    for delivery in post_of(app.settings.mail, language()).deliver([mail for mail, _ in mails.values()]):
        mail, wrong = mails[delivery.id]
        yield Tried(str(mail.message["Subject"]), delivery.answer, _words(delivery), wrong)


def _wrong(writer: Writer, draft: Draft) -> str:
    """Say what is wrong with a template of the agency's own; «» where nothing is."""
    try:
        writer.check(draft)
    except BrokenTemplate as error:
        return str(error)
    return ""


def _words(delivery: Delivery) -> str:
    return f"{delivery.code} {delivery.text}" if delivery.code else delivery.text


def _show(app: App, tried: Sequence[Tried]) -> None:
    assert app.settings.mail is not None
    if app.settings.mail.redirect_to:
        click.echo(say(N_("Test mode: every mail goes to {address}."), address=app.settings.mail.redirect_to))
    rows = [(each.subject, say(ANSWERS[Answer(each.answer)]), each.words) for each in tried]
    print_table((say(N_("Subject")), say(N_("Answer")), say(N_("The mail server's words"))), rows, (0, 2))
    for wrong in dict.fromkeys(each.template for each in tried if each.template):
        complain(say(N_("A template of your own cannot be used, so ours was: {why}"), why=wrong))
