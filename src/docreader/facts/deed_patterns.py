"""Patterns for sentences in which somebody undertakes something, and for those that only look so."""

from __future__ import annotations

import re

from docreader.facts.deed_verbs import FORMS
from docreader.text.names import UPPER
from docreader.text.numbers import NUMBER_WORD
from docreader.text.triggers import quick

_ADVERB = (
    r"(?:\s(?:nu|nå|också|även|också|också|dessutom|därför|derfor|redan|ännu|samtidigt|gemensamt|sammen|tillsammans"
    r"|i samråd|årligen"
    r"|årlig|även|og så|også|desuden|allerede|now|also|already|jointly|together|still|just|särskilt|sedan|därefter"
    r"|inte|ikke|not"
    r"|fortsatt|för närvarande|i dag|i år|i höst|i vår|til våren|till våren|just nu|så småningom|successivt|därtill"
    r"|bl\.a\.|bland annat)){0,2}"
)
_WHEN = (
    r"(?:\s(?:(?:i|under|från|fra|from|in|on|by|senast|senest|före|før|before|inden|innen|den|hösten|våren|sommaren"
    r"|høsten|efter|etter"
    r"|after|till|til|until|per|vid|ved|at|for)\s[^,.;:]{2,44}?))?"
)
MODAL = (
    r"(?:ska|skall|skal|vil|will|shall|kommer att|kommer til å|kommer til at|skulle|bør|planerar att|planlegger å"
    r"|avser att|agter at)"
)
_SUBJECT = rf"(?:[Dd]et |[Dd]en |[Tt]he |[Dd]e )?(?P<who>[{UPPER}][^;:?!\"]{{1,140}}?)"
PLAIN = quick(rf"^{_SUBJECT}(?P<adverb>{_ADVERB})\s(?P<verb>{FORMS})\b(?P<what>\s.{{6,300}})$")
HAS = quick(rf"^{_SUBJECT}\s(?:har|have|has){_ADVERB}\s(?P<verb>{FORMS})\b(?P<what>\s.{{6,300}})$")
WILL = quick(
    rf"^{_SUBJECT}\s{MODAL}{_ADVERB}{_WHEN}{_ADVERB}\s(?:att |at |å )?(?P<verb>(?!(?:inom|under|med|för|i|på|enligt"
    rf"|vid|från|till|av|om|for|by|in|at|the|til|som|det|den|före|efter)\b)[a-zåäöæøé]{{2,16}}(?: (?:fram|upp|in"
    rf"|ut|ihop|över|opp|ned|frem|"
    r"op|om|up|out))?)\b(?P<what>\s.{6,300})$"
)
TURNED = quick(
    rf"^(?P<when>[^;:?!\"]{{2,90}}?),?\s(?P<verb>{FORMS}|{MODAL}|har)\s(?P<who>(?:det |den "
    rf"|the )?[{UPPER}][^;:?!\"]{{1,120}}?|vi)"
    rf"(?P<rest>{_ADVERB}\s(?=(?:en|ett|et|ei|an?|the|sin|sitt|sine|nya|nye|fram|upp|in|ut|ihop|gjennom|igenom|frem"
    rf"|op|till|til|att|"
    rf"å|at|\d|{FORMS}|[a-zåäöæø]+)\b).{{6,300}})$"
)
BY = quick(
    rf"^(?P<what>[{UPPER}][^;:?!\"]{{3,140}}?)\s(?:(?:ska|skal|skall|will be|has been|have been|had been|is being|ble"
    rf"|blev|blir|bliver|har|is|are|was|were"
    rf"|er)\s)?(?:also\s)?"
    r"(?P<verb>\w{3,20}(?:as|ades|ats|s|es|ed|et|t|es|built|led|run|made|des)|set up|carried out|drawn up"
    r"|put together|built up)\s(?:[\w ]{2,24}\s)??(?:gemensamt "
    r"|i fellesskap )?(?:av|af|by)\s"
    rf"(?P<who>(?:the |det |den )?[{UPPER}][^;:?!\"]{{2,120}}?)(?=[.,;(]|\s(?:och ska|och är|og skal|and will|som|som"
    rf"|i samarbete|under|for|för|med|in|i)\b|$)"
)
STARTED_WITH = quick(
    rf"\b(?P<what>(?:den|det|en|ett|the|an?)\s[\w-]{{4,40}}(?:\s(?:för|om|for)\s[\w -]{{3,60}})?)\s(?:som"
    rf"|which|that)\s(?:startats|startades|startade|etablerats|byggts|utvecklats|skapats|initierats"
    rf"|lanserats|was launched|er startet|blev startet)\s(?:tillsammans med|av|i samarbete med|with|by"
    rf"|sammen med|together with)\s(?P<who>[{UPPER}][\w&-]*(?: [{UPPER}][\w&-]*){{0,4}})"
)
WE = quick(
    rf"\b(?:(?:när|har|when) )?(?:vi på|we at|vi i)\s(?P<who>[{UPPER}][\w-]*)\s(?P<verb>{FORMS})\b"
    r"(?P<what>\s[^.]{8,200})"
)
WE_DID = quick(
    rf"^(?P<when>[^;:?!\"]{{4,60}}?)\s(?P<verb>{FORMS})\svi\s(?P<what>(?:ut |in |fram |upp |igenom |ihop )?(?:en|ett"
    rf"|et|ei|\d)[^;?!]{{6,200}})$"
)
AGREED = quick(
    r"\b(?:enige om|enats om|enades om|kommit överens om|kom överens om|agreed on|agreed to|enedes om)\s"
    r"(?P<what>(?:en|ett|et|a|an)\s[^.,;]{6,160})",
)
SEVERAL = quick(
    rf"^(?P<who>(?:{NUMBER_WORD}|[Ff]lera|[Ff]lere|[Ss]everal|\d{{1,3}})\s(?:[\w-]+\s)?[\w-]*(?:kommuner|regioner"
    rf"|myndigheter|skolor|skoler|universitet|universiteter|lärosäten|företag|bedrifter|virksomheder|fylkeskommuner"
    r"|organisationer|organisasjoner|museer|bibliotek|municipalities|regions|agencies|schools|universities"
    r"|companies)(?:\s(?:i"
    r"|in)\s[^.,;]{3,60}?)?)"
    r"\s(?:har (?:börjat|startat|inlett|gått ihop om|bestämt sig för att|begynt å|begynt med|startet|gått sammen om"
    r"|begyndt at|slået sig sammen om)|have (?:started|begun|joined)|ska|skal|will)\s(?:att |å |at "
    r"|to )?(?P<what>[^.;]{6,200})",
    re.IGNORECASE,
)
#: Who leads a body is told of the body, not an action.
BODY = quick(
    r"(?:gruppen|gruppa|rådet|kommittén|nämnden|delegationen|utskottet|styrelsen|kansliet|panelen|nätverket"
    r"|sekretariatet|utvalget|udvalget|styret|nettverket|netværket|committee|council|group|board|secretariat)$",
    re.IGNORECASE,
)
CUT = re.compile(
    r"(?:,\s|\s(?:för att|for å|for at|in order to|som|när|når|vilket|tillsammans med|sammen med|i samarbete med"
    r"|i samarbeid med"
    r"|i samarbejde med|together with|in cooperation with|med start|genom att|ved å|ved at|så att|slik at|så at)\s"
    r"|\s[–(])"
)
#: Not what somebody does, but what is so or was said.
NOT = quick(
    r"(?:g(?:ick|ikk|ik)(?!\s(?:igenom|gjennom|igennem))|låtit|säger|menar|tror|hoppas|anser|tycker|berättar|sier"
    r"|mener|håper|siger|mener|håber|says|believes|hopes|ställer sig|tar emot|tar del"
    r"|tar över|tog över|tar slut|ger en bild|ger uttryck|gör att|gör det|gör sig|håller med|håller på|håller kvar"
    r"|står för \d|gav besked"
    r"|tar ställning|lägger ner|lade ner|visar att|visade att|viste at|viser at|följer av|leder till|ledde till"
    r"|leder frem|fører til"
    r"|går igenom en|ser fram|tar tid|tog tid|tar lång|gav oss|gir oss|giver os|made it|makes it|made sure)\b",
    re.IGNORECASE,
)


#: Passive subjects that the page tells of elsewhere: the programme, its site, its bodies.
OWN = quick(
    r"(?:They|It|Den|Det|De|Dette|This|Detta|Denna)$|(?:[Dd]en |[Dd]et |[Tt]he )?\w*(?:programmet|programme|projektet"
    r"|prosjektet|project|uppdraget|oppdraget"
    r"|strategin|strategien|strategy|webbplatsen"
    r"|nettstedet|hjemmesiden|sidan|siden|nätverket|nettverket|netværket|network|satsningen|arbetet|arbeidet|arbejdet"
    r"|work|avtalet|planen"
    r"|rapporten|utredningen|boken|spørsmål \d|fråga \d|stafetten|initiativet|symposium|symposiet|seminariet"
    r"|seminaret|webbinariet|event|konferensen|konferansen|conference"
    r"|dagen|mötet|priset"
    r"|statistiken|texten|artikeln|kansliet|sekretariatet|secretariat|föreningen|bolaget|rådet)\b",
    re.IGNORECASE,
)
#: What says too little or is told as another kind of fact.
LITTLE = quick(
    r"(?:bidra\w*|bidrog|bidrar|contribut\w*)\s(?:till|til|to)\b|(?:bidra\w*|bidrog|avsätter|avsatte|avsetter"
    r"|afsætter|betalar|betaler|ger|gir|giver|satsar"
    r"|skjuter till|beviljar|bevilger|contributes?|provides?|allocates?)\s(?:med\s|with\s)?(?:ytterligare\s"
    r"|upp till\s|cirka\s|ca\s)?\d[\d ,.]*"
    r"\s?(?:kr|mkr|miljon|mill|mio|euro|SEK|NOK|DKK|EUR|tusen|million)|erbjud\w* sig|samverka\w*\b|samarbe\w*\smed"
    r"|samråd\w*\smed|f[öø]l[jg]\w*\s(?:upp\s|op\s|opp\s)?(?:arbe\w+|frågan|arbetet|utvecklingen|strategin|planen"
    r"|upp\s\w+$)"
    r"|(?:leder|ledet|led|leads?|samordnar|koordinerer|coordinates?|ansvarar för|driver)\s(?:arbetet|arbeidet"
    r"|arbejdet|programmet|projektet"
    r"|prosjektet|the work|the programme|the project|uppdraget|satsningen)|(?:ansvarar|svarar|står) för att|inhämta"
    r"|bär\b|\w+\s(?:initiativ(?:et)? til|initiativ till)"
    r"|(?:inrätta|bilda|tillsatte|tillsätt|oppnevn|nedsatte|nedsætt|opprett)\w*\s[\w ]{0,20}(?:rådet|råd|gruppen"
    r"|grupp|kommittén|nämnden|utvalg|udvalg)\b"
    r"|bjud\w* in|inbjud|invit|håll\w*\s(?:ett möte|möte)|hosts? the day|håller (?:till|öppet|hus)|har\s|tar (?:emot"
    r"|del|plats|ansvar|ställning)"
    r"|ta(?:r|ge|ger|kes)? (?:del|part)|tog (?:del|emot|över)|deltar|leverer\w* varen|står värd|underteckna"
    r"|undertegne|signe|skr[ei]v\w*\b.{0,40}\b(?:under|på)\b",
    re.IGNORECASE,
)


#: "The agreement means that the agency prepares ..."
MEANS = quick(
    r"^[^;:?!\"]{3,80}?\s(?:innebär(?: bl\.a\.| bland annat| också)?|betyder|innebærer|indebærer|medfører|means"
    r"|går ut på|bestämdes|beslutades|beslutade|bestämde|enades om|ble bestemt|blev besluttet|ble besluttet|decided"
    r"|agreed)"
    r"(?:\s(?:också|även|også|also|därför))?\s(?:att|at|that)\s(?P<what>.{12,300})$"
)
