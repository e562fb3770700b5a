"""Numbers as Norwegians write them."""

from __future__ import annotations

from babel.numbers import format_decimal

_MINUS = "\u2212"
"""The sign of a number, which is no hyphen."""


def number(value: float, language: str) -> str:
    """Say a number with decimal comma and at most one decimal: «1 234,5», «−2»."""
    return format_decimal(round(value, 1), format="#,##0.#", locale=language).replace("-", _MINUS)
