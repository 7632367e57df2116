"""The domain's "no": anticipated, shown verbatim, never logged as a fault."""

from collections.abc import Iterable


class Refused(Exception):
    """An act that the domain does not allow; `reasons` are Vietnamese sentences that say how to mend it."""

    def __init__(self, reasons: str | Iterable[str]) -> None:
        self.reasons = [reasons] if isinstance(reasons, str) else list(reasons)
        super().__init__(" ".join(self.reasons))


def refuse_if(reasons: Iterable[str]) -> None:
    """Raise Refused when a `why_not_…` gave reasons."""
    found = list(reasons)
    if found:
        raise Refused(found)
