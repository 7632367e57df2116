from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "thidua.work.programme"
    label = "programme"
    verbose_name = "Nhiệm vụ"
