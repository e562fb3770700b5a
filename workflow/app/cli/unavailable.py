"""Why the store cannot be used, in the user's words, with what to do."""

from __future__ import annotations

from events.store.errors import Reason, StoreUnavailable
from workflow.app.cli.speech import say
from workflow.language import N_

WORDS = {
    Reason.DISK_FULL: N_(
        "The disk of the database is full. Nothing was written. Free some space and try again."
    ),
    Reason.LOCKED: N_(
        "The database is busy with something else. Nothing was written. Try again in a moment."
    ),
    Reason.NOT_A_DATABASE: N_(
        "The file is not a Fristvakt database, or it is damaged. Check FRISTVAKT_DATABASE_URL."
    ),
    Reason.CANNOT_OPEN: N_(
        "The database cannot be opened. Check that the folder exists and that you may write in it."
    ),
    Reason.READ_ONLY: N_(
        "The database may only be read from here. Nothing was written. Check who owns file and folder."
    ),
    Reason.WRONG_LOGIN: N_(
        "The database does not accept the user or password. Check FRISTVAKT_DATABASE_URL."
    ),
    Reason.NO_SUCH_DATABASE: N_(
        "There is no database of that name. Make it, or check FRISTVAKT_DATABASE_URL."
    ),
    Reason.UNREACHABLE: N_(
        "The database server does not answer. Check that it runs, and FRISTVAKT_DATABASE_URL."
    ),
    Reason.BAD_ADDRESS: N_(
        "The database address cannot be understood. Write "
        "FRISTVAKT_DATABASE_URL=postgresql://user:password@host/name."
    ),
    Reason.NOT_UPGRADED: N_("The database is not ready for this version. Run: fristvakt db upgrade"),
    Reason.NEWER_THAN_PROGRAM: N_(
        "The database belongs to a newer version of Fristvakt. Upgrade the program."
    ),
}


def unavailable(error: StoreUnavailable) -> str:
    """Give the sentence for a store that cannot be used."""
    return say(WORDS[error.reason])
