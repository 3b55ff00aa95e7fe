/* organisation.h: organisations, what they are grouped by, and what changes them.
 *
 * Storage (organisation_db.c, organisation_merge_db.c) takes a database and no request: pages, the
 * imports and the command line share it. None of it writes the trail; its callers do, with
 * organisation_changes(). Whoever changes an organisation locks it first: then what they read is
 * what they change. */
#ifndef ORGANISATION_H
#define ORGANISATION_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include "db.h"
#include "form.h"

struct organisation {
	int64_t organisation_id;
	const char *code, *name;
	const char *kind;                   /* a code of organisation_kinds[] */
	int64_t locality_id, peer_group_id; /* of practices alone; 0: none */
	const char *locality, *peer_group;  /* their names, or NULL */
	const char *commissioner_code, *address, *postcode, *telephone, *email;
	const char *opened_on, *closed_on;      /* "2026-11-22", or NULL */
	int64_t patients;                       /* the newest list size; -1: none is known */
	int64_t successor_id;                   /* merged: the one that goes on; 0: it is not */
	const char *successor_code, *successor; /* or NULL */
	int64_t row_version;
};

/* "practice" -> "Practice", in the order that people choose from; the commissioner comes first. */
extern const struct choice organisation_kinds[];
extern const size_t n_organisation_kinds;
const char *organisation_kind_label(const char *kind);
/* 2 to 12 letters, digits and hyphens, as typed; canonical (trimmed, capitals) in out. False: it is
 * not a code. */
bool organisation_code(const char *typed, char out[13]);

/* By code. False: there is none. */
bool organisation_get(struct db *, const char *code, struct organisation *);
/* The same, and nobody else changes it before this transaction ends. */
bool organisation_lock(struct db *, const char *code, struct organisation *);

enum organisation_added {
	ORGANISATION_ADDED,
	ORGANISATION_CODE_TAKEN,
	ORGANISATION_COMMISSIONER_THERE, /* one installation has one */
};
/* Stores all but id, names, patients, successor and version; closed_on too. NULL texts are "".
 * Sets in->organisation_id when it was added. */
enum organisation_added organisation_add(struct db *, struct organisation *in);
/* Stores name, kind, groups, address … opened_on of in->organisation_id, when its row_version is
 * still in->row_version; false: somebody else changed it since (or the database is away). Neither
 * code nor closing is changed. Only a practice has groups. */
bool organisation_update(struct db *, const struct organisation *in);
/* False when there was nothing to do: it is closed, or it is the commissioner. */
bool organisation_close(struct db *, int64_t organisation_id, const char *closed_on);
/* False when there was nothing to do: it is open, or merged (organisation_unmerge). */
bool organisation_reopen(struct db *, int64_t organisation_id);
/* What differs, for the trail: {"name": {"from": …, "to": …}}; NULL when nothing does. `from` NULL:
 * what is known of a new one, as facts. Groups by their names, which the caller has set. */
json_t *organisation_changes(const struct organisation *from, const struct organisation *to);

/* Registered patients on a day; a second figure for the same day replaces the first. Both keep
 * organisation.patients, which is always the newest by date. */
void list_size_put(struct db *, int64_t organisation_id, const char *counted_on, int64_t patients);
bool list_size_remove(struct db *, int64_t organisation_id, const char *counted_on);

/* Merging: `organisation_id` ends on a day, and `into_id` goes on. Both must be locked, of one
 * kind, and the second open; the first neither merged already nor the commissioner. Whatever was
 * merged into the first before has the second for its successor too. With `members`, whoever
 * belongs to the first belongs to the second as well; gives their number. */
int64_t organisation_merge(
	struct db *, int64_t organisation_id, int64_t into_id, const char *merged_on, bool members);
/* As if it had never been merged: it is open again (or closed, when it was before), and what had
 * been merged into it leads to it again. With `members`, takes away the memberships that the merge
 * gave. */
void organisation_unmerge(struct db *, int64_t organisation_id, bool members);

/* Localities and peer groups. */
enum group_kind { GROUP_LOCALITY, GROUP_PEER };
struct group {
	int64_t group_id;
	const char *name;
	int64_t practices, closed; /* how many are in it, and how many more are that have closed */
	int64_t row_version;
};
const char *group_kind_code(enum group_kind); /* "locality", "peer_group" */
/* Choices for a form, in order of name: the code is the id. */
const struct choice *group_choices(struct db *, TALLOC_CTX *, enum group_kind, size_t *n);
/* It is there, and stays as it is until this transaction ends: before something is put into it. */
bool group_lock(struct db *, enum group_kind, int64_t group_id);
bool group_get(struct db *, enum group_kind, int64_t group_id, struct group *);
/* The id of the group with this name; 0: there is none. */
int64_t group_named(struct db *, enum group_kind, const char *name);
/* Its id; 0 when the name is taken. */
int64_t group_add(struct db *, enum group_kind, const char *name);
enum group_renamed { GROUP_RENAMED, GROUP_NAME_TAKEN, GROUP_CHANGED_MEANWHILE };
enum group_renamed group_rename(struct db *, const struct group *);
/* Puts a practice into a group, 0: into none. Lock both first. */
void group_assign(struct db *, enum group_kind, int64_t organisation_id, int64_t group_id);
/* False: something is in it. */
bool group_delete(struct db *, enum group_kind, int64_t group_id);
#endif
