"""`fristvakt trail prove, check`: one event's presence, or the trail's growth, without the rest."""

from __future__ import annotations

import os
from pathlib import Path

import click

from events.ledger.checkpoint import Signed
from workflow.app.cli.consulting import consulted, reader, reading
from workflow.app.cli.finding import duty_named
from workflow.app.cli.output import print_json
from workflow.app.cli.parts import argument, command, formatted, option
from workflow.app.cli.speech import say
from workflow.app.cli.trail_opening import checkpoint_in, key_option, opened_as_it_stands
from workflow.app.settings import from_environment
from workflow.app.wiring import App
from workflow.language import N_
from workflow.trail import proving
from workflow.trail.checkpoints import Checkpoints
from workflow.trail.keys import public_key_named, public_keys
from workflow.trail.refusals import NoCheckpoint, NoSuchCheckpoint, ProofFails, UnreadableProof
from workflow.trail.taking_out import require_may_take_out
from workflow.trail.writing import write_whole

_out = option(
    "--out",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    text=N_("Write the proof to this file (default: show it)."),
)


@command(
    "prove",
    N_(
        "Prove that an event, or every event of a duty, is in the trail; or that the trail only grew.\n\n"
        "The proof holds the events themselves and nothing of the others, and is checked without a database "
        "by: fristvakt trail check FILE. A checkpoint is a file, or the beginning of its digest."
    ),
    "fristvakt trail prove 2026-05 --out bevis.json\n"
    "fristvakt trail prove 117 --checkpoint sjekkpunkt.json\n"
    "fristvakt trail prove --growth juni.json desember.json",
)
@argument("what", N_("Position of an event, or a duty."), N_("[POSITION|DUTY]"), required=False)
@option(
    "--growth",
    nargs=2,
    default=None,
    metavar=N_("OLD NEW"),
    text=N_("Prove instead that the newer checkpoint grew from the older one."),
)
@option(
    "--checkpoint",
    "against",
    default="",
    metavar=N_("CHECKPOINT"),
    text=N_("The checkpoint to prove it against (default: the newest)."),
)
@_out
@reading
def prove_command(
    what: str | None, growth: tuple[str, str] | None, against: str, out: Path | None, person: str
) -> None:
    """Write a proof."""
    if (what is None) == (growth is None):
        raise click.UsageError(say(N_("Name an event or a duty, or write --growth with two checkpoints.")))
    with opened_as_it_stands() as app:
        by = reader(app, person)
        if what is not None:
            require_may_take_out(by)
        proof = _proof(app, what, against) if what is not None else _growth(app, *(growth or ("", "")))
        consulted(app, by, "prove", what or " ".join(growth or ()))
    if out is None:
        click.echo(proof, nl=False)
    else:
        write_whole(out, proof.encode())
        click.echo(say(N_("Written to {file}."), file=out))


@command(
    "check",
    N_("Check a proof, without any database."),
    "fristvakt trail check bevis.json --key 1f6b…",
)
@argument("file", N_("The proof."), N_("FILE"), type=click.Path(path_type=Path))
@key_option
@formatted
def check_command(file: Path, key: str, form: str) -> None:
    """Check a proof."""
    keys = public_key_named(key) if key else public_keys(from_environment(os.environ).ledger_key)
    try:
        checked = proving.check(file.read_text("utf-8"), keys)
    except (OSError, ValueError) as error:
        raise UnreadableProof(file=file, why=error) from error
    if checked.failure:
        raise ProofFails(why=say(checked.failure))
    if form == "json":
        return print_json(
            {
                "holds": True,
                "kind": checked.kind,
                "positions": [event["position"] for event in checked.events],
                "checkpoints": [each.checkpoint for each in checked.checkpoints],
                "key_known": bool(keys),
            }
        )
    return _show(checked, bool(keys))


def _show(checked: proving.Checked, known: bool) -> None:
    for event in checked.events:
        facts = {"position": event["position"], "topic": event["topic"], "state": event.get("state", "")}
        click.echo(say(N_("In the trail: position {position}, {topic}: {state}"), **facts))
    for signed in checked.checkpoints:
        taken = signed.checkpoint
        sentence = N_("Checkpoint of {agency}, {taken}: {size} events, key {key}")
        facts = {"agency": taken.agency, "taken": taken.taken_at, "size": taken.size, "key": signed.key}
        click.echo(say(sentence, **facts))
    click.echo(say(N_("The proof holds.")))
    if not known:
        click.echo(
            say(N_("No public key is known here, so anybody may have signed the checkpoints: use --key."))
        )


def _proof(app: App, what: str, against: str) -> str:
    signed = _named(app, against) if against else _newest(app)
    with app.datastore.reading() as connection:
        if what.isdecimal():
            positions = [int(what)]
        else:
            duty = duty_named(app, what)
            positions = proving.positions_of(connection, duty, signed.checkpoint.position)
        if not positions:
            raise NoCheckpoint
        return proving.prove(connection, positions, signed)


def _growth(app: App, old: str, new: str) -> str:
    ordered = sorted((_named(app, old), _named(app, new)), key=lambda each: each.checkpoint.size)
    with app.datastore.reading() as connection:
        return proving.prove_growth(connection, *ordered)


def _newest(app: App) -> Signed:
    found = Checkpoints(app.datastore).signed()
    if not found:
        raise NoCheckpoint
    return found[-1]


def _named(app: App, name: str) -> Signed:
    """Give a checkpoint by its file, or by the beginning of its digest."""
    if Path(name).is_file():
        return checkpoint_in(Path(name))
    kept = Checkpoints(app.datastore).signed()
    found = [each for each in kept if each.checkpoint.digest.startswith(name.lower())]
    if len(found) != 1:
        digests = ", ".join(each.checkpoint.digest[:12] for each in kept) or "–"
        raise NoSuchCheckpoint(name=name, digests=digests)
    return found[0]
