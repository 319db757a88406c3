"""Loaded by a worker of the tests: it is of another version of docgen."""

from docgen.executors import station

station.__version__ = "0.0.1"  # type: ignore[attr-defined]
