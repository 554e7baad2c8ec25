package redact

import (
	"sync"

	"firsthand/internal/redact/indirect"
)

// kept is what an Examiner keeps for the plans that are made of its surveys, one after another while a person decides:
// what is said of a text by itself, which a decision about a name changes in few of them.
type kept struct {
	foreignness      memo[int]
	english, foreign memo[[]sentence] // sentences, of an account in English and in another language
	reduced          memo[string]
	figures          memo[[]figure]
	hints            indirect.Memory

	mu        sync.Mutex
	catalogue *catalogue // the last one
	own       []string   // the labels handed out last
	labels    *matcher   // of own
}

// A memo keeps what a function gave for the texts that it was asked about lately. Its zero value is ready for use, also by
// several goroutines.
type memo[V any] struct {
	mu          sync.Mutex
	now, before map[string]V // before are those that were asked about longer ago
	size        int          // bytes of the texts in now
}

// mostRemembered is the length of all texts from which on a memo begins to forget.
const mostRemembered = 1 << 20

// of is f(text).
func (m *memo[V]) of(text string, f func(string) V) V {
	m.mu.Lock()
	v, ok := m.now[text]
	if !ok {
		v, ok = m.before[text]
		if ok {
			m.keep(text, v)
		}
	}
	m.mu.Unlock()
	if !ok {
		v = f(text)
		m.mu.Lock()
		m.keep(text, v)
		m.mu.Unlock()
	}
	return v
}

func (m *memo[V]) keep(text string, v V) {
	if m.now == nil || m.size > mostRemembered {
		m.now, m.before, m.size = map[string]V{}, m.now, 0
	}
	m.now[text] = v
	m.size += len(text)
}
