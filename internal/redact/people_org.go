package redact

import (
	"strings"
)

// orgSuffixes make what stands before them a company.
var orgSuffixes = nameSet(`gmbh ag inc ltd llc llp ab oy oyj asa plc corp corporation co kg kgaa ohg mbh sa srl spa sarl sas bv
	nv pty pte kk ehf hf aps as limited incorporated sro oü ou sia uab doo ltda sl eg ev se tbk bhd sdn kft zrt`)

// orgNouns as the last word of several make them a company.
var orgNouns = nameSet(`bank logistics logistik telecom telekom tekstil foods insurance systems technologies technology
	solutions airlines airways group holding holdings pharma energy labs studios studio media capital partners freight
	hospital clinic university universität tickets payments payment shipping motors electric mobile broadcasting
	microfinance mfb financial ventures industries retail stores supermarket supermarkets hotels travel tours games
	gaming entertainment cargo rail railways transport transit post press publishing versicherung klinik krankenhaus
	kliniken stadtwerke verkehr energie handel spedition banka bankası sigorta lojistik seguros saúde salud hôpital
	assurance assurances foundation institute council ministry authority agency consulting consultants software
	networks mart savings loans loan mutual union cooperative sacco chambers brands automation robotics bakers brewers distillers dairies hosting cloud datacenters markets brewery bakery dairy farms mining steel cement`)

// orgHeads as the first word of several make them a company.
var orgHeads = nameSet(`banco banque banca bank bankia chu chru clinique hôpital hopital hospital universidad université
	universidade universität university college academy caja grupo groupe gruppo stadtwerke klinikum ministry ministère hotel
	régie agence mairie préfecture ayuntamiento ministerio instituto institut institute fundación fundação department
	radio rádio tv syndicat szpital przychodnia urząd zakład zakłady politechnika uniwersytet spółdzielnia gmina nemocnice nemocnica univerzita úřad bolnica klinika kórház egyetem önkormányzat spitalul
	spital universitatea primăria sykehus sykehuset sjukhus sjukhuset kommune kommun sairaala yliopisto kaupunki ziekenhuis universiteit gemeente ospedale azienda comune università cassa clinica hospitais prefeitura
	secretaria câmara rumah universitas dinas chuo hospitali benki kampuni krankenhaus sparkasse volksbank bezirksamt landratsamt bergbahnen verkehrsbetriebe genossenschaft molkerei brauerei spedition société compagnie stichting seguros laboratorio laboratoire librairie supermercados cooperativa coopérative`)

// clientWords before a name make it a company that somebody deals with.
var clientWords = nameSet(`customer customers client clients vendor vendors supplier suppliers promoter promoters tenant tenants
	kunde kunden kundin lieferant cliente clientes fournisseur proveedor fornecedor merchant merchants retailer
	retailers carrier carriers isp reseller subsidiary company firm firma startup employer insurer bank banks hoster
	partner competitor acquirer issuer processor airline hospital brand publisher exchange broker müşteri asiakas
	kund klant klient`)

// clientAppositions after a name and our or a, say that it is a company: Chase, our bank.
var clientAppositions = nameSet(`bank customer client vendor supplier partner provider carrier isp reseller processor acquirer
	issuer insurer auditor auditors agency hoster contractor landlord competitor employer company firm subsidiary
	distributor retailer merchant broker exchange promoter registrar`)

// workWords before at or for, say that a company follows: backend at Jaribu.
var workWords = nameSet(`backend frontend engineer engineers developer developers work works worked working job colleagues
	colleague folks people contact contacts sre dba ops team employed intern vms staff friend friends desk support
	noc devs admin architect years here security platform infra data`)

// org claims the run as an organisation if the words in or around it say so.
func (d *nameDoc) org(r, i, j int) bool {
	first, last := d.at(r, i), d.at(r, j-1)
	p, q := d.at(r, i-1), d.at(r, i-2)
	n := d.at(r, j)
	end := j
	switch {
	case j-i > 1 && saints[first.fold] && first.capital() && (last.possessive || d.gap(r, j) == " " && (n.capital() || orgNouns[n.fold] || siteNouns[n.fold])):
		if last.possessive {
			for d.gap(r, j) == "'s " && d.at(r, j).capital() && d.free(r, j) || j > i && d.gap(r, j) == " " && d.at(r, j-1).capital() && !d.at(r, j-1).possessive && d.at(r, j).capital() && d.free(r, j) {
				j++
			}
		}
		d.claim(r, i, j, Org, true, ruleOrg) // at St Declan's, of St Declan's Regional
		return true
	case j-i > 1 && orgSuffixes[last.fold] && (last.fold != "co" && last.fold != "as" || !d.ordinary(first)),
		d.gap(r, j) == " " && orgSuffixes[n.fold] && n.shape != shapeLower && (n.shape == shapeUpper || n.capital() || n.shape == shapeMixed):
		if d.gap(r, j) == " " && orgSuffixes[n.fold] && n.shape != shapeLower {
			end = j + 1
			if d.gap(r, end) == " " && orgSuffixes[d.at(r, end).fold] && d.at(r, end).shape != shapeLower {
				end++
			}
		}
		if d.ordinary(first) && end-i == 1 {
			return false
		}
		d.claim(r, i, end, Org, true, ruleOrg)
		return true
	case j-i > 1 && (orgNouns[last.fold] && !d.at(r, i).ev.name() || orgHeads[first.fold]) && d.oddWord(r, i, j):
		d.claim(r, i, d.orgEnd(r, j), Org, true, ruleOrg)
		return true
	case i > 1 && d.joined(r, i) && d.joined(r, i-1) && ofParticles[p.fold] && p.fold != "and" && p.fold != "und" && p.fold != "et" && p.fold != "y" && p.fold != "e" && p.fold != "for" && q.capital() && orgHeads[q.fold] && d.free(r, i-2) && d.free(r, i-1):
		d.claim(r, i-2, d.orgEnd(r, j), Org, true, ruleOrg) // University of Aigaleo Bay
		return true
	case j-i > 1 && orgNouns[last.fold] && first.ev.name() && first.ev&isGiven == 0:
		d.claim(r, i, j, Org, true, ruleOrg)
		return true
	case i > 0 && d.joined(r, i) && clientWords[p.fold] && !p.possessive && !d.is(first, isProduct) &&
		(d.oddWord(r, i, j) || first.ev.name()) && d.after(r, j) < strong:
		d.claim(r, i, j, Org, true, ruleOrg)
		return true
	case i > 0 && d.joined(r, i) && (p.fold == "at" || p.fold == "bei") && workWords[q.fold] && d.oddWord(r, i, j),
		i > 0 && d.joined(r, i) && (p.fold == "we're" || p.fold == "were" && strings.Contains(p.text, "'") ||
			p.fold == "are" && q.fold == "we") && d.oddWord(r, i, j) && j-i > 1:
		d.claim(r, i, j, Org, true, ruleOrg)
		return true
	case i > 0 && d.joined(r, i) && p.fold == "the" && d.gap(r, j) == " " && clientAppositions[n.fold] && d.oddWord(r, i, j):
		d.claim(r, i, j, Org, true, ruleOrg)
		return true
	case d.gap(r, i) == ", " && strings.TrimPrefix(d.gap(r, j), "'s") == ", " && (clientWords[p.fold] || clientAppositions[p.fold] || p.fold == "hospital" || p.fold == "clinic" || p.fold == "school" || p.fold == "council" || p.fold == "insurer" || p.fold == "landlord") && (ours(q.fold) || determiners[q.fold]) && !first.plainName() && (d.oddWord(r, i, j) || j-i > 1):
		d.claim(r, i, j, Org, true, ruleOrg) // the hospital, Queen Ingrid's, was on divert
		if m := &d.found[r][len(d.found[r])-1]; last.possessive && m.end == last.end {
			m.end += 2
		}
		return true
	case d.gap(r, j) == ", " && determiners[n.fold]:
		for k := j + 1; k < j+4 && d.joined(r, k); k++ {
			if w := d.at(r, k).fold; clientAppositions[w] && !roleNouns[w] || w == "bank" || w == "vendor" || w == "supplier" {
				if !d.is(first, isProduct) || first.ev.name() {
					d.claim(r, i, j, Org, true, ruleOrg)
					return true
				}
			}
		}
	}
	return false
}

func (d *nameDoc) is(t *tok, e evidence) bool { return t.ev&e != 0 }

// oddWord says whether a word of the run is in no list of words.
func (d *nameDoc) oddWord(r, i, j int) bool {
	for k := i; k < j; k++ {
		if t := d.at(r, k); !d.ordinary(t) && !particles[t.text] && !orgNouns[t.fold] && !orgHeads[t.fold] {
			return true
		}
	}
	return false
}

// seeded claims the run as the owner of a domain, or as an internal name, that a structural match has given away.
func (d *nameDoc) seeded(r, i, j int) bool {
	first := d.at(r, i)
	if first.plainName() && j-i == 1 {
		return false
	}
	if d.owns(r, i, j, d.folded(r, i, j, "")) {
		d.claim(r, d.orgStart(r, i), j, Org, true, ruleDomain)
		return true
	}
	// One word of several may be enough: Banco Araripe of bancoararipe.com.br, Jaribu Tickets of jaribu.co.ke.
	for k := i; k < j; k++ {
		if t := d.at(r, k); !d.ordinary(t) && !t.ev.name() && d.owns(r, k, k+1, t.fold) {
			d.claim(r, d.orgStart(r, i), j, Org, true, ruleDomain)
			return true
		}
	}
	if j-i > 1 && first.ev&isGiven != 0 && !d.ordinary(first) {
		return false // Tobias Hinterleitner, beside @hinterleitner.t
	}
	for k := i; k < j; k++ {
		if t := d.at(r, k); d.account.parts.Ask(d.notes, t.fold) && t.ev == 0 && d.personCue(r, i, j) < strong {
			if p := d.at(r, i-1); t.german && d.joined(r, i) && (germanArticles[p.fold] || determiners[p.fold]) {
				continue // Unsere Flotte
			}
			// Products of others stand in hosts and paths too; a cue says that it is of the house.
			d.claim(r, i, j, Codename, d.codenameCue(r, i, j), ruleSeed)
			return true
		}
	}
	return false
}

// orgStart takes in the head of a company's name that is written in capitals: CHU Valmorin.
func (d *nameDoc) orgStart(r, i int) int {
	if p := d.at(r, i-1); i > 0 && d.gap(r, i) == " " && p.shape == shapeUpper && orgHeads[p.fold] && d.free(r, i-1) {
		return i - 1
	}
	return i
}

// orgEnd takes in what a company's name goes on with: Institute of Technology, Régie des Eaux.
func (d *nameDoc) orgEnd(r, j int) int {
	for d.gap(r, j) == " & " && d.at(r, j).capital() && d.free(r, j) {
		j++ // Volta Savings & Loans
	}
	for n := 0; n < 3; n++ {
		k := j
		for k < j+2 && d.gap(r, k) == " " && ofParticles[d.at(r, k).fold] {
			k++
		}
		if k == j || d.gap(r, k) != " " || !d.at(r, k).capital() || !d.free(r, k) || orgHeads[d.at(r, k).fold] {
			return j
		}
		if d.gap(r, j) == " " && d.at(r, j).text == "IT" {
			return j + 1
		}
		for j = k + 1; d.gap(r, j) == " " && d.at(r, j).capital() && d.free(r, j); j++ {
		}
	}
	return j
}

// saints begin the names of hospitals, schools and parishes.
var saints = nameSet("st saint ste sainte sankt sint santo")

// saintMarks are short for a saint within the name of a house, before a full stop.
var saintMarks = map[string]bool{"św": true, "sv": true, "Sv": true, "St": true, "Sta": true, "Sto": true, "Ste": true, "S": true, "hl": true, "Hl": true, "szt": true, "Szt": true, "sf": true, "Sf": true, "Sfânta": true}

var ofParticles = nameSet("of for and de des du del della di da do dos das der für und et y e la le")

// folded is the folded words of tokens [i, j), with a separator between them.
func (d *nameDoc) folded(r, i, j int, sep string) string {
	if j == i+1 {
		return d.at(r, i).fold
	}
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i {
			b.WriteString(sep)
		}
		b.WriteString(d.at(r, k).fold)
	}
	return b.String()
}

// owns says whether a folded name is the label of a domain, also in the German way without umlauts.
func (d *nameDoc) owns(r, i, j int, fold string) bool {
	if len(fold) < 3 || !d.account.orgs.More(d.notes, 0) {
		return false
	}
	if d.account.orgs.Ask(d.notes, fold) {
		return !evidenceOnly(fold, isWord|isProduct|isAcronym)
	}
	var alt strings.Builder
	for k := i; k < j; k++ {
		alt.WriteString(foldName(umlauts.Replace(d.at(r, k).text)))
	}
	return d.account.orgs.Ask(d.notes, strings.ReplaceAll(alt.String(), "-", ""))
}

func evidenceOnly(fold string, e evidence) bool { return evidenceOf(fold)&e != 0 }

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ß", "ss", "å", "aa", "ø", "oe",
	"æ", "ae")

// domainWords claims two or three words that are the label of a domain when joined: ridgeline pet, of ridgelinepet.example.
func (d *nameDoc) domainWords() {
	if !d.account.orgs.More(d.notes, 0) {
		return
	}
	for r := range d.toks {
		for i := range d.toks[r] {
			t := d.at(r, i)
			if t.part != prose || !d.free(r, i) || len(t.fold) < 3 || t.possessive || t.capital() && (d.runEnd(r, i) > i+2 || d.at(r, i-1).capital() && d.joined(r, i)) {
				continue
			}
			joined, odd := t.fold, t.ev&isWord == 0
			for j := i + 1; j < i+3 && d.gap(r, j) == " " && d.free(r, j); j++ {
				n := d.at(r, j)
				joined += n.fold
				odd = odd || n.ev&isWord == 0 || n.capital() && !n.first
				if odd && !closedClass[n.fold] && d.account.orgs.Ask(d.notes, joined) {
					d.claim(r, i, j+1, Org, true, ruleDomain)
					break
				}
			}
		}
	}
}
