"""The agency's own key: made once, kept in a file that only its owner reads, and never in the database."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from events.ledger.checkpoint import Checkpoint, Signed
from workflow.trail.refusals import NoPublicKey, UnusableKey

_PUBLIC = re.compile(r"[0-9a-f]{64}")


class Signer:
    """Signs checkpoints with an Ed25519 key (RFC 8032)."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        """Sign with this key."""
        self._key = key
        self.public = key.public_key().public_bytes_raw().hex()

    def sign(self, checkpoint: Checkpoint) -> Signed:
        """Sign a checkpoint."""
        return Signed(checkpoint, self._key.sign(checkpoint.content()).hex(), self.public)


def signed_well(signed: Signed) -> bool:
    """Tell whether the signature is of this content, by the key that stands beside it."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signed.key))
        key.verify(bytes.fromhex(signed.signature), signed.checkpoint.content())
    except (InvalidSignature, ValueError):
        return False
    return True


def signer_of(file: Path, passphrase: str = "") -> Signer:
    """Give the signer of the key in a file, which is made where it is missing; raises `UnusableKey`.

    Of several processes that begin at once one makes the key, and all use it.
    """
    if not file.exists():
        _make(file, passphrase)
    try:
        key = serialization.load_pem_private_key(file.read_bytes(), passphrase.encode() or None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UnusableKey(file=file, why=error) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UnusableKey(file=file, why="Ed25519")
    signer = Signer(key)
    _publish(file, signer.public)
    return signer


def public_file(file: Path) -> Path:
    """Give where the public keys stand, one a line: today's, and those it has taken over from."""
    return file.with_suffix(".pub")


def public_keys(file: Path) -> frozenset[str]:
    """Give the public keys that belong to a key's file; none where it was never made."""
    published = public_file(file)
    return frozenset(_PUBLIC.findall(published.read_text("ascii"))) if published.exists() else frozenset()


def public_key_named(text: str) -> frozenset[str]:
    """Give the public keys in a text or in the file of that name; raises `NoPublicKey`."""
    if _PUBLIC.fullmatch(text.strip().lower()):
        return frozenset({text.strip().lower()})
    try:
        found = frozenset(_PUBLIC.findall(Path(text).read_text("ascii")))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise NoPublicKey(text=text) from error
    if not found:
        raise NoPublicKey(text=text)
    return found


def _make(file: Path, passphrase: str) -> None:
    lock = serialization.BestAvailableEncryption(passphrase.encode()) if passphrase else None
    content = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        lock or serialization.NoEncryption(),
    )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _write_once(file, content)
    except OSError as error:
        raise UnusableKey(file=file, why=error) from error


def _write_once(file: Path, content: bytes) -> None:
    """Write a file whole, for its owner alone, unless somebody was first."""
    half = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.link(half, file)
    except FileExistsError:
        return  # another process was first: its key is the key
    finally:
        half.unlink()


def _publish(file: Path, public: str) -> None:
    """Write the public key beside the other, so that verifying needs neither the key nor its passphrase."""
    if public not in public_keys(file):
        with public_file(file).open("a", encoding="ascii") as out:
            out.write(public + "\n")
