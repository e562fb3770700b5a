"""A season: «våren 2027», «høsten», «innan sommaren», «tidlig høst»; wide, and flagged as two readings."""

from __future__ import annotations

from dataclasses import replace

from calendars.days import ONE_DAY
from calendars.deadline import Deadline
from calendars.form import Context, Language, NoDeadline, Verdict, dated, window
from calendars.periods import DAILY_SEASONS, SEASONS, Span, months
from calendars.phrases import Hit, Phrase, Prose, matcher
from calendars.repair import number
from calendars.wording import short_span
from calendars.years import year_of

TRIGGER = r"v[åâáéa]r|v&r|høst|haust|sommer|sommar|vinter"

_NAME = (
    r"(?:(?P<spring>v[åâáéa]ren|v[åâáé&]r|v[åâáéa]rhalvåret|v[åâáéa]rsemesteret)|"
    r"(?P<summer>sommeren|sommaren|sommer|sommar)"
    r"|(?P<autumn>høsten|hausten|høst|haust|høsthalvåret|haustsemesteret|høstsemesteret)|"
    r"(?P<winter>vinteren|vinter))(?!\w)(?: {year})?"
)

_AND_ANOTHER = r" ?(?:og|/|,) ?(?:v[åâáéa]ren|sommeren|sommaren|høsten|hausten|vinteren)"
_SHARED_YEAR = _AND_ANOTHER + " {year}"

PHRASES = (
    Phrase(rf"(?<!\w)(?:(?:i løpet av|innen|innan|til|om|på) )?{_NAME}", Prose.CUED),
    Phrase(rf"(?<!\w)(?:i løpet av|innen|innan) {_NAME}"),
    Phrase(
        r"(?<!\w)(?:(?P<spring>v[åâáéa]ren)|(?P<summer>sommeren|sommaren)|(?P<autumn>høsten|hausten)"
        r"|(?P<winter>vinteren)) {year}"
    ),
    Phrase(
        r"(?<!\w)(?:(?P<spring>v[åâáéa]ren)|(?P<summer>sommeren|sommaren)|(?P<autumn>høsten|hausten))"
        rf"(?={_AND_ANOTHER} {{year}})"
    ),
)

_SEASONS = {"spring": "vår", "summer": "sommer", "autumn": "høst", "winter": "vinter"}
_OF_FIGURES = (
    r"(?<!\w)(?:(?:for|av) (?:inneværende|gjeldende|inneverande|gjeldande|denne)|foregående|forrige"
    r"|føregåande|førre) (?:[^\W\d]+ (?:og|eller) )?$"
)
"""«for foregående høst og vår» is what figures are about."""
_BEFORE_IT = r"innen|innan"
"""«innen sommeren»: some mean within it, some before it begins."""
_WORDS = {
    "nb": {"vår": "våren", "sommer": "sommeren", "høst": "høsten", "vinter": "vinteren"},
    "nn": {"vår": "våren", "sommer": "sommaren", "høst": "hausten", "vinter": "vinteren"},
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read the season as widely as it is used, and beside it what else the words may mean."""
    if matcher(_OF_FIGURES).search(hit.before(40)):
        return NoDeadline("figure_period")
    season = next(name for piece, name in _SEASONS.items() if hit.piece(piece))
    year = _year(hit, context)
    wide = window("season", months(year, *SEASONS[season]))
    others = [window("season", span)] if (span := _narrow(season, year)) else []
    if matcher(_BEFORE_IT).match(hit.words):
        others.append(dated("before", wide.earliest - ONE_DAY if wide.earliest else None))
    return replace(wide, alternatives=tuple(others))


def _year(hit: Hit, context: Context) -> int:
    """Give the year, which «våren og høsten 2027» states once for both."""
    shared = matcher(_SHARED_YEAR).match(hit.after())
    return number(shared["year"]) if shared and not hit.piece("year") else year_of(hit, context)


def _narrow(season: str, year: int) -> Span | None:
    if season not in DAILY_SEASONS:
        return None
    first, last = DAILY_SEASONS[season]
    return months(year - (last < first), first, last)


def write(deadline: Deadline, language: Language) -> str:
    """Word the season and its year."""
    if deadline.earliest is None or deadline.latest is None:
        return deadline.text
    span = Span(deadline.earliest, deadline.latest)
    return f"{_WORDS[language][_season(span)]} {span.last.year}"


def _season(span: Span) -> str:
    wide = {bounds: name for name, bounds in SEASONS.items()}
    daily = {bounds: name for name, bounds in DAILY_SEASONS.items()}
    bounds = (span.first.month, span.last.month)
    return wide.get(bounds) or daily[bounds]


def explain(deadline: Deadline, language: Language) -> str:
    """Say which days."""
    if deadline.earliest is None or deadline.latest is None:
        return ""
    span = short_span(deadline.earliest, deadline.latest)
    return f"«{deadline.text}» = {span}" if deadline.text else span
