"""The public words for the content's codes. Data, not logic: one table a kind of code, in the order it is shown."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.editions.rendering.field_names import FIELD
from kraftsamla.editions.rendering.meeting_words import MEETING_TABLES

Table = dict[str, str | Promise]

PROGRESS: Table = {
    "under_way": _("pågår"),
    "done": _("genomförd"),
    "decided": _("beslutad"),
    "proposed": _("föreslagen"),
    "stopped": _("avbruten"),
    "": _("läget ej inläst"),
}
PROGRESS_MANY: Table = {
    "under_way": _("pågår"),
    "done": _("genomförda"),
    "decided": _("beslutade"),
    "proposed": _("föreslagna"),
    "stopped": _("avbrutna"),
    "": _("läget ej inläst"),
}
OBJECTIVE_STATE: Table = {
    "under_way": _("pågår"),
    "done": _("genomfört"),
    "decided": _("beslutat"),
    "proposed": _("föreslaget"),
    "stopped": _("avbrutet"),
    "not_read": _("läget ej inläst"),
    "no_action": _("ingen insats inläst"),
}
OBJECTIVE_STATES: Table = {
    "under_way": _("mål där arbete pågår"),
    "done": _("mål där insatserna är genomförda"),
    "decided": _("mål med beslutade insatser"),
    "proposed": _("mål med föreslagna insatser"),
    "stopped": _("mål där insatserna är avbrutna"),
    "not_read": _("mål där läget ej är inläst"),
    "no_action": _("mål utan inläst insats"),
}
CONFIDENCE: Table = {"high": _("säker"), "medium": _("ganska säker"), "low": _("osäker")}
ACTION_KIND: Table = {
    "assignment": _("uppdrag"),
    "appropriation_directions": _("regleringsbrev"),
    "funding": _("finansiering"),
    "inquiry": _("utredning"),
    "bill": _("proposition"),
    "legislation": _("lagstiftning"),
    "agreement": _("avtal"),
    "infrastructure": _("infrastruktur"),
    "hub": _("hubb"),
    "programme": _("program"),
    "study": _("studie"),
    "report": _("rapport"),
    "conference": _("konferens"),
    "meeting": _("möte"),
    "regional_initiative": _("regionalt initiativ"),
    "organisation": _("organisering"),
    "strategy": _("strategi"),
    "other": _("insats"),
}
STEERING_BASIS: Table = {
    "appropriation_directions": _("regleringsbrev"),
    "government_assignment": _("regeringsuppdrag"),
    "agreement": _("överenskommelse eller avtal"),
    "grant": _("bidrag"),
    "own_decision": _("eget beslut"),
    "law": _("lag eller förordning"),
}
DATE_KIND: Table = {
    "published": _("publicerad"),
    "decided": _("beslutad"),
    "started": _("startade"),
    "in_force": _("gäller från"),
    "interim": _("delredovisas"),
    "due": _("ska redovisas"),
    "reported": _("redovisad"),
    "held": pgettext_lazy("date", "genomförd"),
    "signed": _("undertecknad"),
    "expected": _("väntas"),
    "ended": _("avslutad"),
}
ASSIGNMENT_ROLE: Table = {
    "responsible": _("ansvarig"),
    "partner": _("medverkar"),
    "funder": _("finansiär"),
    "commissioner": _("uppdragsgivare"),
    "host": _("värd"),
}
ASSIGNMENT_STATE: Table = {
    "named": _("utpekad i källan"),
    "offered": _("tillfrågad, har inte svarat"),
    "accepted": _("har åtagit sig uppgiften"),
    "accepted_with_changes": _("har åtagit sig uppgiften med ändringar"),
    "changes_proposed": _("vill åta sig uppgiften på ändrade villkor, som inte är bekräftade"),
    "declined": _("har avböjt"),
    "withdrawn": _("frågan är återkallad"),
    "handed_over": _("har lämnat över uppgiften"),
    "ended": _("hade uppgiften tidigare"),
}
VERIFICATION: Table = {
    "claimed": _("uppgivet, inte granskat av någon annan"),
    "verified": _("bekräftat av någon annan"),
    "no_evidence": _("granskat, underlag saknas"),
    "disputed": _("ifrågasatt"),
}
FINDING: Table = {
    "verified": _("bekräftat"),
    "no_evidence": _("underlag saknas"),
    "disputed": _("ifrågasatt"),
}
GOAL_KIND: Table = {
    "activity": _("aktivitetsmål"),
    "output": _("prestationsmål"),
    "effect": _("effektmål"),
}
SECTOR: Table = {
    "public": _("offentlig"),
    "private": _("privat"),
    "academic": _("akademisk"),
    "civil": _("civilsamhälle"),
}
ORGANISATION_KIND: Table = {
    "company": _("företag"),
    "startup": _("nystartat företag"),
    "university": _("universitet eller högskola"),
    "region": _("region"),
    "agency": _("myndighet"),
    "ministry": _("departement"),
    "government": _("regering"),
    "parliament": _("riksdag"),
    "inquiry": _("utredning"),
    "association": _("branschorganisation eller förening"),
    "patient_organisation": _("patientorganisation"),
    "investor": _("investerare"),
    "hospital": _("sjukhus"),
    "municipality": _("kommun"),
    "international_body": _("internationellt organ"),
    "country": _("land"),
    "research_institute": _("forskningsinstitut"),
    "foundation": _("stiftelse"),
    "network": _("nätverk"),
    "other": _("annan organisation"),
}
NAME_KIND: Table = {
    "abbreviation": _("förkortning"),
    "former": _("tidigare namn"),
    "spelling": _("annan stavning"),
    "english": _("engelskt namn"),
    "other": _("annat namn"),
}
ENDING: Table = {
    "dissolved": _("upplöst"),
    "merged": _("uppgått i en annan"),
    "duplicate": _("samma som en annan organisation"),
}
BODY_KIND: Table = {
    "office": _("kansli"),
    "steering_group": _("styrgrupp"),
    "collaboration_group": _("samverkansgrupp"),
    "working_group": _("arbetsgrupp"),
    "reference_group": _("referensgrupp"),
    "network": _("nätverk"),
}
SEAT_ROLE: Table = {
    "chair": _("ordförande"),
    "vice_chair": _("vice ordförande"),
    "lead": _("ledare"),
    "secretary": _("sekreterare"),
    "member": _("ledamot"),
    "substitute": _("ersättare"),
    "officer": _("handläggare"),
    "adjunct": _("adjungerad"),
    "observer": _("observatör"),
}
MEETING_KIND: Table = {
    "steering_group_meeting": _("styrgruppsmöte"),
    "group_meeting": _("gruppmöte"),
    "working_group_meeting": _("arbetsgruppsmöte"),
    "relay_leg": _("stafettmöte"),
    "conference": _("konferens"),
    "seminar": _("seminarium"),
    "network_meeting": _("nätverksträff"),
    "information_meeting": _("informationsmöte"),
    "summit": _("toppmöte"),
    "expo": _("världsutställning eller mässa"),
    "other": _("möte"),
}
MEETING_FORM: Table = {"on_site": _("på plats"), "remote": _("digitalt"), "hybrid": _("hybridmöte")}
PRESENCE: Table = {
    "present": _("närvarande"),
    "absent": _("frånvarande"),
    "excused": _("anmält förhinder"),
    "unknown": _("uppgift saknas"),
}
MODE: Table = {"room": _("på plats"), "remote": _("på distans")}
DOCUMENT_KIND: Table = {
    "minutes": _("mötesanteckningar"),
    "strategy": _("strategi"),
    "strategy_page": _("sida om strategin"),
    "programme_page": _("sida om ett program"),
    "assignment_page": _("sida om ett uppdrag"),
    "agreement_page": _("sida om ett avtal"),
    "event_page": _("sida om ett evenemang"),
    "project_page": _("sida om ett projekt"),
    "press_release": _("pressmeddelande"),
    "report": _("rapport"),
    "article": _("artikel"),
    "inquiry": _("utredning"),
    "film": _("film"),
    "podcast": _("podd"),
    "presentation": _("presentation"),
    "other": _("dokument"),
}
LANGUAGE: Table = {"sv": _("svenska"), "en": _("engelska"), "nb": _("norska (bokmål)"), "da": _("danska")}
HANDLING: Table = {
    "open": _("öppen"),
    "pursued": _("drivs vidare"),
    "watched": _("bevakas"),
    "answered": _("besvarad"),
}
RECORD_KIND: Table = {
    "area": _("område"),
    "objective": _("mål"),
    "action": _("insats"),
    "organisation": _("organisation"),
    "person": _("person"),
    "body": _("organ"),
    "meeting": _("möte"),
    "document": _("dokument"),
    "question": _("fråga"),
    "followup": _("att följa upp"),
}
RECORD_KINDS: Table = {
    "action": _("Insatser"),
    "objective": _("Mål"),
    "area": _("Områden"),
    "meeting": _("Möten"),
    "question": _("Frågor"),
    "followup": _("Att följa upp"),
    "body": _("Organ"),
    "organisation": _("Organisationer"),
    "person": _("Personer"),
    "document": _("Dokument"),
}
HOW: Table = {"new": pgettext_lazy("change", "ny"), "changed": _("ändrad"), "gone": _("borttagen")}
YES_NO: Table = {"yes": _("ja"), "no": _("nej")}
TABLES: dict[str, Table] = {
    "progress": PROGRESS,
    "progress_many": PROGRESS_MANY,
    "objective_state": OBJECTIVE_STATE,
    "objective_states": OBJECTIVE_STATES,
    "confidence": CONFIDENCE,
    "action_kind": ACTION_KIND,
    "steering_basis": STEERING_BASIS,
    "date_kind": DATE_KIND,
    "assignment_role": ASSIGNMENT_ROLE,
    "assignment_state": ASSIGNMENT_STATE,
    "verification": VERIFICATION,
    "finding": FINDING,
    "goal_kind": GOAL_KIND,
    "sector": SECTOR,
    "organisation_kind": ORGANISATION_KIND,
    "name_kind": NAME_KIND,
    "ending": ENDING,
    "body_kind": BODY_KIND,
    "seat_role": SEAT_ROLE,
    "meeting_kind": MEETING_KIND,
    "meeting_form": MEETING_FORM,
    "presence": PRESENCE,
    "mode": MODE,
    "document_kind": DOCUMENT_KIND,
    "language": LANGUAGE,
    "handling": HANDLING,
    "record_kind": RECORD_KIND,
    "record_kinds": RECORD_KINDS,
    "how": HOW,
    "yes_no": YES_NO,
    "field": FIELD,
    **MEETING_TABLES,
}
