package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"firsthand/internal/coach"
	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// errNames means that a list of names cannot be read.
var errNames = errors.New("list of names cannot be read")

// maxNames is the longest list of names that is read, in bytes.
const maxNames = 4 << 20

// Settings is the one page of settings: bound as window.go.app.Settings.
type Settings struct {
	room              *room
	licence, licences string
}

// Read returns the settings.
func (s *Settings) Read() (Preferences, error) {
	return opened(s.room, func(ctx context.Context, open *journal.Journal) (Preferences, error) {
		set, err := open.Settings(ctx)
		return s.wire(set), err
	})
}

// Change keeps the settings, and returns them as they were kept: what makes no sense becomes the default.
func (s *Settings) Change(p Preferences) (Preferences, error) {
	return opened(s.room, func(ctx context.Context, open *journal.Journal) (Preferences, error) {
		if err := s.look(p.Theme, p.Language); err != nil {
			return Preferences{}, err
		}
		set, err := open.Settings(ctx)
		if err != nil {
			return Preferences{}, err
		}
		set, err = open.Set(ctx, journal.Settings{
			TextSize: p.TextSize, Night: p.Night, Letters: p.Letters, SecondZone: p.SecondZone, LockAfter: p.LockAfter,
			Coaching: journal.Coaching{Quiet: p.Quiet, Passed: set.Coaching.Passed}, LookBack: set.LookBack, Paper: p.Paper,
		})
		return s.wire(set), err
	})
}

// Look keeps theme and language, which need no key.
func (s *Settings) Look(theme Theme, language Language) (Start, error) {
	return asked(s.room, func(context.Context) (Start, error) {
		if err := s.look(theme, language); err != nil {
			return Start{}, err
		}
		return s.room.start()
	})
}

func (s *Settings) look(theme Theme, language Language) error {
	return s.room.desk.SetLook(home.Look{Theme: string(themeOf(string(theme))), Language: string(languageOf(string(language)))})
}

func (s *Settings) wire(set journal.Settings) Preferences {
	look := s.room.desk.Look()
	return Preferences{
		Theme: themeOf(look.Theme), Language: languageOf(look.Language), TextSize: set.TextSize, Night: set.Night,
		Letters: set.Letters, SecondZone: set.SecondZone, LockAfter: set.LockAfter,
		Paper: cmp.Or(set.Paper, report.A4),
		Quiet: append([]coach.Kind{}, set.Coaching.Quiet...),
	}
}

func themeOf(s string) Theme {
	switch t := Theme(s); t {
	case LightTheme, DarkTheme:
		return t
	}
	return SystemTheme
}

func languageOf(s string) Language {
	switch l := Language(s); l {
	case English, German:
		return l
	}
	return SystemLanguage
}

// Names returns what is hidden in every release, whether listed or decided. Secrets are never on it.
func (s *Settings) Names() ([]Name, error) {
	return opened(s.room, names)
}

// AddNames reads a list as a person would type it, one thing a line: "Priya Patel, pp", "customer: Initech".
// Refused with "names" if it cannot be read; nothing was added then.
func (s *Settings) AddNames(list string) ([]Name, error) {
	return opened(s.room, func(ctx context.Context, open *journal.Journal) ([]Name, error) {
		return addNames(ctx, open, list)
	})
}

// ImportNames asks for a text file and reads it as AddNames does. The title is the dialog's.
func (s *Settings) ImportNames(title string) ([]Name, error) {
	return opened(s.room, func(ctx context.Context, open *journal.Journal) ([]Name, error) {
		path, err := s.room.desktop.OpenFile(ctx, title)
		if err != nil {
			return nil, err
		}
		if path == "" {
			return names(ctx, open)
		}
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() || info.Size() > maxNames {
			return nil, errNames
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		return addNames(ctx, open, string(b))
	})
}

// RemoveName takes the thing of that kind which has this form off the list.
func (s *Settings) RemoveName(kind redact.Kind, form string) ([]Name, error) {
	return opened(s.room, func(ctx context.Context, open *journal.Journal) ([]Name, error) {
		if err := open.HideNoMore(ctx, kind, form); err != nil {
			return nil, err
		}
		return names(ctx, open)
	})
}

func addNames(ctx context.Context, open *journal.Journal, list string) ([]Name, error) {
	if list != "" {
		if err := journal.CheckText(list); err != nil && !errors.Is(err, journal.ErrEmpty) {
			return nil, err
		}
	}
	known, err := redact.ParseNames(list)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNames, err)
	}
	if err := open.HideAlways(ctx, known); err != nil {
		return nil, err
	}
	return names(ctx, open)
}

func names(ctx context.Context, open *journal.Journal) ([]Name, error) {
	list, err := open.Hidden(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]Name, 0, len(list))
	for _, k := range list {
		out = append(out, Name{Kind: k.Kind, Forms: append([]string{}, k.Forms...), Author: k.Author})
	}
	return out, nil
}

// Export asks for a folder and writes every account into it in the clear, as Markdown and JSON. Files that are there are
// never overwritten: refused with "exists". Of a damaged account it writes what can be read. The title is the dialog's.
func (s *Settings) Export(title string) (Exported, error) {
	return opened(s.room, func(ctx context.Context, open *journal.Journal) (Exported, error) {
		folder, err := s.room.desktop.Folder(ctx, title)
		if err != nil || folder == "" {
			return Exported{}, err
		}
		paths, accounts, err := home.ExportAll(ctx, open, folder, false)
		if err != nil && !errors.Is(err, journal.ErrDamaged) {
			return Exported{}, err
		}
		return Exported{Folder: folder, Accounts: accounts, Files: len(paths), Damaged: err != nil}, nil
	})
}

// About says what the program is and what it is built from.
func (s *Settings) About() (About, error) {
	return asked(s.room, func(context.Context) (About, error) {
		a := About{Version: s.room.version, Licence: s.licence, Licences: s.licences, Parts: []string{}}
		if info, ok := debug.ReadBuildInfo(); ok {
			for _, m := range info.Deps {
				a.Parts = append(a.Parts, m.Path+" "+m.Version)
			}
		}
		return a, nil
	})
}
