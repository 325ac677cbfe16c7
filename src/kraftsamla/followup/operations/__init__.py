"""Deeds on follow-ups, contacts, update rounds and their answers."""

from kraftsamla.followup.operations.answering import (
    add_attachment,
    confirm_all,
    note_opened,
    remove_attachment,
    save_point,
    share_answer,
    submit_answer,
)
from kraftsamla.followup.operations.carrying import (
    hand_over_followup,
    report_followup_done,
    return_followup,
    verify_followup,
)
from kraftsamla.followup.operations.contacts import change_contact, create_contact, end_contact, erase_person
from kraftsamla.followup.operations.followups import (
    change_followup,
    close_followup,
    create_followup,
    note_followup,
    withdraw_followup,
)
from kraftsamla.followup.operations.handing_on import give_back, hand_on, place_handover
from kraftsamla.followup.operations.reviewing import accept_answer, return_answer
from kraftsamla.followup.operations.rounds import (
    change_round,
    close_round,
    create_round,
    open_own_answer,
    open_round,
    redirect_answer,
    reopen_round,
    take_up_silence,
    withdraw_round,
)

__all__ = [
    "accept_answer",
    "add_attachment",
    "change_contact",
    "change_followup",
    "change_round",
    "close_followup",
    "close_round",
    "confirm_all",
    "create_contact",
    "create_followup",
    "create_round",
    "end_contact",
    "erase_person",
    "give_back",
    "hand_on",
    "hand_over_followup",
    "note_followup",
    "note_opened",
    "open_own_answer",
    "open_round",
    "place_handover",
    "redirect_answer",
    "remove_attachment",
    "reopen_round",
    "report_followup_done",
    "return_answer",
    "return_followup",
    "save_point",
    "share_answer",
    "submit_answer",
    "take_up_silence",
    "verify_followup",
    "withdraw_followup",
    "withdraw_round",
]
