package redact

import (
	"strings"
)

// Long numbers that stand alone: of accounts, orders, patients, subscribers.

// numberCues are words beside which a long number is of somebody or something.
var numberCues = wholeWords(`account accounts acct a/c iban card pan order orders ticket protocolo protocol protokoll folio radicado case patient patients customer customers client member meter meters imsi imei
	imeisv iccid msisdn subscriber transaction transactions txn tx trace batch invoice konto kunde kunden cuenta compte conta cliente pedido commande bestellung
	auftrag rechnung vertrag police policy claim contract accession mrn nhi booking reservation payment transfer reference ref rrn stan nuban bvn nin
	session passport licence license plate shipment parcel tracking consignment waybill container device serial loan mandate merchant terminal tid mid
	employee student pupil user userid member folio factura fatura nota zlecenie konta faktura bordro fatura müşteri abone hesap rekening klant kundennr id ids no nr number numbers nummer número numero`)

var numberRules = []rule{
	{
		id: "number.cued", kind: Account, reason: "the number of an account, an order or the like",
		needs: "0", cues: numberCues, after: true,
		pattern: `(?i)(?:[ ](?:no\.?|nr\.?|number|id|is|was|ref|with)){0,2}["']?[ ]?[:=#]?[ \t]*["'(]?((?:[A-Z]{1,3})?\d{5,19}|[A-Z]{1,2}\d{6,14}|\d{2,6}(?:[ -]\d{1,6}){1,5})\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			n := countDigits(t)
			if !aloneNumber(s, m) || counted(s, m.end) || isDate(t) || n == 8 && stampDigits(t) || thousands.MatchString(t) {
				return false
			}
			if strings.ContainsAny(t, " -") {
				return n >= 9 && n <= 24
			}
			return n >= 7 || n >= 5 && longCue.MatchString(s.lineBefore(m.start, 24))
		},
		finds: []string{
			"Transaction ⟦40417700931⟧ debited", "account ⟦0123 4567 89⟧ and", "IMEI ⟦35 209900 176148 1⟧ could", "Patient ⟦40417733⟧, accession ⟦A2026004177⟧.", "Batch ⟦7741200931⟧ had", "NUBAN ⟦0044177209⟧ of", "Konto ⟦4417700⟧ leer",
			"order ⟦7720041⟧ twice", "invoice no. ⟦20417⟧ was", "a/c ⟦0044-1772-09⟧.", "order ⟦4155550132999⟧",
		},
		leaves: []string{"orders 12345678 rows", "order 12345", "users 4155550132 events", "case 20260417", "session 30 000 ms", "batch 1024 1024", "id 42", "no 12345.67", "account 2026-04-17", "ids 1024 2048", "batch 88140277 messages"},
	},
	{
		id: "number.long", kind: Other, asks: true, reason: "a long number, as an account or a person has",
		needs: "0", least: 8, pattern: `\d{8,40}`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if !aloneNumber(s, m) || counted(s, m.end) || stampDigits(t) && (t[:2] == "20" || t[:2] == "19") || len(t) == 12 {
				return false // of twelve digits another rule asks
			}
			if len(t) >= 20 {
				m.certain = true // nobody counts that far
				return true
			}
			return !instantLike(t) && !round(t) && !measured(s, m) && !lonelyFigure(s, m)
		},
		finds:  []string{"it was ⟦40417733⟧ again.", "|ORU^R01|⟦88140277⟧|P|", "at ⟦090405260417023112345678901234⟧ then", "id=⟦7741200931⟧;"},
		leaves: []string{"processed 40417733 messages", "took 120493331 ns", "epoch 1710253927", "20260417", "build 10417733", "bytes=40417733", "offset 88140277", "10000000 times", "8589934592", "0.12345678", "40417733 bytes", "-rw-r--r-- 1 root root 40417733 Mar 12", "99.12345678", "a_12345678", "pid 12345678", "seq: 40417733", "101 40417733 2213 88 9", "gzip | 7.52x | 4885366806 | +2.17%"},
	},
}

// longCue are cues beside which a number of five digits is an id already.
var longCue = newPattern(`(?:no\.?|nr\.?|number|nummer|id|iban|patient|accession|mrn|meter|imsi|imei|konto|invoice|ref)["']?[ ]?[:=#]?[ ]?["'(]?$`)

// thousands is one number, written in groups of three.
var thousands = newPattern(`^\d{1,3}(?: \d{3})+$`)

// aloneNumber says whether a number is no part of another number, a name or a path.
func aloneNumber(s *scan, m *match) bool {
	c, d := s.before(m.start), s.after(m.end)
	if isWordByte(c) || strings.IndexByte(".,-+/$€£%~^*<>@", c) >= 0 || isWordByte(d) || strings.IndexByte("-/%*^@", d) >= 0 {
		return false
	}
	next := s.after(m.end + 1)
	return !((d == '.' || d == ',' || d == ':') && isDigit(next)) && !(c == ':' && isDigit(s.before(m.start-1)))
}

// counted says whether what follows i is a unit, or what a number before it counts.
func counted(s *scan, i int) bool {
	rest := strings.TrimLeft(s.lineAfter(i, 40), " ")
	for range 2 {
		k := strings.IndexFunc(rest, func(c rune) bool { return !(c >= 'a' && c <= 'z' || c > 0x7F) })
		w := rest
		if k >= 0 {
			w = rest[:k]
		}
		if countedNouns[w] {
			return true
		}
		// An adjective may stand between: 88140277 unread messages.
		if k < 0 || k == 0 || rest[k] != ' ' || w == "and" || w == "was" || w == "is" || w == "had" || w == "to" || w == "on" || w == "in" || w == "at" || w == "of" || w == "saw" || w == "for" || w == "with" {
			return false
		}
		rest = rest[k+1:]
	}
	return false
}

// instantLike says whether digits may be seconds, or parts of them, since 1970; other rules look at these.
func instantLike(t string) bool {
	return (len(t) == 10 || len(t) == 13 || len(t) == 16 || len(t) == 19) && t[0] == '1' && t[1] >= '4'
}

// round says whether a number is a power of two or ends in many zeros: such are chosen by people, as limits are.
func round(t string) bool {
	if strings.HasSuffix(t, "0000") {
		return true
	}
	switch t {
	case "16777216", "33554432", "67108864", "134217728", "268435456", "536870912", "1073741824", "2147483647", "2147483648", "4294967295", "4294967296", "8589934592", "9223372036854775807", "18446744073709551615", "12345678", "123456789", "1234567890":
		return true
	}
	return strings.Trim(t, t[:1]) == ""
}

var measureWord = newPattern(`(?:bytes|size|count|offset|length|(?:^|[^a-z])(?:byte|sizes|len|total|sum|max|min|avg|lag|seq(?:uence)?|lsn|pos(?:ition)?|ino(?:de)?s?|mem(?:ory)?|heap|rss|used|free|available|limit|quota|pid|tid|version|build|rev(?:ision)?|release|duration|elapsed|took|latency|time|ts|timestamp|ns|us|ms|epoch|port|asn?|rows|keys|hits|misses|reads|writes|errors|drops|packets|rx|octets|blocks?|sectors?|cylinders|checksum|crc|hash|seed|generation|term|index|zxid|xid|txid|scn|gtid|binlog|xmin|xmax|wal|about|roughly|over|under|exactly|than|processed|removed|handle|ticks|counter|values?))["']?[ ]?[:=]?[ ]?["'(]?$`)

// measured says whether what stands before a number says that it measures or counts.
func measured(s *scan, m *match) bool {
	return measureWord.MatchString(s.lineBefore(m.start, 32))
}

// lonelyFigure says whether a number stands in a listing of files or a table of figures.
func lonelyFigure(s *scan, m *match) bool {
	from := strings.LastIndexByte(s.text[max(0, m.start-160):m.start], '\n') + 1 + max(0, m.start-160)
	to := min(len(s.text), m.end+160)
	if k := strings.IndexByte(s.text[m.end:to], '\n'); k >= 0 {
		to = m.end + k
	}
	line := s.text[from:to]
	if strings.Contains(line, "rw-") || strings.Contains(line, "r-x") {
		return true
	}
	figures := 0
	for _, f := range strings.FieldsFunc(line, func(c rune) bool { return c == ' ' || c == '\t' || c == '|' || c == ',' }) {
		switch f = strings.TrimLeft(f, "+-("); {
		case f == "" || !isDigit(f[0]):
		case strings.Trim(f, "0123456789.-") == "":
			figures++
		default:
			figures += 2 // with a unit
		}
	}
	return figures > 3
}
