"""`fristvakt people change` and `deputy`: what is so of one person."""

from __future__ import annotations

import click

from workflow.app.cli.opening import opened
from workflow.app.cli.output import print_json
from workflow.app.cli.parts import argument, command, formatted, option
from workflow.app.cli.speech import say
from workflow.directory.changing import Changing
from workflow.directory.people import ROLES, Person
from workflow.language import MAIL_LANGUAGES, N_

NOBODY = ("-", "–", "ingen")
"""What takes a manager or a deputy away."""


@command(
    "change",
    N_(
        "Change name, address, unit, manager, role or language.\n\n"
        "The person keeps the id, and so everything that was done. Write «-» for no manager or no unit."
    ),
    'fristvakt people change kari@example.no --email kari.nes@example.no --name "Kari Nes"\n'
    "fristvakt people change kari@example.no --mail-language nn",
)
@argument("who", N_("The person: name, e-mail or id."), N_("PERSON"))
@option("--name", metavar=N_("NAME"), text=N_("What the person is called."))
@option("--email", metavar=N_("ADDRESS"), text=N_("Where mail is sent."))
@option("--unit", metavar=N_("UNIT"), text=N_("The unit."))
@option("--manager", metavar=N_("PERSON"), text=N_("The manager, where it is not the unit's."))
@option("--role", type=click.Choice(ROLES), text=N_("What the person may do."))
@option("--mail-language", "language", type=click.Choice(MAIL_LANGUAGES), text=N_("The language of mail."))
@formatted
def change_command(who: str, form: str, **to: str | None) -> None:
    """Change what is given."""
    asked = {name: value for name, value in to.items() if value is not None}
    if not asked:
        raise click.UsageError(say(N_("Write what to change, for example --email ADDRESS.")))
    with opened() as app:
        person = app.directory.find_person(who)
        if "unit" in asked:
            asked["unit"] = "" if asked["unit"] in NOBODY else app.directory.find_unit(asked["unit"]).id
        if "manager" in asked:
            named = asked["manager"]
            asked["manager"] = "" if named in NOBODY else app.directory.find_person(named).id
        changed = Changing(app.datastore).person(person.id, **asked)
    report_person(
        changed, say(N_("{name} <{email}> is changed."), name=changed.name, email=changed.email), form
    )


@command(
    "deputy",
    N_(
        "Name who stands in for a person.\n\n"
        "The deputy gets the person's mail while the person is away. Write «-» for nobody."
    ),
    "fristvakt people deputy kari@example.no ola@example.no\nfristvakt people deputy kari@example.no -",
)
@argument("who", N_("The person: name, e-mail or id."), N_("PERSON"))
@argument("deputy", N_("The deputy, or «-»."), N_("DEPUTY"))
@formatted
def deputy_command(who: str, deputy: str, form: str) -> None:
    """Name the deputy."""
    with opened() as app:
        person = app.directory.find_person(who)
        stand_in = None if deputy in NOBODY else app.directory.find_person(deputy)
        changed = Changing(app.datastore).deputy(person.id, stand_in.id if stand_in else "")
    if stand_in is None:
        return report_person(changed, say(N_("Nobody stands in for {name}."), name=changed.name), form)
    sentence = say(N_("{deputy} stands in for {name}."), deputy=stand_in.name, name=changed.name)
    return report_person(changed, sentence, form)


def report_person(person: Person, sentence: str, form: str) -> None:
    """Say what was done, or give the person as it stands."""
    if form == "json":
        print_json(person)
    else:
        click.echo(sentence)
