// headers.mjs: what must be said by every answer, whatever its status.
import assert from "node:assert/strict";

const wanted = {
	"content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; form-action 'self'; "
		+ "base-uri 'none'; frame-ancestors 'none'",
	"x-content-type-options": "nosniff",
	"referrer-policy": "no-referrer",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
};

/** answer: of http.mjs's raw(). */
export function expectHeaders(answer, what) {
	for (const [name, value] of Object.entries(wanted)) {
		assert.equal(answer.headers[name], value, `${what}: ${name}`);
		assert.equal(answer.all[name].length, 1, `${what}: ${name} once`);
	}
	assert.ok(answer.headers["cache-control"], `${what}: cache-control`);
	assert.equal(answer.all["cache-control"].length, 1, `${what}: cache-control once`);
	assert.equal(answer.headers.server, "nginx", `${what}: no version`);
	assert.equal(answer.headers["x-powered-by"], undefined);
	if (answer.status !== 303 && answer.body.length)
		assert.match(answer.headers["content-type"] ?? "", /^[a-z]+\/[a-z0-9+.-]+(; charset=utf-8)?$/, `${what}: content-type`);
}
