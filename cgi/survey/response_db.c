/* response_db.c: stores a response, once. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include "form_parts.h"
#include "seal.h"
#include "survey_parts.h"

/* Of submission and answers together, so that equal answers look different; keyed, since the public
 * pool may read it. */
static void digest_of(
	struct req *r, const uint8_t submission[16], const char *answers, uint8_t out[HASH_BYTES])
{
	struct buf text = { .ctx = r->ctx };

	buf_add(&text, submission, 16);
	buf_adds(&text, answers);
	mac_bytes(r->conf, "response", out, text.data, text.len);
}

enum response_outcome response_add(
	struct req *r, const struct survey *s, const uint8_t submission[16], const json_t *answers)
{
	/* In the order of the form, so that the fold finds each answer where it looks first. */
	char *text = must(json_dumps(answers, JSON_COMPACT));
	uint8_t id[16], digest[HASH_BYTES];
	struct q_response_digest first;
	char today[11], kept[11];
	enum db_outcome outcome;

	check_today(r->now, today);
	survey_kept_date(s, today, kept);
	digest_of(r, submission, text, digest);
	randombytes_buf(id, sizeof id);
	outcome = Q_RUN(r->db, response_add, .survey_id = s->survey_id,
		.response_id = { id, sizeof id }, .version = s->version,
		.submission = { submission, 16 }, .digest = { digest, 16 }, .received_on = kept,
		.answers = text);
	free(text);
	if (outcome == DB_DONE)
		return RESPONSE_STORED;
	if (outcome != DB_DUPLICATE ||
		!Q_ONE(r->db, response_digest, &first, .submission = { submission, 16 }))
		return RESPONSE_FAILED;
	return first.digest.len == 16 && !sodium_memcmp(first.digest.data, digest, 16)
		       ? RESPONSE_ALREADY_SAME
		       : RESPONSE_ALREADY_OTHER;
}

void hex16(char out[33], const uint8_t bytes[16])
{
	sodium_bin2hex(out, 33, bytes, 16);
}
