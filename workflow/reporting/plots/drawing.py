"""Draws a figure so that it can be read in print, without colours, and the same every time."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from io import BytesIO
from textwrap import fill
from typing import Any, Literal

import matplotlib
from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.figure import Figure as Canvas
from matplotlib.ticker import FuncFormatter, MaxNLocator

from workflow.language import N_, translator
from workflow.reporting.formats.clean import clean
from workflow.reporting.formats.glyphs import shown
from workflow.reporting.model import Figure, FigureKind
from workflow.reporting.plots.numbers import number

Form = Literal["png", "svg"]
WIDTH = 6.5
"""Inches: the text column of an A4 page."""
DPI = 200
# Okabe and Ito (2008): told apart by those who see colours differently; lightness differs as well.
_COLOURS = ("#0072b2", "#e69f00", "#56b4e9", "#d55e00", "#009e73", "#cc79a7", "#f0e442", "#999999")
_HATCHES = ("", "///", "...", "xxx", "\\\\\\", "---", "+++", "ooo")
_NOTHING = N_("There is nothing to count here.")
_ROOM_FOR_TICKS = 14


def draw(figure: Figure, language: str, form: Form) -> bytes:
    """Draw the figure, with numbers as its language writes them, as PNG (200 dots an inch) or SVG."""
    with _settings():
        canvas = Canvas(figsize=(WIDTH, _height(figure)), dpi=DPI, layout="constrained")
        axes = canvas.add_subplot()
        if not figure.categories:
            _nothing(axes, language)
        elif figure.kind is FigureKind.TIMELINE:
            _standing(axes, figure, language)
        else:
            _lying(axes, figure, language)
        axes.spines[["top", "right"]].set_visible(False)
        if len(figure.series) > 1 and figure.categories:
            canvas.legend(loc="outside upper left", ncols=2, frameon=False)
        written = BytesIO()
        nothing = {"Date": None, "Creator": None} if form == "svg" else {"Software": None}
        canvas.savefig(written, format=form, metadata=nothing)
    return written.getvalue()


def _settings() -> AbstractContextManager[None]:
    return matplotlib.rc_context(
        {
            "font.family": "DejaVu Sans",
            "font.size": 9,
            "hatch.linewidth": 0.6,
            "svg.hashsalt": "figure",
            # Letters as outlines: the drawing looks the same wherever it is opened.
            "svg.fonttype": "path",
            # A «$» in a name is a dollar sign and no formula.
            "text.parse_math": False,
        }
    )


def _nothing(axes: Axes, language: str) -> None:
    """Say that there is nothing to draw, so that an empty frame is not taken for a fault."""
    axes.set_axis_off()
    said = translator(language).gettext(_NOTHING)
    axes.text(0.5, 0.5, said, ha="center", va="center", transform=axes.transAxes)


def _height(figure: Figure) -> float:
    if not figure.categories:
        return 0.8
    if figure.kind is FigureKind.TIMELINE:
        return 3.0
    lines = sum(_wrapped(each).count("\n") + 2 for each in figure.categories)
    return 1.3 + 0.19 * max(lines, 4) + 0.2 * ((len(figure.series) + 1) // 2)


def _wrapped(text: str) -> str:
    return fill(shown(clean(text)), 34)


def _lying(axes: Axes, figure: Figure, language: str) -> None:
    """Draw bars that lie: long names stand beside them without being turned."""
    left = [0.0] * len(figure.categories)
    for at, series in enumerate(figure.series):
        bars = axes.barh(range(len(left)), series.values, left=left, height=0.62, **_style(at, series.name))
        _label(axes, bars, series.values, language, _least_labelled(figure, 0.035))
        left = [before + value for before, value in zip(left, series.values, strict=True)]
    axes.set_yticks(range(len(left)), [_wrapped(each) for each in figure.categories])
    axes.set_ylim(max(len(left), 1) - 0.5, -0.5)
    axes.set_xlabel(shown(clean(figure.axis)))
    axes.set_xlim(0, max([*left, 1.0]) * 1.1)
    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, language)))


def _standing(axes: Axes, figure: Figure, language: str) -> None:
    """Draw bars that stand along the time, with as many days or weeks named as there is room for."""
    foot = [0.0] * len(figure.categories)
    for at, series in enumerate(figure.series):
        bars = axes.bar(range(len(foot)), series.values, bottom=foot, width=0.8, **_style(at, series.name))
        _label(axes, bars, series.values, language, _least_labelled(figure, 0.06))
        foot = [before + value for before, value in zip(foot, series.values, strict=True)]
    step = -(-len(foot) // _ROOM_FOR_TICKS) or 1
    named = [_wrapped(each) for each in figure.categories[::step]]
    axes.set_xticks(range(0, len(foot), step), named, rotation=45, ha="right", rotation_mode="anchor")
    axes.set_xlim(-0.6, max(len(foot), 1) - 0.4)
    axes.set_ylabel(fill(shown(clean(figure.axis)), 30))
    axes.set_ylim(0, max([*foot, 1.0]) * 1.12)
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, language)))


def _style(at: int, name: str) -> dict[str, Any]:
    return {
        "label": _wrapped(name),
        "color": _COLOURS[at % len(_COLOURS)],
        "hatch": _HATCHES[at % len(_HATCHES)],
        "edgecolor": "#222222",
        "linewidth": 0.5,
    }


def _least_labelled(figure: Figure, share: float) -> float | None:
    """Give the least number that has room for itself inside a bar; None where bars do not share a place.

    `share` is what a number takes of the longest bar. What is left out stands in the table beside.
    """
    if len(figure.series) < 2:
        return None
    wholes = (sum(values) for values in zip(*(each.values for each in figure.series), strict=True))
    return max(wholes, default=0) * share


def _label(
    axes: Axes, bars: BarContainer, values: Sequence[float], language: str, least: float | None
) -> None:
    """Write each number at its bar, or inside where several share a place and it has room."""
    within = least is not None
    said = [number(value, language) if least is None or value > least else "" for value in values]
    boxed = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"} if within else None
    axes.bar_label(
        bars, said, label_type="center" if within else "edge", padding=0 if within else 2, fontsize=7.5
    )
    for text, value in zip(axes.texts[-len(said) :] if said else [], said, strict=True):
        if boxed and value:
            text.set_bbox(boxed)
