package reader

import (
	"testing"
)

func TestLZW(t *testing.T) {
	f := &file{left: 1 << 20}
	// The example of the PDF specification, 7.4.4.2.
	out, err := f.lzw([]byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}, true)
	if want := "-----A---B"; err != nil || string(out) != want {
		t.Errorf("got %q, %v, want %q", out, err, want)
	}
}

func TestBase85(t *testing.T) {
	if got := string(base85([]byte("<~87cURD]i,\"Ebo80~>"))); got != "Hello World!" {
		t.Errorf("got %q", got)
	}
}

func TestPredictor(t *testing.T) {
	f := &file{}
	got := f.predict([]byte{2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1}, dict{"Predictor": 12.0, "Columns": 3.0})
	if want := "\x01\x02\x03\x02\x03\x04\x05\x06\x07"; string(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestGlyphText(t *testing.T) {
	for name, want := range map[string]string{"A": "A", "eacute": "é", "uni00E9": "é", "u1F600": "😀", "a.sc": "a", "afii10017": "А", "afii10071": "ё",
		"afii10097": "я", "quoteright": "’", "Lslash": "Ł", ".notdef": "", "Scaron": "Š"} {
		if got, ok := glyphText(name); !ok || got != want {
			t.Errorf("%s: got %q, %v, want %q", name, got, ok, want)
		}
	}
	if _, ok := glyphText("g123"); ok {
		t.Error("g123 is no text")
	}
}

func TestCMap(t *testing.T) {
	m := readCMap([]byte("1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <01> <0041> <02> <d83dde80> endbfchar " +
		"2 beginbfrange <10> <12> <0061> <20> <21> [<0078> <00790079>] endbfrange"))
	f := &font{toUnicode: m, composite: true}
	if got, _, _, _ := f.decode([]byte{1, 2, 0x10, 0x12, 0x20, 0x21, 0x30}); got != "A🚀acxyy\uFFFD" {
		t.Errorf("got %q", got)
	}
}

func TestLexer(t *testing.T) {
	l := lexer{b: []byte("<< /A#42 [1 -2.5 (a\\(b\\)\\101(c)\\\nd) <4 1 42>] /R 3 0 R /T true %x\n/N null >>")}
	v, ok := l.object()
	d, isDict := v.(dict)
	if !ok || !isDict {
		t.Fatalf("got %v", v)
	}
	a := d["AB"].(array)
	if a[0] != 1.0 || a[1] != -2.5 || string(a[2].(str)) != "a(b)A(c)d" || string(a[3].(str)) != "AB" || d["R"] != ref(3) || d["T"] != true {
		t.Errorf("got %v", d)
	}
}

func TestPropertiesOfNoPDF(t *testing.T) {
	if _, err := Properties([]byte("# an account")); err == nil {
		t.Error("a text has properties of a PDF")
	}
}
