package redact

// namingFields are names of fields, and of options of commands, that hold the name of something, with what it is.
var namingFields = func() map[string]Kind {
	m := map[string]Kind{}
	add := func(k Kind, words map[string]bool) {
		for w := range words {
			m[w] = k
		}
	}
	add(Host, wordSet(`host hostname node nodename server servername instance machine computer cimsession pssession vmhost vm lpar sysname sys sysid system peer upstream broker worker box device router switch gateway gw cluster printer drucker
		imprimante rechner nodo noeud servidor serveur hypervisor chassis rack ap station runner agent builder standby jump bastion puesto`))
	add(Codename, wordSet(`service svc app application component project codename product db database dbname schema dataset datasource pool queue topic exchange channel stream bucket index namespace ns
		repo repository pipeline job dag workflow task cronjob release chart stack stage tenant env environment realm feature flag deployment workload unit profile program programa projekt projet`))
	add(Place, wordSet(`site pop dc datacenter datacentre colo city town location loc office country standort ciudad ville stadt campus facility`))
	add(Other, wordSet(`store shop branch filiale base depot crew driver rider vehicle truck tram train zug flight leg route tour tail plate customer client kunde cliente account acct member patient ward bed room
		order ticket case batch lot rollout change campaign mandate contract policy terminal till kasse pos meter sensor tag area zone line track gate dock quai lane bay shelf bin colis parcel parcelid shipment consignment
		container trunk circuit link cell carrier merchant merchantid mid tid card device serial sn ray pass orbit sat satellite norad experiment run sample specimen accession study user owner operator who by actor author
		assignee approver approved requester member dest destination origin src source target facility plant pump tank well reservoir tenantid group team squad org organization organisation company firm vendor partner supplier`))
	return m
}()

// plainFields are names of fields whose values are terms, states and measures.
var plainFields = wordSet(`level lvl severity sev status state code err error errno reason type kind class mode method verb proto protocol format fmt version ver v sw fw hw lang language locale encoding charset tz unit
	msg message event action op operation cmd command result rc ret retval outcome phase step cause signal sig caller logger thread tid pid ppid file line func function module path uri url query sql table column
	cipher algo algorithm alg hash digest checksum sum etag codec image tag tpl template media mime content accept encoding compression model os arch platform kernel driver abend cc cond flags flag opts options
	ts time timestamp date day start end from to until since ttl size len length count total n num max min avg mean p50 p95 p99 rate ratio pct lag latency duration took elapsed rss mem cpu disk io color colour
	shell term charset dir src dst in out dev mtu vlan port ip addr address mask gateway metric score seed lr epoch loss acc key value val default enabled disabled true false bool`)

// plainValue are values that name nothing.
var plainValue = wordSet(`true false yes no none null nil nan ok on off all any each default unknown local self other auto main master primary secondary standby active inactive enabled disabled prod production
	staging dev test qa uat live blue green red public private internal external admin root system user manual automatic input output in out up down left right new old high low medium first last
	read write readonly master slave leader follower error warning info debug success failed failure running stopped pending done finished timeout me us them hand nobody everyone reason http https tcp udp`)

// nameNouns stand before the name or the number of something of one's own.
var nameNouns = func() map[string]Kind {
	m := map[string]Kind{}
	add := func(k Kind, words map[string]bool) {
		for w := range words {
			m[w] = k
		}
	}
	add(Host, wordSet(`box host node server machine vm router switch rechner knoten cluster firewall hypervisor printer drucker imprimante lpar sysplex nodo noeud servidor serveur serwer máquina maquina imprimante imprimantă
		station puesto robot roboter appliance gateway broker replica primary`))
	add(Codename, wordSet(`base datenbank bdd banco baza service daemon deployment registry repo repository database schema keyspace bucket topic queue namespace project codename projekt projet proyecto projeto progetto dienst application anwendung pipeline dag
		job cronjob warehouse wh role microservice componente componentă serviço servicio module programm chart tenant mandant dataset`))
	add(Team, wordSet(`team tim squad équipe equipe equipo tribe guild l'équipe zespół grupa`))
	add(Org, wordSet(`customer client kunde cliente client klient vendor supplier partner merchant lieferant fournisseur proveedor fornecedor carrier`))
	add(Other, wordSet(`store shop branch filiale filial tienda loja magasin crew train zug tren trem tram bus flight vol vuelo voo flug leg tour route linie line ligne linea line reservoir tank pump pumpe pompe bomba well station
		umspannwerk substation feeder ward room bed zimmer sala salle rider driver fahrer vehicle fahrzeug truck lkw tail plate terminal till kasse kassa caja caisse meter zähler sensor tag area zone gate dock quai quay muelle rampe bay
		lane shelf batch lot charge lote order auftrag pedido commande ticket case fall caso rollout roll-out change pass orbit satellite sat experiment run sample probe muestra accession study patient container trunk circuit cell
		sector site standort sitio unit anlage building gebäude hall halle hangar platform gleis quai rack row cabinet schrank panel breaker relay loop valve ventil vanne crane kran berth vessel ship schiff navire buque shift schicht id nr no number nummer número numero serial`))
	return m
}()

// databases are nouns after which a name with an underscore is that of a database.
var databases = wordSet("base database schema keyspace datenbank bdd banco baza basen databasen veritabanı warehouse dataset")

// numberedNouns are those after which a bare number is a name.
var numberedNouns = wordSet(`store shop branch filiale filial tienda loja magasin crew train zug tren trem flight vol vuelo voo flug rider driver fahrer vehicle fahrzeug truck lkw terminal meter zähler order auftrag pedido commande ticket case fall tag
	caso rollout roll-out change pass orbit satellite sat accession patient container umspannwerk substation serial id nr no number nummer número numero job batch lot charge lote tour`)

// callings stand before a name that somebody gave to something.
var callings = wordSet(`called named nicknamed codenamed dubbed name names nickname codename nom nome nombre namens genannt heisst heißt nennen calls nennt s'appelle appelle appelé appelée llamado llamada llama chamado chamada
	chama chiamato chiamata chiama nazywa heter hedder heet genaamd alias aka`)

// among stand between such a word and the name.
var among = wordSet(`bei uns uns hier intern internally here us we it him her them chez nous nosotros nós da noi u nas hos oss bij ons`)

// orgTails end the names of companies, in capitals.
var orgTails = wordSet("tv fm ix ag ab as sa hq uk usa us eu de")

// siteEnds after a word make it a place.
var siteEnds = wordSet("office site dc datacenter datacentre warehouse campus plant branch depot lab floor cage hall colo")
