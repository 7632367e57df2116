"""Every package on disk stands in the import order, and foreign keys point downward."""

from django.apps import apps as django_apps

from tests.architecture.house import THIDUA, floor_of, order


def test_every_package_on_disk_is_in_the_order():
    named = set(order())
    on_disk = {"thidua.vn", "thidua.reading", "thidua.kit", "thidua.web"}
    on_disk |= {"thidua.law"} if (THIDUA / "law").exists() else set()
    for floor in ("records", "work", "outlook"):
        folders = (THIDUA / floor).iterdir() if (THIDUA / floor).exists() else []
        on_disk |= {f"thidua.{floor}.{path.name}" for path in folders if (path / "__init__.py").exists()}

    assert on_disk <= named


def test_foreign_keys_point_to_the_own_app_or_a_lower_line():
    upward = []
    for model in django_apps.get_models():
        if not model.__module__.startswith("thidua."):
            continue
        for field in model._meta.get_fields(include_hidden=True):
            target = getattr(field, "remote_field", None) and field.concrete and field.related_model
            if not target or not target.__module__.startswith("thidua."):
                continue
            same_app = target._meta.app_label == model._meta.app_label
            if not same_app and floor_of(target.__module__) >= floor_of(model.__module__):
                upward.append(f"{model._meta.label}.{field.name} → {target._meta.label}")

    assert upward == []


def test_the_kit_is_a_closed_list():
    allowed = {"ui", "audit", "files", "gateways", "jobs", "workflow", "papers", "sheets"}
    found = {path.name for path in (THIDUA / "kit").iterdir() if path.is_dir() and path.name != "__pycache__"}

    assert found <= allowed
