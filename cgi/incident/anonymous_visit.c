/* anonymous_visit.c: the sealed state of a report without a name, and what is made of its token. */
#include <sodium.h>
#include <string.h>
#include "anonymous.h"
#include "report.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

/* ---- Letters --------------------------------------------------------------------------------- */

/* As in references: no vowels, nothing that looks or sounds like something else. */
static const char letters[] = "23456789BCDFGHJKMNPQRSTVWXZ";

void anonymous_letters(char *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		out[i] = letters[randombytes_uniform(sizeof letters - 1)];
	out[n] = '\0';
}

/* Letters out of a hash of `what` and the token: 8 bytes are one big number, whose remainder is as
 * good as even. */
static void letters_of(const char *what, const uint8_t token[], char *out, size_t n)
{
	uint8_t bytes[32 + ANONYMOUS_TOKEN_BYTES] = { 0 }, hash[HASH_BYTES];
	size_t len = strlen(what);

	ASSERT(len < 24);
	for (size_t i = 0; i < len; i++)
		bytes[i] = (uint8_t)what[i];
	memcpy(bytes + 32, token, ANONYMOUS_TOKEN_BYTES);
	for (size_t i = 0; i < n; i++) {
		uint64_t number = 0;

		bytes[31] = (uint8_t)i;
		hash_bytes(hash, bytes, sizeof bytes);
		memcpy(&number, hash, sizeof number);
		out[i] = letters[number % (sizeof letters - 1)];
	}
	out[n] = '\0';
}

void anonymous_ref(const uint8_t token[], char out[REF_LENGTH + 1])
{
	letters_of("ref", token, out, REF_LENGTH - 1);
	memmove(out + 5, out + 4, REF_LENGTH - 4);
	out[4] = '-';
}

void anonymous_code(const uint8_t token[], char out[ANONYMOUS_CODE_LETTERS + 1])
{
	letters_of("code", token, out, ANONYMOUS_CODE_LETTERS);
}

void anonymous_submission(const uint8_t token[], uint8_t out[16])
{
	uint8_t hash[HASH_BYTES];

	hash_bytes(hash, token, ANONYMOUS_TOKEN_BYTES);
	memcpy(out, hash, 16);
}

const char *anonymous_code_words(TALLOC_CTX *ctx, const char *code)
{
	return text_format(ctx, "%.4s %.4s %.4s %.4s", code, code + 4, code + 8, code + 12);
}

/* Capitals, without spaces and strokes; at most `room` of them. */
static size_t plain(const char *typed, char *out, size_t room)
{
	size_t n = 0;

	for (; *typed && n < room; typed++)
		if (*typed != ' ' && *typed != '-')
			out[n++] = *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 'a' + 'A')
								  : *typed;
	out[n] = '\0';
	return n;
}

void anonymous_code_hash(const char *typed, uint8_t out[HASH_BYTES])
{
	char code[2 * ANONYMOUS_CODE_LETTERS + 1];
	uint8_t bytes[sizeof code + 8] = "progress";

	memset(code, 0, sizeof code);
	plain(typed, code, sizeof code - 1);
	memcpy(bytes + 8, code, sizeof code);
	hash_bytes(out, bytes, sizeof bytes);
}

int64_t anonymous_day(int64_t now)
{
	return now - now % DAY_SECONDS;
}

/* ---- The link -------------------------------------------------------------------------------- */

const struct anonymous_link *anonymous_link_find(struct req *r, const char *typed)
{
	char token[ANONYMOUS_LINK_LETTERS + 2];
	struct anonymous_link *link;
	struct q_anonymous_link row;

	if (plain(typed, token, sizeof token - 1) != ANONYMOUS_LINK_LETTERS ||
		strspn(token, letters) != ANONYMOUS_LINK_LETTERS ||
		!Q_ONE(r->db, anonymous_link, &row, .token = token))
		return NULL;
	link = NEW(r->ctx, struct anonymous_link);
	link->token = text_copy(r->ctx, token);
	link->practice = row.name;
	link->organisation_id = row.organisation_id;
	link->ended_at = row.ended_at;
	return link;
}

/* ---- The state ------------------------------------------------------------------------------- */

static const char *purpose(struct req *r, const struct anonymous_link *link)
{
	return text_format(r->ctx, "report-%lld", (long long)link->organisation_id);
}

static struct anonymous *with_report(
	struct req *r, const struct anonymous_link *link, const json_t *draft)
{
	struct anonymous *a = NEW(r->ctx, struct anonymous);
	struct choices others = report_organisations(r, link->organisation_id);

	a->link = link;
	a->report = report_new(r->ctx, draft, others.list, others.n);
	a->report->anonymous = true;
	report_settle(a->report);
	return a;
}

struct anonymous *anonymous_new(struct req *r, const struct anonymous_link *link)
{
	struct anonymous *a = with_report(r, link, NULL);

	randombytes_buf(a->token, sizeof a->token);
	a->begun = r->now;
	return a;
}

struct anonymous *anonymous_open(struct req *r, const struct anonymous_link *link)
{
	const char *sealed = params_get(&r->body, "state"), *token;
	struct anonymous *a = NULL;
	struct bytes text, bytes;
	json_t *state;

	if (!sealed || !seal_open(r->ctx, r->conf, purpose(r, link), sealed, &text))
		return NULL;
	state = json_loadb((const char *)text.data, text.len, 0, NULL);
	token = json_string_value(json_object_get(state, "token"));
	if (token && base64url_open(r->ctx, token, &bytes) && bytes.len == sizeof a->token) {
		a = with_report(r, link, json_object_get(state, "draft"));
		memcpy(a->token, bytes.data, sizeof a->token);
		a->begun = json_integer_value(json_object_get(state, "begun"));
	}
	json_decref(state);
	return a;
}

const char *anonymous_seal(
	struct req *r, const struct anonymous *a, const struct report_step *shown)
{
	json_t *draft = report_draft_json(a->report), *answers = json_object_get(draft, "answers");
	size_t first = 0, count = 0;
	const char *text;

	if (shown)
		report_step_range(a->report, shown, &first, &count);
	for (size_t i = first; i < first + count; i++)
		if (form_due(a->report->form, i))
			json_object_del(answers, a->report->form->fields[i].name);
	text = report_json_text(r->ctx,
		must(json_pack("{ss sI so}", "token", base64url(r->ctx, a->token, sizeof a->token),
			"begun", (json_int_t)a->begun, "draft", draft)));
	return seal(r->ctx, r->conf, purpose(r, a->link), text, strlen(text));
}
