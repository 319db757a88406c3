"""Where a block begins and where it ends: in the same room of the document, or Word cannot read what comes of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.templating.lint.blocks import Block, Tree
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.story import Kind, Paragraph, Room
from docgen.templating.lint.tag import CLOSES, MIDDLES, OPENS, Tag

Rooms = tuple[Room, ...]

_REASONS = {
    "tc": "mall_over_celler",
    "tr": "mall_over_rader",
    "tbl": "mall_over_tabeller",
    "footnote": "mall_over_fotnoter",
    "txbxContent": "mall_over_textruta",
    "p": "mall_over_textruta",
    "@": "mall_over_text",
    "sdt": "mall_over_kontroll",
    "sdtContent": "mall_over_kontroll",
}
_ROWS = frozenset({"mall_over_celler", "mall_over_rader"})
_NEEDS_A_PARAGRAPH = frozenset({"tc", "txbxContent", "footnote"})
_WRAPS = frozenset({"sdt", "sdtContent", "customXml", "smartTag"})


def judge(tree: Tree, ledger: Ledger) -> None:
    """Tell of every block that does not end in the room in which it begins."""
    for block in (one for one in tree if isinstance(one, Block)):
        tags = [branch.tag for branch in block.branches] + ([block.closer] if block.closer else [])
        if not block.guessed and all(tag.sound for tag in tags):
            _judge(block, tags, ledger)
        for branch in block.branches:
            judge(branch.body, ledger)


def _judge(block: Block, tags: Sequence[Tag], ledger: Ledger) -> None:
    opener = block.opener
    for tag in tags[1:]:
        if reason := _difference(opener, tag):
            facts = {"slut": tag.text, "stycke": str(tag.at.place.paragraph), "orsak": reason}
            facts |= {"rad_fore": f"{{%tr {opener.code} %}}", "rad_efter": f"{{%tr {OPENS[block.word]} %}}"}
            remedy = (
                "mall_skriv_tr"
                if reason in _ROWS
                else "mall_samma_prefix"
                if reason == "mall_olika_prefix"
                else "mall_samma_rum"
            )
            ledger.tell("M-33", opener.at, opener.start, tagg=opener.text, ratt=remedy, **facts)
            return


def _difference(one: Tag, other: Tag) -> str:
    """Return why two tags of a block cannot belong together, as the key of the words for it; empty when they can."""
    if one.level != other.level and one.at.kind is other.at.kind is Kind.TEXT:
        return "mall_olika_prefix"
    homes = _home(one), _home(other)
    if homes[0] != homes[1]:
        return _REASONS.get(_parting(*homes), "mall_over_kontroll")
    if one.level == "" and one.at.piece(one.start).around != other.at.piece(other.start).around:
        return "mall_over_lank"
    return ""


def _home(tag: Tag) -> Rooms:
    """Return the rooms around what docxtpl puts in the place of the tag."""
    return tag.at.zone(tag.level)[:-1] if tag.level in {"tr", "tc"} else tag.at.home


def _parting(one: Rooms, other: Rooms) -> str:
    """Return the name of the first room that is not around both."""
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    return next(iter((*one[shared:], *other[shared:])))[0]


@dataclass
class _Way:
    """A block on the way through a room: its word, and how much is left in each branch."""

    word: str
    left: list[int] = field(default_factory=lambda: [0])
    otherwise: bool = False

    def least(self, *, lists_are_empty: bool) -> int:
        if self.word in {"with", "filter", ""} or (self.word == "for" and not lists_are_empty):
            return self.left[0]
        return min(self.left) if self.word in {"if", "for"} and self.otherwise else 0


def least(rooms: Sequence[Sequence[Tag]], *, lists_are_empty: bool) -> int:
    """Return how many of ``rooms`` are always there; each is given by its prefixed tags, which take it away."""
    ways = [_Way("")]
    for tags in rooms:
        ways[-1].left[-1] += not tags
        for tag in tags:
            if tag.opens:
                ways.append(_Way(tag.word))
            elif tag.word in MIDDLES:
                ways[-1].left.append(0)
                ways[-1].otherwise |= tag.word == "else"
            elif tag.word in CLOSES and len(ways) > 1:
                done = ways.pop()
                ways[-1].left[-1] += done.least(lists_are_empty=lists_are_empty)
    return ways[0].left[0] if len(ways) == 1 else 1


def judge_rooms(tags: Sequence[Tag], paragraphs: Sequence[Paragraph], ledger: Ledger) -> None:
    """Tell of cells, text boxes and footnotes that can be left without a paragraph: Word calls such a file damaged."""
    taking: dict[Paragraph, list[Tag]] = {}
    for tag in tags:
        if tag.level == "p" and tag.sound and tag.at.kind is Kind.TEXT:
            taking.setdefault(tag.at, []).append(tag)
    for inside in _by_room(paragraphs).values():
        rooms = [taking.get(one, []) for one in inside]
        first = next((found[0] for found in rooms if found), None)
        if first is None or least(rooms, lists_are_empty=True):
            continue
        tell = ledger.warn if least(rooms, lists_are_empty=False) else ledger.tell
        tell("M-33", first.at, first.start, tagg=first.text, orsak="mall_tom_cell", ratt="mall_tomt_stycke")


def _by_room(paragraphs: Sequence[Paragraph]) -> Mapping[Rooms, list[Paragraph]]:
    """Return the paragraphs of each cell, text box and footnote, those of tables inside them left out."""
    found: dict[Rooms, list[Paragraph]] = {}
    for one in paragraphs:
        rooms = one.home
        while rooms and rooms[-1][0] in _WRAPS:
            rooms = rooms[:-1]
        if one.kind is Kind.TEXT and rooms and rooms[-1][0] in _NEEDS_A_PARAGRAPH:
            found.setdefault(rooms, []).append(one)
    return found


def bare_tables(tags: Sequence[Tag], paragraphs: Sequence[Paragraph]) -> Iterator[Tag]:
    """Yield the loops over rows that leave a table without a row when their list is empty."""
    rows: dict[Rooms, list[Tag]] = {}
    for one in paragraphs:
        if one.kind is Kind.TEXT and one.zone("tr"):
            rows.setdefault(one.zone("tr"), [])
    for tag in tags:
        if tag.level == "tr" and tag.at.zone("tr") in rows:
            rows[tag.at.zone("tr")].append(tag)
    tables: dict[Rooms, list[list[Tag]]] = {}
    for rooms, found in rows.items():
        tables.setdefault(rooms[:-1], []).append(found)
    for inside in tables.values():
        loops = [tag for found in inside for tag in found if tag.word == "for" and tag.sound]
        if loops and not least(inside, lists_are_empty=True) and least(inside, lists_are_empty=False):
            yield loops[0]
