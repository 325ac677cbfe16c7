"""What each step with a meeting's minutes means, said before the button is pressed. It is guidance, not legal advice.

That a draft and a publication are different acts, and what makes a note an official document, follows the Freedom of
the Press Act and how the courts have read it (RÅ 1998 ref. 52 among others).
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from kraftsamla.bodies.choices import MinutesWord
from kraftsamla.meetings.choices import MinutesState, StepKind
from kraftsamla.meetings.models import Meeting


def needs_adjusting(meeting: Meeting) -> bool:
    """What a body calls "protokoll" is signed by named people; other notes may go without, with a reason."""
    return meeting.body is not None and meeting.body.minutes_word == MinutesWord.MINUTES


def meaning_of_state(state: str) -> str:
    """What the paper is in law as it stands."""
    return {
        MinutesState.DRAFT: _(
            "Ett utkast som inte har spridits är normalt ingen allmän handling. Det är arbetsmaterial tills du "
            "sänder ut det."
        ),
        MinutesState.CIRCULATED: _(
            "Det som har sänts till gruppen är troligen en allmän handling hos myndigheten, om det inte hör till ett "
            "ärende som ännu inte är avslutat."
        ),
        MinutesState.ADJUSTING: _(
            "Anteckningarna väntar på justering. När alla har justerat är handlingen upprättad och därmed allmän."
        ),
        MinutesState.ADJUSTED: _(
            "Anteckningarna är justerade. Handlingen är upprättad och allmän, och ska registreras eller hållas ordnad."
        ),
        MinutesState.PUBLISHED: _(
            "Anteckningarna är publicerade. Det publicerade ändras aldrig. Fel rättas i en ny version med skäl."
        ),
        MinutesState.REPLACED: _("En rättad version gäller i stället. Den här finns kvar att läsa."),
    }[MinutesState(state)]


def meaning_of_step(kind: str) -> str:
    """What the next step leads to."""
    return {
        StepKind.DRAFTED: _(
            "Ett utkast samlas ihop av det som är antecknat på mötet. Så länge du inte sprider det är det normalt "
            "ingen allmän handling."
        ),
        StepKind.CIRCULATED: _(
            "När du sänder ut anteckningarna till gruppen blir de troligen en allmän handling hos myndigheten, om de "
            "inte hör till ett ärende som ännu inte är avslutat. De kan då begäras ut."
        ),
        StepKind.TAKEN_BACK: _(
            "Det som redan har sänts ut finns kvar hos dem som fick det och kan vara en allmän handling. Att ta "
            "tillbaka anteckningarna ändrar inte det."
        ),
        StepKind.SENT_TO_ADJUST: _(
            "Justerarna får läsa exakt den text som nu låses. När alla har justerat är handlingen upprättad och "
            "därmed allmän."
        ),
        StepKind.PUBLISHED: _(
            "Publiceringen är en egen åtgärd. Handlingen blir läsbar för alla på webben i nästa publika utgåva om "
            "mötet är publikt, och kan sedan bara rättas i en ny version. Kontrollera att inga personuppgifter står "
            "där utan stöd."
        ),
        StepKind.CORRECTED: _(
            "Den publicerade versionen ändras inte. En ny version med ditt skäl skrivs och går samma väg. När den "
            "publiceras står den gamla kvar och visar att den är ersatt."
        ),
    }[StepKind(kind)]
