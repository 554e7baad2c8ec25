package vault

import (
	"cmp"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// A carver finds rows in a database file and its log by how a row looks, and trusts nothing else of them: no header,
// no tree, no length. It may do so because every row is sealed to its place: what opens under the keys is right, wherever
// it was found. The layouts are those of "Database File Format" at sqlite.org, sections 1.6, 2.1 and 4.
type carver struct {
	db, wal *os.File // nil where there is none
	size    int      // of a page
	all     int64    // bytes of both files: no row is longer
	frames  []frame  // of the log, up to its last commit
	latest  map[uint32]int64
}

// frame is where a page lies in the log.
type frame struct {
	page uint32
	at   int64
}

// A cell is a row that was found: where its payload begins, and how to read on.
type cell struct {
	inLog   bool
	at      int64 // of the payload, in the file
	left    int   // bytes of the page from there on
	payload int   // its whole length
	local   int   // how much of it lies here
	id      int64
	seq     uint64
	ct      int // where the ciphertext begins in the payload
}

const (
	usualPage = 4096 // what SQLite takes where the disk does not ask for more
	walHeader = 32
	frameHead = 24
	leastRow  = nonceSize + minPadded + tagSize
	mostNamed = 1 << 20 // of a value in meta or slot
)

// carve opens what is left of the database of the journal in dir for reading. ErrNoJournal where there never was one,
// ErrLost where neither the database nor its log is left, ErrDamaged where no file stands in its place.
func carve(dir string) (*carver, error) {
	path := filepath.Join(dir, dbFile)
	c := &carver{latest: make(map[uint32]int64)}
	odd := false
	for file, name := range map[**os.File]string{&c.db: path, &c.wal: path + "-wal"} {
		f, err := openOnly(name, fs.FileMode.IsRegular)
		odd = odd || name == path && errors.Is(err, ErrOdd)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, ErrOdd) {
			c.close()
			return nil, explain("read journal", err)
		}
		*file = f
		if info, err := f.Stat(); err == nil { // not of nil
			c.all += info.Size()
		}
	}
	if c.db == nil && c.wal == nil {
		if odd {
			return nil, damaged(PartFile, "not a file")
		}
		return nil, cmp.Or(opens(dir), lost())
	}
	c.size = c.pageSize()
	c.readLog()
	return c, nil
}

func (c *carver) close() {
	c.db.Close() // of nil it is an error that nobody needs
	c.wal.Close()
}

// pageSize is what the database says, or the log, or what is usual. A wrong one is worth nothing: rows that fit a page
// are found all the same, longer ones are not.
func (c *carver) pageSize() int {
	said := make([]byte, 4)
	if c.db != nil {
		if _, err := c.db.ReadAt(said[:2], 16); err == nil {
			n := int(binary.BigEndian.Uint16(said))
			if n == 1 {
				n = 65536
			}
			if isPageSize(n) {
				return n
			}
		}
	}
	if c.wal != nil {
		if _, err := c.wal.ReadAt(said, 8); err == nil && isPageSize(int(binary.BigEndian.Uint32(said))) {
			return int(binary.BigEndian.Uint32(said))
		}
	}
	return usualPage
}

func isPageSize(n int) bool { return n >= 512 && n <= 65536 && n&(n-1) == 0 }

// readLog lists the frames up to the last that ends a transaction: what comes after it was never acknowledged. SQLite
// would stop at the first frame whose checksum is wrong; here each row answers for itself, so frames behind it count too.
func (c *carver) readLog() {
	if c.wal == nil {
		return
	}
	head := make([]byte, walHeader+frameHead)
	if _, err := c.wal.ReadAt(head, 0); err != nil {
		return
	}
	salt := string(head[walHeader+8 : walHeader+16]) // the first frame has that of the header, which may be lost
	committed := 0
	frameHeader := make([]byte, frameHead)
	for at := int64(walHeader); ; at += int64(frameHead + c.size) {
		if _, err := c.wal.ReadAt(frameHeader, at); err != nil {
			break
		}
		if string(frameHeader[8:16]) != salt {
			continue // of an earlier use of the file, or damaged
		}
		c.frames = append(c.frames, frame{binary.BigEndian.Uint32(frameHeader), at + frameHead})
		if binary.BigEndian.Uint32(frameHeader[4:]) != 0 {
			committed = len(c.frames)
		}
	}
	c.frames = c.frames[:committed]
	for _, f := range c.frames {
		c.latest[f.page] = f.at
	}
}

// each hands every page that is there to see, whole or cut off: those of the database, then those of the log. A sector
// that cannot be read is one page lost, no more.
func (c *carver) each(see func(inLog bool, at int64, page []byte)) {
	page := make([]byte, c.size)
	if info, err := c.db.Stat(); err == nil {
		for at := int64(0); at < info.Size(); at += int64(c.size) {
			if n, _ := c.db.ReadAt(page, at); n > 0 {
				see(false, at, page[:n])
			}
		}
	}
	for _, f := range c.frames {
		if n, _ := c.wal.ReadAt(page, f.at); n > 0 {
			see(true, f.at, page[:n])
		}
	}
}

// rowsIn finds the rows of head, body and root in a page. Their payload is a record of NULL (the id is the key of the
// row), a whole number and a blob: header length, 0, type of the number, type of the blob, number, blob.
func (c *carver) rowsIn(inLog bool, at int64, page []byte, found func(cell)) {
	for i := 0; i+8 < len(page); i++ {
		if page[i] < 0x80 { // a sealed row is longer than one digit can say
			continue
		}
		length, n := varint(page[i:])
		if n == 0 || length < leastRow || length > uint64(c.all) {
			continue
		}
		id, m := varint(page[i+n:])
		if m == 0 || id == 0 || id > 1<<62 {
			continue
		}
		start := i + n + m
		if r, ok := readRow(page[start:], int(length)); ok {
			r.inLog, r.at, r.left, r.id = inLog, at+int64(start), len(page)-start, int64(id)
			r.local = localPart(int(length), c.size, c.size-35)
			found(r)
		}
	}
}

func readRow(b []byte, length int) (r cell, ok bool) {
	if len(b) < 5 || b[0] < 4 || b[0] > 12 || b[1] != 0 {
		return r, false
	}
	header := int(b[0])
	numberSize := map[byte]int{1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 9: 0}
	size, known := numberSize[b[2]]
	blob, n := varint(b[3:])
	if !known || n == 0 || header != 3+n || blob < 12 || blob%2 != 0 {
		return r, false
	}
	if header+size+int((blob-12)/2) != length || len(b) < header+size {
		return r, false
	}
	r.payload, r.ct = length, header+size
	if b[2] == 9 { // the number 1 has a type of its own
		r.seq = 1
		return r, true
	}
	for _, digit := range b[header : header+size] {
		r.seq = r.seq<<8 | uint64(digit)
	}
	return r, r.seq <= 1<<62
}

// localPart is how much of a payload lies in the page of its row, where most is as much as may.
func localPart(length, page, most int) int {
	if length <= most {
		return length
	}
	least := (page-12)*32/255 - 23
	if k := least + (length-least)%(page-4); k <= most {
		return k
	}
	return least
}

// sealed reads the ciphertext of a row; what is not there to read makes it short. Pages of the log hide those of the
// database, unless the row is to be read without the log.
func (c *carver) sealed(r cell, withLog bool) []byte {
	f := c.db
	if r.inLog {
		f = c.wal
	}
	b := make([]byte, min(r.local, r.left), r.payload)
	if n, err := f.ReadAt(b, r.at); err != nil || len(b) < r.local {
		return b[min(r.ct, n):n]
	}
	if r.local == r.payload {
		return b[r.ct:]
	}
	next := make([]byte, 4)
	if _, err := f.ReadAt(next, r.at+int64(r.local)); err != nil {
		return b[r.ct:]
	}
	for number := binary.BigEndian.Uint32(next); number != 0 && len(b) < r.payload; number = binary.BigEndian.Uint32(next) {
		f, at := c.db, (int64(number)-1)*int64(c.size)
		if logged, ok := c.latest[number]; ok && withLog {
			f, at = c.wal, logged
		}
		if _, err := f.ReadAt(next, at); err != nil {
			break
		}
		part := b[len(b) : len(b)+min(c.size-4, r.payload-len(b))]
		n, err := f.ReadAt(part, at+4)
		if b = b[:len(b)+n]; err != nil {
			break
		}
	}
	return b[r.ct:]
}

// named finds the rows of meta and slot that go by these names: a record of a text and a blob. There may be older ones.
func (c *carver) named(names []string) map[string][][]byte {
	found := make(map[string][][]byte)
	c.each(func(inLog bool, at int64, page []byte) {
		for i := 0; i+6 < len(page); i++ {
			header := int(page[i])
			if header < 3 || header > 6 || page[i+1]%2 == 0 {
				continue
			}
			for _, name := range names {
				if int(page[i+1]) != 13+2*len(name) {
					continue
				}
				blob, n := varint(page[i+2:])
				start := i + header
				if n == 0 || header != 2+n || blob < 12 || blob%2 != 0 || blob > mostNamed ||
					len(page) < start+len(name) || string(page[start:start+len(name)]) != name {
					continue
				}
				size := int(blob-12) / 2
				length := header + len(name) + size
				r := cell{
					inLog: inLog, at: at + int64(i), left: len(page) - i, payload: length, ct: header + len(name),
					local: localPart(length, c.size, (c.size-12)*64/255-23),
				}
				if int64(length) > c.all {
					continue
				}
				for _, withLog := range []bool{true, false} {
					if value := c.sealed(r, withLog); len(value) == size {
						found[name] = append(found[name], value)
						break
					}
				}
			}
		}
	})
	return found
}

// varint reads a number as SQLite writes it, seven bits a byte, and says how many bytes it took; 0 where it is cut off.
func varint(b []byte) (v uint64, n int) {
	for i := range min(len(b), 9) {
		if i == 8 {
			return v<<8 | uint64(b[i]), 9
		}
		v = v<<7 | uint64(b[i]&0x7f)
		if b[i] < 0x80 {
			return v, i + 1
		}
	}
	return 0, 0
}
