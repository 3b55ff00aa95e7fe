/* incident_import_parts.h: for incident_import*.c only. */
#ifndef INCIDENT_IMPORT_PARTS_H
#define INCIDENT_IMPORT_PARTS_H

#include "incident.h"
#include "json_lines.h"
#include "search.h"

struct importing {
	struct db *db;
	TALLOC_CTX *ctx, *tmp; /* tmp: of the incident at hand */
	struct json_reader reader;
	struct search_batch *words;
	const char **keys; /* of the incidents so far, and their ids */
	int64_t *ids;
	size_t n;
};

/* Each reads a key of `node`; a fault is noted in the reader, and the result is 0 or NULL. */

/* "2026-03-02T09:14:00Z"; 0 when it is absent and not needed. */
int64_t import_moment(
	struct importing *, const struct json_node *node, const char *key, bool needed);
/* Whose e-mail address it is, and perhaps for whom they act; 0 when absent. */
int64_t import_person(struct importing *, const struct json_node *node, const char *key,
	int64_t *organisation_id);
/* Whose code this is, read from `key`; 0 for NULL. */
int64_t import_organisation(struct importing *, const struct json_node *node, const char *key,
	const char *code, const char **name);

/* The incident that has this key, before this one in the file; 0 when absent. */
int64_t import_earlier(struct importing *, const struct json_node *node, const char *key);

/* bulletin_import.c: one of "bulletins". */
void import_bulletin(struct importing *, const struct json_node *bulletin);
/* incident_import_work.c: "request" and "actions" of an incident. */
void import_request(struct importing *, int64_t incident_id, const struct json_node *incident,
	const struct q_incident_import_add_in *);
void import_actions(struct importing *, int64_t incident_id, const struct json_node *incident);
#endif
