"""The clock of the benchmarks: CPU time, which another program on the machine disturbs less than the time of day."""

import gc
import time
from collections.abc import Callable


def clocked(work: Callable[[], object]) -> float:
    """Return the CPU seconds of ``work``; what others have left behind is collected before, not during."""
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began
