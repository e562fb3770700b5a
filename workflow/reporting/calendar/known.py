"""What a calendar that comes back is compared with."""

from __future__ import annotations

from dataclasses import replace

from workflow.reporting.building.order import Order
from workflow.reporting.calendar.building import calendar_rows, falls_due
from workflow.reporting.calendar.comparing import Known
from workflow.reporting.history import History


def known_of(order: Order, history: History) -> Known:
    """Give what the register says of the order's year; titles are known written out and left out."""
    rows = calendar_rows(replace(order, shielded=False), history)
    shown = calendar_rows(replace(order, shielded=True), history)
    dated = tuple(row for row in rows if falls_due(order, row))
    return Known(rows, dated, {row.reference: row.title for row in shown}, order.language)
