package odd

import (
	"crypto/md5"
	"crypto/rc4"
	"encoding/hex"
	"fmt"
	"strings"
)

// locks are encrypted files and files with more in them than pages.
var locks = []Case{
	{Name: "owner-password", Why: "asks for a password that reading does not need", Data: func() []byte { return locked("", "owner", -64) }, Read: true},
	{Name: "owner-password-nothing-allowed", Why: "reads what the file asks not to copy, or refuses a published file", Data: func() []byte { return locked("", "owner", -3904) }, Read: true},
	{Name: "user-password", Why: "reads noise", Data: func() []byte { return locked("2023", "owner", -64) }, Code: "encrypted"},
	{Name: "unknown-handler", Why: "takes what it cannot decrypt as text", Data: func() []byte {
		return page(draw(how{})).bytes("/Encrypt<</Filter/Nobody.Knows/V 9/R 9/Length 128>>/ID[<00><00>]")
	}, Code: "encrypted|pdf-security|corrupt|pdf"},
	{Name: "script", Why: "runs what opens with it", Data: func() []byte {
		return page(draw(how{})).with(1, "/Pages", "/OpenAction<</S/JavaScript/JS(while\\(1\\){app.alert\\('x'\\)})>>/Pages").plain()
	}, Read: true},
	{Name: "script-launch", Why: "starts a program", Data: func() []byte {
		return page(draw(how{})).with(1, "/Pages", "/OpenAction<</S/Launch/F(/bin/sh)>>/AA<</WC<</S/URI/URI(http://127.0.0.1/)>>>>/Pages").plain()
	}, Read: true},
	{Name: "attachment", Why: "unpacks or reads what is attached", Data: func() []byte {
		f := page(draw(how{})).with(1, "/Pages", "/Names<</EmbeddedFiles<</Names[(a.xlsx) 20 0 R]>>>>/Pages")
		f[20] = "<</Type/Filespec/F(../../a.xlsx)/EF<</F 21 0 R>>>>"
		f[21] = stream("/Type/EmbeddedFile", "PK\x03\x04 9,999.99")
		return f.plain()
	}, Read: true},
	{Name: "annotations", Why: "takes a reader's notes for figures", Data: func() []byte {
		f := page(draw(how{})).with(3, "/Contents", "/Annots[20 0 R 21 0 R]/Contents")
		f[20] = "<</Type/Annot/Subtype/FreeText/Rect[545 390 645 408]/DA(/F 10 Tf)/Contents(9,999.99)/F 4>>"
		f[21] = "<</Type/Annot/Subtype/Text/Rect[300 300 320 320]/Contents(8,888.88)>>"
		return f.plain()
	}, Read: true},
	{Name: "hidden-layer", Why: "reads a layer that is not shown", Data: func() []byte {
		p := &pen{size: 10}
		p.text(700, 369, "7,777.77")
		f := page(draw(how{after: "/OC /L BDC\n" + p.String() + "EMC\n"})).
			with(1, "/Pages", "/OCProperties<</OCGs[20 0 R]/D<</OFF[20 0 R]/Order[20 0 R]>>>>/Pages").
			with(3, "/Font", "/Properties<</L 20 0 R>>/Font")
		f[20] = "<</Type/OCG/Name(Draft)>>"
		return f.plain()
	}, Read: true, Code: "corrupt|no-forms|too-complex"},
}

var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// locked is the form encrypted with 40 bits, as old programs do.
func locked(user, owner string, permissions int32) []byte {
	padded := func(s string) []byte { return append([]byte(s), padding...)[:32] }
	sum := md5.Sum(padded(owner))
	o := coded(sum[:5], padded(user))
	id := []byte("0123456789abcdef")
	p := uint32(permissions)
	all := append(append(append(padded(user), o...), byte(p), byte(p>>8), byte(p>>16), byte(p>>24)), id...)
	sum = md5.Sum(all)
	key := sum[:5]
	u := coded(key, padding)
	f := page(draw(how{}))
	for n, object := range f {
		head, rest, is := strings.Cut(object, "stream\n")
		if !is {
			continue
		}
		content := strings.TrimSuffix(rest, "\nendstream")
		own := md5.Sum(append(append([]byte{}, key...), byte(n), byte(n>>8), byte(n>>16), 0, 0))
		f[n] = head + "stream\n" + string(coded(own[:10], []byte(content))) + "\nendstream"
	}
	return f.bytes(fmt.Sprintf("/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P %d>>/ID[<%s><%s>]", hex.EncodeToString(o), hex.EncodeToString(u), permissions, hex.EncodeToString(id), hex.EncodeToString(id)))
}

func coded(key, data []byte) []byte {
	c, _ := rc4.NewCipher(key) // of 5 to 16 bytes
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}
