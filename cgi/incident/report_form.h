/* report_form.h: the questions of a report, the steps they are asked in, and a report as a form:
 * while it is written, and when it is shown.
 *
 * report_fields.c has the questions, report_involved.c those about what was involved,
 * report_form.c the form. */
#ifndef REPORT_FORM_H
#define REPORT_FORM_H

#include "incident.h"

/* A page of the form. The ordinary ones are asked of everybody whom they concern; the others are
 * behind "Add detail". */
struct report_step {
	const char *name, *title; /* of the address; of the page */
	const char *first, *last; /* names of fields, in the order of the form */
	bool ordinary;
	const char *intro;    /* a sentence or two; NULL: none */
	const char *kinds;    /* of which kinds of report; NULL: all */
	const char *involved; /* only when this was ticked as involved; NULL: always */
};
/* Harm is asked of people, by a form of its own, and so has no fields here. */
extern const struct report_step report_steps[];
extern const size_t n_report_steps;
enum { REPORT_PEOPLE_MOST = 20 };

/* The tables that they are made of. */
extern const struct field report_fields[], report_involved_fields[], report_person_fields[];
extern const size_t n_report_fields, n_report_involved_fields, n_report_person_fields;

/* A report that is written or shown. */
struct report {
	struct form *form;    /* the answers */
	struct field *fields; /* its own copy: report_settle() says which are due */
	struct form *people[REPORT_PEOPLE_MOST];
	struct field *people_fields[REPORT_PEOPLE_MOST]; /* likewise */
	size_t n_people;
	json_t *reasons; /* identity_reasons */
	const struct choice *organisations;
	size_t n_organisations;
	bool anonymous; /* without a name: none may be shown. Set it, then report_settle() */
};

/* From JSON: a draft's ({"answers": raw, "people": [raw]…}) or what was sent. `organisations`: the
 * choices for where it happened. */
struct report *report_new(
	TALLOC_CTX *, const json_t *, const struct choice *organisations, size_t n_organisations);
/* Which steps are due hangs on the answers: call it when they changed. */
void report_settle(struct report *);
bool report_step_due(const struct report *, const struct report_step *);
/* The fields of a step; count 0 for harm. */
void report_step_range(
	const struct report *, const struct report_step *, size_t *first, size_t *count);
bool report_step_given(const struct report *, const struct report_step *);
/* Was every question of the step answered that must be, and in the right way? */
bool report_step_complete(struct report *, const struct report_step *);
/* Checks the fields of a step: the engine's rules and the report's own; the number of errors. */
size_t report_step_check(struct report *, const struct report_step *);
const struct report_step *report_step_named(const char *name);
/* The first ordinary step that is not complete; NULL: the report can be sent. */
const struct report_step *report_step_next(struct report *);
/* For showing: questions that were not answered, and need not be, are not due. */
void report_leave_out(const struct form *, struct field *, size_t first, size_t count);
bool report_asks_harm(const struct report *);
/* A form for somebody else who was affected; NULL: there are too many. */
struct form *report_person_add(struct report *);
void report_person_remove(struct report *, size_t i);
bool report_person_given(const struct form *); /* was anything answered about them? */
/* The number, from 1, of the first person whose harm was not answered, or not in the right way; 0:
 * of everybody it was. */
size_t report_person_incomplete(struct report *);
/* A page of a report (report_walk.c): its fields and words into r->page; what was typed there, true
 * when it can be left; which comes next (NULL: the answers), and which before (NULL: likewise). */
void report_step_show(struct req *, struct report *, const struct report_step *);
bool report_step_take(struct req *, struct report *, const struct report_step *);
const struct report_step *report_step_after(struct report *, const struct report_step *);
const struct report_step *report_step_before(struct report *, const struct report_step *);
/* Of somebody affected: 1 to one more than there are; 0: none. And the title of their page. */
size_t report_person_number(const struct report *, const char *text);
const char *report_person_title(struct req *, size_t number);
/* As it is kept while it is written; and the checked answers, as they are sent. New references. */
json_t *report_draft_json(const struct report *);
json_t *report_sent_json(struct report *);
/* Includes report_parts.tpl at {{>REPORT}} of t: what was answered, a step each; of a draft with
 * links to change it, and at {{>DETAILS}} what can be added. Without a ref the links are buttons of
 * the form around it, "go" with "to-STEP" or "to-person-NUMBER". (report_show.c) */
void report_show(struct report *, struct tpl *t, const char *ref, bool draft);
#endif
