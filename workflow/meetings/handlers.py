"""The table of a meeting's commands: which handler does what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from workflow.meetings import commands, deciding, moving, papers, preparing
from workflow.work import Outcome, Work

# `Any`: each handler takes the one command that its key names.
HANDLERS: Mapping[type, Callable[[Any, Work], Outcome]] = MappingProxyType(
    {
        commands.ArrangeMeeting: preparing.arrange,
        commands.SettleAgenda: preparing.settle_agenda,
        commands.DraftMinutes: preparing.draft_minutes,
        commands.InviteAttendees: preparing.invite,
        commands.UninviteAttendees: preparing.uninvite,
        commands.RecordReplies: preparing.take_replies,
        commands.AddPaper: papers.add_paper,
        commands.TieDeadline: papers.tie,
        commands.MoveMeeting: moving.move,
        commands.RecordDecision: deciding.decide,
    }
)
