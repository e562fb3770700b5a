"""Verifies an export of the trail with Python's standard library alone: python3 -I verify_trail.py DIR.

It stands alone so that nobody has to trust the program that wrote the export; its sentences are in
bokmål, because catalogues do not travel with one file. It shares no code with the program on purpose.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Point = tuple[int, int, int, int]
Checkpoints = dict[int, list[tuple[str, Any]]]

FORMAT = "fristvakt-export-1"
GENESIS = hashlib.sha256(b"fristvakt ledger 1").digest()
MOST_NAMED = 100
ODD = ("er ikke slik den ble registrert.", "er satt inn en gang til.")

# Ed25519, RFC 8032 section 5.1: the field, the order of the group, the curve's constant, a root of -1.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


class Broken(Exception):
    """The export cannot even be read as one."""


class Findings:
    """What does not fit; those after a hundred are counted only."""

    def __init__(self) -> None:
        """Begin with none."""
        self.count = 0

    def add(self, sentence: str) -> None:
        """Print one."""
        self.count += 1
        if self.count <= MOST_NAMED:
            print("FEIL: " + sentence)


def recover_x(y: int, sign: int) -> int | None:
    """Give the x of a point by its y (section 5.1.3), or None where there is none."""
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def decoded(text: bytes) -> Point | None:
    """Give the point of 32 bytes in extended coordinates, or None."""
    number = int.from_bytes(text, "little")
    y, sign = number & (1 << 255) - 1, number >> 255
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def added(one: Point, other: Point) -> Point:
    """Add two points (section 5.1.4)."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number: int, point: Point) -> Point:
    """Multiply a point."""
    found = (0, 1, 1, 0)
    while number:
        if number & 1:
            found = added(found, point)
        point, number = added(point, point), number >> 1
    return found


def same(one: Point, other: Point) -> bool:
    """Tell whether two points are the same."""
    across = (one[0] * other[2] - other[0] * one[2]) % P
    upwards = (one[1] * other[2] - other[1] * one[2]) % P
    return not across and not upwards


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0) or 0
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def signature_fits(key: bytes, content: bytes, signature: bytes) -> bool:
    """Verify an Ed25519 signature (section 5.1.7)."""
    if len(key) != 32 or len(signature) != 64:
        return False
    owner, nonce = decoded(key), decoded(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if owner is None or nonce is None or s >= L:
        return False
    hashed = hashlib.sha512(signature[:32] + key + content).digest()
    challenge = int.from_bytes(hashed, "little") % L
    return same(times(s, BASE), added(nonce, times(challenge, owner)))


def leaf_of(event: Any) -> bytes:
    """Give the hash of an event as the trail computes it."""
    topic = event["topic"].encode()
    state = base64.b64decode(event["state_base64"]) if "state_base64" in event else event["state"].encode()
    head = bytes.fromhex(event["stream"].replace("-", "")) + event["version"].to_bytes(8, "big")
    return hashlib.sha256(b"\x00" + head + len(topic).to_bytes(2, "big") + topic + state).digest()


class Tree:
    """The Merkle tree of RFC 9162, folded leaf by leaf."""

    def __init__(self) -> None:
        """Begin with no leaves."""
        self.size = 0
        self.roots: list[bytes] = []

    def append(self, leaf: bytes) -> None:
        """Take one more leaf."""
        index = self.size
        while index & 1:
            leaf = hashlib.sha256(b"\x01" + self.roots.pop() + leaf).digest()
            index >>= 1
        self.roots.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """Give the root over all so far."""
        if not self.roots:
            return hashlib.sha256().digest()
        found = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            found = hashlib.sha256(b"\x01" + left + found).digest()
        return found


def check_manifest(folder: Path, manifest: Any, findings: Findings) -> None:
    """Hold every file to its checksum; name what is missing and what nobody listed."""
    listed = manifest["files"]
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for name in sorted(there - set(listed) - {"manifest.json"}):
        findings.add(f"{name} står ikke i manifestet.")
    for name, expected in sorted(listed.items()):
        if name not in there:
            findings.add(f"{name} mangler.")
            continue
        hashed = hashlib.sha256()
        with (folder / name).open("rb") as file:
            while block := file.read(1 << 20):
                hashed.update(block)
        if hashed.hexdigest() != expected["sha256"]:
            findings.add(f"{name} er endret: kontrollsummen stemmer ikke med manifestet.")


def checkpoints_in(folder: Path, keys: set[str], findings: Findings) -> Checkpoints:
    """Give the checkpoints whose signatures hold, by size."""
    found: Checkpoints = {}
    for path in sorted(folder.glob("checkpoints/*.json")):
        try:
            read = json.loads(path.read_text("utf-8"))
            inside = read["checkpoint"]
            content = json.dumps(inside, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
            fits = signature_fits(bytes.fromhex(read["key"]), content, bytes.fromhex(read["signature"]))
            size, signer = inside["size"], read["key"]
        except (ValueError, KeyError, TypeError) as error:
            findings.add(f"Sjekkpunktet {path.name} kan ikke leses: {error}")
            continue
        if not fits:
            findings.add(f"Sjekkpunktet {path.name} er endret: signaturen stemmer ikke.")
        elif signer not in keys:
            findings.add(f"Sjekkpunktet {path.name} er signert med en ukjent nøkkel: {signer}")
        else:
            found.setdefault(size, []).append((path.name, inside))
    return found


def hold(checkpoints: Checkpoints, tree: Tree, head: bytes, position: int, findings: Findings) -> None:
    """Hold the checkpoints of this size to what the trail is there."""
    for name, inside in checkpoints.pop(tree.size, ()):
        said = (inside["root"], inside["head"], inside["position"])
        if said != (tree.root().hex(), head.hex(), position):
            findings.add(f"Sporet er et annet enn sjekkpunktet {name} sier ({tree.size} hendelser).")


def events_in(folder: Path, findings: Findings) -> Iterator[tuple[int, int, bytes]]:
    """Give the events of the export one by one, with their index in the trail and their hash."""
    with (folder / "events.jsonl").open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            try:
                event = json.loads(line)
                found = event["index"], event["position"], leaf_of(event)
            except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
                findings.add(f"events.jsonl, linje {number}, kan ikke leses: {error}")
                continue
            yield found


def check_trail(
    folder: Path, manifest: Any, checkpoints: Checkpoints, findings: Findings
) -> tuple[int, Tree]:
    """Walk the hashes of the whole trail, and hold the events that came along to theirs."""
    tree, head, position = Tree(), GENESIS, 0
    events = events_in(folder, findings)
    event, taken = next(events, None), 0
    hold(checkpoints, tree, head, position, findings)
    with (folder / "leaves.txt").open(encoding="ascii") as lines:
        for index, line in enumerate(lines):
            try:
                place, *hashes = line.split()
                leaf, chain = map(bytes.fromhex, hashes)
                position = int(place)
            except ValueError:
                findings.add(f"leaves.txt, linje {index + 1}: hendelsen mangler avtrykk eller kjede.")
                continue
            before, head = head, hashlib.sha256(b"\x02" + head + leaf).digest()
            if head != chain:
                findings.add(
                    f"Kjeden brytes ved posisjon {position}: noe er fjernet, satt inn eller flyttet."
                )
                head = chain or before
            fitting = 0
            while event is not None and event[0] <= index:
                fits = event == (index, position, leaf)
                if not fits or fitting:
                    findings.add(f"Hendelsen med posisjon {event[1]} {ODD[fits]}")
                fitting += fits
                event, taken = next(events, None), taken + 1
            if not fitting and manifest["complete"]:
                findings.add(f"Hendelsen med posisjon {position} mangler i events.jsonl, eller er endret.")
            tree.append(leaf)
            hold(checkpoints, tree, head, position, findings)
    while event is not None:
        findings.add(f"Hendelsen med posisjon {event[1]} har ingen plass i sporet.")
        event, taken = next(events, None), taken + 1
    for left in checkpoints.values():
        for name, inside in left:
            findings.add(f"Slutten er fjernet: sjekkpunktet {name} dekker {inside['size']} hendelser.")
    check_counts(manifest, taken, tree.size, findings)
    return taken, tree


def check_counts(manifest: Any, taken: int, size: int, findings: Findings) -> None:
    """Hold the numbers to what the manifest says."""
    if (manifest["events"], manifest["size"]) != (taken, size):
        said = f"{manifest['events']} av {manifest['size']}"
        findings.add(f"Manifestet sier {said} hendelser, men her er {taken} av {size}.")
    if manifest["complete"] and taken != size:
        findings.add(f"Eksporten skal være hel, men har {taken} av {size} hendelser.")


def verify(folder: Path, keys: set[str]) -> int:
    """Verify a folder, print what does not fit, and give how many findings there were."""
    findings = Findings()
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        if manifest["format"] != FORMAT:
            raise Broken(f"ukjent format: {manifest['format']}")
        check_manifest(folder, manifest, findings)
        known = keys or set((folder / "public_key.txt").read_text("ascii").split())
        checkpoints = checkpoints_in(folder, known, findings)
        count = sum(map(len, checkpoints.values()))
        taken, tree = check_trail(folder, manifest, checkpoints, findings)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Broken(f"{type(error).__name__}: {error}") from error
    print(f"Hendelser i eksporten: {taken} av {tree.size}. Sjekkpunkter med gyldig signatur: {count}.")
    print(f"Rot: {tree.root().hex()}")
    if not keys and count:
        print("Merk: nøkkelen er den som ligger i eksporten. Oppgi den du har fått på annen måte med --key.")
    if not count:
        print("Merk: ingen sjekkpunkter. Bare slike viser om alt er skrevet om, eller slutten fjernet.")
    return findings.count


def main() -> int:
    """Read the command line, verify, and end with 0 (holds), 1 (does not hold) or 2 (no export)."""
    parser = argparse.ArgumentParser(description="Kontroller en eksport av sporet fra Fristvakt.")
    parser.add_argument("folder", type=Path, help="mappen med eksporten (pakket ut)")
    parser.add_argument("--key", action="append", default=[], help="virksomhetens offentlige nøkkel")
    asked = parser.parse_args()
    try:
        count = verify(asked.folder, {key.strip().lower() for key in asked.key})
    except Broken as error:
        print(f"Dette er ingen hel eksport: {error}")
        return 2
    print("Sporet holder." if not count else f"Sporet holder ikke: {count} feil.")
    return 1 if count else 0


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main())
