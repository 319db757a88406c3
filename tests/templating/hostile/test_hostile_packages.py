"""A file that is put together to deceive is refused, or what comes out of it is whole and as the guard saw it.

Each file is filled twice, with an everyday value and with one that would close whatever it stands in: both documents
must have the same elements with the same attributes, and nothing in them that the guard would have refused.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from packages import PACKAGES, Package, written
from places import words

from docgen.errors import TemplateError
from docgen.templating import guard
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

CLOSING = "a b=\"c\" 'd' --><w:altChunk/> ]]> ?> -- &lt;"
Skeleton = list[tuple[str, list[str]]]


def filled(path: Path, value: str) -> bytes:
    return WordTemplate.load(path, Layout()).fill({"namn": value, "nej": False})


def skeletons(content: bytes) -> dict[str, Skeleton]:
    """Return the elements of each part, with the names of their attributes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        roots = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    return {name: [(str(one.tag), sorted(one.keys())) for one in root.iter()] for name, root in roots.items()}


def differences(plain: bytes, closing: bytes, says: tuple[str, ...]) -> Iterator[str]:
    """Yield what has come of a template that should not have; ``closing`` holds the value that closes."""
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        names = archive.namelist()
    if len(set(names)) < len(names):
        yield "two parts have the same name"
        return
    yield from (f"{fault.code} {dict(fault.facts)}" for fault in guard.faults(guard.members(plain)))
    try:
        before, after = skeletons(plain), skeletons(closing)
    except etree.XMLSyntaxError as error:
        yield f"a part is no XML: {error}"
        return
    yield from (f"{name} has other elements" for name in before if before[name] != after[name])
    yield from (f"{place} says {found}" for place in says if (found := words(closing, place)) != CLOSING)


def wrong(path: Path, says: tuple[str, ...]) -> list[str]:
    """Return what is wrong with the two documents of a template; nothing when it is refused."""
    try:
        plain, closing = filled(path, "Tolvan"), filled(path, CLOSING)
    except TemplateError:
        return []
    return list(differences(plain, closing, says))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_package_is_refused_or_comes_out_as_it_went_in(tmp_path: Path, package: Package) -> None:
    assert wrong(written(tmp_path / "template.docx", package), package.says) == []


def test_a_package_without_any_change_is_filled(tmp_path: Path) -> None:
    path = written(tmp_path / "template.docx", Package("", {}))
    plain, closing = filled(path, "Tolvan"), filled(path, CLOSING)
    assert list(differences(plain, closing, ("body", "header", "footnote", "title", "alt", "hidden", "deleted"))) == []
