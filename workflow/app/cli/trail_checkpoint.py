"""`fristvakt trail checkpoint, key`: how far the trail has come, signed; and the key that signs it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from events.ledger.checkpoint import Signed
from workflow.app.cli.notices_test import ANSWERS, MailIsOff, NoAddress
from workflow.app.cli.opening import decider
from workflow.app.cli.output import print_json
from workflow.app.cli.parts import command, deciding, formatted, option
from workflow.app.cli.speech import say
from workflow.app.cli.trail_opening import counting, opened_as_it_stands
from workflow.app.sealing import seal, tell_auditor
from workflow.app.wiring import App
from workflow.language import N_
from workflow.notices.messages.addresses import UnusableAddress, bare
from workflow.notices.post import Answer, Delivery
from workflow.refusals import Refusal
from workflow.trail.keys import public_file, signer_of
from workflow.trail.writing import write_whole


class NotMailed(Refusal):
    """The checkpoint was taken, but the mail server did not take the mail."""

    code = "not-mailed"
    message = N_("The checkpoint is taken, but the mail server did not take the mail: {words}")


@command(
    "checkpoint",
    N_(
        "Sign how far the trail has come and what it is.\n\n"
        "Keep the file where nobody who can change the database can change it: it shows later that nothing "
        "before it was changed or removed. A trail that does not hold is not signed. Where there is a key "
        "the service takes a checkpoint every day, and mails it to FRISTVAKT_AUDITOR_MAIL."
    ),
    "fristvakt trail checkpoint --to sjekkpunkt.json --mail revisor@example.no",
)
@option(
    "--to", "file", type=click.Path(path_type=Path), metavar=N_("FILE"), text=N_("Write it to this file.")
)
@option("--mail", "address", default="", metavar=N_("ADDRESS"), text=N_("Mail it to this address."))
@deciding
@formatted
def checkpoint_command(file: Path | None, address: str, person: str, form: str) -> None:
    """Take a checkpoint."""
    with opened_as_it_stands() as app:
        decider(app, person)
        _require_mail(app, address)
        with counting(app, say(N_("Walking the trail"))) as progress:
            signed = seal(app, progress)
        if file is not None:
            write_whole(file, signed.to_json().encode())
        mailed = _mailed(app, signed, address)
        _show(signed, file, mailed, form)
    if mailed is not None and mailed.answer is not Answer.ACCEPTED:
        raise NotMailed(words=_words(mailed))


@command(
    "key",
    N_(
        "Show the public key that checkpoints are signed with; the key is made the first time.\n\n"
        "Give the public key to the auditor by another way than the checkpoints. The key itself is in "
        "var/revisjonsnokkel.pem, or where FRISTVAKT_LEDGER_KEY says; never in the database."
    ),
    "fristvakt trail key",
)
@deciding
@formatted
def key_command(person: str, form: str) -> None:
    """Show the public key."""
    with opened_as_it_stands() as app:
        decider(app, person)
        file = app.settings.ledger_key
        public = signer_of(file, app.settings.ledger_key_passphrase).public
    if form == "json":
        print_json({"public_key": public, "file": public_file(file)})
    else:
        click.echo(public)


def _require_mail(app: App, address: str) -> None:
    """Refuse before anything is signed what could not be mailed."""
    if not address:
        return
    if app.settings.mail is None:
        raise MailIsOff
    try:
        bare(address)
    except UnusableAddress as error:
        raise NoAddress(address=address) from error


def _mailed(app: App, signed: Signed, address: str) -> Delivery | None:
    if not address or app.settings.mail is None:
        return None
    return tell_auditor(app, app.settings.mail, signed, address)


def _show(signed: Signed, file: Path | None, mailed: Delivery | None, form: str) -> None:
    taken = signed.checkpoint
    if form == "json":
        found = {**asdict(taken), "digest": taken.digest, "signature": signed.signature, "key": signed.key}
        return print_json(found | {"file": file, "mail": mailed and mailed.answer})
    click.echo(say(N_("Checkpoint of {size} events: {digest}"), size=taken.size, digest=taken.digest))
    if file is not None:
        click.echo(say(N_("Written to {file}."), file=file))
    if mailed is not None:
        click.echo(
            say(N_("Mail: {answer} ({words})"), answer=say(ANSWERS[mailed.answer]), words=_words(mailed))
        )
    return None


def _words(delivery: Delivery) -> str:
    return f"{delivery.code} {delivery.text}" if delivery.code else delivery.text
