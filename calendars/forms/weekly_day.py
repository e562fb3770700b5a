"""A weekday every week: «Hver mandag», «kvar måndag», «mandager», «annenhver fredag»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose, matcher
from calendars.rules import WEEKDAY_CODES, rule_parts
from calendars.wording import WEEKDAYS, weekday_number

TRIGGER = r"dag"

PHRASES = (
    Phrase(r"(?<!\w)(?:hver|kvar) {weekday}(?:(?:, ?{weekday3})? og {weekday2})?(?:,? {time})?"),
    Phrase(
        r"(?<!\w)(?P<second>annenhver|annankvar|annen hver|annan kvar|hver annen|kvar andre"
        r"|hver andre) {weekday}(?:,? {time})?"
    ),
    Phrase(r"{weekday} (?:hver|kvar) (?:uke|veke)"),
    Phrase(r"(?:ukentlig|vekentleg|hver uke|kvar veke),? ?\(?(?:på |hver |kvar )?{weekday}(?:er|ar)?\)?"),
    Phrase(r"{weekday}(?:er|ar)(?!\w)", Prose.CUED),
    Phrase(
        r"(?P<alone>){weekday}(?: ?[/,] ?{weekday2})?(?: ?(?:[/,]|og) ?{weekday3})?(?!\w)(?:,? {time})?",
        Prose.NEVER,
    ),
)

_WORDS = {
    "nb": ("hver {}", "annenhver {}", "annenhver {}, fra en uke som ikke er oppgitt"),
    "nn": ("kvar {}", "annankvar {}", "annankvar {}, frå ei veke som ikkje er oppgitt"),
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read a weekly rule; every second week without a start has no days."""
    named = [hit.piece(name) for name in ("weekday", "weekday2", "weekday3") if hit.piece(name)]
    if hit.span("alone") and len(named) == 1 and not _is_under_weekly(context):
        return None
    code = ",".join(WEEKDAY_CODES[nth] for nth in sorted(weekday_number(name) for name in named))
    interval = ";INTERVAL=2" if hit.piece("second") else ""
    return Deadline("", Form.RRULE, "weekly_day", rrule=f"FREQ=WEEKLY{interval};BYDAY={code}")


def _is_under_weekly(context: Context) -> bool:
    """Tell whether the words around a bare weekday say that it comes every week."""
    around = " ".join((context.heading, context.column, *context.neighbours)).lower()
    return bool(matcher(_WEEKLY).search(around))


_WEEKLY = r"ukentlig|vekentleg|hver uke|kvar veke"


def write(deadline: Deadline, language: Language) -> str:
    """Word the weekday."""
    return _WORDS[language][_is_second(deadline)].format(_name(deadline, language))


def explain(deadline: Deadline, language: Language) -> str:
    """Say which day of the week, and that the start is missing when it is."""
    return f"«{deadline.text}» = " + _WORDS[language][2 * _is_second(deadline)].format(
        _name(deadline, language)
    )


def _is_second(deadline: Deadline) -> bool:
    return "INTERVAL" in rule_parts(str(deadline.rrule))


def _name(deadline: Deadline, language: Language) -> str:
    codes = rule_parts(str(deadline.rrule))["BYDAY"].split(",")
    names = [WEEKDAYS[language][WEEKDAY_CODES.index(code)] for code in codes]
    return " og ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
