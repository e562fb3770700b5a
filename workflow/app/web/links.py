"""What a person clicks to subscribe: one address in the ways that calendar programs want it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Links:
    """The address of a feed, and links that add it to the calendars people have."""

    address: str
    webcal: str
    """Apple, Thunderbird and Android programs open it; Outlook does not."""
    google: str
    """Google wants the address as webcal, an https one is taken for an e-mail address."""
    outlook_work: str
    outlook_home: str


def links(address: str, name: str) -> Links:
    """Make the links for a feed with this address and name."""
    webcal = "webcal" + address[address.index(":") :]
    outlook = f"addfromweb?url={quote(address, safe='')}&name={quote(name, safe='')}"
    return Links(
        address=address,
        webcal=webcal,
        google=f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
        outlook_work=f"https://outlook.office.com/calendar/0/{outlook}",
        outlook_home=f"https://outlook.live.com/calendar/0/{outlook}",
    )
