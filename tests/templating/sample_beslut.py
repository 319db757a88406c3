"""Invented views of biståndsbeslut, as the derive stage would make them."""

from copy import deepcopy

from sample_parts import BASE, UNDERSKRIFT, View, avsnitt, lista, stycke, uppgift


def bistandsbeslut() -> View:
    """Return a granted stay in an HVB home, followed by an uppföljningskontakt: two points, one refusal."""
    return deepcopy(_BESLUT)


def small_bistandsbeslut() -> View:
    """Return a decision of one point that goes to one person, without anything that can be left out."""
    view = bistandsbeslut()
    view["beslut"] = [view["beslut"][0] | {"nummer": ""}]
    view["skal"], view["skal_rubrik"] = [], ""
    view["insatser"], view["deltagare"], view["registrering"] = [], [], []
    for name in ("forbehall", "uppfoljning", "avvikande_mening", "overklagande", "akt", "verkstallighet"):
        view[name] = None
    view["underskrift"]["satt"] = ""
    view["dokument"]["markningar"] = []
    return view


_OVERKLAGANDE = avsnitt(
    "Hur du överklagar beslutet",
    stycke(
        "Om du inte är nöjd med beslutet kan du överklaga det. Du överklagar till Förvaltningsrätten i Luleå, men "
        "skickar överklagandet till Socialnämnden i Norrstads kommun."
    ),
    stycke("Skriv i överklagandet"),
    lista(
        "vilket beslut du överklagar, med datum och diarienummer SN\u00a02026/123",
        "hur du vill att beslutet ska ändras, och varför",
        "ditt namn, personnummer, postadress, e-postadress och telefonnummer.",
    ),
    stycke(
        "Överklagandet ska ha kommit in till Socialnämnden inom tre veckor från den dag du fick del av beslutet. "
        "Kommer det in för sent kan det inte prövas."
    ),
)

_BESLUT: View = BASE | {
    "dokument": {
        "titel": "Beslut om bistånd",
        "datum": "2026-03-03",
        "beteckning": "SN\u00a02026/123",
        "markningar": ["AKTEXEMPLAR", "Sekretess enligt 26\u00a0kap. 1\u00a0§ offentlighets- och sekretesslagen"],
    },
    "mottagare": {"rader": ["Tolvan Tolvansson", "c/o Provgatan", "Provgatan 12 lgh 1203", "123 45 Norrstad"]},
    "uppgifter": [
        uppgift("Beslutet gäller", "Tolvan Tolvansson, 19121212-1212"),
        uppgift("Ansökan", "2026-02-02"),
        uppgift("Diarienummer", "SN\u00a02026/123"),
        uppgift("Beslutsdatum", "2026-03-03"),
        uppgift("Handläggare", "Karin Exempelsson, socialsekreterare"),
    ],
    "ansokan": avsnitt(
        "Din ansökan",
        lista("behandling vid HVB-hemmet Björkbacken", "ekonomiskt bistånd till resor")
        | {"text": "Du ansökte skriftligen den 2 februari 2026 om"},
    ),
    "beslut_rubrik": "Beslut",
    "beslut": [
        {
            "nummer": "1",
            "text": (
                "Socialnämnden beviljar dig behandling i hem för vård eller boende från och med den 9 mars 2026 till "
                "och med den 8 september 2026, enligt 11\u00a0kap. 1\u00a0§ socialtjänstlagen (2025:400)."
            ),
            "uppgifter": [
                uppgift("Insats", "Behandling i HVB"),
                uppgift("Utförare", "Björkbackens behandlingshem AB"),
                uppgift("Omfattning", "Dygnet runt under hela perioden"),
                uppgift(
                    "Mål",
                    "Du ska kunna leva utan alkohol och ha en vardag med sysselsättning, så att du kan flytta hem.",
                ),
            ],
        },
        {
            "nummer": "2",
            "text": (
                "Socialnämnden beviljar dig uppföljningskontakt under tre månader räknat från den dag då behandlingen "
                "avslutas, enligt 11\u00a0kap. 1\u00a0§ socialtjänstlagen."
            ),
            "uppgifter": [uppgift("Kontaktperson", "Utses innan behandlingen avslutas")],
        },
        {
            "nummer": "3",
            "text": "Socialnämnden avslår din ansökan i den del som gäller ekonomiskt bistånd till resor.",
            "uppgifter": [],
        },
    ],
    "skal_rubrik": "Skälen för beslutet",
    "skal": [
        {
            "rubrik": "Punkt 1 och 2",
            "stycken": [
                stycke(
                    "Du har under lång tid haft ett beroende av alkohol. Öppenvård har prövats vid två tillfällen utan "
                    "att du har kunnat vara nykter mer än några veckor. Socialnämnden bedömer att du behöver vård "
                    "dygnet runt under en sammanhållen period för att uppnå en skälig levnadsnivå."
                ),
                stycke(
                    "Efter behandlingen finns risk för återfall. En kontakt som följer upp hur det går för dig är "
                    "därför en del av det stöd du behöver."
                ),
            ],
            "bestammelser": "Beslutet har fattats med stöd av 11\u00a0kap. 1\u00a0§ socialtjänstlagen (2025:400).",
        },
        {
            "rubrik": "Punkt 3",
            "stycken": [
                stycke("Resorna ingår i det som utföraren svarar för. Behovet är därmed tillgodosett på annat sätt.")
            ],
            "bestammelser": "",
        },
    ],
    "utredning": avsnitt(
        "Utredningen",
        stycke(
            "Utredningen inleddes den 3 februari 2026 enligt 14\u00a0kap. 2\u00a0§ socialtjänstlagen. Du har fått "
            "ta del av uppgifterna den 20 februari och hade inga synpunkter."
        ),
    ),
    "insatser": [
        avsnitt(
            "Om uppföljningskontakten",
            stycke("Kontakten kan vara telefonsamtal, besök eller möten:"),
            lista("en gång i veckan den första månaden", "därefter en gång varannan vecka"),
        ),
        avsnitt("Vårdplan", stycke("En vårdplan upprättas tillsammans med dig senast den 30 mars 2026.")),
        avsnitt(
            "Avgift",
            stycke("Du betalar 80 kronor per dygn för ditt uppehälle, enligt 32\u00a0kap. 2\u00a0§ socialtjänstlagen."),
        ),
    ],
    "forbehall": avsnitt("Förbehåll", stycke("Beslutet kan omprövas om behandlingen avbryts eller om behovet upphör.")),
    "uppfoljning": avsnitt(
        "Uppföljning av beslutet",
        stycke("Beslutet följs upp vid ett möte med dig och utföraren senast den 8 juni 2026."),
    ),
    "verkstallighet": avsnitt("När beslutet börjar gälla", stycke("Beslutet gäller omedelbart.")),
    "avvikande_mening": None,
    "underskrift": UNDERSKRIFT,
    "deltagare": [uppgift("Föredragande", "Karin Exempelsson, socialsekreterare")],
    "hjalp": avsnitt(
        "Har du frågor?", stycke("Ring Karin Exempelsson, telefon 0123-456 12, eller växeln 0123-456 00.")
    ),
    "expediering": avsnitt(
        "Beslutet skickas till", lista("Tolvan Tolvansson", "Björkbackens behandlingshem AB, punkt 1")
    ),
    "overklagande": _OVERKLAGANDE,
    "registrering": [
        uppgift("Beslut", "11:1 SoL HVB vuxen bifall"),
        uppgift("Insats", "HVB missbruk"),
        uppgift("Resurs", "Björkbackens behandlingshem"),
    ],
    "akt": avsnitt("Uppgifter i aktexemplaret", stycke("Beslutsunderlag: utredning 2026-02-20, dokument 14.")),
}
