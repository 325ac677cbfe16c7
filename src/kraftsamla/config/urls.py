"""Where every address leads. What is public and frozen is served from the edition's files before Django is asked."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from kraftsamla.followup.urls import by_link
from kraftsamla.meetings.urls import by_link as meeting_guests
from kraftsamla.strategy.urls import answering

urlpatterns: list[URLPattern | URLResolver] = [
    path("konto/", include("kraftsamla.accounts.urls")),
    path("", include("kraftsamla.letters.urls")),
    path("arbetsyta/", include("kraftsamla.portal.urls")),
    path("arbetsyta/", include("kraftsamla.actors.urls")),
    path("arbetsyta/", include("kraftsamla.library.urls")),
    path("arbetsyta/", include("kraftsamla.bodies.urls")),
    path("arbetsyta/", include("kraftsamla.strategy.urls")),
    path("arbetsyta/", include("kraftsamla.followup.urls")),
    path("arbetsyta/", include("kraftsamla.meetings.urls")),
    path("arbetsyta/", include("kraftsamla.reading.urls")),
    path("arbetsyta/", include("kraftsamla.editions.urls")),
    path("arbetsyta/", include("kraftsamla.audit.urls")),
    path("svar/", include((answering, "answering"))),
    path("", include((by_link, "asked"))),
    path("", include((meeting_guests, "guest"))),
    path("", include("kraftsamla.editions.public_urls")),
]
handler404 = "kraftsamla.portal.views.not_found"
handler403 = "kraftsamla.portal.views.forbidden"
