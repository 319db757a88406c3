"""Every document type there is: the one list from which everything else is made."""

from collections.abc import Mapping

from docgen.documents import (
    anslagsbevis,
    bistandsbeslut,
    dk_behandlingsplan,
    dk_opfoelgning,
    motesunderlag,
    protokoll,
    protokollsutdrag,
    samverkansmote,
    sip_avslut,
    sip_kallelse,
    sip_plan,
    sip_samtycke,
    sip_uppfoljning,
    tjansteskrivelse,
    uppfoljningsmote,
    uppfoljningsplan,
    utvardering,
)
from docgen.documents.kind import Kind

KINDS: Mapping[str, Kind] = {
    kind.slug: kind
    for kind in (
        bistandsbeslut.KIND,
        tjansteskrivelse.KIND,
        protokoll.KIND,
        protokollsutdrag.KIND,
        anslagsbevis.KIND,
        sip_kallelse.KIND,
        sip_samtycke.KIND,
        sip_plan.KIND,
        motesunderlag.KIND,
        samverkansmote.KIND,
        uppfoljningsplan.KIND,
        uppfoljningsmote.KIND,
        utvardering.KIND,
        dk_opfoelgning.KIND,
        dk_behandlingsplan.KIND,
        sip_uppfoljning.KIND,
        sip_avslut.KIND,
    )
}
