"""From a command about a year to its stream."""

from __future__ import annotations

import datetime as dt

from events.ledger.checkpoint import Checkpoint
from workflow.duty.state import Stamp
from workflow.identity import year_id
from workflow.loading import load, load_letter, save
from workflow.reporting.building.belonging import belongs
from workflow.reporting.history import History, gather
from workflow.trail.checkpoints import Checkpoints
from workflow.work import Outcome, Work
from workflow.year import commands, refusals
from workflow.year.letters import letters_open
from workflow.year.undecided import carried_out_of, undecided
from workflow.year.year import Year


def write(command: commands.WriteYearText, work: Work) -> Outcome:
    """Keep a text of a report."""
    year = _year(work, command.year, command.by)
    year.write(command.report, command.place, command.text.strip(), Stamp(work.now, command.by))
    return save(work, year)


def tick(command: commands.TickDemand, work: Work) -> Outcome:
    """Tick a demand of a letter."""
    load_letter(work, command.letter)
    year = _year(work, command.year, command.by)
    year.tick(command.letter, command.demand, command.where.strip(), Stamp(work.now, command.by))
    return save(work, year)


def untick(command: commands.UntickDemand, work: Work) -> Outcome:
    """Take a tick away."""
    year = _year(work, command.year, command.by)
    year.untick(command.letter, command.demand, command.reason, Stamp(work.now, command.by))
    return save(work, year)


def close(command: commands.CloseYear, work: Work) -> Outcome:
    """Close a year that is over, in which everything is decided and which the checkpoint covers."""
    year = _year(work, command.year, command.by)
    if year.is_closed:
        return Outcome()
    if work.today <= dt.date(command.year, 12, 31):
        raise refusals.YearNotOver(year=command.year, next=command.year + 1)
    history = gather(work.store, work.directory, work.agency, work.now)
    open_now = letters_open(work.store, work.readings.letters(work.agency))
    left = [each for each in undecided(history, command.year, open_now) if each.blocks]
    if left:
        raise refusals.YearUndecided(year=command.year, count=len(left))
    if not _covers(_checkpoint(work, command.checkpoint), history, command.year):
        raise refusals.CheckpointTooOld(year=command.year)
    carried = carried_out_of(history, command.year)
    year.close(work.today, command.checkpoint, carried, Stamp(work.now, command.by))
    return save(work, year, carried=carried)


def reopen(command: commands.ReopenYear, work: Work) -> Outcome:
    """Open a closed year again."""
    year = _year(work, command.year, command.by)
    year.reopen(command.reason, command.reference, Stamp(work.now, command.by))
    return save(work, year)


def _year(work: Work, number: int, by: str) -> Year:
    found = load(work, year_id(work.agency, number))
    if isinstance(found, Year):
        return found
    return Year.open(year_id(work.agency, number), work.agency, number, Stamp(work.now, by))


def _checkpoint(work: Work, digest: str) -> Checkpoint | None:
    kept = Checkpoints(work.store.datastore).signed()
    return next((each.checkpoint for each in kept if each.checkpoint.digest == digest), None)


def _covers(checkpoint: Checkpoint | None, history: History, year: int) -> bool:
    """Tell whether the checkpoint was taken after everything that was recorded about the year's duties."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    of_year = (each for each in history.duties.values() if belongs(history, each, first, last))
    newest = max((each.recorded[-1].position for each in of_year), default=0)
    return checkpoint is not None and checkpoint.position >= newest
