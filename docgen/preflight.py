"""What can be known to be wrong before the first record, and what every record of a run shares."""

from dataclasses import dataclass, field

from docgen.documents import organisation
from docgen.documents.kind import Kind
from docgen.documents.rule import Setting
from docgen.errors import UsageError
from docgen.law import lagrum
from docgen.order import Order
from docgen.resources import template_file
from docgen.stages.read import STDIN
from docgen.templating.layout import Layout, Window
from docgen.templating.word import WordTemplate
from docgen.wording import Wording
from docgen.wording import load as load_wording

COMMON = ("_common/overklagande.toml",)


@dataclass(frozen=True, slots=True)
class Bench:
    """What the documents of one kind are made with."""

    wording: Wording
    template: WordTemplate


@dataclass(frozen=True, slots=True)
class Workshop:
    """The settings, the law, and a bench for each kind, set up when its first record comes."""

    order: Order
    setting: Setting
    benches: dict[str, Bench] = field(default_factory=dict)

    def bench(self, kind: Kind) -> Bench:
        """Return the bench of ``kind``; raise SettingsError or TemplateError when its files cannot be used."""
        if kind.slug not in self.benches:
            self.benches[kind.slug] = self._set_up(kind)
        return self.benches[kind.slug]

    def _set_up(self, kind: Kind) -> Bench:
        own = self.order.templates
        stil = organisation.Stil.FORMELL if kind.alltid_formell else self.setting.organisation.stil
        sentences = [template_file(name, own) for name in (*COMMON, f"{kind.slug}/wording.toml")]
        template = WordTemplate.load(template_file(f"{kind.slug}/template.docx", own), _layout(self.setting))
        return Bench(load_wording(sentences, stil), template)


def prepare(order: Order) -> Workshop:
    """Return the workshop of ``order``; raise a RunError for what would stop every record."""
    if order.sources.count(STDIN) > 1:
        raise UsageError("U-01")
    law = lagrum.load(template_file("_common/lagrum.toml", order.templates))
    return Workshop(order, Setting(organisation.load(order.organisation), law, order.today))


def _layout(setting: Setting) -> Layout:
    own = setting.organisation
    logo = own.logotyp_fil.read_bytes() if own.logotyp_fil else None
    window = own.fonster
    placed = Window(window.vanster_mm, window.topp_mm, window.bredd_mm, window.hojd_mm)
    return Layout(logo, own.kommun, placed)
