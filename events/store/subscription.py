"""Following the events as they come."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from threading import Event

from eventsourcing.persistence import ApplicationRecorder, Notification, Subscription

POLL_SECONDS = 0.2
PAGE = 500


class PollingSubscription(Subscription[ApplicationRecorder]):
    """Events after a position, for as long as the caller iterates; asks the database again and again.

    Commit order is position order, so the last position seen is all there is to remember.
    """

    def __init__(
        self, recorder: ApplicationRecorder, gt: int | None = None, topics: Sequence[str] = ()
    ) -> None:
        """Start after position `gt`."""
        super().__init__(recorder=recorder, gt=gt, topics=topics)
        self._stopped = Event()
        self._page: deque[Notification] = deque()

    def stop(self) -> None:
        """End the iteration, also one that is waiting in another thread."""
        super().stop()
        self._stopped.set()

    def __next__(self) -> Notification:
        """Give the next event, waiting for it."""
        while not self._stopped.is_set():
            if self._page or self._turn_page():
                return self._page.popleft()
            self._stopped.wait(POLL_SECONDS)
        raise StopIteration

    def _turn_page(self) -> bool:
        page = self._recorder.select_notifications(
            self._last_notification_id, PAGE, topics=self._topics, inclusive_of_start=False
        )
        self._page.extend(page)
        if page:
            self._last_notification_id = page[-1].id
        return bool(page)
