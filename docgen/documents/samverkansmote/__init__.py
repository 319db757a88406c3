"""Samverkansmöte: the minutes of a meeting around the aftercare of LVM where health care is no party."""

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
    rules_uppfoljning,
    rules_vardtid,
)
from docgen.documents.samverkan.kravs import KRAVS_LAGE, KRAVS_PLAN
from docgen.documents.samverkansmote import rules
from docgen.documents.samverkansmote.contract import SamverkansmoteVy
from docgen.documents.samverkansmote.model import Samverkansmote
from docgen.documents.samverkansmote.view import view

KIND = Kind(
    slug="samverkansmote",
    titel="Samverkansmöte",
    model=Samverkansmote,
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
        rules,
    ),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=SamverkansmoteVy,
    kravs=(*KRAVS_PLAN, *KRAVS_LAGE),
    exempel="samverkansmote-forsta-motet",
    delar=(MENINGAR,),
)
