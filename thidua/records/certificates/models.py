"""Number books of certificates: a book per body, kind of artefact and year; a number is given once and never again."""

from django.db import models
from django.db.models import Q

from thidua.records.awards.models import Award
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document

NUMBER, YEAR = "{so}", "{nam}"
"""What a pattern holds: the running number, and the year of the book."""


class Artefact(models.TextChoices):
    DIPLOMA = "bang_khen", "Bằng khen"
    MERIT = "giay_khen", "Giấy khen"
    ATTEST = "chung_nhan", "Giấy chứng nhận"
    TITLE = "bang", "Bằng danh hiệu"
    FLAG = "co", "Bằng kèm cờ"


class Book(models.Model):
    body = models.ForeignKey(
        Unit, models.PROTECT, related_name="certificate_books", verbose_name="cơ quan cấp"
    )
    artefact = models.CharField("loại", max_length=12, choices=Artefact)
    year = models.PositiveSmallIntegerField("năm")
    pattern = models.CharField("mẫu số", max_length=40, default=NUMBER)
    """ "{so}/GK-SVH": {so} becomes the running number, {nam} the year."""
    width = models.PositiveSmallIntegerField("số chữ số", default=1)
    """The running number is filled with zeros to this width."""
    is_preprinted = models.BooleanField("phôi in sẵn số", default=False)
    """Numbers come with the blanks and are typed; nothing runs."""
    next_seq = models.PositiveIntegerField("số tiếp theo", default=1)
    created_at = models.DateTimeField("mở lúc")

    class Meta:
        verbose_name = "sổ cấp bằng"
        constraints = [
            models.UniqueConstraint(fields=["body", "artefact", "year"], name="certificate_book_once"),
            models.CheckConstraint(
                name="certificate_book_width", condition=Q(width__gte=1, width__lte=8, next_seq__gte=1)
            ),
        ]

    def __str__(self) -> str:
        """ "Giấy khen, năm 2024"."""
        return f"{self.get_artefact_display()}, năm {self.year}"

    def number(self, seq: int) -> str:
        """As printed: 7 → "0007/GK-SVH"."""
        return self.pattern.replace(NUMBER, str(seq).zfill(self.width)).replace(YEAR, str(self.year))


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def standing(self) -> "CertificateQuerySet":
        """In the recipient's hands, as far as the book knows."""
        return self.filter(ending="")


class Certificate(models.Model):
    class Ending(models.TextChoices):
        SPOILED = "hong", "Hỏng, đã hủy"
        CANCELLED = "huy", "Cấp nhầm, đã hủy"
        REPLACED = "cap_lai", "Đã cấp lại bản khác"
        RECALLED = "thu_hoi", "Đã thu hồi"

    book = models.ForeignKey(Book, models.PROTECT, related_name="certificates", verbose_name="sổ")
    seq = models.PositiveIntegerField("số thứ tự", null=True, blank=True)
    """None where the number came with the blank."""
    number = models.CharField("số", max_length=60)
    award = models.ForeignKey(
        Award, models.PROTECT, null=True, blank=True, related_name="certificates", verbose_name="khen thưởng"
    )
    """The line for which it was given; None for a blank that was spoiled before use."""
    recipient = models.CharField("người nhận", max_length=330, blank=True)
    what = models.CharField("hình thức", max_length=200, blank=True)
    decision = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="certificates",
        verbose_name="quyết định",
    )
    """Recipient, form and decision as they stood on the day of giving."""
    given_on = models.DateField("ngày cấp")
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name="cấp lại cho số",
    )
    ending = models.CharField("không còn vì", max_length=8, choices=Ending, blank=True)
    ended_at = models.DateTimeField("lúc", null=True, blank=True)
    ended_reason = models.CharField("lý do", max_length=300, blank=True)
    folded = models.CharField(max_length=700, blank=True)
    created_at = models.DateTimeField("ghi lúc")

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = "số bằng, giấy chứng nhận"
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="certificate_number_once"),
            models.UniqueConstraint(
                fields=["book", "seq"], condition=Q(seq__isnull=False), name="certificate_seq_once"
            ),
            models.UniqueConstraint(
                fields=["award"],
                condition=Q(ending="", award__isnull=False),
                name="certificate_of_award_once",
            ),
            models.CheckConstraint(
                name="certificate_ended_whole",
                condition=Q(ending="", ended_at=None) | ~Q(ending="") & Q(ended_at__isnull=False),
            ),
            models.CheckConstraint(
                name="certificate_blank_is_spoiled", condition=Q(award__isnull=False) | Q(ending="hong")
            ),
        ]
        indexes = [models.Index(fields=["given_on", "id"], name="certificate_given_on")]

    def __str__(self) -> str:
        """ "0007/GK-SVH: Đỗ Văn Khải"."""
        return f"{self.number}: {self.recipient}" if self.recipient else self.number

    @property
    def remark(self) -> str:
        """What the last column of the book says: why the number ended, and for which one it was issued again."""
        again = f"Cấp lại cho số {self.replaces.number}" if self.replaces else ""
        ended = f"{self.get_ending_display()}: {self.ended_reason}" if self.ending else ""
        return ". ".join(part for part in (again, ended) if part)
