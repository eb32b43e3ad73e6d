"""YAML to plain data that remembers its lines (spec and theme)."""

from factsheet.findings import NOWHERE, Where


class Scalar(str):
    """A scalar as typed, with its place."""

    __slots__ = ("where",)
    where: Where

    def __new__(cls, value: str, where: Where = NOWHERE) -> "Scalar":
        """The string ``value`` as it stands at ``where``."""
        scalar = super().__new__(cls, value)
        scalar.where = where
        return scalar
