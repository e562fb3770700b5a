"""The ids by which a letter names its assignments, in whatever shape the ministry gives them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_DASH = r"\s?[-–—]\s*"
_RD = r"F[oO0]U"
_SHAPES = (
    (
        "year",
        rf"(?P<y>20[0-4]\d){_DASH}(?:(?P<rd>{_RD})\s?-?\s?(?P<rn>[0-9lIOS]{{1,3}})\b"
        rf"|(?P<n>\d{{1,3}})(?![\d.])(?!\s?[-–]\s?\d))",
    ),
    (
        "coded",
        r"(?P<cl>[A-ZÆØÅ]{1,6})(?P<cs>[\s-]?)(?P<cy>(?:20)?[0-4]\d)\s?[-–/.]\s?(?P<cn>\d{1,4})(?![\d./])(?:\s?(?P<ca>[a-z])\b)?",
    ),
    ("slash", r"(?P<sy>[0-4]\d)/(?P<sn>\d{2,3})(?![\d/.-])"),
    (
        "named",
        r"(?P<nw>[Oo]ppdrag|OPPDRAG|[Oo]ppgave|[Oo]ppgåve)\s*(?:nr\.?"
        r"|nummer)?\s*(?P<nn>\d{1,3}(?:\.\d{1,2})*[a-z]?)(?![\d/-])",
    ),
    ("pair", r"(?P<pa>\d{1,2})\s?[-–]\s?(?P<pb>\d{1,2})(?![\d.,/%-])"),
    ("letters", r"(?P<ll>[A-ZÆØÅ]{1,4})[\s-]?(?P<ln>\d{1,3})(?![\d.,/%-])"),
    ("outline", r"(?P<ol>\d{1,2}(?:\.\d{1,2}){1,3})\.?(?![\d])"),
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _SHAPES)
_LEAD = re.compile(
    r"^[\s|•*_#>\-–]*(?:<b>)?\**\s*(?P<word>(?:FoU[-\s]*)?[Oo]ppdrag(?:snr|snummer)?\.?|OPPDRAG"
    r"|[Oo]ppgave|[Oo]ppgåve|Ref\.?|Nr\.?|ID(?:-nr\.?)?)?\s*(?:nr\.?|nummer)?\s*[:.]?\s*"
)
_MAY_BEGIN = re.compile(
    r"[^\wæøåÆØÅ]*(?:<b>)?(?:\d|[A-ZÆØÅ]{1,6}[\s-]?\d|F[oO0]U|(?:[Oo]ppdrag|OPPDRAG|[Oo]ppg|Ref|Nr|ID)\b)"
)
_MAY_NAME = re.compile(r"oppdrag|ref|jf", re.I)
_NEVER = frozenset(
    {
        "KAP",
        "POST",
        "SP",
        "LOV",
        "NOU",
        "ST",
        "MELD",
        "PROP",
        "INNST",
        "R",
        "G",
        "H",
        "HR",
        "COVID",
        "SDG",
        "NS",
        "ISO",
        "EU",
        "IKT",
    }
)
_LETTER_DIGITS = str.maketrans("lIOS", "1105")


@dataclass(frozen=True, slots=True)
class Reference:
    """An id as it should read (`normal`), as it stands (`raw`), and which shape it has."""

    normal: str
    raw: str
    shape: str
    is_rd: bool = False

    @property
    def key(self) -> str:
        """What two writings of the same id have in common."""
        return re.sub(r"[\s_-]", "", self.normal).lower()

    @property
    def year_and_number(self) -> tuple[str, int] | None:
        """The year and the number of an id of the form 2026-02 or 2026-FoU2."""
        found = re.fullmatch(r"(20\d\d)-(?:FoU)?(\d+)", self.normal)
        return (found[1], int(found[2])) if found else None


def _normal(shape: str, found: re.Match[str]) -> tuple[str, bool]:
    if shape == "year":
        if found["rd"]:
            return f"{found['y']}-FoU{int(found['rn'].translate(_LETTER_DIGITS))}", True
        return f"{found['y']}-{found['n']}", False
    if shape == "coded":
        separator = "/" if "/" in found[0] else "." if "." in found[0] else "-"
        return f"{found['cl']}{found['cs']}{found['cy']}{separator}{found['cn']}{found['ca'] or ''}", False
    if shape == "named":
        return f"{found['nw'].capitalize()} {found['nn']}", False
    return re.sub(r"\s+", " ", found[0]).strip(" ."), False


def at_start(text: str, allowed: frozenset[str]) -> tuple[Reference, int] | None:
    """Read an id that a line or cell begins with, and where it ends; only shapes the letter uses.

    A word such as «Oppdrag» may stand before it. None when the text begins with something else.
    """
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    word = lead["word"] if lead else None
    for shape, pattern in _COMPILED:
        if shape not in allowed:
            continue
        start = lead.start("word") if shape == "named" and lead and word else begin
        found = pattern.match(text, start)
        if found and shape == "pair" and not word:
            continue
        if found and not (
            shape in ("letters", "coded") and found[0][: found.end(1) - found.start()].upper() in _NEVER
        ):
            if shape == "outline" and not word:
                continue
            normal, is_rd = _normal(shape, found)
            return Reference(normal, found[0], shape, is_rd), found.end()
    return None


def whole(text: str, allowed: frozenset[str]) -> Reference | None:
    """Read a cell that holds nothing but an id."""
    found = at_start(text, allowed)
    if found and not text[found[1] :].strip(" .:*|</b>"):
        return found[0]
    return None


def inline(text: str) -> list[tuple[Reference, int]]:
    """Read ids named inside a sentence, with their offsets: «(ref. oppdrag 2024-15)»."""
    found: list[tuple[Reference, int]] = []
    if not _MAY_NAME.search(text):
        return found
    for match in re.finditer(
        r"(?:oppdrag(?:et)?|ref\.?|jf\.?)\s*(?:nr\.?\s*)?(?=20\d\d\s?-|[A-Z]{1,6}[\s-]?(?:20)?\d\d[-/])",
        text,
        re.I,
    ):
        read = at_start(text[match.end() :], frozenset({"year", "coded"}))
        if read:
            found.append((read[0], match.end()))
    return found


def learn(starts: Iterable[str]) -> frozenset[str]:
    """Find which shapes this letter uses for ids, from the beginnings of its lines and cells.

    A shape that a word such as «Oppdrag» introduces needs one example; without the word, a shape
    counts when it comes back at least twice, and bare letter codes at least three times.
    """
    bare: Counter[str] = Counter()
    named: Counter[str] = Counter()
    every = frozenset(name for name, _ in _SHAPES)
    seen: set[tuple[str, str]] = set()
    for start in starts:
        for shape in every if _MAY_BEGIN.match(start) else ():
            read = at_start(start[:80], frozenset({shape}))
            if read is None or (shape, read[0].normal) in seen:
                continue
            seen.add((shape, read[0].normal))
            lead = _LEAD.match(start)
            is_named = bool(lead and lead["word"]) or shape == "named"
            titled = shape == "coded" and len(start.split()) >= 3
            (named if is_named or titled else bare)[shape] += 1
        for mentioned, _ in inline(start):
            named[mentioned.shape] += 1
    needed = {"year": 1, "coded": 2, "slash": 2, "letters": 3, "pair": 99, "outline": 99, "named": 99}
    return frozenset(shape for shape in every if named[shape] or bare[shape] >= needed[shape])
