"""Invented data of coordinated individual plans (SIP) that fill four pages, no two alike."""

from collections.abc import Iterator
from itertools import count
from typing import Any

Plan = dict[str, Any]

NAMES = ("Alva", "Bo", "Cilla", "David", "Elin", "Folke", "Greta", "Hugo", "Ines", "Jonte")
FAMILIES = ("Provsson", "Testberg", "Exempelman", "Påhittad", "Mallström", "Skrivby", "Rutlund")
AREAS = ("Boende och vardag", "Hälsa och behandling", "Arbete och sysselsättning", "Ekonomi")
PARTIES = ("Socialtjänsten", "Beroendemottagningen", "Vårdcentralen Eken", "Arbetsförmedlingen", "Boendestödet")
ROLES = ("den enskilde", "samordnare", "läkare", "handläggare", "kontaktperson", "anhörig")
WORK = (
    "Enskilda samtal varannan vecka om hur vardagen fungerar, med början veckan efter mötet.",
    "Läkarkontakt för uppföljning av medicinering och provtagning på mottagningen.",
    "Stöd på plats i hemmet med planering, inköp och kontakt med hyresvärden.",
)
TODAY = (
    "{omrade} fungerar delvis i dag. Det har blivit bättre sedan förra mötet, men stöd behövs fortfarande i ungefär "
    "{timmar} timmar i veckan. Det som har fungerat är att ta en sak i taget, att skriva ner vad som har sagts och att "
    "boka nästa tid innan mötet är slut. Det som inte har fungerat är långa väntetider och byten av personal."
)
WISH = (
    "{namn} vill bo kvar i sin lägenhet och komma igång med vardagen igen före vecka {vecka}. Det viktigaste är att "
    "slippa berätta samma sak för alla, och att veta vem som gör vad och när."
)


def plans() -> Iterator[Plan]:
    """Yield plans without end."""
    return (_head(number) | _work(number) | _agreed(number) for number in count())


def _name(number: int) -> str:
    return f"{NAMES[number % 10]} {FAMILIES[number // 10 % 7]}"


def _party(number: int) -> str:
    return PARTIES[number % len(PARTIES)]


def _week(number: int) -> str:
    return f"v. {number % 52 + 1}"


def _day(number: int) -> str:
    return f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"


def _head(number: int) -> Plan:
    return {
        "titel": "Samordnad individuell plan",
        "kommun": "Exempelkommun",
        "namnd": "Socialnämnden",
        "nummer": f"SN\u00a02026/{number:05}",
        "namn": _name(number),
        "datum": _day(number),
        "mote": {"plats": f"Torggatan {number % 90 + 1}"},
        "initiativ": _party(number),
        "ansvar": "Kommunen" if number % 2 else "Regionen",
        "samordnare": {"namn": _name(number * 3 + 1), "telefon": f"0980-31 92 {number % 90 + 10}"},
        "kontakt": {"adress": "987 65 Exempelstad", "telefon": "0980-31 92 00", "epost": "namnd@exempelkommun.example"},
        "deltagare": [
            {
                "namn": _name(number * 3 + place),
                "verksamhet": _party(number + place),
                "roll": role,
                "telefon": f"0980-31 {number % 90 + 10} {place:02}",
            }
            for place, role in enumerate(ROLES)
        ],
    }


def _work(number: int) -> Plan:
    return {
        "viktigt": [
            WISH.format(namn=_name(number), vecka=number % 52 + 1),
            "Kontakt helst på förmiddagar, med samma person varje gång och gärna med ett meddelande före.",
        ],
        "mal": [
            {"lang": f"Egen {what}", "kort": f"Första steget mot {what} är taget.", "nar": _week(number + place)}
            for place, what in enumerate(("bostad", "sysselsättning", "ekonomi"))
        ],
        "omraden": [_area(number + place, area) for place, area in enumerate(AREAS)],
        "andra": [
            {"aktor": _party(number + place), "atgard": WORK[place], "nar": _week(number + place)} for place in range(3)
        ],
        "egna": [f"{what} senast {_day(number)}" for what in ("Ringa hyresvärden", "Gå på gruppen", "Skriva dagbok")],
    }


def _area(number: int, name: str) -> Plan:
    return {
        "namn": name,
        "nulage": TODAY.format(omrade=name, timmar=number % 9 + 2),
        "insatser": [
            {
                "behov": f"Stöd med {name.lower()}",
                "insats": WORK[(number + place) % 3],
                "part": _party(number + place),
                "person": _name(number * 7 + place),
                "nar": _week(number + place),
                "uppfoljs": _day(number + place)[:7],
            }
            for place in range(3)
        ],
        "anmarkning": f"Följs upp särskilt av {_party(number)}." if number % 2 else "",
    }


def _agreed(number: int) -> Plan:
    name, day = _name(number), _day(number)
    return {
        "samtycke": f"{name} samtycker till att uppgifterna i planen delas mellan dem som deltar, till och med {day}.",
        "kris": {
            "tecken": "Sover dåligt, svarar inte i telefon, uteblir från bokade tider.",
            "sjalv": f"Ringer {_name(number + 5)} och går en promenad.",
            "kontakt": f"Samordnaren på 0980-31 92 {number % 90 + 10}, kvällar och helger jourtelefonen.",
        },
        "delning": {
            "uppgifter": "Planen, tider och det som behövs för insatserna.",
            "mellan": f"{_party(number)}, {_party(number + 1)} och {_party(number + 2)}",
            "hur": "Muntligt vid möten, och i övrigt genom samordnaren.",
            "undantag": f"Uppgifter om {_name(number + 9)}.",
        },
        "uppfoljning": {"datum": f"{day} klockan {8 + number % 9}.00", "plats": _party(number)},
    }
