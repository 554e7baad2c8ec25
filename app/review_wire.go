package app

import (
	"errors"
	"slices"
	"strings"

	"firsthand/internal/coach"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/redact/indirect"
)

// errMark means that there is nothing to mark between two places of a line.
var errMark = errors.New("nothing to mark")

func wireReviewed(r journal.Reading) Reviewed {
	w := Reviewed{
		Profile: r.Profile, Audience: r.Audience, Zero: string(r.Zero),
		Lines: []ReviewLine{}, Findings: []Finding{}, Questions: []IndirectQuestion{},
		LinesOnly: r.LinesOnly, CaseFile: r.Accounts != nil, Name: wireText(r.Name), Accounts: []Origin{},
	}
	for _, o := range r.Accounts {
		w.Accounts = append(w.Accounts, wireOrigin(o))
	}
	es := make([]journal.Entry, 0, len(r.Lines))
	for _, l := range r.Lines {
		es = append(es, l.Entry)
		w.Lines = append(w.Lines, wireReviewLine(l))
		if l.Chosen {
			w.Chosen++
		}
	}
	w.Account = wireAccount(r.Account, es)
	for _, f := range r.Found {
		w.Findings = append(w.Findings, wireFinding(f))
		if f.Treatment == redact.Undecided {
			w.Undecided++
		}
	}
	w.LastPage = LastPage{Parts: []ReviewPart{}, Shared: r.Account.Closing != nil && r.Account.Closing.Share}
	for _, part := range r.Closing {
		w.LastPage.Parts = append(w.LastPage.Parts, ReviewPart{Title: string(part.Question), Text: wireText(part.Pieces)})
	}
	w.Releases = wireReleases(r.Releases)
	for _, q := range r.Questions {
		w.Questions = append(w.Questions, wireQuestion(q, w.Lines))
	}
	return w
}

func wireQuestion(q journal.IndirectQuestion, lines []ReviewLine) IndirectQuestion {
	w := IndirectQuestion{ID: q.ID, Kind: q.Kind, Line: string(q.Entry), Words: q.Words, With: q.With, Joins: []JoinOf{}}
	if q.Kind == indirect.Same {
		w.Joins = append(w.Joins, JoinOf{One: q.Words, Other: q.With, Rule: Rule(q.Rule), Why: redact.Reason(q.Rule)})
	}
	if i := slices.IndexFunc(lines, func(l ReviewLine) bool { return l.Entry.ID == w.Line }); i >= 0 {
		w.From, w.To = units(lines[i].Read[:q.From]), units(lines[i].Read[:q.To])
	}
	return w
}

func wireReviewLine(l journal.ReadLine) ReviewLine {
	text := wireText(l.Pieces)
	return ReviewLine{
		Entry: wireEntry(l.Entry), Chosen: l.Chosen, Free: l.Entry.Share != journal.Background,
		Usual: l.Entry.LeavesByDefault(),
		Clock: l.Clock.String(), Read: text.Read, Marks: text.Marks, Said: l.Said, Became: l.Became, Why: wireText(l.Why),
	}
}

// wireText joins the pieces of a text and says where the marks stand in them.
func wireText(pieces []redact.Piece) ReviewText {
	w := ReviewText{Marks: []Mark{}}
	var text strings.Builder
	at := 0
	for _, p := range pieces {
		end := at + units(p.Text)
		if p.Treatment != "" {
			w.Marks = append(w.Marks, Mark{From: at, To: end, Entity: string(p.Entity), Treatment: p.Treatment, Original: p.Original})
		}
		text.WriteString(p.Text)
		at = end
	}
	w.Read = text.String()
	return w
}

func wireFinding(f journal.Found) Finding {
	w := Finding{
		ID: string(f.Entity.ID), Kind: f.Entity.Kind, Name: f.Entity.Name, Forms: []string{}, Author: f.Entity.Author,
		Rule: Rule(f.Entity.Rule), Why: redact.Reason(f.Entity.Rule), Certain: f.Entity.Certain, Treatment: f.Treatment,
		Label: f.Label, Decided: f.Decided, Count: f.Count, Lines: []string{},
		Keepable: redact.Keepable(f.Entity.Kind), Tied: redact.Tied(f.Entity.Kind), Single: f.Single,
		Parts: append([]string{}, f.Parts...), Places: []PlaceOf{}, Joins: []JoinOf{},
	}
	for _, p := range f.Places {
		w.Places = append(w.Places, PlaceOf{Before: p.Before, Form: p.Form, After: p.After})
	}
	for _, j := range f.Entity.Joins {
		w.Joins = append(w.Joins, JoinOf{One: j.Names[0], Other: j.Names[1], Rule: Rule(j.Rule), Why: redact.Reason(j.Rule)})
	}
	if slices.Contains(redact.Classes, f.Class) {
		w.Class = f.Class
	}
	if f.Entity.Kind != redact.Secret {
		w.Forms = append(w.Forms, f.Entity.Forms...)
	}
	for _, e := range f.Entries {
		w.Lines = append(w.Lines, string(e))
	}
	return w
}

// marked is the person's own text between two places of a chosen line as it will be read, counted in UTF-16 units.
// The error is errMark or journal.ErrNotFound.
func marked(r journal.Reading, entry journal.EntryID, from, to int) (string, error) {
	i := slices.IndexFunc(r.Lines, func(l journal.ReadLine) bool { return l.Entry.ID == entry && l.Chosen })
	if i < 0 {
		return "", journal.ErrNotFound
	}
	w := wireReviewLine(r.Lines[i])
	start, okStart := offset(w.Read, from)
	end, okEnd := offset(w.Read, to)
	if !okStart || !okEnd || start >= end {
		return "", errMark
	}
	for _, m := range w.Marks {
		if from < m.To && m.From < to {
			return "", errMark // it is hidden already, or stands there for something hidden
		}
	}
	text := strings.TrimSpace(w.Read[start:end])
	if text == "" {
		return "", errMark
	}
	return text, nil
}

// wireRemarks are remarks as the page counts, a list for each line.
func wireRemarks(lines []Spoken, found [][]coach.Remark, l coach.Language) [][]Remark {
	out := make([][]Remark, len(lines))
	for i, rs := range found {
		out[i] = []Remark{}
		for _, r := range rs {
			from := units(lines[i].Text[:r.Start])
			to := from + units(lines[i].Text[r.Start:r.End])
			out[i] = append(out[i], Remark{From: from, To: to, Kind: r.Kind, Question: r.Question(l)})
		}
	}
	return out
}
