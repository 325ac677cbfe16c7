from __future__ import annotations

from django.urls import URLPattern, path

from kraftsamla.meetings import views

app_name = "meetings"
urlpatterns: list[URLPattern] = [
    path("moten/", views.meeting_list, name="meeting-list"),
    path("moten-val/", views.meeting_choices, name="meeting-choices"),
    path("nytt-mote/", views.add_meeting, name="meeting-add"),
    path("moten/<slug:slug>/", views.meeting, name="meeting"),
    path("moten/<slug:slug>/andra/", views.edit_meeting, name="meeting-edit"),
    path("moten/<slug:slug>/ta-bort/", views.remove_meeting, name="meeting-remove"),
    path("moten/<slug:slug>/punkter/", views.add_item, name="item-add"),
    path("moten/<slug:slug>/punkter/<int:pk>/andra/", views.edit_item, name="item-edit"),
    path("moten/<slug:slug>/punkter/<int:pk>/ta-bort/", views.remove_item, name="item-remove"),
    path("moten/<slug:slug>/punkter/<int:pk>/presentation/", views.add_presentation, name="presentation-add"),
    path("moten/<slug:slug>/presentationer/<int:pk>/ta-bort/", views.remove_presentation, name="presentation-remove"),
    path("moten/<slug:slug>/beslut/", views.add_decision, name="decision-add"),
    path("moten/<slug:slug>/beslut/<int:pk>/ta-bort/", views.remove_decision, name="decision-remove"),
    path("moten/<slug:slug>/deltagare/", views.add_attendance, name="attendance-add"),
    path("moten/<slug:slug>/deltagare/<int:pk>/ta-bort/", views.remove_attendance, name="attendance-remove"),
    path("moten/<slug:slug>/uppfoljning/", views.add_followup, name="followup-add"),
    path("moten/<slug:slug>/uppfoljning/<slug:followup_slug>/lossa/", views.drop_followup, name="followup-drop"),
]

#: Pages behind personal links, and signing up: no account is asked for.
by_link: list[URLPattern] = []
