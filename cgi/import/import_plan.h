/* import_plan.h: what a list of organisations would change, and changing it. */
#ifndef IMPORT_PLAN_H
#define IMPORT_PLAN_H

#include "audit.h"
#include "listing.h"

enum import_fate {
	IMPORT_NEW,
	IMPORT_CHANGED,
	IMPORT_CLOSED,    /* was open; other things may change with it */
	IMPORT_SAME,      /* nothing to do */
	IMPORT_NEVER_HAD, /* closed, and we never had it: left out */
	IMPORT_WRONG,     /* does not fit what we have: a fault says why */
	IMPORT_FATES
};

struct import_change {
	const char *field; /* the column, as the trail names it */
	const char *from, *to;
	bool is_date;
};

struct import_item {
	const struct listed *row;
	enum import_fate fate;
	const char *name; /* ours, or the list's */
	int64_t organisation_id, row_version;
	struct import_change *changes; /* of a new one: what is known of it, from "" */
	size_t n_changes;
};

struct import_absent {
	const char *code, *name;
};

struct import_plan {
	struct listing *listing; /* with faults of its rows against what we have */
	const char *refused;     /* nothing of it can be done: a sentence; or NULL */
	const char *commissioner_code;
	struct import_item *items; /* one for each row of the listing */
	size_t counts[IMPORT_FATES];
	struct import_absent *absent; /* practices of ours that the national list does not have */
	size_t n_absent;
	const char **groups; /* names of localities and peer groups that would be new */
	size_t n_groups;
	char mark[65]; /* of all this: the same mark is the same plan */
};

/* Compares. Of the national list only the practices of `commissioner_code` are taken ("": of
 * everyone), and those that we have of it: the listing is narrowed to them. Made in ctx. */
struct import_plan *import_plan_make(
	struct db *, TALLOC_CTX *, struct listing *, const char *commissioner_code);
/* Would anything be stored? */
bool import_plan_is_empty(const struct import_plan *);
/* Is every line wrong? Nothing would be stored then, and nothing of it is here already. */
bool import_plan_is_useless(const struct import_plan *);
/* Stores it in this transaction, which must be the one it was made in, with its rows of the trail.
 * r is NULL outside a request. */
void import_plan_store(struct db *, struct req *r, TALLOC_CTX *, const struct audit_actor *,
	const struct import_plan *, const char *file_name);

/* Words for people. "Name: A → B", "Closed on 31 October 2017". */
const char *import_change_text(TALLOC_CTX *, const struct import_change *);
/* "Nothing to do", "Nothing can be used", or "3 new practices, 2 changed and 1 closed". */
const char *import_summary(TALLOC_CTX *, const struct import_plan *);
#endif
