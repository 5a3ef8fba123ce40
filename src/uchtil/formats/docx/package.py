"""The package: parts, relationships and content types, and bytes that never vary."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from uchtil.formats.docx.wordml import (
    CONTENT_TYPES,
    PACKAGE_RELATIONSHIPS,
    Element,
    parse,
    serialise,
)

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_RELATIONSHIP = f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"


@dataclass(slots=True)
class Package:
    """The parts of a document: bytes, or trees where they are worked on."""

    parts: dict[str, bytes]
    trees: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes) -> Package:
        """Read a package; raises ``ValueError`` where it is none."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return cls({name: archive.read(name) for name in archive.namelist()})
        except zipfile.BadZipFile as error:
            raise ValueError(f"not a DOCX file: {error}") from error

    def tree(self, name: str) -> Element:
        """Return the tree of a part: the same one each time, written back at the end."""
        if name not in self.trees:
            self.trees[name] = parse(self.parts[name])
        return self.trees[name]

    def drop(self, name: str) -> None:
        """Take a part out, with every relationship and content type that names it."""
        self.parts.pop(name, None)
        self.trees.pop(name, None)
        for rels in [part for part in self.parts if part.endswith(".rels")]:
            base = posixpath.dirname(posixpath.dirname(rels))
            for relationship in list(self.tree(rels).iter(_RELATIONSHIP)):
                target = str(relationship.get("Target"))
                if relationship.get("TargetMode") != "External" and (
                    posixpath.normpath(posixpath.join("/", base, target)) == f"/{name}"
                ):
                    self.tree(rels).remove(relationship)
        types = self.tree("[Content_Types].xml")
        for override in types.findall(f"{{{CONTENT_TYPES}}}Override"):
            if override.get("PartName") == f"/{name}":
                types.remove(override)

    def relate(self, owner: str, kind: str, target: str) -> str:
        """Relate a part (``word/document.xml``) to another; return the relationship's id.

        ``kind`` is the last word of the relationship's type (``image``), ``target`` as
        seen from the owner's folder.
        """
        folder, name = posixpath.split(owner)
        root = self.tree(f"{folder}/_rels/{name}.rels")
        taken = {relationship.get("Id") for relationship in root}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        etree.SubElement(
            root,
            _RELATIONSHIP,
            Id=f"rId{number}",
            Type=f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}",
            Target=target,
        )
        return f"rId{number}"

    def declare_extension(self, extension: str, content_type: str) -> None:
        """Say once what files of an extension are."""
        types = self.tree("[Content_Types].xml")
        name = f"{{{CONTENT_TYPES}}}Default"
        if not any(each.get("Extension") == extension for each in types.findall(name)):
            declared: Element = etree.Element(name, Extension=extension, ContentType=content_type)
            types.insert(0, declared)

    def undeclare_unused_extensions(self) -> None:
        """Take out what is said of extensions that no part has."""
        used = {posixpath.splitext(name)[1].lstrip(".") for name in self.parts}
        types = self.tree("[Content_Types].xml")
        for declared in types.findall(f"{{{CONTENT_TYPES}}}Default"):
            if declared.get("Extension") not in used:
                types.remove(declared)

    def write(self) -> bytes:
        """Return the file: fixed order, fixed times, the same bytes for the same parts."""
        parts = self.parts | {name: serialise(tree) for name, tree in self.trees.items()}
        return zip_parts(parts)


def zip_parts(parts: dict[str, bytes]) -> bytes:
    """Return a ZIP file of the parts, content types first, all at one fixed time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        rest = sorted(name for name in parts if name not in _FIRST)
        for name in [*(first for first in _FIRST if first in parts), *rest]:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else Windows writes other bytes
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return stream.getvalue()
