"""The practice texts, scored against their hand-read answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kit.score import score_file
from tests.workflow.reading.letters import SHARED, shared

TEXTS = ["dbh-fagskole-frister", "oslomet-arshjul-fs", "udi-im-2013-013"]


@pytest.mark.parametrize("name", TEXTS)
def test_reading_a_practice_text_when_scored_finds_all_and_invents_nothing(name: str) -> None:
    """Every deadline that must be found is found, and none is claimed that does not stand there."""
    shared(f"practice/{name}.txt")
    letter, truth = (Path(SHARED / f"practice/{name}{end}") for end in (".txt", ".truth.json"))

    score = score_file(letter, truth, 2026)

    assert not score.missed
    assert not score.invented
