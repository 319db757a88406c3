"""The names that the templates of plans, minutes and follow-ups share."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Uppgift


class DeltagareVy(TypedDict):
    """One who was at the meeting, or was invited to it."""

    namn: Annotated[str, "Namn"]
    roll: Annotated[str, "Roll, eller relation till den enskilde"]
    verksamhet: Annotated[str, "Verksamhet och huvudman; tom för den enskilde och anhöriga"]
    narvaro: Annotated[str, "Hur den inbjudne deltog, t.ex. På plats"]


class DeltagareAvsnitt(TypedDict):
    """Who took part."""

    rubrik: Annotated[str, "Rubriken över deltagarna"]
    rader: Annotated[list[DeltagareVy], "Den enskilde, företrädare, anhöriga och parterna"]
    franvaro: Annotated[str, "Varför den enskilde inte var med; tom när den enskilde var med"]


class Uppgiftsavsnitt(TypedDict):
    """A heading, and facts in a table of two columns."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    text: Annotated[str, "Det som inleder tabellen, eller står i dess ställe; kan vara tom"]
    uppgifter: Annotated[list[Uppgift], "Uppgifterna"]


class InsatsVy(TypedDict):
    """One insats of a plan."""

    id: Annotated[str, "Insatsens beteckning i planen, t.ex. I1"]
    behov: Annotated[str, "Behovet som insatsen möter"]
    insats: Annotated[str, "Vad som ska göras"]
    ansvarig: Annotated[str, "Verksamheten som ansvarar"]
    person: Annotated[str, "Den som ansvarar; tom när ingen är utsedd"]
    nar: Annotated[str, "Dag, period eller hur ofta"]
    uppfoljs: Annotated[str, "När insatsen följs upp; tom när det inte är bestämt"]


class Insatsgrupp(TypedDict):
    """The insatser that one huvudman is responsible for."""

    rubrik: Annotated[str, "T.ex. Kommunen ansvarar för"]
    rader: Annotated[list[InsatsVy], "Insatserna"]


class AtgardVy(TypedDict):
    """A measure: who, what and when."""

    vem: Annotated[str, "Den som gör det"]
    vad: Annotated[str, "Vad som görs"]
    nar: Annotated[str, "Dag, period eller hur ofta"]


class Atgardsavsnitt(TypedDict):
    """A heading and the measures under it."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    text: Annotated[str, "Det som sägs när inget är planerat; tom annars"]
    rader: Annotated[list[AtgardVy], "Åtgärderna"]


class EgenAtgardVy(TypedDict):
    """What the person does, and when."""

    vad: Annotated[str, "Vad den enskilde gör själv"]
    nar: Annotated[str, "Dag, period eller hur ofta"]


class EgnaAtgarder(TypedDict):
    """A heading, and what the person does under it."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    rader: Annotated[list[EgenAtgardVy], "Åtgärderna"]


class MalVy(TypedDict):
    """A goal."""

    lang: Annotated[str, "Målet på lång sikt"]
    kort: Annotated[str, "Nästa steg på vägen; tom när inget är bestämt"]


class Malavsnitt(TypedDict):
    """A heading and the goals under it."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    rader: Annotated[list[MalVy], "Målen"]


class InsatslageVy(TypedDict):
    """How far an insats has come."""

    id: Annotated[str, "Insatsens beteckning i planen, t.ex. I1"]
    insats: Annotated[str, "Insatsen"]
    ansvarig: Annotated[str, "Verksamheten som ansvarar"]
    lage: Annotated[str, "Läget, t.ex. Pågår"]
    kommentar: Annotated[str, "Hur det har gått; tom när inget är sagt"]


class Insatslagen(TypedDict):
    """A heading, and how far each insats of the plan has come."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    text: Annotated[str, "Vilken plan som följs upp"]
    rader: Annotated[list[InsatslageVy], "Insatserna i planens ordning"]


class MallageVy(TypedDict):
    """How far a goal has been reached."""

    mal: Annotated[str, "Målet"]
    lage: Annotated[str, "T.ex. Delvis uppnått"]
    kommentar: Annotated[str, "Hur det har gått; tom när inget är sagt"]


class Mallagen(TypedDict):
    """A heading, and how far each goal has been reached."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    rader: Annotated[list[MallageVy], "Målen"]


class AnteckningVy(BasVy):
    """The minutes of a meeting: what each sort of them has."""

    uppgifter: Annotated[list[Uppgift], "Vem det gäller, mötet, vem man ringer, nästa möte"]
    lvm: Annotated[Uppgiftsavsnitt | None, "Vården enligt LVM; saknas när mötet inte rör eftervård"]
    efter_utskrivning: Annotated[Avsnitt | None, "Vad som händer direkt efter utskrivningen"]
    samtycke: Annotated[Avsnitt, "Samtycket och hur det tas tillbaka"]
    nasta_mote: Annotated[Uppgiftsavsnitt, "Nästa möte, eller varför det inte blir något"]
    deltagare: Annotated[DeltagareAvsnitt, "Vilka som var med eller var inbjudna"]
    dokumentation: Annotated[Avsnitt, "Vem som dokumenterade mötet och vilka som får dokumentet"]


class PlaneringVy(AnteckningVy):
    """The minutes of a meeting that makes a plan."""

    viktigt: Annotated[Avsnitt, "Det som är viktigt för den enskilde"]
    nulage: Annotated[Avsnitt | None, "Hur det är nu"]
    mal: Annotated[Malavsnitt, "Målen"]
    insatser_rubrik: Annotated[str, "Rubriken över insatserna"]
    insatser: Annotated[list[Insatsgrupp], "Insatserna, huvudman för huvudman"]
    insatser_not: Annotated[str, "Att insatser som kräver beslut beslutas för sig"]
    andra: Annotated[Atgardsavsnitt, "Åtgärder av andra än kommun och region"]
    egna: Annotated[EgnaAtgarder | None, "Det den enskilde gör själv"]
    samordnare: Annotated[Avsnitt, "Den som håller ihop planen"]
    krisplan: Annotated[Avsnitt | None, "Vad man gör om det blir sämre"]
    informationsdelning: Annotated[Uppgiftsavsnitt, "Vilka uppgifter parterna delar, och hur"]
