from __future__ import annotations

import struct
from dataclasses import replace

import pytest
from lxml import etree

from tests.kit.made_year import made_report
from workflow.reporting.model import Figure, FigureKind, Series
from workflow.reporting.plots.drawing import DPI, WIDTH, draw
from workflow.reporting.plots.numbers import number

FIGURES = {b.key: b for s in made_report().sections for b in s.blocks if isinstance(b, Figure)}


@pytest.mark.parametrize("key", ["by-goal", "nothing"])
def test_drawing_twice_gives_the_same_bytes(key: str) -> None:
    """A drawing holds no time and no chance."""
    for form in ("svg", "png"):
        assert draw(FIGURES[key], "nb", form) == draw(FIGURES[key], "nb", form)


def test_drawing_as_png_gives_the_width_of_the_text_column_in_print() -> None:
    """The picture has 200 dots an inch on an A4 page."""
    width, height = struct.unpack(">II", draw(FIGURES["lead"], "nb", "png")[16:24])
    assert width == WIDTH * DPI
    assert height > 200


@pytest.mark.parametrize("kind", list(FigureKind))
@pytest.mark.parametrize("count", [0, 1, 40])
def test_drawing_any_number_of_groups_gives_a_drawing_without_programs(kind: FigureKind, count: int) -> None:
    """Nothing, one and many groups are drawn, with names that look like markup and formulas."""
    names = tuple(f"<script>$x$ & Avdeling {at} for særlig lange navn" for at in range(count))
    series = tuple(Series(f"$\\frac{at}$", tuple(float(n % 3) for n in range(count))) for at in range(5))
    drawn = draw(replace(FIGURES["by-goal"], kind=kind, categories=names, series=series), "nn", "svg")
    root = etree.fromstring(drawn)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not [each for each in root.iter() if str(each.tag).endswith("}script")]
    assert b"<dc:date>" not in drawn


@pytest.mark.parametrize(
    ("value", "said"), [(31.5, "31,5"), (12.0, "12"), (-2.0, "−2"), (1234.56, "1\xa0234,6"), (0.0, "0")]
)
def test_saying_a_number_writes_it_as_norwegians_do(value: float, said: str) -> None:
    """Decimal comma, a real minus, and air between thousands."""
    assert number(value, "nb") == said
