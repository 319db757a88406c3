"""List items as Typst lists, so that a reader of the PDF hears a list; where label and text stand is Word's affair."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.typesetting.formats import Label
from docgen.typesetting.model import Paragraph, Text
from docgen.typesetting.writing import labels, paragraphs
from docgen.typesetting.writing.code import array, joined, points
from docgen.typesetting.writing.forms import varied
from docgen.typesetting.writing.room import Room
from docgen.typesetting.writing.sheet import Sheet
from docgen.typesetting.writing.spacing import distance

SHORT = 200
"""The signs of an item of two or three lines."""


def is_item(one: Paragraph) -> bool:
    """Tell whether a paragraph is heard as a list item; a numbered heading is a heading."""
    return one.label is not None and not one.heading


def continues(above: Paragraph, below: Paragraph) -> bool:
    """Tell whether two paragraphs are items of lists that are written together."""
    return is_item(above) and is_item(below)


def items(sheet: Sheet, room: Room, found: Sequence[Paragraph], gap: float) -> str:
    """Return the code of list items after each other: as few lists as their distances and kinds allow."""
    codes = []
    above: Paragraph | None = None
    for part in _parts(sheet, found):
        between = gap if above is None else distance(sheet, above, part[0])
        sticky = ", sticky: true" if part[-1].shape.keep_next else ""
        is_kept = part[0].shape.keep_next or (len(part) == 1 and part[0].shape.keep_lines)
        whole = ", breakable: false" if is_kept else ""
        codes.append(
            f"block(above: {points(between)}, below: 0pt, width: 100%{sticky}{whole}, {_list(sheet, room, part)})"
        )
        above = part[-1]
    return joined(codes)


def _parts(sheet: Sheet, found: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield items that can stand in one list: one kind, one distance, all or none kept with the next.

    The item that the last of the kept ones is kept with goes with them where it is short: such a list is kept whole.
    """
    part: list[Paragraph] = []
    spacing: float | None = None
    for one in found:
        if part:
            between = distance(sheet, part[-1], one)
            is_alike = spacing in {None, between} and _kind(part[0]) == _kind(one, part[0])
            kept, ends = part[-1].shape.keep_next, part[0].shape.keep_next and not part[-1].shape.keep_next
            if not is_alike or ends or (kept != one.shape.keep_next and not are_whole(part[-1], one)):
                yield part
                part, spacing = [], None
            else:
                spacing = between
        part.append(one)
    yield part


def are_whole(above: Paragraph, below: Paragraph) -> bool:
    """Tell whether the item below is kept on one page, all of it, since the one above is kept with it: it is short."""
    if not (continues(above, below) and above.shape.keep_next):
        return False
    signs = [len(inline.text) if isinstance(inline, Text) else SHORT for inline in below.inlines]
    return sum(signs) < SHORT


def _kind(one: Paragraph, like: Paragraph | None = None) -> tuple[object, ...]:
    """Return what items of one level have in common; a deeper item than ``like`` is whatever ``like`` is."""
    label, level = _label(one), _label(like or one).level
    if label.level > level:
        return _kind(like or one)
    return (label.level, label.series, label.numbered, "" if label.numbered else label.text)


def _label(one: Paragraph) -> Label:
    if one.label is None:
        raise AssertionError
    return one.label


@dataclass(frozen=True, slots=True)
class _Item:
    """An item with the code of its mark, its text and the deeper lists below it."""

    mark: str
    body: str


def _list(sheet: Sheet, room: Room, part: Sequence[Paragraph]) -> str:
    """Return the code of one list; deeper items stand in lists of their own inside the item above them."""
    spacing = distance(sheet, part[0], part[1]) if len(part) > 1 else 0.0
    made = [_item(sheet, room, one, deeper, spacing) for one, deeper in _nested(part)]
    common = f"tight: false, spacing: {points(spacing)}, indent: 0pt, body-indent: 0pt"
    if _label(part[0]).numbered:
        marks = f"(..n) => {array(one.mark for one in made)}.at(n.pos().last() - 1)"
        bodies = ", ".join(f"enum.item({number}, {one.body})" for number, one in enumerate(made, 1))
        return f"enum({common}, number-align: start + top, numbering: {marks}, {bodies})"
    return f"list({common}, marker: {made[0].mark}, {', '.join(one.body for one in made)})"


def _nested(part: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, list[Paragraph]]]:
    """Yield each item of the first one's level with the deeper items that follow it."""
    level = _label(part[0]).level
    starts = [index for index, one in enumerate(part) if _label(one).level <= level]
    for start, end in zip(starts, [*starts[1:], len(part)], strict=True):
        yield part[start], list(part[start + 1 : end])


def _item(sheet: Sheet, room: Room, one: Paragraph, deeper: Sequence[Paragraph], spacing: float) -> _Item:
    found = labels.mark(sheet, room, _label(one), one.shape)
    text = paragraphs.unlabelled(sheet, room, one, varied(one.shape, first=found.start - one.shape.left), 0.0)
    inner = [items(sheet, room, deeper, spacing)] if deeper else []
    pieces = joined(sheet.text(found.label.text, found.label.look, one.shape, (room.part, one.place)))
    at, down = points(found.at - room.inset), points(_down(sheet, one))
    return _Item(f"mark({at}, {down}, {points(found.width + 1)}, {pieces})", joined([text, *inner]))


def _down(sheet: Sheet, one: Paragraph) -> float:
    """Return how far below its corner a mark begins, so that it stands on the first line of its text.

    Typst hangs the mark of a bullet on the base line of the text, and that of a numbered item from its top.
    """
    label, look = _label(one), next((inline.look for inline in one.inlines if isinstance(inline, Text)), one.mark)
    over = sheet.styles.setting(look, one.shape).edges[0] if label.numbered else 0.0
    return over - sheet.styles.setting(label.look, one.shape).edges[0]
