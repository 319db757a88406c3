"""The sentences of a document type, which remember what was asked of them, and every document that the samples give."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from docgen import preflight, wording
from docgen.documents.kind import Kind, View
from docgen.documents.organisation import Stil
from docgen.documents.rule import Setting
from docgen.resources import samples, shipped_file
from docgen.stages import read, validate
from docgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Noted(Mapping[str, str]):
    """A table of sentences that notes the keys that are found in it."""

    table: Mapping[str, str]
    found: set[str] = field(default_factory=set)

    def __getitem__(self, key: str) -> str:
        text = self.table[key]
        self.found.add(key)
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self.table)

    def __len__(self) -> int:
        return len(self.table)


@dataclass(frozen=True, slots=True)
class Made:
    """A document: the type it is of, which may be another than the sample's, and what its template may show."""

    kind: Kind
    sample: str
    view: View


@dataclass(slots=True)
class Workroom:
    """Makes the views of every valid sample in one style, and notes the sentences that each type uses."""

    setting: Setting
    sentences: dict[str, Noted] = field(default_factory=dict)

    def wording(self, kind: Kind) -> Wording:
        table = self.sentences.setdefault(kind.slug, Noted(preflight.wording(kind, self.setting, None).table))
        return Wording(table)

    def made(self, kind: Kind) -> Iterator[Made]:
        """Yield the documents of each sample of ``kind``, those that follow from it included."""
        for path in sorted((samples() / kind.slug).glob("*.json")):
            (raw,) = read.records([str(path)])
            record = validate.record(raw, self.setting)
            for one in (record, *record.foljande):
                for kopia in one.kind.kopior(one.record):
                    view = one.kind.view(one.record, kopia, self.setting, self.wording(one.kind))
                    yield Made(one.kind, path.stem, view)


def styles(kind: Kind) -> tuple[Stil, ...]:
    """Return the styles in which documents of ``kind`` are written."""
    return (Stil.FORMELL,) if kind.alltid_formell else (Stil.DU, Stil.FORMELL)


def in_style(setting: Setting, stil: Stil) -> Setting:
    """Return ``setting`` with another style of address."""
    return replace(setting, organisation=setting.organisation.model_copy(update={"stil": stil}))


def keys(name: str, stil: str = "") -> set[str]:
    """Return the keys of a file of sentences: what is common, and with ``stil`` what that style has besides."""
    path = shipped_file(name)
    common = set(wording.load([path], "").table)
    return set(wording.load([path], stil).table) - common if stil else common
