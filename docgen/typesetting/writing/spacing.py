"""The distance between blocks."""

from docgen.typesetting.model import Block, Paragraph
from docgen.typesetting.writing.sheet import Sheet


def distance(sheet: Sheet, above: Block, below: Block) -> float:
    """Return the distance of two blocks.

    It is the larger of what each wants, less what contextual spacing takes away, and what the line rule of the one
    above adds below its last line.
    """
    if not isinstance(above, Paragraph):
        return below.shape.before if isinstance(below, Paragraph) else 0.0
    after, before = above.shape.after, 0.0
    if isinstance(below, Paragraph):
        is_alike = above.shape.style == below.shape.style
        after = 0.0 if is_alike and above.shape.contextual else after
        before = 0.0 if is_alike and below.shape.contextual else below.shape.before
    return max(after, before) + sheet.leading(above)
