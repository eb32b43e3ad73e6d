"""What holds for all tests."""

import pytest

_LONGEST = 40


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Data are named by their length: files made on the spot may hold the time, and names must stay the same."""
    if isinstance(val, bytes | bytearray) and len(val) > _LONGEST:
        return f"{argname} of {len(val)} bytes"
    return None
