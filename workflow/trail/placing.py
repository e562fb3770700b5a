"""A folder or an archive that is there whole or not at all."""

from __future__ import annotations

import secrets
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workflow.trail.refusals import FolderInTheWay
from workflow.trail.writing import CannotWrite


@contextmanager
def placed(target: Path) -> Iterator[Path]:
    """Give an empty folder to fill; it takes the target's name at the end, as an archive for a name in .zip.

    Only its owner may read it. Nothing that went wrong leaves anything under that name, and
    nothing that stands there is overwritten. Raises `FolderInTheWay` and `CannotWrite`.
    """
    if target.exists():
        raise FolderInTheWay(path=target)
    half = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
    try:
        half.mkdir(mode=0o700)
        yield half
        if target.suffix.lower() == ".zip":
            packed = half.with_name(half.name + ".zip")
            try:
                _pack(half, packed)
                packed.rename(target)
            finally:
                packed.unlink(missing_ok=True)
        else:
            half.rename(target)
    except OSError as error:
        raise CannotWrite(file=target, why=error.strerror) from error
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _pack(folder: Path, packed: Path) -> None:
    packed.touch(mode=0o600)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder))
