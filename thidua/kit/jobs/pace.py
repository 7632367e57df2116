"""How often a run gives a sign of life, and how long without one before it counts as dead. Seconds, from settings."""

from datetime import timedelta

from django.conf import settings

ATTEMPTS = 3
"""Runs that end without a word (killed, power gone) before the job is given up."""
KEPT_DAYS = 90
"""How long ended jobs stay on show; what they did stands in the audit chain."""


def beat() -> float:
    return float(getattr(settings, "JOBS_BEAT", 5))


def lease() -> timedelta:
    """Longer than a beat that waits for SQLite's write lock (20 s) and comes 5 s late."""
    return timedelta(seconds=float(getattr(settings, "JOBS_LEASE", 30)))


def stuck() -> timedelta:
    """Something waits, and nothing has moved anywhere for so long: the pool no longer pulls."""
    return lease() * 1.5
