/* monitoring.h: monitoring returns as the pages of both sides need them: their states and words,
 * finding one, the form of a contract's KPIs, what was sent.
 *
 * What was sent is JSON (monitoring_version.answers), numbers in hundredths:
 *	{ "narrative": text, "spend": 120000, "case_study": text, "safeguarding": "yes" or "no",
 *	  "safeguarding_done": text, "question": what this version answers,
 *	  "identity_reasons": as identity_form.h says,
 *	  "kpis": [{ "ref", "name", "unit", "target", "better", "amber",
 *	             "value" and "rag", or "why" there was nothing to measure }] }
 * Texts that nobody wrote are left out. */
#ifndef MONITORING_H
#define MONITORING_H

#include "contract.h"
#include "return_period.h"

/* The order of monitoring_return.state and of monitoring_states[]. */
enum monitoring_state { RETURN_DUE, RETURN_SENT, RETURN_BACK, RETURN_ACCEPTED, RETURN_EXCUSED };
enum { RETURN_STATES = RETURN_EXCUSED + 1 };
extern const struct choice monitoring_states[RETURN_STATES];
enum monitoring_state monitoring_state_of(const char *code);

/* How it stands, for both sides: {{STATE}}, {{STATE_COLOUR}}, and {{#LATE}}{{LATE_WORDS}}{{/LATE}}:
 * "Sent 3 days late", "12 days overdue". sent_at 0: not yet. */
void monitoring_state_show(
	struct req *, struct tpl *, const char *state, const char *due_on, int64_t sent_at);
/* "Sent 3 days late", or NULL. */
const char *monitoring_late(
	struct req *, TALLOC_CTX *, const char *state, const char *due_on, int64_t sent_at);
/* Days from the day it was due to the day it was sent; 0 when it came in time. */
int64_t monitoring_days_late(const char *due_on, int64_t sent_at);
/* "April to June 2026", "15 April 2026 to 14 July 2026". */
const char *monitoring_period(TALLOC_CTX *, const char *starts_on, const char *ends_on);
/* The same for narrow places: "Apr to Jun 2026". */
const char *monitoring_period_short(TALLOC_CTX *, const char *starts_on, const char *ends_on);
/* "at least 85%", "at most 14 days". */
const char *monitoring_target(TALLOC_CTX *, int64_t target, const char *better, const char *unit);
/* {{#RAG}}: {{RAG_WORD}}, {{RAG_COLOUR}}; nothing for none. */
void monitoring_rag_show(struct tpl *, enum rag);

/* ---- Finding one ---- */

/* For a member of the organisation that sends it (r->args[0]): 0, or what the page returns. */
int monitoring_own(struct req *, struct q_monitoring_by_ref *);
/* The return r->args[1] of a contract that was found. */
int monitoring_of_contract(
	struct req *, const struct q_contract_by_ref *, struct q_monitoring_by_ref *);
/* {{REF}} (its own), {{CONTRACT}}, {{REFERENCE}}, {{SERVICE}}, {{ORGANISATION}}, {{PERIOD}},
 * {{DUE_ON}}, {{CSRF}}, its state. */
void monitoring_heading(struct req *, const struct q_monitoring_by_ref *);

/* ---- The form ---- */

/* Two fields for each KPI that this period asks for (a figure; why there is none), then the others.
 * The last is why it is corrected, when it was sent before. */
enum {
	MONITORING_NARRATIVE,
	MONITORING_SPEND,
	MONITORING_CASE,
	MONITORING_SAFE,
	MONITORING_SAFE_DONE,
	MONITORING_FIXED
};
struct monitoring_form {
	struct form *f;
	const struct q_monitoring_kpis *kpis;
	size_t n_kpis;
	size_t fixed;    /* the place of MONITORING_NARRATIVE in the form */
	bool has_reason; /* the field behind MONITORING_FIXED */
	json_t *reasons; /* why passages stay that look like somebody's identity */
	const char *by;  /* who saved the draft; NULL: there is none */
	int64_t saved_at;
};
/* Empty, with the fields of this return. */
struct monitoring_form *monitoring_form_new(struct req *, const struct q_monitoring_by_ref *);
/* Filled with what was typed so far, or else with what was sent last. */
struct monitoring_form *monitoring_form_drafted(struct req *, const struct q_monitoring_by_ref *);
/* form_check(), and what fields say of each other. True: all is well. */
bool monitoring_form_check(struct monitoring_form *);
/* The checked answers, as above; the caller's. */
json_t *monitoring_answers(
	TALLOC_CTX *, const struct monitoring_form *, const struct q_monitoring_by_ref *);
/* The worst of its KPIs. */
enum rag monitoring_worst(const json_t *answers);

/* ---- What was sent ---- */

/* At {{>BODY}}. change: the reference of a return whose form is linked beside each answer; NULL:
 * none. */
void monitoring_answers_show(
	struct req *, const json_t *answers, const char *change, struct tpl *page);
/* Every version, the newest first, with what each changed, at {{>VERSIONS}} when there are several
 * (links: "/returns/REF" or the commissioner's); and the version that the address asks for, or the
 * newest, at {{>BODY}}. False: nothing was sent yet. */
bool monitoring_versions_show(
	struct req *, const struct q_monitoring_by_ref *, const char *link, struct tpl *page);

/* ---- Messages ---- */

/* Without content, to everybody who sends returns for an organisation. `path`: where to. */
struct monitoring_mail {
	int64_t organisation_id;
	const char *subject, *sentence, *path;
};
struct settings;
void monitoring_mail_members(struct db *, TALLOC_CTX *, const struct conf *,
	const struct settings *, int64_t now, const struct monitoring_mail *);

/* ---- What waits: for My work ---- */
int64_t monitoring_to_send(struct req *);
int64_t monitoring_asked_back(struct req *);
int64_t monitoring_to_look_at(struct req *);

/* monitoring_trend.c: a picture and a table for each KPI, at {{>SECTION}}; false: no figures yet.
 */
bool monitoring_trends_show(struct req *, int64_t contract_id, struct tpl *page);
#endif
