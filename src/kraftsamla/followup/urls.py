from __future__ import annotations

from django.urls import URLPattern, path

from kraftsamla.followup.views import answering, answers, carrying, contacts, followups, rounds

app_name = "followup"
points: list[URLPattern] = [
    path("uppfoljning/", followups.followup_list, name="followup-list"),
    path("uppfoljning-val/", followups.followup_choices, name="followup-choices"),
    path("ny-uppfoljning/", followups.add_followup, name="followup-add"),
    path("uppfoljning/<slug:slug>/", followups.followup, name="followup"),
    path("uppfoljning/<slug:slug>/andra/", followups.edit_followup, name="followup-edit"),
    path("uppfoljning/<slug:slug>/avsluta/", followups.close_followup, name="followup-close"),
    path("uppfoljning/<slug:slug>/klar/", carrying.report_done, name="followup-done"),
    path("uppfoljning/<slug:slug>/lamna-over/", carrying.pass_on, name="followup-hand-over"),
    path("uppfoljning/<slug:slug>/kontrollera/", carrying.check, name="followup-check"),
    path("uppfoljning/<slug:slug>/ta-bort/", followups.remove_followup, name="followup-remove"),
]
people: list[URLPattern] = [
    path("organisation/<slug:slug>/kontakter/", contacts.contact_list, name="contact-list"),
    path("organisation/<slug:slug>/kontakter/ny/", contacts.contact_add, name="contact-add"),
    path("kontakt/<int:pk>/", contacts.contact_edit, name="contact"),
    path("kontakt/<int:pk>/avsluta/", contacts.contact_end, name="contact-end"),
    path("kontakt/<int:pk>/radera/", contacts.contact_erase, name="contact-erase"),
    path("kontakt/<int:pk>/uppgifter/", contacts.contact_export, name="contact-export"),
]
asking: list[URLPattern] = [
    path("rundor/", rounds.round_list, name="round-list"),
    path("ny-runda/", rounds.round_add, name="round-add"),
    path("rundor/<slug:slug>/", rounds.update_round, name="updateround"),
    path("rundor/<slug:slug>/andra/", rounds.round_edit, name="round-edit"),
    path("rundor/<slug:slug>/oppna/", rounds.round_open, name="round-open"),
    path("rundor/<slug:slug>/stang/", rounds.round_close, name="round-close"),
    path("rundor/<slug:slug>/oppna-igen/", rounds.round_reopen, name="round-reopen"),
    path("rundor/<slug:slug>/ta-bort/", rounds.round_remove, name="round-remove"),
    path("rundor/<slug:slug>/tystnad/", rounds.round_silence, name="round-silence"),
    path("rundsvar/<int:pk>/", answers.answer, name="answer"),
    path("rundsvar/<int:pk>/godta/", answers.answer_accept, name="answer-accept"),
    path("rundsvar/<int:pk>/skicka-tillbaka/", answers.answer_return, name="answer-return"),
    path("rundsvar/<int:pk>/fraga-annan/", answers.answer_redirect, name="answer-redirect"),
    path("rundsvar/<int:pk>/lank/", answers.answer_link, name="answer-link"),
    path("rundsvar/<int:pk>/svara/", answers.answer_own, name="answer-own"),
    path("rundsvar/<int:pk>/svar.<slug:kind>", answers.answer_copy, name="answer-copy"),
    path("rundfil/<int:pk>/", answers.attachment, name="attachment"),
    path("vidarelamnad/<int:pk>/", rounds.handover_place, name="handover-place"),
    path("vidarelamnad/<int:pk>/ge-tillbaka/", rounds.handover_return, name="handover-return"),
]
urlpatterns: list[URLPattern] = [*points, *people, *asking]
#: Outside the workspace: behind personal links, without an account.
by_link: list[URLPattern] = [
    path("runda/<str:token>/", answering.answer, name="answer"),
    path("runda/<str:token>/punkt/<int:pk>/", answering.autosave, name="autosave"),
    path("runda/<str:token>/punkt/<int:pk>/lamna-vidare/", answering.hand_on, name="hand-on"),
    path("runda/<str:token>/stallforetradare/", answering.share, name="share"),
    path("runda/<str:token>/svar.<slug:kind>", answering.own_copy, name="copy"),
    path("punkt/<str:token>/", answering.followup, name="followup"),
]
