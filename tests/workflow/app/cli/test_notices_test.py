"""`fristvakt notices test`: what an administrator sees of a mail server that works, and of one that fails."""

from __future__ import annotations

from tests.kit.command_line import CONTROLLER, CommandLine
from tests.kit.mail_server import HOST, Fault, MailServer


def _reaching(fristvakt: CommandLine, server: MailServer, **more: str) -> CommandLine:
    fristvakt.environment |= {
        "FRISTVAKT_MAIL_HOST": HOST,
        "FRISTVAKT_MAIL_PORT": str(server.port),
        "FRISTVAKT_MAIL_SECURITY": "none",
        "FRISTVAKT_MAIL_FROM": "Fristvakt <fristvakt@prove.example>",
        **more,
    }
    return fristvakt


def test_testing_an_address_sends_a_specimen_of_every_mail(fristvakt: CommandLine) -> None:
    """Each arrives, and the server's words are shown."""
    with MailServer() as server:
        printed = _reaching(fristvakt, server).done("notices", "test", "ny@prove.example")
    assert len(server.received) == 14
    assert {mail.recipients for mail in server.received} == {("ny@prove.example",)}
    assert printed.out.count("250 OK: queued") == 14
    assert "Eksempel: årsrapport" in printed.out


def test_testing_an_address_of_the_directory_writes_in_that_persons_language(fristvakt: CommandLine) -> None:
    """Åse reads nynorsk, and is called by her name."""
    with MailServer() as server:
        _reaching(fristvakt.with_people(), server).done("notices", "test", "ASE@prove.example")
    assert {mail.message["Content-Language"] for mail in server.received} == {"nn"}
    assert "Hei, Åse Øvrebø." in server.received[0].text


def test_testing_twice_sends_mails_that_are_not_taken_for_each_other(fristvakt: CommandLine) -> None:
    """Mail programs drop what has the Message-ID of something they have."""
    with MailServer() as server:
        for _ in range(2):
            _reaching(fristvakt, server).done("notices", "test", CONTROLLER)
    assert len({mail.message["Message-ID"] for mail in server.received}) == 28


def test_testing_where_a_mail_is_refused_says_which_and_fails(fristvakt: CommandLine) -> None:
    """The others are shown as taken."""
    with MailServer(Fault("DOT", "550 5.7.1 no thanks", skip=2, times=1)) as server:
        printed = _reaching(fristvakt, server)("notices", "test", CONTROLLER)
    assert printed.code == 1
    assert "1 av 14 prøver ble ikke tatt imot" in printed.err
    (line,) = [each for each in printed.out.splitlines() if "5.7.1 no thanks" in each]
    assert "Fristen er brutt" in line
    assert "avvist" in line


def test_testing_where_nothing_listens_says_so_in_the_readers_language(fristvakt: CommandLine) -> None:
    """A sentence about the server, not a stack of errors."""
    with MailServer() as server:
        _reaching(fristvakt, server, FRISTVAKT_LANGUAGE="nn")
    printed = fristvakt("notices", "test", CONTROLLER, "--format", "json")
    assert printed.code == 1
    assert {each["answer"] for each in printed.json} == {"deferred"}
    assert printed.json[0]["words"] == f"ikkje samband med {HOST}:{server.port}: Connection refused"


def test_testing_a_broken_template_names_it_and_sends_ours(fristvakt: CommandLine) -> None:
    """The administrator sees file, line and reason; the recipient a whole mail."""
    (fristvakt.home / "maler").mkdir()
    (fristvakt.home / "maler" / "oral.html").write_text("<p>\n{{ it.nothing }}</p>", "utf-8")
    with MailServer() as server:
        reaching = _reaching(fristvakt, server, FRISTVAKT_TEMPLATES=str(fristvakt.home / "maler"))
        printed = reaching.done("notices", "test", CONTROLLER)
    assert "oral.html, line 2" in printed.err
    assert "Oppdraget ble gitt muntlig" in server.received[7].text


def test_testing_in_test_mode_tells_where_everything_goes(fristvakt: CommandLine) -> None:
    """Nobody wonders where the specimens went."""
    with MailServer() as server:
        reaching = _reaching(fristvakt, server, FRISTVAKT_MAIL_REDIRECT_TO="alt@prove.example")
        printed = reaching.done("notices", "test", CONTROLLER)
    assert "All e-post går til alt@prove.example" in printed.out
    assert {mail.recipients for mail in server.received} == {("alt@prove.example",)}


def test_testing_without_a_server_says_what_to_write(fristvakt: CommandLine) -> None:
    """Mail is off until somebody names a server."""
    assert "FRISTVAKT_MAIL_HOST=" in fristvakt.refused("notices", "test", CONTROLLER)


def test_testing_what_is_no_address_is_refused(fristvakt: CommandLine) -> None:
    """Before anything is sent."""
    with MailServer() as server:
        sentence = _reaching(fristvakt, server).refused("notices", "test", "kari")
    assert "«kari» er ikke en e-postadresse" in sentence
    assert server.connections == 0
