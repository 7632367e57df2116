from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "thidua.kit.jobs"
    label = "jobs"
    verbose_name = "Việc nền"

    def ready(self) -> None:
        """Every app registers in its `jobs.py` what it does in the background."""
        autodiscover_modules("jobs")
