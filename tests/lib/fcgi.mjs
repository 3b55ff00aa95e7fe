// fcgi.mjs: speaks FastCGI straight to a worker's socket, without nginx: also what nginx would never send.
import { connect } from "node:net";
import { parse } from "./http.mjs";

export const BEGIN = 1, ABORT = 2, END = 3, PARAMS = 4, STDIN = 5, STDOUT = 6, GET_VALUES = 9;

/** One record. */
export function record(type, content = Buffer.alloc(0), id = 1) {
	const bytes = Buffer.from(content);
	const head = Buffer.from([1, type, id >> 8, id & 255, bytes.length >> 8, bytes.length & 255, 0, 0]);
	return Buffer.concat([head, bytes]);
}

export const begin = ({ role = 1, keep = 0 } = {}) => record(BEGIN, [0, role, keep, 0, 0, 0, 0, 0]);

function length(n) {
	return n < 128 ? Buffer.from([n]) : Buffer.from([n >>> 24 | 128, n >>> 16 & 255, n >>> 8 & 255, n & 255]);
}

export function params(values) {
	const parts = Object.entries(values).filter(([, value]) => value !== undefined).map(([name, value]) => {
		const [key, text] = [Buffer.from(name), Buffer.from(value, "latin1")];
		return Buffer.concat([length(key.length), length(text.length), key, text]);
	});
	return Buffer.concat([...(parts.length ? [record(PARAMS, Buffer.concat(parts))] : []), record(PARAMS)]);
}

/** Sends records; gives { status, headers, body, ended, bytes } once the worker has ended the request or hung up, or time is over. */
export function exchange(socketPath, bytes, { timeout = 15_000, hangUp = false } = {}) {
	return new Promise((resolve, reject) => {
		let got = Buffer.alloc(0);
		const socket = connect(socketPath, () => {
			socket.write(bytes);
			if (hangUp)
				setTimeout(() => socket.destroy(), 20);
		});
		const done = (why) => {
			clearTimeout(timer);
			socket.destroy();
			const out = [];
			let ended = false;
			for (let at = 0; at + 8 <= got.length;) {
				const size = got.readUInt16BE(at + 4);
				if (got[at + 1] === STDOUT)
					out.push(got.subarray(at + 8, at + 8 + size));
				ended ||= got[at + 1] === END;
				at += 8 + size + got[at + 6];
			}
			const answer = parse(Buffer.concat([Buffer.from("HTTP/1.1 "), Buffer.concat(out)]));
			const status = Number(/Status: (\d+)/.exec(answer.first)?.[1] ?? 0);
			resolve({ ...answer, status, ended, why, bytes: got });
		};
		const timer = setTimeout(() => done("time"), timeout);
		socket.on("data", (part) => {
			got = Buffer.concat([got, part]);
			for (let at = 0; at + 8 <= got.length; at += 8 + got.readUInt16BE(at + 4) + got[at + 6])
				if (got[at + 1] === END && at + 8 + got.readUInt16BE(at + 4) <= got.length)
					return done("ended");
		});
		socket.on("end", () => done("closed")).on("close", () => done("closed"));
		socket.on("error", (error) => (got.length || hangUp ? done("error") : (clearTimeout(timer), reject(error))));
	});
}

/** One whole request. */
export function request(socketPath, values, body = "", options = {}) {
	return exchange(socketPath, Buffer.concat([
		begin(), params(values), ...(body.length ? [record(STDIN, body)] : []), record(STDIN),
	]), options);
}
