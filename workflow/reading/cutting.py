"""A letter's lines cut into segments: headings, assignments, rows, fields, paragraphs, tables."""

from __future__ import annotations

import re

from workflow.reading import gap_tables, layout, references
from workflow.reading.columns import deadline_first, divide, is_deadline
from workflow.reading.norsk import damaged
from workflow.reading.passage import Passage, join, of_line
from workflow.reading.rows import RowBuilder
from workflow.reading.segments import (
    Assignment,
    Dump,
    Field,
    Heading,
    Marked,
    Paragraph,
    Row,
    Rows,
    Segment,
)
from workflow.reading.text import LetterText, Line

FIELD = damaged(
    r"^\W*(?P<label>(?:tentativ |foreløpig |førebels |ny |endelig )?(?:frist(?:er|ar|en)?|leveringsfrist|leveransefrist|tidsfrist|rapporteringsfrist|innleveringsfrist|forfall)\b"
    r"(?:\s+(?:for|til)\s[^:.\n]{2,60}(?=:))?)\s*[:.]?\s*(?!\s*(?:for|som|fastset|er angitt|på|kan ikke|var|hadde|ble|blei|vart|blir|gjelder|er flytt|er endr))"
)
_LABELLED = re.compile(r"^\W*(?P<label>[A-ZÆØÅ][^:.|]{2,45}):\s+(?=\S)")
_CUT_ID = re.compile(r"^[\s|]*(20\d\d)\s?-\s+(?=[A-ZÆØÅ])")
_CUT_REST = re.compile(rf"^[\s|]*({references._RD}\s?-?[0-9lIOS]{{1,3}})\b\s*")
_LETTERHEAD = re.compile(r"^\W*(?:(?:[Vv]år|[Dd]eres|[Dd]ykkar)\s)?(?:[Dd]ato|[Rr]ef|[Ss]aksn)|[Vv]år ref|[Dd]eres ref|[Dd]ykkar ref|\b[Dd]ato:?\s+\d")
_PROSE = damaged(r"\b(?:skal|må|bes|ber|ble|vart|vil|har)\b")
_DAY_FIRST = re.compile(r"^\W*(?P<day>[^:–—\n|]{3,48}?)\s*(?::|\s[–—-])\s+(?=\S{3})")
_ORDERS = damaged(r"\b(?:skal|må|bes|ber)\b")
_TOLD = re.compile(r"[.:](?:\*\*)?\s+(?=[A-ZÆØÅ])")
_GAP = re.compile(r"\S(?:\s{3,}|\t+|\s\|\s)\S")
_INTRO = damaged(r"^\W*(?:oppdrag(?:ene|a)? som|oppdrag gitt|styringsparamet|følgende oppdrag|nye oppdrag)")


class Cutter:
    """Walks over the lines once; `ids` are the shapes of reference that this letter uses."""

    def __init__(self, letter: LetterText, ids: frozenset[str]) -> None:
        """Prepare the lines that are not in a marked table, furniture or a table of contents."""
        self.ids = ids
        self.segments: list[Segment] = []
        self.tables = {table.first_line: table for table in letter.tables}
        inside = {n for t in letter.tables for n in range(t.first_line, t.last_line + 1)}
        self.lines = [ln for ln in letter.lines if ln.number in self.tables or self._speaks(ln, inside)]
        self.blank_before = _blank_before(letter)
        self.in_month = False
        self.at = 0

    @staticmethod
    def _speaks(line: Line, inside: set[int]) -> bool:
        text = line.text
        return bool(text.strip()) and line.number not in inside and not layout.is_furniture(line) and not layout.is_contents(text)

    def cut(self) -> list[Segment]:
        """Give all segments of the letter, in order."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.number in self.tables:
                self.segments.append(Marked(self.tables[line.number], line.page))
                self.at += 1
                continue
            for step in (self._goal, self._dump, self._head, self._identified, self._field, self._gap_rows, self._heading):
                if step(line):
                    break
            else:
                self._paragraph()
        return self.segments

    def _next(self, offset: int = 1) -> Line | None:
        index = self.at + offset
        if index < len(self.lines) and self.lines[index].number not in self.tables:
            return self.lines[index]
        return None

    def _goal(self, line: Line) -> bool:
        goal = layout.goal_of(line.text)
        if goal is None:
            return False
        self.segments.append(Heading(of_line(line), line.level, goal))
        self.at += 1
        return True

    def _heading(self, line: Line) -> bool:
        follower = self._next()
        if self.in_month and line.level is None and not self._is_group(line, follower):
            return False
        if layout.bullet(line.text) and line.level is None and not layout.is_numbered_heading(line.text):
            return False
        if not layout.is_heading(line.text, follower.text if follower else "X", line.level):
            return False
        self.segments.append(Heading(of_line(line), line.level))
        self.in_month = bool(layout.MONTH_LINE.match(layout.plain(line.text))) or (self.in_month and line.level is None and not layout.is_numbered_heading(line.text) and not layout.is_annex(line.text))
        self.at += 1
        return True

    def _is_group(self, line: Line, follower: Line | None) -> bool:
        """Among months: the next month, or a line with a blank above it and none below."""
        text = layout.plain(line.text)
        alone = line.number in self.blank_before and (follower is None or follower.number in self.blank_before)
        if layout.MONTH_LINE.match(text) or layout.is_annex(text) or layout.is_outline(text) or (alone and layout.is_numbered_heading(text)):
            return True
        return line.number in self.blank_before and follower is not None and follower.number not in self.blank_before and not re.search(r"[:\d]", text)

    def _head(self, line: Line) -> bool:
        cells = re.split(r"\s*\|\s*|\t+|\s{3,}", line.text.strip())
        columns = layout.columns_of(cells) or layout.columns_of_line(line.text)
        if columns is None:
            return False
        laid = gap_tables.table(self.lines[self.at : self.at + 60], self.blank_before)
        if laid is not None:
            self.segments.append(Marked(laid, line.page))
            self.at = next((i for i, one in enumerate(self.lines) if one.number > laid.last_line), len(self.lines))
            return True
        self.at += 1
        first = layout.DEADLINE_COLUMN.match(columns[0]) or "frist" in columns[0].lower()
        rows = self._rows_by_day() if first else self._rows()
        self.segments.append(Rows(tuple(rows), columns))
        return True

    def _rows_by_day(self) -> list[Row]:
        """Rows that each begin with their deadline; a line that does not goes on with the row above."""
        rows: list[tuple[Passage, list[Passage]]] = []
        while self.at < len(self.lines) and not self._ends_rows(line := self.lines[self.at]):
            passage = of_line(line).strip()
            cut = deadline_first(passage.text)
            if cut:
                rows.append((passage.part(0, cut).strip(), [passage.part(cut, len(passage.text))]))
            elif is_deadline(passage.text):
                rows.append((passage, []))
            elif rows and (line.number not in self.blank_before or not rows[-1][1]) and len(passage.text) < 120:
                rows[-1][1].append(passage)
            else:
                break
            self.at += 1
        return [Row(join(title), day) for day, title in rows if title]

    def _rows(self) -> list[Row]:
        """Rows up to a line that cannot be one; a long text without a deadline is none."""
        rows: list[Row] = []
        builder, begun = RowBuilder(), self.at
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if self._ends_rows(line):
                break
            passage = of_line(line).strip()
            if not builder.takes(passage, line.number in self.blank_before):
                if builder.is_prose:
                    break
                rows.append(builder.row())
                builder, begun = RowBuilder(), self.at
            builder.add(passage)
            self.at += 1
        if builder.has_deadline:
            return [*rows, builder.row()]
        while rows and not rows[-1].right.text:
            begun = self._index_of(rows.pop().left.first_line)
        self.at = begun
        return rows

    def _index_of(self, number: int) -> int:
        return next(index for index, line in enumerate(self.lines) if line.number == number)

    def _ends_rows(self, line: Line) -> bool:
        text = line.text
        if line.number in self.tables or line.level is not None or layout.goal_of(text) is not None:
            return True
        if layout.is_annex(text) or layout.columns_of_line(text) or references.at_start(text, self.ids):
            return True
        return layout.is_numbered_heading(text) and not divide(of_line(line).strip())[1].text

    def _identified(self, line: Line) -> bool:
        """A line that begins with an id: the heading of an assignment, or a row of a list."""
        text = line.text
        cut = self._id_cut_over_lines(line)
        found = cut or references.at_start(text, self.ids)
        if found is None:
            return False
        reference, end = found
        told = _TOLD.search(text, end + 4)
        if told and line.level is None and (_ORDERS.search(text, told.end()) or FIELD.match(text[told.end() :])):
            self.segments.append(Assignment(reference, _trim(of_line(line).part(end, told.start() + 1)), None))
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
        if divide(of_line(line).part(end, len(line.text)).strip())[1].text:
            return False
        if re.match(r"^\W*(?:FoU[-\s]?)?(?:[Oo]ppdrag|OPPDRAG|[Oo]ppg[aå]ve)\b", line.text):
            return True
        followers = [f for n in range(1, 5) if (f := self._next(n))]
        if followers and (FIELD.match(followers[0].text) or (followers[0].text.strip()[:1].isupper() and _PROSE.search(followers[0].text) and not is_deadline(followers[0].text))):
            return True
        return any(layout.is_inside_assignment(f.text) and len(f.text) < 60 and not FIELD.match(f.text) for f in followers)

    def _assignment(self, line: Line, reference: references.Reference, end: int) -> None:
        title = [of_line(line).part(end, len(line.text))]
        self.at += 1
        while (follower := self._next(0)) and line.level is None and follower.level is None:
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
            elif self._ends_rows(follower) or self._id_cut_over_lines(follower) or _INTRO.match(follower.text):
                break
            elif not builder.takes(passage, follower.number in self.blank_before):
                break
            builder.add(passage)
            self.at += 1
        self.segments.append(Rows((builder.row(),)))

    def _field(self, line: Line) -> bool:
        """«Frist …», or a point «Sendes …: primo januar» that is nothing but a deadline."""
        found = FIELD.match(line.text)
        if found is None:
            labelled = _LABELLED.match(line.text)
            if not labelled or _LETTERHEAD.match(labelled["label"]) or not is_deadline(line.text[labelled.end() :]):
                return False
            found = labelled
        elif found.end() >= len(line.text.rstrip()):
            return self._field_below(line)
        elif not self._starts_deadline(line.text[found.end() :]):
            return False
        whole = of_line(line).part(found.end(), len(line.text)).strip()
        first = _first_sentence(whole.text)
        parts, rest = [whole.part(0, len(first))], whole.part(len(first), len(whole.text)).strip()
        self.at += 1
        if rest.text.strip(" ."):
            self.segments.extend((Field(found["label"].strip(), parts[0]), Paragraph(rest)))
            return True
        while (follower := self._next(0)) and is_deadline(follower.text) and not layout.MONTH_LINE.match(follower.text):
            if references.at_start(follower.text, self.ids) or layout.bullet(follower.text) or FIELD.match(follower.text):
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
            if not after or len(follower.text) > 60 or not is_deadline(after.text) or references.at_start(follower.text, self.ids):
                break
            name, index = layout.plain(follower.text).rstrip(":"), index + 1
        self.segments.extend(fields)
        self.at += index if fields else 0
        return bool(fields)

    def _gap_rows(self, line: Line) -> bool:
        """Rows without a head, whose columns a wide gap or a bar keeps apart."""
        rows = []
        while (one := self._next(len(rows))) and _GAP.search(one.text.strip()) and not layout.columns_of_line(one.text):
            left, right = divide(of_line(one).strip())
            if not left.text.strip() or not right.text or references.at_start(one.text, self.ids) or FIELD.match(one.text) or _LETTERHEAD.search(one.text) or re.match(r"\W*\d\d/\d", one.text):
                break
            rows.append(Row(left, right))
        if rows:
            self.segments.append(Rows(tuple(rows)))
            self.at += len(rows)
        return bool(rows)

    @staticmethod
    def _starts_deadline(text: str) -> bool:
        return is_deadline(_first_sentence(text))

    def _dump(self, line: Line) -> bool:
        """A table that came out column by column: heads alone on their lines."""
        if not layout.NUMBER_COLUMN.match(layout.plain(line.text)):
            return False
        heads, index = [self.at], 1
        while (follower := self._next(index)) and index < 120:
            text = follower.text
            if text.startswith((" ", "\f")) and index > 3 and len(heads) > 2 and follower.number in self.blank_before | {follower.number}:
                break
            if layout.is_column(text):
                if layout.NUMBER_COLUMN.match(layout.plain(text)):
                    break
                heads.append(self.at + index)
            index += 1
        end = self.at + index
        names = [layout.plain(self.lines[h].text) for h in heads]
        if len(heads) < 3 or not any(layout.DEADLINE_COLUMN.match(name) for name in names):
            return False
        bounds = zip(heads, [*heads[1:], end], strict=True)
        columns = tuple(
            (name, tuple(self._blocks(head + 1, stop))) for name, (head, stop) in zip(names, bounds, strict=True)
        )
        self.segments.append(Dump(columns))
        self.at = end
        return True

    def _blocks(self, start: int, stop: int) -> list[Passage]:
        blocks: list[list[Passage]] = []
        for line in self.lines[start:stop]:
            if line.number in self.blank_before or not blocks:
                blocks.append([])
            blocks[-1].append(of_line(line).strip())
        return [join(block) for block in blocks]

    def _paragraph(self) -> None:
        """Lines up to the end of a paragraph; a blank line inside a sentence does not end it."""
        first = self.lines[self.at]
        parts = [of_line(first)]
        self.at += 1
        while (line := self._next(0)) and line.level is None:
            if layout.bullet(line.text) or references.at_start(line.text, self.ids) or layout.goal_of(line.text) is not None:
                break
            if self.in_month and (re.match(r"\s*\d|[^:]{3,30}:", line.text) or line.number in self.blank_before):
                break
            if layout.is_outline(line.text) and layout.is_numbered_heading(line.text):
                break
            if starts_with_day(first.text) and line.text.strip()[:1].isupper():
                break
            if starts_with_day(line.text) and not parts[-1].text.rstrip().endswith((" den", " innen", " senest", " til", " og", ",", " innan", " frå", " fra")):
                break
            open_sentence = parts[-1].text.rstrip()[-1:] not in ".:;!?"
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


def starts_with_day(text: str) -> int:
    """Where the title begins in «15. januar: Årsrapport»; 0 where a line does not begin with a deadline."""
    found = _DAY_FIRST.match(text)
    return found.end() if found and is_deadline(text[layout.bullet(text) : found.end("day")].strip()) else 0


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[\w)])\.\s+(?=[A-ZÆØÅ])|\s+(?=[A-ZÆØÅ][a-zæøå]+ [\wæøå ]{0,30}:)", text, maxsplit=1)[0]


def _blank_before(letter: LetterText) -> set[int]:
    blanks = {line.number for line in letter.lines if not line.text.strip()}
    return {line.number for line in letter.lines if line.number - 1 in blanks or line.text.startswith("\f")}
