"""What holds for the tests of the core and of the plugins: no test is timed."""

from hypothesis import HealthCheck, settings

# How long an example takes depends on the machine and on what else it does.
settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")
