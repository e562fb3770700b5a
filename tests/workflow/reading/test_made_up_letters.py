"""Letters that the reader was not built on: everything found, nearly all of it right, nothing invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kit.score import PRECISION_AIM, RECALL_AIM, Score, report, score_file
from tests.letters.klokketilsyn import LETTER
from tests.letters.make import FORMATS

FOLDER = Path(__file__).parents[2] / "letters"
LETTERS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".md", ".html"))


def truth_of(letter: Path) -> Path:
    """The answer that stands beside a letter."""
    return letter.with_name(letter.stem + ".truth.json")


def assert_aim(name: str, score: Score) -> None:
    """Fails with the whole table of what was missed, wrong or invented."""
    assert not score.invented, report(name, score)
    assert score.recall >= RECALL_AIM, report(name, score)
    assert score.precision >= PRECISION_AIM, report(name, score)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_reading_an_unseen_letter_reaches_the_aim(letter: Path) -> None:
    """At least 95 % of the deadlines are found, 90 % of the claims are right, no date is invented."""
    # The lines of an HTML letter are those of its text, which the truth does not know.
    score = score_file(letter, truth_of(letter), lines=letter.suffix != ".html")
    assert_aim(letter.name, score)


@pytest.mark.parametrize("form", FORMATS)
def test_reading_one_letter_in_any_format_reaches_the_aim(form: str, tmp_path: Path) -> None:
    """The same letter as plain text, Markdown, HTML, Word and PDF has the same deadlines."""
    letter = tmp_path / f"klokketilsyn.{form}"
    letter.write_bytes(FORMATS[form](LETTER))
    assert_aim(letter.name, score_file(letter, FOLDER / "klokketilsyn.truth.json", lines=False))


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_reading_an_unseen_letter_accounts_for_what_is_no_deadline(letter: Path) -> None:
    """Figure days, decisions and the deadlines of others stand among the unplaced, and nowhere else."""
    score = score_file(letter, truth_of(letter), lines=letter.suffix != ".html")
    assert not score.unaccounted, report(letter.name, score)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_reading_an_unseen_letter_names_its_doubts(letter: Path) -> None:
    """Dates that disagree and dates that cannot be are asked about."""
    score = score_file(letter, truth_of(letter), lines=letter.suffix != ".html")
    assert not score.unnamed, report(letter.name, score)
