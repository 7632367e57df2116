from django.apps import AppConfig


class EligibilityConfig(AppConfig):
    name = "thidua.work.eligibility"
    label = "eligibility"
    verbose_name = "Đối chiếu tiêu chuẩn"
