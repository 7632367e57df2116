"""The door of a view: names the right that its address needs (a test holds that every address names one).

    @needs(Right.REGISTER_WRITE)
    def enter(request): …

Holding the right somewhere opens the door; which records are then seen is decided by `selectors.visible_to`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from thidua.records.orgs.rights import LABELS, Right

View = Callable[..., HttpResponse]
LARGEST = 2**63 - 1
"""No record has a number above this: databases take no larger one, and fail over it."""


def needs(*rights: Right) -> Callable[[View], View]:
    """Any one of `rights` opens the view; none named: whoever is signed in."""

    def gated(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            actor = request.actor  # type: ignore[attr-defined]
            if rights and not any(actor.has(right) for right in rights):
                wanted = " hoặc ".join(f"“{LABELS[right]}”" for right in rights)
                raise PermissionDenied(
                    f"Cần quyền {wanted}. Đề nghị người quản trị của cơ quan giao vai trò."
                )
            if any(isinstance(key, int) and key > LARGEST for key in kwargs.values()):
                raise Http404
            return view(request, *args, **kwargs)

        guarded.needs = rights  # type: ignore[attr-defined]
        return guarded

    return gated
