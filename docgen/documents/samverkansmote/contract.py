"""The names that the template of the minutes of a samverkansmöte may use."""

from typing import Annotated

from docgen.documents.samverkan.contract import Insatslagen, Mallagen, PlaneringVy


class SamverkansmoteVy(PlaneringVy):
    """The minutes of a samverkansmöte."""

    lage: Annotated[Insatslagen | None, "Hur det har gått med insatserna; saknas vid det första mötet"]
    mallage: Annotated[Mallagen | None, "Hur långt målen har nåtts; saknas när inget är sagt"]
