"""The words for organisations and people, and what the log calls the deeds on them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.audit.registry import register


class Sector(models.TextChoices):
    PUBLIC = "public", _("offentlig")
    PRIVATE = "private", _("privat")
    ACADEMIC = "academic", _("akademisk")
    CIVIL = "civil", _("civilsamhälle")


class OrganisationKind(models.TextChoices):
    COMPANY = "company", _("företag")
    STARTUP = "startup", _("nystartat företag")
    UNIVERSITY = "university", _("universitet eller högskola")
    REGION = "region", _("region")
    AGENCY = "agency", _("myndighet")
    MINISTRY = "ministry", _("departement")
    GOVERNMENT = "government", _("regering")
    PARLIAMENT = "parliament", _("riksdag")
    INQUIRY = "inquiry", _("utredning")
    ASSOCIATION = "association", _("branschorganisation eller förening")
    PATIENT_ORGANISATION = "patient_organisation", _("patientorganisation")
    INVESTOR = "investor", _("investerare")
    HOSPITAL = "hospital", _("sjukhus")
    MUNICIPALITY = "municipality", _("kommun")
    INTERNATIONAL_BODY = "international_body", _("internationellt organ")
    COUNTRY = "country", _("land")
    RESEARCH_INSTITUTE = "research_institute", _("forskningsinstitut")
    FOUNDATION = "foundation", _("stiftelse")
    NETWORK = "network", _("nätverk")
    OTHER = "other", _("annan organisation")


class Channel(models.TextChoices):
    """How somebody's words for an organisation reached us."""

    SIGNED_IN = "signed_in", _("inloggad")
    LINK = "link", _("personlig länk")
    ROUND = "round", _("svar i en uppdateringsrunda")
    RECORDED = "recorded", _("antecknat av samordnaren")


class NameKind(models.TextChoices):
    ABBREVIATION = "abbreviation", _("förkortning")
    FORMER = "former", _("tidigare namn")
    SPELLING = "spelling", _("annan stavning")
    ENGLISH = "english", _("engelskt namn")
    OTHER = "other", _("annat namn")


class Ending(models.TextChoices):
    """How an organisation ended. It is never deleted."""

    DISSOLVED = "dissolved", _("upplöst")
    MERGED = "merged", _("uppgått i en annan")
    DUPLICATE = "duplicate", _("samma som en annan organisation")


ORGANISATION_CREATED = register("organisation.created", _("lade till organisationen"))
ORGANISATION_CHANGED = register("organisation.changed", _("ändrade organisationen"))
ORGANISATION_MERGED = register("organisation.merged", _("slog ihop med en annan organisation:"))
ORGANISATION_ENDED = register("organisation.ended", _("avslutade organisationen"))
ORGANISATION_WITHDRAWN = register("organisation.withdrawn", _("tog bort organisationen"))
OTHER_NAME_ADDED = register("organisation.name_added", _("lade till ett annat namn på organisationen"))
OTHER_NAME_REMOVED = register("organisation.name_removed", _("tog bort ett annat namn på organisationen"))
PERSON_CREATED = register("person.created", _("lade till personen"))
PERSON_CHANGED = register("person.changed", _("ändrade personen"))
PERSON_MERGED = register("person.merged", _("slog ihop med en annan person:"))
PERSON_WITHDRAWN = register("person.withdrawn", _("tog bort personen"))
SPELLING_ADDED = register("person.spelling_added", _("lade till en annan stavning av personens namn"))
ENGAGEMENT_CREATED = register("engagement.created", _("lade till uppdraget"))
ENGAGEMENT_CHANGED = register("engagement.changed", _("ändrade uppdraget"))
ENGAGEMENT_WITHDRAWN = register("engagement.withdrawn", _("tog bort uppdraget"))
REPRESENTATION_GIVEN = register("representation.given", _("lät ett konto företräda organisationen"))
REPRESENTATION_ENDED = register("representation.ended", _("lät ett konto sluta företräda organisationen"))
LINK_ISSUED = register("link.issued", _("gav ut en personlig länk för"))
LINK_REVOKED = register("link.revoked", _("återkallade en personlig länk för"))
