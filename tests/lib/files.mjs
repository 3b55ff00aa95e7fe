// files.mjs: files for tests: pictures that say where they were taken, documents; adding and opening them.
import { crc32, deflateSync } from "node:zlib";

export const pdf = (words = "") => Buffer.from(`%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%${words}\xff\n%%EOF\n`, "latin1");

const segment = (marker, ...parts) => {
	const data = Buffer.concat(parts.map((part) => Buffer.from(part, "latin1")));
	return Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);
};
/** An Exif with which way up, and a place: 51.38 degrees north, said with rationals. */
export function exif(way) {
	const tiff = Buffer.alloc(140);
	tiff.write("II*\0\x08\0\0\0\x02\0", 0, "latin1");
	tiff.write("\x12\x01\x03\0\x01\0\0\0", 10, "latin1");
	tiff.writeUInt16LE(way, 18);
	tiff.write("\x25\x88\x04\0\x01\0\0\0\x26\0\0\0", 22, "latin1");
	tiff.write("\x01\0\x02\0\x05\0\x18\0\0\0\x50\0\0\0", 38, "latin1");
	[51, 1, 22, 1, 4801, 100].forEach((number, i) => tiff.writeUInt32LE(number, 80 + 4 * i));
	tiff.write("SERIAL-CANARY", 110, "latin1");
	return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
}
const scan = Buffer.concat([segment(0xda, "\x01\x01\0\0\x3f\0"), Buffer.from("\x12\x34\xff\0\x56", "latin1")]);
const tables = [segment(0xdb, "\0", "\x01".repeat(64)), segment(0xc0, "\x08\0\x01\0\x01\x01\x01\x11\0"), segment(0xc4, "\0", "\0".repeat(16))];
/** A JPEG of one point, with everything that tells: Exif, XMP, IPTC, a comment, a preview behind its end. */
export const jpeg = (way = 6) => Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"), segment(0xe1, exif(way).toString("latin1")),
	segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>XMP-CANARY</x:xmpmeta>"), segment(0xed, "Photoshop 3.0\0IPTC-CANARY"),
	segment(0xfe, "COMMENT-CANARY"), ...tables, scan, Buffer.from([0xff, 0xd9]), Buffer.from("PREVIEW-CANARY")]);
/** The same without any of it; its orientation in an Exif of one entry. */
export const jpegClean = (way = 6) => Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
	segment(0xe1, `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(way)}\0\0\0\0\0\0`), ...tables, scan, Buffer.from([0xff, 0xd9])]);

const chunk = (type, data) => {
	const head = Buffer.alloc(4), end = Buffer.alloc(4), body = Buffer.concat([Buffer.from(type), Buffer.from(data)]);
	head.writeUInt32BE(data.length);
	end.writeUInt32BE(crc32(body));
	return Buffer.concat([head, body, end]);
};
export const png = ({ telling = true } = {}) => Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
	...(telling ? [chunk("eXIf", exif(1)), chunk("tEXt", "Author\0TEXT-CANARY"), chunk("tIME", Buffer.from([7, 234, 1, 1, 1, 1, 1]))] : []),
	chunk("IDAT", deflateSync(Buffer.from([0, 0]))), chunk("IEND", "")]);

const riff = (type, data) => {
	const size = Buffer.alloc(4);
	size.writeUInt32LE(data.length);
	return Buffer.concat([Buffer.from(type), size, Buffer.from(data), Buffer.alloc(data.length & 1)]);
};
export function webp({ telling = true } = {}) {
	const inside = Buffer.concat([Buffer.from("WEBP"), riff("VP8X", Buffer.from([telling ? 0x0c : 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
		riff("VP8 ", Buffer.from([0x30, 1, 0, 0x9d, 1, 0x2a, 1, 0, 1, 0])), ...(telling ? [riff("EXIF", exif(1)), riff("XMP ", Buffer.from("XMP-CANARY"))] : [])]);
	const size = Buffer.alloc(4);
	size.writeUInt32LE(inside.length);
	return Buffer.concat([Buffer.from("RIFF"), size, inside]);
}

/** A zip without compression: { name: content }. */
export function zip(files) {
	const local = [], central = [];
	let at = 0;
	for (const [name, content] of Object.entries(files)) {
		const body = Buffer.from(content), head = Buffer.alloc(30), entry = Buffer.alloc(46);
		head.write("PK\x03\x04\x14\0", 0, "latin1");
		head.writeUInt32LE(crc32(body), 14);
		head.writeUInt32LE(body.length, 18);
		head.writeUInt32LE(body.length, 22);
		head.writeUInt16LE(name.length, 26);
		entry.write("PK\x01\x02\x14\0\x14\0", 0, "latin1");
		entry.writeUInt32LE(crc32(body), 16);
		entry.writeUInt32LE(body.length, 20);
		entry.writeUInt32LE(body.length, 24);
		entry.writeUInt16LE(name.length, 28);
		entry.writeUInt32LE(at, 42);
		local.push(head, Buffer.from(name), body);
		central.push(entry, Buffer.from(name));
		at += 30 + name.length + body.length;
	}
	const end = Buffer.alloc(22), directory = Buffer.concat(central);
	end.write("PK\x05\x06", 0, "latin1");
	end.writeUInt16LE(Object.keys(files).length, 8);
	end.writeUInt16LE(Object.keys(files).length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...local, directory, end]);
}
export const docx = (more = {}) => zip({ "[Content_Types].xml": "<Types/>", "_rels/.rels": "<Relationships/>", "word/document.xml": "<w:document/>", ...more });
/** A compound file with one name in its directory: "WordDocument", "__properties_version1.0". */
export const compound = (name) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(name, "utf16le"), Buffer.alloc(512)]);

/** Adds a file as a browser does: to a page that has the form. fields: the others of the form. */
export async function addFile(client, path, content, name, fields = {}) {
	const page = await client.get(path);
	const body = new FormData();
	const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? /name="csrf" value="([^"]+)"/.exec((await client.get("/")).text)[1];
	for (const [field, value] of Object.entries({ csrf, ...fields }))
		body.set(field, value);
	if (content !== undefined)
		body.set("file", new Blob([content]), name);
	return client.request(path, { method: "POST", body });
}

/** The answer with its bytes. */
export async function openFile(client, path) {
	const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	const answer = await fetch(new URL(path, client.base), { redirect: "manual", headers: { cookie } });
	return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** The addresses of a page's files, in their order. */
export const fileLinks = (page) => [...page.text.matchAll(/href="(\/files\/[0-9a-f]{32})"/g)].map(([, path]) => path);
