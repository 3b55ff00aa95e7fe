// blake.mjs: BLAKE2b of 32 bytes (RFC 7693), as hash_bytes() makes it: for links that a test makes itself. Of up to 128 bytes.
const mask = (1n << 64n) - 1n;
const start = [0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n, 0x510e527fade682d1n, 0x9b05688c2b3e6c1fn,
	0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n];
const orders = ["0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
	"2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0"];
const mixes = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]];

/** Hexadecimal digits. */
export function blake(text) {
	const block = Buffer.alloc(128), bytes = Buffer.from(text);
	bytes.copy(block);
	const m = Array.from({ length: 16 }, (_, i) => block.readBigUInt64LE(8 * i));
	const h = start.map((word, i) => (i === 0 ? word ^ 0x01010020n : word));
	const v = [...h, ...start];
	const turn = (word, n) => (word >> n | word << 64n - n) & mask;
	v[12] ^= BigInt(bytes.length);
	v[14] ^= mask; // the last block
	for (let round = 0; round < 12; round++)
		mixes.forEach(([a, b, c, d], i) => {
			const at = (place) => m[parseInt(orders[round % 10][place], 16)];
			for (const [word, left, right] of [[at(2 * i), 32n, 24n], [at(2 * i + 1), 16n, 63n]]) {
				v[a] = v[a] + v[b] + word & mask;
				v[d] = turn(v[d] ^ v[a], left);
				v[c] = v[c] + v[d] & mask;
				v[b] = turn(v[b] ^ v[c], right);
			}
		});
	const out = Buffer.alloc(64);
	h.forEach((word, i) => out.writeBigUInt64LE(word ^ v[i] ^ v[i + 8], 8 * i));
	return out.subarray(0, 32).toString("hex");
}
