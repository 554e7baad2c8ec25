package redact

import (
	"net/netip"
	"strconv"
	"strings"
)

// Network addresses: IPv4, IPv6, hardware.

var addressRules = []rule{
	{
		id: "address.masked", kind: IP, asks: true, reason: "an address on your network, partly masked",
		needs: ".0", least: 7, pattern: `\b(\d{1,3}(?:\.(?:\d{1,3}|x{1,3}|X{1,3}|\*)){3})`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			return strings.ContainsAny(t, "xX*") && !isWordByte(s.after(m.end)) && s.before(m.start) != '.'
		},
		finds:  []string{"from ⟦211.x.x.94⟧ I", "all of ⟦10.20.30.*⟧ was", "⟦192.168.xxx.xxx⟧"},
		leaves: []string{"version 1.2.x", "3.x.y", "2.*.*", "1.2.3.4"},
	},
	{
		id: "address.defanged", kind: IP, reason: "an address on your network, its dots in brackets",
		needs: ".0", least: 9, pattern: `\d{1,3}(?:(?:\.|\[\.\]|\(\.\)|\[dot\])\d{1,3}){3}`,
		check: func(s *scan, m *match) bool {
			t := strings.NewReplacer("[.]", ".", "(.)", ".", "[dot]", ".").Replace(s.text[m.start:m.end])
			m.same = "ip:" + t
			return t != s.text[m.start:m.end] && isIPv4(t) && !wellKnownIP(t) && !isWordByte(s.before(m.start)) && !isWordByte(s.after(m.end))
		},
		finds:  []string{"and ⟦10.77.3[.]12⟧ were", "from ⟦172[.]22[.]8[.]102⟧,"},
		leaves: []string{"10.77.3.12", "8.8.8[.]8", "a[1.2.3]4"},
	},
	{
		id: "address.ipv4", kind: IP, reason: "an address on your network",
		needs: "0.", least: 7, pattern: `\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2}\b)?`,
		check: func(s *scan, m *match) bool { return ipv4(s, m, true) },
		finds: []string{
			"net ⟦10.4.8.0/255.255.254.0⟧ x", "node ⟦10.20.30.40⟧ lost quorum", "⟦10.0.0.0/16⟧ routes to ⟦10.0.5.7⟧:8443", "(⟦10.44.7.21⟧), load", "from ⟦203.0.113.9⟧.", "⟦10.0.0.1⟧-⟦10.0.0.9⟧", "src=⟦172.16.4.2⟧;",
		},
		leaves: []string{
			"upgraded to v1.2.3.4 and version 10.4.2.1", "listening on 127.0.0.1:8080 and 0.0.0.0", "999.1.1.1 is not an address", "1.2.3", "dns 8.8.8.8 and 1.1.1.1", "mask 255.255.255.0",
			"169.254.169.254", "Build 4.0.2.18", "OID 1.3.6.1.4.1", "release 2.4.1.0",
		},
	},
	{
		id: "address.version-or-ip", kind: IP, asks: true, reason: "an address, or a version of a product",
		needs: "0.", least: 7, pattern: `\d{1,3}(?:\.\d{1,3}){3}`,
		check:  func(s *scan, m *match) bool { return ipv4(s, m, false) },
		finds:  []string{"Elasticsearch ⟦7.17.9.1⟧ went"},
		leaves: []string{"10.20.30.40", "version 1.2.3.4"},
	},
	{
		id: "address.ipv4-part", kind: IP, reason: "part of an address on your network",
		needs: "0.", pattern: `\b(\d{1,3}\.\d{1,3}\.\d{1,3}\.(?:[xX*]{1,3}|\d{1,3}-\d{1,3}|\[\d{1,3}-\d{1,3}\])|10\.\d{1,3}(?:\.\d{1,3})?(?:\.[xX*])?/\d{1,2}|(?:10|172|192)\.\d{1,3}\.[xX*](?:\.[xX*])?)`,
		check:  func(s *scan, m *match) bool { c := s.before(m.start); return c != '.' && c != '-' && c != 'v' },
		finds:  []string{"all of ⟦10.44.7.x⟧ was", "⟦10.44/16⟧", "⟦192.168.1.10-20⟧"},
		leaves: []string{"1.2.x", "v10.4.x", "3.4/10"},
	},
	{
		id: "address.ipv6", kind: IP, reason: "an address on your network",
		needs: ":0", pattern: `::(?:[Ff]{4}:)?\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(?:\d{1,3}(?:\.\d{1,3}){3})?(?:/\d{1,3})?`,
		check: ipv6,
		finds: []string{
			"peer ⟦fe80::1ff:fe23:4567:890a%eth0⟧ and ⟦2001:db8:85a3::8a2e:370:7334⟧", "[⟦2001:db8::1⟧]:443", "⟦::ffff:10.4.7.12⟧ x", "⟦fd00:1:2::/48⟧", "⟦2001:0db8:0000:0000:0000:ff00:0042:8329⟧,",
		},
		leaves: []string{"at 12:34:56 std::vector and a::b threw", "::1", "::", "[::]:8080", "00:1A:2b:3C:4d:5E", "2001::add", "std::d1::e2"},
	},
	{
		id: "address.mac", kind: MAC, reason: "the address of a network card",
		needs: "0", least: 14, pattern: `(?:[0-9A-Fa-f]{2}:){5}(?:[0-9A-Fa-f]{2}:){0,14}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}`,
		check: func(s *scan, m *match) bool {
			c, d := s.before(m.start), s.after(m.end)
			if isWordByte(c) || isWordByte(d) || c == ':' || d == ':' && isWordByte(s.after(m.end+1)) || c == '-' || d == '-' || c == '.' || d == '.' && isWordByte(s.after(m.end+1)) {
				return false
			}
			t := s.low[m.start:m.end]
			bare := strings.Map(func(r rune) rune {
				if r == ':' || r == '-' || r == '.' {
					return -1
				}
				return r
			}, t)
			if strings.Trim(bare, "f") == "" || strings.Trim(bare, "0") == "" || strings.Contains(t, ".") && !hasLetter(bare) && !strings.Contains(s.lineBefore(m.start, 30), "mac") {
				return false
			}
			m.same = "mac:" + bare
			return true
		},
		finds:  []string{"MAC ⟦00:1A:2b:3C:4d:5E⟧ flapped; also ⟦001a.2b3c.4d5e⟧", "chassis ⟦94-8E-D3-02-7C-41⟧.", "wwn ⟦50:01:43:80:12:34:56:78⟧"},
		leaves: []string{"ff:ff:ff:ff:ff:ff", "12:34:56", "20-03-12-14-32-07-1", "1234.5678.9012"},
	},
	{
		id: "address.pci-or-host-part", kind: IP, asks: true, reason: "the last part of an address",
		cues:    []string{" the .", " is .", " was .", " box .", "(.", " host .", " node .", " on .", " from .", " and ."},
		pattern: `[\s(](\.\d{1,3})\b`,
		check: func(s *scan, m *match) bool {
			return s.before(m.start) != '0' && len(s.text[m.start:m.end]) > 2 && !isDigit(s.before(m.start-1)) && s.after(m.end) != '.' && strings.Contains(s.text, "."+strings.Trim(s.text[m.start:m.end], ".")+" ") && lastOctet(s, s.text[m.start:m.end])
		},
		finds:  []string{"10.44.7.23 was up, the ⟦.23⟧ box"},
		leaves: []string{"the .22 calibre", "by .50"},
	},
}

var versionCue = newPattern(`(?:^|[^a-z])(?:section|chapter|clause|appendix|paragraph|para|kapitel|abschnitt|v|ver|versions?|releases?|released|built|shipped|build|rev|revision|upgrad(?:e|ed|ing) (?:to|from)|downgrad(?:e|ed|ing) (?:to|from)|oid|fw|firmware|driver|kernel|patch|tag|chrome|firefox|safari|edge|bios|image|chart|assembly|agent)(?: (?:of|des|der|vom|von|de|du|del|do|da|della) (?:[a-zäöüß]+ )?\pL+)?(?: (?:is|was|war|ist|era|est|était|é))?[ :=]*$`)

// versionInLine is a version of four numbers.
var versionInLine = newPattern(`\bversions? \d+\.\d+\.\d+\.\d+\b`)

// ipv4 decides about four numbers with dots; plain is false for the rule that asks about those after a product's name.
func ipv4(s *scan, m *match, plain bool) bool {
	c, d := s.before(m.start), s.after(m.end)
	if isWordByte(c) || c == '.' || d == '.' && isDigit(s.after(m.end+1)) || isWordByte(d) || c == '-' && !isDigit(s.before(m.start-1)) {
		return false
	}
	prev := s.wordBefore(m.start)
	t := s.text[m.start:m.end]
	private := strings.HasPrefix(t, "10.") || strings.HasPrefix(t, "192.168.") || strings.HasPrefix(t, "172.")
	product := prev != "" && product(prev) && !private
	if product == plain {
		return false
	}
	addr, bits, _ := strings.Cut(t, "/")
	if n, err := strconv.Atoi(bits); bits != "" && (err != nil || n > 32) {
		m.end -= len(bits) + 1
		bits = ""
	}
	if !isIPv4(addr) || wellKnownIP(addr) || versionCue.MatchString(s.lineBefore(m.start, 48)) {
		return false
	}
	if m.certain && private && versionInLine.MatchString(s.lineBefore(m.start, 160)) {
		m.certain = false // version 10.3.0.14, and on 01 it was 10.2.0.9
	}
	if mask := maskPart.FindString(s.text[min(len(s.text), m.start+len(addr)):min(len(s.text), m.start+len(addr)+20)]); mask != "" {
		m.end, bits = m.start+len(addr)+len(mask), ""
	}
	if line := s.lineBefore(m.start, 48); !private && strings.Contains(line, "versi") && !strings.Contains(line, " ip") {
		m.certain = false // Version des Arbeiters war 3.11.0.2
	}
	m.same = "ip:" + addr
	if bits != "" && bits != "32" {
		m.same += "/" + bits
	}
	return true
}

func isIPv4(t string) bool {
	a, err := netip.ParseAddr(t)
	return err == nil && a.Is4()
}

// wellKnownIP are addresses that mean the same everywhere: this machine, any, masks, public resolvers, metadata.
func wellKnownIP(t string) bool {
	switch t {
	case "0.0.0.0", "8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "9.9.9.9", "149.112.112.112", "208.67.222.222", "208.67.220.220", "4.2.2.1", "4.2.2.2",
		"169.254.169.254", "169.254.170.2", "168.63.129.16", "224.0.0.1", "224.0.0.251", "239.255.255.250", "1.2.3.4":
		return true
	}
	return strings.HasPrefix(t, "127.") || strings.HasPrefix(t, "255.") || strings.HasPrefix(t, "0.0.")
}

// publicResolvers are addresses of resolvers that everybody uses.
var publicResolvers = wordSet(`2001:4860:4860::8888 2001:4860:4860::8844 2606:4700:4700::1111 2606:4700:4700::1001 2620:fe::fe 2620:fe::9 2620:119:35::35 2620:119:53::53`)

func ipv6(s *scan, m *match) bool {
	t := s.text[m.start:m.end]
	if c, d := s.before(m.start), s.after(m.end); isWordByte(c) || isWordByte(d) || c == '.' {
		return false
	}
	for !strings.HasSuffix(t, "::") && strings.HasSuffix(t, ":") {
		t = t[:len(t)-1]
		m.end--
	}
	if strings.HasPrefix(t, ":") && !strings.HasPrefix(t, "::") {
		t = t[1:]
		m.start++
	}
	addr, bits, _ := strings.Cut(t, "/")
	a, err := netip.ParseAddr(addr)
	if err != nil || a.IsLoopback() || a.IsUnspecified() || !hasDigit(addr) || publicResolvers[a.String()] {
		return false
	}
	// Names in code are joined by :: too, and may be hexadecimal: an address has a first group that is one.
	first, _, _ := strings.Cut(strings.ToLower(addr), ":")
	groups := strings.Count(strings.Trim(addr, ":"), ":") + 1
	start := first == "" || len(first) == 4 && (first[0] == '2' || first[0] == '3' || first[0] == 'f') || (first == "64" || first == "100") || len(first) == 3 && first[0] == 'f'
	if !a.Is4In6() && (!start && groups < 4 || start && groups < 3 && !hasDigit(first) && bits == "" && !strings.HasPrefix(first, "f")) {
		return false
	}
	if strings.Contains(addr, "::") && groups == 3 && hasLetter(strings.Trim(addr[strings.Index(addr, "::")+2:], "0123456789")) && bits == "" && len(addr) < 11 && ordinary(addr[strings.Index(addr, "::")+2:]) {
		return false
	}
	if zone := zonePart.FindString(s.text[m.end:min(len(s.text), m.end+16)]); zone != "" {
		m.end += len(zone)
	}
	m.same = "ip:" + a.String()
	if bits != "" {
		m.same += "/" + bits
	}
	return true
}

// lastOctet says whether an address in the text ends with that part, dot included.
func lastOctet(s *scan, part string) bool {
	for at := 0; ; {
		i := strings.Index(s.text[at:], part)
		if i < 0 {
			return false
		}
		i += at
		n := i
		for n > 0 && (isDigit(s.text[n-1]) || s.text[n-1] == '.') {
			n--
		}
		if isIPv4(s.text[n : i+len(part)]) {
			return true
		}
		at = i + len(part)
	}
}

// zonePart is the interface after an address of a link: %eth0.
var zonePart = newPattern(`^%[A-Za-z][\w.-]*\w`)

// maskPart is a mask after an address.
var maskPart = newPattern(`^/2(?:55|54|52|48|40)(?:\.\d{1,3}){3}`)
