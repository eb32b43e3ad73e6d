"""The kinds of content. The folder is the registry: each file defines the blocks it is named after."""

from functools import cache
from importlib import import_module
from pathlib import Path

from factsheet.blocks.base import Block

_NO_BLOCKS = {"base", "dates", "items", "kit", "numbers", "plates", "plots", "shown", "stacked", "tables"}


@cache
def registry() -> dict[str, type[Block]]:
    """Every kind of block by its key in the spec."""
    for module in sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py")):
        if module not in _NO_BLOCKS:
            import_module(f"{__name__}.{module}")
    return {kind.key: kind for kind in sorted(Block.__subclasses__(), key=lambda kind: kind.key)}
