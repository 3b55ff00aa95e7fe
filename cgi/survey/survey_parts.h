/* survey_parts.h: what the survey's own files share; pages use survey.h alone. */
#ifndef SURVEY_PARTS_H
#define SURVEY_PARTS_H

#include "survey.h"

/* survey_date.c; dates are "2026-11-22". */
/* Midnight in London at the beginning of that day, seconds since 1970 UTC; 0 when it is no date. */
int64_t london_midnight(const char *date);
/* What is kept of a response's date: the month's first day or the week's Monday. */
void survey_kept_date(const struct survey *, const char *date, char out[11]);

/* survey_size.c: the longest answers of a form. */
struct survey_size {
	size_t characters; /* of its texts */
	size_t bytes;      /* of everything, however it travels: in the page's fields or sealed */
	size_t boxes;      /* parameters */
};
void survey_size_add(struct survey_size *, const struct field *);

/* survey_count.c: counts of answers, by question, choice and month. No database. */
struct counts;
struct counts *counts_new(TALLOC_CTX *);
void counts_add(
	struct counts *, const char *question, const char *choice, const char *month, int64_t n);
/* One response that was received on a date. `said`, when not NULL, is called for each free text.
 * False, with nothing but the response itself counted, when the answers are not as we write them.
 */
typedef void counts_said(void *data, const char *question, const char *month);
bool counts_response(struct counts *, const struct survey *, const char *answers,
	const char *received_on, counts_said *said, void *data);
/* All of them, sorted by question, choice, month; owned by the counts, which take no more
 * afterwards. */
struct tally *counts_rows(struct counts *);

/* 32 digits and NUL. */
void hex16(char out[33], const uint8_t bytes[16]);
/* Every version of a survey, by number; version[0] is NULL. Loads them, so that none is asked for
 * while rows are streamed. */
struct survey_versions {
	const struct survey **version;
	size_t n;
};
struct survey_versions survey_all_versions(struct db *, TALLOC_CTX *, int64_t survey_id);
const struct survey *survey_of(const struct survey_versions *, int64_t version);
#endif
