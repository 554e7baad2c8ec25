package vault

import (
	"fmt"
	"slices"
	"time"
)

// How backups are thinned out by age. The newest one that is unchanged is among the latest, so it always stays.
const (
	keptLatest  = 7                    // the latest ones, whenever they were made
	keptWeekly  = 62 * 24 * time.Hour  // one a week for two months
	keptMonthly = 366 * 24 * time.Hour // one a month for a year; older than that, one a year
)

// thinned are the backups of one folder that may go. Those found changed are neither counted nor touched: they may be
// all that is left of something. Weeks begin on Monday; of each week, month and year the last backup stays.
func thinned(made []Backup, now time.Time) (gone []Backup) {
	made = slices.DeleteFunc(slices.Clone(made), func(b Backup) bool { return b.Changed })
	slices.SortFunc(made, func(a, b Backup) int { return b.Sequence - a.Sequence }) // a clock may be set back
	kept := make(map[string]bool)
	for i, b := range made {
		period := b.period(now)
		if i >= keptLatest && kept[period] {
			gone = append(gone, b)
		}
		kept[period] = true
	}
	return gone
}

// period is the time of which one backup stays, as old as b is now.
func (b Backup) period(now time.Time) string {
	made := b.Made.UTC()
	switch age := now.Sub(made); {
	case age <= keptWeekly:
		year, week := made.ISOWeek()
		return fmt.Sprintf("week %d %d", year, week)
	case age <= keptMonthly:
		return made.Format("month 2006 1")
	}
	return made.Format("year 2006")
}
