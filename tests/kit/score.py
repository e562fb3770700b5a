"""Scores the letter reader against a hand-read answer: `python -m tests.kit.score LETTER TRUTH`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.kit.agreement import Claim, likeness, same_place, same_title, same_value, squeezed
from tests.kit.invention import invented
from tests.kit.truth import Expected, ExpectedDoubt, NoDeadline, Truth, load_truth
from workflow.reading.as_json import as_json
from workflow.reading.documents.door import text_of
from workflow.reading.reader import read_letter

RECALL_AIM = 0.95
PRECISION_AIM = 0.90


@dataclass(frozen=True, slots=True)
class Score:
    """How one reading compares with the truth."""

    matched: tuple[tuple[Claim, Expected], ...]
    missed: tuple[Expected, ...]
    wrong: tuple[Claim, ...]
    invented: tuple[Claim, ...]
    unaccounted: tuple[NoDeadline, ...]
    unnamed: tuple[ExpectedDoubt, ...]

    @property
    def recall(self) -> float:
        """Share of the deadlines a reader must find that were found."""
        found = sum(1 for _, expected in self.matched if not expected.optional)
        return _share(found, found + len(self.missed))

    @property
    def precision(self) -> float:
        """Share of the claims that stand in the truth, optional ones included."""
        return _share(len(self.matched), len(self.matched) + len(self.wrong))

    @property
    def titles(self) -> float:
        """Share of the matched claims whose title is the truth's."""
        return _share(sum(same_title(c.title, e.title) for c, e in self.matched), len(self.matched))

    @property
    def kinds(self) -> float:
        """Share of the matched claims whose kind is the truth's, where the truth names one of ours."""
        named = [(c, e) for c, e in self.matched if e.kind not in ("", "internal")]
        return _share(sum(c.kind == e.kind for c, e in named), len(named))

    @property
    def references(self) -> float:
        """Share of the matched claims whose reference is the truth's, where the truth gives one."""
        named = [(c, e) for c, e in self.matched if e.reference]
        return _share(sum(squeezed(c.reference) == squeezed(e.reference) for c, e in named), len(named))

    @property
    def reaches_the_aim(self) -> bool:
        """Recall and precision at the aim, and no invented date."""
        return self.recall >= RECALL_AIM and self.precision >= PRECISION_AIM and not self.invented


def score_file(letter: Path, answer: Path, year: int | None = None, *, lines: bool = True) -> Score:
    """Reads the letter and compares it with its truth; `lines=False` where the format moves the lines."""
    truth = load_truth(answer)
    reading, text = read_as_json(letter, year or truth.year)
    return compare(reading, text, truth, lines=lines)


def read_as_json(letter: Path, year: int | None) -> tuple[dict[str, Any], list[str]]:
    """What `fristvakt read --format json` prints, and the lines it was read from."""
    text = text_of(letter.name, _without_source_note(letter.read_bytes()))
    return as_json(read_letter(text, year)), [line.text for line in text.lines]


def compare(reading: dict[str, Any], text: list[str], truth: Truth, *, lines: bool = True) -> Score:
    """Pairs claims with the truth, the most alike first, each at most once."""
    claims = claims_of(reading)
    pairs = _pairs(claims, truth.deadlines, lines=lines)
    taken, found = {id(claim) for claim, _ in pairs}, {id(expected) for _, expected in pairs}
    return Score(
        matched=tuple(pairs),
        missed=tuple(e for e in truth.deadlines if id(e) not in found and not e.optional),
        wrong=tuple(claim for claim in claims if id(claim) not in taken),
        invented=tuple(claim for claim in claims if invented(claim, text)),
        unaccounted=tuple(n for n in truth.not_deadlines if not _unplaced(n, reading, lines=lines)),
        unnamed=tuple(d for d in truth.doubts if not _named(d, reading, lines=lines)),
    )


def claims_of(reading: dict[str, Any]) -> list[Claim]:
    """Every deadline of every duty of a reading."""
    return [_claim(duty, found) for duty in reading["obligations"] for found in duty["deadlines"]]


def _claim(duty: dict[str, Any], found: dict[str, Any]) -> Claim:
    return Claim(
        title=duty["title"],
        kind=duty["kind"],
        reference=duty["reference"] or "",
        part=found["part"] or "",
        text=found["text"],
        form=found["form"],
        day=found["date"] or "",
        earliest=found["earliest"] or "",
        latest=found["latest"] or "",
        rule=found["rrule"] or "",
        impossible=found["impossible"],
        lines=tuple(found["lines"]),
        duty_lines=tuple(duty["lines"]),
    )


def _pairs(claims: list[Claim], truth: tuple[Expected, ...], *, lines: bool) -> list[tuple[Claim, Expected]]:
    able = [
        (_closeness(claim, expected, lines=lines), i, j)
        for i, claim in enumerate(claims)
        for j, expected in enumerate(truth)
        if same_value(claim, expected) and same_place(claim, expected, lines=lines)
    ]
    chosen: dict[int, int] = {}
    for _, i, j in sorted(able, key=lambda row: (-row[0], row[1], row[2])):
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return [(claims[i], truth[j]) for i, j in chosen.items()]


def _closeness(claim: Claim, expected: Expected, *, lines: bool) -> float:
    same_reference = bool(expected.reference) and squeezed(claim.reference) == squeezed(expected.reference)
    near = lines and bool(set(claim.lines) & set(expected.lines))
    same_part = squeezed(claim.part) == squeezed(expected.part)
    named = likeness(claim.title, expected.title) + 0.1 * likeness(claim.text, expected.text)
    return 2 * same_reference + 2 * near + named + 0.5 * same_part - 0.2 * expected.optional


def _unplaced(phrase: NoDeadline, reading: dict[str, Any], *, lines: bool) -> bool:
    wanted = squeezed(phrase.text)
    return any(
        (wanted in squeezed(item["text"]) or squeezed(item["text"]) in wanted)
        and (not lines or abs(item["line"] - phrase.line) <= 1)
        for item in reading["unplaced"]
    )


def _named(doubt: ExpectedDoubt, reading: dict[str, Any], *, lines: bool) -> bool:
    named = [d for duty in reading["obligations"] for d in duty["doubts"]] + reading.get("doubts", [])
    return any(
        given["code"] == doubt.code
        and (not lines or not doubt.line or any(abs(n - doubt.line) <= 2 for n in given["lines"]))
        for given in named
    )


def _without_source_note(data: bytes) -> bytes:
    """Practice texts carry a source note on line 1 that is not part of the text."""
    first, mark, rest = data.partition(b"\n")
    return mark + rest if first.startswith(b"# KILDE:") else data


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def report(name: str, score: Score) -> str:
    """The score as lines for a terminal."""
    shares = (("recall", score.recall), ("precision", score.precision), ("titles", score.titles),
              ("kinds", score.kinds), ("references", score.references))  # fmt: skip
    head = "  ".join(f"{label} {share:.1%}" for label, share in shares)
    return "\n".join((f"{name}: {head}  invented {len(score.invented)}", *_faults(score), *_details(score)))


def _faults(score: Score) -> list[str]:
    return [
        *(f"  missed {_at(e.lines)} {e.reference} {e.title!r} {e.text!r} {_value(e)}" for e in score.missed),
        *(f"  wrong {_about(claim)}" for claim in score.wrong),
        *(f"  INVENTED {_about(claim)}" for claim in score.invented),
    ]


def _details(score: Score) -> list[str]:
    titles = [(c, e) for c, e in score.matched if not same_title(c.title, e.title)]
    kinds = [(c, e) for c, e in score.matched if e.kind not in ("", "internal", c.kind)]
    references = [(c, e) for c, e in score.matched if e.reference]
    return [
        *(f"  title    {_at(c.lines)} {c.title!r} for {e.title!r}" for c, e in titles),
        *(f"  kind     {_at(c.lines)} {c.kind} for {e.kind} {e.title!r}" for c, e in kinds),
        *(f"  ref      {_at(c.lines)} {c.reference!r} for {e.reference!r}" for c, e in references
          if squeezed(c.reference) != squeezed(e.reference)),
        *(f"  no place L{n.line} «{n.text}» is not among the unplaced" for n in score.unaccounted),
        *(f"  no doubt L{d.line} {d.code}" for d in score.unnamed),
    ]  # fmt: skip


def _about(claim: Claim) -> str:
    days = (claim.form, claim.day, claim.earliest, claim.latest, claim.rule, claim.part)
    said = " ".join(filter(None, days))
    return f"{_at(claim.lines)} {claim.reference} {claim.title!r} «{claim.text}» {said}"


def _at(lines: tuple[int, ...]) -> str:
    return "L" + ",".join(str(number) for number in lines)


def _value(expected: Expected) -> str:
    days = (*expected.days, *expected.earliest[:1], *expected.latest[:1], *expected.rules)
    return " ".join((expected.form, "impossible" if expected.impossible else "", *days))


def main(arguments: list[str]) -> int:
    """Scores each LETTER TRUTH pair; 0 when all reach the aim, else 1, and 2 for wrong use."""
    years = [int(argument[7:]) for argument in arguments if argument.startswith("--year=")]
    paths = [Path(argument) for argument in arguments if not argument.startswith("--")]
    if not paths or len(paths) % 2:
        print("use: python -m tests.kit.score [--year=YYYY] LETTER TRUTH [LETTER TRUTH …]", file=sys.stderr)
        return 2
    reached = True
    for letter, answer in zip(paths[::2], paths[1::2], strict=True):
        lines = letter.suffix not in (".docx", ".pdf")
        score = score_file(letter, answer, years[0] if years else None, lines=lines)
        print(report(letter.name, score))
        reached = reached and score.reaches_the_aim
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
