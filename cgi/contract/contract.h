/* contract.h: a contract as every page of it needs it: its words, finding one, who may, what is
 * written down about it, and the figures that are kept beside it. A grant is one too. */
#ifndef CONTRACT_H
#define CONTRACT_H

#include <jansson.h>
#include "form.h"
#include "ref.h"
#include "req.h"

/* Codes are the tables' (sql/schema/0018_contract.sql), labels are for people. */
enum {
	CONTRACT_KINDS = 2,
	CONTRACT_ROUTES = 8,
	CONTRACT_STATUSES = 4,
	CONTRACT_UNITS = 6,
	CONTRACT_DOCUMENT_KINDS = 4,
	CONTRACT_BETTER = 2,
};
extern const struct choice contract_kinds[CONTRACT_KINDS];       /* contract, grant */
extern const struct choice contract_routes[CONTRACT_ROUTES];     /* how it was awarded */
extern const struct choice contract_statuses[CONTRACT_STATUSES]; /* planned live notice ended */
extern const struct choice contract_units[CONTRACT_UNITS];       /* of a KPI */
extern const struct choice contract_better[CONTRACT_BETTER];     /* high, low */
extern const struct choice contract_document_kinds[CONTRACT_DOCUMENT_KINDS];
/* The colour of a status's tag: "green" of class nhsuk-tag--green. */
const char *contract_status_colour(const char *status);

/* Red, amber, green: codes of the tables, never colour alone on a page: a word and a tag. */
enum rag { RAG_NONE, RAG_GREEN, RAG_AMBER, RAG_RED };
extern const struct choice contract_rags[4]; /* in that order; the first is "" "Not measured" */
enum rag contract_rag_of(const char *code);  /* RAG_NONE for NULL and "" */
const char *contract_rag_colour(enum rag);
/* The rule of a target: green when it is met; amber when it is missed by at most `amber` per cent
 * of the target's size; red beyond. high: more is better. Hundredths. */
enum rag contract_rag(int64_t value, int64_t target, bool high, int64_t amber);
/* "85%", "£1,200", "14 days", "85": hundredths in a unit's words. */
const char *contract_figure(TALLOC_CTX *, int64_t hundredths, const char *unit);

/* Financial years: April to March. */
int contract_year(const char *iso_date);                    /* "2026-03-31" -> 2025 */
const char *contract_year_text(TALLOC_CTX *, int64_t year); /* 2026 -> "2026/27" */

/* ---- Finding one, with its rights: as incident.h says. 0, or what the page returns. ------------
 */
/* For who keeps the register. */
int contract_kept(struct req *, struct q_contract_by_ref *);
/* For them, and the auditor. */
int contract_read(struct req *, struct q_contract_by_ref *);
/* For a member of its organisation. */
int contract_party(struct req *, struct q_contract_by_ref *);

/* ---- What is written down ----------------------------------------------------------------------
 */
enum contract_event_kind {
	CONTRACT_ADDED,
	CONTRACT_EDITED, /* detail: {"field": {"from", "to"}} of audit_changed() */
	CONTRACT_VALUES, /* annual values */
	CONTRACT_KPI,
	CONTRACT_EXTENDED, /* extensions: possible, taken, lapsed */
	CONTRACT_DOCUMENT,
	CONTRACT_RETURN, /* sent, corrected, accepted, asked back, excused */
	CONTRACT_REVIEW, /* opened, decided, cancelled; with its review_id */
	CONTRACT_ACTION,
	CONTRACT_SURVEY,
	CONTRACT_IMPORTED,
	CONTRACT_EVENTS
};
extern const struct choice contract_event_kinds[CONTRACT_EVENTS];
/* Adds a row of its history, in the request's transaction. why: as written, NULL for none; detail:
 * taken over, NULL for none; review_id: 0 but for CONTRACT_REVIEW. The trail (audit) is beside it,
 * and the caller's. */
void contract_event(struct req *, int64_t contract_id, enum contract_event_kind, const char *why,
	json_t *detail, int64_t review_id);
/* The same for the program itself (a job, the command line): person_id 0. */
void contract_event_as(struct db *, int64_t person_id, int64_t now, int64_t contract_id,
	enum contract_event_kind, const char *why, const char *detail, int64_t review_id);

/* Counts anew what is kept beside a contract for its list: value of this year, specification,
 * monitoring, returns missing, red KPIs. Whoever changes one of those calls it, in the same
 * transaction; a job does it every day, since days pass. today: "2026-11-22", in London. */
void contract_settle(struct db *, int64_t contract_id, const char *today);
/* Words it is searched by. */
void contract_words(struct db *, TALLOC_CTX *, int64_t contract_id);
/* Of every contract of an organisation: its name is another one. */
void contract_words_of(struct db *, TALLOC_CTX *, int64_t organisation_id);

/* {{REF}}, {{REFERENCE}}, {{SERVICE}}, {{ORGANISATION}}, {{STATE}}, {{STATE_COLOUR}} (of its
 * status), {{CSRF}} of a page of it. */
void contract_heading(struct req *, const struct q_contract_by_ref *);
#endif
