"""The walk through a letter's segments: which duty each deadline belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from calendars.language import Context
from workflow.reading import duties, kinds, layout, months, parts, prose, rows, titles
from workflow.reading.actors import Actors
from workflow.reading.columns import divide
from workflow.reading.cutting import FIELD, starts_with_day
from workflow.reading.ledger import Ledger, Phrase
from workflow.reading.mention import Due, Mention, Where
from workflow.reading.norsk import damaged
from workflow.reading.passage import Passage, join
from workflow.reading.references import Reference
from workflow.reading.segments import Assignment, Dump, Field, Heading, Marked, Paragraph, Row, Rows, Segment
from workflow.reading.sentences import sentences

_PART_OF_LAST = damaged(r"^\W*(?:\w*frist|sendes|sendast|leveres|leverast|oversendes|utkast|endelig|endeleg|foreløpig|førebels|del\s?\d|tiltak\s?\d|første|andre|slutt?rap|delrapport|leveringstid|tidspunkt|når|dato|innen|levering)")
_BACKGROUND = damaged(r"^\W*(?:bakgrunn|innledning|innleiing)")
_MODAL = damaged(r"\b(?:skal|må|bes|ber|vil|kan|er|har|ble|vart)\b")
_MOVED = damaged(r"(?:flytt|utsett|utset|endr|forskyv|forskjøv|forleng|utvid)\w*.{0,40}?\b(?:fra|frå)\b(.{4,40}?)(?=\stil\s)")
_ANYTHING = re.compile("")


@dataclass
class Walker:
    """Carries what the text above says: the goal, the headings, the assignment that is described."""

    ledger: Ledger
    actors: Actors
    ids: frozenset[str]
    year: int
    mentions: list[Mention] = field(default_factory=list)
    goal: int | None = None
    headings: list[tuple[int, str]] = field(default_factory=list)
    scope: Mention | None = None
    scope_level: int | None = None
    scope_done: bool = False
    last: Passage | None = None
    last_mention: Mention | None = None
    month: Passage | None = None
    undated: Passage | None = None
    section_number: tuple[int, bool] | None = None
    item_number: tuple[int, bool] | None = None
    intro: str = ""

    def walk(self, segments: list[Segment]) -> list[Mention]:
        """Read the segments in order and give every mention of a duty."""
        from workflow.reading.tables import read_table  # local: the two call one another

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

    @property
    def heading(self) -> str:
        """The nearest heading."""
        return self.headings[-1][1] if self.headings else ""

    def under(self, test: object) -> bool:
        """Whether any heading above passes a test of `layout`."""
        return any(test(text) for _, text in self.headings[-4:])  # type: ignore[operator] # a function of layout

    def context(self, *neighbours: str, cell: bool = False, column: str = "", heading: str = "") -> Context:
        """What the deadline language needs to know of the surroundings."""
        return Context(self.year, heading or self.heading, column, neighbours, cell)

    def _close(self) -> None:
        self.scope, self.scope_level, self.scope_done, self.last_mention, self.last = None, None, False, None, None

    def _heading(self, segment: Heading) -> None:
        text = layout.plain(segment.passage.text)
        level = segment.level or (1 if segment.goal or layout.is_annex(text) else 2 if layout.is_numbered_heading(text) else 3)
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

    def _numbered(self, segment: Heading, text: str) -> None:
        """«2. Ny veileder» under «Oppdrag»: an assignment that has a number in a list and no id."""
        number = layout.list_number(text)
        if self.scope is not None and self.scope.reference is not None:
            return
        if layout.is_outline(text) and segment.goal is None and self.under(layout.is_about_assignments) and not layout.is_about_indicators(text):
            self._close()
            mention = self.new(Where.DESCRIPTION, segment.passage, "assignment", re.sub(r"^[\s\d.]+", "", text))
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
            mention = self.new(Where.DESCRIPTION, segment.passage, "assignment", re.sub(r"^\s*\d+\.?\s+", "", text))
            self.scope, self.scope_level, self.scope_done = mention, segment.level, False
        else:
            self.section_number = number if layout.is_about_assignments(text) else None
            self.item_number = None
            self._close()

    def _ends_scope(self, segment: Heading, text: str) -> bool:
        """Whether a heading ends the description of an assignment: until its deadline is met, few do."""
        if segment.goal is not None or layout.is_annex(text) or layout.is_calendar(text) or layout.is_outline(text):
            return True
        higher = self.scope_level is not None and segment.level is not None and segment.level < self.scope_level
        deeper = self.scope_level is not None and segment.level is not None and segment.level > self.scope_level
        return self.scope_done and (higher or not (deeper or layout.is_inside_assignment(text)))

    def _assignment(self, segment: Assignment) -> None:
        self.headings = [one for one in self.headings if one[0] < (segment.level or 4)]
        self.begin(segment.reference, segment.title, segment.title.text, segment.level)
        for phrase in self.ledger.scan(segment.title, self.context()):
            self.ledger.drop(phrase, "title")

    def begin(self, reference: Reference, place: Passage, title: str, level: int | None = None) -> None:
        """Begin the description of an assignment: what follows belongs to it."""
        is_rd = reference.is_rd or self.under(layout.is_rd)
        mention = self.new(Where.DESCRIPTION, place, "rd_assignment" if is_rd else "assignment", " ".join(title.split()))
        mention.reference, mention.in_rd = reference, is_rd
        self.scope, self.scope_level, self.scope_done = mention, level, False
        self.last_mention = mention

    def new(self, where: Where, title: Passage, kind: str, text: str | None = None) -> Mention:
        """Begin a mention; its title is the passage's words or `text`."""
        raw = " ".join(title.text.split()) if text is None else text
        mention = Mention(where, self.ledger.quote(title), kind, titles.of_row(raw), section=self.heading)
        mention.goal = self.goal if where in (Where.LIST, Where.DESCRIPTION) else None
        self.mentions.append(mention)
        return mention

    def attach(self, mention: Mention, found: list[Due]) -> None:
        """Give a mention its deadlines."""
        for due in found:
            self.ledger.place(due.phrase)
            mention.dues.append(due)

    def row(self, row: Row, columns: tuple[str, ...]) -> Mention | None:
        """A row of a table that has lost its ruling."""
        title, goal = rows.goal_in(row.left.text) if any(layout.GOAL_COLUMN.match(c) for c in columns) or (row.reference and self.under(layout.is_rd)) else (row.left.text, None)
        is_rd = self.under(layout.is_rd) and not self.under(layout.is_calendar)
        meetings = self.under(layout.is_about_meetings) or any(layout.MEETING_COLUMN.match(c) for c in columns)
        is_calendar = self.under(layout.is_calendar) or not row.reference
        found = parts.dues(row.right.text, self.ledger.scan(row.right, self.context(title, cell=True, column="Frist")))
        if not found and not row.reference:
            self._speak(join([row.left, row.right]) if row.right.text else row.left, None)
            return None
        where = Where.MEETINGS if meetings and not row.reference else Where.CALENDAR if is_calendar else Where.LIST
        kind = kinds.of_row(titles.of_row(title), row.reference, is_rd, meetings and not row.reference, False)
        mention = self.new(where, row.left, kind, " ".join(title.split()))
        mention.reference, mention.in_rd = row.reference, is_rd
        mention.goal = goal or (self.goal if row.reference and where is Where.LIST else None)
        self.attach(mention, found)
        self._rest_of_row(mention, row.left)
        return mention

    def _rest_of_row(self, mention: Mention, left: Passage) -> None:
        for phrase in self.ledger.scan(left, self.context()):
            relative = phrase.deadline is not None and phrase.deadline.anchor is not None
            before = left.text[: phrase.start]
            if phrase.deadline is not None and (relative or re.search(r"(?:innen|senest|sein[ae]st|frist\w*:?)\W*$", before)):
                self.attach(mention, [Due("", phrase)])
            else:
                self.ledger.drop(phrase, "title")

    def _dump(self, segment: Dump) -> None:
        from workflow.reading.dumps import rows_of

        for row, goal in rows_of(segment, self.ids):
            mention = self.row(row, tuple(name for name, _ in segment.columns))
            if mention is not None and goal:
                mention.goal = goal
        for name, blocks in segment.columns:
            if not layout.DEADLINE_COLUMN.match(name) and not layout.NUMBER_COLUMN.match(name):
                for block in blocks:
                    self._speak(block, None)
            elif layout.DEADLINE_COLUMN.match(name):
                for block in blocks:
                    for phrase in self.ledger.scan(block, self.context(cell=True, column="Frist")):
                        self.ledger.drop(phrase, "uncertain_place")

    def _field(self, segment: Field) -> None:
        """«Frist …»: belongs to the assignment described, or to the point it stands under."""
        is_part = bool(_PART_OF_LAST.match(segment.label))
        if not is_part and self.scope is None:
            self._settle()
        found = parts.dues(segment.passage.text, self.ledger.scan(segment.passage, self.context(cell=True, column=segment.label)))
        if not is_part and self.scope is None:
            self.last = segment.passage
            if found:
                meetings = self.under(layout.is_about_meetings)
                mention = self.new(Where.CALENDAR, segment.passage, kinds.of_row(segment.label, None, False, False, False), segment.label)
                mention.where = Where.MEETINGS if mention.kind == "meeting" and meetings else Where.CALENDAR
                self.attach(mention, found)
                self.last_mention = mention
            return
        self._attach_field(segment, found)

    def _attach_field(self, segment: Field, found: list[Due]) -> None:
        if not found:
            return
        label = "" if re.match(damaged(r"\W*\w*frist|tidspunkt|dato"), segment.label) and " for " not in segment.label else segment.label
        found = [Due(due.part or parts.of(label, ""), due.phrase) for due in found]
        target = self.scope or self.last_mention
        if target is None and self.last is not None:
            kind = kinds.of_row(titles.of_row(self.last.text), None, False, False, False)
            if kind == "report":
                kind = kinds.of_sentence(self.last.text, [due.phrase.deadline for due in found if due.phrase.deadline])
                kind = "assignment" if kind == "standing_rule" else kind
            target = self.last_mention = self.new(Where.PROSE, self.last, kind, titles.of_sentence(self.last.text, [], self.actors.is_us))
            target.context = self.last.text
        if target is None:
            for due in found:
                self.ledger.drop(due.phrase, "no_duty_found")
            return
        self.undated = None
        self.attach(target, found)
        self.scope_done = self.scope is not None

    def _paragraph(self, segment: Paragraph) -> None:
        passage = segment.passage.strip()
        if (self.month is not None and self._in_month(passage)) or self._date_first(passage) or self._listed(passage, segment.bullet):
            return
        before = len(self.mentions)
        self.intro = self.intro if segment.bullet else ""
        dated = self._speak(passage, self.scope)
        self.intro = passage.text if passage.text.endswith(":") else self.intro
        self.last = passage
        self.last_mention = self.mentions[-1] if len(self.mentions) > before else None
        if not dated and self.month is not None and self.under(layout.is_calendar) and len(passage.text) < 200:
            self.undated = passage

    def _in_month(self, passage: Passage) -> bool:
        """A line under the name of a month: «15.  Årsrapport», «Uke 7: Kontaktmøte», «Ultimo: Oversikt»."""
        cut = months.item(passage.text)
        if cut is None or self.month is None:
            return False
        day, title = passage.part(0, cut[0]), passage.part(cut[1], len(passage.text))
        words = months.full(day.text, self.month.text)
        context = self.context(title.text, cell=True, column="Dato")
        phrases = self.ledger.scan_as(day, words, context) if words else self.ledger.scan(day, context)
        found = parts.dues(words or day.text, phrases)
        if not found:
            return False
        mention = self.new(Where.CALENDAR, title, kinds.of_row(titles.of_row(title.text), None, False, False, False))
        self.attach(mention, found)
        self._rest_of_row(mention, title)
        self.last, self.last_mention = title, mention
        return True

    def _settle(self) -> None:
        """An item under a month's heading that got no deadline of its own is due in that month."""
        passage, self.undated = self.undated, None
        if passage is None or self.month is None:
            return
        found = parts.dues(self.month.text, self.ledger.scan(self.month, self.context(cell=True, column="Måned")))
        if found:
            kind = kinds.of_row(titles.of_row(passage.text), None, False, False, False)
            self.attach(self.new(Where.CALENDAR, passage, kind), found)

    def _listed(self, passage: Passage, is_bullet: bool) -> bool:
        """A point of a calendar: «Årsrapport – 15. mars», «15. mars: Årsrapport»."""
        if self.scope is not None or not (is_bullet or self.under(layout.is_calendar)) or len(passage.text) > 300:
            return False
        left, right = divide(passage)
        title = left.text[layout.bullet(left.text) :]
        if right.text and len(title.strip()) > 2 and not _MODAL.search(title) and "\n" not in right.text:
            self.last_mention = self.row(Row(left, right), ())
            self.last = passage
            return True
        return False

    def _date_first(self, passage: Passage) -> bool:
        """«15. mars: Årsrapport»."""
        title = starts_with_day(passage.text)
        if self.scope is not None or not title:
            return False
        begin = layout.bullet(passage.text)
        self.last_mention = self.row(Row(passage.part(title, len(passage.text)), passage.part(begin, title)), ())
        self.last = passage
        return True

    def _speak(self, passage: Passage, scope: Mention | None) -> bool:
        """Running text, sentence by sentence; tells whether a deadline was placed."""
        placed, previous = False, ""
        for sentence in sentences(passage):
            placed |= self._sentence(sentence, previous, scope, passage.text)
            previous = sentence.text
        return placed

    def speak(self, passage: Passage, scope: Mention | None) -> bool:
        """The same, for the text in a table's cell."""
        return self._speak(passage, scope)

    def _sentence(self, sentence: Passage, previous: str, scope: Mention | None, paragraph: str) -> bool:
        moved = _MOVED.search(sentence.text)
        if moved:
            for phrase in self.ledger.scan(sentence.part(0, moved.end(1)), self.context(previous)):
                self.ledger.drop(phrase, "moved_from")
            sentence = sentence.part(moved.end(1), len(sentence.text))
        opener = FIELD.match(sentence.text) if not moved else _ANYTHING.match(sentence.text)
        is_field = bool(opener) and (scope is not None or len(sentence.text) < 70)
        phrases = self.ledger.scan(sentence, self.context(previous, cell=is_field, column="Frist" if is_field else ""))
        good = [phrase for phrase in phrases if self._counts(phrase, sentence.text, scope, is_field)]
        if not good:
            return False
        found = parts.dues(sentence.text, good, prose=not is_field)
        if scope is not None:
            self.attach(scope, found)
            self.scope_done |= is_field
            return True
        if is_field and self.last_mention is not None:
            self.attach(self.last_mention, found)
            return True
        for words, some in [(previous, found)] if is_field and previous else duties.split(sentence.text, found):
            kind = kinds.of_sentence(words, [due.phrase.deadline for due in some if due.phrase.deadline])
            cuts = [] if words is not sentence.text else [(p.start, p.end) for p in good]
            title = titles.of_sentence(words, cuts, self.actors.is_us)
            mention = self.new(Where.PROSE, sentence, kind, title or self.heading)
            mention.context = f"{paragraph} {self.heading}"
            self.attach(mention, some)
        return True

    def _counts(self, phrase: Phrase, sentence: str, scope: Mention | None, is_field: bool) -> bool:
        if is_field and phrase.deadline is not None:
            return True
        inside = scope is not None and not _BACKGROUND.match(self.heading)
        lead = f"{self.intro} " if self.intro and not _MODAL.search(sentence) else ""
        reason = prose.verdict(phrase, lead + sentence, len(lead) + phrase.start, self.actors, inside)
        if reason:
            self.ledger.drop(phrase, reason)
        return not reason
