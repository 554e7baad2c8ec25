package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// scanned is one finding as "scan" prints it. Offsets are bytes into the text, end exclusive.
type scanned struct {
	Start   int         `json:"start"`
	End     int         `json:"end"`
	Type    redact.Kind `json:"type"`
	Certain bool        `json:"certain"`
	Entity  string      `json:"entity"`
	Rule    string      `json:"rule"`
}

func (p *Program) scanCommand() *cobra.Command {
	var names string
	c := &cobra.Command{
		Use:   "scan [FILE|-]",
		Short: "Find what identifies in a text; needs no journal",
		Long: `Prints one JSON line for every stretch of the text that may identify somebody or something:
byte offsets, type, whether it would be hidden without being asked about (certain), what it would be called
in a release (entity) and the rule that found it. Findings of one real thing share their entity.`,
		Args: maxArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			text, err := p.input(args)
			if err != nil {
				return err
			}
			known, err := p.readNames(names)
			if err != nil {
				return err
			}
			s := redact.Examine([]redact.Source{{Text: string(text)}}, known)
			labels := s.Labels()
			e := json.NewEncoder(p.Stdout)
			e.SetEscapeHTML(false)
			for _, f := range s.Findings {
				if err := e.Encode(scanned{f.Start, f.End, f.Kind, f.Certain, labels[f.Entity], f.Rule}); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().StringVar(&names, "names", "", "a `file` of names to find, as for \"firsthand names add\"")
	return c
}

func (p *Program) readNames(file string) ([]redact.Known, error) {
	if file == "" {
		return nil, nil
	}
	b, err := p.file(file, mostInput)
	if err != nil {
		return nil, err
	}
	return parseNames(string(b))
}

func parseNames(list string) ([]redact.Known, error) {
	known, err := redact.ParseNames(list)
	if err != nil {
		return nil, usage("the list of names cannot be read, " + err.Error() + ": write \"kind: name, other form\", one thing a line")
	}
	return known, nil
}

func (p *Program) namesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "names",
		Short: "List the names that are hidden in every release",
		Long: `Lists what is hidden in every release: the names you listed and what you decided to hide.
"names add" reads more of them, one thing a line: its kind and a colon (or nothing, for a person), then its
forms, separated by commas. "author" is you.

    Priya Patel, pp
    customer: Initech, Initech GmbH
    author: Ola Nordmann, ola`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				list, err := j.Hidden(ctx)
				if err != nil {
					return err
				}
				_, err = io.WriteString(p.Stdout, redact.FormatNames(list))
				return err
			})
		},
	}
	c.AddCommand(&cobra.Command{
		Use:   "add [FILE|-]",
		Short: "Hide more names in every release",
		Args:  maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := p.input(args)
			if err != nil {
				return err
			}
			known, err := parseNames(string(b))
			if err != nil {
				return err
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error { return j.HideAlways(ctx, known) })
		},
	})
	c.AddCommand(&cobra.Command{
		Use:   "remove NAME",
		Short: "Remember a name no more: later accounts ask about it again",
		Long: `Takes the thing that has this form off the list. What was decided for an account stays decided there, and what the
rules are certain of is hidden all the same.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				list, err := j.Hidden(ctx)
				if err != nil {
					return err
				}
				for _, k := range list {
					if slices.ContainsFunc(k.Forms, func(f string) bool { return strings.EqualFold(f, strings.TrimSpace(args[0])) }) {
						return j.HideNoMore(ctx, k.Kind, args[0])
					}
				}
				return &failure{Failed, "No name of that form is on the list; nothing was changed. \"firsthand names\" shows it."}
			})
		},
	})
	return c
}

// reviewed is one entity as "entities" prints it.
type reviewed struct {
	ID        redact.EntityID  `json:"id"`
	Type      redact.Kind      `json:"type"`
	Name      string           `json:"name"`
	Forms     []string         `json:"forms"`
	Certain   bool             `json:"certain"`
	Treatment redact.Treatment `json:"treatment"`
	Label     string           `json:"label,omitempty"`
	Places    int              `json:"places"`
	Rule      string           `json:"rule"`
	Why       string           `json:"why"`
	Joins     []joinedNames    `json:"joins,omitempty"` // why its names are one thing's
	Stands    []standing       `json:"stands,omitempty"`
}

// joinedNames are two names of one thing, and why they are.
type joinedNames struct {
	Names [2]string `json:"names"`
	Why   string    `json:"why"`
}

// standing is one place of a thing that has several. "treat ACCOUNT ENTITY place NUMBER" names it.
type standing struct {
	Number int             `json:"number"`
	Entry  journal.EntryID `json:"entry,omitempty"`
	Text   string          `json:"text"`
}

// row is an entity as it is printed.
func row(f journal.Found) reviewed {
	r := reviewed{
		ID: f.Entity.ID, Type: f.Entity.Kind, Name: f.Entity.Name, Forms: f.Entity.Forms,
		Certain: f.Entity.Certain, Treatment: f.Treatment, Label: f.Label, Places: f.Count,
		Rule: f.Entity.Rule, Why: redact.Reason(f.Entity.Rule),
	}
	for _, j := range f.Entity.Joins {
		r.Joins = append(r.Joins, joinedNames{j.Names, redact.Reason(j.Rule)})
	}
	for i, p := range f.Places {
		r.Stands = append(r.Stands, standing{i + 1, p.Entry, oneLine(p.Before + "[" + p.Form + "]" + p.After)})
	}
	return r
}

// explain says everything of one entity: what it is, why it was found, why its names are one thing's, where it stands.
func (p *Program) explain(r reviewed) {
	to := p.Stdout
	fmt.Fprintf(to, "%s: %s, %s", oneLine(r.Name), r.Type, r.Treatment)
	if r.Label != "" {
		fmt.Fprintf(to, " as %q", r.Label)
	}
	fmt.Fprintf(to, "\nFound because: %s.\n", r.Why)
	for _, j := range r.Joins {
		fmt.Fprintf(to, "%q and %q are one: %s.\n", oneLine(j.Names[0]), oneLine(j.Names[1]), j.Why)
	}
	for _, s := range r.Stands {
		fmt.Fprintf(to, "%d. %s\n", s.Number, s.Text)
	}
}

func (p *Program) entitiesCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "entities ACCOUNT [ENTITY]",
		Short: "List what identifies in an account, undecided first, and what becomes of it",
		Long: `Lists what identifies in an account, undecided first, and what becomes of it. With an entity, by its id or one of its
forms: why it was found, why its names are one thing's, and its places by number, which "treat" can take apart.
ACCOUNT may be a case file, here and in "treat", "questions", "release", "releases" and "check".`,
		Args: rangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withReviewed(cmd, args[0], func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				found, err := j.Review(ctx, id)
				if err != nil {
					return err
				}
				rows := []reviewed{}
				for _, f := range found {
					is := func(form string) bool { return strings.EqualFold(form, args[len(args)-1]) }
					if len(args) < 2 || string(f.Entity.ID) == args[1] || slices.ContainsFunc(f.Entity.Forms, is) {
						rows = append(rows, row(f))
					}
				}
				switch {
				case len(args) == 2 && len(rows) == 0:
					return decideError(journal.ErrNotFound, id)
				case asJSON:
					return printJSON(p.Stdout, rows)
				case len(args) == 2:
					for _, r := range rows {
						p.explain(r)
					}
					return nil
				}
				t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
				for _, r := range rows {
					fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%d\t%s\n", r.ID, r.Type, r.Treatment, oneLine(r.Name), oneLine(r.Label), r.Places, r.Why)
				}
				return t.Flush()
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// oneLine keeps a name that was written over a line break in its row.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (p *Program) treatCommand() *cobra.Command {
	var pattern string
	c := &cobra.Command{
		Use:   "treat ACCOUNT ENTITY|--pattern TEXT hide|keep|as LABEL|is CLASS|same ENTITY|apart FORM|place NUMBER",
		Short: "Decide what becomes of an entity, or of a text that was not found",
		Long: `Decides what becomes of an entity, named by its id or one of its forms, or of any text with --pattern.

    hide          a pseudonym stands for it, in every later release too
    keep          it stays in one release of this account, since the next reader may be another; never a secret
    as LABEL      it is called that
    is CLASS      a pseudonym of that class stands for it, such as Manager, Team or host
    same ENTITY   both are one thing and get one label
    apart FORM    that form of it is another thing and gets a label of its own
    place NUMBER  that place of it is another thing, with a label and decisions of its own; "entities ACCOUNT ENTITY"
                  numbers them`,
		Args: rangeArgs(2, 4),
		RunE: func(cmd *cobra.Command, args []string) error {
			account, rest := args[0], args[1:]
			target := journal.Target{Pattern: pattern}
			if pattern == "" {
				target.Entity, rest = rest[0], rest[1:]
			} else if strings.TrimSpace(pattern) == "" {
				return usage("--pattern needs a text")
			}
			d, err := decision(rest, pattern != "")
			if err != nil {
				return err
			}
			return p.withReviewed(cmd, account, func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				e, err := d.take(ctx, j, id, target)
				if err != nil {
					return decideError(err, id)
				}
				if d.byID {
					p.say("%s (%s): %s", oneLine(e.Name), e.ID, d.said) // its name is another's too
					return nil
				}
				p.say("%s: %s", oneLine(e.Name), d.said)
				return nil
			})
		},
	}
	c.Flags().StringVar(&pattern, "pattern", "", "any `text`, instead of an entity")
	return c
}

// A decided is what "treat" does, and what it says of it.
type decided struct {
	take func(context.Context, *home.Journal, journal.AccountID, journal.Target) (redact.Entity, error)
	said string
	byID bool
}

// decision reads hide, keep, as LABEL, is CLASS, same ENTITY, apart FORM or place NUMBER. A text that was not found is no entity, so
// that it is one with no other.
func decision(words []string, text bool) (decided, error) {
	decide := func(a redact.Action, label, said string) (decided, error) {
		return decided{take: func(ctx context.Context, j *home.Journal, id journal.AccountID, t journal.Target) (redact.Entity, error) {
			return j.Decide(ctx, id, t, a, label)
		}, said: said}, nil
	}
	word, rest := "", ""
	if len(words) > 0 {
		word = strings.ToLower(words[0])
	}
	if len(words) == 2 {
		rest = strings.TrimSpace(words[1])
	}
	switch {
	case word == "hide" && len(words) == 1:
		return decide(redact.Hide, "", "hide. This holds for every later release.")
	case word == "keep" && len(words) == 1:
		return decide(redact.Keep, "", "keep. This holds for one release.")
	case word == "as" && rest != "":
		return decide(redact.As, rest, "as. This holds for every later release.")
	case word == "is" && rest != "":
		i := slices.IndexFunc(redact.Classes, func(c redact.Class) bool { return strings.EqualFold(string(c), rest) })
		if i < 0 {
			return decided{}, usage(fmt.Sprintf("a class is one of %s", list(redact.Classes)))
		}
		return decided{take: func(ctx context.Context, j *home.Journal, id journal.AccountID, t journal.Target) (redact.Entity, error) {
			return j.Classify(ctx, id, t, redact.Classes[i])
		}, said: "is " + string(redact.Classes[i]) + "."}, nil
	case word == "same" && rest != "" && !text:
		return decided{take: func(ctx context.Context, j *home.Journal, id journal.AccountID, t journal.Target) (redact.Entity, error) {
			return j.Merge(ctx, id, t, journal.Target{Entity: rest})
		}, said: "both are this now."}, nil
	case word == "apart" && rest != "" && !text:
		return decided{take: func(ctx context.Context, j *home.Journal, id journal.AccountID, t journal.Target) (redact.Entity, error) {
			return j.Part(ctx, id, t, rest)
		}, said: "a thing of its own now."}, nil
	case word == "place" && rest != "" && !text:
		n, err := strconv.Atoi(rest)
		if err != nil || n < 1 {
			return decided{}, usage("a place is a number, as \"entities ACCOUNT ENTITY\" has it")
		}
		return decided{take: func(ctx context.Context, j *home.Journal, id journal.AccountID, t journal.Target) (redact.Entity, error) {
			return j.PartPlace(ctx, id, t, n-1)
		}, said: "a thing of its own now, there.", byID: true}, nil
	}
	return decided{}, usage("a decision is hide, keep, as LABEL, is CLASS, same ENTITY, apart FORM or place NUMBER")
}

// list names classes for a sentence.
func list(classes []redact.Class) string {
	var names []string
	for _, c := range classes {
		names = append(names, string(c))
	}
	return strings.Join(names, ", ")
}

func (p *Program) t0Command() *cobra.Command {
	return &cobra.Command{
		Use:   "t0 ACCOUNT ENTRY",
		Short: "Choose the line that times are counted from in releases",
		Args:  exactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withAccount(cmd, args[0], func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				entry, err := entryID(ctx, j.Journal, args[1])
				if err != nil {
					return err
				}
				return j.SetT0(ctx, id, entry)
			})
		},
	}
}
