from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "kraftsamla.library"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kraftsamla.library import receivers  # noqa: F401  registers its receivers once the models are there
