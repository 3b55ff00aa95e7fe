// xlsx.mjs: workbooks for tests, as spreadsheets write them (or do not).
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 as ownCrc, deflateRawSync } from "node:zlib";
import { decode } from "./http.mjs";

const table = Array.from({ length: 256 }, (_, n) => Array.from({ length: 8 }).reduce((c) => c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1, n));
const crc32 = ownCrc ?? ((bytes) => (bytes.reduce((c, byte) => table[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0);

/** A ZIP of { name: text or bytes }. packed: compressed. */
export function zip(parts, { packed = true } = {}) {
	const local = [], central = [];
	let at = 0;
	for (const [name, content] of Object.entries(parts)) {
		const bytes = Buffer.from(content), body = packed ? deflateRawSync(bytes) : bytes, label = Buffer.from(name);
		const head = Buffer.alloc(26);
		head.writeUInt16LE(20, 0);
		head.writeUInt16LE(packed ? 8 : 0, 4);
		head.writeUInt32LE(crc32(bytes) >>> 0, 10);
		head.writeUInt32LE(body.length, 14);
		head.writeUInt32LE(bytes.length, 18);
		head.writeUInt16LE(label.length, 22);
		const rest = Buffer.alloc(16);
		rest.writeUInt32LE(at, 10 + 2);
		local.push(Buffer.from("PK\x03\x04"), head, label, body);
		central.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), head, Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), rest.subarray(12), label);
		at += 30 + label.length + body.length;
	}
	const list = Buffer.concat(central), end = Buffer.alloc(18);
	end.writeUInt16LE(Object.keys(parts).length, 4);
	end.writeUInt16LE(Object.keys(parts).length, 6);
	end.writeUInt32LE(list.length, 8);
	end.writeUInt32LE(at, 12);
	return Buffer.concat([...local, list, Buffer.from("PK\x05\x06"), end]);
}

const escape = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const column = (i) => (i >= 26 ? String.fromCharCode(64 + Math.floor(i / 26)) : "") + String.fromCharCode(65 + (i % 26));

/** The parts of a workbook of one sheet. A cell: text (shared), a number, { day: serial number }, { inline: text }, or null. */
export function workbookParts(rows) {
	const shared = [], cells = rows.map((row, y) => `<row r="${y + 1}">${row.map((cell, x) => {
		const at = `r="${column(x)}${y + 1}"`;
		if (cell === null || cell === undefined)
			return "";
		if (typeof cell === "number")
			return `<c ${at}><v>${cell}</v></c>`;
		if (cell.day)
			return `<c ${at} s="1"><v>${cell.day}</v></c>`;
		if (cell.inline !== undefined)
			return `<c ${at} t="inlineStr"><is><t>${escape(cell.inline)}</t></is></c>`;
		shared.push(`<si><r><t xml:space="preserve">${escape(cell)}</t></r><rPh><t>never</t></rPh></si>`);
		return `<c ${at} t="s"><v>${shared.length - 1}</v></c>`;
	}).join("")}</row>`).join("");
	const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
	return {
		"xl/workbook.xml": `<?xml version="1.0"?><workbook ${main}><sheets><sheet name="Register" sheetId="1" r:id="rId7"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>',
		"xl/sharedStrings.xml": `<sst ${main}>${shared.join("")}</sst>`,
		"xl/styles.xml": `<styleSheet ${main}><numFmts><numFmt numFmtId="170" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData>${cells}</sheetData></worksheet>`,
	};
}
export const workbook = (rows, options) => zip(workbookParts(rows), options);
/** Days as a workbook counts them. */
export const serial = (iso) => Math.round(Date.parse(iso) / 86400000) + 25569;

/** All text of a workbook that a signed-in client opens: its sheet and its shared strings. */
export async function bookText(it, client, path) {
	const headers = { cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
	const bytes = Buffer.from(await (await fetch(`${it.staffUrl}${path}`, { headers })).arrayBuffer()), folder = mkdtempSync(join(tmpdir(), "xlsx-")), name = join(folder, "a.xlsx");
	try {
		writeFileSync(name, bytes);
		return decode(execFileSync("unzip", ["-p", name]).toString());
	} finally {
		rmSync(folder, { recursive: true });
	}
}
