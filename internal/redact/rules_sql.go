package redact

import "strings"

// Names that statements give to what a company keeps in its databases: who may do something there, and where it is done.
// What tables are called is code.

var sqlRules = []rule{
	{
		id: "sql.object", asks: true, kind: Codename, reason: "a name that a statement of a database gives to something",
		cues: wholeWords("role user login warehouse database share stage pipe publication subscription tablespace server"), reach: 48,
		pattern: `(?i)\b(?:use|create|alter|drop|describe|suspend|resume|grant|revoke|on|to|from|set|reassign owned by)\s+(?:or\s+replace\s+)?(?:` +
			`(?P<user>(?:role|user|login)(?:\s+if\s+(?:not\s+)?exists)?\s+["'` + "`" + `]?[a-z_][\w$-]*)|(?P<host>server\s+["'` + "`" + `]?[a-z_][\w$-]*)|` +
			`(?P<codename>(?:warehouse|database|share|stage|pipe|publication|subscription|tablespace)(?:\s+if\s+(?:not\s+)?exists)?\s+["'` + "`" + `]?[a-z_][\w$-]*))`,
		check: sqlObject,
		finds: []string{
			"GRANT USAGE ON WAREHOUSE ⟦tern⟧ TO ROLE ⟦finch_load⟧;", "`use role ⟦kestrel_admin⟧;`", "ALTER WAREHOUSE IF EXISTS ⟦wh_tern⟧ SET x", "drop subscription ⟦sub_lagerhof⟧;",
		},
		leaves: []string{"we set user limits", "GRANT ALL TO ROLE public;", "create user accounts", "USE DATABASE postgres;", "on stage two", "to server side", "set role = x", "DROP DATABASE IF EXISTS test"},
	},
}

// sqlObject leaves of what stands behind a verb only the name.
func sqlObject(s *scan, m *match) bool {
	t := s.text[m.start:m.end]
	k := strings.LastIndexAny(t, " \t\n\"'`") + 1
	m.start += k
	name := strings.ToLower(t[k:])
	if len(name) < 3 || s.after(m.end) == '(' || s.after(m.end) == '=' || s.after(m.end) == '.' && isWordByte(s.after(m.end+1)) || genericUsers[name] || plainValue[name] || pathWords[name] || product(name) || technical[name] || plainStarts[name] || name == "public" || name == "exists" {
		return false
	}
	if verb := t[:strings.IndexAny(t, " \t\n")]; (verb == strings.ToLower(verb) && s.partAt(m.start) == prose) && (ordinary(name) || !strings.Contains(name, "_") && !strangeWord(name)) {
		return false
	}
	return true
}
