"""The tags of a part as a tree: what stands in which loop and which condition, mended where a person forgot something.

A block without an end ends where the block around it ends; an end without a beginning is passed over. So one fault is
told once, and what stands inside is still judged as it was meant.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.tag import CLOSES, MIDDLES, OPENS, Shape, Tag


@dataclass(eq=False)
class Branch:
    """What stands after a tag that begins a block or goes on with it (``if``, ``elif``, ``else``)."""

    tag: Tag
    body: "list[Tag | Block]" = field(default_factory=list)


@dataclass(eq=False)
class Block:
    """A block; ``closer`` is None when it has no end. ``guessed``: its beginning is not in the template."""

    word: str
    branches: list[Branch]
    closer: Tag | None = None
    guessed: bool = False

    @property
    def is_closing(self) -> bool:
        """Tell whether the block has come to its ``else``."""
        return any(branch.tag.word == "else" for branch in self.branches)

    @property
    def opener(self) -> Tag:
        """Return the tag that begins the block."""
        return self.branches[0].tag


_DEEPEST = 64
"""Blocks in each other that are read; a template may have far fewer."""

Tree = Sequence[Tag | Block]


def tree(tags: Sequence[Tag], ledger: Ledger) -> Tree:
    """Return the tags nested; comments are left out. Tells of blocks without end and ends without block."""
    return _Nesting([tag for tag in tags if tag.shape is not Shape.COMMENT], ledger).nested()


class _Nesting:
    """One way through the tags; ``open`` are the blocks that have begun, the outermost first."""

    def __init__(self, tags: Sequence[Tag], ledger: Ledger) -> None:
        self.tags, self.ledger = tags, ledger
        self.next_end, self.ends_ahead = _ahead(tags)
        self.top: list[Tag | Block] = []
        self.open: list[Block] = []

    def nested(self) -> Tree:
        for index, tag in enumerate(self.tags):
            if tag.opens:
                self._begin(Block(tag.word, [Branch(tag)]))
            elif tag.word in MIDDLES:
                self._go_on(index, tag)
            elif tag.word in CLOSES:
                self._end(index, tag)
            else:
                self._body().append(tag)
        self._unclosed(self.open)
        return self.top

    def _body(self) -> list[Tag | Block]:
        return self.open[-1].branches[-1].body if self.open else self.top

    def _begin(self, block: Block) -> None:
        if len(self.open) < _DEEPEST:
            self._body().append(block)
        self.open.append(block)

    def _go_on(self, index: int, tag: Tag) -> None:
        """Begin the next branch of the innermost block, or tell that there is none that it could belong to."""
        if self.open and self.open[-1].word == "for":
            self._end_loops_before(index)
        block = self.open[-1] if self.open else None
        if block and self._takes(block, tag) and not self._has_lost_its_if(index, block):
            if block.is_closing:
                self._tell("M-31", tag, orsak="mall_andra_else", ratt="mall_ett_else")
            block.branches.append(Branch(tag))
            return
        self._tell("M-31", tag, orsak="mall_utanfor_if", ratt="mall_satt_if_fore")
        if self.next_end[index] == "if":
            self._begin(Block("if", [Branch(tag)], guessed=True))

    def _end_loops_before(self, index: int) -> None:
        """End the loops that have no end of their own, where an ``else`` of the ``if`` around them comes."""
        lacking = sum(one.word == "for" for one in self.open) - self.ends_ahead[index]["for"]
        while self.next_end[index] == "if" and lacking > 0 and self.open[-1].word == "for":
            if not any(one.word == "if" for one in self.open):
                return
            self._unclosed([self.open.pop()])
            lacking -= 1

    @staticmethod
    def _takes(block: Block, tag: Tag) -> bool:
        return block.word == "if" or (block.word == "for" and tag.word == "else")

    def _has_lost_its_if(self, index: int, block: Block) -> bool:
        """Tell whether an ``else`` belongs to an ``if`` that is not there: there is an ``endif`` too many."""
        if block.word == "for":
            return self.next_end[index] == "if"
        return block.is_closing and self.ends_ahead[index]["if"] > sum(one.word == "if" for one in self.open)

    def _end(self, index: int, tag: Tag) -> None:
        word = CLOSES[tag.word]
        if self.open and self.open[-1].word == word:
            self.open.pop().closer = tag
            return
        depth = next((depth for depth in reversed(range(len(self.open))) if self.open[depth].word == word), None)
        ahead = self.ends_ahead[index]
        if depth is None:
            self._end_of_nothing(tag, ahead)
        elif ahead[word] >= sum(one.word == word for one in self.open):
            self._surplus(tag)
        else:
            self._end_across(depth, tag, ahead)

    def _end_of_nothing(self, tag: Tag, ahead: Mapping[str, int]) -> None:
        """Tell of an end where no such block is open; it was meant for the innermost if that has none."""
        block = self.open[-1] if self.open else None
        if block and not block.guessed and not ahead[block.word]:
            self._wrong_end(tag, block, "mall_byt_slut")
            self.open.pop().closer = tag
        else:
            self._surplus(tag)

    def _surplus(self, tag: Tag) -> None:
        """Tell of an end whose beginning is not there, and guess what it was the end of."""
        word = CLOSES[tag.word]
        self._tell("M-31", tag, orsak="mall_utan_borjan", ratt="mall_satt_borjan_fore", borjan=word)
        body = self._body()
        first = len(body)
        while first and not _stands_before(body[first - 1], word):
            first -= 1
        body[first:] = [Block(word, [Branch(tag, body[first:])], tag, guessed=True)]

    def _end_across(self, depth: int, tag: Tag, ahead: Mapping[str, int]) -> None:
        """End a block inside which others are open: they have no end, or theirs comes too late."""
        inner = self.open[depth + 1 :]
        outside = Counter(one.word for one in self.open[:depth])
        late = [one for one in inner if ahead[one.word] > outside[one.word]]
        if late:
            self._wrong_end(tag, late[-1], "mall_flytta_slut")
            del self.open[depth]
            return
        self._unclosed(inner)
        self.open[depth].closer = tag
        del self.open[depth:]

    def _unclosed(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if not block.guessed:
                self._tell("M-30", block.opener, slut=block.opener.like(OPENS[block.word]))

    def _wrong_end(self, tag: Tag, block: Block, remedy: str) -> None:
        end = block.opener.like(OPENS[block.word])
        facts = {"oppnad": block.opener.text, "stycke": str(block.opener.at.place.paragraph)}
        self._tell("M-32", tag, **facts, slut=end, ratt=remedy)

    def _tell(self, code: str, tag: Tag, **facts: str) -> None:
        self.ledger.tell(code, tag.at, tag.start, tagg=tag.text, **facts)


def _stands_before(piece: Tag | Block, word: str) -> bool:
    """Tell whether a block of ``word`` that has lost its beginning will have begun after ``piece``."""
    return isinstance(piece, Block) and piece.word == word and (word == "if" or piece.guessed)


def _ahead(tags: Sequence[Tag]) -> tuple[list[str], list[Mapping[str, int]]]:
    """Return, for each tag, what ends there are after it that have no beginning after it.

    First the block that the next one ends, then how many there are of each block.
    """
    waiting: list[str] = []
    counts: Counter[str] = Counter()
    nearest: list[str] = []
    ahead: list[Mapping[str, int]] = []
    for tag in reversed(tags):
        nearest.append(waiting[-1] if waiting else "")
        ahead.append(counts)
        if tag.word in CLOSES:
            waiting.append(CLOSES[tag.word])
            counts = counts + Counter([CLOSES[tag.word]])
        elif tag.opens:
            del waiting[-1:]
            counts = counts - Counter([tag.word])
    return nearest[::-1], ahead[::-1]
