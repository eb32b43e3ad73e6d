"""``python -m factsheet`` and the command ``factsheet``."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from factsheet.cli import run  # noqa: PLC0415 - importing this module costs nothing

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
