"""Files that break one rule each, made from two correct ones; the folder is the registry."""

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from tests.conformance.broken.variant import MADE, Broken


@cache
def broken() -> tuple[Broken, ...]:
    """Every broken file, in the order of the modules."""
    for module in iter_modules([str(Path(__file__).parent)]):
        if module.name != "__main__":
            import_module(f"{__name__}.{module.name}")
    return tuple(MADE)
