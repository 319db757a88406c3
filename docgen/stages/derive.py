"""Derive: a record becomes the view its template shows, everything formatted; what must not be shown is not in it."""

from docgen.documents.kind import Kopia, View
from docgen.documents.namn import normal
from docgen.documents.rule import Setting
from docgen.documents.texts import texts
from docgen.errors import Finding, RecordError
from docgen.stages.validate import Validated
from docgen.wording import Wording


def view(validated: Validated, kopia: Kopia, setting: Setting, wording: Wording) -> View:
    """Return the view of one copy.

    Raises RecordError when a text that a rule forbids in this copy (a hidden name, R-12) has reached the view: the
    rules should have stopped the record, and this is the second lock on the same door.
    """
    made = validated.kind.view(validated.record, kopia, setting, wording)
    if not made.forbjudet:
        return made
    leaks = [
        Finding(rule, path, facts={"saknas": "text_utan_dolda_namn", "fynd": "hemlig_text"})
        for path, text in texts(made.data)
        for rule, forbidden in made.forbjudet.items()
        if forbidden.search(normal(text))
    ]
    if leaks:
        raise RecordError.of(leaks)
    return made
