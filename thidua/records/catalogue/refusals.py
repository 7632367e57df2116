"""A no that belongs to one field of the form."""

from collections.abc import Sequence

from thidua.kit.refused import Refused


class WrongFields(Refused):
    """`fields`: (name of the field, reason)."""

    def __init__(self, fields: Sequence[tuple[str, str]]) -> None:
        super().__init__(reason for _, reason in fields)
        self.fields = list(fields)
