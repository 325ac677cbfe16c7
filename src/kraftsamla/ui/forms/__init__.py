"""What forms in the workspace are made of. A form validates and knows no deed; ``ui.pages`` runs the deed.

    class OrganisationForm(RecordForm):
        parent = RecordField(
            label=_("del av"), records=lambda: Organisation.objects.current(), source="actors:organisation-choices",
            known_by=("folded", "other_names__folded"), required=False,
        )

        class Meta(RecordForm.Meta):
            model = Organisation
            fields = ["name", "valid_from", "parent"]

        sections = (Section(_("Namn"), ("name",)), Section(_("Tid och plats"), ("valid_from", "parent")))

``RecordForm`` takes its fields from the model (a partial date takes "22 okt 2021" as well), never touches the record,
and names the version it was opened with. ``form.values`` is what a deed wants, ``form.version_seen`` the version.
``PlainForm`` is the same for what is not a record: the reason of a merge, a source to add.
"""

from kraftsamla.ui.forms.base import Part, PlainForm, RecordForm, Section, typed_in
from kraftsamla.ui.forms.dates import PartialDateFormField, read_partial_date
from kraftsamla.ui.forms.records import RecordField, RecordsField

__all__ = [
    "Part", "PartialDateFormField", "PlainForm", "RecordField", "RecordForm", "RecordsField", "Section",
    "read_partial_date", "typed_in",
]  # fmt: skip
