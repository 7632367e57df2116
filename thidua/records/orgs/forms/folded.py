"""Few fields first, the rest folded away."""

from collections.abc import Iterator

from django import forms

from thidua.kit.ui.forms import Form


class FoldedForm(Form):
    """`more`: names of the fields that stand behind "Thông tin thêm"."""

    more: tuple[str, ...] = ()
    more_label = "Thông tin thêm"

    def first(self) -> Iterator[forms.BoundField]:
        return (field for field in self.visible_fields() if field.name not in self.more)

    def rest(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name in self.more]

    def rest_is_open(self) -> bool:
        """What is wrong, or filled in already, must be seen."""
        return any(field.errors or (self.is_bound and field.value()) for field in self.rest())
