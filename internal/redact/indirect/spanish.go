package indirect

const (
	oficio   = `(?:administrador(?:a)?|admin|ingenier[oa]|desarrollador(?:a)?|dba|persona|técnic[oa]|expert[oa]|mujer|hombre|compañer[oa]|colega|especialista|responsable|enfermer[oa]|analista|arquitect[oa]|electricista|farmacéutic[oa]|contable|docente)`
	númeroEs = `(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{1,2})`
)

var spanish = []rule{
	{
		kind: Role, cues: "único única", say: "alguien del equipo",
		pattern: `((?:\b(?:nuestr[oa]|el|la|mi|su) )(?:únic[oa]) (?:` + oficio + `(?: de [\p{L}]+)?|que (?:sabe|sabía|conoce|conocía|entiende|entendía)(?: [\p{L}]+){1,3}))`,
		finds:   []string{"Desperté a ⟦nuestro único administrador de redes⟧."},
		leaves:  []string{"la única opción", "el único nodo"},
	},
	{
		kind: Role, cues: "becario becaria practicante aprendiz pasante", say: "alguien del equipo",
		pattern: `\b((?:el|la|un|una|nuestr[oa]|mi) (?:nuev[oa] )?(?:becari[oa]|practicante|aprendiz|pasante))\b`,
		finds:   []string{"⟦La becaria⟧ había"},
		leaves:  []string{"las prácticas"},
	},
	{
		kind: Tenure, cues: "semana día mes año noche guardia turno jornada", say: "al principio",
		pattern: `\b((?:(?:en|durante) )?(?:mi|su) (?:primer|primera|segunda|segundo|tercera|tercer|cuarta|última|último) (?:semana|día|mes|año|noche|guardia|turno|jornada))\b`,
		finds:   []string{"estaba ⟦en su tercera semana⟧ y", "Era ⟦mi primera guardia⟧ y"},
		leaves:  []string{"la primera semana", "su primera consulta"},
	},
	{
		kind: Tenure, cues: "llegó entró lleva llevaba nuevo nueva prueba jubilarse jubilación dejó", say: "hace poco",
		pattern: `\b((?:llegó|entró|se incorporó) hace [\p{L}\d]+ (?:días|semanas|meses|años)|llev(?:a|aba) [\p{L}\d]+ (?:días|semanas|meses|años) (?:con nosotros|en el equipo|aquí|en la empresa)|nuev[oa] en el equipo|en periodo de prueba|a punto de jubilarse|dejó la empresa)`,
		finds:   []string{"era ⟦nueva en el equipo⟧.", "⟦llegó hace dos semanas⟧"},
		leaves:  []string{"lleva dos días caído", "llegó el mensaje"},
	},
	{
		kind: Origin, cues: pueblosCues, say: "alguien del equipo",
		pattern: `\b((?:el|la|un|una|nuestr[oa]|mi|los|las) (?:compañer[oa]s?|colega|desarrollador(?:a)?|ingenier[oa]|técnic[oa]|client[ea]|equipo|oficina|mujer|hombre|becari[oa]|proveedor|chic[oa]) (?:` + pueblos + `))\b`,
		finds:   []string{"⟦El compañero argentino⟧ tradujo"},
		leaves:  []string{"el teclado español", "la letra alemana"},
	},
	{
		kind: Origin, cues: "acento", say: "la forma de hablar",
		pattern: `\b((?:su|mi|con|el|un|por el) (?:fuerte )?acento(?: [\p{L}]+(?:ano|ino|és|uz|eño|ego))?)\b`,
		finds:   []string{"por ⟦su acento andaluz⟧"},
		leaves:  []string{"acentos graves"},
	},
	{
		kind: Health, cues: "baja enfermo enferma embarazada migraña fiebre gripe operación hospital depresión médica", say: "no disponible",
		pattern: `\b((?:estaba |está )?de baja(?: médica| por enfermedad| maternal)?|(?:estaba |estoy |está )?(?:enferm[oa]|embarazada)|en el hospital|(?:una|mi|su|con|tenía) (?:migraña|fiebre|gripe|depresión))\b`,
		finds:   []string{"⟦estaba de baja⟧."},
		leaves:  []string{"la baja del nodo", "baja latencia"},
	},
	{
		kind: Trait, cues: "hija hijo hijos hijas mujer esposa esposo marido bebé gemelos madre padre pareja novia novio boda divorcio entierro daltónico daltónica ruedas", say: "alguien en casa",
		pattern: `\b((?:mi|mis|su|sus|nuestr[oa]s?) (?:pequeñ[oa] )?(?:hij[oa]s?|mujer|espos[oa]|marido|bebé|gemel[oa]s|madre|padre|pareja|novi[oa]|boda|divorcio)|daltónic[oa]|en silla de ruedas)\b`,
		finds:   []string{"porque ⟦mi hija⟧ lloraba"},
		leaves:  []string{"el hijo del proceso", "el proceso padre"},
	},
	{
		kind: Group, cues: "equipo somos éramos personas", say: "un equipo pequeño",
		pattern: `\b((?:un|nuestro) (?:pequeño )?equipo de ` + númeroEs + `(?: personas)?|(?:somos|éramos) (?:solo |sólo )?` + númeroEs + `|una de las ` + númeroEs + ` personas(?: que(?: [\p{L}]+){1,2})?)\b`,
		finds:   []string{"Somos ⟦un equipo de tres⟧, no"},
		leaves:  []string{"tres de seis réplicas", "un equipo de guardia"},
	},
	{
		kind: Place, cues: "planta piso sótano capital lago río costa frontera estación aeropuerto puerto isla montaña catedral", say: "en una de nuestras sedes",
		pattern: `\b((?:en|a) (?:la|el) (?:primera?|segund[ao]|tercera?|tercer|cuart[ao]|quint[ao]|sext[ao]|última?) (?:planta|piso)|en el sótano|(?:junto al?|cerca del?|detrás de|a orillas del?|en|al otro lado de) (?:la |el )?(?:capital|lago|río|costa|frontera|estación de tren|aeropuerto|isla|montaña|catedral))\b`,
		finds:   []string{"está ⟦en la tercera planta⟧."},
		leaves:  []string{"la capital inicial"},
	},
	{
		kind: Incident, cues: "estado noticias prensa periódico periódicos televisión radio twitter comunicado periodista caída", say: "conocido fuera",
		pattern: `\b((?:nuestra|la|su|una) página de estado|en (?:las noticias|la prensa|los periódicos|la televisión|la radio|twitter)|un comunicado de prensa|un(?:a)? periodista|la caída de (?:aws|cloudflare|azure|google|github|microsoft))\b`,
		finds:   []string{"en ⟦nuestra página de estado⟧."},
		leaves:  []string{"el estado del nodo"},
	},
	{
		kind: Calendar, cues: "trimestre cierre rebajas final elecciones huelga vacaciones festivo puente navidad navidades reyes ramadán semana día carnaval fallas feria clásico derbi", say: "un momento especial",
		pattern: `\b(cierre (?:de|del) (?:trimestre|ejercicio|año|mes)|fin de trimestre|(?:las )?rebajas(?: de [\p{L}]+)?|(?:de |tras |durante )?la (?:semi)?final(?: de la [\p{L}]+| del [\p{L}]+)?\b(?: de (?:copa|liga|la copa))?|(?:las|noche de|tras las) elecciones|la huelga(?: [\p{L}]+)?|las vacaciones escolares|(?:un|día) festivo|el puente de [\p{L}]+|(?:en|antes de|durante|por) (?:navidad(?:es)?|semana santa|reyes|ramadán|el ramadán|carnaval)|el (?:clásico|derbi))`,
		finds:   []string{"en pleno ⟦cierre de trimestre⟧."},
		leaves:  []string{"cierre de sesión", "La parte final"},
	},
	{
		kind: Shift, cues: "turno guardia", say: "de servicio",
		pattern: `\b((?:el |mi |su )?(?:turno de (?:noche|mañana|tarde)|cambio de turno))\b`,
		finds:   []string{"tenía ⟦el turno de noche⟧ y"},
		leaves:  []string{"por turnos"},
	},
	{kind: Speech, cues: "che boludo güey wey órale ahorita", say: "oye", pattern: `\b(che|boludo|güey|wey|órale|ahorita)\b`,
		sayFor: func(words string) string {
			return map[string]string{"ahorita": "ahora", "órale": "de acuerdo"}[words]
		},
		finds: []string{"lo hago ⟦ahorita⟧"}, leaves: []string{"ahora"}},
}

const (
	pueblosCues = `argentino argentina mexicano mexicana chileno chilena colombiano colombiana peruano peruana venezolano venezolana alemán alemana
		francés francesa portugués portuguesa italiano italiana inglés inglesa catalán catalana vasco vasca gallego gallega andaluz andaluza
		brasileño brasileña ruso rusa ucraniano ucraniana polaco polaca rumano rumana marroquí chino china japonés japonesa indio india
		estadounidense español española cubano cubana uruguayo uruguaya`
	pueblos = `argentin[oa]|mexican[oa]|chilen[oa]|colombian[oa]|peruan[oa]|venezolan[oa]|alem[aá]na?|frances[a]?|francés|portugues[a]|portugués|italian[oa]|ingles[a]|inglés|catal[aá]na?|vasc[oa]|galleg[oa]|andaluza?|brasileñ[oa]|rus[oa]|ucranian[oa]|polac[oa]|ruman[oa]|marroquí|chin[oa]|japones[a]|japonés|indi[oa]|estadounidense|español[a]?|cuban[oa]|uruguay[oa]`
)
