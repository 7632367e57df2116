"""An award, or a count of them: what, to whom, for which period, by which decision."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField, PickerField
from thidua.records.awards import kinds, rows
from thidua.records.awards.models import Award
from thidua.records.awards.rows import NewHousehold
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.register.forms.choices import document_field, documents_of, office_field, offices_of
from thidua.records.register.identity import Identity
from thidua.vn.codes import AWARD_CATEGORIES, RECIPIENT_KINDS
from thidua.vn.periods import Period, parse

OTHER = "khac"


class GivenForm(FoldedForm):
    """What one award and a count of them have in common."""

    more = (
        "number",
        "issued_on",
        "decided_by",
        "authority",
        "printed",
        "category",
        "occasion",
        "certificate",
    )
    more_label = "Quyết định chưa có trong sổ văn bản, cấp quyết định, loại khen, số bằng"

    kind = forms.ChoiceField(label="Danh hiệu, hình thức")
    other = forms.CharField(
        label="Tên danh hiệu, hình thức khác",
        max_length=200,
        required=False,
        help_text="Chỉ ghi khi chọn “Khác”, ví dụ: Bằng Lao động sáng tạo.",
    )
    period = forms.CharField(
        label="Kỳ thành tích",
        max_length=60,
        help_text="Ví dụ: 2023; năm học 2023-2024; giai đoạn 2019-2023; 01/3/2024 - 30/6/2024.",
    )
    decision = document_field("Quyết định khen thưởng", required=False)
    number = forms.CharField(
        label="Số, ký hiệu quyết định",
        max_length=60,
        required=False,
        help_text="Khi quyết định chưa có trong sổ văn bản.",
    )
    issued_on = DayField(label="Ngày ký quyết định", required=False)
    decided_by = office_field("Nơi quyết định khen", required=False)
    authority = forms.CharField(
        label="Cấp quyết định, như ghi trong nguồn",
        max_length=200,
        required=False,
        help_text="Ví dụ: Chủ tịch Ủy ban nhân dân tỉnh.",
    )
    printed = forms.CharField(
        label="Căn cứ khác",
        max_length=300,
        required=False,
        help_text="Khi không có quyết định: lấy từ đâu, ví dụ: sổ theo dõi năm 2019.",
    )
    category = forms.ChoiceField(
        label="Loại khen thưởng", choices=[("", "Chưa rõ"), *AWARD_CATEGORIES.items()], required=False
    )
    occasion = forms.CharField(label="Thành tích, dịp khen", max_length=300, required=False)
    certificate = forms.CharField(label="Số bằng, giấy chứng nhận", max_length=60, required=False)

    def __init__(self, *args: Any, actor: Actor, award: Award | None = None, **kwargs: Any) -> None:
        self.actor = actor
        kwargs["initial"] = (
            {**self.told(award), **(kwargs.get("initial") or {})} if award else kwargs.get("initial")
        )
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "Chọn"), *kinds.choices(), (OTHER, "Khác")]  # type: ignore[attr-defined]
        self.fields["decision"].queryset_fn = documents_of(actor)  # type: ignore[attr-defined]
        self.fields["decided_by"].queryset_fn = offices_of(actor)  # type: ignore[attr-defined]

    def told(self, award: Award) -> dict[str, Any]:
        """What the fields show of a line that stands; a decision that the register does not show is given by its number."""
        same = ("decided_by", "authority", "printed", "category", "occasion", "certificate")
        facts = {name: getattr(award, name) for name in same}
        known = award.decision and documents_of(self.actor)("").filter(pk=award.decision_id).exists()
        if known:
            facts["decision"] = award.decision
        elif award.decision:
            facts |= {"number": award.decision.number, "issued_on": award.decision.issued_on}
        kind = {"kind": award.code} if award.code else {"kind": OTHER, "other": award.name}
        return facts | kind | {"period": award.period_label}

    def clean_period(self) -> Period:
        period = parse(self.cleaned_data["period"])
        if period is None:
            raise forms.ValidationError("Chưa hiểu kỳ này. Nhập ví dụ: 2023, hoặc năm học 2023-2024.")
        return period

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        if facts.get("kind") == OTHER:
            if not facts.get("other"):
                self.add_error("other", "Ghi tên danh hiệu hoặc hình thức khen thưởng.")
        elif facts.get("other"):
            self.add_error("other", "Đã chọn trong danh sách thì để trống ô này; tên khác thì chọn “Khác”.")
        if facts.get("number") and facts.get("decision"):
            self.add_error("number", "Đã chọn quyết định trong sổ thì để trống ô này.")
        if facts.get("issued_on") and not facts.get("number"):
            self.add_error("number", "Nhập số quyết định, hoặc bỏ ngày ký.")
        return facts

    def facts(self) -> dict[str, Any]:
        """As the services take them."""
        typed = self.cleaned_data
        same = ("period", "decided_by", "authority", "printed", "category", "occasion", "certificate")
        decision = typed.get("decision")
        if typed.get("number"):
            decision = Identity(
                "quyet_dinh", typed["number"], typed.get("issued_on"), typed.get("decided_by")
            )
        kind = typed["other"] if typed["kind"] == OTHER else typed["kind"]
        return {name: typed.get(name) for name in same} | {"kind": kind, "decision": decision}


class AwardForm(GivenForm):
    """One award: exactly one of three recipients."""

    field_order = ("kind", "other", "person", "unit", "head", "address", "period", "decision")

    person = PickerField("orgs:person_search", label="Cá nhân", required=False)
    unit = office_field("Tập thể", required=False)
    head = forms.CharField(
        label="Chủ hộ gia đình",
        max_length=120,
        required=False,
        help_text="Điền một trong ba: cá nhân, tập thể, hoặc chủ hộ.",
    )
    address = forms.CharField(label="Nơi ở của hộ", max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset_fn = lambda text: orgs.people_of(self.actor, text=text)  # type: ignore[attr-defined]
        self.fields["unit"].queryset_fn = offices_of(self.actor)  # type: ignore[attr-defined]

    def told(self, award: Award) -> dict[str, Any]:
        house = {"head": award.household.head, "address": award.household.address} if award.household else {}
        return super().told(award) | {"person": award.person, "unit": award.unit} | house

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        given = [name for name in ("person", "unit", "head") if facts.get(name)]
        wrong = any(name in self.errors for name in ("person", "unit", "head"))
        if len(given) != 1 and not wrong:
            self.add_error(
                "person" if not given else given[-1], "Điền một trong ba: cá nhân, tập thể, hoặc chủ hộ."
            )
        return facts

    def facts(self) -> dict[str, Any]:
        typed = self.cleaned_data
        house = NewHousehold(typed["head"], typed["address"]) if typed.get("head") else None
        return super().facts() | {"recipient": typed.get("person") or typed.get("unit") or house}


class AggregateForm(GivenForm):
    """So many, without names."""

    field_order = ("kind", "other", "count", "of_whom", "period", "decision")
    more = tuple(name for name in GivenForm.more if name != "certificate")

    count = forms.IntegerField(label="Số lượng", min_value=1, max_value=1_000_000)
    of_whom = forms.ChoiceField(label="Đối tượng", choices=list(RECIPIENT_KINDS.items()))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["certificate"]

    def told(self, award: Award) -> dict[str, Any]:
        return super().told(award) | {"count": award.count, "of_whom": award.of_whom}

    def facts(self) -> dict[str, Any]:
        typed = self.cleaned_data
        told = super().facts() | {"count": typed["count"], "of_whom": typed["of_whom"]}
        return {name: value for name, value in told.items() if name in rows.FACTS and name != "certificate"}
