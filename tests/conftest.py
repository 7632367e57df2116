"""The whole-house tests use the same cast as the apps' own."""

from thidua.conftest import *  # noqa: F403
