"""A worker of our own that makes nothing: it speaks the protocol, and writes down which tasks it was given together.

How it works is what the order's ``run`` says: "all" answers for a group at once, "few" for two tasks at a time, "dies"
dies at its third task unless that is done again, "refuses" stops the batch at its third task.
"""

import os
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection

from docgen.errors import OutputFailed
from docgen.executors.calling import called
from docgen.order import Order
from docgen.outcome import Done, Kept, Task

FEW = 2
THIRD = 3


def main(arguments: Sequence[str]) -> int:
    """Answer until nothing more is wanted."""
    pipe = called(arguments)
    order: Order = pipe.recv()
    pipe.send(0)
    while (group := pipe.recv()) is not None:
        with (order.out / "groups").open("a", encoding="ascii") as stream:
            stream.write(" ".join(str(task.row) for task in group) + "\n")
        size = FEW if order.run == "few" else len(group)
        for at in range(0, len(group), size):
            answer(pipe, order.run, group[at : at + size])
    return 0


def answer(pipe: Connection, how: str, tasks: Sequence[Task]) -> None:
    """Begin tasks and answer for them, or fall."""
    for task in tasks:
        pipe.send(task.row)
        if how == "dies" and task.row == THIRD:
            os._exit(1)
        if how == "dies once" and task.row == THIRD and not task.again:
            os._exit(1)
        if how == "refuses" and task.row == THIRD:
            pipe.send(OutputFailed("S-04", orsak="ENOSPC", mapp="ut"))
            sys.exit(0)
    pipe.send([Done(task.row, Kept(task.place, "t")) for task in tasks])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
