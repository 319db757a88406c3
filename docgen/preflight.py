"""What can be known to be wrong before the first record, and what every record of a run shares."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.documents import organisation
from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Kind
from docgen.documents.rule import Setting
from docgen.errors import SettingsError, UsageError
from docgen.law import lagrum
from docgen.order import Order
from docgen.resources import own_file, samples, shipped_file
from docgen.stages.read import STDIN
from docgen.templating.layout import Layout, Window
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
    """What every record of a run shares: the settings, the law, and a bench for each kind."""

    setting: Setting
    benches: Mapping[str, Bench]


def prepare(order: Order) -> Workshop:
    """Return the workshop of ``order``; raise a RunError for what would stop records later."""
    if order.sources.count(STDIN) > 1:
        raise UsageError("U-01")
    shared = setting(order)
    return Workshop(shared, {kind.slug: bench(kind, shared, order.templates) for kind in KINDS.values()})


def setting(order: Order) -> Setting:
    """Return what the rules may know; raise SettingsError when organisation or law cannot be read."""
    law = own_file("_common/lagrum.toml", order.templates) or shipped_file("_common/lagrum.toml")
    return Setting(organisation.load(order.organisation), lagrum.load(law), order.today)


def bench(kind: Kind, setting: Setting, own: Path | None) -> Bench:
    """Return the bench of ``kind``: the shipped sentences with the municipality's own on top, and one of the templates.

    What is the municipality's own is rehearsed on every shipped sample, so that a misspelt slot or name is found before
    the first record. Raises SettingsError or TemplateError.
    """
    stil = organisation.Stil.FORMELL if kind.alltid_formell else setting.organisation.stil
    names = (*COMMON, f"{kind.slug}/wording.toml")
    own_sentences = [path for name in names if (path := own_file(name, own))]
    own_template = own_file(f"{kind.slug}/template.docx", own)
    template = own_template or shipped_file(f"{kind.slug}/template.docx")
    shipped = [shipped_file(name) for name in names]
    wording = load_wording([*shipped, *own_sentences], stil)
    refuse_lost_substance(wording, load_wording(shipped, stil))
    made = Bench(wording, WordTemplate.load(template, _layout(setting)))
    if own_sentences or own_template:
        _rehearse(kind, setting, made)
    return made


def _rehearse(kind: Kind, setting: Setting, bench: Bench) -> None:
    for path in sorted((samples() / kind.slug).glob("*.json")):
        record = kind.model.model_validate_json(path.read_bytes())
        for exemplar in kind.exemplar:
            bench.template.fill(kind.view(record, exemplar, setting, bench.wording).data)


def _layout(setting: Setting) -> Layout:
    own, window = setting.organisation, setting.organisation.fonster
    try:
        logo = own.logotyp_fil.read_bytes() if own.logotyp_fil else None
    except OSError:
        raise SettingsError("I-03", fil=str(own.logotyp_fil)) from None
    placed = Window(window.vanster_mm, window.topp_mm, window.bredd_mm, window.hojd_mm)
    return Layout(logo, own.kommun, placed)
