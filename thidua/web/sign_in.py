"""Sign-in, lock-out, sign-out; the body and the year that one works in."""

from datetime import timedelta
from typing import Any

from axes.helpers import get_cool_off
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.refused import Refused
from thidua.kit.ui.forms import Mended
from thidua.kit.ui.respond import back_to, refusals_said
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import User
from thidua.records.orgs.selectors import working_bodies
from thidua.records.orgs.services import accounts

YEARS = range(1990, 2101)


class SignInForm(Mended, AuthenticationForm):
    error_messages = {
        "invalid_login": "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.",
        "inactive": "Tài khoản đã khóa. Đề nghị người quản trị mở lại.",
    }

    def clean_username(self) -> str:
        """The name as it is stored: otherwise each way of writing it would have its own count of failures."""
        typed = self.cleaned_data["username"].strip()
        stored = User.objects.filter(username__iexact=typed).values_list("username", flat=True).first()
        return stored or typed.lower()


class SignIn(LoginView):
    template_name = "web/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True


sign_in = SignIn.as_view()
sign_out = needs()(LogoutView.as_view(next_page="web:sign_in"))


def locked_out(
    request: HttpRequest, original_response: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """Too many failures of one name from one address: says when to try again. Each further try begins the wait anew."""
    wait = get_cool_off(request) or timedelta()
    minutes = round(wait.total_seconds() / 60)
    context = {"again_at": timezone.now() + wait, "minutes": minutes, "limit": settings.AXES_FAILURE_LIMIT}
    response = render(request, "web/locked_out.html", context, status=429)
    response.headers["Retry-After"] = str(minutes * 60)
    return response


@needs()
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Remember the body or the year chosen in the top bar; only a body in which a role is held."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    user: User = request.user  # type: ignore[assignment]
    body = next(
        (body for body in working_bodies(actor) if str(body.pk) == request.POST.get("unit")), actor.body
    )
    year = request.POST.get("year", "")
    chosen = int(year) if year.isascii() and year.isdigit() and int(year[:5]) in YEARS else user.working_year
    with refusals_said(request):
        if body is None:
            raise Refused("Chưa giữ vai trò nào. Đề nghị người quản trị của cơ quan giao vai trò.")
        accounts.set_working(user, by=actor, at=timezone.now(), body=body, year=chosen)
    return back_to(request, "next", reverse("web:home"))
