// Package decrypt opens workbooks that have a password. Such a file is an OLE
// compound file with two streams: EncryptionInfo says how the other one,
// EncryptedPackage, was made of an .xlsx. Section numbers in this package are of
// [MS-OFFCRYPTO].
//
// The cryptography is excelize's. It believes what a file says of itself, and so
// does the reader of compound files under it, so neither sees the file: what is
// needed is read and checked here, and handed over written anew.
package decrypt

import (
	"bytes"
	"encoding/binary"
	"strings"

	"github.com/xuri/excelize/v2"

	"suanqing/validate/document"
	"suanqing/validate/internal/ole"
	"suanqing/validate/internal/wide"
	"suanqing/validate/read/refuse"
)

const (
	maxFile     = 200 << 20
	maxPassword = 255 // UTF-16 units, as Excel has it

	infoStream    = "EncryptionInfo"
	packageStream = "EncryptedPackage"

	sizeBytes = 8  // in front of the package: its length in plain
	block     = 16 // bytes AES takes at a time
)

// IsEncrypted tells whether data is a workbook or other Office document with a
// password, or with other encryption of the whole file.
func IsEncrypted(data []byte) bool {
	c, ok := ole.Open(data)
	return ok && c.Has(packageStream)
}

// Open is the plain .xlsx in a file with a password. The error is a
// *document.Refusal: "encrypted" if the file can be opened but no password is
// given, "password" if it is another one, "unsupported-encryption" if no password
// would help, "too-large", or "corrupt". It takes time for as many hashes as the
// file asks for, at most maxSpin, and memory of some six times the file.
func Open(data []byte, password string) ([]byte, error) {
	plain, refusal := open(data, password)
	if refusal != nil {
		return nil, refusal
	}
	return plain, nil
}

func open(data []byte, password string) ([]byte, *document.Refusal) {
	if len(data) > maxFile {
		return nil, refuse.FileTooLarge(maxFile)
	}
	c, ok := ole.Open(data)
	if !ok || !c.Has(packageStream) {
		return nil, refuse.Corrupt("这个文件已损坏，读不出加密的内容。")
	}
	raw, ok := c.Stream(infoStream)
	if !ok {
		if bytes.Contains(data, rightsManaged) {
			return nil, unsupported("这个文件设有权限管理（IRM），只有获得授权的人能打开。")
		}
		return nil, refuse.Corrupt("这个文件已损坏，缺少加密信息。")
	}
	info, refusal := checkInfo(raw)
	if refusal != nil {
		return nil, refusal
	}
	body, _ := c.Stream(packageStream)
	body, size, ok := checkPackage(body)
	if !ok {
		return nil, refuse.Corrupt("这个文件已损坏，加密的内容不完整。")
	}
	switch {
	case password == "":
		return nil, refuse.Locked()
	case !possible(password):
		return nil, wrongPassword()
	}
	plain, err := decrypt(ole.Write(12, ole.Stream{Name: infoStream, Data: info}, ole.Stream{Name: packageStream, Data: body}), password)
	if err != nil || len(plain) < size {
		return nil, refuse.Corrupt("这个文件已损坏，无法解密。")
	}
	plain = plain[:size] // the rest fills the last block
	switch {
	case strings.HasPrefix(string(plain[:4]), zipStart):
		return plain, nil
	case strings.HasPrefix(string(plain[size-zipTail:]), zipEnd): // the key was right
		return nil, refuse.Corrupt("这个文件已损坏，解密后不是完整的表格。")
	}
	return nil, wrongPassword()
}

// excelize does not check the password (2.3.4.9, 2.3.4.13): a wrong one gives
// noise. A package is a zip, which noise begins like once in 4,000,000,000 times.
const (
	zipStart = "PK\x03\x04"
	zipEnd   = "PK\x05\x06" // of the last record, which has 22 bytes
	zipTail  = 22
)

// rightsManaged is in the name of a storage of every file under rights
// management (2.2.4), which has no EncryptionInfo.
var rightsManaged = wide.Bytes("DRMEncrypted")

// checkPackage is the stream (2.3.4.4, 2.3.4.15) without what may follow the
// last block, and the length of the package.
func checkPackage(body []byte) ([]byte, int, bool) {
	if len(body) < sizeBytes {
		return nil, 0, false
	}
	size := binary.LittleEndian.Uint64(body)
	if size < zipTail || size > uint64(len(body)) {
		return nil, 0, false
	}
	end := sizeBytes + (int(size)+block-1)/block*block
	if end > len(body) {
		return nil, 0, false
	}
	return body[:end:end], int(size), true
}

// decrypt makes an error of a panic of excelize's.
func decrypt(file []byte, password string) (plain []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			plain, err = nil, excelize.ErrWorkbookFileFormat
		}
	}()
	return excelize.Decrypt(file, &excelize.Options{Password: password})
}
