package decrypt

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/internal/ole"
	"suanqing/validate/read/xlsx"
)

// refused is the code of a refusal that says what is the matter and what to do.
func refused(t testing.TB, plain []byte, err error) string {
	t.Helper()
	assert.Nil(t, plain)
	var refusal *document.Refusal
	require.ErrorAs(t, err, &refusal)
	for _, s := range []string{refusal.Message, refusal.Hint} {
		assert.True(t, utf8.ValidString(s) && strings.HasSuffix(s, "。"), s)
	}
	return refusal.Code
}

func codeOf(t testing.TB, data []byte, password string) string {
	t.Helper()
	plain, err := Open(data, password)
	return refused(t, plain, err)
}

// TestOpen encrypts packages whose lengths fall on both sides of a block and of
// a segment, and gives them back to the byte.
func TestOpen(t *testing.T) {
	for _, n := range []int{0, 1, 15, 3900, 4096, 8192, 70_001, 3 << 20} {
		plain := bookOf(t, n)
		files := map[string][]byte{}
		if len(plain) >= 4096 {
			files["standard"] = standard(t, plain)
		}
		for _, a := range []scheme{office2010, office2016, {"SHA256", 128, 0}, {"SHA384", 256, 10}} {
			files[fmt.Sprint(a)] = file(a.encrypt(plain))
		}
		for name, data := range files {
			t.Run(fmt.Sprint(name, n), func(t *testing.T) {
				assert.True(t, IsEncrypted(data))
				kept := bytes.Clone(data)
				got, err := Open(data, secret)
				require.NoError(t, err)
				require.True(t, bytes.Equal(plain, got))
				require.True(t, bytes.Equal(kept, data), "the file itself is not touched")
				assert.Equal(t, "encrypted", codeOf(t, data, ""))
				for _, wrong := range []string{strings.ToLower(secret), secret + " ", "x", strings.Repeat("密", 300), "\xFF"} {
					assert.Equal(t, "password", codeOf(t, data, wrong), wrong)
				}
			})
		}
	}
}

// TestOffice opens what spreadsheet programs wrote.
func TestOffice(t *testing.T) {
	for _, name := range []string{"encryptSHA1.xlsx", "encryptSHA512.xlsx", "encryptAES.xlsx"} {
		t.Run(name, func(t *testing.T) {
			data := fromOffice(t, name)
			plain, err := Open(data, "password")
			require.NoError(t, err)
			_, err = xlsx.Open(plain)
			require.NoError(t, err)
			assert.Equal(t, "password", codeOf(t, data, "Password"))
		})
	}
}

func TestRefusals(t *testing.T) {
	plain := bookOf(t, 5000)
	info, body := office2016.encrypt(plain)
	stdInfo, stdBody := streams(t, standard(t, plain))
	with := func(info []byte, at int, v uint32) []byte {
		b := bytes.Clone(info)
		binary.LittleEndian.PutUint32(b[at:], v)
		return b
	}
	sized := func(n uint64) []byte { return append(binary.LittleEndian.AppendUint64(nil, n), body[8:]...) }
	head := bytes.Clone(body)
	head[8] ^= 1
	check := 12 + int(binary.LittleEndian.Uint32(stdInfo[8:])) // where the verifier of stdInfo is
	for _, c := range []struct {
		name, code string
		data       []byte
	}{
		{"empty", "corrupt", nil},
		{"not encrypted", "corrupt", plain},
		{"another OLE file", "corrupt", ole.Write(9, ole.Stream{Name: "Workbook", Data: body})},
		{"too large", "too-large", make([]byte, maxFile+1)},
		{"no info", "corrupt", ole.Write(9, ole.Stream{Name: packageStream, Data: body})},
		{"rights management", "unsupported-encryption", ole.Write(9, ole.Stream{Name: packageStream, Data: body}, ole.Stream{Name: "DRMEncryptedTransform"})},
		{"info cut", "corrupt", file(info[:7], body)},
		{"info huge", "corrupt", file(append(bytes.Clone(info), make([]byte, maxInfo)...), body)},
		{"version 9.9", "corrupt", file(with(info, 0, 9<<16|9), body)},
		{"extensible", "unsupported-encryption", file(with(info, 0, 3<<16|4), body)},
		{"no package", "corrupt", file(info, nil)},
		{"package of nothing", "corrupt", file(info, sized(0))},
		{"package larger than the file", "corrupt", file(info, sized(uint64(len(body))))},
		{"package larger than memory", "corrupt", file(info, sized(1<<63))},
		{"package of the greatest length", "corrupt", file(info, sized(1<<64-1))},
		{"last block missing", "corrupt", file(info, body[:len(body)-1])},
		{"first block damaged", "corrupt", file(info, head)},
		{"standard in agile's words", "corrupt", file(with(stdInfo, 0, 4<<16|4), stdBody)},
		{"agile in standard's words", "corrupt", file(with(info, 0, 2<<16|3), body)},
		{"standard cut", "corrupt", file(stdInfo[:len(stdInfo)-1], stdBody)},
		{"standard header too long", "corrupt", file(with(stdInfo, 8, 1<<31), stdBody)},
		{"standard header of -1", "corrupt", file(with(stdInfo, 8, 1<<32-1), stdBody)},
		{"standard header too short", "corrupt", file(with(stdInfo, 8, 31), stdBody)},
		{"standard RC4", "unsupported-encryption", file(with(stdInfo, 12, 4), stdBody)},
		{"standard external", "unsupported-encryption", file(with(stdInfo, 12, 0x34), stdBody)},
		{"standard algorithm", "corrupt", file(with(stdInfo, 20, 0x6801), stdBody)},
		{"standard hash", "corrupt", file(with(stdInfo, 24, 0x800C), stdBody)},
		{"standard key bits", "corrupt", file(with(stdInfo, 28, 1<<31), stdBody)},
		{"standard salt", "corrupt", file(with(stdInfo, check, 0), stdBody)},
		{"standard verifier", "corrupt", file(with(stdInfo, check+36, 32), stdBody)},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.code, codeOf(t, c.data, secret))
		})
	}
	assert.False(t, IsEncrypted(nil) || IsEncrypted(plain) || IsEncrypted(ole.Write(9, ole.Stream{Name: "Workbook"})))
	longer := file(append(bytes.Clone(info), 0, 0, 0), append(bytes.Clone(body), 1, 2, 3)) // as a stream may be
	got, err := Open(longer, secret)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(plain, got))
}

// TestAgileInfo changes one value of the XML at a time, where it is first and
// where it is last: for the package and for its key.
func TestAgileInfo(t *testing.T) {
	info, body := office2016.encrypt(bookOf(t, 5000))
	const other = "unsupported-encryption"
	for _, c := range []struct{ from, to, code string }{
		{`spinCount="1000"`, `spinCount="4000000000"`, other},
		{`spinCount="1000"`, `spinCount="1000001"`, other},
		{`spinCount="1000"`, `spinCount="99999999999999999999"`, "corrupt"},
		{`spinCount="1000"`, `spinCount="-1"`, "corrupt"},
		{`spinCount="1000"`, `spinCount="999"`, "password"},
		{`saltSize="16"`, `saltSize="0"`, "corrupt"},
		{`saltSize="16"`, `saltSize="-16"`, "corrupt"},
		{`saltValue="`, `saltValue="AAAA`, "corrupt"},
		{`saltValue="`, `saltValue="" x="`, "corrupt"},
		{`saltValue="`, `saltValue="!`, "corrupt"},
		{`blockSize="16"`, `blockSize="0"`, "corrupt"},
		{`blockSize="16"`, `blockSize="-1"`, "corrupt"},
		{`blockSize="16"`, `blockSize="2147483647"`, "corrupt"},
		{`keyBits="256"`, `keyBits="0"`, "corrupt"},
		{`keyBits="256"`, `keyBits="-256"`, "corrupt"},
		{`keyBits="256"`, `keyBits="2147483648"`, "corrupt"},
		{`hashSize="64"`, `hashSize="20"`, "corrupt"},
		{`hashAlgorithm="SHA512"`, `hashAlgorithm="WHIRLPOOL"`, other},
		{`hashAlgorithm="SHA512"`, `hashAlgorithm=""`, other},
		{`hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"`,
			`hashSize="32" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA256"`, other},
		{`cipherAlgorithm="AES"`, `cipherAlgorithm="RC2"`, other},
		{`cipherChaining="ChainingModeCBC"`, `cipherChaining="ChainingModeCFB"`, other},
		{`encryptedKeyValue="`, `encryptedKeyValue="AAAA`, "corrupt"},
		{`encryptedKeyValue="`, `encryptedKeyValue="" x="`, "corrupt"},
		{`p:encryptedKey`, `c:encryptedKey`, other},
		{`<keyEncryptors>`, `<keyEncryptors/><x>`, "corrupt"},
		{`</encryption>`, ``, "corrupt"},
		{`<encryption `, `<encryptor `, "corrupt"},
		{`encoding="UTF-8"`, `encoding="GBK"`, "corrupt"},
	} {
		for _, at := range []int{bytes.Index(info, []byte(c.from)), bytes.LastIndex(info, []byte(c.from))} {
			require.Positive(t, at)
			bad := append(append(bytes.Clone(info[:at]), c.to...), info[at+len(c.from):]...)
			assert.Equal(t, c.code, codeOf(t, file(bad, body), secret), "%s at %d", c.to, at)
		}
	}
	for _, xml := range []string{"", " ", "<encryption/>", "<a", strings.Repeat("<keyEncryptors>", 4000), strings.Repeat("<a>", 20_000), "\x00\x00"} {
		assert.Equal(t, "corrupt", codeOf(t, file(append(bytes.Clone(info[:8]), xml...), body), secret))
	}
}

// TestOtherKeyEncryptors has a certificate's way to the key before the password's.
func TestOtherKeyEncryptors(t *testing.T) {
	plain := bookOf(t, 100)
	info, body := office2016.encrypt(plain)
	info = bytes.Replace(info, []byte("<keyEncryptors>"), []byte(`<keyEncryptors><keyEncryptor uri="c"><c:encryptedKey encryptedKeyValue="AA==" X509Certificate="AA=="/></keyEncryptor>`), 1)
	got, err := Open(file(info, body), secret)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(plain, got))
}

// TestDamage opens files damaged anywhere: either what is left can be read, as
// long as it says it is, or it is refused for a reason that fits.
func TestDamage(t *testing.T) {
	plain := bookOf(t, 6000)
	few := scheme{"SHA512", 256, 5}
	for rounds, good := range map[int][]byte{3000: file(few.encrypt(plain)), 40: standard(t, plain)} { // the latter is slow
		_, err := Open(good, secret)
		require.NoError(t, err)
		random, codes := rand.New(rand.NewPCG(3, 4)), map[string]int{}
		for i := range rounds {
			bad := bytes.Clone(good)
			for range 1 + random.IntN(4) {
				at := random.IntN(len(bad))
				if i%2 == 0 { // where the structure is
					at = random.IntN(min(len(bad), 4096))
				}
				bad[at] = byte(random.Uint32())
			}
			if i%5 == 0 {
				bad = bad[:random.IntN(len(bad))]
			}
			got, err := Open(bad, secret)
			if err == nil {
				codes["opened"]++
				require.LessOrEqual(t, len(got), len(bad))
				continue
			}
			codes[refused(t, got, err)]++
		}
		assert.Positive(t, codes["opened"])
		assert.Positive(t, codes["corrupt"])
	}
}

// FuzzOpen takes its input as a file, and, so that chance gets beyond the
// container, as the encryption's information.
func FuzzOpen(f *testing.F) {
	plain := bookOf(f, 100)
	info, body := scheme{"SHA1", 128, 2}.encrypt(plain)
	stdInfo, _ := streams(f, standard(f, bookOf(f, 5000)))
	f.Add(file(info, body))
	f.Add(info)
	f.Add(stdInfo)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, in := range [][]byte{data, file(data, body)} {
			if got, err := Open(in, secret); err != nil {
				refused(t, got, err)
			} else {
				assert.True(t, bytes.HasPrefix(got, []byte(zipStart)))
			}
		}
	})
}
