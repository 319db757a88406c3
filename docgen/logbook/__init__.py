"""The logbook of an output folder: what is to be made, what became of it, and how that can be proved later.

It holds no personal data: a record is known by its diarienummer or ärendenummer, what it said by an HMAC of it.
"""
