package pdf

import (
	"bytes"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"

	"firsthand/internal/report"
)

// epoch is the date in every file: a file says nothing about when it was made.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// drawn gives the pages of s as a PDF. It is the only user of gofpdf.
func drawn(s *sheet) ([]byte, error) {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", UnitStr: "pt", Size: gofpdf.SizeType{Wd: s.width, Ht: s.height},
	})
	pdf.SetCatalogSort(true)
	pdf.SetProducer(report.Producer, false)
	pdf.SetTitle(s.caption, false)
	pdf.SetCreationDate(epoch)
	pdf.SetModificationDate(epoch)
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	added := make(map[*face]bool)
	for i, p := range s.pages {
		pdf.AddPage()
		footer := s.footer(i)
		for n, o := range append(p, footer...) {
			if n == len(p) { // what reads the text past page ends, our own search among them, leaves the footer out
				pdf.RawWriteStr("/Artifact BMC")
			}
			if o.face != nil && !added[o.face] {
				font, err := o.face.bytes()
				if err != nil {
					return nil, fmt.Errorf("pdf: %w", err)
				}
				pdf.AddUTF8FontFromBytes(o.face.name, "", font)
				added[o.face] = true
			}
			drawOp(pdf, o)
		}
		pdf.RawWriteStr("EMC")
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return out.Bytes(), nil
}

func drawOp(pdf *gofpdf.Fpdf, o op) {
	r, g, b := int(o.colour[0]), int(o.colour[1]), int(o.colour[2])
	switch {
	case o.face != nil:
		pdf.SetFont(o.face.name, "", o.size)
		pdf.SetTextColor(r, g, b)
		if o.heavy {
			pdf.SetDrawColor(r, g, b)
			pdf.SetLineWidth(o.size / 32)
			pdf.SetTextRenderingMode(2)
		}
		pdf.Text(o.x, o.y, o.text)
		if o.heavy {
			pdf.SetTextRenderingMode(0)
		}
	case o.shape == area:
		pdf.SetFillColor(r, g, b)
		pdf.Rect(o.x, o.y, o.w, o.h, "F")
	case o.shape == line:
		pdf.SetDrawColor(r, g, b)
		pdf.SetLineWidth(weight(o))
		if o.dashed {
			pdf.SetDashPattern([]float64{2.2, 1.8}, 0)
		}
		pdf.Line(o.x, o.y, o.x+o.w, o.y+o.h)
		if o.dashed {
			pdf.SetDashPattern(nil, 0)
		}
	default:
		pdf.SetDrawColor(r, g, b)
		pdf.SetFillColor(r, g, b)
		pdf.SetLineWidth(weight(o))
		style, radius := "FD", o.w/2
		if o.open {
			pdf.SetFillColor(int(paper[0]), int(paper[1]), int(paper[2]))
		}
		switch o.shape {
		case disc:
			pdf.Circle(o.x, o.y, radius, style)
		case diamond:
			radius *= 1.2 // as heavy to the eye as a disc
			pdf.Polygon([]gofpdf.PointType{{X: o.x, Y: o.y - radius}, {X: o.x + radius, Y: o.y}, {X: o.x, Y: o.y + radius}, {X: o.x - radius, Y: o.y}}, style)
		case triangle:
			pdf.Polygon([]gofpdf.PointType{{X: o.x, Y: o.y - radius*1.1}, {X: o.x + radius*1.15, Y: o.y + radius*0.9}, {X: o.x - radius*1.15, Y: o.y + radius*0.9}}, style)
		case box:
			radius *= 0.92
			pdf.Rect(o.x-radius, o.y-radius, 2*radius, 2*radius, style)
		}
	}
}

func weight(o op) float64 {
	if o.weight == 0 {
		return hairline
	}
	return o.weight
}

// footer is what stands at the foot of a page: what the document is, and the page's number.
func (s *sheet) footer(page int) []op {
	f := newFooter(s)
	f.glyphs(f.add(nil, s.caption+", de-identified", f.look), s.column.x, f.base)
	number := f.add(nil, fmt.Sprintf("%d of %d", page+1, len(s.pages)), f.look)
	f.glyphs(number, s.column.x+s.column.w-extent(number), f.base)
	return f.pages[0]
}

// A foot is a sheet of its own, so that it can be drawn when the number of pages is known.
type foot struct {
	*sheet
	look *look
	base float64
}

func newFooter(s *sheet) foot {
	return foot{newSheet(s.geometry), &look{face: regular, size: 7.8, colour: quiet}, s.height - 40}
}
