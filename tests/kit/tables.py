"""Everyone's tables on the one metadata."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from sqlalchemy import MetaData

import projections
import workflow
from events.store.schema import metadata


def all_tables() -> MetaData:
    """Import every module named `tables` of projections and workflow, and give what they defined."""
    for package in (projections, workflow):
        for module in walk_packages(package.__path__, package.__name__ + "."):
            if module.name.endswith(".tables"):
                import_module(module.name)
    return metadata
