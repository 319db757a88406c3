"""Derive: a record becomes the view its template shows, everything formatted; what must not be shown is not in it."""

from docgen.documents.kind import Exemplar, View
from docgen.documents.rule import Setting
from docgen.documents.texts import texts
from docgen.errors import Finding, RecordError
from docgen.stages.validate import Validated
from docgen.wording import Wording


def view(validated: Validated, exemplar: Exemplar, setting: Setting, wording: Wording) -> View:
    """Return the view of one copy.

    Raises RecordError when a text that a rule forbids in this copy (a hidden name, R-12) has reached the view: the
    rules should have stopped the record, and this is the second lock on the same door.
    """
    made = validated.kind.view(validated.record, exemplar, setting, wording)
    leaks = [
        Finding(rule, path, facts={"saknas": "en text utan det som ska utelämnas"})
        for path, text in texts(made.data)
        for forbidden, rule in made.forbjudet.items()
        if forbidden.casefold() in text.casefold()
    ]
    if leaks:
        raise RecordError.of(leaks)
    return made
