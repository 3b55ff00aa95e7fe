// smtp.mjs: a mail server that does what a test wants: refuses, hangs, breaks off, shows a wrong certificate.
//
//	const server = await smtpServer({ certificate: certificate(folder, "localhost"), reply: (command) => …});
//	server.messages      // [{ from, to: [], text, secure, user }]
//	await server.close();
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { TLSSocket, createSecureContext, createServer as createTlsServer } from "node:tls";

/** A self-signed certificate for these names: { cert, key, file }. */
export function certificate(folder, name, altNames = `DNS:${name}`) {
	const [key, file] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
	execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
		"-subj", `/CN=${name}`, "-addext", `subjectAltName=${altNames}`, "-keyout", key, "-out", file], { stdio: "ignore" });
	return { cert: readFileSync(file), key: readFileSync(key), file };
}

/**
 * Listens on 127.0.0.1. tls: "implicit" (smtps://), "starttls", or "none". reply(command, session): a line to answer with
 * instead of the usual one ("DATA-END" is a command too), undefined for the usual, or a promise of either.
 */
export async function smtpServer({ certificate: identity, tls = "implicit", reply = () => undefined, port = 0 } = {}) {
	const messages = [], commands = [], sockets = new Set();
	const context = identity && createSecureContext(identity);

	function serve(socket, secure, greet = true) {
		const session = { secure, user: undefined, from: undefined, to: [] };
		let buffered = "", data, secret = false;
		const say = (line) => socket.writable && socket.write(`${line}\r\n`);
		const usual = {
			EHLO: () => say(`250-here\r\n${tls === "starttls" && !secure ? "250-STARTTLS\r\n" : ""}250 AUTH PLAIN`),
			AUTH: () => { secret = true; say("334 "); },
			MAIL: (rest) => { Object.assign(session, { from: /<(.*)>/.exec(rest)[1], to: [] }); say("250 ok"); },
			RCPT: (rest) => { session.to.push(/<(.*)>/.exec(rest)[1]); say("250 ok"); },
			DATA: () => { data = ""; say("354 go on"); },
			STARTTLS: () => {
				say("220 ready");
				socket.removeAllListeners("data");
				serve(new TLSSocket(socket, { isServer: true, secureContext: context }), true, false);
			},
			QUIT: () => { say("221 bye"); socket.end(); },
			"DATA-END": () => say("250 taken"),
		};
		async function command(line) {
			const name = line.split(" ")[0].toUpperCase();
			commands.push({ line, secure });
			const other = await reply(line, session);
			if (other !== undefined)
				say(other);
			else if (usual[name])
				usual[name](line.slice(name.length + 1));
			else
				say(name === "RSET" ? "250 ok" : "502 what?");
		}
		let turn = Promise.resolve();
		socket.setEncoding("latin1").on("data", (chunk) => {
			buffered += chunk;
			turn = turn.then(async () => {
				for (let end; (end = buffered.indexOf("\r\n")) >= 0;) {
					const line = buffered.slice(0, end);
					buffered = buffered.slice(end + 2);
					if (secret) {
						secret = false;
						session.user = Buffer.from(line, "base64").toString().split("\0").slice(1).join(":");
						say(await reply("AUTH-END", session) ?? "235 ok");
					} else if (data === undefined)
						await command(line);
					else if (line === ".") {
						const { from, to, user } = session;
						messages.push({ from, to, user, secure, text: Buffer.from(data, "latin1").toString() });
						data = undefined;
						await command("DATA-END");
					} else
						data += `${line.startsWith(".") ? line.slice(1) : line}\r\n`;
				}
			});
		});
		socket.on("error", () => {});
		if (greet)
			turn = turn.then(async () => say(await reply("GREETING", session) ?? "220 here"));
	}

	const server = tls === "implicit" ? createTlsServer(identity, (socket) => serve(socket, true))
		: createServer((socket) => serve(socket, false));
	server.on("connection", (socket) => {
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
	}).on("tlsClientError", () => {});
	await new Promise((resolve, reject) => server.on("error", reject).listen(port, "127.0.0.1", resolve));
	return {
		messages, commands, port: server.address().port,
		close: () => new Promise((resolve) => {
			server.close(resolve);
			for (const socket of sockets)
				socket.destroy();
		}),
	};
}
