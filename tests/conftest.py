"""What holds for all tests."""

from collections import Counter

import pytest

_LONGEST = 40


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Data are named by their length: files made on the spot may hold the time, and names must stay the same."""
    if isinstance(val, bytes | bytearray) and len(val) > _LONGEST:
        return f"{argname} of {len(val)} bytes"
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was not run, and how to get it: one line for each program that is missing."""
    reasons: Counter[str] = Counter()
    for report in terminalreporter.getreports("skipped"):
        told = report.longrepr
        if isinstance(told, tuple):
            reasons[str(told[2]).removeprefix("Skipped: ")] += 1
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"not run: {count} {'test' if count == 1 else 'tests'}, since {reason}")
