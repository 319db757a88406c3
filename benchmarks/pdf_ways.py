"""The ways from a finished Word file to a PDF that are timed, each with tags and the archival profile it can give."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from xmlrpc.client import ServerProxy

import pdf_unoserver
from pdf_documents import Paper
from pdf_unoserver import Missing

from docgen.engines.engine import PdfEngine
from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.engines.typst import TypstEngine
from docgen.stages import finish
from docgen.stages.convert import Pdf
from docgen.stages.xmp import Origin

Convert = Callable[[Sequence[Paper]], list[bytes]]
"""Makes the PDFs of a round."""

OURS, OFFICE, UNOSERVER = "docgen, typst", "docgen, libreoffice", "unoserver, varm"
ONE_CALL, EACH, EACH_NEW = "soffice, ett anrop", "soffice per fil", "soffice, ny profil"

_CREATED = date(2025, 3, 26)
_ORIGIN = Origin("0" * 64, "")
_EXPORT = {"SelectPdfVersion": 2, "PDFUACompliance": True, "UseTaggedPDF": True, "ExportBookmarks": True}
_KINDS = {bool: "boolean", int: "long"}
_CALL_SECONDS = 300


def ways(folder: Path, stack: ExitStack, *, with_unoserver: bool) -> tuple[Mapping[str, Convert], list[str]]:
    """Return the ways that are here, and what is said of those that are not; ``stack`` ends what was started."""
    found: dict[str, Convert] = {OURS: by_engine(TypstEngine())}
    if shutil.which("soffice") is None:
        return found, ["0 omgångar med soffice, LibreOffice och unoserver: LibreOffice finns inte här"]
    found[OFFICE] = by_engine(stack.enter_context(LibreOfficeEngine(recycle_after=100_000)))
    missing = []
    try:
        found[UNOSERVER] = _by_unoserver(folder, stack, wanted=with_unoserver)
    except Missing as fault:
        missing.append(f"0 omgångar med unoserver: {fault}")
    each = {EACH: _one_by_one(_by_soffice(folder)), EACH_NEW: _with_new_profiles(folder)}
    return found | {ONE_CALL: _by_soffice(folder), **each}, missing


def by_engine(engine: PdfEngine) -> Convert:
    """Return an engine of ours with the last hand on its PDFs."""
    return lambda papers: [finished(paper, engine.convert(paper.docx)) for paper in papers]


def finished(paper: Paper, made: bytes) -> bytes:
    """Return a PDF checked, mended and named as users get it."""
    return finish.pdf(
        Pdf(made),
        title="Beslut",
        lang=paper.lang,
        must_contain=[paper.proof],
        said="",
        created=_CREATED,
        origin=_ORIGIN,
    )


def _by_unoserver(folder: Path, stack: ExitStack, *, wanted: bool) -> Convert:
    """Return unoserver over XML-RPC out of this process, with files in memory where the folder is: its fastest way."""
    if not wanted:
        raise Missing("--unoserver hämtar den från PyPI")
    pdf_unoserver.fetched(folder / "unoserver")
    server = stack.enter_context(pdf_unoserver.kept_warm(folder / "unoserver", folder / "profil-unoserver"))
    return lambda papers: [_asked(server, folder, paper) for paper in papers]


def _asked(server: ServerProxy, folder: Path, paper: Paper) -> bytes:
    source, target = folder / "fraga.docx", folder / "svar.pdf"
    source.write_bytes(paper.docx)
    options = [f"{name}={json.dumps(value)}" for name, value in _EXPORT.items()]
    update_index = False
    server.convert(str(source), None, str(target), None, "writer_pdf_Export", options, update_index)
    made = target.read_bytes()
    target.unlink()
    return made


def _by_soffice(folder: Path) -> Convert:
    """Return one call of soffice for all files; its profile is made at the first."""
    data = {name: {"type": _KINDS[type(value)], "value": json.dumps(value)} for name, value in _EXPORT.items()}
    program = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profil').as_uri()}"]
    asked = ["--convert-to", f"pdf:writer_pdf_Export:{json.dumps(data)}", "--outdir", str(folder / "ut")]

    def convert(papers: Sequence[Paper]) -> list[bytes]:
        sources = [folder / f"fil-{number}.docx" for number in range(len(papers))]
        for source, paper in zip(sources, papers, strict=True):
            source.write_bytes(paper.docx)
        subprocess.run([*program, *asked, *map(str, sources)], check=True, capture_output=True, timeout=_CALL_SECONDS)
        targets = [folder / "ut" / f"{source.stem}.pdf" for source in sources]
        made = [target.read_bytes() for target in targets]
        for target in targets:
            target.unlink()
        return made

    return convert


def _one_by_one(convert: Convert) -> Convert:
    """Return one call for each file, with the profile that is there: no two may run at once."""
    return lambda papers: [made for paper in papers for made in convert([paper])]


def _with_new_profiles(folder: Path) -> Convert:
    """Return one call for each file that others may run beside: two at once on one profile lose files."""

    def convert(papers: Sequence[Paper]) -> list[bytes]:
        made: list[bytes] = []
        for paper in papers:
            with tempfile.TemporaryDirectory(dir=folder) as own:
                made += _by_soffice(Path(own))([paper])
        return made

    return convert
