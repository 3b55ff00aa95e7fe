/* contract_import_parts.h: for contract_import*.c and proposal_import.c only. */
#ifndef CONTRACT_IMPORT_PARTS_H
#define CONTRACT_IMPORT_PARTS_H

#include "contract.h"
#include "json_lines.h"

struct conf;

enum { IMPORT_TEXT = 10000, IMPORT_BYTES = 16 };

struct contract_importing {
	struct db *db;
	TALLOC_CTX *ctx, *tmp; /* tmp: of the line at hand */
	struct json_reader reader;
	const struct conf *conf;
	int64_t now;
	char today[11];
};

/* One line of the file, by what its "record" says. */
void import_aim(struct contract_importing *, const struct json_node *);
void import_contract(struct contract_importing *, const struct json_node *);
void import_return(struct contract_importing *, const struct json_node *);
void import_interest(struct contract_importing *, const struct json_node *);
void import_breach(struct contract_importing *, const struct json_node *);
void import_panel(struct contract_importing *, const struct json_node *);
void import_criteria(struct contract_importing *, const struct json_node *);
void import_call(struct contract_importing *, const struct json_node *);
void import_submission(struct contract_importing *, const struct json_node *);
void import_review(struct contract_importing *, const struct json_node *);

/* proposal_import.c */
void import_stakeholder_group(struct contract_importing *, const struct json_node *);
void import_proposal(struct contract_importing *, const struct json_node *);
void import_proposal_response(struct contract_importing *, const struct json_node *);
struct q_proposal_import_find;
bool import_proposal_known(struct contract_importing *, const struct json_node *, const char *key,
	struct q_proposal_import_find *);

/* Each reads a key of a record; a fault is noted in the reader, and the result is 0, NULL or "". */

/* A text, "" when it is absent. */
const char *import_words(struct contract_importing *, const struct json_node *, const char *key,
	size_t most, bool needed);
/* One of these codes; `otherwise` when absent, or a fault when that is NULL. */
const char *import_code(struct contract_importing *, const struct json_node *, const char *key,
	const struct choice *choices, size_t n, const char *otherwise);
const char *import_day(
	struct contract_importing *, const struct json_node *, const char *key, bool needed);
/* "2026-03-02T09:14:00Z"; 0 when it is absent. */
int64_t import_time(
	struct contract_importing *, const struct json_node *, const char *key, bool needed);
/* Whose e-mail address it is. */
int64_t import_who(
	struct contract_importing *, const struct json_node *, const char *key, bool needed);
/* Whose code it is; perhaps of which kind it is (owned by tmp). */
int64_t import_whose(struct contract_importing *, const struct json_node *, const char *key,
	const char **kind, bool needed);
/* A number with at most two decimals, in hundredths: 72.5, 1200; *given: it is there. */
int64_t import_hundredths(struct contract_importing *, const struct json_node *, const char *key,
	bool needed, bool *given);
/* The contract whose reference it is. */
bool import_known(struct contract_importing *, const struct json_node *, const char *key,
	struct q_contract_import_find *);
struct bytes import_token(struct contract_importing *);

/* Actions of a contract, or conditions of a decision (decision_id not 0). */
void import_contract_actions(struct contract_importing *, const struct json_node *, const char *key,
	int64_t contract_id, int64_t decision_id, int64_t organisation_id);
/* The submission that "call", "organisation" and "number" of a record name. */
struct import_submission_ref {
	int64_t submission_id, organisation_id;
	const char *title;
};
bool import_submission_known(
	struct contract_importing *, const struct json_node *, struct import_submission_ref *);
/* A review before the panel is decided on; false when a rule forbids it. */
bool import_decision(struct contract_importing *, const struct json_node *decision,
	int64_t review_id, int64_t contract_id, int64_t organisation_id);
#endif
