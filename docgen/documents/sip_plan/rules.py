"""The rule on what a SIP must show by law (R-25)."""

from collections.abc import Iterator

from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.samverkan.parter import Huvudman
from docgen.documents.sip_plan.model import SipPlan
from docgen.errors import Severity


@rule("R-25", Severity.ERROR, "SoL (2025:400) 10 kap. 8 §; HSL 16 kap. 4 §")
def planens_fyra_uppgifter(record: SipPlan, _: Setting) -> Iterator[Fault]:
    """The plan shows what each huvudman who took part is responsible for, and which has the overall responsibility.

    That it shows the insatser and the measures of others is held by the model.
    """
    parties = {one.huvudman for one in record.deltagare}
    if record.overgripande_ansvar not in parties:
        yield Fault("$.overgripande_ansvar", {"orsak": "ansvarig_ar_ingen_part"})
    active = {one.huvudman for one in record.insatser}
    passive = {one.huvudman for one in record.utan_insatser}
    for huvudman in (Huvudman.KOMMUN, Huvudman.REGION):
        facts = {"huvudman": huvudman.value}
        if huvudman in parties - active - passive:
            yield Fault("$.insatser", {"orsak": "huvudman_utan_insats"} | facts)
        if huvudman in active & passive:
            yield Fault("$.utan_insatser", {"orsak": "huvudman_med_insats"} | facts)
