"""Where a tag stands: docxtpl takes the whole row, cell or paragraph of a prefixed tag away, and all that is in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.story import Kind, Paragraph
from docgen.templating.lint.tag import CELL_TAGS, Shape, Tag, shown

_LOST = {
    "mall_bild": "mall_bild_forsvinner",
    "mall_falt": "mall_falt_forsvinner",
    "mall_specialtecken": "mall_tecken_forsvinner",
    "mall_fotnot": "mall_fotnot_forsvinner",
    "mall_slutnot": "mall_fotnot_forsvinner",
    "mall_sidbrytning": "mall_sidbrytning_forsvinner",
    "mall_avsnittsbrytning": "mall_avsnitt_forsvinner",
}
"""What a reader misses when the room of a tag is taken away, and the key of the words that say so."""
_SEVERAL = {"p": "mall_flera_i_stycke", "tr": "mall_flera_i_rad", "tc": "mall_flera_i_cell"}
_INSIDE = {"p": "mall_prefix_textruta", "tr": "mall_prefix_tabell_i_rad", "tc": "mall_prefix_tabell_i_cell"}

_Zone = tuple[str, object]


def placed(tags: Sequence[Tag], paragraphs: Sequence[Paragraph], ledger: Ledger) -> list[Tag]:
    """Return the tags; those whose place is wrong, or that docxtpl throws away, are no longer sound.

    A tag that stands twice in a room that is taken away counts once.
    """
    zones: dict[_Zone, list[Tag]] = {}
    for tag in tags:
        if tag.level in _SEVERAL and tag.at.kind is Kind.TEXT:
            zones.setdefault(_zone(tag), []).append(tag)
    by_paragraph: dict[Paragraph, list[Tag]] = {}
    for tag in tags:
        by_paragraph.setdefault(tag.at, []).append(tag)
    wrong: set[Tag] = set()
    for zone, found in zones.items():
        inside = _inside(zone, found[0], paragraphs)
        if not _is_sound(found, inside, ledger):
            wrong.update(other for one in inside for other in by_paragraph.get(one, ()) if other is not found[0])
            lone = len(found) == 1 and _fits(found[0], inside) and found[0].shape is not Shape.PRINT
            wrong.update(() if lone else found)
    wrong.update(_merging(by_paragraph, paragraphs, ledger))
    wrong.update(tag for tag in tags if tag.word in CELL_TAGS and not tag.at.zone("tc"))
    twice = {other for found in zones.values() for one, other in pairwise(found) if one.code == other.code}
    return [replace(tag, sound=False) if tag in wrong else tag for tag in tags if tag not in twice]


def _merging(tags: Mapping[Paragraph, Sequence[Tag]], paragraphs: Sequence[Paragraph], ledger: Ledger) -> Iterator[Tag]:
    """Yield the tags whose minus sign merges paragraphs that cannot be one; tell of each."""
    texts = [one for one in paragraphs if one.kind is Kind.TEXT and one.pieces]
    for before, after in pairwise(texts):
        kept = before.home == after.home and not any(one.level for at in (before, after) for one in tags.get(at, ()))
        last, first = tags.get(before, ())[-1:], tags.get(after, ())[:1]
        merging = [*filter(_ends_with_minus, last), *filter(_begins_with_minus, first)]
        for tag in (one for one in merging if one.sound and not kept):
            _tell("M-27", tag, ledger, orsak="mall_minus_over", ratt="mall_utan_minus")
            yield tag


def _begins_with_minus(tag: Tag) -> bool:
    return tag.written.startswith("{%-") and not tag.at.text[: tag.start].strip()


def _ends_with_minus(tag: Tag) -> bool:
    return tag.written.endswith("-%}") and not tag.at.text[tag.end :].strip()


def _zone(tag: Tag) -> _Zone:
    return tag.level, tag.at if tag.level == "p" else tag.at.zone(tag.level) or tag.at


def _inside(zone: _Zone, tag: Tag, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs that go with the tag."""
    if zone[0] == "p":
        return [tag.at]
    rooms = tag.at.zone(tag.level)
    return [one for one in paragraphs if rooms and one.kind is Kind.TEXT and one.home[: len(rooms)] == rooms]


def _fits(tag: Tag, inside: Sequence[Paragraph]) -> bool:
    """Tell whether docxtpl can take the room of the tag away as a whole: no table stands in it, and no text box."""
    if tag.level == "p":
        return not tag.at.boxed
    depth = len(tag.at.zone(tag.level))
    return bool(inside) and not any(room[0] == "tbl" for one in inside for room in one.home[depth:])


def _is_sound(found: Sequence[Tag], inside: Sequence[Paragraph], ledger: Ledger) -> bool:
    """Tell what is wrong with a room and the prefixed tags in it, and whether anything is."""
    tag = found[0]
    if not all(one.sound for one in found):
        return True
    if not inside:
        _tell("M-25", tag, ledger, orsak="mall_prefix_utanfor_tabell", ratt=_as_paragraph(tag))
    elif not _fits(tag, inside):
        _tell("M-25", tag, ledger, orsak=_INSIDE[tag.level], ratt="mall_egen_plats")
    elif len(found) > 1:
        _tell("M-26", tag, ledger, orsak=_SEVERAL[tag.level], sista=found[-1].text)
    elif lost := next(_lost(tag, inside), None):
        _tell("M-27", tag, ledger, orsak=lost[0], text=lost[1], ratt="mall_flytta_ut")
    else:
        return True
    return False


def _lost(tag: Tag, inside: Sequence[Paragraph]) -> Iterator[tuple[str, str]]:
    """Yield what is lost with the tag: words first, then pictures and the like."""
    texts = [one.text if one is not tag.at else one.text[: tag.start] + one.text[tag.end :] for one in inside]
    words = " ".join(" ".join(texts).split())
    if words:
        yield "mall_text_forsvinner", shown(words)
    for mark in (mark for one in inside for mark in one.marks if mark.word in _LOST):
        yield _LOST[mark.word], ""


def _as_paragraph(tag: Tag) -> str:
    return f"{tag.shape}p {shown(tag.code)} {tag.shape.end}"


def _tell(code: str, tag: Tag, ledger: Ledger, **facts: str) -> None:
    ledger.tell(code, tag.at, tag.start, tagg=tag.text, **facts)
