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
    files = {(path.name.split(".")[0], path.name.split(".")[2]): path for path in sorted(out.glob("*.pdf"))}
    assert files, said
    return Built(files, said)
