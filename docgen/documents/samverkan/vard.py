"""Where a day lies in the care under LVM, and the windows of the meetings around it (S3; LVM 20-21 §§)."""

from datetime import date, timedelta

from docgen.documents.samverkan.parter import Lvm
from docgen.law.vardtid import LANGST_MANADER, senaste_slut, vardtid_dag
from docgen.values.datum import add_months

Span = tuple[date, date]
"""The first and the last day."""

FORSTA_MOTET = (2, 3)
FEMTE_MANADEN = 5
MARGINAL = timedelta(days=14)
EFTER_VARDEN = (2, 3)
"""Months of care, days around a month of care, months after it."""


def forsta_motet(lvm: Lvm) -> Span:
    """Return when the first meeting is to be: 2-3 months into the care."""
    first, last = (vardtid_dag(lvm.inledd, months, lvm.ej_raknade_dagar) for months in FORSTA_MOTET)
    return first, last


def femmanadersmotet(lvm: Lvm) -> Span:
    """Return when the follow-up is to be: 5 months into the care, within two weeks, and before it ends."""
    fifth = vardtid_dag(lvm.inledd, FEMTE_MANADEN, lvm.ej_raknade_dagar)
    return fifth - MARGINAL, min(fifth + MARGINAL, slut(lvm) - timedelta(days=1))


def efter_varden(lvm: Lvm) -> Span:
    """Return when the first follow-up after the care is to be: 2-3 months after it ended."""
    first, last = (add_months(slut(lvm), months) for months in EFTER_VARDEN)
    return first, last


def slut(lvm: Lvm) -> date:
    """Return the day of the discharge, or the day it is reckoned to be."""
    return lvm.avslutad or lvm.beraknat_slut


def langsta(lvm: Lvm) -> date:
    """Return the last day on which the care can end."""
    return senaste_slut(lvm.inledd, lvm.ej_raknade_dagar)


def hela_manader(lvm: Lvm, day: date) -> int:
    """Return how many whole months of care have passed on ``day``, counted on vårdtid; at most those there can be."""
    months = range(1, LANGST_MANADER + 1)
    return sum(vardtid_dag(lvm.inledd, one, lvm.ej_raknade_dagar) <= day for one in months)
