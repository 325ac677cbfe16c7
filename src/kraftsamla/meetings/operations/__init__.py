"""Deeds on meetings. Each area has a module of its own; what other apps call is named here."""

from kraftsamla.meetings.operations.agenda import (
    add_decision,
    add_item,
    add_presentation,
    ask_at,
    change_item,
    withdraw_decision,
    withdraw_item,
    withdraw_presentation,
)
from kraftsamla.meetings.operations.attendance import (
    add_guest,
    change_attendance,
    mark_attendance,
    mark_invited,
    record_attendance,
    seat_substitute,
    withdraw_attendance,
)
from kraftsamla.meetings.operations.group_points import keep_point, report_group, withdraw_point
from kraftsamla.meetings.operations.group_summaries import agree_summary, reopen_summary, write_summary
from kraftsamla.meetings.operations.grouping import (
    ask_groups,
    change_discussion,
    change_group,
    close_discussion,
    drop_question,
    make_groups,
    move_member,
    open_groups,
    place_late,
    reopen_discussion,
    start_discussion,
    unseat_member,
    withdraw_discussion,
)
from kraftsamla.meetings.operations.leading import (
    capture,
    close_meeting,
    open_item,
    open_meeting,
    save_note,
    settle_note,
)
from kraftsamla.meetings.operations.meetings import (
    ask_for,
    change_meeting,
    create_meeting,
    link_followup,
    unlink_followup,
    withdraw_meeting,
)

__all__ = [
    "agree_summary", "ask_groups", "change_discussion", "change_group", "close_discussion", "drop_question",
    "keep_point", "make_groups", "move_member", "open_groups", "place_late", "reopen_discussion", "reopen_summary",
    "report_group", "start_discussion", "unseat_member", "withdraw_discussion", "withdraw_point", "write_summary",
    "add_guest", "capture", "change_attendance", "close_meeting", "mark_attendance", "mark_invited", "open_item",
    "open_meeting", "save_note", "seat_substitute", "settle_note",
    "add_decision", "add_item", "add_presentation", "ask_at", "ask_for", "change_item", "change_meeting", "create_meeting",
    "link_followup", "record_attendance", "unlink_followup", "withdraw_attendance", "withdraw_decision",
    "withdraw_item", "withdraw_meeting", "withdraw_presentation",
]  # fmt: skip
