"""What the documents of SIP and samverkansmöte share (domain 3.4): parties, consent, LVM, insatser and their rules."""

MENINGAR = "_common/samverkan.toml"
"""The sentences that they share."""
