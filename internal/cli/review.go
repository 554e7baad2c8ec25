package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
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
}

func (p *Program) entitiesCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "entities ACCOUNT",
		Short: "List what identifies in an account, undecided first, and what becomes of it",
		Args:  exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withAccount(cmd, args[0], func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				treated, err := j.Review(ctx, id)
				if err != nil {
					return err
				}
				rows := []reviewed{}
				for _, open := range []bool{true, false} {
					for _, t := range treated {
						if (t.Treatment == redact.Undecided) != open {
							continue
						}
						rows = append(rows, reviewed{
							ID: t.Entity.ID, Type: t.Entity.Kind, Name: t.Entity.Name, Forms: t.Entity.Forms,
							Certain: t.Entity.Certain, Treatment: t.Treatment, Label: t.Label, Places: t.Count,
							Rule: t.Entity.Rule, Why: redact.Reason(t.Entity.Rule),
						})
					}
				}
				if asJSON {
					return printJSON(p.Stdout, rows)
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
		Use:   "treat ACCOUNT ENTITY|--pattern TEXT hide|keep|as LABEL|is CLASS|same ENTITY|apart FORM",
		Short: "Decide what becomes of an entity, or of a text that was not found",
		Long: `Decides what becomes of an entity, named by its id or one of its forms, or of any text with --pattern.

    hide          a pseudonym stands for it, in every later release too
    keep          it stays in one release of this account, since the next reader may be another; never a secret
    as LABEL      it is called that
    is CLASS      a pseudonym of that class stands for it, such as Manager, Team or host
    same ENTITY   both are one thing and get one label
    apart FORM    that form of it is another thing and gets a label of its own`,
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
			return p.withAccount(cmd, account, func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				e, err := d.take(ctx, j, id, target)
				if err != nil {
					return decideError(err, id)
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
}

// decision reads hide, keep, as LABEL, is CLASS, same ENTITY or apart FORM. A text that was not found is no entity, so
// that it is one with no other.
func decision(words []string, text bool) (decided, error) {
	decide := func(a redact.Action, label, said string) (decided, error) {
		return decided{func(ctx context.Context, j *home.Journal, id journal.AccountID, t journal.Target) (redact.Entity, error) {
			return j.Decide(ctx, id, t, a, label)
		}, said}, nil
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
		return decided{func(ctx context.Context, j *home.Journal, id journal.AccountID, t journal.Target) (redact.Entity, error) {
			return j.Classify(ctx, id, t, redact.Classes[i])
		}, "is " + string(redact.Classes[i]) + "."}, nil
	case word == "same" && rest != "" && !text:
		return decided{func(ctx context.Context, j *home.Journal, id journal.AccountID, t journal.Target) (redact.Entity, error) {
			return j.Merge(ctx, id, t, journal.Target{Entity: rest})
		}, "both are this now."}, nil
	case word == "apart" && rest != "" && !text:
		return decided{func(ctx context.Context, j *home.Journal, id journal.AccountID, t journal.Target) (redact.Entity, error) {
			return j.Part(ctx, id, t, rest)
		}, "a thing of its own now."}, nil
	}
	return decided{}, usage("a decision is hide, keep, as LABEL, is CLASS, same ENTITY or apart FORM")
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
