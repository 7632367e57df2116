"""Accounts, the roles that they hold, and one's own account."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from thidua.kit.audit.sentences import history
from thidua.kit.ui.filters import Choice, Words
from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import ask, is_confirmed, refusals_said, respond
from thidua.records.orgs import permissions, selectors, services
from thidua.records.orgs.forms import accounts as forms
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import RoleHeld, User
from thidua.records.orgs.rights import Right
from thidua.records.orgs.roles import ROLES
from thidua.records.orgs.views.answers import actor_of, form_page, shut

STATES = (("dung", "Đang dùng"), ("khoa", "Đang khóa"), ("moi", "Chưa đổi mật khẩu"))
LIST = "orgs:accounts"
"""Name of the list's address."""


@needs(Right.ACCOUNTS_MANAGE)
def accounts(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    listing = Listing(
        request.GET,
        selectors.with_roles(selectors.accounts_visible_to(actor), actor.on).order_by("username"),
        noun="tài khoản",
        filters=[
            Words("q", "Tìm", selectors.named),
            Choice(
                "vt", "Vai trò", lambda rows, code: selectors.holding(rows, code, actor.on), choices=_roles()
            ),
            Choice("tt", "Tình trạng", _in_state, choices=STATES),
        ],
    )
    return respond(request, "orgs/accounts.html", {"listing": listing})


@needs(Right.ACCOUNTS_MANAGE)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    user = _visible(request, pk)
    context = {
        "account": user,
        "roles": [_role_row(row, actor) for row in selectors.roles_of(user)],
        "why_not": permissions.why_not_manage_account(actor, user),
        "why_not_lock": permissions.why_not_lock_account(actor, user),
        "sign_ins": selectors.sign_ins(user, limit=5),
        "history": history(user, limit=20),
    }
    return respond(request, "orgs/account.html", context)


@needs(Right.ACCOUNTS_MANAGE)
def add(request: HttpRequest) -> HttpResponse:
    """The temporary password stands on the answer itself, once; nothing keeps that page."""
    actor = actor_of(request)
    initial = {"unit": actor.body, "since": actor.on, "role": "chuyen_vien"}
    form = forms.CreateForm(request.POST or None, actor=actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        cleaned = dict(form.cleaned_data)
        username, reach = cleaned.pop("username"), cleaned.pop("reach")
        with refusals_on(form):
            user, password = services.create_account(
                username, by=actor, at=timezone.now(), whole_subtree=reach == "subtree", **cleaned
            )
            return _once(request, user, password, "Đã tạo tài khoản")
    context = {"form": form, "title": "Tạo tài khoản", "act": "Tạo tài khoản", "back": reverse(LIST)}
    context["crumbs"] = [("Tài khoản", reverse(LIST))]
    return respond(request, "orgs/role_form.html", context, status=422 if form.errors else 200)


@needs(Right.ACCOUNTS_MANAGE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    user = _managed(request, pk)
    initial = {"full_name": user.full_name, "email": user.email, "person": user.person}
    form = forms.CorrectForm(request.POST or None, actor=actor_of(request), initial=initial)

    def write(cleaned: dict[str, Any]) -> str:
        return page_of(services.correct_account(user, by=actor_of(request), at=timezone.now(), **cleaned))

    return _page(request, user, form, title="Sửa tài khoản", act="Ghi sửa đổi", write=write, said="Đã sửa.")


@needs(Right.ACCOUNTS_MANAGE)
def reset_password(request: HttpRequest, pk: int) -> HttpResponse:
    user = _managed(request, pk)
    if not is_confirmed(request):
        return ask(
            request,
            f"Cấp lại mật khẩu cho {user} ({user.username})?",
            detail="Mật khẩu hiện nay hết dùng ngay; các phiên đang đăng nhập kết thúc. Mật khẩu tạm chỉ hiện một lần.",
            act="Cấp lại mật khẩu",
            back=page_of(user),
        )
    password = ""
    with refusals_said(request):
        password = services.reset_password(user, by=actor_of(request), at=timezone.now())
    return _once(request, user, password, "Đã cấp lại mật khẩu")


@needs(Right.ACCOUNTS_MANAGE)
def lock(request: HttpRequest, pk: int) -> HttpResponse:
    user = _managed(request, pk)
    shut(permissions.why_not_lock_account(actor_of(request), user))
    form = forms.LockForm(request.POST or None, actor=actor_of(request))

    def write(cleaned: dict[str, Any]) -> str:
        return page_of(services.lock_account(user, by=actor_of(request), at=timezone.now(), **cleaned))

    told = {"title": "Khóa tài khoản", "act": "Khóa tài khoản", "said": "Đã khóa tài khoản."}
    return _page(request, user, form, write=write, **told)


@needs(Right.ACCOUNTS_MANAGE)
def unlock(request: HttpRequest, pk: int) -> HttpResponse:
    user = _managed(request, pk)
    form = forms.AccountActForm(request.POST if request.method == "POST" else None, actor=actor_of(request))

    def write(cleaned: dict[str, Any]) -> str:
        return page_of(services.unlock_account(user, by=actor_of(request), at=timezone.now()))

    told = {"title": "Mở khóa tài khoản", "act": "Mở khóa tài khoản", "said": "Đã mở khóa."}
    return _page(request, user, form, write=write, **told)


@needs(Right.ACCOUNTS_MANAGE)
def give_role(request: HttpRequest, pk: int) -> HttpResponse:
    user = _visible(request, pk)
    return _give(request, forms.GiveRoleForm, user)


@needs(Right.ACCOUNTS_MANAGE)
def give_role_elsewhere(request: HttpRequest) -> HttpResponse:
    """To an account that another administrator keeps, by its exact name."""
    return _give(request, forms.GiveRoleElsewhereForm, None)


@needs(Right.ACCOUNTS_MANAGE)
def end_role(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    held = get_object_or_404(RoleHeld.objects.select_related("user", "unit"), pk=pk)
    shut(permissions.why_not_end_role(actor, held))
    form = forms.EndRoleForm(request.POST or None, actor=actor, initial={"until": actor.on})

    def write(cleaned: dict[str, Any]) -> str:
        services.end_role(held, by=actor, at=timezone.now(), **cleaned)
        return page_of(held.user)

    under = f"{held.user}: {ROLES[held.role].label} tại {held.unit}"
    told = {"title": "Thôi vai trò", "act": "Ghi thôi vai trò", "said": "Đã ghi thôi vai trò."}
    return _page(request, held.user, form, under=under, write=write, **told)


@needs()
def me(request: HttpRequest) -> HttpResponse:
    """One's own account: what one may do and where, and the last sign-ins."""
    user: User = request.user  # type: ignore[assignment]
    actor = actor_of(request)
    context = {
        "account": user,
        "roles": [_role_row(row, actor) for row in selectors.roles_of(user)],
        "sign_ins": selectors.sign_ins(user),
    }
    return respond(request, "orgs/me.html", context)


def page_of(user: User) -> str:
    return reverse("orgs:account", args=[user.pk])


def _give(request: HttpRequest, kind: type[forms.GiveRoleForm], user: User | None) -> HttpResponse:
    actor = actor_of(request)
    form = kind(request.POST or None, actor=actor, initial={"unit": actor.body, "since": actor.on})

    def write(cleaned: dict[str, Any]) -> str:
        given_to = user or cleaned.pop("username")
        whole = cleaned.pop("reach") == "subtree"
        services.give_role(given_to, by=actor, at=timezone.now(), whole_subtree=whole, **cleaned)
        return page_of(given_to)

    return form_page(
        request,
        form,
        title="Giao vai trò",
        act="Giao vai trò",
        back=page_of(user) if user else reverse(LIST),
        crumbs=[("Tài khoản", reverse(LIST))],
        under=f"{user} ({user.username})" if user else "Cho tài khoản của người ở cơ quan khác",
        write=write,
        said="Đã giao vai trò.",
        template="orgs/role_form.html",
    )


def _page(request: HttpRequest, user: User, form: forms.AccountActForm, **told: Any) -> HttpResponse:
    crumbs = [("Tài khoản", reverse(LIST)), (user.username, page_of(user))]
    under = f"{user} ({user.username})"
    return form_page(request, form, back=page_of(user), crumbs=crumbs, **{"under": under, **told})


def _once(request: HttpRequest, user: User, password: str, title: str) -> HttpResponse:
    response = respond(
        request, "orgs/password_once.html", {"account": user, "password": password, "title": title}
    )
    response["Cache-Control"] = "no-store"
    return response


def _visible(request: HttpRequest, pk: int) -> User:
    return get_object_or_404(selectors.accounts_visible_to(actor_of(request)).select_related("person"), pk=pk)


def _managed(request: HttpRequest, pk: int) -> User:
    user = _visible(request, pk)
    shut(permissions.why_not_manage_account(actor_of(request), user))
    return user


def _role_row(row: RoleHeld, actor: Any) -> dict[str, Any]:
    role = ROLES.get(row.role)
    return {
        "held": row,
        "role": role,
        "label": role.label if role else row.role,
        "rights": forms.rights_in_words(role) if role else [],
        "runs": row.since <= actor.on and (row.until is None or row.until > actor.on),
        "can_end": row.until is None or row.until > actor.on,
        "why_not": permissions.why_not_end_role(actor, row) if role else [],
    }


def _roles() -> list[tuple[str, str]]:
    return [(role.code, role.label) for role in ROLES.values()]


def _in_state(rows: Any, state: str) -> Any:
    if state == "moi":
        return rows.filter(must_change_password=True, is_active=True)
    return rows.filter(is_active=state == "dung")
