"""What is typed about accounts and roles."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.db.models import QuerySet

from thidua.kit.ui.fields import DayField, PickerField
from thidua.records.orgs import selectors
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.orgs.forms.units import unit_field
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.rights import LABELS
from thidua.records.orgs.roles import ROLES, Role

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")


class RoleCard(NamedTuple):
    """A role as it is offered: its radio button, what it is for, what it allows."""

    radio: Any
    role: Role
    rights: list[str]


def rights_in_words(role: Role) -> list[str]:
    return [label for right, label in LABELS.items() if right in role.rights]


class AccountActForm(FoldedForm):
    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        for field in self.fields.values():
            if isinstance(field, PickerField):
                is_unit = field.search_url_name == "orgs:unit_search"
                field.queryset_fn = self.units if is_unit else self.people

    def units(self, text: str) -> QuerySet[Unit]:
        reach = selectors.units_of_accounts(self.actor)
        found = selectors.search_units(self.actor, text)
        return found.filter(pk__in=reach.values("pk")) if reach is not None else found.none()

    def people(self, text: str) -> QuerySet[Person]:
        return selectors.people_of(self.actor, text=text)


class RoleFields(AccountActForm):
    """A role in a unit: the roles are drawn as cards, apart from the other fields."""

    role = forms.ChoiceField(
        label="Vai trò",
        choices=[(role.code, role.label) for role in ROLES.values()],
        widget=forms.RadioSelect,
    )
    unit = unit_field("Tại đơn vị")
    reach = forms.ChoiceField(
        label="Phạm vi",
        choices=[("subtree", "Cả các đơn vị trực thuộc"), ("unit", "Chỉ đơn vị này")],
        initial="subtree",
    )
    since = DayField(label="Từ ngày")

    def plain(self) -> Iterator[forms.BoundField]:
        return (field for field in self.first() if field.name != "role")

    def cards(self) -> list[RoleCard]:
        roles = list(ROLES.values())
        return [
            RoleCard(radio, role, rights_in_words(role))
            for radio, role in zip(self["role"], roles, strict=True)
        ]


class CreateForm(RoleFields):
    more = ("email", "person")

    full_name = forms.CharField(label="Họ và tên", max_length=120)
    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=60,
        help_text="Chữ thường không dấu, chữ số, dấu chấm; từ 3 ký tự. Ví dụ lan.tn.",
    )
    email = forms.EmailField(label="Thư điện tử công vụ", required=False)
    person = PickerField("orgs:person_search", label="Gắn với người trong danh sách", required=False)
    field_order = ("full_name", "username", "unit", "reach", "since", "email", "person", "role")

    def clean_username(self) -> str:
        username = str(self.cleaned_data["username"]).strip().lower()
        if not _USERNAME.fullmatch(username):
            raise forms.ValidationError("Chỉ dùng chữ thường không dấu, chữ số, dấu chấm, gạch; từ 3 ký tự.")
        return username


class CorrectForm(AccountActForm):
    full_name = forms.CharField(label="Họ và tên", max_length=120)
    email = forms.EmailField(label="Thư điện tử công vụ", required=False)
    person = PickerField("orgs:person_search", label="Gắn với người trong danh sách", required=False)


class GiveRoleForm(RoleFields):
    until = DayField(label="Đến trước ngày", required=False, help_text="Để trống nếu chưa có hạn.")
    field_order = ("unit", "reach", "since", "until", "role")


class GiveRoleElsewhereForm(GiveRoleForm):
    """To somebody whose account another administrator keeps: named exactly."""

    username = forms.CharField(
        label="Tên đăng nhập", max_length=60, help_text="Tài khoản của người ở cơ quan khác."
    )
    field_order = ("username", "unit", "reach", "since", "until", "role")

    def clean_username(self) -> Any:
        found = selectors.find_account(self.cleaned_data["username"])
        if found is None:
            raise forms.ValidationError("Không có tài khoản này. Hỏi lại tên đăng nhập.")
        return found


class EndRoleForm(AccountActForm):
    until = DayField(label="Thôi từ ngày", help_text="Ngày đầu tiên không còn vai trò.")


class LockForm(AccountActForm):
    note = forms.CharField(label="Lý do", max_length=300, required=False)
