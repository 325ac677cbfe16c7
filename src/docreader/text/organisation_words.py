"""Data: words and endings that make a phrase the name of an organisation, in lower case."""

from typing import Final

from docreader.text.words import words

#: Words that make an organisation when they stand in a phrase.
ORGANISATION_WORDS: Final = words("""
    sametinget sámediggi stortinget riksdagen folketinget altinget storting riksdag folketing
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
    administration ministry department directorate municipal stad stads församling stift socken bibliotek trafik
    hembygdsförening riksorganisation centralförbund
    """)


#: Words with which the name of an organisation is at its end.
ORGANISATION_ENDS: Final = words("""
    ab as a/s asa aps oy oyj ltd plc inc kommun kommune universitet university landsting län stad fylkeskommune
    institute institutet instituttet council agency board förbund forbund centrum center
    centre museum bank högskola høgskole
    sametinget stortinget riksdagen folketinget
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
    "vesenet",
    "væsenet",
    "væsen",
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
