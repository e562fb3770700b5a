"""A process that follows a database in small batches until it is killed: python -m … URL."""

from __future__ import annotations

import sys

from events.store.datastore import Datastore
from tests.projections.following import Following


def main() -> None:
    """Catch up, announcing that it has begun."""
    following = Following(Datastore(sys.argv[1]), batch=3)
    print("following", flush=True)
    following.engine.catch_up()
    print("caught up", flush=True)


if __name__ == "__main__":
    main()
