"""What can be known to be wrong before the first record, and what every record of a run shares."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

from docgen import __version__, rehearsal, rulebook
from docgen.documents import organisation
from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Kind
from docgen.documents.rule import Setting
from docgen.errors import SettingsError, UsageError
from docgen.logbook.tables import Condition
from docgen.order import Order
from docgen.resources import own_file, shipped_file
from docgen.stages.read import STDIN
from docgen.templating.layout import Layout, Window
from docgen.templating.verdict import Refused, Verdict
from docgen.templating.word import WordTemplate
from docgen.wording import Wording, refuse_lost_substance
from docgen.wording import load as load_wording

COMMON = ("_common/brevhuvud.toml", "_common/overklagande.toml")


@dataclass(frozen=True, slots=True)
class Bench:
    """What the documents of one kind are made with."""

    wording: Wording
    template: WordTemplate


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every record of a run shares: the settings, the law, and a bench for each kind.

    A bench with nothing of the municipality's own is set up when the first record of its kind comes.
    """

    setting: Setting
    order: Order
    benches: dict[str, Bench] = field(default_factory=dict)

    def bench(self, kind: Kind) -> Bench:
        """Return the bench of ``kind``; raise what ``preflight.bench`` raises."""
        if kind.slug not in self.benches:
            self.benches[kind.slug] = bench(kind, self.setting, self.order)
        return self.benches[kind.slug]


def prepare(order: Order) -> Workshop:
    """Return the workshop of ``order``; raise a RunError for what would stop records later."""
    if order.sources.count(STDIN) > 1:
        raise UsageError("U-01")
    shop = Workshop(rulebook.setting(order), order)
    layout(shop.setting)
    for kind in KINDS.values():
        if own_file(_template(kind), order.templates) or _own_sentences(kind, order.templates):
            shop.bench(kind)
    return shop


def bench(kind: Kind, setting: Setting, order: Order) -> Bench:
    """Return the bench of ``kind``: the shipped sentences with the municipality's own on top, and one of the templates.

    What is the municipality's own is tried on every shipped sample, so that what is wrong in it is found before the
    first record. Raises SettingsError or TemplateError; Refused carries all that is wrong with a template.
    """
    name = _template(kind)
    sentences, own = wording(kind, setting, order.templates), own_file(name, order.templates)
    if own:
        return Bench(sentences, replace(accepted(own, kind, setting, sentences), packing=order.packing))
    template = WordTemplate.load(shipped_file(name), layout(setting), order.packing)
    if _own_sentences(kind, order.templates):
        verdict = Verdict(template.path, (), rehearsal.tried(template, kind, setting, sentences))
        if not verdict.usable:
            raise Refused(verdict)
    return Bench(sentences, template)


def accepted(path: Path, kind: Kind, setting: Setting, sentences: Wording) -> WordTemplate:
    """Return the template just as it was tried; raise Refused when no document may be made with it."""
    verdict, template = rehearsal.examined(path, kind, setting, sentences, layout(setting))
    if template is None or not verdict.usable:
        raise Refused(verdict)
    return template


def wording(kind: Kind, setting: Setting, own: Path | None) -> Wording:
    """Return the sentences of ``kind``; raise SettingsError when one of the municipality's own cannot be used."""
    stil = organisation.Stil.FORMELL if kind.alltid_formell else setting.organisation.stil
    shipped = [shipped_file(name) for name in _sentences(kind)]
    made = load_wording([*shipped, *_own_sentences(kind, own)], stil)
    refuse_lost_substance(made, load_wording(shipped, stil))
    return made


def _template(kind: Kind) -> str:
    return f"{kind.slug}/template.docx"


def shared(kind: Kind) -> tuple[str, ...]:
    """Return the files of the sentences that ``kind`` shares with others, as named among the templates."""
    return (*COMMON, *kind.delar)


def _sentences(kind: Kind) -> tuple[str, ...]:
    return (*shared(kind), f"{kind.slug}/wording.toml")


def _own_sentences(kind: Kind, own: Path | None) -> list[Path]:
    return [path for name in _sentences(kind) if (path := own_file(name, own))]


def condition(kind: Kind, shop: Workshop) -> Condition:
    """Return what the documents of ``kind`` depend on besides their records."""
    order, bench = shop.order, shop.bench(kind)
    law = own_file("_common/lagrum.toml", order.templates) or shipped_file("_common/lagrum.toml")
    logo = shop.setting.organisation.logotyp_fil
    letterhead = order.organisation.read_bytes() + (logo.read_bytes() if logo else b"")
    return Condition(
        typ=kind.slug,
        mall=bench.template.sha256,
        ordalydelse=_sha256(json.dumps(sorted(bench.wording.table.items())).encode()),
        lagrum=_sha256(law.read_bytes()),
        organisation=_sha256(letterhead),
        motor=f"{order.engine} {version('typst')}",
        version=__version__,
        ordning=f"{order.format} {order.packing}{' offentlig' if order.publik else ''}",
    )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def layout(setting: Setting) -> Layout:
    """Return what the settings change in every template; raise SettingsError I-03 when the logo cannot be read."""
    own, window = setting.organisation, setting.organisation.fonster
    try:
        logo = own.logotyp_fil.read_bytes() if own.logotyp_fil else None
    except OSError:
        raise SettingsError("I-03", fil=str(own.logotyp_fil)) from None
    placed = Window(window.vanster_mm, window.topp_mm, window.bredd_mm, window.hojd_mm)
    return Layout(logo, own.kommun, placed)
