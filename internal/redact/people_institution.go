package redact

// An institution is often called by nothing but the common noun for what it is, with a capital: the Commission, the
// Bank. Its whole name is that noun and what it is of: Bank of the Lagoons.

// institutionNouns are what institutions are. German writes them all with a capital anyway, so they say nothing there.
var institutionNouns = nameSet(`bank commission ministry authority foundation council trust agency department institute university college
	hospital board consortium federation committee chamber union assembly parliament court bureau exchange academy society museum archive archives
	church parish diocese observatory school airport port harbour harbor treasury senate inspectorate regulator ombudsman embassy
	consulate municipality prefecture county district province association syndicate cooperative league club laboratory clinic
	refinery mill mine depot shipyard brewery distillery monastery abbey cathedral library lottery secretariat directorate registrar
	banco banque banca comisión comissão commissione ministerio ministério ministère ministero fundación fundação fondation fondazione
	consejo conselho conseil consiglio agencia agência agence agenzia universidad universidade université università instituto institut
	istituto ayuntamiento ajuntament prefeitura câmara mairie préfecture comune gemeente ministerie stichting diputación generalitat
	gobierno governo xunta consejería secretaría secretaria tribunal hospital hôpital ospedale colegio colégio collège escuela escola
	école scuola biblioteca bibliothèque museo musée museu obispado puerto porto aeropuerto aeroporto cooperativa sindicato`)

// institutionArticles stand before an institution that everybody there knows.
var institutionArticles = nameSet("the our el la los las o a os as le il lo de het nuestro nuestra nosso nossa notre our")

// institutions claims what is of an institution's form, and asks about a noun alone.
func (d *nameDoc) institutions() {
	for r := range d.toks {
		for i := range d.toks[r] {
			t := d.at(r, i)
			if !t.capital() || !institutionNouns[t.fold] || t.part != prose || t.german || !d.free(r, i) {
				continue
			}
			if j := d.institutionEnd(r, i); j > i+1 {
				d.claim(r, i, j, Org, d.oddWord(r, i+1, j), ruleOrg)
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
	for k++; d.gap(r, k) == " " && d.at(r, k).capital() && d.free(r, k) && !d.at(r, k-1).possessive; k++ {
	}
	return d.orgEnd(r, k)
}
