"""A made-up agency's year as a finished report, with something of everything that a format must write."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid5

from workflow.reporting.model import (
    Block,
    Cell,
    Figure,
    FigureKind,
    Paragraph,
    Report,
    ReportKind,
    Section,
    Series,
    Table,
    Trace,
)

ROOT = UUID("0f1c8a44-6c8b-4f5d-9a51-5a4d3a3d0c77")
KNOWN_AT = dt.datetime(2027, 1, 20, 9, 30, tzinfo=dt.UTC)
INJECTED = (
    '=HYPERLINK("http://ond.example";"trykk")',
    "+47 22 00 00 00",
    "-1+1|cmd",
    "@SUM(A1:A9)",
    "#set page(width: 1pt) *fet* _kursiv_ $x$ <merke> @ref `kode`",
    "<script>alert('x')</script> & <b>fet</b>",
    "]]> </w:t><w:br/> {{tittel}} \\input{fil}",
    "linje en\nlinje to\tmed tabulator",
    "\u202eomvendt\u202c og \x07kontrolltegn",
)
"""Titles that would do harm in a format that takes a text for a formula or for markup."""
LONG = " ".join(["Direktoratet har videreført arbeidet med å gjøre tjenestene bedre for brukerne."] * 40)
_WORDS = {
    "nb": {
        "title": "Årsrapport 2026",
        "summary": "Sammendrag",
        "goal": "Mål 1",
        "figures": "Figurer",
        "annex": "Vedlegg: alle oppdrag i brevets rekkefølge",
        "ref": "Referanse",
        "words": "Oppdrag",
        "due": "Frist",
        "delivered": "Levert",
        "days": "Dager",
        "in_time": "Levert i tide",
        "late": "Levert for sent",
        "open": "Ikke levert",
        "count": "Antall leveranser",
    },
    "nn": {
        "title": "Årsrapport 2026",
        "summary": "Samandrag",
        "goal": "Mål 1",
        "figures": "Figurar",
        "annex": "Vedlegg: alle oppdrag i rekkjefølgja til brevet",
        "ref": "Referanse",
        "words": "Oppdrag",
        "due": "Frist",
        "delivered": "Levert",
        "days": "Dagar",
        "in_time": "Levert i tide",
        "late": "Levert for seint",
        "open": "Ikkje levert",
        "count": "Talet på leveransar",
    },
}


def made_report(language: str = "nb", kind: ReportKind = ReportKind.YEAR, rows: int = 60) -> Report:
    """Give the report; `rows` is how long the annex is, so that it breaks over pages."""
    words = _WORDS[language]
    return Report(
        kind=kind,
        title=words["title"],
        agency="Direktoratet for prøver & <måling>",
        language=language,
        first=dt.date(2026, 1, 1),
        last=dt.date(2026, 12, 31),
        known_at=KNOWN_AT,
        made_by="Kari Nes",
        sections=(
            Section("summary", words["summary"], 1, _summary()),
            Section("goals", words["words"], 1, ()),
            Section("goal-1", words["goal"], 2, (_table("goal-1", words["goal"], words, INJECTED),)),
            Section("goal-1-notes", INJECTED[5], 3, (Paragraph(INJECTED[4]),)),
            Section("figures", words["figures"], 1, tuple(_figures(words))),
            Section("annex", words["annex"], 1, (_annex(words, rows),)),
        ),
        facts=(("Periode", "01.01.2026–31.12.2026"), ("Kontrollpunkt", "a1b2c3" * 10)),
    )


def trace(reference: str, *positions: int) -> Trace:
    """Point to a made-up duty."""
    return Trace(uuid5(ROOT, reference), reference, positions)


def _summary() -> tuple[Block, ...]:
    return (
        Paragraph("27 av 31 leveranser er levert i tide.", (trace("2026-01", 4, 9), trace("2026-02", 12))),
        Paragraph(LONG, typed=True, by="Ola Li"),
        Paragraph(INJECTED[5], typed=True, by="Åse Ødegård"),
    )


def _table(key: str, caption: str, words: dict[str, str], titles: tuple[str, ...]) -> Table:
    headings = tuple(words[each] for each in ("ref", "words", "due", "delivered", "days"))
    rows = tuple(_row(number, title) for number, title in enumerate(titles, 1))
    return Table(key, caption, headings, rows, narrow=(0, 2, 3, 4))


def _row(number: int, title: str) -> tuple[Cell, ...]:
    reference = f"2026-{number:02}"
    due = dt.date(2026, 1, 31) + dt.timedelta(days=number)
    late = number % 3 - 1
    delivered = due + dt.timedelta(days=late)
    behind = (trace(reference, number, number + 40),)
    return (
        Cell(reference, traces=behind),
        Cell(title),
        Cell(f"{due:%d.%m.%Y}", due, behind),
        Cell(f"{delivered:%d.%m.%Y}", delivered, behind, typed=number == 2),
        Cell(str(late).replace("-", "−"), late),
    )


def _annex(words: dict[str, str], rows: int) -> Table:
    titles = (*(f"Oppdrag om blåbærsyltetøy nummer {number}" for number in range(1, rows)), LONG[:600])
    return _table("annex", words["annex"], words, titles)


def _figures(words: dict[str, str]) -> list[Figure]:
    goals = ("Mål 1", "Mål 2", "Avdeling for særlig lange navn og tverrgående virksomhetsstyring")
    stacked = {
        words["in_time"]: (5.0, 3.0, 0.0),
        words["late"]: (1.0, 0.0, 2.0),
        words["open"]: (0.0, 0.0, 1.0),
    }
    weeks = tuple(f"Uke {number}" for number in range(1, 54))
    load = {words["count"]: tuple(float(number % 4) for number in range(53))}
    return [
        _figure("by-goal", FigureKind.STACKED_BARS, words["count"], goals, stacked),
        _figure("lead", FigureKind.BARS, words["days"], goals, {words["days"]: (31.5, 12.0, 0.0)}),
        _figure("by-week", FigureKind.TIMELINE, words["count"], weeks, load),
        _figure("nothing", FigureKind.BARS, words["count"], (), {words["count"]: ()}),
    ]


def _figure(
    key: str, kind: FigureKind, axis: str, categories: tuple[str, ...], named: dict[str, tuple[float, ...]]
) -> Figure:
    rows = tuple(
        (
            Cell(category),
            *(Cell(f"{values[at]:g}", values[at], (trace("2026-01", 4),)) for values in named.values()),
        )
        for at, category in enumerate(categories)
    )
    table = Table(f"{key}-table", f"Tallene bak figuren {key}", ("Gruppe", *named), rows, narrow=(1, 2, 3))
    series = tuple(Series(name, values) for name, values in named.items())
    alternative = f"{axis}: {len(categories)} grupper."
    return Figure(key, f"Figur {key}", alternative, kind, axis, categories, series, table)
