from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "thidua.work.initiatives"
    label = "initiatives"
    verbose_name = "Sáng kiến"
