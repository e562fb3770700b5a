"""Running the service: uvicorn, until it is told to stop."""

from __future__ import annotations

import errno
import logging
import signal
import socket
from types import FrameType

import uvicorn

from workflow.app.web.application import create_app
from workflow.app.web.masking import Masking
from workflow.app.wiring import App
from workflow.language import N_
from workflow.refusals import Refusal

LOGGERS = ("uvicorn", "uvicorn.access", "uvicorn.error")
SHUTDOWN_SECONDS = 10


class AddressTaken(Refusal):
    """The service listens where nobody else does."""

    code = "address-taken"
    message = N_("{host}:{port} is taken. Is the service running already? Choose another port with --port.")


class AddressUnusable(Refusal):
    """The service listens where this machine lets it."""

    code = "address-unusable"
    message = N_("The service cannot listen at {host}:{port} ({why}). Choose with --host and --port.")


def serve(app: App, host: str, port: int) -> None:
    """Answer on `host` and `port` until SIGTERM or Ctrl-C; refuses an address that is taken."""
    signal.signal(signal.SIGTERM, _stopped)
    with listening(host, port) as listener:
        for name in LOGGERS:
            logging.getLogger(name).addFilter(Masking())
        config = uvicorn.Config(
            create_app(app),
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        )
        try:
            uvicorn.Server(config).run(sockets=[listener])
        finally:
            app.usage.write()


def _stopped(_signal: int, _frame: FrameType | None) -> None:
    """Leave as a program that is done: uvicorn raises the signal again after its own shutdown."""
    raise SystemExit(0)


def listening(host: str, port: int) -> socket.socket:
    """Take the address, or refuse in words that say what to do."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise AddressTaken(host=host, port=port) from error
        raise AddressUnusable(host=host, port=port, why=error.strerror) from error
    return listener
