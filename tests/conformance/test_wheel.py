"""The package installs as a wheel with everything inside, and works from any folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.conformance


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", folder, ROOT], check=True)
    (found,) = folder.glob("*.whl")
    return found


def test_fonts_themes_profiles_patterns_and_labels_are_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for kind in ("fonts", "factsheet/design/themes", "factsheet/design/profiles", "factsheet/text/patterns"):
        for path in (ROOT / kind).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                inside = path.relative_to(ROOT).as_posix().replace("fonts/", "factsheet/fonts/", 1)
                assert inside in names
    assert {f"factsheet/i18n/labels.{language}.po" for language in ("mn", "fr", "es", "ru", "de")} <= names
    assert not [name for name in names if name.startswith(("tests/", "specs/", "output/"))]


def test_it_builds_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    away, there = tmp_path / "installed", tmp_path / "elsewhere"
    there.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(away)
    program = (
        "import sys; sys.path[:] = [p for p in sys.path if 'site-packages' in p or 'lib' in p.lower()];"
        f"sys.path.insert(0, {str(away)!r});"
        "import factsheet; assert factsheet.__file__.startswith(sys.path[0]), factsheet.__file__;"
        "from factsheet.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", program, *arguments]
        return subprocess.run(command, cwd=there, env=environment, capture_output=True, text=True, check=False)

    made = run("new", "first-try")
    assert made.returncode == 0, made.stdout + made.stderr
    built = run("build")
    assert built.returncode == 0, built.stdout + built.stderr
    assert sorted(path.name for path in (there / "output").iterdir()) == [
        "first-try.en.print.pdf",
        "first-try.en.print.preflight.html",
        "first-try.en.print.preflight.json",
        "first-try.en.print.preflight.txt",
        "first-try.en.screen.pdf",
    ]
