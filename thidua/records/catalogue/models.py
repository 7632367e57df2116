"""What an installation lays over the law book: an entry checked against its text, a rule of a body's own; and whose packages
of such entries it takes over."""

from django.db import models
from django.db.models import Q

from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document


class TrustedKey(models.Model):
    """Whose packages a body and those below it take over: somebody compared the fingerprint and said yes."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan")
    public = models.CharField("khóa công khai", max_length=64)
    name = models.CharField("nơi gửi", max_length=200)
    trusted_by = models.CharField("người chấp nhận", max_length=120)
    at = models.DateTimeField("lúc")
    withdrawn_at = models.DateTimeField("thôi tin lúc", null=True, blank=True)
    withdrawn_reason = models.CharField("lý do", max_length=300, blank=True)

    class Meta:
        verbose_name = "nơi gửi được chấp nhận"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "public"], condition=Q(withdrawn_at__isnull=True), name="trustedkey_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Package(models.Model):
    """A signed package as it came, kept whole: what was taken over can be compared with it."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan nhận")
    sender = models.CharField("nơi gửi", max_length=200)
    public = models.CharField("khóa công khai", max_length=64)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField("nội dung")
    count = models.PositiveIntegerField("số mục")
    made_at = models.DateTimeField("xuất lúc")
    received_by = models.CharField("người nạp", max_length=120)
    at = models.DateTimeField("nạp lúc")

    class Meta:
        verbose_name = "gói đối chiếu"
        constraints = [models.UniqueConstraint(fields=["body", "sha256"], name="package_once")]

    def __str__(self) -> str:
        return f"Gói của {self.sender}, {self.count} mục"


class Overlay(models.Model):
    """A statement about one entry, with the document that proves it; withdrawn, never erased.

    It holds for the body that made it and for all below. A newer one about the same entry takes its place.
    """

    class Kind(models.TextChoices):
        CHECKED = "doi_chieu", "Đối chiếu"
        OWN = "rieng", "Quy định riêng"

    body = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan")
    kind = models.CharField("loại", max_length=10, choices=Kind)
    entry = models.CharField("mục", max_length=120, db_index=True)
    """Key of the entry in the book; of an own rule the key that it was given."""
    name = models.CharField("tên", max_length=300)
    content = models.JSONField("nội dung")
    """Rows as `Book.with_overlays` takes them: the document where the book does not know it, then the entry."""
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name="văn bản")
    place = models.CharField("điều, khoản", max_length=120)
    note = models.CharField("ghi chú", max_length=400, blank=True)
    stated_by = models.CharField("người xác nhận", max_length=120)
    at = models.DateTimeField("lúc")
    package = models.ForeignKey(
        Package, models.PROTECT, null=True, blank=True, related_name="overlays", verbose_name="lấy từ gói"
    )
    """Of one that another installation checked; `stated_by` is then who checked it there."""
    withdrawn_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)
    withdrawn_reason = models.CharField("lý do thu hồi", max_length=300, blank=True)

    class Meta:
        verbose_name = "mục sách luật của cơ quan"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "entry"], condition=Q(withdrawn_at__isnull=True), name="overlay_once"
            ),
            models.CheckConstraint(
                name="overlay_withdrawn_with_a_reason",
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name
