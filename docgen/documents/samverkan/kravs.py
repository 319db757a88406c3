"""What every template of minutes, plans and follow-ups must print: without it the document would be wrong."""

from docgen.documents.kind import brodtext

KRAVS_ANTECKNING = (
    "dokument.markningar[]",  # a draft or a secret document that does not say so (OSL 5 kap. 5 §)
    "uppgifter[].etikett",
    "uppgifter[].varde",
    "lvm.uppgifter[].varde",
    *brodtext("efter_utskrivning"),  # the person is to be told what comes directly after the discharge (S3)
    *brodtext("samtycke"),  # that it can be taken back
    "nasta_mote.text",
    "nasta_mote.uppgifter[].varde",
    "deltagare.rader[].namn",
    "deltagare.rader[].narvaro",
    "deltagare.franvaro",
    *brodtext("dokumentation"),
)

KRAVS_INSATSER = tuple(f"insatser[].rader[].{name}" for name in ("insats", "ansvarig", "person", "nar"))

KRAVS_PLAN = (
    *KRAVS_ANTECKNING,
    *brodtext("viktigt"),
    "mal.rader[].lang",
    "insatser[].rubrik",  # which huvudman is responsible (SoL 10 kap. 8 §)
    "insatser[].rader[].behov",
    *KRAVS_INSATSER,
    "andra.text",
    "andra.rader[].vem",
    "andra.rader[].vad",
    *brodtext("samordnare"),
    *brodtext("krisplan"),
    "informationsdelning.uppgifter[].varde",
)

KRAVS_LAGE = (
    "lage.text",
    *(f"lage.rader[].{name}" for name in ("insats", "ansvarig", "lage", "kommentar")),
    "mallage.rader[].mal",
    "mallage.rader[].lage",
)
