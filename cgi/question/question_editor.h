/* question_editor.h: questions while an author writes them: the JSON of a form, found, changed and
 * stored. One editor, and a door for each record that asks questions of its own: a call for plans
 * and bids (call_door.c), a proposal (proposal_own.c). */
#ifndef QUESTION_EDITOR_H
#define QUESTION_EDITOR_H

#include <jansson.h>
#include "form.h"
#include "req.h"
#include "submission.h"

struct question_editor;

/* What is different between one record's questions and another's. */
struct question_door {
	const char *subject; /* of the trail: "call" */
	bool money;          /* an amount can be asked for */
	/* The record r->args[0], a draft: 0, or what the page returns. Fills `record` to `form`. */
	int (*open)(struct req *, struct question_editor *);
	/* {{CSRF}}, {{ROW_VERSION}} and the way back above the heading. */
	void (*heading)(struct req *, const struct question_editor *);
	/* Is it whole? NULL, and *fault says why not. */
	const struct survey *(*compile)(TALLOC_CTX *, const char *json, struct survey_fault *);
	/* How many rows it changed: none, when somebody else was quicker. */
	int64_t (*set)(struct req *, const struct question_editor *, const char *json);
};

struct question_editor {
	const struct question_door *door;
	void *record;      /* the door's own */
	const char *ref;   /* of the record */
	const char *title; /* stands above the heading; NULL: it does already */
	const char *base;  /* "/calls/7KQF-2MXW": below it questions/, pages/ and preview */
	const char *list;  /* the page of all questions */
	const char *back;  /* the record's page */
	const char *text;  /* its form, as it is stored */
	int64_t row_version;
	json_t *form;  /* the whole document */
	json_t *pages; /* its pages */
};
/* 0, or what the page returns. */
int question_editor_open(struct req *, const struct question_door *, struct question_editor *);
/* What every page of it shows: the door's heading, {{LINK_LIST}}, {{HAS_CAPTION}}. */
void question_editor_heading(struct req *, const struct question_editor *);
/* A link in a section of its own, so that one template serves every door. */
void question_editor_link(struct tpl *, enum tpl_marker section, const char *address);
/* Of a question, or "new"; action: "/remove", or "". */
const char *question_editor_address(
	TALLOC_CTX *, const struct question_editor *, const char *code, const char *action);
/* Where a question is; NULL: there is none of that code. */
struct question_place {
	size_t page, at;
	json_t *question; /* borrowed */
};
bool question_editor_find(
	const struct question_editor *, const char *code, struct question_place *);
json_t *question_editor_questions(const struct question_editor *, size_t page);
/* "q7": of no question yet. */
const char *question_editor_code(TALLOC_CTX *, const struct question_editor *);
/* Every condition that names the question `from` names `to`. */
void question_editor_rename(struct question_editor *, const char *from, const char *to);

/* Stores the form as it is now, pages without questions left out, and tells the trail what was
 * done ("added q3"). */
enum question_stored {
	QUESTION_STORED,
	QUESTION_WRONG, /* *fault says why */
	QUESTION_STALE  /* somebody else was quicker */
};
enum question_stored question_editor_store(
	struct req *, struct question_editor *, const char *done, struct survey_fault *fault);
/* A sentence for people about why a form is not right; *field: of the question's form, or NULL. */
const char *question_editor_sentence(TALLOC_CTX *, const struct survey_fault *, const char **field);
/* Was the page made of the record as it is stored now? */
bool question_editor_is_version(const struct req *, const struct question_editor *);
/* The label of a type of question. Money is the last. */
enum { QUESTION_TYPES = 9 };
extern const struct choice question_types[QUESTION_TYPES];

/* ---- What was typed about one (question_compose.c) ------------------------------------------ */

struct question_typed {
	const char *type, *label, *hint, *options, *rows, *page, *page_title, *when;
	bool required;
	int64_t max_length;
};
/* Into the question; what the editor does not know stays as long as its type does. False: a field
 * says why not. */
bool question_compose(struct req *, struct form *, const struct question_typed *, json_t *question);
/* Its code: the first question of money is the amount that is asked for. */
void question_name(struct req *, struct question_editor *, json_t *question);
/* Where it is to be: at the end of a page, unless it stays on its own. */
void question_put(struct question_editor *, const struct question_typed *,
	const struct question_place *at, json_t *question);

/* ---- Pages: what the routes of each door call ------------------------------------------------ */

/* question_list.c: all questions, page by page; r->args[1] of the others: a page's number,
 * a question's code. */
int question_list(struct req *, const struct question_door *);
int question_list_move(struct req *, const struct question_door *);
int question_page(struct req *, const struct question_door *);
int question_page_save(struct req *, const struct question_door *);
int question_remove(struct req *, const struct question_door *);
int question_remove_save(struct req *, const struct question_door *);
/* question_edit.c: r->args[1], "new" or a code. */
int question_edit(struct req *, const struct question_door *);
int question_edit_save(struct req *, const struct question_door *);
/* How it looks to who answers; the caller has set what stands above the heading. NULL: there are
 * no questions yet. */
int question_preview(struct req *, const struct submission_form *);
#endif
