"""Guarding: an error in one tick is told, and the next tick tries again."""

from __future__ import annotations

import logging
from collections.abc import Callable

from events.store.errors import StoreUnavailable

log = logging.getLogger(__name__)


def guarded(work: Callable[[], object]) -> Callable[[], None]:
    """Let the next tick try again, whatever went wrong: what is due stands in the store."""

    def tick() -> None:
        try:
            work()
        except StoreUnavailable as error:
            log.warning("the store is away, trying again at the next tick: %s", error)
        except Exception:  # told in full, and tried again: a fault in one step must not silence the others
            log.exception("a step of the scheduler failed, trying again at the next tick")

    return tick
