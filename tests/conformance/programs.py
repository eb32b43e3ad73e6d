"""Programs of others, our own command line, and what it made."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = [*(ROOT / "specs").glob("*.yaml"), *(ROOT / "tests/data/specs").glob("*.yaml")]
SPECS = sorted((path for path in FILES if "." not in path.stem), key=lambda p: p.stem)
EDITIONS = ("print", "print-x1a", "screen", "office")
PACKAGES = {
    **dict.fromkeys(("msgcat", "msgattrib", "msgconv", "msgfmt"), "gettext"),
    "gs": "ghostscript",
    "chromium": "chromium",
    "sh": "dash",
    "gs-profile-that-is-missing": "libgs-common",
    "mutool": "mupdf-tools",
    "node": "nodejs",
    "npm": "npm",
    "pdffonts": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
}
HARMLESS = {"warning: ICC support is not available"}
"""What a program says of itself, not of the file."""

TIMEOUT = 300


@dataclass(frozen=True)
class Built:
    """What one run of the command line made.

    Attributes:
        files: The PDFs by the name of their spec and their edition.
        said: All that was printed.
    """

    files: Mapping[tuple[str, str], Path]
    said: str

    def file(self, spec: str, edition: str) -> Path:
        """The PDF of ``spec`` in ``edition``; a test that asks for a refused one fails."""
        found = self.files.get((spec, edition))
        refused = "\n".join(line for line in self.said.splitlines() if line.split(":")[0].endswith(f"{spec}.yaml"))
        assert found is not None, f"{spec} was refused:\n{refused}"
        return found


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], str]) -> tuple[Path, str]:
    """The folder called ``name`` that ``make`` fills, and what it said: of several workers one does it, others wait."""
    base = factory.getbasetemp()
    root = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder, said = root / name, root / f"{name}.said"
    try:
        folder.mkdir()
    except FileExistsError:
        for _ in range(10 * TIMEOUT):
            if said.is_file():
                return folder, said.read_text(encoding="utf-8")
            time.sleep(0.1)
        pytest.fail(f"another worker did not finish {name}")
    beside = said.with_suffix(".part")
    beside.write_text(make(folder), encoding="utf-8")
    beside.replace(said)
    return folder, said.read_text(encoding="utf-8")


def lacking(what: str, how: str) -> None:
    """Fail, or skip, since ``what`` is missing."""
    message = f"{what} is missing; {how}"
    if os.environ.get("FACTSHEET_REQUIRE_TOOLS") == "1":
        pytest.fail(message)
    pytest.skip(message)


def factsheet(*arguments: str | Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "factsheet", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )


def outside(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run a program of others; where it is missing, the test is skipped, or fails."""
    if shutil.which(name) is None:
        lacking(name, f"on Debian and Ubuntu: apt install {PACKAGES[name]}")
    return subprocess.run([name, *map(str, arguments)], capture_output=True, timeout=TIMEOUT, check=False)


def complaints(run: subprocess.CompletedProcess[bytes]) -> list[str]:
    """What a program said on its standard error about the file."""
    said = run.stderr.decode("utf-8", "replace").splitlines()
    return [line for line in said if line.strip() and line.strip() not in HARMLESS]
