"""The rule on which plan a samverkansmöte follows up (R-26)."""

from collections.abc import Iterator

from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.samverkan.parter import Fas
from docgen.documents.samverkansmote.model import Samverkansmote
from docgen.errors import Severity


@rule("R-26", Severity.ERROR, "S3: överenskomna insatser följs upp")
def planen_som_foljs_upp(record: Samverkansmote, _: Setting) -> Iterator[Fault]:
    """From the second meeting on the minutes follow up the plan of an earlier one."""
    if record.plan_ref is None and record.fas is not Fas.MOTE_1:
        yield Fault("$.plan_ref", {"orsak": "planen_saknas"})
