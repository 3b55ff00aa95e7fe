/* proposal_store.c: one response to a proposal, its points, and the same form sent again. */
#include "proposal_store.h"

#include <sodium.h>
#include <string.h>
#include "buf.h"
#include "seal.h"

/* Below 2^62 and never 0: an id that says nothing about when its row came. */
static int64_t random_id(void)
{
	uint64_t id;

	do {
		randombytes_buf(&id, sizeof id);
		id &= (UINT64_C(1) << 62) - 1;
	} while (id == 0);
	return (int64_t)id;
}

bool proposal_text_hash(const struct proposal_point *points, size_t n, uint8_t out[16])
{
	crypto_generichash_state state;
	size_t letters = 0;

	crypto_generichash_init(&state, NULL, 0, 16);
	for (size_t i = 0; i < n; i++)
		for (const char *c = points[i].text; *c; c++) {
			uint8_t letter = (uint8_t)*c;

			if (letter >= 'A' && letter <= 'Z')
				letter += 'a' - 'A';
			if (letter < 0x80 && !(letter >= 'a' && letter <= 'z') &&
				!(letter >= '0' && letter <= '9'))
				continue;
			crypto_generichash_update(&state, &letter, 1);
			letters++;
		}
	crypto_generichash_final(&state, out, 16);
	return letters >= PROPOSAL_TEXT_TELLS;
}

static json_t *points_json(const struct proposal_sent *in, bool ids)
{
	json_t *list = json_array();

	for (size_t i = 0; i < in->n_points; i++) {
		const struct proposal_point *p = &in->points[i];
		json_t *one = json_pack("{ss so so ss}", "k", p->kind, "g",
			p->grade ? json_string(p->grade) : json_null(), "s",
			p->section_id ? json_integer(p->section_id) : json_null(), "t", p->text);

		if (ids)
			json_object_set_new(must(one), "i", json_integer(random_id()));
		json_array_append_new(list, must(one));
	}
	return list;
}

/* Of everything that the respondent said, keyed: the public pool may read it. */
static void digest_of(TALLOC_CTX *ctx, const struct conf *conf, const struct proposal_sent *in,
	const char *answers, uint8_t out[HASH_BYTES])
{
	json_t *points = points_json(in, false);
	const char *text = json_compact(ctx, points);
	struct buf all = { .ctx = ctx };

	buf_add(&all, in->submission, 16);
	buf_addf(&all, "%s\n%lld\n%s\n%s\n%s\n%s\n%s\n%d\n", in->stance ? in->stance : "",
		(long long)in->group_id, in->capacity, in->organisation, in->name, in->publication,
		in->asks, in->withdrawn);
	buf_adds(&all, answers);
	buf_adds(&all, text);
	mac_bytes(conf, "proposal-response", out, all.data, all.len);
	json_decref(points);
}

struct made {
	int64_t id;
	char ref[REF_LENGTH + 1];
	struct bytes digest, text_hash, edit_hash;
	const char *answers;
};

static enum db_outcome add_row(struct db *db, const struct proposal_sent *in, const struct made *m)
{
	if (in->edit_hash && strcmp(in->source, "web") == 0 && !in->typed_by)
		return Q_RUN(db, proposal_response_add_web, .response_id = m->id, .ref = m->ref,
			.proposal_id = in->proposal_id, .submission = { in->submission, 16 },
			.digest = m->digest, .stance = in->stance, .group_id = in->group_id,
			.by_link = in->by_link, .capacity = in->capacity,
			.organisation = in->organisation, .name = in->name,
			.publication = in->publication, .asks = in->asks, .answers = m->answers,
			.received_on = in->received_on, .late = in->late, .text_hash = m->text_hash,
			.edit_hash = m->edit_hash, .replaces = in->replaces,
			.withdrawn = in->withdrawn);
	return Q_RUN(db, proposal_response_add, .response_id = m->id, .ref = m->ref,
		.proposal_id = in->proposal_id, .submission = { in->submission, 16 },
		.digest = m->digest, .stance = in->stance, .group_id = in->group_id,
		.by_link = in->by_link, .capacity = in->capacity, .organisation = in->organisation,
		.name = in->name, .publication = in->publication, .asks = in->asks,
		.answers = m->answers, .source = in->source, .event_id = in->event_id,
		.typed_by = in->typed_by, .received_on = in->received_on, .late = in->late,
		.text_hash = m->text_hash, .edit_hash = m->edit_hash, .replaces = in->replaces);
}

static enum response_outcome sent_before(
	struct db *db, const struct proposal_sent *in, const struct made *m, char *ref)
{
	struct q_proposal_response_digest first;

	*ref = '\0';
	if (!Q_ONE(db, proposal_response_digest, &first, .submission = { in->submission, 16 }))
		return in->replaces ? RESPONSE_ALREADY_OTHER : RESPONSE_FAILED;
	memcpy(ref, first.ref, REF_LENGTH + 1);
	return first.digest.len == 16 && !sodium_memcmp(first.digest.data, m->digest.data, 16)
		       ? RESPONSE_ALREADY_SAME
		       : RESPONSE_ALREADY_OTHER;
}

static void add_points(
	struct db *db, TALLOC_CTX *ctx, const struct proposal_sent *in, int64_t response_id)
{
	json_t *points = points_json(in, true);
	const char *rows = json_compact(ctx, points);

	if (in->n_points)
		Q_RUN(db, proposal_points_add, .response_id = response_id,
			.proposal_id = in->proposal_id, .rows = rows);
	json_decref(points);
}

enum response_outcome proposal_store(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct proposal_sent *in, char ref[REF_LENGTH + 1], int64_t *response_id)
{
	uint8_t digest[HASH_BYTES], text_hash[16];
	struct made m = { .id = random_id(), .answers = json_compact(ctx, in->answers) };
	enum db_outcome outcome;

	ASSERT(in->n_points <= PROPOSAL_POINTS_MOST);
	digest_of(ctx, conf, in, m.answers, digest);
	m.digest = (struct bytes){ digest, 16 };
	if (proposal_text_hash(in->points, in->n_points, text_hash))
		m.text_hash = (struct bytes){ text_hash, 16 };
	if (in->edit_hash)
		m.edit_hash = (struct bytes){ in->edit_hash, HASH_BYTES };
	ref_make(m.ref);
	outcome = add_row(db, in, &m);
	if (outcome == DB_DUPLICATE)
		return sent_before(db, in, &m, ref);
	if (outcome != DB_DONE)
		return RESPONSE_FAILED;
	add_points(db, ctx, in, m.id);
	memcpy(ref, m.ref, sizeof m.ref);
	*response_id = m.id;
	return RESPONSE_STORED;
}
