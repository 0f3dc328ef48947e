package decrypt

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"encoding/xml"
	"strings"

	"github.com/xuri/excelize/v2"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// maxSpin is the most hashes a password is put through. Programs write 100,000;
// the standard allows 10,000,000, which would take half a minute here.
const (
	maxSpin = 1_000_000
	maxInfo = 64 << 10 // bytes of EncryptionInfo; honest ones have one or two thousand
	maxSalt = 64
)

// hashSizes are the bytes of every hash that Office offers and excelize knows.
var hashSizes = map[string]int{"MD5": 16, "SHA1": 20, "SHA256": 32, "SHA384": 48, "SHA512": 64}

// agile is what is read of the XML (2.3.4.10). There can be several ways to the
// key: by password, by certificate.
type agile struct {
	XMLName xml.Name         `xml:"encryption"`
	KeyData excelize.KeyData `xml:"keyData"`
	Ways    []struct {
		Keys []encryptedKey `xml:",any"`
	} `xml:"keyEncryptors>keyEncryptor"`
}

type encryptedKey struct {
	XMLName           xml.Name
	SpinCount         int    `xml:"spinCount,attr"`
	EncryptedKeyValue string `xml:"encryptedKeyValue,attr"`
	excelize.KeyData
}

var byPassword = xml.Name{Space: "http://schemas.microsoft.com/office/2006/keyEncryptor/password", Local: "encryptedKey"}

// passwordKey is the password's way to the key, nil if there is none.
func (a *agile) passwordKey() *encryptedKey {
	for _, way := range a.Ways {
		for i := range way.Keys {
			if way.Keys[i].XMLName == byPassword {
				return &way.Keys[i]
			}
		}
	}
	return nil
}

func damaged() *document.Refusal {
	return refuse.Corrupt("这个文件已损坏，加密信息读不出来。")
}

// checkInfo is EncryptionInfo as excelize may see it.
func checkInfo(raw []byte) ([]byte, *document.Refusal) {
	if len(raw) < 8 || len(raw) > maxInfo {
		return nil, damaged()
	}
	major, minor := binary.LittleEndian.Uint16(raw), binary.LittleEndian.Uint16(raw[2:])
	switch {
	case major == 4 && minor == 4:
		return checkAgile(raw)
	case 2 <= major && major <= 4 && minor == 2:
		return raw, checkStandard(raw)
	case (major == 3 || major == 4) && minor == 3: // 2.3.4.6
		return nil, unsupported("这个文件用外接的加密程序加了密，输入密码也无法在这里打开。")
	}
	return nil, damaged()
}

// checkStandard checks a header with its length in front of it, then a verifier
// (2.3.4.5), every field as the standard fixes it for AES.
func checkStandard(raw []byte) *document.Refusal {
	const (
		headerAt, headerMin            = 12, 32
		cryptoAPI, external, aes       = 0x04, 0x10, 0x20
		saltSize, hashSize, hashPadded = 16, 20, 32
		verifier                       = 4 + saltSize + 16 + 4 + hashPadded
		sha1                           = 0x8004
	)
	keyBits := map[uint32]uint32{0x660E: 128, 0x660F: 192, 0x6610: 256}

	le := binary.LittleEndian
	if len(raw) < headerAt+headerMin+verifier {
		return damaged()
	}
	length := le.Uint32(raw[8:])
	if length < headerMin || uint64(length) > uint64(len(raw)-headerAt-verifier) {
		return damaged()
	}
	header, check := raw[headerAt:], raw[headerAt+int(length):]
	flags, algorithm, hash, key := le.Uint32(header), le.Uint32(header[8:]), le.Uint32(header[12:]), le.Uint32(header[16:])
	switch {
	case flags&external != 0 || flags&(cryptoAPI|aes) != cryptoAPI|aes:
		return unsupported("这个文件的加密方式不是 Excel 的打开密码，无法在这里打开。")
	case keyBits[algorithm] != key || hash != 0 && hash != sha1 || le.Uint32(check) != saltSize || le.Uint32(check[4+saltSize+16:]) != hashSize:
		return damaged()
	}
	return nil
}

// checkAgile checks the XML and writes it anew, with only the values that were
// checked and only the password's way to the key.
func checkAgile(raw []byte) ([]byte, *document.Refusal) {
	const head = 8
	var e agile
	if xml.Unmarshal(raw[head:], &e) != nil { // which stops at deep nesting
		return nil, damaged()
	}
	key := e.passwordKey()
	switch {
	case key == nil && len(e.Ways) > 0:
		return nil, unsupported("这个文件是用证书加密的，没有打开密码。")
	case key == nil:
		return nil, damaged()
	}
	if refusal := cmp.Or(checkCipher(&e.KeyData), checkCipher(&key.KeyData)); refusal != nil {
		return nil, refusal
	}
	value, err := base64.StdEncoding.DecodeString(key.EncryptedKeyValue)
	switch {
	case err != nil || key.SpinCount < 0 || len(value) != (e.KeyData.KeyBits/8+block-1)/block*block:
		return nil, damaged()
	case key.SpinCount > maxSpin:
		return nil, unsupported("这个文件的密码强度设置过高，在这里打开要等太久。")
	case key.HashAlgorithm != e.KeyData.HashAlgorithm || e.KeyData.KeyBits == 192 || key.SaltSize != block:
		// excelize takes one hash for both, a key of 192 bits for one of 256, and
		// salt for an initial vector as it is.
		return nil, unsupported("这个文件的加密参数不常见，无法在这里打开。")
	}
	plain := excelize.Encryption{KeyData: e.KeyData}
	plain.KeyEncryptors.KeyEncryptor = []excelize.KeyEncryptor{{EncryptedKey: excelize.EncryptedKey{
		SpinCount: key.SpinCount, EncryptedKeyValue: key.EncryptedKeyValue, KeyData: key.KeyData}}}
	text, err := xml.Marshal(plain)
	if err != nil {
		return nil, damaged()
	}
	return append(bytes.Clone(raw[:head]), text...), nil
}

// checkCipher checks the values that both the package and the password's way to
// its key have (2.3.4.10), and spells the hash as hashSizes does.
func checkCipher(k *excelize.KeyData) *document.Refusal {
	salt, err := base64.StdEncoding.DecodeString(k.SaltValue)
	if err != nil || len(salt) != k.SaltSize || len(salt) == 0 || len(salt) > maxSalt || k.KeyBits < 128 || k.KeyBits > 256 || k.KeyBits%64 != 0 {
		return damaged()
	}
	k.HashAlgorithm = strings.ToUpper(strings.ReplaceAll(k.HashAlgorithm, "-", ""))
	size, known := hashSizes[k.HashAlgorithm]
	if !known || k.CipherAlgorithm != "AES" || k.CipherChaining != "ChainingModeCBC" {
		return unsupported("这个文件的加密算法不常见，无法在这里打开。")
	}
	if k.HashSize != size || k.BlockSize != block {
		return damaged()
	}
	return nil
}
