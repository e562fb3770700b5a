"""A made-up letter as blocks, so that the same words can be tried in every format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or one point of a bullet list."""

    text: str
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first row is its heading. An empty cell stands for «the same as above»."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block stands on a new page."""


LETTER: tuple[Heading | Paragraph | Grid | PageBreak, ...] = (
    Paragraph("Tidsdepartementet"),
    Paragraph("Dato: 19. desember 2026"),
    Heading(1, "Tildelingsbrev til Statens klokketilsyn for 2027"),
    Heading(2, "1 Innledning"),
    Paragraph(
        "Departementet viser til Prop. 1 S (2026–2027) og til Stortingets vedtak 13. desember 2026. "
        "Klokkeloven trer i kraft 1. januar 2028, og alle tårnur skal være kontrollert innen 2033."
    ),
    Heading(2, "2 Mål og oppdrag"),
    Heading(3, "Mål 1: Offentlige klokker går riktig"),
    Grid(
        (
            ("Oppdrag", "Tittel", "Frist"),
            ("KT-27-1", "Landsdekkende kontroll av tårnur", "Del 1: 1. april 2027\nDel 2: 1. oktober 2027"),
            ("KT-27-2", "Metode for måling av skoleklokker", "31. mai 2027"),
            ("KT-27-3", "Evaluering av sommertid", "Høsten 2027"),
        )
    ),
    Heading(3, "Mål 2: Publikum stoler på tiden"),
    Grid(
        (
            ("Oppdrag", "Tittel", "Frist"),
            ("KT-27-4", "Veileder for urmakere", "Settes i dialog med departementet"),
            ("KT-27-5", "Register over solur", "15.12.2027, deretter årlig"),
        )
    ),
    PageBreak(),
    Heading(2, "3 Beskrivelse av oppdragene"),
    Heading(3, "KT-27-1 Landsdekkende kontroll av tårnur"),
    Paragraph("Kontrollen skal omfatte 120 tårnur. Justervesenet leverer måleutstyr innen 1. februar 2027."),
    Paragraph("Frist: Del 1: 1. april 2027. Del 2: 1. oktober 2027."),
    Heading(3, "KT-27-2 Metode for måling av skoleklokker"),
    Paragraph("Metoden skal prøves ut på minst ti skoler. Tall oppgis per 1. mars 2027."),
    Paragraph("Frist: 31. mai 2027"),
    Heading(2, "4 Rapportering"),
    Paragraph("Klokketilsynet skal i 2027 levere:"),
    Paragraph("årsrapport for 2026 innen 15. mars 2027", bullet=True),
    Paragraph("tertialrapport innen 15. juni 2027 og 15. oktober 2027", bullet=True),
    Paragraph("oversikt over klager hver måned", bullet=True),
    Paragraph("melding til departementet straks dersom den nasjonale tidstjenesten svikter", bullet=True),
    Heading(2, "5 Styringskalender"),
    Grid(
        (
            ("Når", "Hva", "Ansvarlig"),
            ("22. januar", "Virksomhetsplan 2027", "Klokketilsynet"),
            ("Uke 10", "Innspill til revidert nasjonalbudsjett", "Klokketilsynet"),
            ("14. april kl. 10–12", "Etatsstyringsmøte", "Departementet"),
            ("Ultimo august", "Risikovurdering", "Klokketilsynet"),
            ("Oktober", "Etatsstyringsmøte", "Departementet"),
            ("31. november", "Innspill til satsingsforslag 2029", "Klokketilsynet"),
            ("", "Plan for tilsyn 2028", "Klokketilsynet"),
        )
    ),
)
