from __future__ import annotations

from django.urls import URLPattern, path

from kraftsamla.meetings import views
from kraftsamla.meetings.views import leading

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
    path("moten/<slug:slug>/nu/", leading.now_page, name="now"),
    path("moten/<slug:slug>/nu/lage/", leading.now_state, name="now-state"),
    path("moten/<slug:slug>/nu/visning/", leading.now_screen, name="now-screen"),
    path("moten/<slug:slug>/nu/oppna/", leading.open_meeting, name="now-open"),
    path("moten/<slug:slug>/nu/avsluta/", leading.close_meeting, name="now-close"),
    path("moten/<slug:slug>/nu/punkter/<int:pk>/", leading.open_item, name="now-item"),
    path("moten/<slug:slug>/nu/punkter/<int:pk>/anteckning/", leading.save_note, name="note-save"),
    path("moten/<slug:slug>/nu/punkter/<int:pk>/valj/", leading.settle_note, name="note-settle"),
    path("moten/<slug:slug>/nu/punkter/<int:pk>/historik/", leading.note_history, name="note-history"),
    path("moten/<slug:slug>/nu/punkter/<int:pk>/historik/<int:version>/", leading.restore_note, name="note-restore"),
    path("moten/<slug:slug>/nu/punkter/<int:pk>/fanga/<str:kind>/", leading.capture, name="capture"),
    path("moten/<slug:slug>/nu/narvaro/", leading.attendance, name="now-attendance"),
    path("moten/<slug:slug>/nu/narvaro/gast/", leading.add_guest, name="attendance-guest"),
    path("moten/<slug:slug>/nu/narvaro/inbjuden/<int:pk>/", leading.mark_invited, name="attendance-invited"),
    path("moten/<slug:slug>/nu/narvaro/inbjuden/<int:pk>/ersattare/", leading.seat_substitute, name="attendance-seat"),
    path("moten/<slug:slug>/nu/narvaro/<int:pk>/", leading.mark_attendance, name="attendance-mark"),
    path("moten/<slug:slug>/nu/narvaro/<int:pk>/andra/", leading.edit_attendance, name="attendance-edit"),
]

#: Pages behind personal links, and signing up: no account is asked for.
by_link: list[URLPattern] = []
