"""How the time of a reading grows with its text; the processor's time, the best of three, so that a busy machine does not matter."""

import time
from collections.abc import Callable

_LEEWAY = 3
"""A linear reading takes `times` as long, a quadratic one `times` squared: between the two lies room for noise."""
_GROUND = 0.4
"""Seconds that any reading may take."""


def grows_linearly(read: Callable[[int], object], *, count: int = 1_000, times: int = 8) -> bool:
    """Whether `read(count * times)` takes no more than a small multiple of `times` as long as `read(count)`."""
    read(count // 5)
    return _seconds(read, count * times) < _LEEWAY * times * _seconds(read, count) + _GROUND


def _seconds(read: Callable[[int], object], count: int) -> float:
    spent = []
    for _ in range(3):
        begun = time.process_time()
        read(count)
        spent.append(time.process_time() - begun)
        if spent[-1] < _GROUND / 10:
            break
    return min(spent)
