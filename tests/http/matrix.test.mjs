// matrix.test.mjs: promise 7. Every route × role × owner × method, expected from one table; a route without a row fails.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { Client, forms, raw, signIn } from "../lib/http.mjs";
import { sharedInstance } from "../lib/instance.mjs";
import { makeBulletins, makeWork } from "../lib/matrix_records.mjs";
import { makeFiles, makeIncidents, makeLinks, makeMail, makeOrganisations, makePeople } from "../lib/records.mjs";
import { definition, fingerprint, publish, text, visit } from "../lib/surveys.mjs";

/* A row of the table:
 *	who	none: everybody; "signed_in"; roles. commissioner: and only who acts for the commissioner
 *	at	the address, of a survey's slug; or of: "person", …: the :part is each of records[of] in turn
 *	ok	what whoever may gets. Of a POST: without a token of the form, 403
 *	empty	of a POST: what whoever may gets for an empty form with a right token (none: it would act; not tried)
 *	owned	it belongs to an organisation: another one's is 404, the same as not there
 *	states	of a record in that state another status than `ok` (`empty` for a POST), or a function of the person that gives it
 *	sees	of a record in that state, as this person: false is 404
 * Whoever may not gets 403, with a right token too; nobody is sent to sign in. */
const readers = ["author", "auditor"];
const runs = { who: ["administrator"], commissioner: true }, watches = { who: ["auditor", "administrator"], commissioner: true };
const staff = { who: ["author", "incident_manager", "contract_reviewer", "auditor", "administrator"], commissioner: true };
const manages = { who: ["incident_manager"], commissioner: true }, reads = { who: ["incident_manager", "auditor"], commissioner: true };
const holds = { who: ["incident_manager", "contract_reviewer", "administrator"], commissioner: true, sees: (person) => person.roles.some((role) => ["incident_manager", "administrator"].includes(role)) };
const askedBy = (slug) => Object.keys(surveys).find((code) => surveys[code] === slug);
/** Of a bulletin that is not published: who reads incidents sees it, nobody else. */
const seen = (person) => (may(person, reads) ? 200 : 404);
/* Whose of a report's practice; whose of its files, by their states. */
const member = (person) => person.roles.includes("practice_member");
const ofPractice = (person, state) => member(person) && (person.organisation === "MATRIXA") === (state !== "another");
const opens = (person, state) => (person.organisation ? member(person) && person.organisation === "MATRIXA" && ["draft", "sent"].includes(state)
	: ["sent", "managers"].includes(state));
const removes = (person, state) => (person.organisation ? member(person) && person.organisation === "MATRIXA" && state === "draft" : ["sent", "managers"].includes(state));
const reports = { who: ["practice_member"], of: "incident", sees: ofPractice };
const table = {
	"GET / public": { ok: 200 },
	"GET /accessibility public,staff": { ok: 200 },
	"GET /privacy public,staff": { ok: 200 },
	"GET /health public,staff": { ok: 200 },
	"GET /learning public": { ok: 200 },
	"GET /learning.atom public": { ok: 200 },
	"GET /learning/:slug public": { at: () => "/learning/no-such-bulletin-22222222", ok: 404 }, // see bulletin.test.mjs
	"GET /r/progress public": { ok: 200 },
	"POST /r/progress public": { ok: 422 }, // without a code
	"GET /r/:token public": { at: () => "/r/222222222222", ok: 404 }, // see anonymous.test.mjs
	"GET /r/:token/:page public": { at: () => "/r/222222222222/what", ok: 404 },
	"POST /r/:token/:page public": { at: () => "/r/222222222222/what", ok: 404 },
	"GET /r/:token/sent/:sealed public": { at: () => "/r/222222222222/sent/x", ok: 404 },
	"GET /s/:slug public": { at: (slug) => `/s/${slug}`, ok: 200 },
	"GET /s/:slug/:page public": { at: (slug) => `/s/${slug}/1`, ok: 200 },
	"POST /s/:slug/:page public": { at: (slug) => `/s/${slug}/1`, ok: 400 }, // without a state
	"GET /s/:slug/sent/:token public": { at: (slug) => `/s/${slug}/sent/x`, ok: 404 }, // without a token of ours
	"GET / staff": { who: "signed_in", ok: 200 },
	"GET /help staff": { who: "signed_in", ok: 200 },
	"GET /help/incidents staff": { who: "signed_in", ok: 200 },
	"GET /sign-in staff": { ok: { nobody: 200, person: 303 } },
	"POST /sign-in staff": { ok: 403 }, // without a token of the form
	"POST /sign-out staff": { who: "signed_in", ok: 403 },
	"GET /acting staff": { who: "signed_in", ok: 200 },
	"POST /acting staff": { who: "signed_in", ok: 403 }, // without a token of the form
	"GET /kept/:id staff": { at: () => "/kept/AAAAAAAAAAAAAAAAAAAAAA", who: "signed_in", ok: 404 },
	"POST /kept/:id/remove staff": { at: () => "/kept/AAAAAAAAAAAAAAAAAAAAAA/remove", who: "signed_in", ok: 403 },
	"GET /sign-in/recovery staff": { ok: { nobody: 200, person: 303 } },
	"POST /sign-in/recovery staff": { ok: 403 },
	"GET /join/:token staff": { at: () => "/join/x", ok: 404 }, // no link of ours
	"POST /join/:token staff": { at: () => "/join/x", ok: 403, empty: 404 }, // without a token of the form
	"GET /reset/:token staff": { at: () => "/reset/x", ok: 404 },
	"POST /reset/:token staff": { at: () => "/reset/x", ok: 403, empty: 404 },
	"GET /device/:token staff": { at: () => "/device/x", ok: 404 },
	"POST /device/:token staff": { at: () => "/device/x", ok: 403, empty: 404 },
	"GET /forgotten staff": { ok: 200 },
	"POST /forgotten staff": { ok: 403, empty: 422 },
	"GET /settings staff": { ...watches, ok: 200 },
	"GET /holidays staff": { ...watches, ok: 200 },
	"GET /settings/:group staff": { ...runs, at: () => "/settings/contact", ok: 200 },
	"POST /settings/:group staff": { ...runs, at: () => "/settings/contact", ok: 403, empty: 422 },
	"GET /account staff": { who: "signed_in", ok: 200 },
	"GET /account/password staff": { who: "signed_in", ok: 200 },
	"POST /account/password staff": { who: "signed_in", ok: 403, empty: 422 }, // without a token of the form
	"GET /account/device staff": { who: "signed_in", ok: 200 },
	"POST /account/device staff": { who: "signed_in", ok: 403, empty: 422 },
	"GET /account/recovery-codes staff": { who: "signed_in", ok: 200 },
	"POST /account/recovery-codes staff": { who: "signed_in", ok: 403, empty: 422 },
	"GET /account/sign-out-everywhere staff": { who: "signed_in", ok: 200 },
	"POST /account/sign-out-everywhere staff": { who: "signed_in", ok: 403 },
	"GET /people staff": { ...watches, ok: 200 },
	"GET /people.csv staff": { ...watches, ok: 200 },
	"GET /people/invite staff": { ...runs, ok: 200 },
	"POST /people/invite staff": { ...runs, ok: 403, empty: 422 },
	"GET /people/signed-in staff": { ...watches, ok: 200 },
	"GET /people/devices staff": { ...watches, ok: 200 },
	"GET /people/devices/:request staff": { ...watches, of: "request", ok: 200 },
	"GET /people/devices/:request/answer staff": { ...runs, of: "request", ok: 200 },
	"POST /people/devices/:request/answer staff": { ...runs, of: "request", ok: 403, empty: 422 },
	"GET /people/:person staff": { ...watches, of: "person", ok: 200 },
	"GET /people/:person/edit staff": { ...runs, of: "person", ok: 200 },
	"POST /people/:person/edit staff": { ...runs, of: "person", ok: 403, empty: 422 },
	"GET /people/:person/roles staff": { ...runs, of: "person", ok: 200 },
	"POST /people/:person/roles staff": { ...runs, of: "person", ok: 403, empty: 422 },
	"GET /people/:person/disable staff": { ...runs, of: "person", ok: 200, states: { disabled: 303 } },
	"POST /people/:person/disable staff": { ...runs, of: "person", ok: 403, empty: 422, states: { disabled: 303 } },
	"GET /people/:person/enable staff": { ...runs, of: "person", ok: 200, states: { active: 303, invited: 303 } },
	"POST /people/:person/enable staff": { ...runs, of: "person", ok: 403, empty: 422, states: { active: 303, invited: 303 } },
	"GET /people/:person/send-again staff": { ...runs, of: "person", ok: 404, states: { invited: 200 } },
	"POST /people/:person/send-again staff": { ...runs, of: "person", ok: 403 },
	"GET /people/:person/sign-out staff": { ...runs, of: "person", ok: 200 },
	"POST /people/:person/sign-out staff": { ...runs, of: "person", ok: 403 },
	"GET /people/:person/device staff": { ...runs, of: "person", ok: 200, states: { invited: 404, disabled: 404 } },
	"POST /people/:person/device staff": { ...runs, of: "person", ok: 403, empty: 422, states: { invited: 404, disabled: 404 } },
	"GET /mail staff": { ...watches, ok: 200 },
	"GET /mail.csv staff": { ...watches, ok: 200 },
	"GET /mail/test staff": { ...runs, ok: 200 },
	"POST /mail/test staff": { ...runs, ok: 403, empty: 422 },
	"GET /mail/:message staff": { ...watches, of: "message", ok: 200 },
	"POST /mail/:message/retry staff": { ...runs, of: "message", ok: 403 },
	"POST /mail/:message/give-up staff": { ...runs, of: "message", ok: 403 },
	"GET /organisations staff": { ...staff, ok: 200 },
	"GET /organisations.csv staff": { ...staff, ok: 200 },
	"GET /organisations/new staff": { ...runs, ok: 200 },
	"POST /organisations/new staff": { ...runs, ok: 403, empty: 422 },
	"GET /organisations/import staff": { ...runs, ok: 200 },
	"POST /organisations/import staff": { ...runs, ok: 403, empty: 422 },
	"GET /organisations/import/:id staff": { ...runs, at: () => `/organisations/import/${"0".repeat(32)}`, ok: 404 }, // see import.test.mjs
	"POST /organisations/import/:id staff": { ...runs, at: () => `/organisations/import/${"0".repeat(32)}`, ok: 403, empty: 404 },
	"GET /organisations/:code/edit staff": { ...runs, of: "organisation", ok: 200 },
	"POST /organisations/:code/edit staff": { ...runs, of: "organisation", ok: 403, empty: 422 },
	"GET /organisations/:code/close staff": { ...runs, of: "organisation", ok: 422, states: { open: 200 } },
	"POST /organisations/:code/close staff": { ...runs, of: "organisation", ok: 403, empty: 422 },
	"GET /organisations/:code/reopen staff": { ...runs, of: "organisation", ok: 422, states: { closed: 200, merged: 200 } },
	"POST /organisations/:code/reopen staff": { ...runs, of: "organisation", ok: 403, empty: 422 },
	"GET /organisations/:code/merge staff": { ...runs, of: "organisation", ok: 422, states: { open: 200, closed: 200 } },
	"POST /organisations/:code/merge staff": { ...runs, of: "organisation", ok: 403, empty: 422 },
	"GET /organisations/:code/list-size staff": { ...runs, of: "organisation", ok: 200, states: { commissioner: 404 } },
	"POST /organisations/:code/list-size staff": { ...runs, of: "organisation", ok: 403, empty: 422, states: { commissioner: 404 } },
	"GET /localities staff": { ...staff, ok: 200 },
	"GET /localities/new staff": { ...runs, ok: 200 },
	"POST /localities/new staff": { ...runs, ok: 403, empty: 422 },
	"GET /localities/:id/edit staff": { ...runs, of: "locality", ok: 200 },
	"POST /localities/:id/edit staff": { ...runs, of: "locality", ok: 403, empty: 422 },
	"GET /localities/:id/delete staff": { ...runs, of: "locality", ok: 200 },
	"POST /localities/:id/delete staff": { ...runs, of: "locality", ok: 403 },
	"GET /localities/:id/members staff": { ...runs, of: "locality", ok: 200 },
	"POST /localities/:id/members staff": { ...runs, of: "locality", ok: 403, empty: 303 },
	"GET /peer-groups staff": { ...staff, ok: 200 },
	"GET /peer-groups/new staff": { ...runs, ok: 200 },
	"POST /peer-groups/new staff": { ...runs, ok: 403, empty: 422 },
	"GET /peer-groups/:id/edit staff": { ...runs, of: "peer_group", ok: 200 },
	"POST /peer-groups/:id/edit staff": { ...runs, of: "peer_group", ok: 403, empty: 422 },
	"GET /peer-groups/:id/delete staff": { ...runs, of: "peer_group", ok: 200 },
	"POST /peer-groups/:id/delete staff": { ...runs, of: "peer_group", ok: 403 },
	"GET /peer-groups/:id/members staff": { ...runs, of: "peer_group", ok: 200 },
	"POST /peer-groups/:id/members staff": { ...runs, of: "peer_group", ok: 403, empty: 303 },
	"GET /organisations/:code staff": { at: (slug) => `/organisations/${askedBy(slug)}`, who: "signed_in", owned: true, ok: 200 },
	"GET /audit staff": { ...watches, ok: 200 },
	"GET /audit.csv staff": { ...watches, ok: 200 },
	"GET /audit/anchors staff": { ...watches, ok: 200 },
	"GET /audit/anchors.csv staff": { ...watches, ok: 200 },
	"GET /bulletins staff": { who: "signed_in", ok: 200 },
	"GET /bulletins.csv staff": { who: "signed_in", ok: 200 },
	"GET /bulletins/new staff": { ...manages, ok: 200 },
	"POST /bulletins/new staff": { ...manages, ok: 403, empty: 422 },
	"GET /bulletins/:slug/edit staff": { ...manages, of: "bulletin", ok: 303, states: { draft: 200 } },
	"POST /bulletins/:slug/edit staff": { ...manages, of: "bulletin", ok: 403, empty: 303, states: { draft: 422 } },
	"POST /bulletins/:slug/send staff": { ...manages, of: "bulletin", ok: 403, empty: 303 }, // without the version it does nothing
	"GET /bulletins/:slug/approve staff": { ...manages, of: "bulletin", ok: 303, states: { review: 200 } },
	"POST /bulletins/:slug/approve staff": { ...manages, of: "bulletin", ok: 403, empty: 303, states: { review: 422 } },
	"POST /bulletins/:slug/correct staff": { ...manages, of: "bulletin", ok: 403 },
	"GET /bulletins/:slug/withdraw staff": { ...manages, of: "bulletin", ok: 200, states: { withdrawn: 303 } },
	"POST /bulletins/:slug/withdraw staff": { ...manages, of: "bulletin", ok: 403, empty: 422, states: { withdrawn: 303 } },
	"GET /bulletins/:slug/readers staff": { ...reads, of: "bulletin", ok: 200, states: { draft: 404, review: 404 } },
	"GET /bulletins/:slug/readers.csv staff": { ...reads, of: "bulletin", ok: 200, states: { draft: 404, review: 404 } },
	"POST /bulletins/:slug/remind staff": { ...manages, of: "bulletin", ok: 403 },
	"POST /bulletins/:slug/read staff": { who: ["practice_member", "provider_member"], of: "bulletin", ok: 403 },
	"GET /bulletins/:slug staff": { who: "signed_in", of: "bulletin", ok: 200, states: { draft: seen, review: seen, withdrawn: seen } },
	"GET /reports staff": { who: ["practice_member"], ok: 200 },
	"GET /reports.csv staff": { who: ["practice_member"], ok: 200 },
	"GET /reports/link staff": { who: ["practice_member"], ok: 200 },
	"POST /reports/link staff": { who: ["practice_member"], ok: 403, empty: 303 },
	"GET /reports/link/poster staff": { who: ["practice_member"], ok: 200 },
	"GET /reports/new staff": { who: ["practice_member"], ok: 200 },
	"POST /reports/new staff": { who: ["practice_member"], ok: 403, empty: 422 },
	"GET /reports/:ref staff": { ...reports, ok: 200, states: { draft: 303 } },
	"GET /reports/:ref/national staff": { ...reports, ok: 200, states: { draft: 303 } },
	"GET /reports/:ref/fhir.json staff": { ...reports, ok: 200, states: { draft: 303 } },
	"GET /retention staff": { ...watches, ok: 200 },
	"GET /retention.csv staff": { ...watches, ok: 200 },
	"GET /retention/propose staff": { ...runs, ok: 200 },
	"POST /retention/propose staff": { ...runs, ok: 403, empty: 422 },
	"GET /retention/certificates/:certificate staff": { ...watches, at: () => "/retention/certificates/2222-2222", ok: 404 }, // see retention.test.mjs
	"GET /retention/certificates/:certificate/records.csv staff": { ...watches, at: () => "/retention/certificates/2222-2222/records.csv", ok: 404 },
	"GET /retention/certificates/:certificate/decide staff": { ...runs, at: () => "/retention/certificates/2222-2222/decide", ok: 404 },
	"POST /retention/certificates/:certificate/decide staff": { ...runs, at: () => "/retention/certificates/2222-2222/decide", ok: 403, empty: 404 },
	"GET /retention/holds/:ref staff": { ...holds, of: "incident", ok: 200, states: { draft: 404 } },
	"POST /retention/holds/:ref staff": { ...holds, of: "incident", ok: 403, empty: 422, states: { draft: 404 } },
	"GET /retention/holds/:ref/lift staff": { ...holds, of: "incident", ok: 404 }, // nobody holds one
	"POST /retention/holds/:ref/lift staff": { ...holds, of: "incident", ok: 403, empty: 404 },
	"GET /incidents/:ref/national staff": { ...reads, of: "incident", ok: 200, states: { draft: 404 } },
	"GET /incidents/:ref/fhir.json staff": { ...reads, of: "incident", ok: 200, states: { draft: 404 } },
	"GET /reports/:ref/sent staff": { ...reports, ok: 200, states: { draft: 303 } },
	"GET /reports/:ref/check staff": { ...reports, ok: 303 }, // a draft whose steps were not passed leads to the next
	"POST /reports/:ref/check staff": { ...reports, ok: 403 },
	"GET /reports/:ref/discard staff": { ...reports, ok: 303, states: { draft: 200 } },
	"POST /reports/:ref/discard staff": { ...reports, ok: 403 },
	"GET /reports/:ref/draft/:step staff": { ...reports, of: "report_step", ok: 303, states: { draft: 200 } },
	"POST /reports/:ref/draft/:step staff": { ...reports, of: "report_step", ok: 403 }, // it saves whatever is typed
	"GET /reports/:ref/people/:number staff": { ...reports, of: "report_person", ok: 303, states: { draft: 200 } },
	"POST /reports/:ref/people/:number staff": { ...reports, of: "report_person", ok: 403, empty: 303, states: { draft: 422 } },
	"GET /reports/:ref/answer staff": { ...reports, ok: 303, states: { information: 200 } },
	"POST /reports/:ref/answer staff": { ...reports, ok: 403, empty: 422, states: { draft: 303 } },
	"GET /reports/:ref/add staff": { ...reports, ok: 200, states: { draft: 303 } },
	"POST /reports/:ref/add staff": { ...reports, ok: 403, empty: 422, states: { draft: 303 } },
	"GET /reports/:ref/look-again staff": { ...reports, ok: 303, states: { closed: 200, duplicate: 200, not_incident: 200 } },
	"POST /reports/:ref/look-again staff": { ...reports, ok: 403, empty: 422, states: { draft: 303 } },
	"GET /incidents staff": { ...reads, ok: 200 },
	"GET /incidents.csv staff": { ...reads, ok: 200 }, "GET /incidents.xlsx staff": { ...reads, ok: 200 },
	"GET /incidents/:ref/notes staff": { ...reads, of: "incident", ok: 200, states: { draft: 404 } },
	"GET /incidents/:ref/notes/new staff": { ...manages, of: "incident", ok: 200, states: { draft: 404 } },
	"POST /incidents/:ref/notes/new staff": { ...manages, of: "incident", ok: 403, empty: 422, states: { draft: 404 } },
	"GET /incidents/:ref/notes/:note/correct staff": { ...manages, of: "note", ok: 404, states: { open: 200 } },
	"POST /incidents/:ref/notes/:note/correct staff": { ...manages, of: "note", ok: 403, empty: 404, states: { open: 422 } },
	"GET /incidents/:ref/investigation staff": { ...manages, of: "incident", ok: 200, states: { draft: 404 } },
	"POST /incidents/:ref/investigation staff": { ...manages, of: "incident", ok: 403, empty: 303, states: { draft: 404 } },
	"GET /incidents/:ref/factors staff": { ...manages, of: "incident", ok: 200, states: { draft: 404 } },
	"POST /incidents/:ref/factors staff": { ...manages, of: "incident", ok: 403, empty: 303, states: { draft: 404 } },
	"GET /incidents/:ref/steps/new staff": { ...manages, of: "incident", ok: 200, states: { draft: 404 } },
	"POST /incidents/:ref/steps/new staff": { ...manages, of: "incident", ok: 403, empty: 422, states: { draft: 404 } },
	"GET /incidents/:ref/steps/:step/edit staff": { ...manages, of: "step", ok: 404, states: { open: 200 } },
	"POST /incidents/:ref/steps/:step/edit staff": { ...manages, of: "step", ok: 403, empty: 404, states: { open: 422 } },
	"GET /incidents/:ref/steps/:step/remove staff": { ...manages, of: "step", ok: 404, states: { open: 200 } },
	"POST /incidents/:ref/steps/:step/remove staff": { ...manages, of: "step", ok: 403 },
	"GET /incidents/views staff": { ...reads, ok: 200 },
	"GET /actions staff": { ...reads, ok: 200 }, "GET /actions.csv staff": { ...reads, ok: 200 }, "GET /actions/mine staff": { ...staff, ok: 200 },
	"GET /incidents/:ref/actions/new staff": { ...manages, of: "incident", ok: 200, states: { draft: 404 } },
	"POST /incidents/:ref/actions/new staff": { ...manages, of: "incident", ok: 403, empty: 422, states: { draft: 404 } },
	"GET /incidents/:ref/actions/:action/edit staff": { ...manages, of: "action", ok: 404, states: { open: 200, done: 303, cancelled: 303 } },
	"POST /incidents/:ref/actions/:action/edit staff": { ...manages, of: "action", ok: 403, empty: 404, states: { open: 422, done: 303, cancelled: 303 } },
	"GET /incidents/:ref/actions/:action/:move staff": { ...manages, of: "action", ok: 404, states: { open: 200, done: 303, cancelled: 303 } },
	"POST /incidents/:ref/actions/:action/:move staff": { ...manages, of: "action", ok: 403, empty: 404, states: { open: 422, done: 303, cancelled: 303 } },
	"GET /incidents/:ref/candour staff": { ...manages, of: "incident", ok: 200, states: { draft: 404 } },
	"POST /incidents/:ref/candour staff": { ...manages, of: "incident", ok: 403, empty: 422, states: { draft: 404 } },
	"GET /incidents/:ref/letters/new staff": { ...manages, of: "incident", ok: 200, states: { draft: 404 } },
	"POST /incidents/:ref/letters/new staff": { ...manages, of: "incident", ok: 403, empty: 422, states: { draft: 404 } },
	"GET /incidents/:ref/letters/:letter staff": { ...reads, of: "letter", ok: 404, states: { open: 200, sent: 200 } },
	"GET /incidents/:ref/letters/:letter/edit staff": { ...manages, of: "letter", ok: 404, states: { open: 200, sent: 303 } },
	"POST /incidents/:ref/letters/:letter/edit staff": { ...manages, of: "letter", ok: 403, empty: 404, states: { open: 422, sent: 303 } },
	"GET /incidents/:ref/letters/:letter/sent staff": { ...manages, of: "letter", ok: 404, states: { open: 200, sent: 303 } },
	"POST /incidents/:ref/letters/:letter/sent staff": { ...manages, of: "letter", ok: 403, empty: 404, states: { open: 422, sent: 303 } },
	"GET /incidents/:ref staff": { ...reads, of: "incident", ok: 200, states: { draft: 404 } },
	"GET /incidents/:ref/move/:state staff": { ...manages, of: "move", ok: 422, states: { draft: 404, submitted: 200, triage: 200, investigating: 200,
		planned: 200, reopened: 200, anonymous: 200, another: 200 } },
	"POST /incidents/:ref/move/:state staff": { ...manages, of: "move", ok: 403, empty: 422, states: { draft: 404 } },
	"GET /incidents/themes staff": { ...manages, ok: 200 },
	"POST /incidents/themes staff": { ...manages, ok: 403, empty: 422 },
	"GET /incidents/themes/:theme staff": { ...manages, of: "theme", ok: 200 },
	"POST /incidents/themes/:theme staff": { ...manages, of: "theme", ok: 403, empty: 422 },
	"GET /reports/:ref/files staff": { who: ["practice_member"], of: "incident", sees: ofPractice, ok: 200 },
	"POST /reports/:ref/files staff": { who: ["practice_member"], of: "incident", sees: ofPractice, ok: 403, empty: 422 },
	"GET /incidents/:ref/files staff": { ...manages, of: "incident", ok: 200, states: { draft: 404 } },
	"POST /incidents/:ref/files staff": { ...manages, of: "incident", ok: 403, empty: 422, states: { draft: 404 } },
	"GET /files/:file staff": { who: ["practice_member", "provider_member", "incident_manager", "auditor"], of: "file", sees: opens, ok: 200 },
	"GET /files/:file/remove staff": { who: ["practice_member", "incident_manager"], of: "file", sees: removes, ok: 200 },
	"POST /files/:file/remove staff": { who: ["practice_member", "incident_manager"], of: "file", sees: removes, ok: 403 }, // see file.test.mjs
	"GET /surveys staff": { who: readers, ok: 200 },
	"GET /surveys.csv staff": { who: readers, ok: 200 },
	"GET /surveys/:slug staff": { at: (slug) => `/surveys/${slug}`, who: readers, owned: true, ok: 200 },
	"GET /surveys/:slug/results staff": { at: (slug) => `/surveys/${slug}/results`, who: readers, owned: true, ok: 200 },
	"GET /surveys/:slug/results.csv staff": { at: (slug) => `/surveys/${slug}/results.csv`, who: readers, owned: true, ok: 200 },
	"GET /surveys/:slug/results/:question staff": { at: (slug) => `/surveys/${slug}/results/words`, who: readers, owned: true, ok: 200 },
	"GET /surveys/:slug/responses.csv staff": { at: (slug) => `/surveys/${slug}/responses.csv`, who: readers, owned: true, ok: 200 },
};
// An empty form of these changes nothing, but for the title, which is asked for.
for (const [what, empty] of [["assign", 303], ["edit", 422], ["grade", 303], ["themes", 303]]) {
	table[`GET /incidents/:ref/${what} staff`] = { ...manages, of: "incident", ok: 200, states: { draft: 404 } };
	table[`POST /incidents/:ref/${what} staff`] = { ...manages, of: "incident", ok: 403, empty, states: { draft: 404 } };
}
for (const [pattern, who, path] of [["/incidents/views/new", manages], ["/incidents/assign", manages], ["/holidays/new", runs], // nobody's view, no holiday:
	["/incidents/views/:view/edit", manages, "/incidents/views/0000000000/edit"], ["/incidents/views/:view/delete", manages, "/incidents/views/0000000000/delete"],
	["/holidays/:day/remove", runs, "/holidays/2026-12-24/remove"]]) {
	table[`GET ${pattern} staff`] = { ...who, ...(path && { at: () => path }), ok: path ? 404 : 200 };
	table[`POST ${pattern} staff`] = { ...who, ...(path && { at: () => path }), ok: 403, empty: path ? 404 : 422 };
}
for (const what of ["trends", "trends.csv", "trends/practices", "trends/practices.csv"])
	table[`GET /incidents/${what} staff`] = { ...reads, ok: 200 };
for (const what of ["trends", "trends.csv"])
	table[`GET /reports/${what} staff`] = { who: ["practice_member"], ok: 200 };
/* Modules that bring rows and records of their own: { rows, make(it, people, records) }. */
const parts = await Promise.all(readdirSync(new URL("../lib/matrix/", import.meta.url)).sort().map((name) => import(`../lib/matrix/${name}`)));
Object.assign(table, ...parts.map(({ rows }) => rows));
const roles = ["practice_member", "provider_member", "author", "incident_manager", "contract_reviewer", "auditor", "administrator"];

/* Records by kind and state; "none" is not there. Filled by before(). */
const records = {};
let it, people, surveys, routes, before_all;
before(async () => {
	it = await sharedInstance();
	const of = (code) => ({ code, name: `Test Practice ${code}`, kind: "practice" });
	surveys = {
		MATRIXA: await publish(it, definition({ organisation: of("MATRIXA") })),
		MATRIXB: await publish(it, definition({ organisation: of("MATRIXB") })),
		none: "no-such-survey",
	};
	for (const slug of [surveys.MATRIXA, surveys.MATRIXB])
		await visit(it, slug, { stance: "for", words: `words of ${slug}` });
	const wanted = [...roles.map((role) => [role, "MATRIXA"]), ["incident_manager", undefined], ["author", "MATRIXB"], ["auditor", "MATRIXB"], ["administrator", undefined],
		["author", undefined], ["auditor", undefined], ["author,incident_manager", "MATRIXA"], ["practice_member,provider_member", "MATRIXB"],
		["contract_reviewer", undefined], ["contract_reviewer,author", undefined]]; // the second has a conflict of interest in every review
	people = [{ name: "nobody", roles: [], client: new Client(it.staffUrl) }];
	for (const [role, organisation] of wanted) {
		const account = await it.addUser(role, { organisation }), client = await signIn(it, account);
		people.push({ name: `${role} of ${organisation ?? "the commissioner"}`, roles: role.split(","), organisation, client, email: account.email,
			csrf: /name="csrf" value="([^"]+)"/.exec((await client.get("/")).text)[1] });
	}
	routes = (await it.soundings(["--routes"])).stdout.trim().split("\n").map((line) => line.split("\t"));
	await makePeople(it, records);
	await makeOrganisations(it, records);
	await makeMail(it, records);
	await makeLinks(it);
	await makeIncidents(it, records, people);
	await makeFiles(it, records, people);
	for (const [kind, part] of [["report_step", "what"], ["report_person", "1"]]) // pages of the form of each report
		records[kind] = Object.fromEntries(Object.entries(records.incident).map(([state, ref]) => [state, [ref, part]]));
	await makeWork(it, records);
	await makeBulletins(it, records);
	for (const { make } of parts)
		await make?.(it, people, records);
	before_all = await fingerprint(it);
});
after(() => it.release());

/** A pattern with its :parts, one or several. */
const filled = (pattern, value) => [value].flat().reduce((path, part) => path.replace(/:[a-z_]+/, part), pattern);
const may = (person, row) => !row.who || (person.roles.length > 0 && !(row.commissioner && person.organisation)
	&& (row.who === "signed_in" || row.who.some((role) => person.roles.includes(role))));

function expected(person, row, owner) {
	if (!may(person, row))
		return person.roles.length ? 403 : 303;
	if (row.owned && (owner === "none" || (person.organisation && person.organisation !== owner)))
		return 404;
	return typeof row.ok === "number" ? row.ok : row.ok[person.roles.length ? "person" : "nobody"];
}

test("every route has its row, and every row its route", () => {
	assert.deepEqual(routes.map(([method, path, pools]) => `${method} ${path} ${pools}`).sort(), Object.keys(table).sort());
});

test("who may is in the table of routes as it is in ours", () => {
	for (const [method, path, pools, who] of routes) {
		const row = table[`${method} ${path} ${pools}`];
		assert.equal(who, (row.who === undefined ? "everyone" : [row.who].flat().join(",")) + (row.commissioner ? " of_commissioner" : ""),
			`${method} ${path}`);
	}
});

for (const [key, row] of Object.entries(table))
	test(`${key}: every role, own and other's`, async () => {
		if (row.of)
			return; // below, state by state
		const [method, pattern, pools] = key.split(" ");
		const owners = row.owned || pattern.includes(":slug") ? Object.keys(surveys) : ["MATRIXA"];
		for (const pool of pools.split(","))
			for (const owner of owners)
				for (const person of people) {
					const path = row.at?.(surveys[owner]) ?? pattern;
					const client = pool === "staff" ? person.client : new Client(it.publicUrl);
					const answer = await client.request(path, method === "POST"
						? { method, headers: { "content-type": "application/x-www-form-urlencoded" }, body: "go=on" } : {});
					const due = pool === "public" && owner === "none" ? 404 : expected(person, row, owner);
					assert.equal(answer.status, due, `${method} ${path} on ${pool} as ${person.name}`);
					if (due === 303)
						assert.equal(answer.location, person.roles.length ? "/" : "/sign-in");
					// An answer never holds what is another's.
					const others = Object.values(surveys).filter((slug) => person.organisation && slug !== surveys[person.organisation] && slug !== surveys.none);
					if (pool === "staff" && person.organisation && !path.includes(others[0]))
						assert.ok(!others.some((slug) => answer.text.includes(slug)), `${path} as ${person.name} names another's survey`);
				}
	});

const refused = { role: /You cannot open this page/, token: /This form is too old to send/ };
for (const [key, row] of Object.entries(table).filter(([name, { who }]) => name.startsWith("POST") && name.endsWith("staff") && who))
	test(`${key}: with a right token, every role and state`, async () => {
		const pattern = key.split(" ")[1], states = row.of ? Object.entries(records[row.of]) : [["any", undefined]];
		for (const person of people.filter(({ csrf }) => csrf))
			for (const [state, value] of states) {
				const path = row.of ? filled(pattern, value) : row.at?.(surveys.MATRIXA) ?? pattern;
				if (!may(person, row)) {
					const answer = await person.client.post(path, { csrf: person.csrf });
					assert.equal(answer.status, 403, `${path} as ${person.name}`);
					assert.match(answer.text, refused.role, `${path} as ${person.name}: it is the role`);
					continue;
				}
				const without = await person.client.post(path, { go: "on" });
				assert.equal(without.status, 403);
				assert.match(without.text, refused.token);
				if (row.empty === undefined)
					continue;
				const answer = await person.client.post(path, { csrf: person.csrf });
				assert.equal(answer.status, state === "none" || row.sees?.(person, state) === false ? 404 : row.states?.[state] ?? row.empty, `empty form, ${path} (${state}) as ${person.name}`);
			}
	});

for (const [key, row] of Object.entries(table).filter(([name, { of }]) => name.startsWith("GET") && of))
	test(`${key}: every role and state`, async () => {
		for (const person of people)
			for (const [state, value] of Object.entries(records[row.of])) {
				const path = filled(key.split(" ")[1], value), answer = await person.client.get(path);
				const due = !may(person, row) ? (person.roles.length ? 403 : 303)
					: state === "none" || row.sees?.(person, state) === false ? 404 : ((one) => (typeof one === "function" ? one(person) : one))(row.states?.[state] ?? row.ok);
				assert.equal(answer.status, due, `${path} (${state}) as ${person.name}`);
			}
	});

test("the auditor reads everything, and changes nothing", () => {
	// A form that changes something is no reading; a list with a form below it is one.
	const lists = ["/contracts/aims", "/proposals/:ref/themes", "/proposals/:ref/groups", "/proposals/:ref/duplicates", "/proposals/groups/:group"];
	const forms = routes.filter(([method, path]) => method === "POST" && !lists.includes(path)).map(([, path]) => path);
	for (const [method, path, pools, who] of routes.filter(([, , pool, roles]) => pool === "staff" && !/everyone|signed_in|^(provider_member|practice_member|,)+$/.test(roles)))
		assert.equal(/\bauditor\b/.test(who), method === "GET" && !forms.includes(path), `${method} ${path} ${pools}: ${who}`);
});

test("not there and not theirs are the same page", async () => {
	const person = people.find(({ name }) => name === "author of MATRIXA");
	for (const row of Object.values(table).filter(({ owned }) => owned)) {
		const [theirs, nowhere] = await Promise.all([surveys.MATRIXB, surveys.none].map((slug) => person.client.get(row.at(slug))));
		assert.equal(theirs.text, nowhere.text);
		assert.deepEqual([...theirs.headers].filter(([name]) => name !== "date"), [...nowhere.headers].filter(([name]) => name !== "date"));
	}
});

test("lists hold one's own organisation's surveys; the commissioner's people see all", async () => {
	for (const person of people.filter(({ roles: list }) => list.some((role) => readers.includes(role))))
		for (const path of ["/surveys", "/surveys.csv"]) {
			const { text: page } = await person.client.get(path);
			for (const owner of ["MATRIXA", "MATRIXB"])
				assert.equal(page.includes(owner) || page.includes(surveys[owner]), !person.organisation || person.organisation === owner,
					`${path} as ${person.name}: ${owner}`);
		}
});

test("HEAD is as GET, without the body", async () => {
	for (const [key, row] of Object.entries(table).filter(([name]) => name.startsWith("GET"))) {
		const [, pattern, pools] = key.split(" ");
		for (const pool of pools.split(",")) {
			const person = people.find(({ name }) => name === "author of MATRIXA");
			const client = pool === "staff" ? person.client : new Client(it.publicUrl);
			const path = row.at?.(surveys.MATRIXA) ?? pattern;
			const [get, head] = [await client.get(path), await client.request(path, { method: "HEAD" })];
			assert.equal(head.status, get.status, path);
			assert.equal(head.text, "");
			assert.equal(head.headers.get("content-type"), get.headers.get("content-type"), path);
			// Bytes too: a body after HEAD would be taken for the next answer.
			const bytes = await raw(it[`${pool}Port`], `HEAD ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
			assert.equal(bytes.body.length, 0, path);
		}
	}
});

test("the other method is 405 with Allow, and changes nothing", async () => {
	const person = people.find(({ name }) => name === "author of the commissioner");
	const csrf = /name="csrf" value="([^"]+)"/.exec((await person.client.get("/")).text)[1];
	for (const [method, pattern, pools] of routes)
		for (const pool of pools.split(",")) {
			const both = routes.some(([other, path, list]) => other !== method && path === pattern && list.split(",").includes(pool));
			const client = pool === "staff" ? person.client : new Client(it.publicUrl);
			const path = table[`${method} ${pattern} ${pools}`].at?.(surveys.MATRIXA) ?? pattern;
			const methods = ["PUT", "DELETE", "PATCH", "OPTIONS", ...(both ? [] : [method === "GET" ? "POST" : "GET"])];
			for (const other of methods) {
				const answer = other === "POST" ? await client.post(path, { csrf }) : await client.request(path, { method: other });
				assert.equal(answer.status, 405, `${other} ${path} on ${pool}`);
				assert.ok(answer.headers.get("allow"), `${other} ${path}: Allow`);
				assert.ok(!answer.headers.get("allow").split(", ").includes(other));
			}
		}
	assert.equal((await person.client.get("/")).status, 200, "still signed in");
});

test("tokens of forms: none, cut, altered, another person's, twice: 403, and nothing happens", async () => {
	const [one, two] = [people.find(({ name }) => name === "author of MATRIXA"), people.find(({ name }) => name === "author of MATRIXB")];
	const tokenOf = async (person) => /name="csrf" value="([^"]+)"/.exec((await person.client.get("/")).text)[1];
	const [mine, theirs] = [await tokenOf(one), await tokenOf(two)];
	for (const body of ["", "csrf=", `csrf=${theirs}`, `csrf=${mine.slice(0, -1)}`, `csrf=${mine}x`, `csrf=${mine}&csrf=${mine}`,
		`csrf=${mine[0] === "A" ? "B" : "A"}${mine.slice(1)}`, `CSRF=${mine}`, `csrf[]=${mine}`])
		for (const path of ["/sign-out", "/sign-in"]) {
			const answer = await one.client.post(path, body);
			assert.equal(answer.status, 403, `${path} ${body.slice(0, 20)}`);
			assert.equal((await one.client.get("/")).status, 200, "still signed in");
		}
	assert.equal((await one.client.post(`/sign-out?csrf=${mine}`, "")).status, 403, "not from the query");
	// control: with their own it works, and afterwards the old token is worth nothing
	const answer = await one.client.submit(await one.client.get("/"), {}, { form: 0 });
	assert.equal(answer.status, 303);
	const page = await one.client.get("/sign-in");
	assert.ok(/signed out/.test(text(page)) && forms(page.text).length === 1);
	assert.equal((await one.client.get("/surveys")).location, "/sign-in");
	assert.equal((await one.client.post("/sign-in", { csrf: mine, email: "a@b.example", password: "x", code: "1" })).status, 403);
});

test("nothing was changed by all this", async () => {
	assert.equal(await fingerprint(it), before_all);
});
