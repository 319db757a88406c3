"""Uppföljning av SIP: how far the insatser of the plan have come, and what is changed in it."""

from docgen.documents import language_rules, person_rules, record_rules
from docgen.documents.kind import Exemplar, Kind, brodtext
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
    rules_uppfoljning,
    rules_vardtid,
)
from docgen.documents.samverkan.kravs import KRAVS_ANTECKNING, KRAVS_INSATSER, KRAVS_LAGE
from docgen.documents.sip_uppfoljning.contract import SipUppfoljningVy
from docgen.documents.sip_uppfoljning.model import SipUppfoljning
from docgen.documents.sip_uppfoljning.view import view

KIND = Kind(
    slug="sip_uppfoljning",
    titel="Uppföljning av SIP",
    model=SipUppfoljning,
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
        rules_uppfoljning,
    ),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=SipUppfoljningVy,
    kravs=(
        *KRAVS_ANTECKNING,
        *KRAVS_LAGE,
        *KRAVS_INSATSER,
        *brodtext("skattning"),
        "parter.rader[].verksamhet",
        "parter.rader[].andring",
    ),
    exempel="sip-uppfoljning-beroende-och-psykiatri",
    delar=(MENINGAR,),
)
