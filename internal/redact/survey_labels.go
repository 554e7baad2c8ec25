package redact

import "fmt"

// Labels is what every entity would be called if all of them were hidden, by role and in order of appearance.
// What has no pseudonym, such as a secret or a date, is numbered by its kind, so that two things never share a label.
func (s *Survey) Labels() map[EntityID]string {
	c := Choice{Profile: ByRole}
	for i := range s.Sources {
		c.Sources = append(c.Sources, i)
	}
	for _, e := range s.Entities {
		for _, f := range e.Forms {
			c.Decisions = append(c.Decisions, Decision{Kind: e.Kind, Key: Key(e.Kind, f), Action: Hide})
		}
	}
	labels := map[EntityID]string{}
	count := map[Kind]int{}
	for _, t := range s.Plan(c).Treated() {
		if t.Treatment == Replace {
			labels[t.Entity.ID] = t.Label
			continue
		}
		count[t.Entity.Kind]++
		labels[t.Entity.ID] = fmt.Sprintf("%s %d", t.Entity.Kind, count[t.Entity.Kind])
	}
	return labels
}
