"""Forms for bodies, seats, appointments, nominations and access. They validate what was typed and know no deed."""

from kraftsamla.bodies.forms.access import AccessForm
from kraftsamla.bodies.forms.appointments import AppointmentForm, InterestEndForm, InterestForm
from kraftsamla.bodies.forms.bodies import BodyForm, DateForm, EndForm
from kraftsamla.bodies.forms.nominations import AppointNomineeForm, DeclineForm, NominationForm, TakeBackForm
from kraftsamla.bodies.forms.seats import SeatForm

__all__ = [
    "AccessForm", "AppointNomineeForm", "AppointmentForm", "BodyForm", "DateForm", "DeclineForm", "EndForm",
    "InterestEndForm", "InterestForm", "NominationForm", "SeatForm", "TakeBackForm",
]  # fmt: skip
