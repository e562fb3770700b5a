"""The post against real servers that accept, refuse, hang and break off."""

from __future__ import annotations

from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from uuid import UUID

import pytest

from tests.kit.mail_server import HOST, Fault, MailServer
from workflow.app.mail.opening import post_of
from workflow.app.mail.settings import MailSettings, Security
from workflow.notices.messages.addresses import mailbox
from workflow.notices.post import Answer, Delivery, Outgoing

PATIENT, HASTY = 20.0, 0.4
LOGIN = ("fristvakt", "hemmelig-æøå")


def _mail(number: int, address: str = "") -> Outgoing:
    to = address or f"person{number}@prove.example"
    message = EmailMessage(policy=SMTP)
    message["Subject"] = f"Frist {number}"
    message["From"] = Address("Fristvakt", addr_spec="fristvakt@prove.example")
    message["To"] = mailbox(f"Person {number}", to)
    message.set_content("Hei.\n.\nHa det.\n")
    return Outgoing(UUID(int=number), message, (to,))


def _mails(count: int) -> list[Outgoing]:
    return [_mail(number) for number in range(1, count + 1)]


def _settings(
    port: int,
    *,
    host: str = HOST,
    security: Security = "none",
    timeout: float = PATIENT,
    login: tuple[str, str] = ("", ""),
    authority: Path | None = None,
    redirect_to: str = "",
) -> MailSettings:
    return MailSettings(
        host=host,
        port=port,
        security=security,
        sender="fristvakt@prove.example",
        sender_name="Fristvakt",
        user=login[0],
        password=login[1],
        authority=authority,
        timeout=timeout,
        redirect_to=redirect_to,
    )


def _deliver(server: MailServer, mails: Sequence[Outgoing], timeout: float = PATIENT) -> list[Delivery]:
    return list(post_of(_settings(server.port, timeout=timeout)).deliver(mails))


def _answers(deliveries: Sequence[Delivery]) -> str:
    """Give the answers as letters: A accepted, D deferred, R refused."""
    return "".join(each.answer.value[0].upper() for each in deliveries)


def _arrived(server: MailServer) -> list[str]:
    return [str(mail.message["Subject"]).removeprefix("Frist ") for mail in server.received]


def test_delivering_two_hundred_mails_uses_one_connection() -> None:
    """Each reaches its own recipient only, whole, and over the one connection."""
    with MailServer() as server:
        deliveries = _deliver(server, _mails(200))
    assert _answers(deliveries) == "A" * 200
    assert [each.id for each in deliveries] == [UUID(int=number) for number in range(1, 201)]
    assert [mail.recipients for mail in server.received] == [mail.to for mail in _mails(200)]
    assert server.received[0].message.get_content().splitlines() == ["Hei.", ".", "Ha det."]
    assert server.connections == 1


def test_delivering_nothing_connects_to_nobody() -> None:
    """Nothing to say is no reason to call."""
    with MailServer() as server:
        assert _deliver(server, []) == []
    assert server.connections == 0


def test_delivering_tells_of_each_before_the_next_is_sent() -> None:
    """Whoever records what came of a mail can do so before anything else happens."""
    with MailServer() as server:
        deliveries = post_of(_settings(server.port)).deliver(_mails(3))
        next(deliveries)
        assert _arrived(server) == ["1"]


@pytest.mark.parametrize("at", ["MAIL", "RCPT", "DATA", "DOT"])
def test_answering_4xx_defers_that_mail_only(at: str) -> None:
    """The others go out, over the same connection."""
    with MailServer(Fault(at, "451 4.3.2 later", skip=1, times=1)) as server:
        deliveries = _deliver(server, _mails(3))
    assert _answers(deliveries) == "ADA"
    assert (deliveries[1].code, deliveries[1].text) == (451, "4.3.2 later")
    assert _arrived(server) == ["1", "3"]
    assert server.connections == 1


@pytest.mark.parametrize("at", ["RCPT", "DATA", "DOT"])
def test_answering_5xx_refuses_that_mail_only(at: str) -> None:
    """What the server says stands in the answer."""
    with MailServer(Fault(at, "550 5.1.1 no such person", skip=1, times=1)) as server:
        deliveries = _deliver(server, _mails(3))
    assert _answers(deliveries) == "ARA"
    assert (deliveries[1].code, deliveries[1].text) == (550, "5.1.1 no such person")
    assert _arrived(server) == ["1", "3"]


def test_refusing_the_sender_defers_since_it_is_not_about_the_mail() -> None:
    """A wrong sender is the installation's mistake, and costs no notice."""
    with MailServer(Fault("MAIL", "550 5.7.1 you may not send")) as server:
        assert _answers(_deliver(server, _mails(2))) == "DD"


def test_refusing_a_mail_for_its_size_refuses_it() -> None:
    """552 at the sender is about this mail, and it will be no smaller tomorrow."""
    with MailServer(Fault("MAIL", "552 5.3.4 too large", times=1)) as server:
        assert _answers(_deliver(server, _mails(2))) == "RA"


@pytest.mark.parametrize(("at", "arrived"), [("MAIL", "13"), ("DATA", "13"), ("DOT", "13"), ("keep", "123")])
def test_breaking_off_mid_mail_defers_it_and_goes_on_over_a_new_connection(at: str, arrived: str) -> None:
    """Also when the server had taken the mail before it broke: nobody told us, so it goes again."""
    fault = Fault("DOT", "keep and drop") if at == "keep" else Fault(at, "drop")
    fault.skip, fault.times = 1, 1
    with MailServer(fault) as server:
        deliveries = _deliver(server, _mails(3))
    assert _answers(deliveries) == "ADA"
    assert deliveries[1].code is None
    assert "".join(_arrived(server)) == arrived
    assert server.connections == 2


def test_breaking_off_twice_defers_all_that_is_left() -> None:
    """A server that falls over every mail is left in peace."""
    with MailServer(Fault("DOT", "drop")) as server:
        deliveries = _deliver(server, _mails(5))
    assert _answers(deliveries) == "DDDDD"
    assert server.connections == 2
    assert "ikke forsøkt" in deliveries[-1].text


def test_closing_with_421_defers_the_mail_and_goes_on() -> None:
    """421 says that the connection is over, not that the mail is wrong."""
    with MailServer(Fault("RCPT", "421 4.3.2 going down", skip=1, times=1)) as server:
        deliveries = _deliver(server, _mails(3))
    assert _answers(deliveries) == "ADA"
    assert server.connections == 2


@pytest.mark.parametrize("at", ["CONNECT", "EHLO", "MAIL", "DATA", "DOT"])
def test_hanging_defers_after_the_timeout(at: str) -> None:
    """No wait is without an end, wherever the server stops answering."""
    with MailServer(Fault(at, "hang")) as server:
        deliveries = _deliver(server, _mails(3), timeout=HASTY)
    assert _answers(deliveries) == "DDD"
    assert "svarer ikke innen 0.4 sekunder" in deliveries[0].text
    assert server.received == []


def test_hanging_once_defers_one_and_sends_the_rest() -> None:
    """The connection that hung is not used again."""
    with MailServer(Fault("DOT", "hang", skip=1, times=1)) as server:
        deliveries = _deliver(server, _mails(3), timeout=HASTY)
    assert _answers(deliveries) == "ADA"
    assert server.connections == 2


def test_answering_slowly_is_waited_for() -> None:
    """Slow is not broken."""
    with MailServer(Fault("MAIL", "slow", times=1), Fault("DOT", "slow", times=1)) as server:
        assert _answers(_deliver(server, _mails(2))) == "AA"


@pytest.mark.parametrize("reply", ["421 4.3.2 too busy", "554 5.3.2 not open"])
def test_greeting_with_a_refusal_defers_everything(reply: str) -> None:
    """A server that takes no mail says nothing about ours."""
    with MailServer(Fault("CONNECT", reply)) as server:
        deliveries = _deliver(server, _mails(2))
    assert _answers(deliveries) == "DD"
    assert reply in deliveries[0].text
    assert server.connections == 1


def test_dropping_at_the_greeting_defers_everything() -> None:
    """It is asked once, not once a mail."""
    with MailServer(Fault("CONNECT", "drop")) as server:
        assert _answers(_deliver(server, _mails(3))) == "DDD"
    assert server.connections == 1


def test_finding_no_server_defers_everything_with_one_sentence() -> None:
    """It names the server and the port, once known what is wrong."""
    with MailServer() as server:
        port = server.port
    deliveries = list(post_of(_settings(port)).deliver(_mails(2)))
    assert _answers(deliveries) == "DD"
    assert {each.text for each in deliveries} == {f"ingen forbindelse med {HOST}:{port}: Connection refused"}


def test_finding_no_such_machine_defers_everything() -> None:
    """A misspelt name is told by its name."""
    settings = _settings(25, host="finnes-ikke.invalid")
    deliveries = list(post_of(settings, "nn").deliver(_mails(1)))
    assert _answers(deliveries) == "D"
    assert deliveries[0].text == "inga maskin heiter finnes-ikke.invalid"


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_delivering_encrypted_and_logged_in_arrives_so(security: Security, tmp_path: Path) -> None:
    """The certificate is checked against the authority of the settings."""
    with MailServer(security=security, login=LOGIN) as server:
        authority = server.certificate(tmp_path)
        settings = _settings(server.port, security=security, login=LOGIN, authority=authority)
        deliveries = list(post_of(settings).deliver(_mails(2)))
    assert _answers(deliveries) == "AA"
    assert {(mail.encrypted, mail.user) for mail in server.received} == {(True, LOGIN[0])}


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_meeting_an_unknown_certificate_sends_nothing(security: Security) -> None:
    """Without the authority nobody vouches for the server, and it gets neither login nor mail."""
    with MailServer(security=security, login=LOGIN) as server:
        settings = _settings(server.port, security=security, login=LOGIN)
        deliveries = list(post_of(settings).deliver(_mails(2)))
    assert _answers(deliveries) == "DD"
    assert "er ikke til å stole på" in deliveries[0].text
    assert server.received == []


def test_meeting_another_machines_certificate_sends_nothing(tmp_path: Path) -> None:
    """The name in the certificate has to be that of the server we called."""
    server = MailServer(security="tls")
    server.names = ["annen.example"]
    with server:
        settings = _settings(server.port, security="tls", authority=server.certificate(tmp_path))
        deliveries = list(post_of(settings).deliver(_mails(1)))
    assert _answers(deliveries) == "D"
    assert "sertifikatet" in deliveries[0].text
    assert server.received == []


def test_asking_for_starttls_where_there_is_none_sends_nothing() -> None:
    """Nothing goes in the clear that was to be encrypted."""
    with MailServer() as server:
        deliveries = list(post_of(_settings(server.port, security="starttls")).deliver(_mails(1)))
    assert _answers(deliveries) == "D"
    assert server.received == []


def test_logging_in_with_a_wrong_password_defers_and_tells_it_nowhere(tmp_path: Path) -> None:
    """The password is the installation's to put right; it never stands in an answer."""
    with MailServer(security="starttls", login=LOGIN) as server:
        settings = _settings(
            server.port,
            security="starttls",
            login=(LOGIN[0], "gal-passfrase"),
            authority=server.certificate(tmp_path),
        )
        deliveries = list(post_of(settings).deliver(_mails(2)))
    assert _answers(deliveries) == "DD"
    assert deliveries[0].code == 535
    assert "godtar ikke innloggingen" in deliveries[0].text
    assert "gal-passfrase" not in deliveries[0].text + repr(settings)


def test_sending_without_the_login_that_is_required_defers() -> None:
    """530 comes at the sender, and is about us."""
    with MailServer(login=LOGIN) as server:
        assert _answers(_deliver(server, _mails(1))) == "D"


def test_addressing_a_local_part_beyond_ascii_uses_smtputf8() -> None:
    """Whoever has æøå before the @ gets mail where the server can."""
    with MailServer() as server:
        deliveries = _deliver(server, [_mail(1, "åse@prove.example"), _mail(2)])
    assert _answers(deliveries) == "AA"
    assert [mail.recipients for mail in server.received] == [
        ("åse@prove.example",),
        ("person2@prove.example",),
    ]


def test_addressing_it_where_the_server_cannot_refuses_that_mail_only() -> None:
    """A server without SMTPUTF8 never will, and the others are not held up."""
    with MailServer() as server:
        server.smtputf8 = False
        deliveries = _deliver(server, [_mail(1, "åse@prove.example"), _mail(2)])
    assert _answers(deliveries) == "RA"


def test_refusing_one_of_several_addresses_is_told_with_the_acceptance() -> None:
    """The mail has gone to somebody, so it must not go again."""
    mail = _mail(1)
    both = Outgoing(mail.id, mail.message, ("en@prove.example", "to@prove.example"))
    with MailServer(Fault("RCPT", "550 unknown", only="to@prove.example")) as server:
        (delivery,) = _deliver(server, [both])
    assert (delivery.answer, server.received[0].recipients) == (Answer.ACCEPTED, ("en@prove.example",))
    assert "550 unknown" in delivery.text


def test_redirecting_sends_all_to_one_address_and_tells_whom_it_was_for() -> None:
    """In test mode nothing reaches anybody else, by envelope or by header."""
    with MailServer() as server:
        settings = _settings(server.port, redirect_to="prove@prove.example")
        deliveries = list(post_of(settings).deliver(_mails(2)))
    assert [each.id for each in deliveries] == [UUID(int=1), UUID(int=2)]
    assert {mail.recipients for mail in server.received} == {("prove@prove.example",)}
    assert {str(mail.message["To"]) for mail in server.received} == {"prove@prove.example"}
    assert str(server.received[1].message["Subject"]) == "[person2@prove.example] Frist 2"
