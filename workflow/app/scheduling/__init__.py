"""The scheduler: who leads, what is looked at at each tick, and the clock that ticks."""
