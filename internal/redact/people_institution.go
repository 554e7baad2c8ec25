package redact

import "strings"

// An institution is often called by nothing but the common noun for what it is, with a capital: the Commission, the
// Bank. Its whole name is that noun and what it is of: Bank of the Lagoons.

// institutionNouns are what institutions are. German writes them all with a capital anyway, so they say nothing there.
var institutionNouns = nameSet(`bank commission ministry authority foundation council trust agency department institute university college
	hospital board consortium federation committee chamber union assembly parliament court bureau exchange academy society museum archive archives
	church parish diocese observatory school airport port harbour harbor treasury senate inspectorate regulator ombudsman embassy
	consulate municipality prefecture county district province association syndicate cooperative league club laboratory clinic
	refinery mill mine depot shipyard brewery distillery monastery abbey cathedral library lottery secretariat directorate registrar registry ombudsman
	banco banque banca comisión comissão commissione ministerio ministério ministère ministero fundación fundação fondation fondazione
	consejo conselho conseil consiglio agencia agência agence agenzia universidad universidade université università instituto institut
	istituto ayuntamiento ajuntament prefeitura câmara mairie préfecture comune gemeente ministerie stichting diputación generalitat
	gobierno governo xunta consejería secretaría secretaria tribunal hospital hôpital ospedale colegio colégio collège escuela escola
	école scuola biblioteca bibliothèque museo musée museu obispado puerto porto aeropuerto aeroporto cooperativa sindicato`)

// mostNameWords is how many words the name of an institution may have.
const mostNameWords = 12

// institutionArticles stand before an institution that everybody there knows.
var institutionArticles = nameSet("the our el la los las o a os as le il lo de het nuestro nuestra nosso nossa notre our")

// institutions claims what is of an institution's form, and asks about a noun alone.
func (d *nameDoc) institutions() {
	for r := range d.toks {
		for i := range d.toks[r] {
			t := d.at(r, i)
			if t.part != prose || !d.free(r, i) {
				continue
			}
			if d.headed(r, i) || d.tailed(r, i) || d.germanInstitution(r, i) || !t.capital() || !institutionNouns[t.fold] || t.german {
				continue
			}
			if j := d.institutionEnd(r, i); j > i+1 {
				k := i
				for k > i-mostNameWords && d.gap(r, k) == " " && d.at(r, k-1).capital() && d.free(r, k-1) && !d.at(r, k-1).possessive && !(d.at(r, k-1).first && d.ordinary(d.at(r, k-1))) {
					k-- // Corrib Institute of Technology
				}
				d.claim(r, k, j, Org, d.oddWord(r, i+1, j) || k < i && d.oddWord(r, k, i), ruleOrg)
				continue
			}
			p, n := d.at(r, i-1), d.at(r, i+1)
			alone := d.gap(r, i+1) != " " || !n.capital() && n.shape != shapeUpper && n.shape != shapeMixed && n.shape != shapeIdent
			if alone && d.joined(r, i) && institutionArticles[p.fold] && (p.shape == shapeLower || p.first) && !t.first {
				d.claim(r, i, i+1, Org, false, ruleOrg)
			}
		}
	}
}

// legalHeads stand before a company's name, in capitals: PT Sumber Rejeki.
var legalHeads = map[string]bool{"PT": true, "CV": true, "UD": true, "EPS": true, "OOO": true, "OAO": true, "ZAO": true, "PAO": true, "TOV": true, "CHU": true, "CHR": true, "IES": true, "CEIP": true, "ASL": true,
	"USL": true, "FC": true, "SV": true, "TSV": true, "VfB": true, "VfL": true, "FK": true, "NK": true, "KS": true, "ООО": true, "ОАО": true, "ЗАО": true, "ПАО": true, "ТОВ": true}

// teamHeads stand before the name of a team, with a capital: Team Kassa.
var teamHeads = nameSet("team tim equipo équipe equipe squad tiimi takım ekip zespół tým csapat")

// placeHeads begin the names of places: Isle of Mull.
var placeHeads = nameSet("isle island islands cape bay gulf lake loch mouth strait straits valley forest isla ilha cabo golfo lago serra sierra monte vale valle cerro costa playa praia")

// headed claims what a legal form or a word for a team begins.
func (d *nameDoc) headed(r, i int) bool {
	t, n := d.at(r, i), d.at(r, i+1)
	kind, rule := Org, ruleOrg
	switch {
	case saintMarks[t.text] && d.gap(r, i+1) == ". " && n.capital() && n.possessive && d.free(r, i+1):
		d.claim(r, i, i+2, Org, true, ruleOrg) // St. Brendan's
		return true
	case t.capital() && placeHeads[t.fold] && d.gap(r, i+1) == " " && (n.fold == "of" || n.fold == "de" || n.fold == "do" || n.fold == "da" || n.fold == "del") && d.gap(r, i+2) == " " && d.at(r, i+2).capital() && d.free(r, i+2) && d.free(r, i+1):
		d.claim(r, i, i+3, Place, d.oddWord(r, i+2, i+3), rulePlace) // Isle of Mull
		return true
	case legalHeads[t.text]:
	case t.capital() && teamHeads[t.fold]:
		kind, rule = Team, ruleTeam
	default:
		return false
	}
	if d.gap(r, i+1) != " " || !n.capital() || !d.free(r, i+1) {
		return false
	}
	j := i + 2
	for j < i+mostNameWords && !d.at(r, j-1).possessive && d.free(r, j) && d.gap(r, j) == " " && (d.at(r, j).capital() || particles[d.at(r, j).text] && !conjunction(d.at(r, j).fold) && d.gap(r, j+1) == " " && d.at(r, j+1).capital()) {
		j++
	}
	d.claim(r, i, j, kind, !t.first || d.oddWord(r, i+1, j), rule)
	return true
}

// institutionTails end the names of houses of which the other words may all be ordinary ones: Sterling Heights College.
var institutionTails = nameSet(`college school hospital bank university institute academy clinic council ministry authority foundation trust infirmary
	polytechnic library museum airport observatory cathedral`)

// tailed asks about a run of capitals in mid-sentence that ends so. With Health IT too: Pohutu Health IT.
func (d *nameDoc) tailed(r, i int) bool {
	t := d.at(r, i)
	if !t.capital() || t.german || t.possessive || d.gap(r, i) == " " && d.at(r, i-1).capital() && !determiners[d.at(r, i-1).fold] || t.first && d.ordinary(t) {
		return false
	}
	j := i + 1
	for j < i+mostNameWords && d.gap(r, j) == " " && d.free(r, j) && !d.at(r, j-1).possessive && (d.at(r, j).capital() || ofParticles[d.at(r, j).fold] && d.at(r, j).fold != "for" && d.gap(r, j+1) == " " && d.at(r, j+1).capital()) {
		j++
	}
	last := d.at(r, j-1)
	switch {
	case j-i > 1 && d.gap(r, j) == " " && d.at(r, j).text == "IT" && last.fold == "health":
		j++
	case j-i < 2 || !institutionTails[last.fold] || j-i == 2 && t.ev&isGiven != 0 && t.ev&isWord == 0:
		return false
	}
	if d.oddWord(r, i, j) && last.fold != "health" && d.at(r, j-1).text != "IT" {
		return false // the other rules know it
	}
	d.claim(r, i, j, Org, false, ruleOrg)
	return true
}

// germanInstitution asks about a German institution with its article: das Landesamt.
func (d *nameDoc) germanInstitution(r, i int) bool {
	t := d.at(r, i)
	if !t.german || !t.capital() || !d.joined(r, i) || !germanArticles[d.at(r, i-1).fold] && d.at(r, i-1).fold != "beim" {
		return false
	}
	for _, end := range [...]string{"amt", "ministerium", "behorde", "verband", "handelskammer", "handwerkskammer", "arztekammer", "anwaltskammer", "prasidium", "stadtwerke", "sparkasse", "volksbank", "klinikum", "universitat"} {
		if strings.HasSuffix(t.fold, end) && (len(t.fold) > len(end)+2 || end == "stadtwerke" || end == "sparkasse" || end == "klinikum") {
			d.claim(r, i, i+1, Org, false, ruleOrg)
			return true
		}
	}
	for _, end := range [...]string{"bank", "verlag", "spital", "druckerei", "brauerei", "molkerei", "reederei", "versicherung", "werft"} {
		if strings.HasSuffix(t.fold, end) && len(t.fold) > len(end)+1 && strange(t.fold) {
			d.claim(r, i, i+1, Org, false, ruleOrg) // bei der Murbank
			return true
		}
	}
	return false
}

// institutionEnd is where the name ends that goes on after the noun i with of and capitals, and i+1 where none does.
func (d *nameDoc) institutionEnd(r, i int) int {
	k := i + 1
	if d.at(r, i).possessive || d.gap(r, k) != " " || !ofParticles[d.at(r, k).fold] || d.at(r, k).shape != shapeLower {
		return i + 1
	}
	if w := d.at(r, k).fold; w == "and" || w == "und" || w == "et" || w == "y" || w == "e" {
		return i + 1
	}
	for k++; k < i+4 && d.gap(r, k) == " " && (ofParticles[d.at(r, k).fold] || determiners[d.at(r, k).fold]) && d.at(r, k).shape == shapeLower; k++ {
	}
	if d.gap(r, k) != " " || !d.at(r, k).capital() || !d.free(r, k) {
		return i + 1
	}
	for k++; k < i+mostNameWords && d.gap(r, k) == " " && d.at(r, k).capital() && d.free(r, k) && !d.at(r, k-1).possessive; k++ {
	}
	return d.orgEnd(r, k)
}
