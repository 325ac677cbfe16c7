"""Deeds on meetings. Each area has a module of its own; what other apps call is named here."""

from kraftsamla.meetings.operations.agenda import (
    add_decision,
    add_item,
    add_presentation,
    ask_at,
    ask_no_more_at,
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
from kraftsamla.meetings.operations.signing import (
    ask_for_place,
    cancel_place,
    change_registration,
    confirm,
    mark_came,
    read_list,
    send_own_link,
    set_up,
)
from kraftsamla.meetings.operations.signing_erasing import erase_due, erase_registration

__all__ = [
    "add_decision", "add_guest", "add_item", "add_presentation", "agree_summary", "ask_at", "ask_for",
    "ask_for_place", "ask_groups", "ask_no_more_at", "cancel_place", "capture", "change_attendance",
    "change_discussion", "change_group", "change_item", "change_meeting", "change_registration",
    "close_discussion", "close_meeting", "confirm", "create_meeting", "drop_question", "erase_due",
    "erase_registration", "keep_point", "link_followup", "make_groups", "mark_attendance", "mark_came",
    "mark_invited", "move_member", "open_groups", "open_item", "open_meeting", "place_late", "read_list",
    "record_attendance", "reopen_discussion", "reopen_summary", "report_group", "save_note", "seat_substitute",
    "send_own_link", "set_up", "settle_note", "start_discussion", "unlink_followup", "unseat_member",
    "withdraw_attendance", "withdraw_decision", "withdraw_discussion", "withdraw_item", "withdraw_meeting",
    "withdraw_point", "withdraw_presentation", "write_summary",
]  # fmt: skip
