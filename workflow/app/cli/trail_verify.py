"""`fristvakt trail verify`: the whole trail, every hash anew, against every checkpoint."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from workflow.app.cli.consulting import consulted, reader, reading
from workflow.app.cli.output import print_json
from workflow.app.cli.parts import command, formatted, option
from workflow.app.cli.speech import say
from workflow.app.cli.trail_opening import (
    checkpoint_in,
    counting,
    key_option,
    known_keys,
    opened_as_it_stands,
)
from workflow.language import N_
from workflow.refusals import Refusal
from workflow.trail.checkpoints import Checkpoints
from workflow.trail.examining import Examined, Given, examine
from workflow.trail.words import fault_words, finding_words


class TrailDoesNotHold(Refusal):
    """Something in the trail is not as it was recorded."""

    code = "trail-does-not-hold"
    message = N_("The trail does not hold: {count} findings, named above.")


@command(
    "verify",
    N_(
        "Prove that nothing in the trail was changed, removed, put in or moved.\n\n"
        "Every hash is computed anew. Checkpoints that were kept elsewhere also show whether the newest "
        "events were cut off, or an older copy of the database was put in its place."
    ),
    "fristvakt trail verify\nfristvakt trail verify --checkpoint sjekkpunkt.json",
)
@option(
    "--checkpoint",
    "files",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar=N_("FILE"),
    text=N_("A checkpoint that was kept elsewhere; may be repeated."),
)
@key_option
@reading
@formatted
def verify_command(files: tuple[Path, ...], key: str, person: str, form: str) -> None:
    """Verify the trail."""
    with opened_as_it_stands() as app:
        by = reader(app, person)
        keys = known_keys(app, key)
        given = Checkpoints(app.datastore).given()
        given.extend(Given.file(str(file), checkpoint_in(file)) for file in files)
        with counting(app, say(N_("Walking the trail"))) as progress, app.datastore.reading() as connection:
            found = examine(connection, given, keys, progress)
        _show(found, form)
        # Only now: what is recorded afterwards would stand where a removed tail stood.
        consulted(app, by, "verify", " ".join(map(str, files)))
    if not found.sound:
        raise TrailDoesNotHold(count=len(found.trail.findings) + len(found.faults) + found.trail.unnamed)


def _show(found: Examined, form: str) -> None:
    trail = found.trail
    words = [fault_words(each, say) for each in found.faults]
    words += [finding_words(each, say) for each in trail.findings]
    if form == "json":
        return print_json(
            {
                "sound": found.sound,
                "size": trail.size,
                "position": trail.position,
                "root": trail.root.hex(),
                "head": trail.head.hex(),
                "checkpoints": found.checkpoints,
                "key_known": found.confirmed,
                "fitting": trail.fitting and trail.fitting.digest,
                "findings": [{**asdict(each), "words": finding_words(each, say)} for each in trail.findings],
                "checkpoint_findings": [
                    {"kind": each.wrong, "place": each.given.place, "digest": each.given.digest}
                    for each in found.faults
                ],
                "unnamed": trail.unnamed,
            }
        )
    for sentence in words:
        click.echo(sentence)
    if found.sound:
        facts = {"size": trail.size, "checkpoints": found.checkpoints, "root": trail.root.hex()}
        click.echo(
            say(N_("The trail holds: {size} events, {checkpoints} checkpoints. Root: {root}"), **facts)
        )
    if trail.fitting is None and found.sound:
        click.echo(
            say(N_("No checkpoint vouches for it: only one that is kept elsewhere shows a removed end."))
        )
    if found.checkpoints and not found.confirmed:
        click.echo(
            say(N_("No public key is known here, so anybody may have signed the checkpoints: use --key."))
        )
    return None
