package redact

import (
	"slices"
	"strings"
)

// Key is the folded form under which a decision about a thing of that kind is held.
func Key(kind Kind, form string) string {
	if kind == Secret {
		return form // two secrets may differ in case alone
	}
	return strings.TrimSpace(foldLiteral(form))
}

// Keepable reports whether a thing of that kind may ever stay in a release. A secret may not.
func Keepable(k Kind) bool { return k != Secret }

// decisions are decisions by kind and key. Of several about one form the one that hides most counts.
type decisions map[Kind]map[string]Decision

func decisionsByKey(list []Decision) decisions {
	out := decisions{}
	for _, d := range list {
		if d.Action == Keep && !Keepable(d.Kind) {
			continue
		}
		if out[d.Kind] == nil {
			out[d.Kind] = map[string]Decision{}
		}
		old, ok := out[d.Kind][d.Key]
		if !ok || strictness(d.Action) >= strictness(old.Action) {
			out[d.Kind][d.Key] = d
		}
	}
	return out
}

func strictness(a Action) int { return slices.Index([]Action{Keep, Hide, As}, a) }

// about is the decision that holds for an entity: of the decisions about its forms the one that hides most.
// A decision to keep does not hold once the entity stands in more places than were seen.
func (ds decisions) about(e Entity) (d Decision, ok, stale bool) {
	byKey := ds[e.Kind]
	if len(byKey) == 0 {
		return Decision{}, false, false
	}
	for _, form := range append([]string{e.Name}, e.Forms...) {
		if x, has := byKey[e.Key(form)]; has && (!ok || strictness(x.Action) > strictness(d.Action)) {
			d, ok = x, true
		}
	}
	if ok && d.Action == Keep && len(e.Spans) > d.Count {
		return Decision{}, false, true
	}
	return d, ok, false
}

// treatment is what becomes of an entity, and the label or the class that the person chose for it.
//
// In the profile named people keep their names unless the person decided to hide them; what else points at them, such
// as an address, is replaced by the name.
func treatment(e Entity, ds decisions, profile Profile) (t Treatment, label string, class Class) {
	d, ok, stale := ds.about(e)
	switch {
	case e.Kind == Secret:
		return Withhold, "", ""
	case ok && d.Action == As && d.Label != "":
		return Replace, d.Label, ""
	case ok && d.Action == Keep:
		return Kept, "", ""
	case stale:
		return Undecided, "", ""
	case !ok && profile == Named && e.Kind == Person:
		return Kept, "", ""
	case !ok && !e.Certain:
		return Undecided, "", ""
	}
	switch e.Kind {
	case Date, Zone, Role:
		return Withhold, "", ""
	case Time:
		return Generalise, "", ""
	}
	if slices.Contains(Classes, d.Class) {
		class = d.Class
	}
	if profile == Generalised {
		return Generalise, "", class
	}
	return Replace, "", class
}
