package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Names in code that give their owner away.

// publicPackages are beginnings of package names of open projects, after the first part.
var publicPackages = wordSet(`apache springframework google netty grpc github gitlab eclipse hibernate junit mockito slf4j jetbrains android squareup
	facebook fasterxml sun oracle mysql microsoft azure amazonaws amazon redis lettuce mongodb elasticsearch elastic datastax postgresql
	rabbitmq confluent kafka micrometer prometheus reactivex projectreactor zaxxer h2 jboss wildfly quarkus vertx akka scala kotlin gradle maven
	codehaus mozilla w3c xml json yaml bouncycastle codahale dropwizard jersey glassfish tomcat undertow swagger opentelemetry
	jaegertracing sentry datadog newrelic dynatrace hazelcast infinispan ignite cassandra scylladb neo4j flywaydb liquibase jooq
	mybatis testcontainers assertj hamcrest powermock lombok projectlombok ktor okhttp3 apple ibm redhat openjdk jdk graalvm
	shibboleth ldaptive jasig apereo opensaml pac4j spongycastle jdom dom4j htmlunit aspectj osgi keycloak camunda logback ehcache
	quartz jpos dcm4che openehr opengis geotools locationtech deeplearning4j openhab eclipsesource
	tensorflow pytorch freedesktop gnome kde debian ubuntu docker kubernetes istio envoyproxy linkedin twitter netflix airbnb uber stripe
	example acme.example company mycompany foo bar test`)

const rulePackage = "code.package"

var codeRules = []rule{
	{
		id: rulePackage, kind: Host, reason: "the domain of a company in the name of a package",
		needs: ".a", pattern: `(?:^|[^\w.@/-])((?:com|org|net|io|de|fr|uk|nl|se|ch|at|pl|it|es|eu|in|jp|br|dev|app|co|biz|gov|edu|no|fi|dk|cz|be|ru|tr|cn|kr|au|ca)\.[a-z][a-z0-9_-]*)\.[A-Za-z][\w]*`,
		check: func(s *scan, m *match) bool {
			top, name, _ := strings.Cut(s.text[m.start:m.end], ".")
			if publicPackages[name] || product(name) || len(name) < 2 || s.before(m.start) == '@' {
				return false
			}
			// wiki.acme.io begins with no suffix; in.acme.io does, and ends with one.
			rest := s.text[m.end:]
			if i := strings.IndexFunc(rest, func(c rune) bool { return !(c == '.' || c < 0x80 && isWordByte(byte(c)) || c == '-') }); i >= 0 {
				rest = rest[:i]
			}
			rest = strings.TrimRight(rest, ".")
			last := strings.ToLower(rest[strings.LastIndexByte(rest, '.')+1:])
			if strings.Count(rest, ".") == 1 && (sureTLD[last] || innerTLD[last]) {
				return false
			}
			if top == "in" || top == "at" || top == "it" || top == "no" || top == "be" || top == "app" || top == "dev" || top == "co" || top == "is" {
				if lexicon.Word(name) || strings.Count(rest, ".") < 2 {
					return false
				}
			}
			m.same = "host:" + name + "." + top
			m.certain = s.ownName(name)
			return true
		},
		finds:  []string{"class `⟦com.acme⟧.pay.LedgerLock`", "at ⟦de.brueckwerk⟧.tour.Plan.close(Plan.java:12)", "⟦io.tarnbeck⟧.freight.Main"},
		leaves: []string{"org.apache.kafka.clients", "com.google.common", "java.net.SocketException", "com.acme", "in.acme.io", "it.was.late", "app.kubernetes.io/name", "de.x"},
	},
	{
		id: "code.module", kind: Repo, reason: "a repository",
		needs: "./", pattern: `\b(?:github\.com|gitlab\.com|bitbucket\.org|ghcr\.io|quay\.io|docker\.io|hub\.docker\.com/r)/([A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*)`,
		check: func(s *scan, m *match) bool {
			for m.end > m.start && strings.IndexByte(".-", s.text[m.end-1]) >= 0 {
				m.end--
			}
			t := strings.TrimSuffix(s.low[m.start:m.end], ".git")
			owner, _, _ := strings.Cut(t, "/")
			m.same = "repo:" + t
			// A module that code asks for is anybody's; what is linked, cloned or pulled is more often one's own.
			if b := s.lineBefore(m.start, 40); !strings.Contains(b, "://") && !strings.Contains(b, "@") && strings.Contains(b, "github.com") {
				m.certain = s.ownName(owner)
			}
			return !publicOwners[owner] && !product(owner)
		},
		finds:  []string{"import \"github.com/⟦acme/pay⟧/x\"", "https://u:p@github.com/⟦quillmark/deploy-recipes.git⟧", "ghcr.io/⟦acme/pay⟧:v2"},
		leaves: []string{"github.com/kubernetes/kubernetes", "github.com", "github.com/features"},
	},
	{
		id: "code.registry", kind: Host, reason: "a registry of your own",
		needs: "./", pattern: `\b(\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(?:/[\w./-]+)?)`,
		finds:  []string{"image ⟦123456789012.dkr.ecr.eu-west-1.amazonaws.com/pay/api⟧:v2"},
		leaves: []string{"ecr.amazonaws.com"},
	},
}

// reverseDomain says whether the parts of a name are a domain backwards, as the names of packages are.
func reverseDomain(labels []string) bool {
	switch labels[0] {
	case "com", "org", "net", "io", "de", "fr", "uk", "nl", "se", "ch", "pl", "eu", "java", "javax", "edu", "gov":
		return len(labels) > 2
	}
	return false
}
