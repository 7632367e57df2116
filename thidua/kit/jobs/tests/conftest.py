"""Jobs of these tests, registered for as long as a test runs."""

from collections.abc import Callable
from typing import Any

import pytest

from thidua.kit.jobs import registry, services


@pytest.fixture
def registered(monkeypatch) -> Callable[..., Any]:
    """Registers a function under a name, for this test only."""
    monkeypatch.setattr(registry, "_registered", {})
    return registry.job


@pytest.fixture
def asked(as_actor, minh, now) -> Callable[..., Any]:
    """A job that Minh asked for."""

    def ask(name="thu.viec", *, by=None, title="Đọc chữ bản quét", **more):
        return services.start(name, by=by or as_actor(minh), at=more.pop("at", now), title=title, **more)

    return ask
