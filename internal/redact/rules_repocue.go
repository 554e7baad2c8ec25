package redact

import (
	"strings"
)

// Repositories by the words around them, and by the owner's name, which stands in the addresses of the same text.

var repoCueRules = []rule{
	{
		id: "repo.owned", kind: Repo, reason: "a repository, by its owner",
		needs: "/a", least: 7, pattern: `[A-Za-z0-9][\w-]*/[A-Za-z0-9][\w.-]*[A-Za-z0-9]`,
		check: ownedRepo,
		finds: []string{
			"c.hiwat@waterkant-verz.nl said: stond gewoon in ⟦waterkant/mq-keystore-init⟧, dat", "https://ctl.lumivid.example/x and `⟦lumivid/origin-purge⟧`",
		},
		leaves: []string{"a@kest.io and kest/on", "a@waterkant.nl in src/waterkant/mq-x", "client/server", "waterkant/mq-keystore-init alone", "a@deploy.io deploy/web-x"},
	},
	{
		id: "repo.named", kind: Repo, reason: "a repository, by its name",
		cues:    []string{" repo", "repository", "repositório", "dépôt", "depósito"},
		pattern: `(?:\b(?i:the|in|our|to|from|het|de|der|das|le|el)[ \t]+["'` + "`" + `]?(?P<repo>[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+)["'` + "`" + `]?[ \t]+(?:git )?(?:repo|repository)\b|\b(?:repo|repository|dépôt|repositório|depósito)[ \t:]+["'` + "`" + `]?(?P<repo>[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+)\b)`,
		check:   namedRepo,
		finds:   []string{"in the ⟦kalimpa-cms⟧ repo we", "our repo `⟦holdfix-core⟧` is", "the ⟦zwl_ingest⟧ repository"},
		leaves:  []string{"the read-only repo", "in the open-source repo", "repo x", "the front-end repo", "repo kalimpa-cms/foo.go"},
	},
	{
		id: "repo.folder", kind: Repo, reason: "a repository, by its folder",
		cues:    []string{"/src/", "/git/", "/repos/", "/repo/", "/code/", "/projects/", "/workspace/", "/dev/", "/work/", "git -c "},
		pattern: `(?:(?:~|/home/[\w.-]+|/Users/[\w.-]+)/(?:src|git|repos?|code|projects?|workspace|dev|work)/|\bgit -C )([A-Za-z][\w-]*)\b`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			return !ordinary(t) && !product(t) && !folders[t] && !ordinaryParts(strings.ReplaceAll(t, "_", "-")) && sameRepo(s, m)
		},
		finds:  []string{"git -C ~/src/⟦kalimpa-cms⟧ log", "cd /home/u/git/⟦holdfix⟧/x", "git -C ⟦lw-core⟧ pull"},
		leaves: []string{"~/src/main.go", "/usr/src/linux", "~/dev/test", "/dev/sda", "git -C . log"},
	},
	{
		id: "repo.stem", kind: Repo, asks: true, reason: "a name that begins as your company's",
		needs: "-a", least: 6, pattern: `[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)+`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			first, _, _ := strings.Cut(t, "-")
			if c, d := s.before(m.start), s.after(m.end); !hostPlace(s, m) || c == '=' || d == '=' || d == ':' || len(first) < 4 || !s.ownStem(first) || hasDigit(t) {
				return false
			}
			switch s.wordBefore(m.start) {
			case "repo", "repository", "clone", "cloned", "fork", "forked":
				m.certain = true
			}
			return sameRepo(s, m)
		},
		finds:  []string{"u@lumivid.io pushed ⟦lumivid-origin⟧ and", "clone ⟦lumivid-origin⟧, see https://x.lumivid.io"},
		leaves: []string{"u@lumivid.io has lumivid", "lumivid-origin alone", "u@read.io is read-only"},
	},
}

func sameRepo(s *scan, m *match) bool {
	m.same = "repo:" + s.low[m.start:m.end]
	return true
}

// ownedRepo decides about owner/name where the owner's name is that of an address.
func ownedRepo(s *scan, m *match) bool {
	t := s.low[m.start:m.end]
	owner, name, _ := strings.Cut(t, "/")
	c, d := s.before(m.start), s.after(m.end)
	if isWordByte(c) || strings.IndexByte("/.@-~:$\\=", c) >= 0 || strings.IndexByte("/(@=-", d) >= 0 || isWordByte(d) || len(name) < 3 || folders[owner] || publicOwners[owner] || product(owner) {
		return false
	}
	if k := strings.LastIndexByte(name, '.'); k >= 0 && name[k:] != ".git" && len(name)-k < 6 {
		return false
	}
	return s.ownStem(owner) && (strings.ContainsAny(name, "-_") || !ordinary(name)) && sameRepo(s, m)
}

// namedRepo decides about a name beside the word repository.
func namedRepo(s *scan, m *match) bool {
	t := s.low[m.start:m.end]
	if d := s.after(m.end); d == '/' || d == '.' && isWordByte(s.after(m.end+1)) || d == '(' || ordinaryParts(strings.ReplaceAll(t, "_", "-")) || product(t) || strings.HasPrefix(t, "front") || strings.HasPrefix(t, "back") {
		return false
	}
	return sameRepo(s, m)
}
