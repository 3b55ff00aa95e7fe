/* survey.h: a survey's published version, compiled once a process and kept; its responses and their
 * totals. */
#ifndef SURVEY_H
#define SURVEY_H

#include "form.h"
#include "req.h"

enum anonymity { ANONYMITY_OPEN = 1, ANONYMITY_UNLINKABLE = 2, ANONYMITY_CONFIDENTIAL = 3 };

struct survey_page {
	const char *title, *intro; /* either may be NULL */
	size_t first, count;       /* its questions: fields[first .. first + count) */
	bool of_first; /* the others say more of the first: told only when that is answered */
	bool if_given; /* one more of the same: not told at all when its first is not answered */
	size_t aside;  /* the last so many of them only lead on: not told on the check page */
};

/* What is rendered once and kept with the version, as long as the settings are what they were;
 * nothing of anybody's request. */
struct survey_rendered {
	uint64_t settings;          /* their generation when it was rendered */
	struct stencil *first_page; /* NULL: not asked for yet. Its holes: state and mark */
};

struct survey {
	int64_t survey_id, version;
	const char *slug, *title, *asked_by; /* asked_by: the organisation's name */
	bool fft; /* kind "fft": positive and negative by the NHS rule on field "overall" */
	enum anonymity anonymity;
	bool one_page, check_answers, reference;
	bool by_month; /* what is kept of the date: the month's first day; otherwise the week's
			  Monday */
	const char *why, *happens;   /* start page: why we ask, what happens to the answers */
	int64_t minutes;             /* about how long it takes */
	const char *next;            /* confirmation: what happens next */
	int64_t opens_at, closes_at; /* 0: no limit. Open when opens_at <= now < closes_at */
	struct field *fields;
	size_t n_fields;
	struct survey_page *pages; /* one page when one_page */
	size_t n_pages;
	/* What no single field can tell: sets errors in the range, gives how many. NULL: nothing.
	 */
	size_t (*also)(struct form *, size_t first, size_t count);
	struct survey_rendered *rendered; /* NULL: not kept by the process */
};

/* survey_file.c: the JSON form of a survey (documented in sql/demo/README.md). */
struct survey_fault {
	int line; /* 1-based */
	char reason[300];
};
/* Compiles and checks a definition; NULL with *fault filled. Ids and dates that the database knows
 * are left 0. Owned by ctx. */
struct survey *survey_compile(
	TALLOC_CTX *ctx, const char *json, size_t len, struct survey_fault *fault);
/* organisation {code, name, kind} and dates of a definition that survey_compile accepted. */
struct survey_file {
	const char *slug, *title, *kind, *organisation_code, *organisation_name, *organisation_kind;
	int64_t opens_at, closes_at;
	const char *anonymity; /* "open", "unlinkable", "confidential" */
};
/* survey_compile, and what the file says for the database; its texts are owned by the survey. */
struct survey *survey_read(TALLOC_CTX *ctx, const char *json, size_t len, struct survey_file *,
	struct survey_fault *fault);
/* `soundings import survey FILE`: publishes the definition as the next version (nothing when it is
 * the current one). Returns an exit status. */
int survey_import(struct db *, TALLOC_CTX *, const char *file);
/* `soundings import responses SLUG FILE` */
int survey_import_responses(struct db *, TALLOC_CTX *, const char *slug, const char *file);

/* survey_db.c */
/* The current version by slug, from the process's cache when it was asked less than a second ago.
 * NULL when there is none. When the database fails (db_state), the last that this process knew, so
 * that the form can be shown again, or NULL. Owned by the process; valid until the request's end.
 */
const struct survey *survey_get(struct req *, const char *slug);
enum survey_openness { SURVEY_NOT_YET, SURVEY_OPEN, SURVEY_CLOSED };
enum survey_openness survey_openness(const struct survey *, int64_t now);
/* The cache's way in for staff pages, the fold and exports: that survey, whatever its state. */
const struct survey *survey_by_id(struct db *, int64_t survey_id, int64_t version);

/* response_db.c */
enum response_outcome {
	RESPONSE_STORED,
	RESPONSE_ALREADY_SAME,
	RESPONSE_ALREADY_OTHER,
	RESPONSE_FAILED
};
/* Stores one response whole: one row, its id noted in response_pending by the same transaction.
 * `submission` is the hash of the form's random token, unique: a second time finds the first. `now`
 * decides the week or month that is kept. */
enum response_outcome response_add(
	struct req *, const struct survey *, const uint8_t submission[16], const json_t *answers);

/* tally.c: totals are a cache of the responses. */
/* Folds up to `most` pending responses of a survey into its totals, in this transaction; returns
 * how many, -1 on failure (sticky). */
int64_t tally_fold(struct db *, TALLOC_CTX *, int64_t survey_id, int64_t most);
/* `soundings tally [--rebuild]` */
int tally_command(struct db *, TALLOC_CTX *, bool rebuild);

/* One count of a survey, totals and pending together. choice is the code of a choice; of a number
 * the number; of a date its month "2026-03"; of a text "answered"; of ticks each option, and "*"
 * once for whoever ticked any; "" when it was asked and not answered. Whom the question was not put
 * to (its condition did not hold) is not counted. question
 * "" with choice "": the responses themselves. */
struct tally_row {
	const char *question; /* field name; a grid's row is NAME.ROW */
	const char *choice;
	const char *month; /* "2026-03-01" */
	int64_t n;
};
struct tally {
	struct tally_row *rows;
	size_t n;
};
/* Exact to the last response committed before this transaction's snapshot. */
struct tally *tally_read(struct db *, TALLOC_CTX *, int64_t survey_id);
int64_t tally_sum(const struct tally *, const char *question, const char *choice,
	const char *month); /* month NULL: all */
#endif
