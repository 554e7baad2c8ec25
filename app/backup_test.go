package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestBackups(t *testing.T) {
	p := &page{}
	a := newApp(newDesk(t), p)
	_, err := a.Backup.Read()
	refusedWith(t, err, "locked")
	s, err := a.Journal.Begin()
	must(t, s, err)
	wrote(t, a, "errors climb")
	b, err := a.Backup.Now()
	if b = must(t, b, err); b.Possible || b.Made != "" || b.Trouble != NoTrouble {
		t.Errorf("without a recovery key: %+v", b)
	}
	made, err := a.Secure.Make(herons)
	must(t, made, err)
	b, err = a.Backup.Now()
	if b = must(t, b, err); !b.Possible || !b.Own || b.Count != 1 || b.Lines != 1 || b.Made == "" || b.Checked == "" || b.Late {
		t.Errorf("one backup: %+v", b)
	}

	stick := filepath.Join(t.TempDir(), "stick")
	p.path = stick
	_, err = a.Backup.Choose("Choose")
	refusedWith(t, err, "folder")
	must(t, 0, os.Mkdir(stick, 0o700))
	b, err = a.Backup.Choose("Choose")
	if b = must(t, b, err); b.Own || b.Folder != stick {
		t.Errorf("chosen: %+v", b)
	}
	p.path = ""
	b, err = a.Backup.Choose("Choose")
	if b = must(t, b, err); b.Folder != stick {
		t.Errorf("given up: %+v", b)
	}
	must(t, 0, os.Remove(stick))
	b, err = a.Backup.Now()
	if b = must(t, b, err); b.Trouble != FolderGone || b.Count != 1 {
		t.Errorf("the folder is gone: %+v", b)
	}
	b, err = a.Backup.Own()
	if b = must(t, b, err); !b.Own || b.Trouble != NoTrouble {
		t.Errorf("its own again: %+v", b)
	}
}
