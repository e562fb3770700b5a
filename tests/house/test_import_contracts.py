"""Who may import whom: the contracts hold, and each one bites."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import PACKAGES, ROOT

PLANTED = {
    "direction": ("calendars/planted.py", "import events.vocabulary.base"),
    "app-is-the-edge": ("workflow/letter/planted.py", "import workflow.app.clock"),
    "forms-apart": ("calendars/forms/planted.py", "import calendars.forms.day"),
    "projections-apart": ("projections/register/planted.py", "import projections.due.tables"),
    "aggregates-apart": ("workflow/report/planted.py", "import workflow.assignment"),
    "library-in-one-place": ("calendars/planted.py", "import sqlalchemy"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts of pyproject.toml on a copy of the packages."""
    tool = Path(sys.executable).parent / "lint-imports"
    environment = os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"}
    return subprocess.run(
        [tool, "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def contracts() -> list[dict[str, str]]:
    """Give the contracts as pyproject.toml states them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["tool"]["importlinter"]["contracts"])


def name_of(contract: str) -> str:
    """Give the sentence of a contract."""
    return next(row["name"] for row in contracts() if row["id"] == contract)


def broken(report: str) -> set[str]:
    """Give the sentences of the contracts that the report calls broken."""
    return set(re.findall(r"^(.+?)\s+BROKEN\b", report, flags=re.MULTILINE))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the four packages and the contracts, to plant in."""
    folder = tmp_path_factory.mktemp("contracts")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_linting_the_packages_finds_every_contract_kept(copy: Path) -> None:
    """The directions of the design hold in the code as it is."""
    outcome = lint(copy)
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize("contract", PLANTED)
def test_linting_a_planted_import_breaks_its_contract(copy: Path, contract: str) -> None:
    """Each contract has a violation that it finds: none of them is blind."""
    place, line = PLANTED[contract]
    planted = copy / place
    planted.write_text(line + "\n", encoding="utf-8")
    try:
        outcome = lint(copy)
    finally:
        planted.unlink()
    assert outcome.returncode == 1
    assert name_of(contract) in broken(outcome.stdout), outcome.stdout


def test_listing_the_contracts_finds_each_with_a_planted_violation() -> None:
    """A new contract needs a violation here, so that it is shown to bite."""
    assert {contract["id"] for contract in contracts()} == set(PLANTED)
