"""Chance that is the same every time: each question has its own seed."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chances:
    """Answers questions by chance; the same question gets the same answer, whatever was asked before."""

    seed: int

    def of(self, *question: object) -> random.Random:
        """Give the chance of one question."""
        return random.Random("|".join((str(self.seed), *map(str, question))))

    def happens(self, likelihood: float, *question: object) -> bool:
        """Tell whether something happens that happens so often (0 to 1)."""
        return self.of(*question).random() < likelihood
