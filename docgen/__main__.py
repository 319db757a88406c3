"""The front door of the command line: ``docgen`` and ``python -m docgen``."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        from docgen.cli.app import start  # noqa: PLC0415 - importing docgen.__main__ must cost nothing

        code = start(sys.argv[1:])
    except KeyboardInterrupt:  # before the command line could hear it
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
