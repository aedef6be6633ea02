"""A Word document as a package of parts, opened with distrust."""

import io
import posixpath
import zipfile
import zlib
from typing import Self
from urllib.parse import unquote

from attrs import define, field, frozen
from lxml import etree

from almwp.errors import UnreadableFileError
from almwp_slom.word.letterhead import refusals
from almwp_slom.word.namespaces import CONTENT_TYPES, RELATIONSHIPS, R

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = (f"{_WORD}document.main+xml", f"{_WORD}template.main+xml")
_DOCUMENT = "/officeDocument"
_STRICT = "http://purl.oclc.org/ooxml/"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MEBIBYTE = 1024 * 1024
_MOST = 64 * _MEBIBYTE
_PIECE = 65_536


def refusal(why: str, **facts: object) -> UnreadableFileError:
    """Return the error with which a letterhead is refused; the caller names it."""
    return UnreadableFileError("", why, **facts)


@frozen(kw_only=True)
class Link:
    """Where one part refers to another."""

    kind: str
    target: str
    is_external: bool


@define(kw_only=True)
class Package:
    """The parts of a document, unpacked when they are asked for and not too large.

    Attributes:
        main: Name of the main part.
    """

    main: str = ""
    _archive: zipfile.ZipFile
    _left: int = field(default=_MOST, init=False)

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Open a document.

        Raises:
            UnreadableFileError: It is no Word document, or one that is not taken.
        """
        if content.startswith(_OLE):
            is_locked = _LOCKED in content
            raise refusal(refusals.PASSWORD if is_locked else refusals.OLD_WORD)
        try:
            archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise refusal(refusals.NOT_WORD) from error
        package = cls(archive=archive)
        package.main = package._found_main()
        return package

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of a part, or None if there is no such part.

        Raises:
            UnreadableFileError: It is damaged, too large or has a document type.
        """
        content = self.bytes_of(name)
        if content is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise refusal(refusals.DAMAGED, problem=name) from error
        about = root.getroottree().docinfo
        if about.doctype:  # type: ignore[union-attr]  # which the stubs forget
            raise refusal(refusals.DAMAGED, problem=name)
        return root

    def bytes_of(self, name: str) -> bytes | None:
        """Return a part, or None if there is no such part.

        Raises:
            UnreadableFileError: It is damaged or too large.
        """
        try:
            with self._archive.open(name) as stream:
                pieces = []
                while piece := stream.read(_PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise refusal(refusals.TOO_LARGE, limit=_MOST)
                    pieces.append(piece)
        except KeyError:
            return None
        except RuntimeError as error:  # so zipfile says that a password is needed
            raise refusal(refusals.PASSWORD) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise refusal(refusals.DAMAGED, problem=name) from error
        return b"".join(pieces)

    def links(self, name: str) -> dict[str, Link]:
        """Return to what a part refers, by the ids it uses."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        return {
            link.get("Id", ""): Link(
                kind=link.get("Type", ""),
                target=_absolute(folder, link.get("Target", "")),
                is_external=link.get("TargetMode") == "External",
            )
            for link in root.iter(f"{{{RELATIONSHIPS}}}Relationship")
        }

    def linked(self, name: str, kind: str) -> str:
        """Return the part of a kind to which another refers; empty without one."""
        for link in self.links(name).values():
            if link.kind == f"{R}/{kind}" and not link.is_external:
                return link.target
        return ""

    def _found_main(self) -> str:
        types = self.xml("[Content_Types].xml")
        if types is None:
            raise refusal(refusals.NOT_WORD)
        parts = {
            link.target: link.kind
            for link in self.links("").values()
            if link.kind.endswith(_DOCUMENT) and not link.is_external
        }
        for name, kind in parts.items():
            if kind.startswith(_STRICT):
                raise refusal(refusals.STRICT)
            found = _type_of(types, name)
            if found in _MAIN and kind == f"{R}{_DOCUMENT}":
                return name
            if "macroEnabled" in found and "word" in found.lower():
                raise refusal(refusals.MACROS)
        raise refusal(refusals.NOT_WORD)


def _absolute(folder: str, target: str) -> str:
    path = posixpath.join("/", folder, unquote(target))
    return posixpath.normpath(path).lstrip("/")


def _type_of(types: etree._Element, name: str) -> str:
    for override in types.iter(f"{{{CONTENT_TYPES}}}Override"):
        if override.get("PartName", "").lower() == f"/{name}".lower():
            return override.get("ContentType", "")
    suffix = posixpath.splitext(name)[1].lstrip(".").lower()
    for default in types.iter(f"{{{CONTENT_TYPES}}}Default"):
        if default.get("Extension", "").lower() == suffix:
            return default.get("ContentType", "")
    return ""
