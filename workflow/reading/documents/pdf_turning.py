"""Pages whose text runs up or down the sheet, as wide annexes on upright pages do, turned to be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pdfminer.layout import LTChar

Drawn = dict[str, object]
_MOST = 0.6


def turn_of(chars: Sequence[LTChar]) -> int:
    """Say how most letters run: 1 up the page, -1 down the page, 0 across it."""
    up = sum(1 for char in chars if _runs(char) > 0)
    down = sum(1 for char in chars if _runs(char) < 0)
    if up > _MOST * len(chars):
        return 1
    return -1 if down > _MOST * len(chars) else 0


def _runs(char: LTChar) -> float:
    across, up = char.matrix[:2]
    return float(up) if abs(up) > abs(across) else 0.0


def turn(items: Iterable[Drawn], quarter: int, width: float, height: float) -> None:
    """Turn letters and drawings on a page of that size, so that text that runs up or down runs across."""
    for item in items:
        x0, x1, top, bottom = (_number(item[key]) for key in ("x0", "x1", "top", "bottom"))
        if quarter > 0:
            box = height - bottom, height - top, x0, x1
        else:
            box = top, bottom, width - x1, width - x0
        points = item.get("pts")
        if isinstance(points, list):
            item["pts"] = [(height - y, x) if quarter > 0 else (y, width - x) for x, y in points]
        item.update(zip(("x0", "x1", "top", "bottom"), box, strict=True))
        item.update(doctop=box[2], width=box[1] - box[0], height=box[3] - box[2], upright=True)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
