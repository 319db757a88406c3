"""The exit codes: one table of what each class of failure means to the shell, in the numbers of sysexits.h."""

from collections.abc import Mapping

from docgen import errors
from docgen.outcome import Failed

DONE = 0
SOME_FAILED = 1
USAGE = 2
BUG = 70
INTERRUPTED = 130

CODES: Mapping[type[errors.DocgenError], int] = {
    errors.UsageError: USAGE,
    errors.RecordError: 65,
    errors.BadInput: 65,
    errors.NoInput: 66,
    errors.EngineMissing: 69,
    errors.Unavailable: 69,
    errors.CannotCreate: 73,
    errors.WorkersFailed: 71,
    errors.OutputFailed: 74,
    errors.FolderInUse: 75,
    errors.Unforeseen: BUG,
    errors.NotPermitted: 77,
    errors.SettingsError: 78,
    errors.TemplateError: 78,
}

OF_RECORD: Mapping[str, int] = {"S": 73, "P": 69, "M": 78, "X": BUG}
"""What the first letter of a failed record's code means, where it is not the data (65) that are bad."""


def of(error: errors.DocgenError) -> int:
    """Return the exit code for ``error``."""
    return next(code for kind, code in CODES.items() if isinstance(error, kind))


def of_failed(failed: Failed) -> int:
    """Return the exit code of a run whose only record ``failed``."""
    return OF_RECORD.get(failed.code[0], CODES[errors.RecordError])
