package pdf

import (
	"fmt"
	"math"
	"math/bits"
	"strconv"
	"strings"

	"firsthand/internal/report"
)

// made is the date in every file: a file says nothing about when it was made.
const made = "D:20000101000000"

// drawn gives the pages of s as a PDF.
func drawn(s *sheet) ([]byte, error) {
	f, err := newFile()
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	tree, resources := f.reserve(), f.reserve()
	c := canvas{height: s.height, used: map[*face]*characters{}}
	var nodes []node
	for i, p := range s.pages {
		if i%pagesOfNode == 0 {
			nodes = append(nodes, node{number: tree})
			if len(s.pages) > pagesOfNode {
				nodes[len(nodes)-1].number = f.reserve()
			}
		}
		at := &nodes[len(nodes)-1]
		c.begin()
		for _, o := range p {
			c.draw(o)
		}
		// What reads the text past page ends, our own search among them, leaves the footer out.
		c.b = append(c.b, "/Artifact BMC\n"...)
		for _, o := range s.footer(i) {
			c.draw(o)
		}
		c.b = append(c.b, "EMC\n"...)
		page, content := f.reserve(), f.reserve()
		at.kids = append(at.kids, fmt.Sprintf("%d 0 R", page))
		f.object(page, fmt.Sprintf("<</Type /Page\n/Parent %d 0 R\n/Resources %d 0 R\n/Contents %d 0 R>>", at.number, resources, content))
		if err := f.stream(content, "", c.b); err != nil {
			return nil, fmt.Errorf("pdf: %w", err)
		}
	}
	kids := nodes[0].kids
	if len(nodes) > 1 {
		kids = nil
		for _, n := range nodes {
			kids = append(kids, fmt.Sprintf("%d 0 R", n.number))
			f.object(n.number, fmt.Sprintf("<</Type /Pages\n/Parent %d 0 R\n/Kids [%s]\n/Count %d>>", tree, strings.Join(n.kids, " "), len(n.kids)))
		}
	}
	f.object(tree, fmt.Sprintf("<</Type /Pages\n/Kids [%s]\n/Count %d\n/MediaBox [0 0 %.2f %.2f]\n>>", strings.Join(kids, " "), len(s.pages), s.width, s.height))
	text := f.reserve()
	f.object(text, fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(toUnicode), toUnicode))
	var fonts []string
	for _, face := range c.faces {
		n := f.reserve()
		fonts = append(fonts, fmt.Sprintf("/%s %d 0 R", face.name, n))
		if err := f.embed(n, face, c.used[face].list(), text); err != nil {
			return nil, fmt.Errorf("pdf: %w", err)
		}
	}
	f.object(resources, fmt.Sprintf("<</ProcSet [/PDF /Text]\n/Font <<%s>>>>", strings.Join(fonts, " ")))
	info, root := f.reserve(), f.reserve()
	f.object(info, fmt.Sprintf("<</Producer %s\n/Title %s\n/CreationDate %s\n/ModDate %s>>", literal(report.Producer), literal(s.caption), literal(made), literal(made)))
	f.object(root, fmt.Sprintf("<</Type /Catalog\n/Pages %d 0 R>>", tree))
	return f.bytes(root, info), nil
}

// A node is a part of the tree of pages: readers look for a page from the root on, each for itself.
type node struct {
	number int
	kids   []string
}

const pagesOfNode = 32

// characters are those drawn in one face.
type characters [0x10000 / 64]uint64

func (c *characters) add(r rune) { c[r/64] |= 1 << (r % 64) }

// list is in order.
func (c *characters) list() (out []rune) {
	for i, word := range c {
		for ; word != 0; word &= word - 1 {
			out = append(out, rune(64*i+bits.TrailingZeros64(word)))
		}
	}
	return out
}

// A canvas writes the operators of a page.
type canvas struct {
	b      []byte
	height float64
	faces  []*face // in order of their first use in the file
	used   map[*face]*characters

	// What was set last on the page.
	face              *face
	size, weight      float64
	filling, stroking colour
	filled, stroked   bool // whether a colour was set
}

// begin starts a page.
func (c *canvas) begin() {
	*c = canvas{b: c.b[:0], height: c.height, faces: c.faces, used: c.used}
}

// put writes numbers and an operator. Numbers have two decimals.
func (c *canvas) put(operator string, numbers ...float64) {
	for _, n := range numbers {
		c.b = append(strconv.AppendFloat(c.b, math.Round(n*100)/100+0, 'f', -1, 64), ' ')
	}
	c.b = append(append(c.b, operator...), '\n')
}

func (c *canvas) ink(operator string, k colour) {
	for _, v := range k {
		c.b = append(strconv.AppendFloat(c.b, math.Round(float64(v)/255*1000)/1000, 'f', -1, 64), ' ')
	}
	c.b = append(append(c.b, operator...), '\n')
}

func (c *canvas) fillWith(k colour) {
	if !c.filled || c.filling != k {
		c.ink("rg", k)
		c.filling, c.filled = k, true
	}
}

func (c *canvas) strokeWith(k colour, weight float64) {
	if !c.stroked || c.stroking != k {
		c.ink("RG", k)
		c.stroking, c.stroked = k, true
	}
	if c.weight != weight {
		c.put("w", weight)
		c.weight = weight
	}
}

func (c *canvas) draw(o op) {
	switch {
	case o.face != nil:
		c.text(o)
	case o.shape == area:
		c.fillWith(o.colour)
		c.put("re", o.x, c.height-o.y, o.w, -o.h)
		c.put("f")
	case o.shape == line:
		c.strokeWith(o.colour, weight(o))
		if o.dashed {
			c.b = append(c.b, "[2.2 1.8] 0 d\n"...)
		}
		c.put("m", o.x, c.height-o.y)
		c.put("l", o.x+o.w, c.height-o.y-o.h)
		c.put("S")
		if o.dashed {
			c.b = append(c.b, "[] 0 d\n"...)
		}
	default:
		c.sign(o)
	}
}

// text writes a run of text. Its codes are its characters, two bytes each.
func (c *canvas) text(o op) {
	used := c.used[o.face]
	if used == nil {
		used = &characters{}
		c.used[o.face] = used
		c.faces = append(c.faces, o.face)
	}
	c.fillWith(o.colour)
	if o.heavy {
		c.strokeWith(o.colour, o.size/32)
		c.b = append(c.b, "2 Tr\n"...)
	}
	c.b = append(c.b, "BT\n"...)
	if c.face != o.face || c.size != o.size {
		c.b = append(append(append(c.b, '/'), o.face.name...), ' ')
		c.put("Tf", o.size)
		c.face, c.size = o.face, o.size
	}
	c.put("Td", o.x, c.height-o.y)
	c.b = append(c.b, '(')
	for _, r := range o.text {
		used.add(r)
		c.octet(byte(r >> 8))
		c.octet(byte(r))
	}
	c.b = append(c.b, ") Tj\nET\n"...)
	if o.heavy {
		c.b = append(c.b, "0 Tr\n"...)
	}
}

// octet writes a byte of a string.
func (c *canvas) octet(b byte) {
	switch b {
	case '\r': // would be read as a line feed
		c.b = append(c.b, `\r`...)
		return
	case '\\', '(', ')':
		c.b = append(c.b, '\\')
	}
	c.b = append(c.b, b)
}

// sign writes a shape around a point.
func (c *canvas) sign(o op) {
	fill := o.colour
	if o.open {
		fill = paper
	}
	c.strokeWith(o.colour, weight(o))
	c.fillWith(fill)
	x, y, r := o.x, c.height-o.y, o.w/2
	polygon := func(points ...float64) {
		c.put("m", points[0], points[1])
		for ; len(points) > 2; points = points[2:] {
			c.put("l", points[2], points[3])
		}
		c.put("b")
	}
	switch o.shape {
	case disc:
		k := r * 0.5523 // four arcs: a circle to a thousandth
		c.put("m", x+r, y)
		c.put("c", x+r, y+k, x+k, y+r, x, y+r)
		c.put("c", x-k, y+r, x-r, y+k, x-r, y)
		c.put("c", x-r, y-k, x-k, y-r, x, y-r)
		c.put("c", x+k, y-r, x+r, y-k, x+r, y)
		c.put("b")
	case diamond:
		r *= 1.2 // as heavy to the eye as a disc
		polygon(x, y+r, x+r, y, x, y-r, x-r, y)
	case triangle:
		polygon(x, y+r*1.1, x+r*1.15, y-r*0.9, x-r*1.15, y-r*0.9)
	case box:
		r *= 0.92
		c.put("re", x-r, y-r, 2*r, 2*r)
		c.put("B")
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
