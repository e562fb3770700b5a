"""Every event that was ever stored reads today as it did when it was stored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from events.store.mapper import VERSION_KEY, decode, encode
from events.store.topics import event_classes

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.json"))


def state(file: Path) -> bytes:
    """Give the bytes as the store holds them."""
    return json.dumps(json.loads(file.read_text()), separators=(",", ":"), ensure_ascii=False).encode()


def read(file: Path) -> dict[str, Any]:
    """Give what the file's event is today, as plain values."""
    topic = file.name.rpartition(".v")[0]
    today: dict[str, Any] = json.loads(encode(decode(topic, state(file))))
    return today


def keeps(now: Any, then: Any) -> bool:
    """Tell whether all that was stored still stands; what has been added since may be there too."""
    if isinstance(then, dict) and isinstance(now, dict):
        return all(key in now and keeps(now[key], then[key]) for key in then)
    if isinstance(then, list) and isinstance(now, list):
        return len(now) == len(then) and all(map(keeps, now, then))
    return bool(now == then)


def test_golden_files_when_listed_are_one_for_every_version_of_every_event() -> None:
    """No event lacks its stored example, and no example lacks its event."""
    versions = {
        f"{topic}.v{version}.json"
        for topic, cls in event_classes().items()
        for version in range(1, cls.class_version + 1)
        if not topic.startswith("test.")
    }
    assert {file.name for file in FILES} == versions


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_reading_when_stored_long_ago_gives_what_was_stored(file: Path) -> None:
    """An example of today's version reads as it stands; an older one as the example of the next version."""
    stored = json.loads(file.read_text())
    topic, _, version = file.stem.rpartition(".v")
    assert stored[VERSION_KEY] == int(version)
    following = FOLDER / f"{topic}.v{int(version) + 1}.json"
    if following.exists():
        assert read(file) == read(following)
    else:
        assert keeps(read(file), stored)


def test_keeping_when_something_is_lost_is_false() -> None:
    """The comparison bites: a field, an element or a value that is gone or different."""
    then = {"a": {"b": [1, 2]}}
    assert keeps({"a": {"b": [1, 2], "new": None}, "new": 0}, then)
    lost: list[object] = [{}, {"a": {}}, {"a": {"b": [1]}}, {"a": {"b": [1, 3]}}, {"a": None}]
    assert not any(keeps(now, then) for now in lost)
