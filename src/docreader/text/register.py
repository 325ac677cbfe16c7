"""Data: public bodies in the Nordic countries and the short forms everybody uses. Public registers, nothing else.

One row an organisation: its name, then its abbreviations and other spellings.
"""

from typing import Final

from docreader.text.words import words

ORGANISATIONS: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(part.strip() for part in row.split("|"))
    for row in """
Arbetsförmedlingen|AF
Arbetsmiljöverket|AV
Bolagsverket
Boverket
Brottsförebyggande rådet|Brå
Business Sweden
Almi|Almi Företagspartner
Almi Invest
Centrala studiestödsnämnden|CSN
Diskrimineringsombudsmannen|DO
Domstolsverket|DV
E-hälsomyndigheten|EHM|eHM
Ekobrottsmyndigheten|EBM
Ekonomistyrningsverket|ESV
Elsäkerhetsverket
Energimarknadsinspektionen|Ei
Energimyndigheten|Statens energimyndighet
Etikprövningsmyndigheten
Exportkreditnämnden|EKN
Finansinspektionen|FI
Folkhälsomyndigheten|Fohm|FoHM|FHM
Formas|Forskningsrådet Formas
Forte
Fortifikationsverket
Försvarsmakten|FM
Försvarets materielverk|FMV
Försäkringskassan|FK
Havs- och vattenmyndigheten|HaV
Hav- och vattenmyndigheten
Inera
Inspektionen för vård och omsorg|IVO
Inspektionen för strategiska produkter|ISP
Institutet för språk och folkminnen|Isof
Integritetsskyddsmyndigheten|IMY
Jordbruksverket|Statens jordbruksverk|SJV
Justitiekanslern|JK
Kammarkollegiet
Kemikalieinspektionen|KemI
Kommerskollegium
Konkurrensverket|KKV
Konsumentverket|KO
Kriminalvården
Kronofogdemyndigheten|Kronofogden|KFM
Kungliga biblioteket|KB
Kustbevakningen
Lantmäteriet|LM
Livsmedelsverket|SLV
Läkemedelsverket|LV
Länsstyrelsen|Lst|Länsstyrelserna
Migrationsverket
Myndigheten för delaktighet|MFD
Myndigheten för digital förvaltning|Digg|DIGG
Myndigheten för samhällsskydd och beredskap|MSB
Myndigheten för ungdoms- och civilsamhällesfrågor|MUCF
Myndigheten för vård- och omsorgsanalys|Vård- och omsorgsanalys
Myndigheten för yrkeshögskolan|MYH
Naturvårdsverket|NV
Patent- och registreringsverket|PRV
Pensionsmyndigheten
Polismyndigheten|Polisen
Post- och telestyrelsen|PTS
Regeringen
Regeringskansliet|RK
Riksantikvarieämbetet|RAÄ|RAA
Riksarkivet|RA
Riksdagen
Riksgälden|Riksgäldskontoret
Riksrevisionen
Rymdstyrelsen
Sida
SCB|Statistiska centralbyrån|Statistikmyndigheten SCB
SGU|Sveriges geologiska undersökning
Sjöfartsverket
Skatteverket|SKV
Skogsstyrelsen
Skolinspektionen
Skolverket|Statens skolverk
SMHI|Sveriges meteorologiska och hydrologiska institut
Socialstyrelsen|SoS
Specialpedagogiska skolmyndigheten|SPSM
Statens beredning för medicinsk och social utvärdering|SBU
Statens historiska museer|SHM
Statens institutionsstyrelse|SiS
Statens servicecenter|SSC
Statens veterinärmedicinska anstalt|SVA
Statskontoret
Strålsäkerhetsmyndigheten|SSM
Svensk nationell datatjänst|SND
Svenska institutet|SI
Svenska kraftnät|SvK
Svenska kyrkan
Swedac
Sveriges Kommuner och Regioner|SKR
Sveriges Kommuner och Landsting|SKL
Sveriges riksbank|Riksbanken
Tandvårds- och läkemedelsförmånsverket|TLV
Tillväxtanalys
Tillväxtverket|TVV
Totalförsvarets forskningsinstitut|FOI
Trafikanalys
Trafikverket|TRV
Transportstyrelsen
Tullverket
Universitets- och högskolerådet|UHR
Universitetskanslersämbetet|UKÄ
Upphandlingsmyndigheten
Vetenskapsrådet|VR
Verket för innovationssystem|Vinnova|VINNOVA
Vinnova
Affärsverket svenska kraftnät
RISE|Research Institutes of Sweden
eSam
Läkemedelsindustriföreningen|Lif|LIF
Swedish Medtech
SwedenBIO
Svenskt Näringsliv
Naturvetarna
Unionen
Vårdförbundet
Läkarförbundet|Sveriges läkarförbund
Saco
TCO
LO
Ingenjörsvetenskapsakademien|IVA|Kungl. Ingenjörsvetenskapsakademien
Kungl. Vetenskapsakademien|KVA
Sveriges universitets- och högskoleförbund|SUHF
Knut och Alice Wallenbergs Stiftelse|KAW
Stiftelsen för strategisk forskning|SSF
Region Blekinge
Region Dalarna
Region Gotland
Region Gävleborg
Region Halland
Region Jämtland Härjedalen|RJH
Region Jönköpings län|RJL
Region Kalmar län
Region Kronoberg
Region Norrbotten
Region Skåne
Region Stockholm|SLL|Stockholms läns landsting
Region Sörmland
Region Uppsala
Region Värmland
Region Västerbotten
Region Västernorrland
Region Västmanland
Region Örebro län
Region Östergötland
Västra Götalandsregionen|VGR|VG-regionen
Uppsala universitet|UU
Lunds universitet|LU
Göteborgs universitet|GU
Stockholms universitet|SU
Umeå universitet|UmU
Linköpings universitet|LiU
Karolinska Institutet|KI
Karolinska Universitetssjukhuset
Sahlgrenska Universitetssjukhuset|SU/Sahlgrenska
Sahlgrenska akademin
Akademiska sjukhuset
Skånes universitetssjukhus|SUS
Norrlands universitetssjukhus|NUS
Kungliga Tekniska högskolan|KTH
Chalmers|Chalmers tekniska högskola
Luleå tekniska universitet|LTU
Örebro universitet|ORU
Karlstads universitet|KaU
Linnéuniversitetet|LNU
Mittuniversitetet|MIUN
Malmö universitet|MaU
Mälardalens universitet|MDU
Sveriges lantbruksuniversitet|SLU
Blekinge tekniska högskola|BTH
Handelshögskolan i Stockholm
Högskolan Dalarna
Högskolan i Borås
Högskolan i Gävle
Högskolan i Halmstad
Högskolan i Skövde
Högskolan Väst
Högskolan Kristianstad
Jönköping University
Södertörns högskola
Försvarshögskolan|FHS
Gymnastik- och idrottshögskolan|GIH
Science for Life Laboratory|SciLifeLab
Digitaliseringsdirektoratet|Digdir
Difi|DIFI|Direktoratet for forvaltning og IKT
Helsedirektoratet|Hdir
Folkehelseinstituttet|FHI
Kartverket
Brønnøysundregistrene|Brreg
Statistisk sentralbyrå|SSB
Forskningsrådet|Norges forskningsråd
Innovasjon Norge
Direktoratet for e-helse
Legemiddelverket
Kommunesektorens organisasjon|KS
Universitetet i Oslo|UiO
Universitetet i Bergen|UiB
Norges teknisk-naturvitenskapelige universitet|NTNU
OsloMet
Oslo universitetssykehus|OUS
Helse Sør-Øst
Helse Vest
Helse Midt-Norge
Helse Nord
NAV
Digitaliseringsstyrelsen
Sundhedsstyrelsen
Sundhedsdatastyrelsen
Lægemiddelstyrelsen
Styrelsen for Dataforsyning og Infrastruktur
Kommunernes Landsforening|KL
Danske Regioner
Region Hovedstaden
Region Sjælland
Region Syddanmark
Region Midtjylland
Region Nordjylland
Københavns Universitet|KU
Aarhus Universitet|AU
Syddansk Universitet|SDU
Aalborg Universitet|AAU
Danmarks Tekniske Universitet|DTU
Rigshospitalet
Danmarks Statistik|DST
Novo Nordisk Fonden
Europeiska kommissionen|EU-kommissionen|European Commission
European Medicines Agency|EMA
World Health Organization|WHO|Världshälsoorganisationen
OECD
Nordiska ministerrådet|Nordic Council of Ministers|Nordisk ministerråd
NordForsk
Nordic Innovation
""".strip().splitlines()
)

COUNTRIES: Final = words("""
    Sverige Norge Danmark Finland Island Färöarna Grönland Åland Storbritannien Tyskland Frankrike
    Nederländerna Belgien Estland Lettland Litauen Polen Spanien Portugal Italien Schweiz Österrike Irland
    Indien Kina Japan Sydkorea Kanada USA Australien Brasilien Singapore Sweden Norway Denmark Iceland
    Germany France Netherlands Belgium Estonia Latvia Lithuania Poland Spain Italy Switzerland Austria
    Ireland India China Japan Canada Brazil Tyskland Frankrig Frankrike Storbritannia Island Nederland Kenya
    Rwanda Ukraina Ukraine Luxemburg Tjeckien Ungern Grekland Kroatien
    """) | {"United Kingdom", "South Korea", "United States", "Förenade Arabemiraten", "UK"}

#: Cities and counties often met as places of meetings.
PLACES: Final = words("""
    Stockholm Göteborg Malmö Uppsala Lund Linköping Umeå Örebro Västerås Norrköping Helsingborg Jönköping
    Luleå Sundsvall Östersund Karlstad Växjö Kalmar Halmstad Gävle Falun Borås Eskilstuna Solna Södertälje
    Kista Visby Skellefteå Kiruna Kristianstad Karlskrona Trollhättan Skövde Nyköping Härnösand Almedalen
    Sigtuna Huddinge Mölndal Bryssel Oslo Bergen Trondheim Stavanger Tromsø Kristiansand Drammen Halden
    Hamar Lillehammer Bodø Gardermoen København Köpenhamn Copenhagen Aarhus Odense Aalborg Roskilde Esbjerg
    Horsens Kolding Helsingfors Helsinki Reykjavik Reykjavík Östergötland Västergötland Skåne Halland
    Småland Norrbotten Västerbotten Dalarna Gotland Värmland Blekinge Gästrikland Hälsingland Jämtland
    Härjedalen Medelpad Närke Sörmland Södermanland Uppland Västmanland Västernorrland Ångermanland Öland
    Gävleborg Kronoberg Bohuslän Dalsland Norrland Svealand Götaland Finnmark Troms Nordland Trøndelag
    Rogaland Vestland Agder Telemark Vestfold Buskerud Innlandet Viken Østfold Akershus Jylland Sjælland Fyn
    Bornholm Åbo Tammerfors Gothenburg Brussels London Berlin Paris Geneva Genève Dubai Bonn Basel Boston
    Tokyo Osaka Arlanda Vasa Oulu Turku Espoo Tampere Viborg Vejle Fredericia Nyborg Hamburg Wien Vienna
    Haag Amsterdam Madrid
    """)
