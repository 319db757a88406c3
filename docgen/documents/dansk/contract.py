"""The names that the templates of all Danish documents may use."""

from typing import Annotated, TypedDict


class KontaktVy(TypedDict):
    """Whom to turn to."""

    rubrik: Annotated[str, "Rubriken över kontaktuppgifterna"]
    text: Annotated[str, "Vem personen kan ringa och skriva till"]
    sikkert: Annotated[str, "Att personliga uppgifter inte ska skickas i vanlig e-post"]
