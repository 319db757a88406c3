"""The exit codes: one table of what each class of failure means to the shell, in the numbers of sysexits.h."""

from collections.abc import Mapping

from docgen import errors

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
    errors.CannotCreate: 73,
    errors.OutputFailed: 74,
    errors.NotPermitted: 77,
    errors.SettingsError: 78,
    errors.TemplateError: 78,
}

EXISTS_ALREADY = frozenset({"S-01", "S-02"})
"""Record codes that mean: the file cannot be created (73), not: the data are bad."""


def of(error: errors.DocgenError) -> int:
    """Return the exit code for ``error``."""
    return next(code for kind, code in CODES.items() if isinstance(error, kind))
