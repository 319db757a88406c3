"""``docgen doctor``: look whether everything is here that a run needs."""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

import click

from docgen import __version__, preflight, rulebook
from docgen.cli.ordering import json_option, order_options, ordered
from docgen.cli.speech import SpokenCommand, lang_option, said
from docgen.documents.catalogue import KINDS
from docgen.engines import libreoffice
from docgen.engines.confinement import Confinement, confinement
from docgen.engines.typst import faces
from docgen.errors import DocgenError, EngineMissing, SettingsError
from docgen.messages import Messages

FONTS = {"Arial": True, "Times New Roman": False, "Courier New": False, "Calibri": False, "Cambria": False}
"""The fonts of official Word files that a machine has itself or by a twin; the shipped templates need the first."""
CONFINED = {
    Confinement.BWRAP: "inhagnad_bwrap",
    Confinement.REFUSED: "inhagnad_nekad",
    Confinement.MISSING: "inhagnad_saknas",
}
ROOM_MB = 500
BORN = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was looked at, whether it is well, what was seen; is it installed or set, and can it be done without."""

    vad: str
    bra: bool
    svar: str
    installeras: bool = True
    valfri: bool = False


@click.command(cls=SpokenCommand, help="doctor")
@order_options
@json_option
@lang_option
def doctor(organisation: Path | None, templates: Path | None, *, as_json: bool) -> None:
    """Look at the engine, the fonts, the settings, the templates, the disk and the clock."""
    words = said()
    answers = [*_machine(words), *_settings(organisation, templates, words)]
    if as_json:
        click.echo(json.dumps([asdict(one) for one in answers], ensure_ascii=False))
    for one in () if as_json else answers:
        state = "bra" if one.bra else "valfri" if one.valfri else "brist"
        click.echo(f"{words.word(state):<6} {one.vad}: {one.svar}")
    lacking = {one.vad: one.installeras for one in answers if not (one.bra or one.valfri)}
    if any(lacking.values()):
        raise EngineMissing("P-10", brister=", ".join(lacking))
    if lacking:
        raise SettingsError("I-10", brister=", ".join(lacking))


def _machine(words: Messages) -> Iterator[Answer]:
    python = ".".join(str(part) for part in sys.version_info[:3])
    yield Answer("docgen", bra=True, svar=f"{__version__}, Python {python}")
    yield Answer("Typst", bra=True, svar=version("typst"))
    yield _libreoffice(words)
    for font, is_needed in FONTS.items():
        named = faces().named(font)
        svar = f"{font}: {named[0]}" if named else words.word("saknas", vad=font)
        yield Answer(words.word("typsnitt"), named is not None, svar, valfri=not is_needed)
    free = shutil.disk_usage(tempfile.gettempdir()).free // 2**20
    yield Answer(words.word("diskutrymme"), free >= ROOM_MB, f"{free} MB")
    today = date.today()  # noqa: DTZ011 - the clock is what is looked at
    yield Answer(words.word("klocka"), today >= BORN, today.isoformat())


def _libreoffice(words: Messages) -> Answer:
    """Say whether the second engine is here, and what it is confined by; docgen does without it."""
    try:
        found = libreoffice.version()
    except DocgenError as error:
        return Answer("LibreOffice", bra=False, svar=words.what(error.code, error.facts), valfri=True)
    return Answer("LibreOffice", bra=True, svar=f"{found}, {words.word(CONFINED[confinement()])}")


def _settings(organisation: Path | None, templates: Path | None, words: Messages) -> Iterator[Answer]:
    """Say whether the settings can be read, and whether each document type can be set up with them."""
    try:
        order = ordered((), organisation=organisation, templates=templates)
        setting = rulebook.setting(order)
    except DocgenError as error:
        yield Answer("organisation", False, words.what(error.code, error.facts), installeras=False)
        return
    yield Answer("organisation", True, f"{setting.organisation.kommun} ({order.organisation})", installeras=False)
    for kind in KINDS.values():
        try:
            preflight.bench(kind, setting, order)
        except DocgenError as error:
            yield Answer(kind.slug, False, words.what(error.code, error.facts), installeras=False)
        else:
            yield Answer(kind.slug, True, words.word("mall_bra"), installeras=False)
