/* anonymous.h: reports without a name, by a practice's link. Nothing is stored before one is sent:
 * what was typed travels sealed with the form, as a survey's visit does. */
#ifndef ANONYMOUS_H
#define ANONYMOUS_H

#include "report_form.h"
#include "seal.h"

enum {
	ANONYMOUS_LINK_LETTERS = 12,
	ANONYMOUS_CODE_LETTERS = 16,
	ANONYMOUS_TOKEN_BYTES = 16,
	/* A form that was begun before its link ended can be sent for so long after that. */
	ANONYMOUS_GRACE_SECONDS = 2 * 24 * 60 * 60,
	/* So long the confirmation shows the code again. */
	ANONYMOUS_SENT_SECONDS = 24 * 60 * 60
};

/* A practice's link, as its address names it. */
struct anonymous_link {
	const char *token, *practice;
	int64_t organisation_id, ended_at;
};

/* Somebody who writes a report. */
struct anonymous {
	const struct anonymous_link *link;
	uint8_t token[ANONYMOUS_TOKEN_BYTES]; /* theirs alone: code and reference are made of it */
	int64_t begun;
	struct report *report;
};

/* A token as it is typed from a poster: capitals, spaces and - do not matter. NULL: none of ours.
 */
const struct anonymous_link *anonymous_link_find(struct req *, const char *typed);
struct anonymous *anonymous_new(struct req *, const struct anonymous_link *);
/* What came sealed with the form; NULL: it is none of ours, or of another practice. */
struct anonymous *anonymous_open(struct req *, const struct anonymous_link *);
/* To be sent with the next form, but for the fields that it shows itself (NULL: none). */
const char *anonymous_seal(struct req *, const struct anonymous *, const struct report_step *shown);

/* Random letters that spell nothing, for n letters and the end. */
void anonymous_letters(char *out, size_t n);
/* What is made of a token. The code is shown to its writer and kept nowhere; its hash is. */
void anonymous_ref(const uint8_t token[], char out[REF_LENGTH + 1]);
void anonymous_submission(const uint8_t token[], uint8_t out[16]);
void anonymous_code(const uint8_t token[], char out[ANONYMOUS_CODE_LETTERS + 1]);
/* "ABCD EFGH JKLM NPQR" */
const char *anonymous_code_words(TALLOC_CTX *, const char *code);
/* Of whatever was typed: what is no code at all has a hash too, and is looked for in the same way.
 */
void anonymous_code_hash(const char *typed, uint8_t out[HASH_BYTES]);
/* The day, without its time. */
int64_t anonymous_day(int64_t now);
#endif
