"""The reading as it is printed for programs."""

from __future__ import annotations

import json

from tests.workflow.reading.letters import read
from workflow.reading.as_json import as_json

TEXT = "2027-01 Utrede nye tiltak for havner 31.06.2027\n2027-02 Plan for lykter 15.10.2027\n"


def test_printing_a_reading_when_asked_for_json_gives_the_fields_that_are_promised() -> None:
    """Every field of the contract is there, and the whole is plain JSON."""
    printed = json.loads(json.dumps(as_json(read(TEXT))))

    first = printed["obligations"][1]
    assert {"reference", "kind", "title", "goal", "lines", "deadlines", "doubts"} <= set(first)
    assert first["deadlines"][0]["date"] == "2027-10-15"
    assert first["deadlines"][0]["form"] == "date"
    assert first["deadlines"][0]["lines"] == [2]


def test_printing_a_reading_when_done_shows_that_the_sum_is_right() -> None:
    """The numbers of phrases found, placed and unplaced are shown."""
    numbers = as_json(read(TEXT))["phrases"]

    assert numbers["found"] == numbers["placed"] + numbers["unplaced"] == 2


def test_printing_a_doubt_when_in_two_languages_words_it_in_each() -> None:
    """Doubts are worded from the catalogue of the language asked for."""
    printed = [as_json(read(TEXT), language) for language in ("nb", "nn")]
    texts = [one["obligations"][0]["doubts"][0]["text"] for one in printed]

    assert texts[0] != texts[1]
    assert all("31.06.2027" in text for text in texts)
