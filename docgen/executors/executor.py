"""What carries out tasks."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from docgen.outcome import Done, Task


class Executor(Protocol):
    """Carries out tasks, in any order, each at least once."""

    def outcomes(self, tasks: Iterator[Task]) -> Iterator[Sequence[Done]]:
        """Yield what became of the tasks, a group at a time; each group's files are on the disk.

        Takes no more of ``tasks`` than is being worked on. Raises RunError for what stops the batch.
        """
        ...
