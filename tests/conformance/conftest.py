"""Every spec, built once for the whole session."""

from pathlib import Path

import pytest

from tests.conformance.programs import EDITIONS, SPECS, Built, factsheet, made_once


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for a spec, or an edition, with each of them."""
    if "spec" in metafunc.fixturenames:
        assert SPECS, "there are no specs to test"
        metafunc.parametrize("spec", SPECS, ids=lambda path: path.stem)
    if "edition" in metafunc.fixturenames:
        metafunc.parametrize("edition", EDITIONS)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Every spec in every edition that conformance tests look at."""

    def make(out: Path) -> str:
        options = ("--no-judge", "--edition", "print,screen,office", "--standard", "x4,x1a")
        run = factsheet("build", *options, *SPECS, "--out", out)
        assert run.returncode in {0, 1}, run.stdout + run.stderr
        return run.stdout + run.stderr

    out, said = made_once(tmp_path_factory, "built", make)
    translated = {path.stem for spec in SPECS for path in spec.parent.glob(f"{spec.stem}.*.po")}
    files = {}
    for path in sorted(out.glob("*.pdf")):
        name, language, edition = path.name.split(".")[:3]
        whose = f"{name}.{language}"
        files[whose if whose in translated else name, edition] = path
    assert files, said
    assert {name for name, _ in files} >= translated
    return Built(files, said)
