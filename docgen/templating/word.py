"""A Word template: compiled once, filled for each record."""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from jinja2.exceptions import SecurityError, UndefinedError
from lxml.etree import XMLSyntaxError

from docgen.errors import Severity, TemplateError
from docgen.order import Packing
from docgen.templating import guard, rich, stories
from docgen.templating.bounds import Budget
from docgen.templating.drawing import with_relations
from docgen.templating.layout import Layout
from docgen.templating.outline import named_parts
from docgen.templating.package import Block, unpacked
from docgen.templating.part import Part
from docgen.templating.printing import Unfit
from docgen.templating.properties import ORIGIN_NAME, Core, Origin
from docgen.templating.size import LARGEST_PART
from docgen.templating.verdict import Refused, Verdict

# AttributeError: python-docx meets another root element than it takes for granted.
NOT_WORD = (zipfile.BadZipFile, PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, AttributeError)


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template that the sandbox has accepted, with the municipality's logo and window in place.

    Nothing in it changes when it is filled, so that threads share it and processes are sent it. ``sha256`` is of the
    file; ``static`` holds the members that are the same in every document, ``source`` the whole template for those that
    bring pictures of their own.
    """

    path: Path
    sha256: str
    packing: Packing
    static: Block
    parts: tuple[Part, ...]
    core: Core
    origin: Origin
    source: bytes

    @classmethod
    def load(cls, path: Path, layout: Layout, packing: Packing = Packing.SNABB) -> Self:
        """Return the template of a file.

        Raises TemplateError M-01 (cannot be read), M-02 (no Word file), M-10 to M-19 (not safe to open), M-03 (error in
        the template language) or M-05 (the sandbox refuses it), and SettingsError M-06 (the logo).
        """
        try:
            content = path.read_bytes()
        except OSError:
            raise TemplateError("M-01", fil=str(path)) from None
        with _told(path, {}):
            _refuse_unsafe(path, guard.members(content))
        try:
            document = docx.Document(io.BytesIO(content))
            layout.apply(document)
        except NOT_WORD:
            raise TemplateError("M-02", fil=str(path)) from None
        with _told(path, {}):
            return cls._compiled(path, hashlib.sha256(content).hexdigest(), packing, document)

    @classmethod
    def _compiled(cls, path: Path, sha256: str, packing: Packing, document: Document) -> Self:
        package = document.part.package
        parts = tuple(stories.compiled(document))
        core = Core.compiled(package)
        origin = Origin.compiled(package, sha256)
        source = io.BytesIO()
        document.save(source)
        if core.name in {part.name for part in parts}:  # one part in two roles
            raise TemplateError("M-02")
        static = _static(unpacked(source.getvalue()), parts, core)
        return cls(path, sha256, packing, static, parts, core, origin, source.getvalue())

    def fill(self, data: Mapping[str, Any], fingerprint: str = "") -> bytes:
        """Return the finished Word file; the same bytes for the same data.

        ``data`` are plain dicts, lists, texts and numbers, or what ``rich`` holds. ``fingerprint`` is written as the
        proof of the data. Raises TemplateError M-04 (a name that the view does not have, or that has no value in this
        document), M-05, M-07 (the blocks tear the XML) or M-08 (a table without a grid), and RecordError F-13.
        """
        values = dict(data)
        budget = Budget()
        with _told(self.path, values):
            asked = rich.asked(values)
            if asked.relations:
                members, filled = with_relations(self.source, self.parts, values, asked, budget)
                static = _static(members, self.parts, self.core)
            else:
                static, filled = self.static, [(one.name, one.filled(values, asked, budget)) for one in self.parts]
            filled.append((self.core.name, self.core.filled(values, budget)))
        filled.append((ORIGIN_NAME, self.origin.filled(fingerprint)))
        return static.with_members(filled, self.packing)


def _refuse_unsafe(path: Path, members: Mapping[str, bytes]) -> None:
    """Raise Refused when the package holds what no template needs: macros, links to files, fields that fetch."""
    if any(name.endswith(".xml") and len(content) > LARGEST_PART for name, content in members.items()):
        raise SecurityError("Length")
    faults = [one for one in guard.faults(members) if one.severity is Severity.ERROR]
    if faults:
        raise Refused(Verdict(path, tuple(named_parts(members)), faults))


def _static(members: Mapping[str, bytes], parts: Sequence[Part], core: Core) -> Block:
    """Return the members that are not filled, packed."""
    filled = {ORIGIN_NAME, core.name, *(part.name for part in parts)}
    return Block.of({name: member for name, member in members.items() if name not in filled})


@contextmanager
def _told(path: Path, data: dict[str, Any]) -> Iterator[None]:
    """Turn what the engine refuses into an error of ours, with the file or the place in the data."""
    try:
        yield
    except Unfit:
        raise rich.unfit(data) or TemplateError("M-05", fil=str(path), orsak="Character") from None
    except TemplateError as error:
        if "fil" in error.facts:
            raise
        raise TemplateError(error.code, fil=str(path), **error.facts) from None
    except UndefinedError as error:
        raise TemplateError("M-04", fil=str(path), namn=str(error)) from None
    except SecurityError as error:
        raise TemplateError("M-05", fil=str(path), orsak=str(error)) from None
