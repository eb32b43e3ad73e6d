"""``python -m factsheet`` and the command ``factsheet``."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.disable()  # what is imported stays: looking for cycles in it costs a tenth of the start; commands switch it on
    from factsheet.cli import run  # noqa: PLC0415 - importing this module costs nothing

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
