"""The four packages are ours, not namesakes from the package index or from the tests."""

from __future__ import annotations

import importlib

import pytest

from tests.house.sources import PACKAGES, ROOT


@pytest.mark.parametrize("package", PACKAGES)
def test_importing_a_package_loads_it_from_this_repository(package: str) -> None:
    """A package named `events` exists on the index too, and `tests/events` could shadow ours."""
    origin = importlib.import_module(package).__file__
    assert origin == str(ROOT / package / "__init__.py")


def test_listing_test_folders_finds_each_a_package() -> None:
    """Without an `__init__.py`, `tests/events` would shadow `events`."""
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert not [folder for folder in folders if not (folder / "__init__.py").exists()]
