"""One way through the tags of a part, with the names and the conditions that hold in each place."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from jinja2 import nodes

from docgen.templating.contract import Sort
from docgen.templating.lint.blocks import Block, Branch, Tree
from docgen.templating.lint.expression import Expressions
from docgen.templating.lint.names import Names, Usage
from docgen.templating.lint.reader import Reader
from docgen.templating.lint.scope import Frame, free_names, parameters, targets
from docgen.templating.lint.tag import CELL_TAGS, Tag
from docgen.templating.lint.value import EVERYTHING, NONE, UNKNOWN, Truth, Value, each
from docgen.templating.sandbox import DEEPEST

_LOOP = re.compile(r"for\s+([^\W\d]\w*)")
_DEEPEST = 5
"""Calls of macros inside macros that are followed."""
_EVERYTHING = frozenset({EVERYTHING})


class Walk:
    """A walk; ``bare`` are the loops that leave a table without a row when their list is empty."""

    def __init__(self, names: Names, bare: Collection[Tag]) -> None:
        self.names, self.bare = names, bare
        self.reader = Reader(names)
        self.expressions = Expressions(names, self._called)
        self.calls: list[str] = []
        self.called: set[str] = set()
        self.loops = 0
        self.depth = 0
        self.blocks: Mapping[str, Callable[[Block], None]] = {
            "if": self._if,
            "for": self._for,
            "with": self._with,
            "macro": self._macro,
            "set": self._set_block,
            "filter": self._filter,
            "call": self._call_block,
        }

    def through(self, tree: Tree) -> None:
        """Read a part from its beginning to its end, and the macros that nothing has called: they print nothing."""
        self._body(tree)
        self.names.usage = Usage()
        for name, block in self.names.scope.macros.items():
            if name not in self.called:
                with self._frame(dict.fromkeys(parameters(self.reader.node(block.opener)), UNKNOWN)):
                    self._body(block.branches[0].body)

    def _body(self, tree: Tree) -> None:
        """Read what stands in a branch; that a name may be missing is told once for what stands together."""
        names = self.names
        before = set(names.told)
        for piece in tree:
            outer, names.touched = names.touched, set()
            if isinstance(piece, Block):
                self._block(piece)
            else:
                self._single(piece)
            names.told &= names.touched | before
            names.touched |= outer

    def _block(self, block: Block) -> None:
        self.names.tag = block.opener
        self.depth += 1
        if self.depth == DEEPEST + 1:
            self.names.tell("M-43", orsak="mall_for_djupt", ratt="mall_mindre_djupt")
        self.blocks.get(block.word, self._plain)(block)
        self.depth -= 1

    def _single(self, tag: Tag) -> None:
        node = self.reader.node(tag)
        if tag.word in CELL_TAGS:
            self._cell_tag(tag)
        match node:
            case nodes.Output():
                for inner in node.nodes:
                    self._print(tag, inner)
            case nodes.Assign():
                self._assign(node)

    def _print(self, tag: Tag, node: nodes.Node) -> None:
        value = self.expressions.print(node)
        if tag.level and tag.sound and value.sort is Sort.TEXT and not value.guessed:
            self.names.tell("M-25", orsak="mall_prefix_pa_text", ratt=f"{{{{ {tag.code} }}}}")

    def _cell_tag(self, tag: Tag) -> None:
        if not tag.at.zone("tc"):
            self.names.tell("M-34", orsak="mall_bara_i_cell")
        elif tag.word in {"vm", "hm"} and not self.loops:
            self.names.tell("M-34", orsak="mall_bara_i_slinga")

    def _assign(self, node: nodes.Assign) -> None:
        value = self.expressions.value(node.node)
        names = list(targets(node.target))
        for name in names:
            self._name(name, value if len(names) == 1 else UNKNOWN)

    def _name(self, name: str, value: Value) -> None:
        """Give a value a name in the innermost frame."""
        self._shadow(name)
        self.names.scope.frames[-1].names[name] = value

    def _shadow(self, name: str) -> None:
        if name in self.names.contract.names and not self.calls:
            self.names.warn("M-41", namn=name)

    def _plain(self, block: Block) -> None:
        self.reader.node(block.opener)
        for branch in block.branches if block.word != "raw" else ():
            self._body(branch.body)
        self._close(block)

    def _close(self, block: Block) -> None:
        if block.closer is not None and not block.guessed:
            self.reader.node(block.closer)

    def _if(self, block: Block) -> None:
        known = NONE
        for branch in block.branches:
            truth = Truth()
            with self.names.knowing(known):
                if branch.tag.word == "else":
                    self.reader.node(branch.tag)
                else:
                    truth = self._condition(branch.tag)
            here = _EVERYTHING if block.guessed else known | truth.yes
            with self.names.knowing(here):
                self._body(branch.body)
            known |= truth.no
        self._close(block)

    def _condition(self, tag: Tag) -> Truth:
        """Return what a condition tells; one that cannot be read is taken to ask for everything."""
        node = self.reader.node(tag)
        if isinstance(node, nodes.If):
            return self.expressions.value(node.test).truth
        return Truth(_EVERYTHING, _EVERYTHING)

    def _for(self, block: Block) -> None:
        opener = block.opener
        if block.guessed:
            self._lost_loop(block)
            return
        node = self.reader.node(opener)
        names, value = self._repeated(opener, node)
        if opener in self.bare and value.known and not value.guessed and not self.names.known_there(value.key):
            facts = {"orsak": "mall_tom_tabell", "ratt": "mall_villkor_om_tabellen", "lista": value.said}
            self.names.warn("M-33", **facts)
        for name in names if node is not None else ():
            self._shadow(name)
        key = f"#{opener.order}"
        one = each(value, names[0], key) if len(names) == 1 else UNKNOWN
        given = dict.fromkeys(names, one) | (self._lost_names(block.branches[0].body, value) if node is None else {})
        with self._frame(given, block, names[0] if len(names) == 1 else ""):
            test = node.test if isinstance(node, nodes.For) else None
            truth = self.expressions.value(test).truth if test is not None else Truth()
            with self.names.knowing(truth.yes):
                self._body(block.branches[0].body)
        for name in names:
            self.names.scope.ended[name] = one, opener
        for branch in block.branches[1:]:
            self.reader.node(branch.tag)
            self._body(branch.body)
        self._close(block)

    def _repeated(self, tag: Tag, node: nodes.Node | None) -> tuple[list[str], Value]:
        """Return the names that a loop gives and the list that it goes through."""
        if not isinstance(node, nodes.For):
            found = _LOOP.match(tag.code)
            value = next((one for one in self.reader.guessed(tag) if one.sort is Sort.LIST), UNKNOWN)
            return [found[1] if found else "?"], value
        names, value = list(targets(node.target)), self.expressions.value(node.iter)
        if value.absent:
            self.names.tell_absent(value)
        if value.sort not in {Sort.LIST, None}:
            lists = [name for name, one in (value.known.names if value.known else {}).items() if one.sort is Sort.LIST]
            near = f"{value.said}.{lists[0]}" if lists else ""
            reason = "mall_slinga_over_grupp" if value.sort is Sort.GROUP else "mall_slinga_over_text"
            remedy = "mall_over_listan" if lists else "mall_bara_over_lista"
            self.names.misused(value, reason, remedy, narmast=near)
            return names, self.names.scope.resolve(near) or UNKNOWN
        if len(names) > 1 and value.sort is Sort.LIST:
            self.names.misused(value, "mall_flera_namn", "mall_ett_namn")
        return names, value

    def _lost_loop(self, block: Block) -> None:
        """Read what stood in a loop whose beginning is not there: the last name that nobody knows was its own."""
        body = block.branches[0].body
        with self._frame(self._lost_names(body, UNKNOWN), block):
            self._body(body)

    def _lost_names(self, body: Tree, value: Value) -> dict[str, Value]:
        """Return the last name in ``body`` that nobody knows, as one thing of the list that ``value`` is."""
        unknown = [name for name in free_names(body) if name != "loop" and self.names.scope.find(name) is None]
        return {name: replace(each(value, name, name), guessed=True) for name in unknown[-1:]}

    @contextmanager
    def _frame(self, names: Mapping[str, Value], block: Block | None = None, variable: str = "") -> Iterator[None]:
        self.names.scope.frames.append(Frame(dict(names), block, variable))
        self.loops += block is not None
        yield
        self.loops -= block is not None
        self.names.scope.frames.pop()

    def _with(self, block: Block) -> None:
        node = self.reader.node(block.opener)
        given = zip(node.targets, node.values, strict=True) if isinstance(node, nodes.With) else ()
        values = {name: self.expressions.value(value) for target, value in given for name in targets(target)}
        with self._frame(values):
            self._branches(block.branches)
        self._close(block)

    def _branches(self, branches: Sequence[Branch]) -> None:
        for branch in branches:
            self._body(branch.body)

    def _set_block(self, block: Block) -> None:
        node = self.reader.node(block.opener)
        names = list(targets(node.target)) if isinstance(node, nodes.AssignBlock) else []
        with self._frame(dict.fromkeys(names if block.closer is None else [], UNKNOWN)):
            self._branches(block.branches)
        for name in names:
            self._name(name, UNKNOWN)
        self._close(block)

    def _filter(self, block: Block) -> None:
        self.reader.node(block.opener)
        with self._frame({}):
            self._branches(block.branches)
        self._close(block)

    def _call_block(self, block: Block) -> None:
        node = self.reader.node(block.opener)
        if isinstance(node, nodes.CallBlock):
            self.expressions.value(node.call)
        with self._frame(dict.fromkeys(parameters(node), UNKNOWN)):
            self._branches(block.branches)
        self._close(block)

    def _macro(self, block: Block) -> None:
        node = self.reader.node(block.opener)
        if isinstance(node, nodes.Macro):
            self.names.scope.macros[node.name] = block
        else:
            self._branches(block.branches)
        self._close(block)

    def _called(self, call: nodes.Call) -> Value:
        """Read a macro with the values that it is called with."""
        positional = [self.expressions.value(one) for one in call.args]
        named = {one.key: self.expressions.value(one.value) for one in call.kwargs}
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        block = self.names.scope.macros.get(name)
        if block is None or name in self.calls or len(self.calls) == _DEEPEST:
            return UNKNOWN
        tag = self.names.tag
        node = self.reader.node(block.opener)
        given = dict.fromkeys(parameters(node), UNKNOWN) | dict(zip(parameters(node), positional, strict=False)) | named
        frames, self.names.scope.frames = self.names.scope.frames, self.names.scope.frames[:1]
        self.calls.append(name)
        self.called.add(name)
        with self._frame(given):
            self._branches(block.branches)
        self.calls.pop()
        self.names.scope.frames, self.names.tag = frames, tag
        return UNKNOWN
