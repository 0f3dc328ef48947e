package decrypt

import (
	"archive/zip"
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/internal/ole"
	"suanqing/validate/internal/wide"
)

const secret = "Js2024决算"

// bookOf is a zip of about n bytes that do not compress.
func bookOf(t testing.TB, n int) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("xl/workbook.xml")
	require.NoError(t, err)
	data := make([]byte, n)
	random := rand.NewChaCha8([32]byte{1})
	_, _ = random.Read(data)
	_, err = w.Write(data)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.Bytes()
}

// standard is made by excelize, which loses packages of under 4096 bytes.
func standard(t testing.TB, plain []byte) []byte {
	data, err := excelize.Encrypt(plain, &excelize.Options{Password: secret})
	require.NoError(t, err)
	return data
}

// streams are what an encrypted file holds.
func streams(t testing.TB, data []byte) (info, body []byte) {
	c, ok := ole.Open(data)
	require.True(t, ok)
	info, _ = c.Stream(infoStream)
	body, _ = c.Stream(packageStream)
	return info, body
}

func file(info, body []byte) []byte {
	return ole.Write(9, ole.Stream{Name: packageStream, Data: body}, ole.Stream{Name: infoStream, Data: info})
}

// scheme is how a file says it was encrypted; the tests encrypt as section 2.3.4
// of the standard has it, which excelize cannot do.
type scheme struct {
	hash       string
	bits, spin int
}

var (
	office2010 = scheme{"SHA1", 128, 1000}
	office2016 = scheme{"SHA512", 256, 1000}
)

var hashes = map[string]func() hash.Hash{"SHA1": sha1.New, "SHA256": sha256.New, "SHA384": sha512.New384, "SHA512": sha512.New}

func (a scheme) sum(parts ...[]byte) []byte {
	h := hashes[a.hash]()
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)
}

func fit(b []byte, n int) []byte {
	return append(bytes.Clone(b), bytes.Repeat([]byte{0x36}, 64)...)[:n]
}

func cbc(key, iv, data []byte) []byte {
	c, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	out := append(bytes.Clone(data), make([]byte, -len(data)&15)...)
	cipher.NewCBCEncrypter(c, iv).CryptBlocks(out, out)
	return out
}

func (a scheme) encrypt(plain []byte) (info, body []byte) {
	number := func(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }
	packageSalt, keySalt := []byte("salt of the book"), []byte("salt of password")
	packageKey := fit([]byte("the package's very own secret"), a.bits/8)

	h := a.sum(keySalt, wide.Bytes(secret))
	for i := range a.spin {
		h = a.sum(number(i), h)
	}
	key := fit(a.sum(h, []byte{0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6}), a.bits/8)

	body = binary.LittleEndian.AppendUint64(nil, uint64(len(plain)))
	for i := 0; i*4096 < len(plain); i++ {
		iv := fit(a.sum(packageSalt, number(i)), 16)
		body = append(body, cbc(packageKey, iv, plain[i*4096:min((i+1)*4096, len(plain))])...)
	}
	text := base64.StdEncoding.EncodeToString
	common := fmt.Sprintf(`saltSize="16" blockSize="16" keyBits="%d" hashSize="%d" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="%s"`,
		a.bits, len(h), a.hash)
	const ns = "http://schemas.microsoft.com/office/2006/"
	info = append([]byte{4, 0, 4, 0, 0x40, 0, 0, 0}, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\r\n"+
		`<encryption xmlns="`+ns+`encryption" xmlns:p="`+ns+`keyEncryptor/password" xmlns:c="`+ns+`keyEncryptor/certificate">`+
		`<keyData `+common+` saltValue="`+text(packageSalt)+`"/><dataIntegrity encryptedHmacKey="AA==" encryptedHmacValue="AA=="/>`+
		`<keyEncryptors><keyEncryptor uri="`+ns+`keyEncryptor/password"><p:encryptedKey spinCount="`+fmt.Sprint(a.spin)+`" `+common+
		` saltValue="`+text(keySalt)+`" encryptedVerifierHashInput="AA==" encryptedVerifierHashValue="AA==" encryptedKeyValue="`+
		text(cbc(key, keySalt, packageKey))+`"/></keyEncryptor></keyEncryptors></encryption>`...)
	return info, body
}

// fromOffice reads a file that a spreadsheet program encrypted. They come with
// excelize, whose own tests use them.
func fromOffice(t testing.TB, name string) []byte {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/xuri/excelize/v2").Output()
	require.NoError(t, err)
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "test", name))
	require.NoError(t, err)
	return data
}
