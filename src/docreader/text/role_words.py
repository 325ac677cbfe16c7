"""Data: words for what people do in a meeting or at an organisation, in lower case."""

from typing import Final

from docreader.text.words import words

#: Roles in the meeting itself.
MEETING_ROLES: Final = words("""
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
)

#: Words that make an organisation when they stand in a phrase.
ORGANISATION_WORDS: Final = words("""
    ab as a/s asa aps oy oyj inc ltd plc gmbh llc hb kb bv nv ag sa region regionen regionförbundet kommun
    kommune kommunen landsting fylkeskommune universitet universitetet university högskola högskolan
    høgskole høgskolen college institute institutet instituttet institut departementet direktoratet
    ministeriet styrelsen verket myndigheten nämnden rådet kommittén föreningen forening foreningen
    förbundet forbundet forbund förbund stiftelsen stiftelse fonden foundation association society council
    agency authority board office group gruppen sweden norway denmark nordic nordics scandinavia europe
    international pharma pharmaceuticals biotech bio biologics therapeutics medical medtech health
    healthcare science sciences life labs lab laboratory laboratories park center centre centrum senter
    hospital sjukhus sjukhuset sykehus universitetssjukhus consulting invest ventures capital partners
    solutions systems technologies technology software data digital network innovation research akademin
    academy akademi museum bibliotek biblioteket kansliet kontoret bolaget svenska svensk sveriges norsk
    norges norske dansk danske nordisk nordiska kungl kungliga statens nationella nationell riksförbundet
    naturskyddsföreningen bank energi energy skola skolan länsstyrelsen media studios bygg fastigheter hälsa
    patientförening patientföreningen cancerfonden hjärt-lungfonden cluster kluster forum alliance alliansen
    union unionen federation danmarks finlands islands nordisk nordens amt amtet amtskommune fylke
    fylkeskommunen municipality county
    administration ministry department directorate municipal
    """)

ORGANISATION_SUFFIXES: Final = (
    "region",
    "centralen",
    "kliniken",
    "mottagningen",
    "verket",
    "verk",
    "myndigheten",
    "styrelsen",
    "departementet",
    "rådet",
    "inspektionen",
    "institutet",
    "universitetet",
    "universitet",
    "högskolan",
    "högskola",
    "förbundet",
    "förbund",
    "nämnden",
    "kansliet",
    "kontoret",
    "bolaget",
    "föreningen",
    "stiftelsen",
    "fonden",
    "centrum",
    "sjukhuset",
    "sjukhus",
    "kommun",
    "kommuner",
    "regionen",
    "landstinget",
    "ämbetet",
    "direktoratet",
    "tilsynet",
    "etaten",
    "kommune",
    "ministeriet",
    "høgskolen",
    "høyskolen",
    "sykehuset",
    "sykehus",
    "instituttet",
    "foreningen",
    "forbundet",
    "forbund",
    "akademin",
    "byrån",
    "delegationen",
    "kommittén",
    "gruppen",
    "utskottet",
    "arkivet",
    "biblioteket",
    "museet",
    "kassan",
    "polisen",
    "organisationen",
    "alliansen",
    "kollegium",
    "ombudsmannen",
    "laget",
    "selskapet",
    "helse",
    "foretaket",
    "fylkeskommune",
    "landsting",
    "tjänst",
    "huset",
    "skolan",
    "rörelsen",
    "industrin",
    "industrierna",
    "lab",
    "sweden",
    "tech",
    "pharma",
    "bio",
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
