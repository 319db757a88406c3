"""What the templates of plans, minutes and follow-ups around SIP and samverkansmöte share."""

from docx.document import Document
from docx.shared import Length, Mm
from docx.table import Table, _Row
from house import TEXT_WIDTH, new_document
from letterhead import following_header, footers, form_head
from lines import Story, avsnitt, avsnitt_if_any, code, heading, line, when
from tables import code_row, facts, fill, listing, row, table

TEXT = "Tabelltext"
STANDS_WHOLE = 12
"""Rows of those who took part that stay on one page."""


def form(caption: str) -> Document:
    """Return a document with the head of a form, its title and whom it is about."""
    document = new_document()
    form_head(document)
    following_header(document)
    footers(document)
    heading(document, 1, "dokument.titel")
    facts(document, "uppgifter", caption)
    return document


def facts_under_heading(story: Story, name: str, caption: str) -> None:
    """Add a heading, the words that lead into the table, and the table."""
    heading(story, 2, f"{name}.rubrik")
    when(story, f"{name}.text", "Body Text", "{{ " + name + ".text }}")
    facts(story, f"{name}.uppgifter", caption, whole=True)


def care(story: Story) -> None:
    """Add the care under LVM, when the meeting is about it, and what happens directly after it."""
    code(story, "if lvm")
    facts_under_heading(story, "lvm", "Vården enligt LVM")
    code(story, "endif")


def goals(story: Story) -> None:
    """Add the goals and the steps on the way."""
    heading(story, 2, "mal.rubrik")
    half = Length(TEXT_WIDTH // 2)
    listing(story, "mal.rader", "Mål", ("Mål", half, "lang"), ("Nästa steg", Length(TEXT_WIDTH - half), "kort"))


def insatser(story: Story) -> None:
    """Add the insatser of each huvudman: need, what is done, by whom and when."""
    code(story, "for g in insatser")
    heading(story, 3, "g.rubrik")
    widths = (Mm(10), Mm(32), Mm(40), Mm(41), Mm(32))
    made = table(story, "Linjetabell", "Insatser", widths)
    titles = ("Nr", "Behov", "Insats", "Ansvarig", "När")
    fill(row(made, header=True), *(("Tabellrubrik", title) for title in titles))
    code_row(made, "for r in g.rader")
    new = row(made)
    names = ("id", "behov", "insats", "ansvarig", "nar")
    fill(new, *((TEXT, "{{ r." + name + " }}") for name in names))
    _below(new, 3, "r.person")
    _below(new, 4, "r.uppfoljs")
    code_row(made, "endfor")
    code(story, "endfor")


def _below(new: _Row, cell: int, name: str) -> None:
    """Add a second paragraph in a cell, there only when ``name`` has a value."""
    when(new.cells[cell], name, TEXT, "{{ " + name + " }}")


def measures(story: Story, name: str, caption: str) -> None:
    """Add a heading, and who does what and when, or that nobody does."""
    heading(story, 2, f"{name}.rubrik")
    when(story, f"{name}.text", "Body Text", "{{ " + name + ".text }}")
    listing(story, f"{name}.rader", caption, ("Vem", Mm(50), "vem"), ("Vad", Mm(65), "vad"), ("När", Mm(40), "nar"))


def planning(story: Story) -> None:
    """Add the plan itself: what matters, the goals, who does what, what others do."""
    avsnitt(story, "viktigt")
    avsnitt_if_any(story, "nulage")
    goals(story)
    heading(story, 2, "insatser_rubrik")
    insatser(story)
    line(story, "Tabellnot", "{{ insatser_not }}")
    measures(story, "andra", "Åtgärder av andra")
    code(story, "if egna")
    heading(story, 2, "egna.rubrik")
    listing(story, "egna.rader", "Egna åtgärder", ("Vad", Mm(105), "vad"), ("När", Mm(50), "nar"))
    code(story, "endif")
    avsnitt_if_any(story, "efter_utskrivning")


def followed_up(story: Story) -> None:
    """Add how far each insats of the plan and each goal has come, where a plan is followed up."""
    code(story, "if lage")
    states(story)
    code(story, "endif")
    goals_reached(story)


def states(story: Story) -> None:
    """Add how far each insats has come."""
    heading(story, 2, "lage.rubrik")
    line(story, "Brödtext före lista", "{{ lage.text }}")
    columns = (
        ("Nr", Mm(10), "id"),
        ("Insats", Mm(40), "insats"),
        ("Ansvarig", Mm(41), "ansvarig"),
        ("Läge", Mm(22), "lage"),
        ("Hur det har gått", Mm(42), "kommentar"),
    )
    listing(story, "lage.rader", "Insatsernas läge", *columns)


def goals_reached(story: Story) -> None:
    """Add how far each goal has been reached, when something is said of them."""
    code(story, "if mallage")
    heading(story, 2, "mallage.rubrik")
    columns = (("Mål", Mm(55), "mal"), ("Läge", Mm(32), "lage"), ("Hur det har gått", Mm(68), "kommentar"))
    listing(story, "mallage.rader", "Målens läge", *columns)
    code(story, "endif")


def holding_together(story: Story) -> None:
    """Add who holds the plan together, what to do in a crisis and what the parties tell each other."""
    avsnitt(story, "samordnare")
    avsnitt_if_any(story, "krisplan")
    facts_under_heading(story, "informationsdelning", "Hur uppgifter delas")


def minutes(story: Story) -> None:
    """Add what ends every minutes: the care, the next meeting, the consent, who took part, who gets them."""
    care(story)
    facts_under_heading(story, "nasta_mote", "Nästa möte")
    avsnitt(story, "samtycke")
    participants(story)
    avsnitt(story, "dokumentation", body="Brödtext ihop")


def participants(story: Story) -> None:
    """Add who took part, and why the person did not.

    A table stands whole, and with who gets the minutes, unless so many took part that it would leave half a page empty.
    """
    heading(story, 2, "deltagare.rubrik")
    made = table(story, "Linjetabell", "Deltagare", (Mm(38), Mm(38), Mm(51), Mm(28)))
    titles = ("Namn", "Roll", "Verksamhet", "Närvaro")
    fill(row(made, header=True), *(("Tabellrubrik", title) for title in titles))
    code_row(made, "for r in deltagare.rader")
    code_row(made, f"if loop.length <= {STANDS_WHOLE}")
    _participant(made, keep=True)
    code_row(made, "else")
    _participant(made)
    code_row(made, "endif")
    code_row(made, "endfor")
    code(story, "if deltagare.franvaro")
    line(story, "Tabellnot", "{{ deltagare.franvaro }}").paragraph_format.keep_with_next = True
    code(story, "endif")


def _participant(made: Table, *, keep: bool = False) -> None:
    new = row(made)
    fill(new, *((TEXT, "{{ r." + name + " }}") for name in ("namn", "roll", "verksamhet", "narvaro")))
    for cell in new.cells if keep else ():
        cell.paragraphs[0].paragraph_format.keep_with_next = True
