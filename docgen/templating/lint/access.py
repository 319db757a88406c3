"""What would make the PDF hard to use for one who does not see it, or unfit for an archive (PDF/UA-1, PDF/A-2a)."""

from collections.abc import Sequence

from docgen.errors import Severity
from docgen.templating.lint import fonts, headings, languages, pictures, tables
from docgen.templating.lint.fonts import Faces
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.paper import Paper
from docgen.templating.lint.sheet import Sheet
from docgen.templating.outline import Members, related


def judge(papers: Sequence[Paper], members: Members, language: str, faces: Faces | None, ledger: Ledger) -> None:
    """Tell of pictures, headings, tables, languages and fonts; headers and footers are no part of what a PDF says.

    The way through the headings is told of a template without errors only: they can hide where a block ends.
    """
    is_sound = not any(fault.severity is Severity.ERROR for fault in ledger.faults())
    sheet = Sheet(related(members, "styles"), related(members, "theme"))
    for paper in (one for one in papers if not one.is_repeated):
        pictures.judge(paper, ledger)
        tables.judge(paper, sheet, ledger)
        if paper.is_body:
            headings.judge_looks(paper, sheet, ledger)
            if is_sound:
                headings.judge_levels(paper, sheet, ledger)
    languages.judge(papers, sheet, related(members, "settings"), language, ledger)
    if faces is not None:
        fonts.judge(papers, sheet, related(members, "numbering"), faces, ledger)
