package cli

import (
	"fmt"
	"strings"

	"firsthand/internal/home"
)

// lostWords says of a journal whose file is missing what is safe and what makes it whole again.
func (p *Program) lostWords(h *home.Home) string {
	w := h.WayBack()
	said := fmt.Sprintf("The file of this journal, vault.db, is missing from %s; nothing was changed.", h.Dir)
	if w.Stopped {
		said = fmt.Sprintf("A restore was stopped before its end, so there is no whole journal in %s; the backups are as they were.", h.Dir)
	}
	switch {
	case w.Backup != "":
		return said + fmt.Sprintf(" What the backups hold is safe, and so are lines that wait. Put the file back, or make the journal again of the newest backup, with the recovery key: %s.",
			p.command("restore", w.Backup))
	case w.Aside:
		return said + fmt.Sprintf(" Put the file back, or take the journal again that a restore has set aside: %s.", p.command("restore", "--back"))
	}
	return said + fmt.Sprintf(" No backup lies beside it. Put the file back, or make the journal again of a backup elsewhere: %s. Where there is neither, %s clears the folder for a new one.",
		p.command("restore", "FILE"), p.command("erase"))
}

// command is a command on this journal as a person can type it.
func (p *Program) command(words ...string) string {
	if p.journalDir != "" {
		words = append(words, "--journal", p.journalDir)
	}
	for i, w := range words {
		if strings.ContainsAny(w, " \t\n'\"\\$`&;|<>()*?[]#~!{}") {
			words[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return "firsthand " + strings.Join(words, " ")
}
