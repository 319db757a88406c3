"""What a SIP holds (domain 3.4): the minutes of the meeting, in the form of the plan (SoL 10 kap. 8 §)."""

from typing import Literal

from pydantic import Field

from docgen.documents.part import Part
from docgen.documents.record import Dokument
from docgen.documents.samverkan.parter import Huvudman
from docgen.documents.samverkan.plan import Planering

Ansvarig = Literal[Huvudman.KOMMUN, Huvudman.REGION]
"""The two who can be responsible for a SIP."""


class SipPlanDokument(Dokument):
    """The document of a SIP."""

    typ: Literal["sip_plan"] = Field(title="Dokumenttyp", description="Alltid sip_plan.")


class UtanInsats(Part):
    """That a huvudman who took part is responsible for nothing in the plan."""

    huvudman: Ansvarig = Field(title="Huvudman", description="kommun eller region.")
    skal: str = Field(title="Skäl", description="Varför huvudmannen inte ansvarar för någon insats.")


class SipPlan(Planering):
    """A samordnad individuell plan."""

    dokument: SipPlanDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    overgripande_ansvar: Ansvarig = Field(title="Övergripande ansvar", description="kommun eller region.")
    utan_insatser: tuple[UtanInsats, ...] = Field(
        default=(), title="Utan insatser", description="Huvudmän som inte ansvarar för någon insats."
    )
