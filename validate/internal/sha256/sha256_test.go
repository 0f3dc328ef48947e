package sha256_test

import (
	standard "crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"suanqing/validate/internal/sha256"
)

func TestAgainstTheStandardLibrary(t *testing.T) {
	g := rand.New(rand.NewPCG(3, 4))
	for n := range 400 {
		data := make([]byte, n+g.IntN(2)*g.IntN(5000))
		for i := range data {
			data[i] = byte(g.Uint32())
		}
		want := standard.Sum256(data)
		require.Equal(t, want, sha256.Sum(data), "%d bytes", len(data))
		require.Equal(t, hex.EncodeToString(want[:]), sha256.Hex(data))
	}
}
