/* submission.c: calls, plans and bids as every page of them needs them: their words, finding one,
 * who may. */
#include "submission.h"

#include <sodium.h>
#include <string.h>
#include "access.h"

const struct choice call_kinds[CALL_KINDS] = {
	{ "plan", "Plan", "Each organisation sends its plan, judged by the same criteria", false },
	{ "bid", "Bid", "Organisations propose something and ask for money", false },
};

const struct choice call_states[CALL_STATES] = {
	{ "draft", "Draft", NULL, false },
	{ "open", "Open", NULL, false },
	{ "closed", "Closed", NULL, false },
};

const struct choice call_asks[CALL_ASKS] = {
	{ "practice", "Practices", NULL, false },
	{ "provider", "Providers", NULL, false },
	{ "voluntary", "Voluntary organisations", NULL, false },
};

const struct choice submission_states[SUBMISSION_STATES] = {
	{ "draft", "Draft", NULL, false },
	{ "sent", "Sent", NULL, false },
	{ "withdrawn", "Withdrawn", NULL, false },
};

bool call_is_open(const char *state, const char *closes_on, int64_t now)
{
	char today[11];

	check_today(now, today);
	return strcmp(state, "open") == 0 && (!closes_on || strcmp(closes_on, today) >= 0);
}

void call_stands(struct req *r, struct tpl *t, const char *state, const char *closes_on)
{
	bool open = call_is_open(state, closes_on, r->now), draft = strcmp(state, "draft") == 0;

	tpl_set(t, M_STATE, draft ? "Draft" : open ? "Open" : "Closed");
	tpl_set(t, M_STATE_COLOUR, draft ? "grey" : open ? "green" : "blue");
}

const char *call_asks_text(TALLOC_CTX *ctx, const char *asks)
{
	struct buf out = { .ctx = ctx };
	size_t given = 0, n = 0;

	for (size_t i = 0; i < CALL_ASKS; i++)
		given += strstr(asks, call_asks[i].code) != NULL;
	for (size_t i = 0; i < CALL_ASKS; i++) {
		const char *label = call_asks[i].label;

		if (!strstr(asks, call_asks[i].code))
			continue;
		n++;
		buf_adds(&out, n == 1 ? "" : n == given ? " and " : ", ");
		buf_addf(&out, "%c%s", label[0] | 0x20, label + 1);
	}
	return buf_text(&out);
}

/* ---- Finding one ----------------------------------------------------------------------------- */

int call_found(struct req *r, struct q_call_by_ref *k)
{
	char ref[REF_LENGTH + 1];

	return ref_read(r->args[0], ref) && Q_ONE(r->db, call_by_ref, k, .ref = ref) ? 0
										     : not_found(r);
}

int call_drafted(struct req *r, struct q_call_by_ref *k)
{
	int refused = call_found(r, k);

	if (refused || strcmp(k->state, "draft") == 0)
		return refused;
	flash_notice(r, "The questions stay as they are once anybody may answer them.");
	return redirect(r, "/calls/%s", k->ref);
}

int call_asked(struct req *r, struct q_call_by_ref *k)
{
	struct q_submission_call_asks row;
	int refused = call_found(r, k);

	if (refused)
		return refused;
	return Q_ONE(r->db, submission_call_asks, &row, .own = r->person->organisation_id,
		       .call_id = k->call_id)
		       ? 0
		       : not_theirs(r, "a call that does not ask their organisation");
}

/* A draft that a colleague threw away meanwhile: the trail knows it. */
static int gone(struct req *r, const char *ref)
{
	struct q_submission_discarded by;

	if (!Q_ONE(r->db, submission_discarded, &by, .ref = ref,
		    .organisation_id = r->person->organisation_id))
		return not_found(r);
	flash_notice(r, text_format(r->ctx, "The draft was discarded by %s.%s", by.who,
				r->method == METHOD_POST
					? " Nothing was saved; your browser’s Back button shows "
					  "what you typed."
					: ""));
	return redirect(r, "/submissions");
}

int submission_found(struct req *r, struct q_submission_by_ref *s)
{
	char ref[REF_LENGTH + 1];

	if (!ref_read(r->args[0], ref))
		return not_found(r);
	if (!Q_ONE(r->db, submission_by_ref, s, .ref = ref, .person_id = r->person->person_id))
		return gone(r, ref);
	return access_submission(r->person, s->organisation_id, s->successor_id)
		       ? 0
		       : not_theirs(r, "another organisation's plan or bid");
}

int submission_drafted(struct req *r, struct q_submission_by_ref *s)
{
	int refused = submission_found(r, s);

	if (refused || strcmp(s->state, "draft") == 0)
		return refused;
	if (r->method == METHOD_POST)
		flash_notice(r, "It had been sent already, and stays as it was sent.");
	return redirect(r, "/submissions/%s", s->ref);
}

int submission_read(struct req *r, struct q_submission_by_ref *s)
{
	char call[REF_LENGTH + 1], ref[REF_LENGTH + 1];
	enum review_access may;

	if (!ref_read(r->args[0], call) || !ref_read(r->args[1], ref) ||
		!Q_ONE(r->db, submission_by_ref, s, .ref = ref,
			.person_id = r->person->person_id) ||
		strcmp(s->call_ref, call) != 0 || strcmp(s->state, "draft") == 0)
		return not_found(r);
	if (s->conflict)
		return not_theirs(r, "a submission in whose review they have a conflict of "
				     "interest");
	may = access_review(r->person, s->declared, false);
	if (!s->review_id || may & REVIEW_READS)
		return 0;
	return redirect(r, "/reviews/%s/declare", s->review_ref);
}

/* ---- What pages say -------------------------------------------------------------------------- */

void call_heading(struct req *r, const struct q_call_by_ref *k)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_REF, k->ref);
	tpl_set(r->page, M_CALL_TITLE, k->title);
	tpl_set(r->page, M_CLOSES, k->closes_on ? date_text(r->ctx, k->closes_on) : "");
	tpl_int(r->page, M_ROW_VERSION, k->row_version);
	call_stands(r, r->page, k->state, k->closes_on);
}

void submission_heading(struct req *r, const struct q_submission_by_ref *s)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_REF, s->ref);
	tpl_set(r->page, M_CALL_TITLE, s->call_title);
	tpl_set(r->page, M_TITLE, *s->title ? s->title : s->call_title);
	tpl_int(r->page, M_ROW_VERSION, s->row_version);
}

const char *submission_token(struct req *r)
{
	char *hex = NEW_ARRAY(r->ctx, char, 33);
	uint8_t bytes[16];

	randombytes_buf(bytes, sizeof bytes);
	return sodium_bin2hex(hex, 33, bytes, sizeof bytes);
}

bool submission_token_read(const char *hex, uint8_t out[16])
{
	size_t len;

	return hex && strlen(hex) == 32 &&
	       sodium_hex2bin(out, 16, hex, 32, NULL, &len, NULL) == 0 && len == 16;
}

/* ---- My work --------------------------------------------------------------------------------- */

static struct q_submission_tasks tasks(struct req *r)
{
	struct q_submission_tasks row = { 0 };
	char today[11];

	check_today(r->now, today);
	Q_ONE(r->db, submission_tasks, &row, .own = r->person->organisation_id, .today = today);
	return row;
}

int64_t submission_calls_waiting(struct req *r)
{
	return tasks(r).calls;
}

int64_t submission_drafts_waiting(struct req *r)
{
	return tasks(r).drafts;
}
