"""The progress of a batch: a bar on a terminal, nothing elsewhere."""

import sys
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from rich import progress as rich
from rich.console import Console

from docgen.messages import Messages
from docgen.outcome import Failed, Outcome


class Progress:
    """A bar on standard error that counts outcomes, tells the rate, the time left and the failures; obeys NO_COLOR."""

    def __init__(self, messages: Messages) -> None:
        self._messages, self._failed = messages, 0
        columns = (
            rich.TextColumn("{task.description}"),
            rich.BarColumn(),
            rich.MofNCompleteColumn(),
            rich.TextColumn("{task.fields[rate]}"),
            rich.TimeRemainingColumn(),
            rich.TextColumn("{task.fields[failed]}"),
        )
        console = Console(stderr=True)
        self._bar = rich.Progress(
            *columns,
            console=console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._bar.add_task(messages.word("gor_dokument"), total=None, rate="", failed="")

    def __enter__(self) -> Self:
        """Show the bar."""
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take it away."""
        self._bar.stop()

    def begins(self, total: int) -> None:
        """Tell how many records there are."""
        self._bar.update(self._task, total=total)

    def counted(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """Hand on ``outcomes`` and count them; what is told of one gets lines of its own."""
        for outcome in outcomes:
            self._failed += isinstance(outcome, Failed)
            speed = self._bar.tasks[0].speed
            rate = self._messages.word("takt", antal=f"{speed:.1f}") if speed else ""
            said = self._messages.word("misslyckade", antal=str(self._failed)) if self._failed else ""
            self._bar.update(self._task, advance=1, rate=rate, failed=said)
            self._bar.stop()
            yield outcome
            self._bar.start()
