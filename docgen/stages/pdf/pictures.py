"""Pictures to which LibreOffice gave a place in the structure, while it drew them as decoration."""

import re

from docgen.stages.pdf.pages import contents
from docgen.stages.pdf.refusal import Unmendable, Unreadable
from docgen.stages.pdf.syntax import Ref, Value
from docgen.stages.pdf.tree import Tree

_NUMBER = rb"(-?[\d.]+)"
_START = b"/Artifact BMC"
_DRAWN = re.compile(
    rb"%b(?:(?!EMC\b|BMC\b|BDC\b).)*?\b%b cm\s+/\w+ Do\b" % (_START, rb"\s".join([_NUMBER] * 6)), re.DOTALL
)


def tag(tree: Tree) -> None:
    """Tie each picture without content to what is drawn in its place.

    Raises Unmendable ``bildtext`` for one without alternative text, ``bild`` for one that is drawn nowhere.
    """
    for picture in tree.of_kind(b"/Figure"):
        if b"Alt" not in tree.file.dictionary(picture):
            raise Unmendable("bildtext")
        if not tree.kids(picture):
            _tag(tree, picture)


def _tag(tree: Tree, picture: Ref) -> None:
    page = tree.file.dictionary(picture)[b"Pg"]
    if not isinstance(page, Ref):
        raise Unreadable
    (stream,) = contents(tree.file, page)
    drawing = tree.file.stream(stream)
    for drawn in _DRAWN.finditer(drawing):
        if _covers(tuple(float(one) for one in drawn.groups()), _middle(tree, picture)):
            mark = b"%d" % tree.new_mark(picture, page)
            rest = drawing[drawn.start() + len(_START) :]
            tree.file.put_stream(stream, b"%b/Figure<</MCID %b>>BDC%b" % (drawing[: drawn.start()], mark, rest))
            tree.hold(picture, [mark])
            return
    raise Unmendable("bild")


def _middle(tree: Tree, picture: Ref) -> tuple[float, float]:
    """Return the middle of the place that the structure gives a picture."""
    box, *_ = (tree.file.array(one[b"BBox"]) for one in tree.attributes(picture) if b"BBox" in one)
    left, bottom, right, top = (_float(one) for one in box)
    return (left + right) / 2, (bottom + top) / 2


def _covers(matrix: tuple[float, ...], point: tuple[float, float]) -> bool:
    """Tell whether a picture drawn by ``matrix``, which places a square of side 1, covers a point."""
    a, b, c, d, e, f = matrix
    x, y = [e, e + a, e + c, e + a + c], [f, f + b, f + d, f + b + d]
    return min(x) <= point[0] <= max(x) and min(y) <= point[1] <= max(y)


def _float(value: Value) -> float:
    if not isinstance(value, bytes):
        raise Unreadable
    return float(value)
