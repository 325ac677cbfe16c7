from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "kraftsamla.strategy"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kraftsamla.strategy import receivers  # noqa: F401  registers its receivers once the models are there
