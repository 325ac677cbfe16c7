"""Verbs for what an organisation undertakes: to make, build, examine, teach, pay for, set up, hand over."""

from __future__ import annotations

from typing import Final

from docreader.text.triggers import first_words, quick
from docreader.text.words import words

#: Swedish verbs that go like "starta": the stem without its -a.
_SV_AR = words("""
    start lanser kartlägg utveckl skap samordn finansier etabler publicer test installer inventer utvärder analyser
    digitaliser renover restaurer planter översätt lever genomför initier bild producer utarbet upphandl formuler
    organiser projekter rekryter utbild fortbild förbättr samarbet planer sats avsätt byggt tillhandahåll skick
    sammanställ dokumenter registrer märk öppn invig anläg återställ rens kalk moderniser uppgrader pilot prov avveckl
    byt ersätt presenter utlys fördel bevilj dela låna ordn erbjud garanter granska utlokaliser rusta rust samla saml
    omvandl flytt koppl anslut simuler modeller standardiser spara bygg kartera program kvalitetssäkr komplett
    arranger förbered effektiviser automatiser etikett städ bärg fiska utsätt mät sänd skriv lans arbet bekost stött
    stöd utrust trycka tryck distribuer visa ställa integrer anpass övervak följ upphand införskaff säkr förstärk
    gallr röj övar öva återinför etabler inrätt utforsk kraftsaml forska undersök beräkn beslut enas underteckn
    """)
_SV_OTHER = (
    r"bygger|byggde|byggt|bygga|tar|tog|tagit|ta|utreder|utredde|utrett|utreda|leder|ledde|lett|leda|driver|drev"
    r"|drivit|driva"
    r"|genomför|genomförde|genomfört|genomföra|inför|införde|infört|införa|anlägger|anlade|anlagt|anlägga|kartlägger"
    r"|kartlade"
    r"|kartlagt|kartlägga|undersöker|undersökte|undersökt|undersöka|sammanställer|sammanställde|sammanställt"
    r"|sammanställa"
    r"|översätter|översatte|översatt|översätta|avsätter|avsatte|avsatt|avsätta|återställer|återställde|återställt"
    r"|återställa"
    r"|ersätter|ersatte|ersatt|ersätta|byter|bytte|bytt|byta|rustar|rustade|rustat|rusta|sätter|satte|satt|sätta"
    r"|lägger|lade"
    r"|la|lagt|lägga|ger|gav|gett|givit|ge|delar|delade|delat|dela|håller|höll|hållit|hålla|ställer|ställde|ställt"
    r"|ställa"
    r"|slår|slog|slagit|slå|gräver|grävde|grävt|gräva|river|rev|rivit|riva|köper|köpte|köpt|köpa|hyr|hyrde|hyrt|hyra"
    r"|gör"
    r"|gjorde|gjort|göra|ser över|såg över|sett över|se över|följer|följde|följt|följa|erbjuder|erbjöd|erbjudit|erbjuda"
    r"|stödjer|stöder|stödde|stött|stödja|anordnar|anordnade|bidrar|bidrog|bidragit|bidra|bistår|bistod|bistått|bistå"
    r"|föreslår|inhämta|inhämtar|skriver|skrev|skrivit|skriva|sprider|spred|spridit|sprida|trycker|tryckte|tryckt"
    r"|trycka"
    r"|väljer ut|utser|utsåg|utse|förlänger|förlängde|förlängt|förlänga|bjuder|bjöd|bjudit|bjuda|betalar|betalade"
    r"|betalat"
    r"|betala|sänder|sände|sänt|sända|utökar|utökade|utökat|utöka|höjer|höjde|höjt|höja|minskar|minskade|minskat|minska"
    r"|ökar|ökade|ökat|öka|flyttar|flyttade|flyttat|flytta|stänger|stängde|stängt|stänga|prövar|prövade|prövat|pröva"
    r"|övar|övade|övat|öva|mäter|mätte|mätt|mäta|väger|räknar|räknade|räkna|beräknar|beräknade|beräkna|sköter|skötte"
    r"|sköta"
    r"|ansvarar för|svarar för|står för|stod för|slutför|slutförde|slutfört|slutföra|påbörjar|påbörjade|påbörjat"
    r"|påbörja"
    r"|inleder|inledde|inlett|inleda|upprättar|upprättade|upprättat|upprätta|utformar|utformade|utforma|tecknar"
    r"|tecknade"
    r"|tecknat|teckna|lämnar|lämnade|lämnat|lämna|överlämnar|överlämnade|överlämnat|överlämna|förser|försåg|förse"
    r"|utfärdar"
    r"|reviderar|reviderade|reviderat|revidera|uppdaterar|uppdaterade|uppdaterat|uppdatera|provar|provade|provat|prova"
    r"|sällar|odlar|odlade|odla|släpper|släppte|släppt|släppa|bevarar|bevarade|bevara|räddar|räddade|rädda|skannar"
    r"|skannade|skanna|arkiverar|arkiverade|arkivera|spelar in|spelade in|filmar|filmade|redovisa|rapportera|bistå"
    r"|verka för"
)
_NB = (
    r"starter|startet|starta|bygger|bygde|bygget|bygge|leder|ledet|lede|utvikler|utviklet|utvikle|utarbeider|utarbeidet"
    r"|utarbeide|lager|laget|lage|laga|kartlegger|kartla|kartlagt|kartlegge|gjennomfører|gjennomførte|gjennomført"
    r"|gjennomføre"
    r"|gjennomgår|gikk gjennom|etablerer|etablerte|etablert|etablere|oppretter|opprettet|opprette|lanserer|lanserte"
    r"|lansert"
    r"|lansere|finansierer|finansierte|finansiert|finansiere|tester|testet|teste|prøver ut|prøvde ut|prøve ut|måler"
    r"|målte"
    r"|måle|undersøker|undersøkte|undersøkt|undersøke|utreder|utredet|utrede|samler inn|samlet inn|samle inn|sender"
    r"|sendte"
    r"|sendt|sende|gir|ga|gitt|gi|tilbyr|tilbød|tilbudt|tilby|koordinerer|koordinerte|koordinere|følger|fulgte|fulgt"
    r"|følge"
    r"|evaluerer|evaluerte|evaluert|evaluere|restaurerer|restaurerte|restaurere|setter|satte|satt|sette|legger|la|lagt"
    r"|legge|tar|tok|tatt|ta|holder|holdt|holde|arrangerer|arrangerte|arrangere|skriver|skrev|skrevet|skrive"
    r"|digitaliserer"
    r"|digitaliserte|digitalisere|overvåker|overvåket|overvåke|bevilger|bevilget|bevilge|oversetter|oversatte|oversette"
    r"|innfører|innførte|innført|innføre|installerer|installerte|installere|utdanner|utdannet|utdanne|kjøper|kjøpte"
    r"|kjøpe"
    r"|rydder|ryddet|rydde|planter|plantet|plante|åpner|åpnet|åpne|leverer|leverte|levert|levere|revider\w+|bidrar"
    r"|bidro"
    r"|bidra|bistår|bistå|publiserer|publiserte|publisere|analyserer|analyserte|analysere|opplærer|kurser|dekker|dekke"
    r"|betaler|betalte|betale|setter av|satte av|sette av|ber inn|driver|drev|drive|forlenger|forlenge|øker|økte|øke"
    r"|sørge for|sørger for|delta|stille|stiller|gikk|gick|gik"
)
_DA = (
    r"starter|startede|startet|starte|bygger|byggede|bygget|bygge|leder|ledede|lede|udvikler|udviklede|udviklet|udvikle"
    r"|udarbejder|udarbejdede|udarbejdet|udarbejde|laver|lavede|lavet|lave|kortlægger|kortlagde|kortlagt|kortlægge"
    r"|gennemfører|gennemførte|gennemført|gennemføre|etablerer|etablerede|etableret|etablere|opretter|oprettede"
    r"|oprettet"
    r"|oprette|lancerer|lancerede|lanceret|lancere|finansierer|finansierede|finansieret|finansiere|tester|testede"
    r"|testet"
    r"|teste|afprøver|afprøvede|afprøve|måler|målte|måle|undersøger|undersøgte|undersøgt|undersøge|udreder|indsamler"
    r"|indsamlede|indsamlet|indsamle|sender|sendte|sendt|sende|giver|gav|givet|give|tilbyder|tilbød|tilbudt|tilbyde"
    r"|koordinerer|koordinerede|koordinere|følger|fulgte|fulgt|følge|evaluerer|evaluerede|evalueret|evaluere"
    r"|restaurerer"
    r"|sætter|satte|sat|sætte|lægger|lagde|lagt|lægge|tager|tog|taget|tage|holder|holdt|holde|arrangerer|arrangerede"
    r"|skriver|skrev|skrevet|skrive|digitaliserer|digitaliserede|overvåger|overvågede|overvåge|bevilger|bevilgede"
    r"|bevilget"
    r"|oversætter|oversatte|oversætte|indfører|indførte|indført|indføre|installerer|installerede|installere|uddanner"
    r"|uddannede|uddanne|køber|købte|købe|rydder|ryddede|rydde|planter|plantede|plante|åbner|åbnede|åbne|leverer"
    r"|leverede"
    r"|leveret|levere|bidrager|bidrog|bidrage|bistår|bistå|udgiver|udgav|udgivet|udgive|indretter|indrettede|indrettet"
    r"|indrette|afsætter|afsatte|afsat|afsætte|analyserer|analyserede|analysere|renoverer|renoverede|renovere|dækker"
    r"|betaler|betalte|betale|driver|drev|drive|forlænger|forlængede|forlænge|sørge for|sørger for|stille|stiller"
    r"|samler|samlede|samlet|samle|afprøvede"
)
_EN = (
    r"starts?|started|builds?|built|leads?|led|develops?|developed|prepares?|prepared|makes?|made|maps?|mapped"
    r"|conducts?"
    r"|conducted|carry|carries|carried|sets? up|establish(?:es|ed)?|launch(?:es|ed)?|funds?|funded|finances?|financed"
    r"|tests?"
    r"|tested|trials?|trialled|measures?|measured|stud(?:y|ies|ied)|investigates?|investigated|collects?|collected"
    r"|sends?|sent"
    r"|gives?|gave|given|offers?|offered|coordinates?|coordinated|evaluates?|evaluated|restores?|restored|organi[sz]es?"
    r"|organi[sz]ed|writes?|wrote|written|digiti[sz]es?|digiti[sz]ed|monitors?|monitored|grants?|granted|translates?"
    r"|translated|introduces?|introduced|installs?|installed|trains?|trained|buys?|bought|plants?|planted|opens?|opened"
    r"|delivers?|delivered|contributes?|contributed|publish(?:es|ed)?|analy[sz]es?|analy[sz]ed|provides?|provided"
    r"|produces?"
    r"|produced|drafts?|drafted|compiles?|compiled|examines?|examined|creates?|created|runs?|ran|manages?|managed"
    r"|hosts?"
    r"|designs?|designed|upgrades?|upgraded|supports?|supported|undertakes?|undertook|surveys?|surveyed|assists?"
    r"|assisted"
    r"|submits?|submitted|presents?|presented|awards?|awarded|appoints?|appointed|draws? up|drew up|replaces?|replaced"
)


def _swedish() -> str:
    stems = "|".join(sorted(set(_SV_AR), key=len, reverse=True))
    return rf"(?:{stems})(?:ar|ade|at|a)"


FORMS: Final = rf"(?:{_swedish()}|{_SV_OTHER}|{_NB}|{_DA}|{_EN})"
#: The first words of all of them, one of which every such sentence holds.
DEED_WORDS: Final = first_words(FORMS.removeprefix("(?:").removesuffix(")").replace(r"\w+", "e")) | {
    "revidert",
    "revideret",
    "reviderte",
}
#: "to be", "to have" and the like after "ska": what is wished, not undertaken.
STATE: Final = quick(
    r"(?:vara|bli|ha|få|kunna|finnas|gälla|börja gälla|bära|innebära|betyda|leda till|omfatta|bestå|vilja|behöva"
    r"|märkas|ske"
    r"|ingå|medföra|räcka|kosta|växa|komma|gå|stå|heta|känna|tro|veta|se|höra|bo|leva|være|bli|blive|ha|have|få|kunne"
    r"|gjelde|gælde"
    r"|innebære|indebære|koste|vokse|komme|gå|stå|vite|vide|be|have|become|get|need|mean|cost|grow|come|go|know|see"
    r"|apply)\b"
)
