"""Words for presenting something at a meeting: verbs with their subject before or after them, nouns with "av", and the
labels that stand before the presenter's name. Data and the patterns made of it, in four languages."""

from __future__ import annotations

import re
from typing import Final

from docreader.text.names import NAME_WORD, PERSON
from docreader.text.placed import placed
from docreader.text.triggers import first_words, quick
from docreader.text.words import words

#: What is given, held or left when somebody presents something.
_TALK: Final = (
    r"(?:[\w-]{0,24}(?:presentation|presentasjon|præsentation|genomgång|gjennomgang|gennemgang|föredrag|foredrag"
    r"|föreläsning"
    r"|forelesning|forelæsning|dragning|föredragning|redogörelse|redogørelse|redegørelse|redegjørelse|redovisning"
    r"|information|informasjon"
    r"|orientering|rapport|lägesrapport|statusrapport|uppdatering|oppdatering|opdatering|inledning|innledning"
    r"|indledning|innlegg"
    r"|indlæg|oplæg|introduktion|introduksjon|överblick|oversikt|översikt|overblik|inblick|innblikk|indblik|bild"
    r"|bilde|billede|status|statusuppdatering"
    r"|sammanfattning|oppsummering|opsummering|demonstration|demonstrasjon|demo|visning|avrapportering|afrapportering"
    r"|tilbakemelding|tilbagemelding|återrapportering|återkoppling|beretning|tema|exempel|eksempler|nytt|nyt)\w{0,3})"
)
_SIZE: Final = (
    r"(?:(?:en|ett|et|ei|sin|sitt|sina|kort|korta|kortare|korte|kortfattet|kortfattad|muntlig|inledande|fördjupad"
    r"|aktuell|snabb|samlad|ny|första|første)\s){0,3}"
)
_GIVES: Final = (
    r"(?:gav|ger|ga|gir|gaf|giver|höll|håller|holdt|holder|lämnade|lämnar|avla|avlade|aflagde|framförde|stod för"
    r"|svarade för|sto for|stod for|ledde)"
)
#: Verbs that alone say that somebody presented something.
_ALONE: Final = (
    r"presentera(?:de|r)|redovisa(?:de|r)|redogjorde|redogör|informera(?:de|r)|berätta(?:de|r)|föredrog|föredrar"
    r"|visa(?:de|r)|rapportera(?:de|r)|avrapportera(?:de|r)|återrapportera(?:de|r)|orientera(?:de|r)|gick igenom"
    r"|går igenom"
    r"|beskrev|beskriver|demonstrera(?:de|r)|introducera(?:de|r)|drog|drar|lade fram|la fram|lägger fram|framlade"
    r"|fortsatte"
    r"|inledde med|sammanfatta(?:de|r)|summera(?:de|r)|uppdatera(?:de|r)|delgav|delger|förklara(?:de|r)"
    r"|illustrera(?:de|r)"
    r"|återgav|återger|gjengir|gjenga|gengav|ritade upp|ritar upp|skisserar|skissade|skissar|tegnet opp"
    r"|exemplifiera(?:de|r)|skildra(?:de|r)|refererade|refererar|talte om|redogjorde för|inledde(?! mötet)"
    r"|inleder(?! mötet)|läste|föreläste"
    r"|föreläser|talade (?:om|under|över|kring)|talar om|pratade om|pratar om|delade med sig|delar med sig"
    r"|åskådliggjorde"
    r"|opplyste|opplyser|forklarte|forklarer|gjorde rede for|gjorde greie for|gjør rede for|gjennomgår|gjennomgikk"
    r"|orienterte|orienterer|redegjorde|redegjør|redegør|presenterte|presenterer|informerte|informerer|viste(?! til)"
    r"|viser(?! til)|fortalte"
    r"|forteller|gikk (?:i)?gjennom|gikk gjennom|går gjennom|la fram|la frem|legger fram|legger frem|legg fram"
    r"|oppsummerte"
    r"|oppsummerer|oppdaterte|oppdaterer|rapporterte|rapporterer|avrapporterte|innledet(?! møtet)|innledda"
    r"|innleder(?! møtet)|beskriver"
    r"|foredro|fremla|framla|fremlegger|snakket om|snakker om|demonstrerte|introduserte|refererte|delte erfaringer"
    r"|fortalde|viste fram"
    r"|orienterede|præsenterede|præsenterer|fortæller|gennemgik|gennemgår|gik (?:i)?gennem|fremlagde|fremlægger"
    r"|fremviste|oplyste|oplyser"
    r"|forklarede|berettede|beretter|informerede|rapporterede|afrapporterede|opsummerede|opdaterede"
    r"|indledte(?! mødet)|indleder(?! mødet)"
    r"|lagde frem|forelagde|introducerede|demonstrerede|illustrerede|delte ud af|aflagde|refererede|talte om"
    r"|skitserede|skisserte|skisserade"
    r"|presented|presents|reported|introduced|introduces|showed|shows|described|describes|outlined|outlines|briefed"
    r"|demonstrated|explained"
    r"|explains|summari[sz]ed|updated|reviewed|recapped|illustrated|detailed|went through|ran through|goes through"
    r"|walked|talked through|set out"
    r"|spoke (?:about|on|of)|talked about|speaks about|delivered|provided|shared|gave|gives|led (?:a|an"
    r"|the) (?:discussion|session|presentation|overview|review|walk-?through)"
    r"|took (?:the|us|members|participants)\b|presenterade|reports"
)
_VERB: Final = (
    rf"{_ALONE}|{_GIVES}\s{_SIZE}{_TALK}|(?:gav|ger|ga|gir|giver|höll|håller|holdt|holder) (?:en|ett|et|ei)|holdt"
    rf"|holder|höll|håller|gav|gir|giver|ga"
)
#: What says that somebody came in order to present something.
_COMES: Final = (
    r"var inbjud(?:en|na)|är inbjud(?:en|na)|hade bjudits in|hade inbjudits|var med som gäst|gästade"
    r"|besökte (?:mötet|gruppen|rådet|nämnden|styrelsen)"
    r"|medverkade(?= under| vid| på|,| och|\.|$)|var invitert|var invitet|var inviteret|var indbudt|gæstede|gjestet"
    r"|besøkte møtet|deltok under (?:saken|punktet|sak|pkt)"
    r"|deltog under (?:punkten|punktet|ärendet|sagen)|was invited|joined (?:us|the meeting) to|was a guest"
)
_AT: Final = r"(?:från|fra|from|of|på|vid|hos|i|ved|at|in)"
_WHO: Final = (
    rf"(?:{PERSON}|(?:[A-ZÅÄÖÆØ]\.\s?){{1,3}}(?:{NAME_WORD})?(?=\s)"
    rf"|{NAME_WORD}(?: [A-ZÅÄÖÆØ](?:-[A-ZÅÄÖÆØ])?\b\.?){{1,2}}|[Tt]he (?:[a-z]+ ){{0,2}}[a-z]+|{NAME_WORD})"
)
#: What stands between a name and the verb: a bracket, an apposition, an employer.
_TAIL: Final = (
    rf"(?:\s?\([^()]{{2,60}}\)|,\s[^,.;:]{{2,70}}(?:,\s[^,.;:]{{2,60}})?,|\s{_AT}\s(?:the )?[^,.;:]{{2,60}}?)"
)
_ADVERB: Final = (
    r"(?:\s(?:sedan|därefter|även|också|kort|dessutom|derefter|også|kort|herefter|then|also|briefly|tog över och"
    r"|tok over og|took over and|anslöt och|deltog och|medverkade och|deltok og))?"
)
CLAUSE = quick(
    rf"(?P<who>{_WHO})(?P<tail>{_TAIL})?(?:,?\s(?:och|og|and|samt|&)\s(?P<second>{PERSON}"
    rf"|{NAME_WORD})(?P<tail2>{_TAIL})?)?"
    rf"{_ADVERB}\s(?P<verb>{_VERB}|{_COMES})(?![\w-])(?P<rest>.{{0,400}})"
)
#: The verb first: "Därefter gav Anna Ek en genomgång av ...", "orienterte økonomisjef Per Ås om ...".
INVERTED = placed(
    rf"\b(?P<verb>{_ALONE}|{_GIVES}|hade|medverkade|deltog|deltok|tog|fick vi besök av|fikk vi besøk av|besök av"
    rf"|besøk av|besøg af|gästades av)"
    rf"\s(?P<who>(?:(?!(?:en|ett|et|om|för|for|med|till|til|av|af|a|an|the|at|att|i|på|hur|vad|var|och|og"
    rf"|and)\s)[a-zåäöæø][\w-]{{2,30}}\s){{0,2}}"
    rf"(?:{PERSON}|{NAME_WORD}))(?:\s(?:och|og|and|samt)\s(?P<second>{PERSON}|{NAME_WORD}))?"
    rf"(?P<tail>\s?\([^()]{{2,60}}\)|,\s[^,.;:]{{2,70}}(?:,\s[^,.;:]{{2,60}})?,"
    rf"|\s{_AT}\s(?:the )?[A-ZÅÄÖÆØ][^,.;:]{{1,50}}?)?"
    rf"(?:(?=[.,]?\s*$)|\s(?P<rest>(?:(?:[A-ZÅÄÖÆØ][\w-]+(?::s|s)|kort|även|också|også|först|sedan|over"
    rf"|över)\s)?(?:om|en|ett|et|a|an|the|hur"
    rf"|hvordan|how|resultat\w*|arbetet|arbeidet|arbejdet|status|nyheter|läget|på|for"
    rf"|för|förslag\w*|utkast\w*|sin|sitt|sina|sine|deras|vad|hva|hvad|att|at|och|og|under|resan|bjudits|igenom"
    rf"|gjennom|igennem|fram|frem|\"|från|fra|eksempler|exempel|bilder|billeder"
    rf"|[a-zåäöæø]+(?:en|et|erna|arna|ene|erne|na|ning|tion|sjon))\b.{{0,400}}))"
)
SPOKEN_BY = quick(
    rf"(?:\b(?:[Ll]ästes|[Dd]rogs|[Gg]avs|[Hh]ölls|[Ll]edde?s|[Ll]ämnades|[Pp]resenteras|[Ff]öredras|[Ff]remlagt"
    rf"|[Ff]remlagdes|[Ll]agt fram|[Ll]agt frem"
    rf"|[Pp]resentera(?:de)?s|[Rr]edovisa(?:de)?s|[Ff]öredrogs|[Pp]resenteres|[Pp]resented|[Pp]ræsenteret"
    rf"|[Pp]ræsenteredes|[Ii]ntroducerades|[Ii]ntroduced|[Ll]ed|[Gg]iven|[Dd]elivered"
    rf"|[Pp]resentert|[Gg]jennomgått|[Gg]ennemgået|[Gg]icks igenom|[Gg]itt|[Gg]ivet|[Hh]oldt)|(?i:\b{_TALK}"
    rf"|\blecture|\btalk|\bupdate|\boverview|\breport))"
    rf"\s(?:[^.]{{0,80}}\s)?(?:av|af|by|ved|v/|v\.|från|fra"
    rf"|from)\s?(?P<who>(?:[a-zåäöæø][\w-]{{2,30}}\s){{0,2}}(?:{PERSON}"
    rf"|(?:the )?[a-zåäöæø]{{4,20}}(?=[,.:;]|$)|{NAME_WORD}(?![\w\s]{{0,3}}[a-zåäö]{{3,}}s?\b\s[a-z]+t\b)))"
    rf"(?P<tail>\s?\([^()]{{2,60}}\)|,\s[^,.;:]{{2,60}}(?=[,.;]|$)"
    rf"|\s{_AT}\s(?:the )?[A-ZÅÄÖÆØ][^,.;:]{{1,50}}?(?=\s(?:om|on|about|følgte|följde|followed)\b|[,.;]|$))?"
    rf"(?P<rest>\s(?:om|on|about|kring)\s.{{0,200}})?"
)
#: One of these words stands in every sentence that CLAUSE or INVERTED can match: a cheap test before a dear pattern.
TELLING: Final = first_words(re.sub(r"\\b|\(\?[!=][^()]*\)|-\?", "", f"{_ALONE}|{_GIVES}|{_COMES}")) | words(
    "hade medverkade deltog deltok tog fick fikk besök besøk besøg gästades"
)
#: The same for SPOKEN_BY.
BY: Final = words("av af by ved v från fra from")
#: "Genomgång av registret (Anna Ek)": the name behind, in brackets.
BRACKETED: Final = quick(rf"^(?:[\w-]+\s)?(?i:{_TALK})\b[^.()]{{0,100}}\((?P<who>[^()]{{3,60}})\)")
_LABELS: Final = (
    r"föredragande|föredragare|föredragning|föredras av|föredragshållare|föreläsare|föreläsning|inledare|inledning"
    r"|inleder|presentatör|presentation av|presentation"
    r"|presenteras av|presenterat av|presenterade|gäst under punkten|gästföreläsare|gästtalare|gäster?|inbjuden gäst"
    r"|inbjudna gäster|inbjuden talare|inbjuden|inbjudna|talare|dragning"
    r"|dras av|rapportör|redovisas av|medverkande|medverkar"
    r"|innleder|innledere|innledning|innledning ved|innlegg|innlegg ved|innlegg av|foredragsholder|foredrag"
    r"|foredrag ved|orientering ved|orientering|presentasjon"
    r"|presentasjon ved|presentert av|fremlagt av|framlagt av|gjest|gjester|invitert|ordstyrer for punktet"
    r"|presenteres av|saksordfører"
    r"|oplæg|oplæg ved|oplægsholder|oplægsholdere|indlæg|indlæg ved|indlægsholder|indleder|indledning ved"
    r"|præsentation ved|præsenteres af|præsentation|fremlægges af|gæst|gæster|gæst under punktet"
    r"|presenter|presenters|presented by|presentation by|speaker|speakers|guest speaker|guest|guests|invited guest"
    r"|invited|introduced by|led by|rapporteur for the item"
)
#: A line of its own below the point.
LABEL_LINE: Final = re.compile(
    rf"\W{{0,3}}(?:{_LABELS}|ved|v)(?:\s(?:är|er|is|var|was))?\W{{0,3}}(?::|/|\.\s?"
    rf"|\s)\W{{0,3}}(?P<who>(?:[a-zåäöæø][\w-]{{2,30}}\s){{0,3}}(?-i:[A-ZÅÄÖÆØ]).{{1,160}})",
    re.IGNORECASE,
)
#: The same at the end of a title ...
LABEL_AT_END: Final = re.compile(
    rf"(?:\b(?:{_LABELS}|ansvarig|ved)\s?:?\s|\bv/\s?|\bv[.:]\s"
    rf"|\bv\s(?=[A-ZÅÄÖÆØ]))(?P<after>(?:[a-zåäöæø][\w-]{{2,30}}\s){{0,3}}(?-i:[A-ZÅÄÖÆØ]).{{1,120}})$",
    re.IGNORECASE,
)
#: ... and where the text of the point runs on in the same paragraph.
LABEL_RUN_IN: Final = quick(
    rf"\b(?:{_LABELS})\s?:\s?(?P<after>(?-i:[A-ZÅÄÖÆØ])[^.;:]{{3,110}})(?=[.;]|$)", re.IGNORECASE
)
TITLE_TAIL: Final = re.compile(
    r"[(\[](?P<inside>[^()\[\]]{2,90})[)\]]\W{0,3}$|\s[-–—|]\s?(?P<dash>[^–—|]{2,80})$"
    r"|\s?/\s?(?P<slash>[A-ZÅÄÖÆØ][^/]{1,60})$"
    r"|,\s(?P<comma>(?:[a-zåäöæø][\w-]{2,30}\s){0,2}[A-ZÅÄÖÆØ][\w-]+(?: [A-ZÅÄÖÆØ][\w-]+){0,3}(?:,\s[^,]{2,50})?)$"
    r"|\t(?P<tab>[A-ZÅÄÖÆØ].{1,60})$|\.\s(?P<dot>[A-ZÅÄÖÆØ][\w-]+(?: [A-ZÅÄÖÆØ][\w-]+){1,2}(?:,\s[^,.]{2,50})?)\.?$"
)
#: "3. Kwame: Broregistret": the name before the title.
TITLE_LEAD: Final = re.compile(
    r"(?P<lead>[A-ZÅÄÖÆØ][\w-]+(?: [A-ZÅÄÖÆØ][\w-]+){0,2}(?:\s?\([^()]{2,40}\)|,\s[^,:]{2,40})?):\s"
)
COMES: Final = quick(_COMES)
STATEMENT: Final = quick(r"\s?,?\s?(?:om )?(?:att|at|that)\s")
GREETING: Final = quick(
    r"\s?,?\s?(?:alla |deltagarna |deltakerne |deltagerne )?(?:hjärtligt )?(?:välkom|velkom|everyone welcome)"
    r"|\s?(?:dagens )?mötet\b|\s?møtet\b|\s?mødet\b|\s?(?:sammanträdet|årsmötet|stämman|årsmøtet|generalforsamlingen"
    r"|samlingen|sittningen)\b"
    r"|\s?the meeting\b|\s?(?:mötets |dagens )?dagordning|\s?skriftlig|\s?dagsorden|\s?sakliste|\s?the agenda",
    re.IGNORECASE,
)
