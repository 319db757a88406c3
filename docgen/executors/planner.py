"""The process that makes the plan of a batch, and is gone with every record it has seen when the work begins.

``python -m docgen.executors.planner FD PID``: it gets the order over the pipe, and answers with nothing, or with the
failure that stops the batch.
"""

import sys
from collections.abc import Sequence

from docgen.errors import BUG, RunError, Unforeseen, bug_facts
from docgen.executors.calling import called
from docgen.order import Order
from docgen.plan import plan


def main(arguments: Sequence[str]) -> int:
    """Make the plan; return the exit code."""
    pipe = called(arguments)
    order: Order = pipe.recv()
    try:
        plan(order)
    except RunError as error:
        pipe.send(error)
    except Exception as error:  # noqa: BLE001 - a fault of ours is told without a traceback, as on the command line
        pipe.send(Unforeseen(BUG, **bug_facts(error)))
    else:
        pipe.send(None)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
