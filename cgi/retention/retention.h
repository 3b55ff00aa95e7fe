/* retention.h: records whose years are over: what is due, held, proposed; two people decide, the
 * jobs destroy, a certificate stays. Another kind of records is an arm of the view
 * retention_record, and a line in retention_kinds[]. A record stays as long as something that is
 * kept refers to it: its arm says so. */
#ifndef RETENTION_H
#define RETENTION_H

#include "db.h"
#include "fold.h"
#include "jobs.h"
#include "req.h"
#include "setting.h"

struct retention_years {
	int64_t ordinary, serious;
};
struct retention_kind {
	const char *code, *one, *many;
	const char *from; /* "from the day …" */
	const char *goes; /* what a certificate says went */
	enum setting years, serious_years;
	unsigned holds;        /* who may keep one for longer: access.h */
	unsigned reads;        /* who finds one at its own address, */
	const char *path;      /* below this; NULL: no page of its own */
	enum tpl_marker trail; /* section of its link */
	/* Of retention_job.c: locks it; the totals that it is in, or NULL; statements, each with
	 * the record's id, up to NULL. */
	const struct db_query *lock;
	const struct fold_kind *fold;
	const struct db_query *const *steps;
};
enum { RETENTION_KINDS = 5 };
extern const struct retention_kind retention_kinds[RETENTION_KINDS];
const struct retention_kind *retention_kind(const char *code); /* NULL: none */
struct retention_years retention_years(const struct settings *, const struct retention_kind *);
/* The rule in words: "Incident reports are kept for 10 years, …". */
const char *retention_rule(TALLOC_CTX *, const struct settings *, const struct retention_kind *);

struct q_destruction_by_ref;
enum { CERTIFICATE_HASH = 32 };
/* SHA-256 of all that a certificate says, of its rows as they are now. done_at and rule: as they
 * are to be. */
void certificate_hash(struct db *, TALLOC_CTX *, const struct q_destruction_by_ref *,
	int64_t done_at, const char *rule, uint8_t out[CERTIFICATE_HASH]);

/* For My work: records that are due; proposals that wait for this person. */
int64_t retention_due(struct req *);
int64_t retention_waiting(struct req *);

/* retention_job.c: finds what is due, and does what two people decided. */
job_function retention_job;
#endif
