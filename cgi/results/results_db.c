/* results_db.c: which survey a person may see, and its totals. */
#include <string.h>
#include <time.h>
#include "access.h"
#include "audit.h"
#include "results.h"

/* A choice that an earlier version had and this one has not: people gave it, so it is shown. */
static void join_choices(TALLOC_CTX *ctx, const struct choice **list, size_t *n,
	const struct choice *more, size_t n_more)
{
	struct choice *joined = NEW_ARRAY(ctx, struct choice, *n + n_more);
	size_t to = *n;

	if (*n)
		memcpy(joined, *list, *n * sizeof *joined);
	for (size_t i = 0; i < n_more; i++) {
		size_t at = 0;

		while (at < *n && strcmp(joined[at].code, more[i].code) != 0)
			at++;
		if (at == *n)
			joined[to++] = more[i];
	}
	*list = joined;
	*n = to;
}

static void join_fields(
	TALLOC_CTX *ctx, struct field **fields, size_t *n, const struct survey *version)
{
	for (size_t i = 0; i < version->n_fields; i++) {
		const struct field *more = &version->fields[i];
		size_t at = 0;

		while (at < *n && strcmp((*fields)[at].name, more->name) != 0)
			at++;
		if (at < *n) {
			join_choices(ctx, &(*fields)[at].choices, &(*fields)[at].n_choices,
				more->choices, more->n_choices);
			join_choices(ctx, &(*fields)[at].rows, &(*fields)[at].n_rows, more->rows,
				more->n_rows);
			continue;
		}
		*fields = must(talloc_realloc(ctx, *fields, struct field, (unsigned)(*n + 1)));
		(*fields)[(*n)++] = *more;
	}
}

bool staff_survey_get(struct req *r, struct staff_survey *out)
{
	struct q_survey_visible row;
	struct q_survey_exists exists;
	struct field *fields = NULL;

	if (!Q_ONE(r->db, survey_visible, &row, .slug = r->args[0],
		    .organisation_id = r->person->organisation_id,
		    .all = access_all_surveys(r->person))) {
		if (Q_ONE(r->db, survey_exists, &exists, .slug = r->args[0]))
			audit_refused(r, "another organisation's");
		return false;
	}
	*out = (struct staff_survey){
		.slug = r->args[0],
		.title = row.title,
		.asked_by = row.asked_by,
		.survey_id = row.survey_id,
		.version = row.version,
		.opens_at = row.opens_at,
		.closes_at = row.closes_at,
		.published_at = row.published_at,
	};
	/* From the latest version back; each is kept by the process once it was asked for. */
	for (int64_t version = row.version; version > 0; version--) {
		const struct survey *survey = survey_by_id(r->db, row.survey_id, version);

		if (!survey)
			return false;
		if (version == row.version)
			out->survey = survey;
		join_fields(r->ctx, &fields, &out->n_fields, survey);
	}
	out->fields = fields;
	return true;
}

void staff_survey_fold(struct req *r, const struct staff_survey *s, int64_t most)
{
	struct q_results_pending pending;

	if (!Q_ONE(r->db, results_pending, &pending, .survey_id = s->survey_id) ||
		pending.n <= most)
		return;
	/* In a transaction of its own: another fold at the same rows is no reason to fail the page,
	 * which is exact without this one too. */
	if (!db_commit(r->db))
		return;
	tally_fold(r->db, r->ctx, s->survey_id, RESULTS_FOLD_MOST);
	if (!db_commit(r->db) && db_state(r->db) == DB_AGAIN)
		db_clear(r->db);
}

/* The month on the calendars of London (main() sets TZ). */
static int64_t month_at(int64_t now)
{
	time_t seconds = (time_t)now;
	struct tm tm;

	localtime_r(&seconds, &tm);
	return ((int64_t)tm.tm_year + 1900) * 12 + tm.tm_mon;
}

const struct results *results_read(struct req *r, const struct staff_survey *s)
{
	staff_survey_fold(r, s, RESULTS_FOLD_AT);
	return results_make(r->ctx, s->survey, s->fields, s->n_fields,
		tally_read(r->db, r->ctx, s->survey_id), month_at(r->now));
}
