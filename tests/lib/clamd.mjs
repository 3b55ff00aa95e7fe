// clamd.mjs: a virus scanner for tests: clamd's INSTREAM over a unix or a TCP socket. It knows one virus, EICAR's test file.
import { createServer } from "node:net";
import { rmSync } from "node:fs";

/** EICAR's test file, put together here so that no real scanner takes these tests away. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE", "!$H+H*"].join("");

/** where: a path, or { port }. mode: "scans"; "silent": takes all and never answers; "hangs": does not even read; "ends": closes at once; "error": too large;
 * "noise": an answer that is none. `seen`: what came, whole. */
export async function startClamd(where) {
	const it = { mode: "scans", seen: [], sockets: new Set() };
	const server = createServer((socket) => {
		let bytes = Buffer.alloc(0);
		it.sockets.add(socket.on("close", () => it.sockets.delete(socket)).on("error", () => {}));
		if (it.mode === "ends")
			return socket.destroy();
		if (it.mode === "hangs")
			return socket.pause();
		socket.on("data", (part) => {
			bytes = Buffer.concat([bytes, part]);
			const file = streamed(bytes);
			if (!file || it.mode === "silent")
				return;
			it.seen.push(file);
			socket.end(it.mode === "error" ? "INSTREAM size limit exceeded. ERROR\0" : it.mode === "noise" ? "\u0001<b>\0"
				: file.includes(eicar) ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0");
		});
	});
	if (typeof where === "string")
		rmSync(where, { force: true });
	await new Promise((resolve, reject) => server.on("error", reject).listen(where, resolve));
	it.port = server.address().port;
	it.stop = () => new Promise((resolve) => {
		server.close(resolve);
		for (const socket of it.sockets)
			socket.destroy();
	});
	return it;
}

/** The file of "zINSTREAM\0" and its pieces; undefined until the last has come. Throws for anything else. */
function streamed(bytes) {
	const command = Buffer.from("zINSTREAM\0"), pieces = [];
	if (bytes.length < command.length)
		return undefined;
	if (bytes.compare(command, 0, command.length, 0, command.length) !== 0)
		throw new Error("not INSTREAM");
	for (let at = command.length; at + 4 <= bytes.length;) {
		const size = bytes.readUInt32BE(at);
		if (size === 0)
			return Buffer.concat(pieces);
		if (at + 4 + size > bytes.length)
			return undefined;
		pieces.push(bytes.subarray(at + 4, at + 4 + size));
		at += 4 + size;
	}
	return undefined;
}
