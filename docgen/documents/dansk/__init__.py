"""What the Danish document types share: the parts of a record, the letterhead, the law and the typography.

The sender of a Danish document is the behandlingstilbud of the record, never the organisation of the settings.
"""

MENINGAR = "_common/dansk.toml"
"""The sentences that they share."""
