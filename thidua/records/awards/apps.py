from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "thidua.records.awards"
    label = "awards"
    verbose_name = "Sổ khen thưởng"
