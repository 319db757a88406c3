"""Samordnad individuell plan (SIP): the minutes of the meeting in the form of the plan that the law asks for."""

from docgen.documents import language_rules, person_rules, record_rules
from docgen.documents.kind import Exemplar, Kind
from docgen.documents.rule import rules_of
from docgen.documents.samverkan import (
    MENINGAR,
    rules_anteckning,
    rules_lvm,
    rules_moten,
    rules_plan,
    rules_samtycke,
    rules_samtyckets_bruk,
    rules_skydd,
    rules_vardtid,
)
from docgen.documents.samverkan.kravs import KRAVS_PLAN
from docgen.documents.sip_plan import rules
from docgen.documents.sip_plan.contract import SipPlanVy
from docgen.documents.sip_plan.model import SipPlan
from docgen.documents.sip_plan.view import view

KIND = Kind(
    slug="sip_plan",
    titel="Samordnad individuell plan (SIP)",
    model=SipPlan,
    rules=rules_of(
        record_rules,
        person_rules,
        language_rules,
        rules_anteckning,
        rules_vardtid,
        rules_lvm,
        rules_moten,
        rules_plan,
        rules_samtycke,
        rules_samtyckets_bruk,
        rules_skydd,
        rules,
    ),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=SipPlanVy,
    kravs=(*KRAVS_PLAN, "ansvar.stycken[].text"),  # which huvudman has the overall responsibility (SoL 10 kap. 8 §)
    exempel="sip-beroende-och-psykiatri",
    delar=(MENINGAR,),
)
