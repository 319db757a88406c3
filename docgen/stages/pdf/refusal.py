"""Why a PDF is not believed."""


class Unreadable(Exception):
    """The bytes are not laid out as they are by those who write our PDFs."""


class Unmendable(Exception):
    """The file lacks what only the one who edits the template can give; ``reason`` is the fact ``orsak`` of P-04."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
