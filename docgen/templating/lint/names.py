"""The names in a tag held against those that there are, and against what may be missing from a document."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from docgen.templating.contract import Contract, Sort
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.near import nearest
from docgen.templating.lint.scope import Scope
from docgen.templating.lint.tag import Tag
from docgen.templating.lint.value import EVERYTHING, NONE, Keys, Truth, Value, each, member, of_path

_ANYTHING = Truth(frozenset({EVERYTHING}), frozenset({EVERYTHING}))


@dataclass
class Usage:
    """What a template prints and what it asks for, as paths; ``loose`` are ends of unknown paths."""

    printed: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    loose: set[str] = field(default_factory=set)

    def print(self, value: Value) -> None:
        """Note that a value is printed."""
        self.printed |= value.paths
        if value.loose:
            self.loose.add(value.loose)


class Names:
    """What names mean at a place of a template: in a tag, inside loops, under conditions.

    ``there`` are the keys of what is known to be there, ``told`` of what has been told to be maybe missing, ``touched``
    of what has been read; ``tag`` is the tag that is being read.
    """

    tag: Tag

    def __init__(self, contract: Contract, others: Sequence[Contract], usage: Usage, ledger: Ledger) -> None:
        self.contract, self.others, self.usage, self.ledger = contract, others, usage, ledger
        self.scope = Scope(contract)
        self.there: Keys = NONE
        self.told: set[str] = set()
        self.touched: set[str] = set()

    def tell(self, code: str, **facts: str) -> None:
        """Tell an error of the tag that is being read."""
        self.ledger.tell(code, self.tag.at, self.tag.start, tagg=self.tag.text, **facts)

    def warn(self, code: str, **facts: str) -> None:
        """Tell a warning about the tag that is being read."""
        self.ledger.warn(code, self.tag.at, self.tag.start, tagg=self.tag.text, **facts)

    @contextmanager
    def knowing(self, keys: Keys) -> Iterator[None]:
        """Read what follows as it is when ``keys`` are there."""
        before, self.there = self.there, self.there | keys
        yield
        self.there = before

    def find(self, name: str) -> Value:
        """Return the value of a first name; tell when there is none."""
        value = self.scope.find(name)
        return self._seen(self._unknown(name) if value is None else value)

    def member(self, value: Value, name: str) -> Value:
        """Return what a value has under ``name``; tell when it has nothing there, or may be absent itself."""
        if value.absent:
            self.tell_absent(value)
        match value.sort:
            case Sort.LIST:
                self.misused(value, "mall_lista_har_inga_namn", "mall_ga_igenom")
                return self._seen(self._kept(each(value, value.said, value.key), name))
            case Sort.GROUP if value.known and name not in value.known.names:
                return self._seen(self._not_in(value, name))
            case Sort.GROUP | None:
                return self._seen(member(value, name))
        self.misused(value, "mall_text_har_inga_namn", "mall_utan_punkt", helt=f"{value.said}.{name}")
        return value

    def misused(self, value: Value, reason: str, remedy: str, **facts: str) -> None:
        """Tell that a value is used as what it is not."""
        if not value.guessed:
            self.tell("M-39", namn=value.said or "–", orsak=reason, ratt=remedy, **facts)

    def tell_absent(self, value: Value) -> None:
        """Tell that a value may be missing and that no condition asks for it; once where it is used several times."""
        if value.key not in self.told:
            self.told.add(value.key)
            self.tell("M-40", namn=value.said)

    def known_there(self, key: str) -> bool:
        """Tell whether it is known here that the value with ``key`` is there."""
        return key in self.there or EVERYTHING in self.there

    def _seen(self, value: Value) -> Value:
        self.usage.asked |= value.paths
        self.touched.add(value.key)
        return replace(value, absent=value.absent and not self.known_there(value.key))

    @staticmethod
    def _kept(value: Value, name: str) -> Value:
        return member(value, name) if value.known and name in value.known.names else value

    def _not_in(self, value: Value, name: str) -> Value:
        """Tell that a group has no such name, and return the nearest that it has."""
        names = list(value.known.names) if value.known else []
        near = nearest(name, names)
        meant = near.get("narmast")
        if meant:
            near["narmast"] = f"{value.said}.{meant}"
        if not value.guessed:
            self.tell("M-36", namn=f"{value.said}.{name}", grupp=value.said, namnen=", ".join(names), **near)
        found = replace(member(value, meant or name), guessed=True, absent=False)
        return found if meant else replace(found, paths=NONE, loose="", truth=_ANYTHING)

    def _unknown(self, name: str) -> Value:
        """Tell of a first name that there is not, and return what it seems to mean."""
        if meant := self._of_unused_loop(name):
            return meant
        if name in self.scope.ended:
            value, opener = self.scope.ended[name]
            self.tell("M-38", namn=name, orsak="mall_efter_slingan", slinga=opener.text, stycke=_number(opener))
            return replace(value, guessed=True)
        if name == "loop":
            self.tell("M-38", namn=name, orsak="mall_utanfor_slinga")
            return Value(None, name, name, truth=_ANYTHING)
        for other in self.others:
            if name in other.names:
                self.tell("M-37", namn=name, typ=self.contract.slug, annan_typ=other.slug)
                value = of_path(other.names[name], name)
                return replace(value, paths=NONE, absent=False, guessed=True, truth=_ANYTHING)
        return self._nearest(name)

    def _of_unused_loop(self, name: str) -> Value | None:
        """Return the variable of a loop around that is never used: what is used in its place must be meant for it."""
        for frame in reversed(self.scope.frames):
            if frame.is_unused():
                if frame.block is None or frame.block.opener.sound:
                    self.tell("M-35", namn=name, typ=self.contract.slug, forslag="menade_du", narmast=frame.variable)
                frame.names[name] = replace(frame.names[frame.variable], guessed=True)
                return frame.names[name]
        return None

    def _nearest(self, name: str) -> Value:
        near = nearest(name, self.scope.names(), self.scope.elsewhere())
        self.tell("M-35", namn=name, typ=self.contract.slug, **near)
        value = self.scope.resolve(near["narmast"]) if "narmast" in near else None
        value = value or Value(None, name, name, loose="", truth=_ANYTHING)
        return replace(value, guessed=True, absent=False)

    def misread(self, pieces: Sequence[str], sign: str) -> Value | None:
        """Return the value that a name with a ``sign`` between its pieces was meant for, and tell; None for none."""
        for joined in ("_".join(pieces), "".join(pieces)):
            value = self.scope.resolve(joined)
            if value is not None:
                facts = {"forslag": "menade_du", "narmast": joined}
                self.tell("M-35", namn=sign.join(pieces), typ=self.contract.slug, **facts)
                return self._seen(replace(value, guessed=True, absent=False))
        return None


def _number(tag: Tag) -> str:
    return str(tag.at.place.paragraph)
