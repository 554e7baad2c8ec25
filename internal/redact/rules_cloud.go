package redact

import (
	"strings"
)

// Ids of cloud providers: resources, buckets, projects, accounts, regions; account numbers of any kind.

var regionPattern = newPattern(`^(?:(?:us|eu|ap|sa|ca|me|af|il|mx|cn|us-gov|us-iso)-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-\d[a-f]?|(?:us|europe|asia|australia|northamerica|southamerica|me|africa)-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)\d{1,2}(?:-[a-f])?)$`)

// cloudStarts are the beginnings of ids of AWS, before their hexadecimal part.
const cloudStarts = `i|vpc|subnet|sg|sgr|eni|vol|snap|ami|aki|ari|rtb|rtbassoc|igw|nat|eigw|eipalloc|eipassoc|acl|lt|tgw|tgw-attach|vpce|vpce-svc|pcx|fs|fsap|fsmt|dopt|cgw|vgw|vpn|r|eks|fl|lgw|pl|spot|sir|sfr|cr|h|vpc-cidr-assoc|bucket|dx(?:con|vif|lag)|reservation|rule|ipam|rni|d|ou|o|p`

var cloudPrefixPattern = newPattern(`^(?:` + cloudStarts + `)-[0-9a-f]{8,17}$`)

func cloudPrefix(t string) bool { return cloudPrefixPattern.MatchString(t) }

var cloudParts = newPattern(`^/(?:secrets|instances|zones|regions|locations|global|topics|subscriptions|serviceaccounts|databases|buckets|datasets|clusters|keyrings|services|logs|builds|jobs|images|networks|repositories|roles)/`)

var cloudRules = []rule{
	{
		id: "cloud.arn", kind: CloudID, reason: "the name of a resource in a cloud",
		needs: ":", pattern: `\barn:aws[\w-]*:[\w-]*:[\w*-]*:[\w*-]*:[^\s"'` + "`" + `<>,;)\]]+`,
		check: func(s *scan, m *match) bool {
			m.end = m.start + len(strings.TrimRight(s.text[m.start:m.end], ".,;:!?"))
			return !strings.Contains(s.text[m.start:m.end], "::aws:") // a policy that everybody has
		},
		finds: []string{
			"⟦arn:aws:iam::123456789012:role/PaymentsAdmin⟧ denied", "(that's ⟦arn:aws:ssm:eu-south-2:440011992288:parameter/ci/git-token⟧, account", "\"⟦arn:aws:s3:::acme-logs/*⟧\"",
		},
		leaves: []string{"the arn: was wrong", "arn:aws:iam::aws:policy/ReadOnlyAccess", "learn:aws"},
	},
	{
		id: "cloud.id", kind: CloudID, reason: "the id of a resource in a cloud",
		needs: "-0", least: 9, pattern: `\b((?:` + cloudStarts + `)-[0-9a-f]{8,17}|(?:i|vpc|subnet|sg|eni|vol|snap|ami)-0[0-9a-z]{8,16}|j-[A-Z0-9]{8,14}|db-[A-Z0-9]{20,}|ocid1\.[a-z]+\.[\w.-]+|crn:v\d:[\w:/.-]+|lb-[0-9a-f]{8,}|mi-[0-9a-f]{17})\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			c := s.before(m.start)
			return c != '-' && c != '.' && hasDigit(t[strings.IndexByte(t, '-')+1:]) && s.after(m.end) != '-'
		},
		finds:  []string{"and ⟦i-0abcd1234ef567890⟧ and ⟦vpc-0a1b2c3d⟧", "emr cluster ⟦j-2FAKEX9QK4T1Z⟧, iam", "⟦subnet-0fake1234fake0000⟧ x"},
		leaves: []string{"i-think", "vpc-peering", "sg-defaced", "r-squared", "p-20240101-x"},
	},
	{
		id: "cloud.locator", kind: CloudID, reason: "the account of a service",
		needs: ".-0a", least: 12, pattern: `\b[a-z]{2,3}\d{4,6}\.(?:us|eu|ap|sa|ca|me|af|il|cn|north|south|east|west|central|uk)-?[a-z]+(?:-\d)?(?:\.(?:aws|azure|gcp))?\b`,
		check: func(s *scan, m *match) bool {
			c, d := s.before(m.start), s.after(m.end)
			return !isWordByte(c) && c != '.' && c != '-' && c != '/' && !isWordByte(d) && d != '-'
		},
		finds:  []string{"acct ⟦xy40417.ap-southeast-1⟧", "account: ⟦qzz20417.west-europe.azure⟧,"},
		leaves: []string{"web01.eu-west-1", "db1234.internal", "xy40417.us"},
	},
	{
		id: "cloud.bucket", kind: CloudID, reason: "a bucket or another store of files",
		needs: ":/", pattern: `\b((?:s3[an]?|gs|gcs|abfss?|wasbs?|adl|oss|cos|hdfs|b2|r2|swift|dbfs|minio)://[^\s"'` + "`" + `<>|,;)\]]+)`,
		check: func(s *scan, m *match) bool {
			_, rest, _ := strings.Cut(s.text[m.start:m.end], "://")
			return rest != "" && rest[0] != '$' && rest[0] != '{' && trimEnd(s, m)
		},
		finds:  []string{"and ⟦s3://acme-prod-logs/x⟧", "`⟦gs://vahanika-lake/rides/⟧`"},
		leaves: []string{"s3://$BUCKET/x", "http://x"},
	},
	{
		id: "cloud.path", kind: CloudID, reason: "the path of a resource in a cloud",
		needs: "/", pattern: `(?i)(?:^|[^\w/.])((?://[a-z]+\.googleapis\.com/)?(?:projects|folders|organizations|billingaccounts)/[a-zA-Z0-9_][\w.:-]*(?:/[\w.:@*-]+)*|/subscriptions/[\w.-]+(?:/[\w.:@ -]+)*|/(?:resourcegroups|providers/microsoft\.\w+)/[\w.-]+(?:/[\w.:@-]+)*)`,
		check: func(s *scan, m *match) bool {
			m.end = trimURL(s.text, m.start, m.end)
			t := s.low[m.start:m.end]
			if strings.Contains(t, "projects/") || strings.Contains(t, "folders/") {
				// A folder of sources, unless what is beneath it is of a cloud.
				name, rest, _ := strings.Cut(t[strings.IndexByte(t, '/')+1:], "/")
				return hasDigit(name) || strings.Count(name, "-") > 1 || cloudParts.MatchString("/"+rest)
			}
			return !strings.Contains(t, "<") && !strings.Contains(t, "$")
		},
		finds:  []string{"⟦projects/acme-prod-42/secrets/db⟧ and", "⟦/subscriptions/7f9c24e8-3b1a-4c2d-9e5f-1a2b3c4d5e6f/resourceGroups/acme-rg⟧", "ids ⟦/resourceGroups/rg-eau/providers/Microsoft.Devices/IotHubs/x⟧"},
		leaves: []string{"src/projects/billing", "the projects/teams split", "projects/$P/x", "/folders/x"},
	},
	{
		id: "cloud.option", kind: CloudID, reason: "what a command is told to work on",
		cues:    []string{"--"},
		pattern: `(?:^|[\s` + "`" + `])(?:--(?P<account>profile|account(?:-id|-name)?|subscription|tenant(?:-id)?|org(?:anization)?)|--(?P<cloudid>project(?:-id)?|cluster(?:-name|-id)?|context|kube-context|resource-group|vault-name|bucket(?:-name)?|function-name|db-(?:instance|cluster)-identifier|stack-name|queue-name|queue-url|table-name|instance-ids?|instance|load-balancer-name|workspace|registry|repository-name|log-group-name|secret-id|role-name|user-pool-id|hosted-zone-id|distribution-id|domain-name|dataset|kunde|customer|mandant)|--(?P<host>device-id|node-name|vm-name|server-name|host-name|machine|nodelist|nodes))(?:[ \t]+|=)["']?[\w.:/@-]+`,
		check: func(s *scan, m *match) bool {
			return optionValue(s, m) && !envNames[s.low[m.start:m.end]]
		},
		finds:  []string{"--overwrite --profile ⟦qm-build⟧", "aws eks --cluster-name=⟦acme-eu⟧ x", "gcloud --project ⟦acme-prod-42⟧"},
		leaves: []string{"--profile=default", "--cluster $C", "the --profile option", "--context --x", "--account", "--context stg x"},
	},
	{
		id: "cloud.account", kind: Account, reason: "the number of an account",
		needs: "0", cues: []string{"account", "acct", "aws", "konto", "cuenta", "conta ", "compte", "it's in "},
		pattern: `\b(\d{12}|\d{4}-\d{4}-\d{4})\b`,
		check: func(s *scan, m *match) bool {
			before := s.lineBefore(m.start, 40)
			for _, w := range [...]string{"account", "acct", "aws", "konto", "cuenta", "conta", "compte"} {
				if strings.Contains(before, w) {
					return bareNumber(s, m)
				}
			}
			return false
		},
		finds:  []string{"AWS account ⟦123456789012⟧ and", "account ⟦440011992288⟧. cleared", "(acct: ⟦1234-5678-9012⟧)"},
		leaves: []string{"processed 123456789012 messages", "account 12345", "epoch 1710253927123 aws"},
	},
	{
		id: "cloud.twelve-digits", kind: Account, asks: true, reason: "a number as long as that of an account or a card",
		needs: "0", least: 12, pattern: `\b(?:\d{12}|\d{15,16})\b`,
		check:  bareNumber,
		finds:  []string{"processed ⟦123456789012⟧ messages"},
		leaves: []string{"12345678901234", "0x123456789012", "202403121432 backup"},
	},
	{
		id: "cloud.iban", kind: Account, reason: "the number of a bank account",
		passage: true, needs: "A0",
		pattern: `\b([A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,4})?)\b`,
		check:   iban,
		finds:   []string{"IBAN ⟦DE89 3704 0044 0532 0130 00⟧.", "⟦GB82WEST12345698765432⟧"},
		leaves:  []string{"AB12 CDEF 1234 5678", "GB82WEST12345698765433"},
	},
	{
		id: "cloud.card", kind: Account, reason: "the number of a payment card",
		passage: true, needs: "0",
		pattern: `\b([3-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7})\b`,
		check:   card,
		finds:   []string{"test card ⟦4111 1111 1111 1111⟧ failed", "⟦4111111111111111⟧"},
		leaves:  []string{"4111 1111 1111 1112", "5 4155 5501 3299", "order 4155550132999"},
	},
	{
		id: "cloud.region", kind: Region, reason: "a region of a cloud",
		needs: "-0", least: 8, pattern: `\b((?:us|eu|ap|sa|ca|me|af|il|mx|cn|us-gov)-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-\d[a-f]?|(?:us|europe|asia|australia|northamerica|southamerica|me|africa)-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)\d{1,2}(?:-[a-f])?)\b`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			if last := t[len(t)-1]; last >= 'a' && last <= 'f' {
				t = strings.TrimRight(t[:len(t)-1], "-")
			}
			m.same = "region:" + t
			return s.before(m.start) != '-'
		},
		finds:  []string{"and ⟦us-east-1a⟧ were", "⟦eu-west-1⟧,", "⟦europe-west1-b⟧"},
		leaves: []string{"north-south-1", "plus-east-1x"},
	},
	{
		id: "cloud.region-azure", kind: Region, reason: "a region of a cloud",
		cues: []string{"europe", "east", "west", "north", "south", "central"}, pattern: `(?i)\b((?:west|north|south|east|central)(?:europe|us2?|us3?|india|uk|centralus)|(?:uk|france|germany|switzerland|norway|sweden|poland|italy|spain|brazil|canada|japan|korea|australia|uae|qatar|israel)(?:west|north|south|east|central|westcentral|southeast)2?|(?:south|north|west)centralus|(?:south)?eastasia|northcentralus)\b`,
		finds:  []string{"in ⟦westeurope⟧ and", "⟦eastus2⟧", "⟦germanywestcentral⟧"},
		leaves: []string{"western europe", "east", "uk"},
	},
}

// trimEnd takes off punctuation that ends a sentence.
func trimEnd(s *scan, m *match) bool {
	m.end = trimURL(s.text, m.start, m.end)
	return m.end > m.start
}

// optionValue turns the match of an option's name into one of its value.
func optionValue(s *scan, m *match) bool {
	i := m.end
	if s.after(i) != '=' && s.after(i) != ' ' && s.after(i) != '\t' {
		return false
	}
	for i < len(s.text) && strings.IndexByte("= \t\"'", s.text[i]) >= 0 {
		i++
	}
	j := i
	for j < len(s.text) && (isWordByte(s.text[j]) || strings.IndexByte(".:/@-", s.text[j]) >= 0) {
		j++
	}
	m.start, m.end = i, j
	for m.end > m.start && strings.IndexByte(".,:;", s.text[m.end-1]) >= 0 {
		m.end--
	}
	t := s.low[m.start:m.end]
	if t == "" || t[0] == '-' || t == "default" || t == "true" || t == "false" || localHost(t) || s.partAt(m.start) == prose && ordinary(t) {
		return false
	}
	return true
}

func bareNumber(s *scan, m *match) bool {
	c, d := s.before(m.start), s.after(m.end)
	if c == '.' || c == ',' || c == '-' || c == '$' || d == '.' && isDigit(s.after(m.end+1)) || d == ',' && isDigit(s.after(m.end+1)) || d == '-' {
		return false
	}
	t := s.text[m.start:m.end]
	return !(len(t) == 12 && (strings.HasPrefix(t, "20") || strings.HasPrefix(t, "19")) && stampDigits(t)) && strings.Trim(t, t[:1]) != ""
}

// stampDigits says whether digits are a date and a clock time run together.
func stampDigits(t string) bool {
	return len(t) >= 8 && t[4:6] >= "01" && t[4:6] <= "12" && t[6:8] >= "01" && t[6:8] <= "31" && (len(t) < 12 || t[8:10] < "24" && t[10:12] < "60")
}

func iban(s *scan, m *match) bool {
	t := strings.ReplaceAll(s.text[m.start:m.end], " ", "")
	if len(t) < 15 || len(t) > 34 {
		return false
	}
	rest := 0
	for _, c := range t[4:] + t[:4] {
		switch {
		case c >= '0' && c <= '9':
			rest = (rest*10 + int(c-'0')) % 97
		default:
			rest = (rest*100 + int(c-'A') + 10) % 97
		}
	}
	return rest == 1
}

func card(s *scan, m *match) bool {
	t := strings.NewReplacer(" ", "", "-", "").Replace(s.text[m.start:m.end])
	if len(t) < 13 || len(t) > 19 || !bareNumber(s, m) || isWordByte(s.before(m.start)) {
		return false
	}
	sum := 0
	for i := range len(t) {
		d := int(t[len(t)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0 && (len(t) >= 15 || strings.Contains(s.lineBefore(m.start, 40), "card"))
}

// envNames are what environments are called everywhere.
var envNames = wordSet("prod prd production stg stage staging dev test tst qa uat int live preprod sandbox")
