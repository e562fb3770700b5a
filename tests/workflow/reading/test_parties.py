"""Who leads, and to whom a delivery is owed, as the text says it."""

from __future__ import annotations

import pytest

from workflow.reading.parties import leader, receiver


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Bredirektoratet vil koordinere oppdraget.", "Bredirektoratet"),
        (
            "Gruppen, som ledes av Lyk-, lampe- og lyktedirektoratet, skal samarbeide.",
            "Lyk-, lampe- og lyktedirektoratet",
        ),
        ("Tilsynet skal bidra under ledelse av Fjellverket.", "Fjellverket"),
        ("Lyktverket skal lede arbeidet.", ""),
        ("Planen skal lages innen 1. mai.", ""),
    ],
)
def test_finding_the_leader_when_named_gives_the_name_unless_it_is_us(sentence: str, name: str) -> None:
    """Another agency that leads is named; we ourselves are not."""
    assert leader(sentence, lambda word: word == "Lyktverket") == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Kopi skal sendes til Riksrevisjonen.", "Riksrevisjonen"),
        ("Rapporten leveres til departementet innen 1. mai.", "departementet"),
        ("Rapporten skal ferdigstilles.", ""),
    ],
)
def test_finding_the_receiver_when_named_gives_the_name(sentence: str, name: str) -> None:
    """What is delivered «til» somebody is owed to that one."""
    assert receiver(sentence) == name
