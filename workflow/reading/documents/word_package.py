"""The parts of a DOCX file, found by their relationships."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml.etree import _Element as Element

from workflow.reading.documents import limits
from workflow.reading.documents.refusals import DocumentBroken, PasswordProtected, UnpacksTooLarge
from workflow.reading.documents.word_xml import attribute, parse

_MEGABYTE = 1024 * 1024


class Package:
    """An opened DOCX. Raises `UnpacksTooLarge` and `PasswordProtected` before anything is unpacked."""

    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        members = self._zip.infolist()
        if len(members) > limits.MAX_MEMBERS or sum(m.file_size for m in members) > limits.MAX_UNPACKED_BYTES:
            raise UnpacksTooLarge(name=name, limit=limits.MAX_UNPACKED_BYTES // _MEGABYTE)
        if any(member.flag_bits & 1 for member in members):
            raise PasswordProtected(name=name)
        self._names = {member.filename for member in members}
        main = self._targets("", "officeDocument")
        if not main or main[0] not in self._names:
            raise DocumentBroken(name=name, format="DOCX")
        self._main = main[0]

    def document(self) -> Element:
        """Give the root of the main part."""
        return self._part(self._main)

    def related(self, kind: str) -> list[Element]:
        """Give the roots of the parts that the main part relates to, as `styles` or `footnotes`."""
        return [self._part(path) for path in self._targets(self._main, kind) if path in self._names]

    def _part(self, path: str) -> Element:
        return parse(self._zip.read(path))

    def _targets(self, source: str, kind: str) -> list[str]:
        folder, file = posixpath.split(source)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path not in self._names:
            return []
        targets = []
        for relation in self._part(path):
            internal = attribute(relation, "TargetMode") != "External"
            if internal and (attribute(relation, "Type") or "").endswith(f"/{kind}"):
                target = attribute(relation, "Target") or ""
                targets.append(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        return targets
