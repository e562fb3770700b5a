"""The forms of deadline that there are: every module of `calendars.forms`, found by itself."""

from __future__ import annotations

import pkgutil
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import cast

from calendars import forms, no_deadlines
from calendars.form import FormModule, Reader


@lru_cache(maxsize=1)
def all_forms() -> dict[str, FormModule]:
    """Give every form that words its own deadlines, by name; some only read days in another way."""
    return {name: cast(FormModule, module) for name, module in _modules(forms) if hasattr(module, "write")}


@lru_cache(maxsize=1)
def all_readers() -> dict[str, Reader]:
    """Give every form of deadline, and every kind of words that look like one, by name."""
    return {name: cast(Reader, module) for name, module in [*_modules(forms), *_modules(no_deadlines)]}


def _modules(package: ModuleType) -> list[tuple[str, ModuleType]]:
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return [(name, import_module(f"{package.__name__}.{name}")) for name in names]
