"""An initiative: what it is, and its authors with their shares."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q

from thidua.kit.ui.fields import PickerField
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.orgs.models import Person
from thidua.records.register.forms.choices import office_field, offices_of
from thidua.work.initiatives.forms.recognising import RecognitionForm
from thidua.work.initiatives.models import Initiative
from thidua.work.initiatives.rows import FACTS, Share, why_not_shares

ROWS = 8
"""Authors that a form asks for; one more than there are, where there are more."""
FIRST_ROWS = 3
Pair = tuple[forms.BoundField, forms.BoundField]


class ShareField(forms.DecimalField):
    """ "33,5" or "33.5 %"."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=5, decimal_places=2, required=False, **kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        return super().to_python(str(value or "").strip().removesuffix("%").strip().replace(",", "."))


class InitiativeForm(FoldedForm):
    """Authors stand in rows of their own: `author_0` with `share_0`, and so on."""

    more: tuple[str, ...] = ("others", "summary", "made_in")
    more_label = "Tác giả ngoài danh bạ, nội dung, cơ quan tạo ra"
    heading = ("title", "kind")

    title = forms.CharField(
        label="Tên sáng kiến, đề tài, đề án",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Ghi đúng như trong quyết định công nhận.",
    )
    kind = forms.ChoiceField(label="Loại", choices=Initiative.Kind.choices)
    others = forms.CharField(
        label="Tác giả ngoài danh bạ",
        max_length=300,
        required=False,
        help_text="Như ghi trong quyết định; phần đóng góp còn lại thuộc những người này.",
    )
    summary = forms.CharField(
        label="Nội dung, hiệu quả áp dụng",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    made_in = office_field("Cơ quan nơi tạo ra", required=False, help_text="Để trống: cơ quan đang ghi sổ.")

    def __init__(self, *args: Any, actor: Actor, initiative: Initiative | None = None, **kwargs: Any) -> None:
        told = self._told(initiative) if initiative else {}
        kwargs["initial"] = told | (kwargs.get("initial") or {})
        if isinstance(self, RecognitionForm):
            kwargs["actor"] = actor
        known = [told[name].pk for name in told if name.startswith("author_")]
        self.rows = max(ROWS, len(known) + 1)
        self.base_fields = self.base_fields | _rows_of(actor, known, self.rows)
        super().__init__(*args, **kwargs)
        self.fields["made_in"].queryset_fn = offices_of(actor)  # type: ignore[attr-defined]

    def _told(self, row: Initiative) -> dict[str, Any]:
        facts: dict[str, Any] = {name: getattr(row, name) for name in ("title", "kind", "others", "summary")}
        for place, author in enumerate(row.authors.select_related("person")):
            facts |= {f"author_{place}": author.person, f"share_{place}": author.share_pct}
        return facts | {"made_in": row.body if row.body_id != row.kept_by_id else None}

    def about(self) -> list[forms.BoundField]:
        return [self[name] for name in self.heading]

    def first(self) -> Iterator[forms.BoundField]:
        return (
            field
            for field in super().first()
            if field.name not in self.heading and not _of_author(field.name)
        )

    def author_rows(self) -> list[Pair]:
        return [self._pair(place) for place in range(FIRST_ROWS)]

    def more_author_rows(self) -> list[Pair]:
        return [self._pair(place) for place in range(FIRST_ROWS, self.rows)]

    def more_authors_open(self) -> bool:
        return any(field.errors or any(field.value() or ()) for field, _ in self.more_author_rows())

    def _pair(self, place: int) -> Pair:
        return self[f"author_{place}"], self[f"share_{place}"]

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        for place in range(self.rows):
            name, given = f"author_{place}", facts.get(f"share_{place}") is not None
            if given and not facts.get(name) and name not in self.errors:
                self.add_error(name, "Chọn tác giả của tỷ lệ này, hoặc xóa tỷ lệ.")
        for reason in why_not_shares([share.pct for share in self.shares()]):
            self.add_error("share_0", reason)
        return facts

    def shares(self) -> list[Share]:
        typed = self.cleaned_data
        rows = [(typed.get(f"author_{place}"), typed.get(f"share_{place}")) for place in range(self.rows)]
        return [Share(person, pct) for person, pct in rows if person]

    def facts(self) -> dict[str, Any]:
        """Of `rows.FACTS`."""
        return {name: self.cleaned_data.get(name) for name in FACTS}


class EnterForm(InitiativeForm, RecognitionForm):
    """Both at once: an initiative comes into the register by its first recognition."""

    more = (*InitiativeForm.more, *RecognitionForm.more)
    more_label = "Quyết định chưa có trong sổ văn bản, căn cứ khác, tác giả ngoài danh bạ, nội dung"


def _rows_of(actor: Actor, known: list[int], count: int) -> dict[str, forms.Field]:
    """Pairs of fields; offered are people whom the actor sees, and `known`: authors already."""

    def people(text: str) -> Any:
        seen = orgs.people_of(actor, text=text)
        if not known:
            return seen
        return Person.objects.filter(Q(pk__in=seen.values("pk")) | Q(pk__in=known)).order_by(
            "name_sort", "pk"
        )

    found: dict[str, forms.Field] = {}
    for place in range(count):
        label = "Tác giả" if place == 0 else f"Tác giả {place + 1}"
        found[f"author_{place}"] = PickerField("orgs:person_search", people, label=label, required=place == 0)
        found[f"share_{place}"] = ShareField(label="Đóng góp, %")
    return found


def _of_author(name: str) -> bool:
    return name.startswith(("author_", "share_"))
