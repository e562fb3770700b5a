"""Answers as the great calendars mail them, made up after what is known of each."""

from __future__ import annotations

import base64
import quopri
from textwrap import dedent
from uuid import UUID

UID = UUID("5b6f1d57-1d7c-5c8e-8c0a-1d6f0a4b2c33")


def calendar(
    *lines: str, uid: object = UID, method: str = "METHOD:REPLY", stamp: str = "20260901T101500Z"
) -> str:
    """Give a calendar with one event of these lines."""
    event = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{stamp}", *lines, "END:VEVENT"]
    around = ["BEGIN:VCALENDAR", "PRODID:-//Prøve//NO", "VERSION:2.0", method]
    return "\r\n".join([*(each for each in around if each), *event, "END:VCALENDAR", ""])


def outlook(answer: str = "ACCEPTED", address: str = "ase@prove.example", uid: object = UID) -> bytes:
    """Exchange: no organizer, base64, upper-case MAILTO, the answer in the summary, odd properties."""
    told = calendar(
        "COMMENT;LANGUAGE=nb-NO:Kommer litt sent\\, men kommer",
        f'ATTENDEE;PARTSTAT={answer};CN="Øvrebø, Åse":MAILTO:{address}',
        "SUMMARY;LANGUAGE=nb-NO:Godtatt: Etatsstyringsmøte",
        "DTSTART;TZID=W. Europe Standard Time:20261014T100000",
        "DTEND;TZID=W. Europe Standard Time:20261014T120000",
        "CLASS:PUBLIC",
        "PRIORITY:5",
        "SEQUENCE:1",
        "X-MICROSOFT-CDO-APPT-SEQUENCE:1",
        "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
        uid=uid,
    )
    coded = base64.encodebytes(told.encode()).decode()
    return _mail(
        "From: =?iso-8859-1?Q?=D8vreb=F8,_=C5se?= <ase@prove.example>",
        'Content-Type: multipart/alternative; boundary="b"',
        body=dedent("""\
            --b
            Content-Type: text/plain; charset="iso-8859-1"

            Kommer

            --b
            Content-Type: text/calendar; charset="utf-8"; method=REPLY
            Content-Transfer-Encoding: base64

            """)
        + coded
        + "\n--b--\n",
    )


def google(answer: str = "DECLINED", address: str = "kari@prove.example") -> bytes:
    """Google: nested parts, the calendar twice (as text and as an attachment), its own organizer."""
    told = calendar(
        "DTSTART:20261014T080000Z",
        "DTEND:20261014T100000Z",
        "ORGANIZER;CN=noe annet:mailto:unknownorganizer@calendar.example",
        f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};CN={address};X-NUM-GUESTS=0:"
        f"mailto:{address}",
        "SEQUENCE:1",
        "STATUS:CONFIRMED",
    )
    body = f"""\
--o
Content-Type: multipart/alternative; boundary="i"

--i
Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes

Kari har avslått

--i
Content-Type: text/calendar; charset="UTF-8"; method=REPLY
Content-Transfer-Encoding: 7bit

{told}
--i--
--o
Content-Type: application/ics; name="invite.ics"
Content-Disposition: attachment; filename="invite.ics"
Content-Transfer-Encoding: base64

{base64.encodebytes(told.encode()).decode()}
--o--
"""
    return _mail("From: Kari <kari@prove.example>", 'Content-Type: multipart/mixed; boundary="o"', body=body)


def apple(answer: str = "TENTATIVE", address: str = "ola@prove.example") -> bytes:
    """Apple: an attendee address of its own with EMAIL beside it, quoted-printable, no method in the type."""
    told = calendar(
        "ORGANIZER;CN=Prøveetaten:mailto:fristvakt@prove.example",
        f"ATTENDEE;CN=Ola;EMAIL={address};PARTSTAT={answer}:/aMTIzNDU2Nzg5/principal/",
        "SEQUENCE:1",
    )
    coded = quopri.encodestring(told.replace("\r\n", "\n").encode()).decode()
    return _mail(
        "From: ola@prove.example",
        "Content-Type: text/calendar; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        body=coded,
    )


def stripped(address: str = "ase@prove.example") -> bytes:
    """A gateway took the type away: only the name tells that it is a calendar, and it has no method."""
    told = calendar(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{address}", "SEQUENCE:1")
    return _mail(
        "From: ase@prove.example",
        'Content-Type: multipart/mixed; boundary="b"',
        body=f'--b\nContent-Type: application/octet-stream; name="SVAR.ICS"\n\n{told}\n--b--\n',
    )


def forwarded(inner: bytes) -> bytes:
    """Somebody sent a mail on, whole."""
    return _mail(
        "From: sekretariat@prove.example",
        'Content-Type: multipart/mixed; boundary="f"',
        body="--f\nContent-Type: message/rfc822\n\n" + inner.decode() + "\n--f--\n",
    )


def _mail(*headers: str, body: str) -> bytes:
    top = [*headers, "To: fristvakt@prove.example", "Subject: Svar", "MIME-Version: 1.0"]
    dated = "Date: Tue, 01 Sep 2026 12:15:10 +0200"
    return ("\n".join([*top, dated, "", ""]) + body).encode()
