"""One profile for all laws: the same examples every time, and no clock."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "laws", derandomize=True, deadline=None, max_examples=40, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
settings.load_profile("laws")
