"""Records are named as the log names them: ``strategy:action`` is the page of ``strategy.Action``."""

from __future__ import annotations

from django.urls import URLPattern, path

from kraftsamla.strategy import views

app_name = "strategy"

plan: list[URLPattern] = [
    path("strategi/", views.strategy_list, name="strategy-list"),
    path("ny-strategi/", views.add_strategy, name="strategy-add"),
    path("strategi/<slug:slug>/", views.strategy, name="strategy"),
    path("strategi/<slug:slug>/andra/", views.edit_strategy, name="strategy-edit"),
    path("strategi/<slug:slug>/nytt-omrade/", views.add_area, name="area-add"),
    path("strategi/<slug:slug>/ny-insats/", views.add_action, name="action-add-to"),
    path("strategi/<slug:slug>/omrade/<str:number>/", views.area, name="area"),
    path("strategi/<slug:slug>/omrade/<str:number>/andra/", views.edit_area, name="area-edit"),
    path("strategi/<slug:slug>/omrade/<str:number>/ta-bort/", views.remove_area, name="area-remove"),
    path("strategi/<slug:slug>/omrade/<str:number>/nytt-mal/", views.add_objective, name="objective-add"),
    path("strategi/<slug:slug>/mal/<str:number>/", views.objective, name="objective"),
    path("strategi/<slug:slug>/mal/<str:number>/andra/", views.edit_objective, name="objective-edit"),
    path("strategi/<slug:slug>/mal/<str:number>/ny-lydelse/", views.reword, name="objective-reword"),
    path("strategi/<slug:slug>/mal/<str:number>/ta-bort/", views.remove_objective, name="objective-remove"),
    path("omraden/<int:pk>/", views.area_by_key, name="area"),
    path("mal/<int:pk>/", views.objective_by_key, name="objective"),
]
actions: list[URLPattern] = [
    path("insatser/", views.action_list, name="action-list"),
    path("insatser-val/", views.action_choices, name="action-choices"),
    path("ny-insats/", views.start_action, name="action-add"),
    path("insatser/<slug:slug>/", views.action, name="action"),
    path("insatser/<slug:slug>/andra/", views.edit_action, name="action-edit"),
    path("insatser/<slug:slug>/sla-ihop/", views.merge_action, name="action-merge"),
    path("insatser/<slug:slug>/stryk/", views.strike_action, name="action-strike"),
    path("insatser/<slug:slug>/ta-bort/", views.remove_action, name="action-remove"),
    path("insatser/<slug:slug>/datum/", views.add_action_date, name="date-add"),
    path("insatser/<slug:slug>/datum/<int:pk>/ta-bort/", views.remove_action_date, name="date-remove"),
    path("insatser/<slug:slug>/medel/", views.add_action_money, name="money-add"),
    path("insatser/<slug:slug>/medel/<int:pk>/ta-bort/", views.remove_action_money, name="money-remove"),
    path("insatser/<slug:slug>/organisation/", views.add_part, name="assignment-add"),
    path("insatser/<slug:slug>/organisation/<int:pk>/ta-bort/", views.remove_part, name="assignment-remove"),
    path("insatser/<slug:slug>/lage/", views.add_status, name="status-add"),
    path("insatser/<slug:slug>/lage/oforandrat/", views.no_change, name="status-no-change"),
    path("insatser/<slug:slug>/lage/<int:pk>/ratta/", views.correct, name="status-correct"),
    path("insatser/<slug:slug>/delmal/", views.add_milestone, name="milestone-add"),
    path("insatser/<slug:slug>/delmal/<int:pk>/ta-bort/", views.remove_milestone, name="milestone-remove"),
    path("insatser/<slug:slug>/resultat/", views.claim, name="result-add"),
    path("insatser/<slug:slug>/resultat/<int:pk>/ratta/", views.correct_result, name="result-correct"),
    path("insatser/<slug:slug>/resultat/<int:pk>/granska/", views.examine, name="result-examine"),
    path(
        "insatser/<slug:slug>/resultat/<int:pk>/granskning/<int:verdict>/ratta/", views.correct_verdict,
        name="verdict-correct",
    ),
]
agreements: list[URLPattern] = [
    path("ataganden/", views.assignment_list, name="assignment-list"),
    path("ataganden/<int:pk>/", views.assignment, name="assignment"),
    path("ataganden/<int:pk>/fraga/", views.offer, name="assignment-offer"),
    path("ataganden/<int:pk>/lank/", views.offer_link, name="assignment-link"),
    path("ataganden/<int:pk>/aterkalla-lankar/", views.revoke_link, name="assignment-link-revoke"),
    path("ataganden/<int:pk>/svara/", views.answer, name="assignment-answer"),
    path("ataganden/<int:pk>/bekrafta/", views.confirm, name="assignment-confirm"),
    path("ataganden/<int:pk>/aterkalla/", views.withdraw, name="assignment-withdraw"),
    path("ataganden/<int:pk>/lamna-over/", views.hand_over, name="assignment-hand-over"),
    path("ataganden/<int:pk>/avsluta/", views.end, name="assignment-end"),
]
#: Outside the workspace: behind a personal link, without an account.
answering: list[URLPattern] = [path("<str:token>/", views.answer_by_link, name="offer")]
questions: list[URLPattern] = [
    path("fragor/", views.question_list, name="question-list"),
    path("fragor-val/", views.question_choices, name="question-choices"),
    path("ny-fraga/", views.add_question, name="question-add"),
    path("fragor/<slug:slug>/", views.question, name="question"),
    path("fragor/<slug:slug>/andra/", views.edit_question, name="question-edit"),
    path("fragor/<slug:slug>/ta-bort/", views.remove_question, name="question-remove"),
]
urlpatterns: list[URLPattern] = [*plan, *actions, *agreements, *questions]
