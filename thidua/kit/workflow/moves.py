"""What each step leaves behind. An app adds its own key: `subject = ForeignKey(Document, CASCADE, related_name="moves")`."""

from django.db import models


class Move(models.Model):
    step = models.CharField("bước", max_length=24)
    from_state = models.CharField(max_length=16)
    to_state = models.CharField(max_length=16)
    by = models.CharField("người làm", max_length=64)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField("lúc")
    note = models.TextField("ghi chú", blank=True)

    class Meta:
        abstract = True
