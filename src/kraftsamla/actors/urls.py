from __future__ import annotations

from django.urls import path

from kraftsamla.actors.views import engagements, organisations, people, representations

app_name = "actors"
urlpatterns = [
    path("organisationer/", organisations.organisation_list, name="organisation-list"),
    path("organisationer/ny/", organisations.organisation_new, name="organisation-new"),
    path("organisationer/val/", organisations.organisation_choices, name="organisation-choices"),
    path("organisation/<slug:slug>/", organisations.organisation, name="organisation"),
    path("organisation/<slug:slug>/andra/", organisations.organisation_edit, name="organisation-edit"),
    path("organisation/<slug:slug>/avsluta/", organisations.organisation_end, name="organisation-end"),
    path("organisation/<slug:slug>/sla-ihop/", organisations.organisation_merge, name="organisation-merge"),
    path("organisation/<slug:slug>/ta-tillbaka/", organisations.organisation_withdraw, name="organisation-withdraw"),
    path("organisation/<slug:slug>/namn/", organisations.other_name_add, name="other-name-add"),
    path("organisation/<slug:slug>/namn/<int:key>/", organisations.other_name_remove, name="other-name-remove"),
    path("organisation/<slug:slug>/foretradare/", representations.representation_add, name="representation-add"),
    path(
        "organisation/<slug:slug>/foretradare/<int:key>/avsluta/", representations.representation_end,
        name="representation-end",
    ),
    path("personer/", people.person_list, name="person-list"),
    path("personer/ny/", people.person_new, name="person-new"),
    path("personer/val/", people.person_choices, name="person-choices"),
    path("person/<slug:slug>/", people.person, name="person"),
    path("person/<slug:slug>/andra/", people.person_edit, name="person-edit"),
    path("person/<slug:slug>/stavning/", people.spelling_add, name="spelling-add"),
    path("person/<slug:slug>/sla-ihop/", people.person_merge, name="person-merge"),
    path("person/<slug:slug>/ta-tillbaka/", people.person_withdraw, name="person-withdraw"),
    path("uppdrag/ny/", engagements.engagement_new, name="engagement-new"),
    path("uppdrag/<int:key>/", engagements.engagement_edit, name="engagement-edit"),
    path("uppdrag/<int:key>/ta-tillbaka/", engagements.engagement_withdraw, name="engagement-withdraw"),
]
