from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "kraftsamla.followup"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kraftsamla.followup import receivers  # noqa: F401  registers its receivers once the models are there
        from kraftsamla.followup.notices import followups, offers, rounds
        from kraftsamla.letters.registry import register_source

        register_source("followup.offers", offers.collect)
        register_source("followup.points", followups.collect)
        register_source("followup.rounds", rounds.collect)
