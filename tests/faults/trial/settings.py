"""Thidua with the trial job, and a short patience."""

import os

from thidua.web.settings import *  # noqa: F403
from thidua.web.settings import DATABASES, INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.faults.trial"]
JOBS_BEAT = 0.5
JOBS_LEASE = float(os.environ.get("TRIAL_LEASE", "3"))
if "TRIAL_DB" in os.environ:
    DATABASES["default"]["NAME"] = os.environ["TRIAL_DB"]
