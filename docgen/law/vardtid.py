"""The time in care under LVM (1988:870), by which the meetings of the aftercare are counted.

20 § LVM: the care ends when six months have passed since it began. 21 §: days on which the person was unlawfully away,
or in custody or prison, are not counted, so that month five of the care is not month five of the calendar.
"""

from datetime import date, timedelta

from docgen.values.datum import add_months

LANGST_MANADER = 6


def vardtid_dag(inledd: date, manader: int, ej_raknade_dagar: int = 0) -> date:
    """Return the day on which ``manader`` months of care have passed (20-21 §§ LVM)."""
    return add_months(inledd, manader) + timedelta(days=ej_raknade_dagar)


def senaste_slut(inledd: date, ej_raknade_dagar: int = 0) -> date:
    """Return the last day on which the care can end (20-21 §§ LVM, R-104)."""
    return vardtid_dag(inledd, LANGST_MANADER, ej_raknade_dagar)
