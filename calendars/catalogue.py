"""The forms of deadline that there are: every module of `calendars.forms`, found by itself."""

from __future__ import annotations

import pkgutil
import re
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import cast

from calendars import forms, no_deadlines
from calendars.form import FormModule, Reader
from calendars.phrases import matcher


@cache
def form_names() -> frozenset[str]:
    """Give the names of the forms there are today; none is loaded for it."""
    return frozenset(module.name for module in pkgutil.iter_modules(forms.__path__))


@cache
def form_named(name: str) -> FormModule:
    """Give one form; the others are not loaded for it."""
    return cast(FormModule, import_module(f"{forms.__name__}.{name}"))


@cache
def all_forms() -> dict[str, FormModule]:
    """Give every form that words its own deadlines, by name; some only read days in another way."""
    return {name: cast(FormModule, module) for name, module in _modules(forms) if hasattr(module, "write")}


@cache
def all_readers() -> dict[str, Reader]:
    """Give every form of deadline, and every kind of words that look like one, by name."""
    return {name: cast(Reader, module) for name, module in [*_modules(forms), *_modules(no_deadlines)]}


def readers_for(text: str) -> list[Reader]:
    """Give the readers whose phrases a folded text can hold, told by its words."""
    wanted = 0
    for word in set(text.split()):
        wanted |= _wanted_by(word)
    return [reader for at, reader in enumerate(all_readers().values()) if wanted >> at & 1] if wanted else []


@lru_cache(maxsize=20_000)
def _wanted_by(word: str) -> int:
    """Give the readers that a word may be of, a bit for each: letters use few words, and those again."""
    if not _any_trigger().search(word):
        return 0
    return sum(bits for trigger, bits in _triggers() if trigger.search(word))


@cache
def _any_trigger() -> re.Pattern[str]:
    return matcher("|".join(sorted({reader.TRIGGER for reader in all_readers().values()})))


@cache
def _triggers() -> tuple[tuple[re.Pattern[str], int], ...]:
    together: dict[str, int] = {}
    for at, reader in enumerate(all_readers().values()):
        together[reader.TRIGGER] = together.get(reader.TRIGGER, 0) | 1 << at
    return tuple((matcher(trigger), bits) for trigger, bits in together.items())


def _modules(package: ModuleType) -> list[tuple[str, ModuleType]]:
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return [(name, import_module(f"{package.__name__}.{name}")) for name in names]
