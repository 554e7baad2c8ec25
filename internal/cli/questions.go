package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/redact/indirect"
)

// asked is one indirect question as "questions" prints it.
type asked struct {
	ID         string            `json:"id"`
	Kind       indirect.Kind     `json:"kind"`
	Entry      journal.EntryID   `json:"entry"`
	Start      int               `json:"start"`
	End        int               `json:"end"`
	ReadStart  int               `json:"read_start"`
	ReadEnd    int               `json:"read_end"`
	Words      string            `json:"words"`
	Question   string            `json:"question"`
	Suggestion string            `json:"suggestion"`
	Also       []indirect.Change `json:"also,omitempty"`
	Why        string            `json:"why,omitempty"`
}

// questionWords put a kind of question into words.
var questionWords = map[indirect.Kind]string{
	indirect.Role:     "Does only one person have this role?",
	indirect.Tenure:   "Does it tell who, how long somebody has been there?",
	indirect.Origin:   "Does it tell who, where somebody comes from, or which language or faith is theirs?",
	indirect.Health:   "Does somebody's health need to be told?",
	indirect.Trait:    "Does somebody's body or family need to be told?",
	indirect.Group:    "Are these so few people that each is known?",
	indirect.Place:    "Can somebody tell the place by it?",
	indirect.Incident: "Can somebody look this up?",
	indirect.Calendar: "Can somebody find the date by it?",
	indirect.Figure:   "Does the exact figure lead to your company, or to this day in its records?",
	indirect.Quote:    "These are somebody's own words. Is what they meant enough?",
	indirect.Error:    "Would a search in logs find this message?",
	indirect.Shift:    "Does it tell whose hours, or which time zone?",
	indirect.Speech:   "Would people know the speaker by these words?",
	indirect.Pronoun:  "Does the pronoun tell which of few people it was?",
	indirect.Same:     "Is this the same as the other name, so that one label stands for both?",
}

func (p *Program) questionsCommand() *cobra.Command {
	var asJSON, sheet bool
	var entries []string
	var profile string
	c := &cobra.Command{
		Use:   "questions ACCOUNT [QUESTION accept|leave|as WORDS]",
		Short: "Ask which names are one thing, and about words that may point at somebody",
		Long: `Asks, before a release leaves, about words that name nobody and may still point at somebody: a role that one
person has, an exact figure, the night of a final. Few questions, at most three of a kind, each with words that
would say the same of more people. They are about the lines as they will be read; what is hidden, undecided or
kept is not asked about again. It also asks whether two names are one thing where the text does not tell, and says why
it asks. No question has to be answered.

    accept     the suggested words stand there in every release of this account, until you take it back
    as WORDS   these words do
    leave      they stay as they are, in one release

About two names, accept says that they are one thing and leave that they are two, from now on.

With --json every question is a line: id, kind (role, tenure, origin, health, trait, group, place, incident, calendar,
figure, quote, error, shift, speech, pronoun, same), the entry, start and end (byte offsets into its text as you wrote it,
end exclusive), read_start and read_end (the same in the line as it will be read), the words, the question, the
suggestion, and for a pronoun also: the other words that the answer changes. Of the kind same the words and the suggestion
are the two names, and why is why it is asked.

Without --entries it is about every line but background, reactions and ideas, as a release is; with --sheet about what
stands on the meeting sheet.`,
		Args: rangeArgs(1, 4),
		RunE: func(cmd *cobra.Command, args []string) error {
			r := journal.Request{Profile: redact.Profile(profile), Sheet: sheet}
			switch r.Profile {
			case redact.Named, redact.ByRole, redact.Generalised:
			default:
				return usage("--profile is named, role or generalised")
			}
			answer, with := "", ""
			if len(args) > 1 {
				answer = "?"
			}
			if len(args) > 2 {
				answer = strings.ToLower(args[2])
			}
			if len(args) > 3 {
				with = strings.TrimSpace(args[3])
			}
			switch {
			case answer == "", (answer == "accept" || answer == "leave") && len(args) == 3, answer == "as" && with != "":
			default:
				return usage("an answer is QUESTION and accept, leave or as WORDS")
			}
			return p.withReviewed(cmd, args[0], func(ctx context.Context, j *home.Journal, id journal.AccountID) (err error) {
				r.Account = id
				if r.Entries, err = chosen(ctx, j.Journal, id, entries); err != nil {
					return err
				}
				switch answer {
				case "":
					return p.questions(ctx, j, r, asJSON)
				case "leave":
					q, err := j.Leave(ctx, r, args[1])
					if err != nil {
						return questionError(err, id)
					}
					if q.Kind == indirect.Same {
						p.say("%s and %s: two things.", oneLine(q.Words), oneLine(q.With))
						return nil
					}
					p.say("%s: stays. This holds for one release.", oneLine(q.Words))
				default:
					q, err := j.Settle(ctx, r, args[1], with)
					if err != nil {
						return questionError(err, id)
					}
					if q.Kind == indirect.Same {
						p.say("%s and %s: one thing.", oneLine(q.Words), oneLine(q.With))
						return nil
					}
					if with == "" {
						with = q.With
					}
					p.say("%s: becomes %s in every release of this account.", oneLine(q.Words), with)
				}
				return nil
			})
		},
	}
	f := c.Flags()
	f.BoolVar(&asJSON, "json", false, "as JSON, a line for each question")
	f.StringSliceVar(&entries, "entries", nil, "the `ids` of the lines, separated by commas")
	f.BoolVar(&sheet, "sheet", false, "about the meeting sheet of the account")
	f.StringVar(&profile, "profile", string(redact.ByRole), "how much the release shows: named, role or generalised")
	return c
}

func (p *Program) questions(ctx context.Context, j *home.Journal, r journal.Request, asJSON bool) error {
	qs, err := j.Questions(ctx, r)
	if err != nil {
		return err
	}
	e := json.NewEncoder(p.Stdout)
	e.SetEscapeHTML(false)
	for _, q := range qs {
		row := asked{
			ID: q.ID, Kind: q.Kind, Entry: q.Entry, Start: q.Start, End: q.End, ReadStart: q.From, ReadEnd: q.To,
			Words: q.Words, Question: questionWords[q.Kind], Suggestion: q.With, Also: q.Also,
			Why: redact.Reason(q.Rule),
		}
		if asJSON {
			err = e.Encode(row)
		} else {
			where := "line " + short(q.Entry)
			if q.Entry == "" {
				where = "beside the lines"
			}
			if q.Kind == indirect.Same {
				_, err = fmt.Fprintf(p.Stdout, "%s  %s, %s: %s\n          Is it the same as %s? (%s)\n", q.ID, q.Kind, where, oneLine(q.Words), oneLine(q.With), row.Why)
			} else {
				_, err = fmt.Fprintf(p.Stdout, "%s  %s, %s: %s\n          %s Instead: %s\n", q.ID, q.Kind, where, oneLine(q.Words), row.Question, q.With)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func questionError(err error, account journal.AccountID) error {
	if errors.Is(err, journal.ErrYesOrNo) {
		return &failure{Failed, "That question asks whether two names are one thing: the answer is accept or leave; nothing was changed."}
	}
	if errors.Is(err, journal.ErrNotFound) {
		return &failure{Failed, fmt.Sprintf("There is no such question; nothing was changed. \"firsthand questions %s\" lists them.", short(account))}
	}
	return err
}
