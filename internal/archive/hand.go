package archive

import (
	"fmt"
	"strings"
	"time"

	"firsthand/internal/journal"
)

// A draft is an entry before its time is laid on a day.
type draft struct {
	parts []string // joined at the end: many code blocks may hang on one entry
	kind  journal.Kind
	typed string    // its time, as typed
	day   time.Time // the day that this entry says begins
	bare  bool      // its text is its time and kind, repeated for want of other words
}

// A writer turns blocks into drafts.
type writer struct {
	title   string
	titled  bool
	drafts  []draft
	kind    journal.Kind // of the part we are in
	level   int          // of the heading that named it
	label   journal.Kind // of the items that follow "Actions:"
	labeled bool
	waiting []block   // headings that belong to the next entry
	fresh   bool      // code that follows does not belong to the entry before
	limit   time.Time // the latest day that a date without a year may mean

	overruled time.Time // a day in the first lines, of whatever year, that the person or the front matter knows better
}

// aboutThen is how far behind the beginning of an account a date without a year may lie: it is near the account, not near today.
const aboutThen = 180 * 24 * time.Hour

// readByHand reads what a person wrote. text is valid and has \n at its line ends.
func readByHand(text string, o Options) (Import, error) {
	im := Import{Account: journal.Account{State: journal.Told}}
	home := o.Now.Location()
	dated, zoned := !o.Date.IsZero(), o.Zone != ""
	start := beginning{day: o.Date}
	if zoned {
		loc, err := journal.LoadZone(o.Zone, o.Now)
		if err != nil {
			return Import{}, ErrZone
		}
		home = loc
	}
	said, rest := readFrontByHand(text, o.Now)
	if said.zone != nil && !zoned {
		home, zoned = said.zone, true
	}
	if !said.day.IsZero() && !dated {
		start, dated = beginning{day: said.day}, true
	}
	im.Account.Codename, im.Account.Type = said.codename, said.of
	blocks := split(rest)
	if !zoned {
		if loc, ok := findZone(blocks, o.Now); ok {
			home = loc
			im.Notices = append(im.Notices, "Times are read in the zone that the text names: "+loc.String()+".")
		}
	}
	now := o.Now.In(home)
	found, inText := findDay(blocks, now)
	if !dated && inText {
		start, dated = found, true
	} else if !dated {
		start.day, dated = dayInName(o.Name, now)
	}

	w := writer{limit: now, title: said.title, titled: said.title != ""}
	if dated && now.Sub(start.day) > aboutThen {
		w.limit = start.day.In(home).Add(aboutThen)
	}
	if inText && !found.day.Equal(start.day) {
		w.overruled = found.day
	}
	if said.other != "" {
		w.drafts = append(w.drafts, draft{parts: []string{said.other}})
	}
	for _, b := range blocks {
		w.take(b)
	}
	w.flush()
	if len(w.drafts) == 0 {
		return Import{}, ErrEmpty
	}
	im.Account.Title, im.Account.Zone = w.title, home.String()
	moments := place(w.drafts, start, dated, now, w.limit)
	for i, d := range w.drafts {
		e := journal.Entry{
			Text: strings.Join(d.parts, "\n"), Kind: d.kind, Moment: moments[i],
			Share: journal.Private, Recorded: o.Now.UTC(), Position: i, Revision: 1,
		}
		if d.typed != "" && e.Moment.IsZero() { // it could not be placed: the words go back to where they stood
			e.Text = d.typed + " " + e.Text
		}
		if m := e.Moment; !m.IsZero() && (im.Account.Started.IsZero() || m.Best.Before(im.Account.Started)) {
			im.Account.Started = m.Best
		}
		im.Entries = append(im.Entries, e)
	}
	if !dated && !im.Account.Started.IsZero() {
		im.Notices = append(im.Notices, fmt.Sprintf("The text names no day; its first time is taken to be on %s.", im.Account.Started.In(home).Format("2 January 2006")))
	}
	if im.Account.Started.IsZero() {
		im.Account.Started = o.Now.UTC()
		if dated {
			im.Account.Started = noon(start.day, home).UTC()
		}
	}
	return im, identify(&im, o.NewID)
}

func identify(im *Import, newID func() (string, error)) error {
	if newID == nil {
		return nil
	}
	id, err := newID()
	if err != nil {
		return err
	}
	im.Account.ID = journal.AccountID(id)
	for i := range im.Entries {
		if id, err = newID(); err != nil {
			return err
		}
		im.Entries[i].ID, im.Entries[i].Account = journal.EntryID(id), im.Account.ID
	}
	return nil
}

// place gives each draft its moment. Where nobody named a day, the account ends before now.
func place(ds []draft, start beginning, dated bool, now, limit time.Time) []journal.Moment {
	if !dated {
		start.day = now
	}
	for try := 0; ; try++ {
		c := calendar{loc: now.Location(), limit: limit, day: noon(start.day, now.Location())}
		out := make([]journal.Moment, len(ds))
		last := time.Time{}
		for i, d := range ds {
			if !d.day.IsZero() {
				c.day, c.prev = noon(d.day, c.loc), time.Time{}
			}
			if d.typed == "" {
				continue
			}
			if c.prev.IsZero() && !start.from.IsZero() {
				if m, ok := c.moment(d.typed); ok && m.Local().Hour() >= 12 {
					c.day = noon(start.from, c.loc) // "night of 28→29 March" that begins in the evening begins on the 28th
				}
				c.prev, start.from = time.Time{}, time.Time{}
			}
			out[i], _ = c.moment(d.typed)
			if out[i].Best.After(last) {
				last = out[i].Best
			}
		}
		if dated || !last.After(now.Add(leeway)) || try == 3 { // a day named in the middle cannot be moved
			return out
		}
		start.day = start.day.AddDate(0, 0, -1-int(last.Sub(now)/(24*time.Hour)))
	}
}

func dayInName(name string, now time.Time) (time.Time, bool) {
	m := dateInName.FindStringSubmatch(name)
	if m == nil {
		return time.Time{}, false
	}
	return dayOf(m[1]+"-"+m[2]+"-"+m[3], now)
}

// frontByHand is the front matter of a hand-written text.
type frontByHand struct {
	title, codename string
	of              journal.Type
	zone            *time.Location
	day             time.Time
	other           string // lines that an account has no place for: they become an entry
}

func readFrontByHand(text string, now time.Time) (f frontByHand, rest string) {
	after, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return f, text
	}
	head, rest, ok := strings.Cut(after, "\n---\n")
	if !ok || len(head) > 4096 {
		return f, text
	}
	var other []string
	for line := range strings.SplitSeq(head, "\n") {
		name, value, ok := strings.Cut(line, ":")
		if !ok || strings.ContainsAny(name, " \t") {
			return frontByHand{}, text // it was a rule, and prose
		}
		if !f.set(strings.ToLower(name), strings.Trim(strings.TrimSpace(value), `"'`), now) {
			other = append(other, line)
		}
	}
	f.other = strings.Join(other, "\n")
	return f, rest
}

// set takes over one line; it reports whether it could.
func (f *frontByHand) set(name, value string, now time.Time) (ok bool) {
	switch name {
	case "title":
		f.title = value
	case "codename":
		f.codename = value
	case "type":
		for _, t := range []journal.Type{journal.Incident, journal.NearMiss, journal.Surprise, journal.Drill} {
			if strings.EqualFold(value, string(t)) {
				f.of, ok = t, true
			}
		}
		return ok
	case "zone", "timezone":
		loc, err := journal.LoadZone(value, now)
		f.zone, ok = loc, err == nil
		return ok
	case "date":
		f.day, ok = dayOf(value, now)
		return ok
	default:
		return false
	}
	return value != ""
}
