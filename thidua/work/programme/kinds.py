"""Words of the programme that models, grammar and forms share."""

from django.db.models import TextChoices


class DueState(TextChoices):
    """Where the day of a task comes from."""

    PRINTED = "printed", "ghi trong văn bản"
    PROPOSED = "proposed", "suy ra"
    OPEN = "open", "chưa có ngày"
    SET = "set", "đã ấn định"
