"""The kinds of content. The folder is the registry: each file defines the blocks it is named after."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from factsheet.blocks.base import Block

_KEY = re.compile(r'^    key: ClassVar\[str\] = "(\w+)"$', re.MULTILINE)


class Registry(Mapping[str, type[Block]]):
    """Every kind of block by its key in the spec; a file is imported when its block is asked for."""

    def __init__(self) -> None:
        """The keys, as the files in this folder declare them."""
        files = Path(__file__).parent.glob("[a-z]*.py")
        found = {key: path.stem for path in files for key in _KEY.findall(path.read_text(encoding="utf-8"))}
        self._modules = dict(sorted(found.items()))

    def __getitem__(self, key: str) -> type[Block]:
        """The kind called ``key``."""
        module = import_module(f"{__name__}.{self._modules[key]}")
        kinds = (kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Block))
        return next(kind for kind in kinds if kind.key == key)

    def __contains__(self, key: object) -> bool:
        """Whether there is a kind called ``key``; nothing is imported for the answer."""
        return key in self._modules

    def __iter__(self) -> Iterator[str]:
        """The keys, in order."""
        return iter(self._modules)

    def __len__(self) -> int:
        """The number of kinds."""
        return len(self._modules)


@cache
def registry() -> Registry:
    """Every kind of block by its key in the spec."""
    return Registry()
