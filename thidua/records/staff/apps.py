from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "thidua.records.staff"
    label = "staff"
    verbose_name = "Đánh giá, kỷ luật, nghỉ"
