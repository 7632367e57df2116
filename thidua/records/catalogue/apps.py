from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "thidua.records.catalogue"
    label = "catalogue"
    verbose_name = "Danh mục danh hiệu, hình thức"
