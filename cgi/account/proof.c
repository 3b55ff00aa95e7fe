/* proof.c: password and code of one account, and how often they may be wrong. */
#include "proof.h"

#include <sodium.h>
#include <string.h>
#include "account.h"
#include "audit.h"
#include "seal.h"
#include "tries.h"

/* A code that works once: the six digits of this half minute, or a recovery code. */
static bool use_code(struct req *r, const struct holder *h, const char *code, int64_t step)
{
	uint8_t hash[HASH_BYTES];
	int64_t used = 0;

	if (strlen(code) == RECOVERY_LETTERS) {
		hash_bytes(hash, code, strlen(code));
		Q_RUN_COUNT(r->db, recovery_code_use, &used, .person_id = h->person_id,
			.code_hash = { hash, sizeof hash });
	} else if (step > h->totp_step)
		Q_RUN_COUNT(r->db, person_use_code, &used, .step = step, .person_id = h->person_id);
	return used == 1;
}

/* Wrong codes with the right password are counted by account alone, wherever they come from, or who
 * knows the password could try codes from many addresses until one fits; but for a browser where
 * the owner signed in before, so that this does not lock out the owner. */
static struct mark codes_mark(struct req *r, const struct proof *p, const char *from)
{
	bool known = strncmp(from, "browser ", 8) == 0;

	return tries_mark(r, "codes", p->email, known ? from : NULL);
}

static void note_failure(struct req *r, const struct holder *h, const struct proof *p)
{
	struct q_person_email row = { .email = "unknown" };
	struct audit_actor actor = { h->person_id, h->organisation_id, NULL };

	Q_ONE(r->db, person_email, &row, .person_id = h->person_id);
	actor.who = row.email;
	audit_as(r->db, r, &actor, AUDIT_SIGN_IN_FAILED, "session", "",
		audit_fact(NULL, "for", p->where));
}

/* Everything is computed whatever fails first: one answer, in the same time; so what is counted has
 * one row more than it needs when the password was wrong, for a mark that nobody has. */
bool proof_holds(struct req *r, const struct holder *h, const struct proof *p)
{
	const char *from = tries_from(r, p->email);
	struct mark mark = tries_mark(r, "sign-in", p->email, from), codes = codes_mark(r, p, from);
	bool known = h->person_id != 0, password, stop;
	int64_t step;

	if (tries_over(r, &mark))
		return false;
	password = p->no_password || password_fits(known ? h->password_hash : NULL, p->password);
	step = known && !p->no_code ? totp_step(r->ctx, r->conf, h->totp_secret, p->code, r->now)
				    : 0;
	stop = tries_over(r, &codes);
	if (known && password && !stop && (p->no_code || use_code(r, h, p->code, step)))
		return true;
	if (!password)
		randombytes_buf(codes.hash, sizeof codes.hash);
	tries_add(r, &codes);
	tries_add(r, &mark);
	note_failure(r, h, p);
	return false;
}

void proof_own(struct req *r, struct holder *h)
{
	struct q_person_proof row;

	*h = (struct holder){ 0 };
	if (!Q_ONE(r->db, person_proof, &row, .person_id = r->person->person_id))
		return;
	*h = (struct holder){ r->person->person_id, r->person->organisation_id, row.password_hash,
		row.totp_secret, row.totp_step };
}

/* 80 random bits, in letters and figures that are not taken for one another. */
static const char *random_code(TALLOC_CTX *ctx)
{
	static const char letters[32] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
	char code[RECOVERY_LETTERS + 1] = "";

	for (size_t i = 0; i < RECOVERY_LETTERS; i++)
		code[i] = letters[randombytes_uniform(sizeof letters)];
	return text_copy(ctx, code);
}

const char **recovery_make(struct req *r, int64_t person_id)
{
	const char **codes = NEW_ARRAY(r->ctx, const char *, RECOVERY_CODES);
	uint8_t hash[HASH_BYTES];

	Q_RUN(r->db, recovery_code_remove_all, .person_id = person_id);
	for (size_t i = 0; i < RECOVERY_CODES; i++) {
		const char *code = random_code(r->ctx);

		hash_bytes(hash, code, RECOVERY_LETTERS);
		Q_RUN(r->db, recovery_code_add, .person_id = person_id,
			.code_hash = { hash, sizeof hash });
		codes[i] = text_format(
			r->ctx, "%.4s-%.4s-%.4s-%.4s", code, code + 4, code + 8, code + 12);
	}
	return codes;
}

int64_t recovery_left(struct req *r, int64_t person_id)
{
	struct q_recovery_code_count row = { 0 };

	Q_ONE(r->db, recovery_code_count, &row, .person_id = person_id);
	return row.n;
}
