"""An invented view of a protokollsutdrag, as the derive stage would make it."""

from copy import deepcopy

from sample_parts import BASE, UNDERSKRIFT, View, avsnitt, lista, stycke


def protokollsutdrag() -> View:
    """Return the excerpt of seed 004: three pages in two bodies' protocols."""
    return deepcopy(_UTDRAG)


_UTDRAG: View = BASE | {
    "dokument": {"titel": "Protokollsutdrag", "datum": "2010-10-27", "beteckning": "2007/310-75", "markningar": []},
    "organ": "Socialnämnden",
    "sammantradesdatum": "2010-10-27",
    "instanser": [
        {"organ": "Beredningen", "beslutsdatum": "2010-10-28", "paragraf": "", "sida": "", "sida_tillagg": ""},
        {
            "organ": "Allmänna utskottet",
            "beslutsdatum": "2010-10-12",
            "paragraf": "59",
            "sida": "12",
            "sida_tillagg": "11",
        },
        {"organ": "Socialnämnden", "beslutsdatum": "2010-10-27", "paragraf": "140", "sida": "16", "sida_tillagg": "15"},
    ],
    "diarienummer": "Dnr\u00a02007/310-75",
    "rubrik": "Slutrapport gällande projekt för utveckling av eftervård för personer med tungt missbruk",
    "bilagor": "Bilagor: Slutrapport från Hammarbakkens utvecklingsmedel på 400\u00a0000 kr för eftervård",
    "avsnitt": [
        avsnitt(
            "Ärendebeskrivning",
            stycke(
                "Länsstyrelsen i Norrbottens län beviljade socialnämnden 400\u00a0000 kr 2009-04-14 för fortsatt "
                "utveckling av vården för personer med tungt missbruk. Detta blev en förlängning av det projekt som "
                "socialförvaltningen fick medel till av länsstyrelsen år 2007, med 550\u00a0000 kronor, för att "
                "utveckla eftervården för personer med tungt missbruk."
            ),
            stycke("För att klara ett liv utanför institutionen konstaterades att det var avgörande om personen hade"),
            lista(
                "arbete eller sysselsättning,",
                "tillsammans med behandlare gjort veckoplanering och strukturerat arbete och fritid,",
                "haft kontakt med behandlarna via telefon eller möten för att skapa trygghet i vardagen.",
            ),
        )
        | {"ny_sida": False},
        avsnitt(
            "",
            stycke(
                "Rubricerade projekt har genomförts under tiden 2009-04 – 2010-03 och bestått av att starta "
                "mötesplatser för personer med tung missbruksproblematik, som varit i utslussningsfas från "
                "Hammarbakken."
            ),
            stycke("Målsättningen med projektet har varit"),
            lista("att skapa en nykter och drogfri mötesplats,", "att utöver mötesplatser ge individuella samtal."),
        )
        | {"ny_sida": True},
        avsnitt(
            "Resultat",
            stycke(
                "Slutrapporten ger vid handen att eftervård i enskilda samtal, gruppsamtal och olika mötesplatser har "
                "stor betydelse för hur en person kan komma igen efter ett liv i missbruk."
            ),
        )
        | {"ny_sida": False},
    ],
    "forslag": [
        {
            "rubrik": "Förvaltningens förslag till beslut",
            "ny_sida": True,
            "punkter": ["med godkännande lägga slutrapporten till handlingarna."],
        },
        {
            "rubrik": "Socialnämndens allmänna utskott föreslår socialnämnden besluta",
            "ny_sida": False,
            "punkter": ["i enlighet med förvaltningens förslag till beslut."],
        },
    ],
    "behandling": [
        avsnitt("Beslutsgång", stycke("Ordföranden finner att nämnden beslutar enligt förslaget.")) | {"ny_sida": False}
    ],
    "beslut": {
        "rubrik": "Socialnämnden beslutar",
        "ny_sida": False,
        "punkter": [
            "med godkännande lägga slutrapporten gällande utveckling av eftervården till handlingarna.",
            "att översända slutrapporten till Länsstyrelsen i Norrbottens län.",
        ],
    },
    "efter_beslutet": [avsnitt("Reservation", stycke("Ledamoten Test Testsson reserverar sig mot beslutet."))],
    "expediering": avsnitt("Beslutsexpediering", lista("Länsstyrelsen i Norrbottens län", "Socialchefen")),
    "justering": avsnitt(
        "Justering och anslag", stycke("Protokollet justerades 2010-11-01. Anslaget 2010-11-02–2010-11-24.")
    ),
    "bestyrkande": UNDERSKRIFT
    | {"inledning": "Utdraget bestyrks", "satt": "", "rader": ["Karin Exempelsson", "Nämndsekreterare"]},
    "overklagande": None,
}
