"""The front door of the command line: ``docgen`` and ``python -m docgen``."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from docgen.cli.app import start  # noqa: PLC0415 - importing docgen.__main__ must cost nothing

    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
