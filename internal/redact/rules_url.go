package redact

import (
	"strings"
)

// Links and repositories.

var urlRules = []rule{
	{
		id: "url.link", kind: URL, reason: "a link",
		needs: ":/", pattern: `[A-Za-z][A-Za-z0-9+.-]*://[^\s<>"'` + "`" + `|\\^{}]+`,
		check: link,
		finds: []string{
			"first tab was ⟦https://grafana.int.tarnbeck-freight.io/d/k9Zq2/ledger-pg?from=now-3h⟧ and", "(⟦https://acme.atlassian.net/browse/INC-1234⟧)", "⟦https://acme.pagerduty.com/incidents/Q0ABC⟧.",
			"⟦https://acme.slack.com/archives/C01ABCDEF34/p1700000000123456?thread_ts=1.2⟧", "⟦https://github.com/acme/payments/pull/88⟧ vs", "[x](⟦http://10.2.3.4:8080/⟧)", "⟦https://a.io/x_(y)⟧", "**⟦https://wiki.acme.io/x⟧**,",
			"⟦file:///home/alice/priya.png⟧", "⟦vscode://open/x⟧", "⟦mysql://db1/x⟧",
		},
		leaves: []string{"https://kubernetes.io/docs/", "http://localhost:8080/x", "https://$HOST/x", "https://en.wikipedia.org/wiki/X", "http://<host>/", "https://127.0.0.1/", "https://user:pw@host/x", "amqps://[user-2]:[secret removed]@[ip-1]:5671/x", "https://[service-1].fastly.com/x"},
	},
}

// link decides about a link, and joins it to the ticket or commit that it leads to.
func link(s *scan, m *match) bool {
	m.end = trimURL(s.text, m.start, m.end)
	t := s.text[m.start:m.end]
	scheme, rest, _ := strings.Cut(t, "://")
	scheme = strings.ToLower(scheme)
	if rest == "" || rest[0] == '$' || rest[0] == '{' || rest[0] == '%' || bucketScheme[scheme] {
		return false
	}
	if i := strings.IndexAny(rest, "]: "); rest[0] == '[' && (i < 0 || rest[i] != ':') {
		return false // amqps://[user-1]:[secret removed]@[ip-1]: a link with labels of ours
	}
	if credentialEnd(rest) >= 0 {
		return false // found part by part
	}
	host := strings.ToLower(rest[:hostEnd(rest)])
	if localHost(host) || host == "" && rest[0] != '/' {
		return false
	}
	if publicLink(host, rest) {
		return false
	}
	linkTarget(s, m)
	return true
}

var bucketScheme = wordSet(`s3 s3a s3n gs gcs abfs abfss wasb wasbs adl oss cos hdfs b2 r2 swift dbfs minio arn`)

// publicLink says whether a link leads to what everybody reads: documentation, the pages of an open project.
func publicLink(host, rest string) bool {
	if !publicHost(host) {
		return false
	}
	path := strings.Trim(strings.TrimPrefix(rest, rest[:min(len(rest), len(host))]), "/")
	switch strings.TrimPrefix(host, "www.") {
	case "github.com", "gitlab.com", "bitbucket.org", "hub.docker.com", "quay.io", "ghcr.io", "docker.io", "gist.github.com", "raw.githubusercontent.com":
		owner, _, _ := strings.Cut(path, "/")
		return owner == "" || publicOwners[strings.ToLower(owner)] || product(strings.ToLower(owner))
	case "google.com", "docs.google.com", "drive.google.com", "meet.google.com", "zoom.us", "slack.com", "linkedin.com", "twitter.com", "x.com", "facebook.com", "notion.so", "figma.com", "medium.com", "youtube.com", "statuspage.io", "console.cloud.google.com", "console.aws.amazon.com", "calendar.google.com", "mail.google.com", "sites.google.com", "forms.google.com", "groups.google.com", "datadoghq.com", "pagerduty.com", "sentry.io", "heroku.com", "vercel.com", "netlify.com", "teams.microsoft.com", "portal.azure.com", "dev.azure.com", "sharepoint.com", "reddit.com", "atlassian.com":
		return path == ""
	}
	return !strings.HasSuffix(host, ".google.com") && !strings.HasSuffix(host, ".aws.amazon.com") || host == "docs.aws.amazon.com" || host == "cloud.google.com" || path == ""
}

// publicOwners are owners of open repositories that are no products.
var publicOwners = wordSet(`kubernetes kubernetes-sigs golang torvalds apache hashicorp actions docker library microsoft google facebook aws awslabs
	azure moby etcd-io prometheus grafana elastic redis nginx nginxinc python nodejs rust-lang rails django pallets vuejs sveltejs
	angular cncf helm istio envoyproxy cilium argoproj fluxcd prometheus-operator kubernetes-monitoring bitnami strimzi zalando
	openssl curl git ansible puppetlabs saltstack confluentinc debezium cockroachdb timescale postgres mysql mariadb mongodb
	jetstack cert-manager open-telemetry getsentry netflix uber spotify`)

var linkTicket = newPattern(`(?:/browse/|selectedIssue=|/issue/|/issues/|/ticket/|/tickets/|/projects/\w+/issues/|/)([A-Z][A-Z0-9]{1,11}-\d{1,7})(?:$|[/?#&])`)

var linkChange = newPattern(`/(?:pull|pulls|pull-requests|merge_requests|issues|-/issues|-/merge_requests)/(\d{1,7})(?:$|[/?#])`)

var linkCommit = newPattern(`/(?:commit|commits|-/commit)/([0-9a-f]{7,40})(?:$|[/?#])`)

// linkTarget joins a link to the ticket, change or commit that it leads to.
func linkTarget(s *scan, m *match) {
	t := s.text[m.start:m.end]
	if k := linkTicket.FindStringSubmatch(t); k != nil && !notTicket[k[1][:strings.IndexByte(k[1], '-')]] {
		m.same = "ticket:" + k[1]
	} else if k := linkChange.FindStringSubmatch(t); k != nil {
		m.same = "change:" + k[1]
	} else if k := linkCommit.FindStringSubmatch(t); k != nil {
		m.same = "commit:" + k[1][:7]
	}
}

// trimURL is where the link that begins at start ends, when it was read up to end: without what ends the sentence
// or the Markdown around it.
func trimURL(text string, start, end int) int {
	for end > start {
		switch c := text[end-1]; c {
		case '.', ',', ';', ':', '!', '?', '*', '_', '~', '"', '\'', '`':
			end--
		case ')', ']', '}':
			open := map[byte]string{')': "(", ']': "[", '}': "{"}[c]
			if strings.Count(text[start:end], open) >= strings.Count(text[start:end], string(c)) {
				return end
			}
			end--
		default:
			if i := strings.Index(text[start:end], "]("); i > 0 {
				return start + i
			}
			return end
		}
	}
	return end
}

var repoRules = []rule{
	{
		id: "repo.ssh", reason: "a repository",
		needs: "@:/", pattern: `\b(?:git|hg|gitea|gitolite|[\w-]+)@(?P<host>[A-Za-z0-9.-]+):(?P<repo>[\w.~-]+(?:/[\w.~-]+)+)`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if m.kind == Repo && isDigit(t[0]) || m.kind == Host && isDigit(s.after(m.end+1)) {
				return false // a port
			}
			if m.kind == Host {
				m.same = hostKey(t)
				return !publicHost(t) && strings.Contains(t, ".")
			}
			t = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(t, "."), ".git"), ".")
			m.end = m.start + len(t)
			m.same = "repo:" + strings.ToLower(t)
			return true
		},
		finds:  []string{"git@github.com:⟦acme/payments⟧.git", "git@⟦git.acme.lan⟧:⟦infra/tf-live⟧"},
		leaves: []string{"alice@web-1:~$ x", "u:p@db.lan:3306/cms"},
	},
	{
		id: "repo.change", reason: "a repository and a change in it",
		needs: "/0", pattern: `(?P<repo>[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*)(?P<ticket>[!#]\d{1,7})\b`,
		check: func(s *scan, m *match) bool {
			if m.kind == Ticket {
				m.same = "change:" + s.text[m.start+1:m.end]
				return true
			}
			m.same = "repo:" + s.low[m.start:m.end]
			return s.before(m.start) != '/' && s.before(m.start) != '.'
		},
		finds:  []string{"overwrite, ⟦vahanika/lake-jobs⟧⟦!2290⟧ at", "⟦acme/pay⟧⟦#88⟧"},
		leaves: []string{"and/or!", "a/b"},
	},
	{
		id: "repo.cued", kind: Repo, reason: "a repository",
		cues:    []string{"repo", "git", "clone", "pr ", "mr ", "merge", "branch", "fork", "push", "pull", "checkout", "chart", "image", "commit", "ghcr", "registry", "docker", "script in", "it's in", "code in", "lives in", "job in", "in `", "job, "},
		pattern: `(?:^|[\s"'(\[` + "`" + `])([A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w-]*(?:\.[\w-]+)*)`,
		check:   repository,
		finds:   []string{"script in ⟦jaribu/onsale-kit⟧", "it's in ⟦grottwerk/mm-janitor⟧; ran", "the repo ⟦acme/payments⟧ has", "docker pull ⟦acme/pay⟧:v2", "cloned `⟦acme/tf-live⟧`"},
		leaves:  []string{"and/or merge", "read/write repo", "git add src/main.go", "merge client/server code", "kubectl in docker n/a", "commit a/b test", "pull 24/7", "push origin feature/foo", "TCP/IP repo", "repo docs/readme-old", "git show HEAD/x-y"},
	},
}

// folders are first parts of paths that are no owners of repositories.
var folders = wordSet(`src lib libs etc usr var opt bin sbin tmp temp docs doc test tests cmd pkg internal app apps config configs conf charts chart
	scripts script deploy deployments deployment feature features fix bugfix hotfix release releases refs heads origin upstream
	remotes tags main master dev head node_modules vendor build dist target out bin public static assets images img home root
	mnt media data srv run proc sys dev lost+found infra terraform modules helm k8s manifests envs env environments overlays base
	roles playbooks group_vars host_vars inventory migrations db api web ui frontend backend server client common shared core
	utils util tools tool examples example spec specs schema schemas proto protos ci github gitlab .github workflows pipeline
	and or read write input output client either true yes on his her he she s/he w n i/o pre post image images application text
	audio video font multipart message model tcp udp http https job jobs pod pods svc service services deployment statefulset daemonset
	configmap secret secrets ns namespace node nodes pv pvc crd ingress cronjob user users team teams blob tree raw issues
	pull pulls merge_requests runs actions checks topic topics queue queues catalog chore docs refactor style perf revert wip task bug`)

// repository decides about owner/name where the text speaks of repositories.
func repository(s *scan, m *match) bool {
	t := s.low[m.start:m.end]
	t = strings.TrimSuffix(t, ".git")
	m.end = m.start + len(t)
	owner, name, _ := strings.Cut(t, "/")
	if d := s.after(m.end); d == '/' || d == '(' || d == '=' {
		return false
	}
	if folders[owner] || publicOwners[owner] || len(owner) < 3 || len(name) < 3 || strings.Trim(owner, "0123456789.") == "" || strings.Trim(name, "0123456789.,%") == "" || strings.Contains(owner, ".") || strings.Contains(name, ".") && len(name)-strings.LastIndexByte(name, '.') <= 5 {
		return false
	}
	if product(owner) || ordinary(owner) && ordinary(name) || s.text[m.start:m.end] == strings.ToUpper(s.text[m.start:m.end]) {
		return false
	}
	before := s.lineBefore(m.start, 24)
	joined := strings.ContainsAny(name, "-_") || strings.ContainsAny(owner, "-_0123456789")
	cue := false
	for _, w := range [...]string{"repo ", "repository ", "clone ", "cloned ", "fork of ", "forked ", "docker pull ", "docker run ", "image ", "image: ", "checkout ", "git ", "gh ", "pushed to ", "pr on ", "pr in ", "mr in ", "chart "} {
		if strings.HasSuffix(strings.TrimRight(before, "`\"'( "), strings.TrimSpace(w)) {
			cue = true
		}
	}
	if strings.Contains(name, "-") && ordinary(owner) && !cue {
		return false
	}
	if !cue && !joined {
		return false
	}
	if !cue && s.before(m.start) != '`' && s.partAt(m.start) == code {
		m.certain = false
	}
	m.same = "repo:" + t
	return true
}
