// build.mjs: makes build/static from static/ and nhsuk-frontend: hashed names, compressed copies, manifest.json;
// and nginx's own error pages (build/errors), which name the hashed CSS.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const nhsuk = join(root, "node_modules/nhsuk-frontend/dist");
const images = join(nhsuk, "nhsuk/assets/images");
const out = join(root, "build/static");
const manifest = {};

const keptFor = 30 * 24 * 60 * 60 * 1000;

mkdirSync(out, { recursive: true });

/** Writes one file under a name that changes with its bytes (so that browsers may keep it for ever). */
function publish(name, content) {
	const bytes = Buffer.from(content);
	const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
	const dot = name.lastIndexOf(".");
	const hashed = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;

	writeFileSync(join(out, hashed), bytes);
	if (/\.(css|mjs|svg)$/.test(name)) {
		writeFileSync(join(out, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
		writeFileSync(join(out, `${hashed}.br`), brotliCompressSync(bytes, {
			params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
		}));
	}
	manifest[name] = hashed;
	return hashed;
}

function styles() {
	const sheet = sass.compile(join(root, "static/soundings.scss"), {
		loadPaths: [nhsuk],
		style: "compressed",
		quietDeps: true,
	});
	// The design system's pictures, asked for under /assets/images/, become hashed files beside the sheet.
	const css = sheet.css.replace(/url\(["']?\/assets\/images\/([\w.-]+)["']?\)/g, (_, name) =>
		`url(${manifest[name] ?? publish(name, readFileSync(join(images, name)))})`);

	if (/url\(["']?(https?:|\/\/|data:)|@import|@font-face/.test(css))
		throw new Error("the style sheet names another host, a font or data:, which our policy forbids");
	publish("soundings.css", css);
}

async function script() {
	const bundle = await esbuild.build({
		entryPoints: [join(root, "static/soundings.mjs")],
		alias: { nhsuk: join(nhsuk, "nhsuk") },
		bundle: true,
		minify: true,
		format: "esm",
		target: ["es2017", "safari12"],
		legalComments: "none",
		write: false,
	});
	publish("soundings.mjs", bundle.outputFiles[0].contents);
}

function pictures() {
	for (const name of ["favicon.svg", "favicon.ico", "nhsuk-icon-180.png"])
		publish(name, readFileSync(join(images, name)));
	for (const name of readdirSync(join(root, "static")))
		if (/\.(svg|png|jpg)$/.test(name))
			publish(name, readFileSync(join(root, "static", name)));
}

/** nginx/errors.json fills nginx/errors.html once for each status that nginx itself answers with. */
function errors() {
	const folder = join(root, "build/errors");
	const page = readFileSync(join(root, "nginx/errors.html"), "utf8");
	const texts = JSON.parse(readFileSync(join(root, "nginx/errors.json"), "utf8"));

	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const [status, { title, paragraphs }] of Object.entries(texts)) {
		const values = {
			title,
			paragraphs: paragraphs.map((text) => `<p>${text}</p>`).join("\n"),
			css: `/static/${manifest["soundings.css"]}`,
			icon: `/static/${manifest["favicon.svg"]}`,
		};
		writeFileSync(join(folder, `${status}.html`),
			page.replace(/{{(\w+)}}/g, (_, name) => values[name]));
	}
}

/** What an earlier build made serves pages that are open in browsers and workers that still run: it goes after a month. */
function forget() {
	for (const name of readdirSync(out))
		if (Date.now() - statSync(join(out, name)).mtimeMs > keptFor)
			rmSync(join(out, name));
}

pictures();
styles();
await script();
errors();
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, "\t") + "\n");
forget();
