"""Data: words for what people do in a meeting or at an organisation, in lower case."""

from typing import Final

from docreader.text.words import words

#: Roles in the meeting itself.
MEETING_ROLES: Final = words("""
    ref ref. notulist v.ordf. mötesordf adj ers suppl nestl utvalgssekretær udvalgssekretær møtesekretær
    mødesekretær mødereferent protokollfører protokollsekretær kassör kasserer kasserar styremedlem bestyrelsesmedlem
    presesordfører preses clerk trustee delegate rapporteur-general convenor deputy alternate minute-taker
    ledamot ledamöter ordförande ordf ordf. vice ordförande v.ordf viceordförande sekreterare sekr sekr.
    justerare mötesordförande mötessekreterare adjungerad adjungerande suppleant ersättare tjänstgörande
    observatör samordnare sammankallande föredragande protokollförare antecknare referent kassör revisor
    gäst inbjuden ständigt leder nestleder medlem varamedlem vara møteleder sekretær referent observatør
    formand næstformand kasserer suppleant mødeleder ordstyrer dirigent chair chairman chairperson
    chairwoman co-chair vice-chair secretary member observer facilitator rapporteur host guest moderator
    convener
    """)


#: Professions and titles; compounds ending in one of SUFFIXES need not stand here.
TITLES: Final = words("""
    kapten kaptein kaptajn major överste oberst oberstløytnant kommendör kommandør general löjtnant løytnant biskop
    domprost prost kyrkoherde sokneprest fylkesmann statsforvalter auktoriserad auktoriserade advokat revisor
    vd ceo cto cio cfo coo cso cmo kd gd chef professor docent lektor universitetslektor doktorand forskare
    läkare överläkare sjuksköterska apotekare barnmorska direktör generaldirektör statssekreterare minister
    statsråd departementsråd departementssekreterare ämnesråd kansliråd rättssakkunnig sakkunnig expert
    jurist handläggare utredare analytiker strateg koordinator konsult rådgivare projektledare programledare
    processledare produktägare arkitekt utvecklare kommunikatör kommunråd regionråd riksdagsledamot
    borgmästare landshövding rektor dekan prefekt vicerektor biträdande tillförordnad tf t.f. senior ekonom
    statistiker controller assistent administratör samordnare landstingsråd grundare entreprenör
    styrelseordförande partner prodekan vetenskapsjournalist rådmann rådgiver seniorrådgiver
    avdelingsdirektør direktør fagdirektør ordfører varaordfører kommunedirektør professor forsker overlege
    lege prosjektleder saksbehandler spesialrådgiver seksjonssjef sjef konsulent chefkonsulent
    specialkonsulent fuldmægtig kontorchef afdelingschef vicedirektør projektleder sundhedsplejerske
    sektionsleder akademisk medarbejder director manager officer adviser advisor professor researcher
    president head coordinator analyst consultant lead founder vice-president secretary-general minister
    ambassador attaché specialist engineer physician patientföreträdare brukarrepresentant
    patientrepresentant ledamot studentrepresentant enhetschef avdelningschef
    """)


TITLE_SUFFIXES: Final = (
    "chef",
    "chefen",
    "ledare",
    "ledaren",
    "direktör",
    "direktören",
    "sekreterare",
    "samordnare",
    "ansvarig",
    "strateg",
    "handläggare",
    "utredare",
    "ordförande",
    "rådgivare",
    "läkare",
    "professor",
    "lektor",
    "forskare",
    "utvecklare",
    "arkitekt",
    "konsult",
    "jurist",
    "koordinator",
    "minister",
    "samordnaren",
    "ministern",
    "företrädare",
    "representant",
    "specialist",
    "skötare",
    "sköterska",
    "råd",
    "mästare",
    "expert",
    "rådgiver",
    "direktør",
    "sjef",
    "leder",
    "konsulent",
    "sekretær",
    "chefkonsulent",
    "utveckare",
    "kommunikatör",
    "analytiker",
    "strategen",
    "journalist",
    "läkaren",
    "forskaren",
    "ekonom",
    "ägare",
    "inspektör",
    "ingenjör",
    "ombud",
    "ombudsman",
    "sakkunnig",
    "kurator",
    "pedagog",
    "redaktör",
    "ledamot",
    "ledamöter",
    "medlem",
    "olog",
    "planerare",
    "planlegger",
    "planlægger",
    "intendent",
    "antikvarie",
    "antikvar",
    "bibliotekarie",
    "bibliotekar",
    "arkivarie",
    "arkivar",
    "vetare",
    "inspektør",
    "konservator",
    "lärare",
    "lærer",
    "ingeniør",
    "sekretär",
    "mester",
    "formand",
    "ordfører",
    "forsker",
    "ansvarlig",
    "koordinatør",
    "koordinator",
    "rektor",
    "administratör",
    "administrator",
    "assistent",
    "producent",
    "produsent",
    "controller",
    "veterinär",
    "fullmäktig",
    "kommunaldirektør",
    "teknikare",
    "tekniker",
    "styrer",
    "jägmästare",
    "hövding",
    "hamnkapten",
    "kapten",
    "politiker",
    "officer",
    "manager",
    "adviser",
    "advisor",
)


SURNAME_SUFFIXES: Final = (
    "sson",
    "son",
    "sen",
    "berg",
    "ström",
    "lund",
    "gren",
    "qvist",
    "kvist",
    "quist",
    "dahl",
    "stedt",
    "feldt",
    "felt",
    "holm",
    "man",
    "mann",
    "blad",
    "blom",
    "ås",
    "strand",
    "borg",
    "hagen",
    "haug",
    "vik",
    "stad",
    "sjö",
    "lind",
    "löf",
    "löv",
    "fors",
    "hed",
    "skog",
    "mark",
    "bäck",
    "beck",
    "ing",
    "ander",
    "ell",
    "én",
    "in",
    "ius",
    "gård",
    "gaard",
    "moen",
    "lien",
    "rud",
    "eid",
    "nes",
    "näs",
    "land",
    "dal",
    "bø",
    "hult",
    "falk",
    "sköld",
    "hielm",
    "hjelm",
    "crona",
    "stierna",
    "sparre",
    "datter",
    "dóttir",
    "skär",
    "vall",
    "wall",
    "ö",
    "ljung",
    "åker",
    "heim",
    "ski",
    "vic",
    "ić",
    "er",
)
