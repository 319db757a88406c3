"""The progress of a run: a bar on a terminal, nothing elsewhere."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from docgen.messages import Messages
from docgen.outcome import Failed, Outcome
from docgen.stages import read


def shown(outcomes: Iterator[Outcome], sources: Sequence[str], messages: Messages) -> Iterator[Outcome]:
    """Hand on ``outcomes`` while a bar on standard error counts them; ``NO_COLOR`` is obeyed.

    What can be read twice is counted first, so that the bar knows how long it is; a pipe is not.
    """
    if not sys.stderr.isatty():
        yield from outcomes
        return
    known = all(Path(source).is_file() or Path(source).is_dir() for source in sources)
    total = sum(1 for _ in read.records(sources)) if known else None
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}"),
    )
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task(messages.word("gor_dokument"), total=total, rate="", failed="")
        yield from _counted(outcomes, bar, task, messages)


def _counted(outcomes: Iterator[Outcome], bar: Progress, task: TaskID, messages: Messages) -> Iterator[Outcome]:
    failed = 0
    for outcome in outcomes:
        failed += isinstance(outcome, Failed)
        speed = bar.tasks[task].speed
        rate = messages.word("takt", antal=f"{speed:.1f}") if speed else ""
        said = messages.word("misslyckade", antal=str(failed)) if failed else ""
        bar.update(task, advance=1, rate=rate, failed=said)
        bar.stop()  # what is told of the outcome gets a line of its own
        yield outcome
        bar.start()
