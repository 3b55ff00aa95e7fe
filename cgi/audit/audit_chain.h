/* audit_chain.h: the chain over the trail, and its anchors. audit.h has what requests need. */
#ifndef AUDIT_CHAIN_H
#define AUDIT_CHAIN_H

#include "db.h"
#include "jobs.h"
#include "seal.h"

/* audit_id, at, person_id, who, organisation_id, action, subject, ref, detail: as MariaDB writes
 * them as text; NULL is NULL. */
enum { AUDIT_COLUMNS = 9 };

/* A link's hash: BLAKE2b-256 of the hash before (zeros for the first) and of every column of the
 * row, each with its length before it. */
void audit_hash(uint8_t out[HASH_BYTES], const uint8_t before[HASH_BYTES],
	const struct bytes cells[AUDIT_COLUMNS]);

struct audit_end {
	int64_t seq; /* 0: nothing is chained yet */
	uint8_t hash[HASH_BYTES];
};
struct audit_end audit_chain_end(struct db *);

/* Chains all that requests left, in as many transactions as it takes. everywhere: looks through the
 * whole trail for what is not chained, not only at its end. False: not all of it, or not now. */
bool audit_link_all(struct db *, TALLOC_CTX *, bool everywhere);

/* audit_verify.c: `soundings audit verify`; the exit status. `anchors`: what auditors hold. */
struct audit_given {
	int64_t seq;
	uint8_t hash[HASH_BYTES];
};
/* "1204:9f86…", 64 hexadecimal digits; false when it is not that. */
bool audit_given_read(const char *text, struct audit_given *);
int audit_verify(struct db *, TALLOC_CTX *, const struct audit_given *, size_t n);

/* audit_anchor.c: a job: chains what is left; the first run of a day also stores the end of the
 * chain, and mails it to the auditors. Safe to run twice. False: not all of
 * it worked. */
job_function audit_job;
#endif
