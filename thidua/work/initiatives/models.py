"""The register of recognised initiatives: what it is, who made it with which share, who recognised it how far and when."""

from decimal import Decimal

from django.db import models
from django.db.models import Q

from thidua.records.orgs.models import Person, Unit
from thidua.records.register.models import Document


def percent(share: Decimal) -> str:
    """ "33,5 %"."""
    return f"{share.normalize():f} %".replace(".", ",")


class Ending(models.TextChoices):
    """Why a line stands no more."""

    CORRECTED = "sua", "Đã sửa thành dòng khác"
    STRUCK = "ghi_nham", "Ghi nhầm, đã bỏ"
    REVOKED = "huy_bo", "Đã hủy bỏ việc công nhận"


class Scope(models.TextChoices):
    """How far: recognised as such at base; effect and scope of influence recognised by who has that authority."""

    BASE = "co_so", "Cơ sở"
    PROVINCE = "tinh", "Cấp tỉnh"
    MINISTRY = "bo", "Bộ, ban, ngành"
    NATION = "toan_quoc", "Toàn quốc"


def _ended_whole(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name, condition=Q(ending="", ended_at=None) | ~Q(ending="") & Q(ended_at__isnull=False)
    )


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    def standing(self) -> "InitiativeQuerySet":
        """Neither replaced by a correction nor struck out. Whether somebody still recognises it, `Recognition` tells."""
        return self.filter(ending="")


class Initiative(models.Model):
    class Kind(models.TextChoices):
        INITIATIVE = "sang_kien", "Sáng kiến"
        RESEARCH = "de_tai", "Đề tài khoa học"
        PROJECT = "de_an", "Đề án"

    kept_by = models.ForeignKey(Unit, models.PROTECT, related_name="initiatives_kept", verbose_name="sổ của")
    """Who wrote the line and may correct it."""
    body = models.ForeignKey(
        Unit, models.PROTECT, related_name="initiatives_of", verbose_name="thuộc cơ quan"
    )
    """The body in which it was made: the base that recognises it."""
    kind = models.CharField("loại", max_length=10, choices=Kind, default=Kind.INITIATIVE)
    title = models.CharField("tên", max_length=500)
    folded = models.CharField(max_length=500)
    """The title alone, without marks: what makes two lines the same."""
    summary = models.CharField("nội dung, hiệu quả áp dụng", max_length=1000, blank=True)
    others = models.CharField("tác giả khác", max_length=300, blank=True)
    """Co-authors without a card, as printed."""
    sought = models.TextField(blank=True)
    """Title and authors, folded: what words are looked for in."""

    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name="thay dòng"
    )
    ending = models.CharField("không còn vì", max_length=8, choices=Ending, blank=True)
    ended_at = models.DateTimeField("lúc", null=True, blank=True)
    ended_reason = models.CharField("lý do", max_length=300, blank=True)
    created_at = models.DateTimeField("ghi lúc")

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = "sáng kiến"
        constraints = [
            _ended_whole("initiative_ended_whole"),
            models.CheckConstraint(name="initiative_titled", condition=~Q(folded="")),
        ]
        indexes = [
            models.Index(fields=["folded"], name="initiative_folded"),
            models.Index(fields=["body", "id"], name="initiative_body"),
            models.Index(fields=["kept_by", "id"], name="initiative_kept_by"),
        ]

    def __str__(self) -> str:
        return self.title


class Author(models.Model):
    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="authors", verbose_name="sáng kiến"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="authored", verbose_name="tác giả")
    name = models.CharField("họ tên khi đó", max_length=120)
    share_pct = models.DecimalField(
        "tỷ lệ đóng góp, %", max_digits=5, decimal_places=2, null=True, blank=True
    )
    """In (0, 100]; None: the paper does not say."""
    place = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "tác giả"
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "person"], name="initiative_author_once"),
            models.CheckConstraint(
                name="initiative_share",
                condition=Q(share_pct=None) | Q(share_pct__gt=0) & Q(share_pct__lte=100),
            ),
        ]

    def __str__(self) -> str:
        """ "Trần Ngọc Lan (60 %)"."""
        return f"{self.name} ({self.share})" if self.share else self.name

    @property
    def share(self) -> str:
        """ "33,5 %"; empty where it is not known."""
        return percent(self.share_pct) if self.share_pct is not None else ""


class RecognitionQuerySet(models.QuerySet["Recognition"]):
    def standing(self) -> "RecognitionQuerySet":
        """Neither replaced by a correction, nor struck out, nor taken back. Those of a line that ended have ended with it."""
        return self.filter(ending="")


class Recognition(models.Model):
    """One act of recognising. At base it makes the initiative one; further ones say how far its effect reaches."""

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="recognitions", verbose_name="sáng kiến"
    )
    scope = models.CharField("phạm vi", max_length=10, choices=Scope)
    year = models.PositiveSmallIntegerField("năm công nhận")
    """The year for which it counts: as a rule that of the decision."""
    document = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="recognitions",
        verbose_name="quyết định",
    )
    decided_by = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="recognitions", verbose_name="nơi công nhận"
    )
    authority = models.CharField("cấp công nhận", max_length=200, blank=True)
    """As printed: "Hội đồng sáng kiến tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh"."""
    decided_on = models.DateField("ngày công nhận", null=True, blank=True)
    certificate = models.CharField("số giấy chứng nhận", max_length=60, blank=True)
    printed = models.CharField("căn cứ khác", max_length=300, blank=True)
    """Where it was read, when no decision is at hand."""

    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name="thay dòng"
    )
    ending = models.CharField("không còn vì", max_length=8, choices=Ending, blank=True)
    ended_at = models.DateTimeField("lúc", null=True, blank=True)
    ended_reason = models.CharField("lý do", max_length=300, blank=True)
    created_at = models.DateTimeField("ghi lúc")

    objects = RecognitionQuerySet.as_manager()

    class Meta:
        verbose_name = "công nhận sáng kiến"
        constraints = [
            _ended_whole("recognition_ended_whole"),
            models.UniqueConstraint(
                fields=["initiative", "scope"], condition=Q(ending=""), name="recognition_scope_once"
            ),
            models.CheckConstraint(
                name="recognition_has_a_source", condition=Q(document__isnull=False) | ~Q(printed="")
            ),
        ]
        indexes = [
            models.Index(fields=["year", "id"], name="recognition_year"),
            models.Index(fields=["initiative", "ending", "year"], name="recognition_of_initiative"),
        ]

    def __str__(self) -> str:
        """ "Cấp tỉnh, năm 2024"."""
        return f"{self.get_scope_display()}, năm {self.year}"

    @property
    def act(self) -> str:
        """What was recognised: the initiative itself, or how far its effect reaches."""
        if self.scope == Scope.BASE:
            return "Công nhận ở cơ sở"
        return f"Công nhận hiệu quả áp dụng, phạm vi ảnh hưởng: {self.get_scope_display()}"

    @property
    def decider(self) -> str:
        """Who recognised it, as far as known."""
        return self.authority or (self.decided_by.called if self.decided_by else "")
