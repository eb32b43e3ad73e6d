"""Every spec, built once for the whole session."""

import pytest

from tests.conformance.programs import EDITIONS, SPECS, Built, factsheet


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
    out = tmp_path_factory.mktemp("built")
    run = factsheet(
        "build", "--no-judge", "--edition", "print,screen,office", "--standard", "x4,x1a", *SPECS, "--out", out
    )
    assert run.returncode in {0, 1}, run.stdout + run.stderr
    files = {(path.name.split(".")[0], path.name.split(".")[2]): path for path in sorted(out.glob("*.pdf"))}
    assert files, run.stdout + run.stderr
    return Built(files, run.stdout)
