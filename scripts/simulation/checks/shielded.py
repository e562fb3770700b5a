"""What is shielded (offentleglova section 15) leaves in no mail but its owner's and deputy's."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.simulation.arrived import Arrived
from scripts.simulation.checks.wording import duty_name, mail_name
from scripts.simulation.evidence import Evidence, Violation
from scripts.simulation.oracle.history import Story


def shielded_titles_stay(evidence: Evidence) -> Iterator[Violation]:
    """A shielded title stands in no mail to others, and in nobody's subject."""
    shielded = [story for story in evidence.stories.values() if _ever(story)]
    for mail in evidence.arrived:
        for story in shielded:
            if story.is_shielded(mail.at) and _shows(evidence, story, mail):
                yield Violation("skjermet tittel", f"{mail_name(mail)}: {duty_name(evidence, story.id)}")


def _ever(story: Story) -> bool:
    return any(story.is_shielded(event.timestamp) for event in story.events)


def _shows(evidence: Evidence, story: Story, mail: Arrived) -> bool:
    title = _plain(story.title(mail.at))
    if title in _plain(mail.subject):
        return True
    near = {story.owner(mail.at)[0], story.deputy(mail.at)}
    trusted = {evidence.office.ids.get(person) for person in near}
    return mail.recipient not in trusted and title in _plain(mail.everything)


def _plain(text: str) -> str:
    """Fold line breaks and case; a calendar folds its lines, so those are joined too."""
    return " ".join(text.replace("\r\n ", "").replace("\n ", "").split()).casefold()
