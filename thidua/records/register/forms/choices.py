"""Choices that several forms offer: kinds of documents, topics, offices, other documents."""

from django import forms

from thidua.kit.ui.fields import PickerField
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors
from thidua.records.register.kinds import FIRST_CHOICES, TYPE_CHOICES
from thidua.records.register.models import Document, Topic

_BY_CODE = dict(TYPE_CHOICES)
KINDS = [
    ("", "Chọn loại"),
    ("Hay dùng", [(code, _BY_CODE[code]) for code in FIRST_CHOICES]),
    ("Khác", [(code, name) for code, name in TYPE_CHOICES if code not in FIRST_CHOICES]),
]
TOPICS = [("", "Chưa xếp chủ đề"), *Topic.choices]


def kind_field(*, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label="Loại văn bản", choices=KINDS, required=required)


def topic_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Chủ đề", choices=TOPICS, required=False, help_text="Báo cáo tìm văn bản theo chủ đề."
    )


def office_field(label: str = "Nơi ban hành", **more: object) -> PickerField:
    return PickerField("register:office_search", label=label, note_of=office_note, **more)


def document_field(label: str = "Văn bản", **more: object) -> PickerField:
    return PickerField("register:document_search", label=label, text_of=str, note_of=document_note, **more)


def office_note(unit: Unit) -> str:
    return " · ".join(part for part in (unit.code, unit.get_level_display()) if part)


def document_note(document: Document) -> str:
    day = document.issued_on.strftime("%d/%m/%Y") if document.issued_on else ""
    return " · ".join(part for part in (day, document.title[:90]) if part)


def offices_of(actor: Actor):
    """For a picker: every office known here."""
    return lambda text: orgs.search_units(actor, text)


def own_issuers(actor: Actor):
    """For a picker: the body that one works in, with its councils and committees that issue papers."""
    body = actor.body.pk if actor.body else None
    return lambda text: orgs.search_units(actor, text).filter(body=body, issues_papers=True)


def documents_of(actor: Actor, but: Document | None = None):
    """For a picker: what the actor sees, without one."""

    def search(text: str):
        found = selectors.lists.in_words(selectors.visible_to(actor).select_related("issuer"), text)
        return (found.exclude(pk=but.pk) if but else found).order_by("-ordered_on", "-pk")

    return search
