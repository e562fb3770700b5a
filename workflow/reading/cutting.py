"""A letter's lines cut into segments: headings, assignments, rows, fields, paragraphs, tables."""

from __future__ import annotations

import re

from workflow.reading import gap_tables, labels, layout, references
from workflow.reading.columns import divide, is_deadline
from workflow.reading.due_heads import DueHeadCutter
from workflow.reading.fields import FIELD, LETTERHEAD, first_sentence, starts_with_day
from workflow.reading.norsk import damaged
from workflow.reading.passage import Passage, join, of_line
from workflow.reading.rows import RowBuilder
from workflow.reading.segments import Assignment, Field, Heading, Marked, Paragraph, Rows, Segment
from workflow.reading.text import Line

_PERIOD = r"\d[\d.–-]{0,4}\s?(?:kvartal|tertial|halvår)[^:|]{0,20}"
_OF_PERIOD = re.compile(rf"^\W*{_PERIOD}:\s")
_LABELLED = re.compile(rf"^\W*(?P<label>[A-ZÆØÅ][^:.|]{{2,45}}|{_PERIOD}):\s+(?=\S)")
_CUT_ID = re.compile(r"^[\s|]*(20\d\d)\s?-\s+(?=[A-ZÆØÅ])")
_CUT_REST = re.compile(rf"^[\s|]*({references._RD}\s?-?[0-9lIOS]{{1,3}})\b\s*")
_PROSE = damaged(r"\b(?:skal|må|bes|ber|ble|vart|vil|har)\b")
_NAMED = re.compile(r"^\W*(?:FoU[-\s]?)?(?:[Oo]ppdrag|OPPDRAG|[Oo]ppg[aå]ve)\b")
_ORDERS = damaged(r"\b(?:skal|må|bes|ber)\b")
_TOLD = re.compile(r"[.:](?:\*\*)?\s+(?=[A-ZÆØÅ])")
_LEADS_ON = re.compile(r"(?:\b(?:oppdrag(?:et|ene)?|ref\.?|jf\.?|til|og|av|i|om|for)|[,(])\s*$", re.I)
_SLACK = 12
"""How much shorter than it need be a line is that was ended on purpose."""
_ORDINAL_END = re.compile(r"\b\d{1,2}\.\s*$")
_INTRO = damaged(r"^\W*(?:oppdrag(?:ene|a)? som|oppdrag gitt|styringsparamet|følgende oppdrag|nye oppdrag)")


class Cutter(DueHeadCutter):
    """Cuts a whole letter, from its first line to its last."""

    def cut(self) -> list[Segment]:
        """Give all segments of the letter, in order."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.number in self.tables:
                self.segments.append(Marked(self.tables[line.number], line.page))
                self.at += 1
                continue
            for step in (
                self._goal,
                self._dump,
                self._head,
                self._labelled,
                self._due_head,
                self._dated_lines,
                self._identified,
                self._field,
                self._gap_rows,
                self._heading,
            ):
                if step(line):
                    break
            else:
                self._paragraph()
        return self.segments

    def _goal(self, line: Line) -> bool:
        goal = layout.goal_of(line.text)
        if goal is None:
            return False
        self.segments.append(Heading(of_line(line), line.level, goal))
        self.at += 1
        return True

    def _heading(self, line: Line) -> bool:
        follower = self._next()
        if labels.is_note(line.text) and line.level is None:
            return False
        if self.in_month and line.level is None and not self._is_group(line, follower):
            return False
        if layout.bullet(line.text) and line.level is None and not layout.is_numbered_heading(line.text):
            return False
        if not layout.is_heading(line.text, follower.text if follower else "X", line.level):
            return False
        self.segments.append(Heading(of_line(line), line.level))
        self.in_month = bool(layout.MONTH_LINE.match(layout.plain(line.text))) or (
            self.in_month
            and line.level is None
            and not layout.is_numbered_heading(line.text)
            and not layout.is_annex(line.text)
        )
        self.at += 1
        return True

    def _is_group(self, line: Line, follower: Line | None) -> bool:
        """Among months: the next month, or a line with a blank above it and none below."""
        text = layout.plain(line.text)
        alone = line.number in self.blank_before and (
            follower is None or follower.number in self.blank_before
        )
        if (
            layout.MONTH_LINE.match(text)
            or layout.is_annex(text)
            or layout.is_outline(text)
            or (alone and layout.is_numbered_heading(text))
        ):
            return True
        return (
            line.number in self.blank_before
            and follower is not None
            and follower.number not in self.blank_before
            and not re.search(r"[:\d]", text)
        )

    def _head(self, line: Line) -> bool:
        cells = re.split(r"\s*\|\s*|\t+|\s{3,}", line.text.strip())
        columns = layout.columns_of(cells) or layout.columns_of_line(line.text)
        if columns is None:
            return False
        laid = gap_tables.below(self.lines[self.at : self.at + 60], len(columns), self.blank_before)
        if laid is not None:
            self.segments.append(Marked(laid, line.page))
            self.at = next(
                (i for i, one in enumerate(self.lines) if one.number > laid.last_line), len(self.lines)
            )
            return True
        self.at += 1
        first = layout.DEADLINE_COLUMN.match(columns[0]) or "frist" in columns[0].lower()
        rows = self._rows_by_day() if first else self._rows()
        self.segments.append(Rows(tuple(rows), columns))
        return True

    def _identified(self, line: Line) -> bool:
        """A line that begins with an id: the heading of an assignment, or a row of a list."""
        text = line.text
        cut = self._id_cut_over_lines(line)
        found = cut or references.at_start(text, self.ids)
        if found is None:
            return False
        reference, end = found
        told = _TOLD.search(text, end + 4)
        if (
            told
            and line.level is None
            and (_ORDERS.search(text, told.end()) or FIELD.match(text[told.end() :]))
        ):
            self.segments.append(
                Assignment(reference, _trim(of_line(line).part(end, told.start() + 1)), None)
            )
            self.segments.append(Paragraph(of_line(line).part(told.end(), len(text))))
            self.at += 1
        elif line.level is not None or self._is_description(line, end):
            self._assignment(line, reference, end)
        else:
            self._entry(line, reference, end, bool(cut))
        return True

    def _id_cut_over_lines(self, line: Line) -> tuple[references.Reference, int] | None:
        start, follower = _CUT_ID.match(line.text), self._next()
        rest = _CUT_REST.match(follower.text) if start and follower else None
        if not start or not rest:
            return None
        found = references.at_start(f"{start[1]}-{rest[1]}", frozenset({"year"}))
        return (found[0], start.end()) if found else None

    def _is_description(self, line: Line, end: int) -> bool:
        if self._named_and_due_below(line) or self._named_above_prose(line):
            return True
        beside = divide(of_line(line).part(end, len(line.text)).strip())[1].text
        if is_deadline(beside) or beside.endswith(":"):
            return False
        if self._stands_alone(line):
            return True
        if re.match(r"^\W*(?:FoU[-\s]?)?(?:[Oo]ppdrag|OPPDRAG|[Oo]ppg[aå]ve)\b", line.text):
            return True
        followers = [f for n in range(1, 5) if (f := self._next(n))]
        if followers and (
            FIELD.match(followers[0].text)
            or (
                followers[0].text.strip()[:1].isupper()
                and _PROSE.search(followers[0].text)
                and not is_deadline(followers[0].text)
            )
        ):
            return True
        return any(
            layout.is_inside_assignment(f.text) and len(f.text) < 60 and not FIELD.match(f.text)
            for f in followers
        )

    def _stands_alone(self, line: Line) -> bool:
        """An id and a title, on one to three lines, with blank lines around them and running text below."""
        size = self._block_size(line)
        follower = self._next(size)
        if size == 0 or follower is None:
            return False
        begins = follower.text[layout.bullet(follower.text) :].strip()[:1]
        speaks = begins.isupper() and not divide(of_line(follower).strip())[1].text
        return speaks and not references.at_start(follower.text, self.ids)

    def _block_size(self, line: Line) -> int:
        """How many lines stand together between blank ones, when they can be a title; else 0."""
        if line.number not in self.blank_before or layout.bullet(line.text):
            return 0
        size = 1
        while (one := self._next(size)) and one.number not in self.blank_before:
            size += 1
        block = [one for n in range(size) if (one := self._next(n))]
        if (
            size > 3
            or sum(len(one.text) for one in block) > 250
            or block[-1].text.rstrip().endswith((".", ":", ","))
        ):
            return 0
        titled = all(
            not divide(of_line(one).strip())[1].text and not references.at_start(one.text, self.ids)
            for one in block[1:]
        )
        return size if titled else 0

    def _named_and_due_below(self, line: Line) -> bool:
        """«Oppdrag 3: …» with its own «Frist:» before the next id."""
        if not _NAMED.match(line.text):
            return False
        for offset in range(1, 9):
            follower = self._next(offset)
            if follower is None or references.at_start(follower.text, self.ids):
                return False
            if FIELD.match(follower.text):
                return True
        return False

    def _named_above_prose(self, line: Line) -> bool:
        """«Oppdrag 3: … etter uhellet 3. november» with blank lines around it, and an order below."""
        follower = self._next()
        if (
            follower is None
            or not _NAMED.match(line.text)
            or not {line.number, follower.number} <= self.blank_before
        ):
            return False
        return bool(_ORDERS.search(follower.text)) and follower.text.strip()[:1].isupper()

    def _assignment(self, line: Line, reference: references.Reference, end: int) -> None:
        title = [of_line(line).part(end, len(line.text))]
        size = self._block_size(line) if self._stands_alone(line) else 1
        title.extend(of_line(one).strip() for n in range(1, size) if (one := self._next(n)))
        self.at += size
        while size == 1 and (follower := self._next(0)) and line.level is None and follower.level is None:
            if not follower.text.strip()[:1].islower() or layout.bullet(follower.text):
                break
            if title[-1].text.rstrip().endswith((".", ":")) or len(join(title).text) > 250:
                break
            title.append(of_line(follower).strip())
            self.at += 1
        self.segments.append(Assignment(reference, _trim(join(title)), line.level))

    def _entry(self, line: Line, reference: references.Reference, end: int, cut: bool) -> None:
        builder = RowBuilder(reference)
        builder.add(_trim(of_line(line).part(end, len(line.text))))
        self.at += 1
        while follower := self._next(0):
            passage = of_line(follower).strip()
            if cut and (rest := _CUT_REST.match(follower.text)):
                passage, cut = of_line(follower).part(rest.end(), len(follower.text)).strip(), False
            elif (
                self._ends_rows(follower) or self._id_cut_over_lines(follower) or _INTRO.match(follower.text)
            ) or not builder.takes(passage, follower.number in self.blank_before):
                break
            builder.add(passage)
            self.at += 1
        self.segments.append(Rows((builder.row(),)))

    def _field(self, line: Line) -> bool:
        """«Frist …», or a point «Sendes …: primo januar» that is nothing but a deadline."""
        found = FIELD.match(line.text)
        if found is None:
            labelled = _LABELLED.match(line.text)
            if (
                not labelled
                or LETTERHEAD.match(labelled["label"])
                or labels.numbers(labelled["label"])
                or not is_deadline(line.text[labelled.end() :])
            ):
                return False
            found = labelled
        elif found.end() >= len(line.text.rstrip()):
            return not self._heads_series(line) and self._field_below(line)
        elif not self._starts_deadline(line.text[found.end() :]):
            return False
        whole = of_line(line).part(found.end(), len(line.text)).strip()
        first = first_sentence(whole.text)
        parts, rest = [whole.part(0, len(first))], whole.part(len(first), len(whole.text)).strip()
        self.at += 1
        if rest.text.strip(" .") and is_deadline(rest.text.lstrip(" .")):
            parts.append(rest)
        elif rest.text.strip(" ."):
            self.segments.extend((Field(found["label"].strip(), parts[0]), Paragraph(rest)))
            return True
        while (
            (follower := self._next(0))
            and is_deadline(follower.text)
            and not layout.MONTH_LINE.match(follower.text)
        ):
            if (
                references.at_start(follower.text, self.ids)
                or layout.bullet(follower.text)
                or FIELD.match(follower.text)
                or _OF_PERIOD.match(follower.text)
            ):
                break
            parts.append(of_line(follower).strip())
            self.at += 1
        self.segments.append(Field(found["label"].strip(), join(parts)))
        return True

    def _field_below(self, line: Line) -> bool:
        """«Frister:» alone on its line, with names and dates under one another below."""
        fields: list[Field] = []
        name, index = layout.plain(line.text).rstrip(":"), 1
        while follower := self._next(index):
            if is_deadline(follower.text):
                fields.append(Field(name, of_line(follower).strip()))
                index += 1
                continue
            after = self._next(index + 1)
            if (
                not after
                or len(follower.text) > 60
                or not is_deadline(after.text)
                or references.at_start(follower.text, self.ids)
            ):
                break
            name, index = layout.plain(follower.text).rstrip(":"), index + 1
        self.segments.extend(fields)
        self.at += index if fields else 0
        return bool(fields)

    @staticmethod
    def _starts_deadline(text: str) -> bool:
        return is_deadline(first_sentence(text))

    def _begins_entry(self, line: Line, above: Passage) -> bool:
        """Whether an id at the start of a line opens something new, and does not go on from «… oppdrag»."""
        if references.at_start(line.text, self.ids) is None:
            return False
        return line.number in self.blank_before or not _LEADS_ON.search(above.text)

    def _parts_lines(self, above: str, text: str) -> bool:
        """Whether two lines were written as two: labels, or a line that ends long before the margin."""
        if not text.strip()[:1].isupper() or above.rstrip().endswith((",", "-", "–", "(")):
            return False
        labelled = labels.is_note(text) or labels.is_due(text) or labels.heads_stages(text)
        if labelled or labels.is_note(above) or labels.is_due(above):
            return True
        room = self.width - len(above.rstrip())
        return room > len(text.split()[0]) + _SLACK and not _LEADS_ON.search(above)

    def _paragraph(self) -> None:
        """Lines up to the end of a paragraph; a blank line inside a sentence does not end it."""
        first = self.lines[self.at]
        parts = [of_line(first)]
        self.at += 1
        while (line := self._next(0)) and line.level is None:
            if (
                layout.bullet(line.text)
                or self._begins_entry(line, parts[-1])
                or layout.goal_of(line.text) is not None
            ):
                break
            if self._parts_lines(parts[-1].text, line.text):
                break
            if self.in_month and (
                re.match(r"\s*\d|[^:]{3,30}:", line.text) or line.number in self.blank_before
            ):
                break
            if layout.is_outline(line.text) and layout.is_numbered_heading(line.text):
                break
            if line.number in self.blank_before and layout.is_numbered_heading(line.text):
                break
            if starts_with_day(first.text) and line.text.strip()[:1].isupper():
                break
            if starts_with_day(line.text) and not parts[-1].text.rstrip().endswith(
                (" den", " innen", " senest", " til", " og", ",", " innan", " frå", " fra")
            ):
                break
            open_sentence = parts[-1].text.rstrip()[-1:] not in ".:;!?" or bool(
                _ORDINAL_END.search(parts[-1].text)
            )
            lower = not line.text.strip()[:1].isupper()
            if line.number in self.blank_before and not (open_sentence and lower):
                break
            if (FIELD.match(line.text) and not open_sentence) or layout.columns_of_line(line.text):
                break
            if not open_sentence and is_deadline(line.text):
                break
            parts.append(of_line(line))
            self.at += 1
        self.segments.append(Paragraph(join(parts), bool(layout.bullet(first.text))))


def _trim(passage: Passage) -> Passage:
    start = len(passage.text) - len(passage.text.lstrip(" :.|–—-*\t"))
    return passage.part(start, len(passage.text)).strip()
