"""Whether two engines set the same Word file alike: ``python -m benchmarks.fidelity``."""

import sys
from pathlib import Path

# The Word files of others are made by the tests of the typesetting, which hold them to the same tolerance.
sys.path.append(str(Path(__file__).resolve().parents[2] / "tests" / "typesetting"))
