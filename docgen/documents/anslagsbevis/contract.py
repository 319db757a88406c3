"""The names that the template of an anslagsbevis may use."""

from typing import Annotated

from docgen.documents.contract import Avsnitt, BasVy, Underskrift, Uppgift


class AnslagsbevisVy(BasVy):
    """An anslagsbevis."""

    ingress: Annotated[str, "Att protokollet är justerat och att det tillkännages"]
    uppgifter: Annotated[list[Uppgift], "Organ, dagar, paragrafer och var protokollet förvaras"]
    overklagande: Annotated[list[Avsnitt], "Vilka beslut som kan överklagas, hur och till vilken dag; kan vara tom"]
    kontakt: Annotated[Avsnitt, "Var protokollet kan läsas och vem som svarar på frågor"]
    underskrift: Annotated[Underskrift, "Den som intygar anslaget"]
