package vault

import (
	"cmp"
	"context"
	"database/sql/driver"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"firsthand/internal/journal"
	"firsthand/internal/search"

	"github.com/mattn/go-sqlite3"
)

const (
	// tellingWords is how many words of a text are looked for, the rarest of those that are known at all.
	tellingWords = 12
	// mostTyped is how many different words of a text are weighed; a paste is judged by its first ones.
	mostTyped = 400
	// everywhere is the share of all entries above which a word tells nothing.
	everywhere = 0.1
	// fewEntries is how many entries must hold a word before it can stand everywhere.
	fewEntries = 20
)

// Similar returns at most limit entries that are not removed and share telling words with a text, the most alike first,
// without those of the accounts that skip names. It answers from the index, which it builds where there is none, and so
// need not see the latest writes. When ctx ends, so does the search, wherever it is.
//
// The text's rarest words are ranked by BM25 (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework) as FTS5
// computes it. An entry counts that holds two of them, or the only one of a text that has one.
func (v *Vault) Similar(ctx context.Context, text string, skip func(journal.AccountID) bool, limit int) ([]journal.Likeness, error) {
	words := differing(text)
	if len(words) == 0 || limit <= 0 {
		return nil, v.ready()
	}
	v.Index()
	if err := v.firstIndexed(ctx); err != nil {
		return nil, err
	}
	scored, telling, err := v.alike(ctx, words, skip, limit)
	if err != nil {
		return nil, err
	}
	records := make([]*record, len(scored))
	scores := make(map[string]alike, len(scored))
	for i, s := range scored {
		records[i] = s.record
		scores[s.record.name] = s
	}
	entries, damage := v.found(ctx, records, func(*record, *journal.Entry) bool { return true })
	likes := make([]journal.Likeness, 0, len(entries))
	for _, e := range entries {
		l := journal.Likeness{Entry: e, Score: scores[string(e.ID)].score}
		held := appendEntryWords(nil, []byte(e.Text), e.Answers[journal.FieldThings].Words)
		for _, w := range telling {
			if strings.Contains(string(held), " "+w+" ") {
				l.Words = append(l.Words, w)
			}
		}
		if len(l.Words) >= min(2, len(telling)) { // it may have been written again meanwhile
			likes = append(likes, l)
		}
	}
	return likes[:min(limit, len(likes))], damage
}

// differing are the different words of a text, in order, without those that only join others.
func differing(text string) (words []string) {
	seen := map[string]bool{}
	for w := range strings.FieldsSeq(string(search.AppendWords(nil, []byte(text)))) {
		if seen[w] || search.Joins(w) {
			continue
		}
		seen[w] = true
		if words = append(words, w); len(words) == mostTyped {
			break
		}
	}
	return words
}

// firstIndexed waits until the index has been built, and not for the few entries that were written since.
func (v *Vault) firstIndexed(ctx context.Context) error {
	if v.unindexed.began() {
		return nil
	}
	return v.Indexed(ctx)
}

// alike is an entry with its score.
type alike struct {
	record *record
	score  float64
}

// alike finds at least limit entries, if there are so many, and the words by which it found them, the rarest first.
func (v *Vault) alike(ctx context.Context, words []string, skip func(journal.AccountID) bool, limit int) ([]alike, []string, error) {
	if err := v.takeTurn(ctx); err != nil {
		return nil, nil, err
	}
	defer v.endTurn()
	if err := v.ready(); err != nil || v.index == nil {
		return nil, nil, err // without an index nothing is known to be similar
	}
	v.mu.RLock()
	total := len(v.catalogue.byID)
	v.mu.RUnlock()
	telling, err := v.index.rarest(ctx, words, total)
	if err != nil || len(telling) == 0 {
		return nil, nil, err
	}
	for ask := 8 * limit; ; ask *= 4 {
		ids, scores, err := v.index.rank(ctx, telling, ask)
		if err != nil {
			return nil, nil, err
		}
		var out []alike
		v.mu.RLock()
		for i, id := range ids {
			if r := v.catalogue.byID[id]; r != nil && r.kind == kindEntry && !r.removed && !skip(journal.AccountID(r.owner)) {
				out = append(out, alike{r, scores[i]})
			}
		}
		v.mu.RUnlock()
		if len(out) >= limit || len(ids) < ask {
			return out[:min(len(out), limit)], telling, nil
		}
	}
}

// rarest are the words that tell something, of those that at least one entry holds, the rarest first: few enough to look
// for all.
func (x *index) rarest(ctx context.Context, words []string, total int) ([]string, error) {
	if total > 2*x.counted || 2*total < x.counted || len(x.held) > maxHeld {
		x.held, x.counted = map[string]int{}, total // the words of a journal twice as large have other weights
	}
	type known struct {
		word string
		n    int
	}
	var all []known
	for _, w := range words {
		n, ok := x.held[w]
		if !ok {
			var err error
			if n, err = x.count(ctx, w); err != nil {
				return nil, err
			}
			if n > 0 {
				x.held[w] = n
			}
		}
		if n > 0 && (n <= fewEntries || float64(n) <= everywhere*float64(total)) {
			all = append(all, known{w, n})
		}
	}
	slices.SortStableFunc(all, func(a, b known) int { return cmp.Compare(a.n, b.n) })
	out := make([]string, 0, tellingWords)
	for _, k := range all[:min(len(all), tellingWords)] {
		out = append(out, k.word)
	}
	return out, nil
}

// maxHeld is how many words are remembered with how often they are held.
const maxHeld = 100_000

// count is how many entries hold a word.
func (x *index) count(ctx context.Context, word string) (n int, err error) {
	rows, err := x.query(ctx, x.often, word)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	row := make([]driver.Value, 1)
	if err := rows.Next(row); err == io.EOF {
		return 0, nil
	} else if err != nil {
		return 0, fmt.Errorf("ask index: %w", err)
	}
	many, _ := row[0].(int64)
	return int(many), nil
}

// rank gives the numbers of at most so many entries that hold two of the words, or the only one, and their scores: higher
// is more alike; the highest first.
func (x *index) rank(ctx context.Context, words []string, most int) (ids []int64, scores []float64, err error) {
	var b strings.Builder
	switch {
	case len(words) == 1:
		b.WriteString(`"` + words[0] + `"`)
	default: // the first with any other, the second with any that follows, …
		for i := range len(words) - 1 {
			if i > 0 {
				b.WriteString(" OR ")
			}
			b.WriteString(`("` + words[i] + `" AND ("` + strings.Join(words[i+1:], `" OR "`) + `"))`)
		}
	}
	rows, err := x.query(ctx, x.best, b.String(), int64(most))
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	row := make([]driver.Value, 2)
	for {
		if err := rows.Next(row); err == io.EOF {
			return ids, scores, nil
		} else if err != nil {
			return nil, nil, fmt.Errorf("ask index: %w", err)
		}
		id, _ := row[0].(int64)
		score, _ := row[1].(float64)
		if math.IsNaN(score) {
			score = 0
		}
		ids, scores = append(ids, id), append(scores, -score)
	}
}

func (x *index) query(ctx context.Context, s driver.Stmt, values ...driver.Value) (driver.Rows, error) {
	args := make([]driver.NamedValue, len(values))
	for i, v := range values {
		args[i] = driver.NamedValue{Ordinal: i + 1, Value: v}
	}
	rows, err := s.(*sqlite3.SQLiteStmt).QueryContext(ctx, args)
	if err != nil {
		return nil, fmt.Errorf("ask index: %w", err)
	}
	return rows, nil
}
