"""Addresses as headers and envelopes carry them."""

from __future__ import annotations

from email.errors import MessageError
from email.headerregistry import Address

from calendars.ical.text import one_line

_NAME = 120


class UnusableAddress(ValueError):
    """An e-mail address that no mail can be sent to."""


def mailbox(name: str, address: str) -> Address:
    """Give name and address for a header; the name on one line without hidden characters.

    Raises `UnusableAddress`.
    """
    local, _, domain = bare(address).rpartition("@")
    try:
        if local.isascii():
            return Address(one_line(name, _NAME), addr_spec=f"{local}@{domain}")
        # RFC 6532 lets letters like æ stand before the @; the library checks only what is ASCII
        Address(addr_spec="".join(char if char.isascii() else "x" for char in local) + f"@{domain}")
        return Address(one_line(name, _NAME), username=local, domain=domain)
    except (ValueError, IndexError, MessageError) as error:
        raise UnusableAddress(f"«{one_line(address)}» is no e-mail address") from error


def bare(address: str) -> str:
    """Give an address for an envelope: a domain with letters like æ in the form that machines use (IDNA)."""
    local, _, domain = address.strip().rpartition("@")
    if not local or not domain:
        raise UnusableAddress(f"«{one_line(address)}» is no e-mail address")
    try:
        return f"{local}@{domain if domain.isascii() else domain.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        raise UnusableAddress(f"«{one_line(address)}» is no e-mail address") from error
