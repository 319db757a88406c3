"""What a board's documents share: a matter with its parts, how it was handled, justering, notice and the public."""

MENINGAR = "_common/namnd.toml"
"""The sentences that they share."""
