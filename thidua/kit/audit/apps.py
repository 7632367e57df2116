from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    name = "thidua.kit.audit"
    label = "audit"
    verbose_name = "Nhật ký"

    def ready(self) -> None:
        """Every app says in its `sentences.py` how its verbs read."""
        autodiscover_modules("sentences")
