package redact

import "strings"

// Names that a scheduler makes: pods and their sets.

var podRules = []rule{
	{
		id: "host.pod", kind: Host, reason: "a pod",
		needs: "0-a", pattern: `[a-z][a-z0-9]*(?:-[a-z0-9]+)*-[a-z0-9]{5,10}-[a-z0-9]{5}\b|[a-z][a-z0-9]*(?:-[a-z0-9]+)*-[a-z0-9]{5}\b`,
		check:  pod,
		finds:  []string{"pod ⟦payments-api-7d9c6b5f4d-x8k2z⟧ OOMKilled", "grab one pod, ⟦mm-allocator-6c4d9-vhp7j⟧, 500", "⟦jabuti-consumer-5f8d7c9b6-q2x4z⟧   0/1", "pod/⟦fluentd-x8k2z⟧", "⟦backup-28391820-x8k2z⟧", "pod ⟦node-exporter-9xk2p⟧"},
		leaves: []string{"read-after-write", "end-to-end-tests", "well-known-issue", "payments-api-7d9c6b5f4d", "web-prod-00001", "my-2024-03-12"},
	},
	{
		id: "host.pod-set", kind: Host, reason: "a set of pods",
		needs: "0-a", pattern: `\b([a-z][a-z0-9]*(?:-[a-z0-9]+)*-[bcdf0-9][a-z0-9]{7,9})\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			hash := t[strings.LastIndexByte(t, '-')+1:]
			c := s.before(m.start)
			return strings.Trim(hash, "bcdfghjklmnpqrstvwxz2456789") == "" && hasDigit(hash) && hasLetter(hash) && !isWordByte(c) && c != '.' && c != '-' && s.after(m.end) != '-' && kindChanges(hash) >= 3
		},
		finds:  []string{"replicaset ⟦payments-api-7d9c6b5f4d⟧ scaled"},
		leaves: []string{"read-after-write", "web-database1", "feature-branch22"},
	},
}

// kindChanges counts how often letters and digits take turns.
func kindChanges(t string) int {
	n := 0
	for i := 1; i < len(t); i++ {
		if isDigit(t[i]) != isDigit(t[i-1]) {
			n++
		}
	}
	return n
}

// pod decides about a name with parts that a scheduler made.
func pod(s *scan, m *match) bool {
	c, d := s.before(m.start), s.after(m.end)
	if isWordByte(c) || c == '-' || c == '.' || d == '-' || isWordByte(d) || d == '.' && isWordByte(s.after(m.end+1)) {
		return false
	}
	parts := strings.Split(s.text[m.start:m.end], "-")
	last := parts[len(parts)-1]
	if len(parts) < 2 || len(last) != 5 || isDigit(last[0]) && strings.Trim(last, "0123456789") == "" {
		return false
	}
	if len(parts) > 2 {
		set := parts[len(parts)-2]
		job := len(set) >= 8 && strings.Trim(set, "0123456789") == ""
		if (job || len(set) >= 5 && hasDigit(set) && hasLetter(set) && kindChanges(set) >= 2) && (hasDigit(last) || strings.Trim(last, "bcdfghjklmnpqrstvwxz") == "") {
			return true
		}
	}
	cue := strings.Contains(s.lineBefore(m.start, 12), "pod") || strings.HasPrefix(strings.TrimLeft(s.lineAfter(m.end, 24), " "), "0/") || strings.HasPrefix(strings.TrimLeft(s.lineAfter(m.end, 24), " "), "1/")
	return cue && hasDigit(last) && hasLetter(last) && kindChanges(last) >= 1 || hasDigit(last) && hasLetter(last) && kindChanges(last) >= 2 && len(parts) > 2 && hostName(strings.Join(parts, "-")) == not && !technical[last]
}
