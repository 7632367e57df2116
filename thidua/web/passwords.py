"""Change of password; asked for before anything else when an administrator has given the account a first one."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.forms import Form, refusals_on
from thidua.kit.ui.respond import respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import User
from thidua.records.orgs.services import accounts

WEAK = {
    "password_too_short": "Mật khẩu mới ngắn quá. Nhập ít nhất %(min_length)s ký tự.",
    "password_too_common": "Mật khẩu mới là mật khẩu thường gặp, dễ đoán. Chọn mật khẩu khác.",
    "password_entirely_numeric": "Mật khẩu mới chỉ có chữ số. Thêm chữ cái.",
}
"""What the validators of the settings find, by their codes."""
ALWAYS_OPEN = ("web:password", "web:sign_out")


def _box(autocomplete: str) -> forms.PasswordInput:
    return forms.PasswordInput(attrs={"autocomplete": autocomplete})


class ChangeForm(Form):
    current = forms.CharField(label="Mật khẩu đang dùng", strip=False, widget=_box("current-password"))
    new = forms.CharField(
        label="Mật khẩu mới",
        strip=False,
        widget=_box("new-password"),
        help_text="Ít nhất 10 ký tự, không chỉ toàn chữ số, không phải mật khẩu thường gặp.",
    )
    again = forms.CharField(label="Nhập lại mật khẩu mới", strip=False, widget=_box("new-password"))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_current(self) -> str:
        current = str(self.cleaned_data["current"])
        if not self.user.check_password(current):
            raise forms.ValidationError("Mật khẩu đang dùng không đúng. Nhập lại.")
        return current

    def clean_new(self) -> str:
        new = str(self.cleaned_data["new"])
        try:
            validate_password(new, self.user)
        except forms.ValidationError as error:
            for found in error.error_list:
                found.message = WEAK.get(found.code or "", found.message)
            raise
        return new

    def clean_again(self) -> str:
        again = str(self.cleaned_data["again"])
        if again != self.cleaned_data.get("new", again):
            raise forms.ValidationError("Hai lần nhập mật khẩu mới không giống nhau. Nhập lại cả hai.")
        return again


@needs()
def change(request: HttpRequest) -> HttpResponse:
    user: User = request.user  # type: ignore[assignment]
    form = ChangeForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        current, new = form.cleaned_data["current"], form.cleaned_data["new"]
        with refusals_on(form, "new"):
            actor = request.actor  # type: ignore[attr-defined]
            changed = accounts.change_password(user, by=actor, at=timezone.now(), current=current, new=new)
            update_session_auth_hash(request, changed)
            messages.success(request, "Đã đổi mật khẩu.")
            return redirect("web:home")
    return respond(request, "web/password.html", {"form": form})


class MustChangePassword:
    """Middleware: an account with a first password goes to the change of it, wherever it wanted to go."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        must = request.user.is_authenticated and request.user.must_change_password
        if must and request.path not in {reverse(name) for name in ALWAYS_OPEN}:
            return redirect("web:password")
        return self.get_response(request)
