"""The names that the template of a SIP may use."""

from typing import Annotated

from docgen.documents.contract import Avsnitt
from docgen.documents.samverkan.contract import PlaneringVy


class SipPlanVy(PlaneringVy):
    """A samordnad individuell plan."""

    ansvar: Annotated[Avsnitt, "Vem som har det övergripande ansvaret, och huvudmän utan insatser"]
