from __future__ import annotations

from django.urls import path

from kraftsamla.bodies import views

app_name = "bodies"
ONE, SEAT, NOMINATION = "organ/om/<slug:slug>/", "platser/<int:pk>/", "nomineringar/<int:pk>/"
urlpatterns = [
    path("organ/", views.body_list, name="body-list"),
    path("organ/nytt/", views.body_new, name="body-new"),
    path(ONE, views.body, name="body"),
    path(f"{ONE}andra/", views.body_edit, name="body-edit"),
    path(f"{ONE}avsluta/", views.body_end, name="body-end"),
    path(f"{ONE}ta-tillbaka/", views.body_withdraw, name="body-withdraw"),
    path(f"{ONE}over-tid/", views.sitting, name="sitting"),
    path(f"{ONE}forordna/", views.appointment_new, name="appointment-new"),
    path(f"{ONE}platser/", views.seat_new, name="seat-new"),
    path(f"{ONE}{SEAT}", views.seat_edit, name="seat-edit"),
    path(f"{ONE}{SEAT}avsluta/", views.seat_end, name="seat-end"),
    path(f"{ONE}{SEAT}flytta/", views.seat_move, name="seat-move"),
    path(f"{ONE}{SEAT}ta-tillbaka/", views.seat_withdraw, name="seat-withdraw"),
    path(f"{ONE}{SEAT}nominera/", views.nomination_new, name="nomination-new"),
    path(f"{ONE}nomineringar/", views.nomination_list, name="nomination-list"),
    path(f"{ONE}{NOMINATION}", views.nomination_edit, name="nomination-edit"),
    path(f"{ONE}{NOMINATION}forordna/", views.nomination_appoint, name="nomination-appoint"),
    path(f"{ONE}{NOMINATION}utses-inte/", views.nomination_decline, name="nomination-decline"),
    path(f"{ONE}{NOMINATION}atertagen/", views.nomination_take_back, name="nomination-take-back"),
    path(f"{ONE}{NOMINATION}radera/", views.nomination_erase, name="nomination-erase"),
    path(f"{ONE}tilltrade/", views.access, name="access"),
    path(f"{ONE}tilltrade/<int:pk>/ta-tillbaka/", views.access_take_back, name="access-take-back"),
    path("forordnande/<int:key>/", views.appointment_edit, name="appointment-edit"),
    path("forordnande/<int:key>/avsluta/", views.appointment_end, name="appointment-end"),
    path("forordnande/<int:key>/ta-tillbaka/", views.appointment_withdraw, name="appointment-withdraw"),
    path("forordnande/<int:key>/intressen/", views.interests, name="interests"),
    path("forordnande/<int:key>/intressen/<int:pk>/upphort/", views.interest_end, name="interest-end"),
]
