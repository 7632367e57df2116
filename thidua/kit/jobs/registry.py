"""Which functions may run in the background, by name."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings

if TYPE_CHECKING:
    from thidua.kit.jobs.run import Outcome, Run

Function = Callable[..., "Outcome | str | None"]
_registered: dict[str, "Registered"] = {}


@dataclass(frozen=True, slots=True)
class Registered:
    name: str
    function: Function
    timeout: int
    """Seconds for one run."""
    daily: str = ""
    """What is done once a day without being asked for, in Vietnamese; empty where somebody asks."""

    def call(self, run: "Run", args: dict[str, Any]) -> "Outcome | str | None":
        return self.function(run, **args)

    def check(self, args: dict[str, Any]) -> None:
        """TypeError when the function does not take these arguments."""
        inspect.signature(self.function).bind(None, **args)


def job(name: str, *, timeout: int | None = None, daily: str = "") -> Callable[[Function], Function]:
    """Register `function(run, **args)` under "app.verb". `timeout`: seconds, at most that of the queue. `daily`: the title
    of what the installation itself does once a day (`function(run)`)."""

    def registered(function: Function) -> Function:
        longest = cast(int, settings.Q_CLUSTER["timeout"])
        there = _registered.get(name)
        if "." not in name or (there and there.function.__qualname__ != function.__qualname__):
            raise ValueError(f"{name!r} is no name of the form app.verb, or is taken")
        if (timeout or 0) > longest:
            raise ValueError(f"{name}: the queue gives a run {longest} s at most; cut the work in steps")
        _registered[name] = Registered(name, function, timeout or longest, daily)
        return function

    return registered


def daily() -> list[Registered]:
    """What is to be done once a day."""
    return [each for each in _registered.values() if each.daily]


def find(name: str) -> Registered:
    """LookupError where nobody registered it."""
    try:
        return _registered[name]
    except KeyError:
        raise LookupError(f"no job is called {name!r}") from None
