// crawl.mjs: every page that can be reached by links from a place, one or two addresses for each route.
import { decode } from "./http.mjs";

const pattern = (path) => new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/:[a-z_]+/g, "[^/]+")}$`);

/** Follows links as `client`, from `begin`. routes: [[method, path, pools, who]…]. Gives a Map from a route's path to addresses of it,
 * `each` at most; files (.csv, …) are found but not opened. within: what addresses are gone on from. */
export async function crawl(client, routes, { begin = "/", pool = "staff", each = 2, within = /^/ } = {}) {
	// The longest literal path first: /people/invite is no /people/:ref.
	const list = routes.filter(([method, , pools]) => method === "GET" && pools.includes(pool))
		.map(([, path]) => ({ path, fits: pattern(path), parts: (path.match(/:/g) ?? []).length })).sort((a, b) => a.parts - b.parts);
	const found = new Map(), seen = new Set(), queue = [begin];
	while (queue.length) {
		const address = queue.shift(), [plain] = address.split("?");
		const route = list.find(({ fits }) => fits.test(plain));
		if (seen.has(address) || !route)
			continue;
		seen.add(address);
		const addresses = found.get(route.path) ?? [];
		if (addresses.length >= each)
			continue;
		found.set(route.path, [...addresses, address]);
		if (/\.\w+$|^\/files\/\w+$/.test(plain) || !within.test(address))
			continue;
		const { text } = await client.get(address);
		for (const [, href] of text.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
			const next = new URL(decode(href), new URL(address, "http://here.example"));
			if (next.host === "here.example")
				queue.push(next.pathname + next.search);
		}
	}
	return found;
}
