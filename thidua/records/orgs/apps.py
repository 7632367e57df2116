from django.apps import AppConfig


class OrgsConfig(AppConfig):
    name = "thidua.records.orgs"
    label = "orgs"
    verbose_name = "Tổ chức, con người"
