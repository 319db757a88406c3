"""The follow-up of a treatment (S0 step 14): what its three documents share, and the counting of its days."""

MENINGAR = "_common/uppfoljning.toml"
"""The sentences that they share."""
