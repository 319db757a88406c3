"""How one tag is spelled: its shape, its prefix, its minus signs, and what else stands inside its braces."""

import re
from collections.abc import Container
from dataclasses import replace

from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.prefix import Form, prefix
from docgen.templating.lint.story import Kind, Mark, Paragraph
from docgen.templating.lint.tag import LEVELS, WORDS, Shape, Span, Tag, shown, straightened

_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_STATEMENT = re.compile(rf"(?:(?:{'|'.join(LEVELS)})\s+|[-+]?\s*)(?P<word>{_WORD})\b(?!\s*[.|(])")
_NAME = re.compile(r"\s*([^\W\d]\w*)(?:\.\w+)*\s*(?:\|.*)?", re.DOTALL)
_BRACES = re.compile(r"[%}]")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LOOKS_LIKE = {"mall_tabb": " ", "mall_radbrytning": " ", "mall_hart_bindestreck": "_"}
_HARMLESS = frozenset({"mall_tabb", "mall_radbrytning", "mall_hart_bindestreck", "mall_mjukt_bindestreck"})


def meant_shape(inside: str, begins: str, ends: str, known: Container[str]) -> Shape:
    """Return the shape that a tag was meant to have: that of its braces, unless what is inside can only be another."""
    name = _NAME.fullmatch(inside)
    statement = _STATEMENT.match(inside)
    if statement and statement["word"] not in known:
        return Shape.STATEMENT
    if begins == Shape.PRINT and ends == Shape.PRINT.end:
        return Shape.PRINT
    if name and name[1] in known:
        return Shape.PRINT
    return Shape.STATEMENT if "%" in begins or "%" in ends else Shape.PRINT


def spelled(span: Span, shape: Shape, inside: str, ledger: Ledger, *, sound: bool) -> Tag:
    """Return the tag that stands in ``span``; tell what is wrong with its spelling, one thing at most."""
    at, start, end = span
    meant = prefix(shape, _with_marks(at, at.text.find(inside, start), inside))
    code = straightened(_without_minus(meant.code, first=not meant.level), at.kind).strip()
    tag = Tag(at, start, end, shape, meant.level, code, span.text)
    faults = (*_prefix_faults(tag, meant.form), *_foreign_faults(tag), *_minus_faults(tag, inside)) if sound else ()
    if faults:
        name, facts = faults[0]
        ledger.tell(name, at, start, tagg=tag.text, **facts)
        tag = replace(tag, code=_BRACES.sub("", code) if name == "M-25" else code)
    return tag if sound and not faults else replace(tag, sound=False)


def _with_marks(at: Paragraph, start: int, inside: str) -> str:
    """Return what is inside the braces as it looks in Word; docxtpl glues together what a tab or a hyphen divides."""
    for mark in reversed(at.marks):
        offset = mark.at - start
        if 0 < offset < len(inside) and _glues(inside[:offset], inside[offset:]):
            inside = f"{inside[:offset]}{_LOOKS_LIKE.get(mark.word, '')}{inside[offset:]}"
    return inside


def _glues(before: str, after: str) -> bool:
    return bool(re.search(r"\w$", before) and re.match(r"\w", after))


def _without_minus(said: str, *, first: bool) -> str:
    """Return what a tag says without the signs for white space at its ends; ``first``: nothing stands before it."""
    said = said[1:] if first and said[:1] in {"-", "+"} else said
    return said[:-1] if said[-1:] in {"-", "+"} else said


Facts = tuple[str, dict[str, str]]


def _prefix_faults(tag: Tag, form: Form) -> list[Facts]:
    right, bare = (f"{tag.shape}{level} {shown(tag.code)} {tag.shape.end}" for level in (tag.level, ""))
    if tag.level and tag.at.kind is not Kind.TEXT:
        return [("M-25", {"orsak": "mall_prefix_utanfor_text", "ratt": bare})]
    if form is Form.WRONG:
        return [("M-25", {"orsak": "mall_prefix_form", "ratt": right})]
    if form is Form.ALONE:
        return [("M-25", {"orsak": "mall_prefix_ensamt", "ratt": bare})]
    if tag.level and _BRACES.search(tag.code):
        return [("M-25", {"orsak": "mall_prefix_procent", "ratt": "mall_prefix_utan_procent"})]
    merges = tag.level and tag.written[-3:-2] == "-"
    return [("M-25", {"orsak": "mall_prefix_minus", "ratt": right})] if merges else []


def _foreign_faults(tag: Tag) -> list[Facts]:
    """Return what is wrong with what Word has put between the braces."""
    at, start, end = tag.at, tag.start, tag.end
    if tag.shape is Shape.COMMENT:
        return []
    if tag.level in {"", "r"} and at.piece(start).around != at.piece(end - 1).around:
        return [("M-23", {"orsak": "mall_delad_av_lank"})]
    found = [("M-24", {"fynd": one.word, "ratt": "mall_ta_bort_tecknet"}) for one in at.marks if _harms(tag, one)]
    quoted = "".join(_QUOTED.findall(tag.code))
    if "&" in quoted and at.kind is not Kind.PROPERTY:
        found.append(("M-24", {"fynd": "&", "ratt": "mall_skriv_och"}))
    if at.kind is Kind.ATTRIBUTE and '"' in tag.written:
        found.append(("M-24", {"fynd": '"', "ratt": "mall_enkla_citattecken"}))
    return found


def _harms(tag: Tag, mark: Mark) -> bool:
    """Tell whether docxtpl, which throws the mark away, changes what the tag says."""
    if not tag.start < mark.at < tag.end:
        return False
    before, after = tag.at.text[tag.start : mark.at], tag.at.text[mark.at : tag.end]
    in_quotes = len(re.findall("[\"']", straightened(before, tag.at.kind))) % 2 == 1
    return mark.word not in _HARMLESS or in_quotes or (mark.word in _LOOKS_LIKE and _glues(before, after))


def _minus_faults(tag: Tag, inside: str) -> list[Facts]:
    """Return the text that docxtpl throws away when a minus sign merges a paragraph with the one before or after."""
    if tag.shape is not Shape.STATEMENT or tag.at.kind is not Kind.TEXT:
        return []
    before, after = tag.at.text[: tag.start].strip(), tag.at.text[tag.end :].strip()
    if inside.startswith("-") and before:
        return [("M-27", {"text": shown(before), "orsak": "mall_minus_fore", "ratt": "mall_utan_minus"})]
    if inside.endswith("-") and after and not after.startswith(("{{", "{%")):
        return [("M-27", {"text": shown(after), "orsak": "mall_minus_efter", "ratt": "mall_utan_minus"})]
    return []
