"""The audit chain. No foreign keys: the log never blocks a deletion and never changes with one."""

from django.db import models


class AuditLine(models.Model):
    seq = models.PositiveBigIntegerField("số thứ tự", primary_key=True)
    at = models.DateTimeField("lúc", db_index=True)
    actor = models.CharField("mã người làm", max_length=64, db_index=True)
    actor_name = models.CharField("người làm", max_length=200)
    verb = models.CharField("việc", max_length=64, db_index=True)
    outer = models.CharField("thuộc việc", max_length=64, blank=True)
    subject = models.CharField("đối tượng", max_length=100, db_index=True)
    """`app.Model:id` as text."""
    subject_text = models.CharField("tên đối tượng", max_length=300, blank=True)
    body = models.CharField("cơ quan", max_length=40, blank=True, db_index=True)
    """Id of the body in whose work it happened, as text; empty when it concerns the installation."""
    changes = models.JSONField("thay đổi", default=dict)
    note = models.TextField("ghi chú", blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = "dòng nhật ký"

    def save(self, *args: object, **kwargs: object) -> None:
        raise TypeError("The audit chain is written by audit.record only")

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise TypeError("The audit chain is append-only")
