"""The walk through a letter's segments: which duty each deadline belongs to."""

from __future__ import annotations

import re

from workflow.reading import kinds, labels, layout, parties, parts, sentences, titles
from workflow.reading.list_reader import ListReader
from workflow.reading.mention import Due, Mention, Where
from workflow.reading.norsk import damaged
from workflow.reading.passage import Passage
from workflow.reading.segments import Assignment, Dump, Field, Heading, Marked, Paragraph, Rows, Segment
from workflow.reading.tables import read_table

_PART_OF_LAST = damaged(
    r"^\W*(?:\w*frist|sendes|sendast|leveres|leverast|oversendes|utkast|endelig|endeleg|foreløpig"
    r"|førebels|del\s?\d|tiltak\s?\d|første|andre|slutt?rap|delrapport|leveringstid|rapporterings\w+"
    r"|ferdigstilles|milepæl"
    r"|tidspunkt|når|dato"
    r"|innen|levering)"
)

_NAMED_POINT = re.compile(r"\W*(?P<name>[A-ZÆØÅ][^.:;,\n]{2,50})\.\*{0,2}\s+(?=[A-ZÆØÅ])")
_NAME_WORDS = 4


class Walker(ListReader):
    """Takes each segment in order."""

    def walk(self, segments: list[Segment]) -> list[Mention]:
        """Read the segments in order and give every mention of a duty."""
        for segment in segments:
            if not isinstance(segment, Field):
                self._settle()
            match segment:
                case Heading():
                    self._heading(segment)
                case Assignment():
                    self._assignment(segment)
                case Rows():
                    self._close()
                    self.row_month = ""
                    for row in segment.rows:
                        self.row(row, segment.columns)
                case Dump():
                    self._close()
                    self._dump(segment)
                case Field():
                    self._field(segment)
                case Paragraph():
                    self._paragraph(segment)
                case Marked():
                    read_table(self, segment)
        self._settle()
        return self.mentions

    def _heading(self, segment: Heading) -> None:
        text = layout.plain(segment.passage.text)
        if labels.heads_stages(text) and self._open_stages(text):
            return
        level = segment.level or layout.depth(text, segment.goal)
        if segment.goal is not None:
            self.goal = segment.goal
        elif layout.is_annex(text):
            self.goal = None
        if self._ends_scope(segment, text):
            self._close()
        self._numbered(segment, text)
        if layout.MONTH_LINE.match(text):
            self.month = segment.passage
        elif not (segment.level and self.headings and segment.level > self.headings[-1][0]):
            self.month = None
        self.headings = [one for one in self.headings if one[0] < level] + [(level, text)]
        self.last = segment.passage
        self.last_mention, self.intro = None, text if text.endswith(":") else ""
        for phrase in self.ledger.scan(segment.passage, self.context()):
            self.ledger.drop(phrase, "heading")

    def _open_stages(self, text: str) -> bool:
        """«Milepæler:» under the name of a piece of work: what is listed below are its stages."""
        if self.scope is None:
            if self.last is None or not self.heading or layout.plain(self.last.text) != self.heading:
                return False
            if labels.names_section(self.heading):
                return False
            self.scope = self.new(Where.DESCRIPTION, self.last, "assignment", titles.unnumbered(self.heading))
            self.scope_level = self.headings[-1][0]
        self.intro, self.last_mention = text, self.scope
        return True

    def _numbered(self, segment: Heading, text: str) -> None:
        """«2. Ny veileder» under «Oppdrag»: an assignment that has a number in a list and no id."""
        number = layout.list_number(text)
        if self.scope is not None and self.scope.reference is not None:
            return
        if (
            layout.is_outline(text)
            and segment.goal is None
            and self.under(layout.is_about_assignments)
            and not layout.is_about_indicators(text)
        ):
            self._close()
            mention = self.new(
                Where.DESCRIPTION, segment.passage, "assignment", re.sub(r"^[\s\d.]+", "", text)
            )
            self.scope, self.scope_level = mention, segment.level
            return
        if number is None or segment.goal is not None:
            if segment.level is not None or layout.is_annex(text):
                self.section_number = self.item_number = None
            if segment.level is not None and layout.is_about_assignments(text):
                self.section_number = (0, False)
            return
        follows = self.item_number is not None and number == (self.item_number[0] + 1, self.item_number[1])
        begins = self.section_number is not None and number[0] == 1 and self.item_number is None
        if follows or begins:
            self.item_number = number
            mention = self.new(
                Where.DESCRIPTION, segment.passage, "assignment", re.sub(r"^\s*\d+\.?\s+", "", text)
            )
            self.scope, self.scope_level, self.scope_done = mention, segment.level, False
        else:
            self.section_number = number if layout.is_about_assignments(text) else None
            self.item_number = None
            self._close()

    def _ends_scope(self, segment: Heading, text: str) -> bool:
        """Whether a heading ends the description of an assignment: until its deadline is met, few do."""
        if (
            segment.goal is not None
            or layout.is_annex(text)
            or layout.is_calendar(text)
            or layout.is_outline(text)
        ):
            return True
        number = layout.list_number(text)
        if self.scope is not None and self.scope.reference and number and number[0] == self.sub_number + 1:
            self.sub_number += 1
            return False
        higher = (
            self.scope_level is not None and segment.level is not None and segment.level < self.scope_level
        )
        deeper = (
            self.scope_level is not None and segment.level is not None and segment.level > self.scope_level
        )
        return self.scope_done and (higher or not (deeper or layout.is_inside_assignment(text)))

    def _assignment(self, segment: Assignment) -> None:
        self.headings = [one for one in self.headings if one[0] < (segment.level or 4)]
        self.begin(segment.reference, segment.title, segment.title.text, segment.level)
        for phrase in self.ledger.scan(segment.title, self.context()):
            self.ledger.drop(phrase, "title")

    def _field(self, segment: Field) -> None:
        """«Frist …»: belongs to the assignment described, or to the point it stands under."""
        is_part = bool(_PART_OF_LAST.match(segment.label))
        if not is_part and self.scope is None:
            self._settle()
        found = parts.dues(
            segment.passage.text,
            self.ledger.scan(segment.passage, self.context(cell=True, column=segment.label)),
        )
        if not is_part and self.scope is None:
            self.last = segment.passage
            if found:
                meetings = self.under(layout.is_about_meetings)
                mention = self.new(
                    Where.CALENDAR,
                    segment.passage,
                    kinds.of_row(segment.label, None, False, False, False),
                    segment.label,
                )
                mention.where = Where.MEETINGS if mention.kind == "meeting" and meetings else Where.CALENDAR
                self.attach(mention, found)
                self.last_mention = mention
            return
        self._attach_field(segment, found)

    def _attach_field(self, segment: Field, found: list[Due]) -> None:
        if not found:
            return
        label = (
            ""
            if re.match(damaged(r"\W*\w*frist|tidspunkt|dato"), segment.label)
            and " for " not in segment.label
            else segment.label
        )
        found = [Due(due.part or parts.of(label, ""), due.phrase) for due in found]
        target = self.scope or self.last_mention
        if target is None and self.last is not None:
            kind = kinds.of_row(titles.of_row(self.last.text), None, False, False, False)
            if kind == "report":
                kind = kinds.of_sentence(
                    self.last.text, [due.phrase.deadline for due in found if due.phrase.deadline]
                )
                kind = "assignment" if kind == "standing_rule" else kind
            target = self.last_mention = self.new(
                Where.PROSE, self.last, kind, titles.of_sentence(self.last.text, [], self.actors.is_us)
            )
            target.context = self.last.text
        if target is None:
            for due in found:
                self.ledger.drop(due.phrase, "no_duty_found")
            return
        self.undated = None
        self.attach(target, found)
        self.scope_done = self.scope is not None

    def _paragraph(self, segment: Paragraph) -> None:
        points = sentences.run_in_points(segment.passage.strip())
        for point in points:
            self._point_or_text(point, segment.bullet or len(points) > 1)

    def _point_or_text(self, passage: Passage, is_bullet: bool) -> None:
        if labels.is_note(passage.text):
            self._note(passage)
            return
        if (
            (self.month is not None and self._in_month(passage))
            or self._date_first(passage)
            or self._listed(passage, is_bullet)
        ):
            return
        before = len(self.mentions)
        self.intro = self.intro if is_bullet else ""
        self.point = self._named_point(passage) if is_bullet and self.scope is None else None
        dated = self._speak(passage, self.scope)
        self.point = None
        self.intro = passage.text if passage.text.endswith(":") else self.intro
        self.last = passage
        self.last_mention = self.mentions[-1] if len(self.mentions) > before else None
        if (
            not dated
            and self.month is not None
            and self.under(layout.is_calendar)
            and len(passage.text) < 200
        ):
            self.undated = passage

    def _named_point(self, passage: Passage) -> Mention | None:
        """A point of a list that begins with its own name and a full stop, and then says more."""
        found = _NAMED_POINT.match(passage.text[layout.bullet(passage.text) :])
        if found is None or len(found["name"].split()) > _NAME_WORDS:
            return None
        kind = kinds.of_row(titles.of_row(found["name"]), None, False, False, False)
        if kind == "report":
            kind = kinds.of_sentence(passage.text, [])
        return self.new(Where.PROSE, passage, kind, found["name"])

    def _note(self, passage: Passage) -> None:
        """«Oppstart: 1. februar», «Ansvarlig: …»: what is said of the point above, and no deadline."""
        for phrase in self.ledger.scan(passage, self.context()):
            self.ledger.drop(phrase, "period")
        target = self.scope or self.last_mention
        if target is not None and not target.led_by:
            target.led_by = parties.named_leader(passage.text, self.actors.is_us)

    def _settle(self) -> None:
        """An item under a month's heading that got no deadline of its own is due in that month."""
        passage, self.undated = self.undated, None
        if passage is None or self.month is None:
            return
        found = parts.dues(
            self.month.text, self.ledger.scan(self.month, self.context(cell=True, column="Måned"))
        )
        if found:
            kind = kinds.of_row(titles.of_row(passage.text), None, False, False, False)
            self.attach(self.new(Where.CALENDAR, passage, kind), found)
