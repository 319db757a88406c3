"""``docgen doctor``: look whether everything is here that a run needs."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import click

from docgen import __version__, preflight
from docgen.cli.ordering import json_option, order_options, ordered
from docgen.cli.speech import SpokenCommand, lang_option, said
from docgen.documents.catalogue import KINDS
from docgen.engines import libreoffice
from docgen.errors import DocgenError, EngineMissing, SettingsError
from docgen.messages import Messages

FONTS = ("Liberation Sans", "Carlito")
ROOM_MB = 500
BORN = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was looked at, whether it is well, what was seen, and whether it is installed or set."""

    vad: str
    bra: bool
    svar: str
    installeras: bool = True


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
        click.echo(f"{words.word('bra' if one.bra else 'brist'):<6} {one.vad}: {one.svar}")
    lacking = {one.vad: one.installeras for one in answers if not one.bra}
    if any(lacking.values()):
        raise EngineMissing("P-10", brister=", ".join(lacking))
    if lacking:
        raise SettingsError("I-10", brister=", ".join(lacking))


def _machine(words: Messages) -> Iterator[Answer]:
    python = ".".join(str(part) for part in sys.version_info[:3])
    yield Answer("docgen", bra=True, svar=f"{__version__}, Python {python}")
    try:
        yield Answer("LibreOffice", bra=True, svar=libreoffice.version())
    except DocgenError as error:
        yield Answer("LibreOffice", bra=False, svar=words.what(error.code, error.facts))
    for font in FONTS:
        found = _font(font)
        yield Answer(words.word("typsnitt"), found, font if found else words.word("saknas", vad=font))
    free = shutil.disk_usage(tempfile.gettempdir()).free // 2**20
    yield Answer(words.word("diskutrymme"), free >= ROOM_MB, f"{free} MB")
    today = date.today()  # noqa: DTZ011 - the clock is what is looked at
    yield Answer(words.word("klocka"), today >= BORN, today.isoformat())


def _font(name: str) -> bool:
    program = shutil.which("fc-list")
    if program is None:
        return False
    listed = subprocess.run([program, f":family={name}"], capture_output=True, check=False, timeout=30)  # noqa: S603
    return bool(listed.stdout.strip())


def _settings(organisation: Path | None, templates: Path | None, words: Messages) -> Iterator[Answer]:
    """Say whether the settings can be read, and whether each document type can be set up with them."""
    try:
        order = ordered((), organisation=organisation, templates=templates)
        setting = preflight.setting(order)
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
