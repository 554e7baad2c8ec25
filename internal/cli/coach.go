package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"firsthand/internal/coach"
)

// remarked is a remark of the coach as coach prints it.
type remarked struct {
	Start    int        `json:"start"`
	End      int        `json:"end"`
	Kind     coach.Kind `json:"kind"`
	Question string     `json:"question"`
}

func (p *Program) coachCommand() *cobra.Command {
	var asJSON bool
	lang := string(coach.English)
	c := &cobra.Command{
		Use:   "coach [FILE|-]",
		Short: "Ask about wording that closes a conversation; needs no journal",
		Long: `Reads a text as the review would before it is shared, and asks about blame, counterfactuals and hindsight in it:
counterfactual, absence, verdict, trait, self_blame, blame_other, hindsight, single_cause, hidden_agent,
exhortation, minimiser, mind_reading. It asks; it never proposes a sentence. What you did, saw and expected,
told in the first person, is never asked about; nor are quotes, code, log lines and what machines did.

With --json it prints one JSON line for each question: byte offsets, kind, question. It ends with 0 whether it
asks or not.`,
		Args: maxArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			l := coach.Language(lang)
			if l != coach.English && l != coach.German {
				return usage("--language is en or de")
			}
			b, err := p.input(args)
			if err != nil {
				return err
			}
			text := string(b)
			remarks := coach.Remarks(text)
			if asJSON {
				e := json.NewEncoder(p.Stdout)
				e.SetEscapeHTML(false)
				for _, r := range remarks {
					if err := e.Encode(remarked{r.Start, r.End, r.Kind, r.Question(l)}); err != nil {
						return err
					}
				}
				return nil
			}
			at, line := 0, 1
			for _, r := range remarks {
				line += strings.Count(text[at:r.Start], "\n")
				at = r.Start
				if _, err := fmt.Fprintf(p.Stdout, "%d: %s\n   %s\n", line, quoteForTerminal(text[r.Start:r.End]), r.Question(l)); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON line for each question")
	c.Flags().StringVar(&lang, "language", lang, "the `language` of the questions, en or de")
	return c
}

// quoteForTerminal puts found words between quotation marks, without what a terminal would obey.
func quoteForTerminal(s string) string {
	return "“" + strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0 || r == utf8.RuneError {
			return ' '
		}
		return r
	}, s) + "”"
}
