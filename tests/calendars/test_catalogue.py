"""The catalogue: forms are found by themselves, and only the one that is needed is loaded."""

import subprocess
import sys

from calendars.catalogue import all_forms, all_readers, readers_for
from calendars.phrases import matcher

_EXPLAIN_ONE = """
import datetime as dt, sys
from calendars.deadline import Deadline, Form
from calendars.explanations import explain
assert explain(Deadline("1. mars", Form.DATE, "day", day=dt.date(2026, 3, 1)), "nn")
print(*sorted(name for name in sys.modules if name.startswith("calendars.forms.")))
"""


def test_explaining_one_deadline_loads_its_form_and_no_other() -> None:
    """A command that shows a deadline does not pay for the whole language."""
    run = subprocess.run([sys.executable, "-c", _EXPLAIN_ONE], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["calendars.forms.day"]


def test_listing_readers_gives_every_form_that_words_and_more() -> None:
    """What words deadlines also reads them."""
    assert set(all_forms()) < set(all_readers())


def test_asking_for_readers_of_plain_words_gives_none() -> None:
    """A text without a word of any phrase is passed over."""
    assert readers_for("direktoratet skal bidra godt") == []


def test_asking_for_readers_of_a_text_gives_those_of_each_of_its_words() -> None:
    """The words of one text call for the readers of each."""
    readers, found = all_readers(), readers_for("straks\nuke 36")
    assert readers["at_once"] in found
    assert readers["week"] in found
    assert readers["season"] not in found


def test_compiling_every_phrase_succeeds() -> None:
    """A phrase is compiled when its form is first needed: here each is, so that none fails then."""
    for reader in all_readers().values():
        assert matcher(reader.TRIGGER)
        assert all(matcher(phrase.pattern) for phrase in reader.PHRASES)
