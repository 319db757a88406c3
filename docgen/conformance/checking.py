"""All tests of a PDF, one after the other."""

from collections.abc import Callable, Iterator, Mapping
from typing import ParamSpec

from docgen.conformance import (
    annotations,
    catalogue,
    colours,
    content,
    file,
    fonts,
    glyphs,
    limits,
    metadata,
    rules,
    structure,
    tags,
)
from docgen.conformance.finding import Finding, Rule
from docgen.conformance.objects import STUMBLES, Unreadable
from docgen.conformance.reading import Document, Locked, opened, quiet

P = ParamSpec("P")
_READING_ALOUD = 512
MAX_FINDINGS = 2_000
"""A file with more faults than this is told the first of them; nobody reads more."""


def check(pdf: bytes) -> tuple[Finding, ...]:
    """Return what keeps a PDF from being both PDF/UA-1 and PDF/A-2a, in the order of the file's parts; () is none.

    Warnings and notes are told too; only a finding whose severity is error breaks a standard. No file makes it
    fail: one that cannot be read, wholly or in part, has the finding K-01.
    """
    with quiet():
        found: dict[Finding, None] = {}
        for one in _all(pdf):
            found.setdefault(one)
            if len(found) >= MAX_FINDINGS:
                break
        return tuple(_with_one_language_fault(found))


def _with_one_language_fault(found: Mapping[Finding, None]) -> Iterator[Finding]:
    """Yield the findings; a file without a language lacks it for many things, and is told of the first kind alone."""
    languages = sorted({one.matterhorn for one in found if one.code == rules.TEXT_LANGUAGE.code})
    yield from (one for one in found if one.matterhorn not in languages[1:])


def _all(pdf: bytes) -> Iterator[Finding]:
    try:
        document = opened(pdf)
    except Locked as error:
        yield _locked(error.rights).at("pdf_fil")
        return
    except Unreadable as error:
        yield rules.DAMAGED.at("pdf_fil", orsak=error.reason)
        return
    for test in (file.findings, limits.findings, metadata.findings):
        yield from _guarded(test, document)
    yield from _guarded(_inside, document)


def _locked(rights: int | None) -> Rule:
    if rights is None:
        return rules.ENCRYPTED_NO_RIGHTS
    return rules.ENCRYPTED if rights & _READING_ALOUD else rules.ENCRYPTED_AGAINST_READERS


def _inside(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with the tags and the pages, which are read together."""
    tree = structure.tree(document)
    for test in (catalogue.findings, tags.findings, annotations.findings):
        yield from _guarded(test, document, tree)
    painted = content.painted(document, tree)
    yield from painted.found
    yield from _guarded(colours.findings, document, painted)
    for use in painted.fonts.values():
        font = fonts.font(use)
        yield from _guarded(fonts.findings, font)
        yield from _guarded(glyphs.findings, font)


def _guarded(test: Callable[P, Iterator[Finding]], *parts: P.args, **named: P.kwargs) -> Iterator[Finding]:
    """Yield what a test finds; what it stumbles over in damaged parts of the file is a finding too."""
    try:
        yield from test(*parts, **named)
    except Unreadable as error:
        yield rules.DAMAGED.at("pdf_fil", orsak=error.reason)
    except STUMBLES:
        yield rules.DAMAGED.at("pdf_fil", orsak="pdf_skadad")
