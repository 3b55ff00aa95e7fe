/* survey_import.c: `soundings import survey` and `soundings import responses`. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "audit.h"
#include "import_command.h"
#include "json_lines.h"
#include "survey_parts.h"

enum { MOST_SURVEY = 1 << 20, MOST_RESPONSES_FILE = 64 << 20, TRIES = 5 };

static int refused(const char *file, const struct survey_fault *fault)
{
	fprintf(stderr, "%s:%d: %s\n", file, fault->line, fault->reason);
	return 1;
}

/* ---- Surveys ------------------------------------------------------------------------------------
 */

/* What is frozen: the file without white space, order of keys and dates, which may change without a
 * new version. */
static char *frozen(TALLOC_CTX *ctx, const char *json, size_t len)
{
	json_t *root = must(json_loadb(json, len, 0, NULL));
	char *text, *out;

	json_object_del(root, "opens");
	json_object_del(root, "closes");
	text = must(json_dumps(root, JSON_COMPACT | JSON_SORT_KEYS));
	out = text_copy(ctx, text);
	free(text);
	json_decref(root);
	return out;
}

/* Whose survey it is: an installation has one commissioner, so a file that names another means
 * that one. */
static const char *asker_code(struct db *db, const struct survey_file *f)
{
	struct q_organisation_commissioner commissioner;
	struct q_survey_organisation row;

	if (strcmp(f->organisation_kind, "commissioner") == 0 &&
		!Q_ONE(db, survey_organisation, &row, .code = f->organisation_code) &&
		Q_ONE(db, organisation_commissioner, &commissioner))
		return commissioner.code;
	return f->organisation_code;
}

static int64_t organisation(
	struct db *db, TALLOC_CTX *ctx, const struct survey_file *f, const char *code)
{
	struct q_survey_organisation row;
	int64_t id;

	if (Q_ONE(db, survey_organisation, &row, .code = code))
		return row.organisation_id;
	Q_RUN(db, survey_organisation_add, .code = code, .name = f->organisation_name,
		.kind = f->organisation_kind);
	id = db_last_id(db);
	audit_program(db, ctx, AUDIT_ADD, "organisation", code,
		audit_fact(NULL, "name", f->organisation_name));
	return id;
}

/* What the first answer fixes. NULL when nothing of it changes. */
static const char *fixed_change(struct db *db, const struct q_survey_for_import *is,
	const struct survey_file *f, const char *asker)
{
	const char *what = strcmp(is->anonymity, f->anonymity) != 0 ? "anonymity"
			   : strcmp(is->kind, f->kind) != 0         ? "kind"
			   : strcmp(is->organisation, asker) != 0   ? "organisation"
								    : NULL;
	struct q_survey_answered answered;

	if (what && Q_ONE(db, survey_answered, &answered, .survey_id = is->survey_id))
		return what;
	return NULL;
}

struct publication {
	int64_t version;
	bool fresh;         /* a new version */
	const char *refuse; /* what answers have fixed */
};

static const char *day(TALLOC_CTX *ctx, int64_t when)
{
	return when ? day_text(ctx, when) : "";
}

/* A file that changes nothing leaves no row. */
static void trail(struct db *db, TALLOC_CTX *ctx, const struct survey_file *f,
	const struct q_survey_for_import *was, const struct publication *is)
{
	json_t *detail = NULL;

	detail = audit_changed(detail, "opens", day(ctx, was->opens_at), day(ctx, f->opens_at));
	detail = audit_changed(detail, "closes", day(ctx, was->closes_at), day(ctx, f->closes_at));
	if (!is->fresh && !detail)
		return;
	detail = audit_fact(detail, "title", f->title);
	detail = audit_fact(detail, "version", text_format(ctx, "%lld", (long long)is->version));
	audit_program(db, ctx, is->fresh ? AUDIT_PUBLISH : AUDIT_CHANGE, "survey", f->slug, detail);
}

static struct publication publish(
	struct db *db, TALLOC_CTX *ctx, const struct survey_file *f, const char *definition)
{
	struct publication out = { 0 };
	struct q_survey_for_import is = { 0 };
	struct q_survey_definition now;
	int64_t asker;
	const char *code;
	bool known = Q_ONE(db, survey_for_import, &is, .slug = f->slug);

	db_use(db, ctx);
	code = asker_code(db, f);
	if (known)
		out.refuse = fixed_change(db, &is, f, code);
	if (out.refuse)
		return out;
	asker = organisation(db, ctx, f, code);
	if (!known) {
		Q_RUN(db, survey_add, .organisation_id = asker, .slug = f->slug, .kind = f->kind,
			.anonymity = f->anonymity, .title = f->title, .opens_at = f->opens_at,
			.closes_at = f->closes_at);
		is.survey_id = db_last_id(db);
	}
	out.fresh = !Q_ONE(db, survey_definition, &now, .survey_id = is.survey_id,
			    .version = is.version) ||
		    strcmp(now.definition, definition) != 0;
	out.version = is.version + out.fresh;
	if (out.fresh)
		Q_RUN(db, survey_publish, .survey_id = is.survey_id, .version = out.version,
			.definition = definition, .published_at = (int64_t)time(NULL));
	Q_RUN(db, survey_update, .survey_id = is.survey_id, .organisation_id = asker,
		.kind = f->kind, .anonymity = f->anonymity, .title = f->title,
		.opens_at = f->opens_at, .closes_at = f->closes_at, .version = out.version);
	trail(db, ctx, f, &is, &out);
	return out;
}

/* Ends the transaction. True when it should be tried again. */
static bool try_again(struct db *db, bool *done)
{
	bool again;

	*done = db_commit(db);
	if (*done)
		return false;
	again = db_state(db) == DB_AGAIN;
	db_rollback(db);
	db_clear(db);
	return again;
}

int survey_import(struct db *db, TALLOC_CTX *ctx, const char *file)
{
	size_t len;
	const char *json = file_read(ctx, file, MOST_SURVEY, &len), *definition;
	struct survey_fault fault = { 0 };
	struct survey_file f;
	struct publication out;
	bool done = false;

	if (!json)
		return 1;
	if (!survey_read(ctx, json, len, &f, &fault))
		return refused(file, &fault);
	definition = frozen(ctx, json, len);
	for (int i = 0; i < TRIES; i++) {
		out = publish(db, ctx, &f, definition);
		if (out.refuse) {
			db_rollback(db);
			fprintf(stderr, "%s:1: \"%s\" cannot change: \"%s\" has answers\n", file,
				out.refuse, f.slug);
			return 1;
		}
		if (!try_again(db, &done))
			break;
	}
	if (!done) {
		fprintf(stderr, "%s: the database failed; nothing was stored\n", file);
		return 1;
	}
	printf("%s: version %lld%s\n", f.slug, (long long)out.version,
		out.fresh ? "" : ", the same questions; dates as in the file");
	return 0;
}

/* ---- Responses ----------------------------------------------------------------------------------
 */

/* One checked line of the file, to be stored `times`. */
struct document {
	char *answers;
	char received_on[11];
	int64_t times;
};

static const struct field *field_of(const struct survey *s, const char *name)
{
	for (size_t i = 0; i < s->n_fields; i++)
		if (!strcmp(s->fields[i].name, name))
			return &s->fields[i];
	return NULL;
}

/* An answer as it is stored, made into what a person would have typed. NULL when its JSON is of
 * another type. */
static json_t *typed(const struct field *f, const json_t *answer)
{
	json_t *raw;
	int year, month, day;

	if (f->type == FIELD_NUMBER)
		return json_is_integer(answer)
			       ? json_sprintf("%lld", (long long)json_integer_value(answer))
			       : NULL;
	if (f->type == FIELD_DATE) {
		const char *text = json_is_string(answer) ? json_string_value(answer) : "";

		if (!json_is_date(text) || sscanf(text, "%4d-%2d-%2d", &year, &month, &day) != 3)
			return NULL;
		return json_pack("[ooo]", json_sprintf("%d", day), json_sprintf("%d", month),
			json_sprintf("%d", year));
	}
	if (f->type == FIELD_GRID) {
		if (!json_is_object(answer))
			return NULL;
		raw = must(json_array());
		for (size_t i = 0; i < f->n_rows; i++) {
			const char *code =
				json_string_value(json_object_get(answer, f->rows[i].code));

			json_array_append_new(raw, json_string(code ? code : ""));
		}
		return raw;
	}
	if (f->type == FIELD_CHECKBOXES ? !json_is_array(answer) : !json_is_string(answer))
		return NULL;
	return json_deep_copy(answer);
}

static json_t *typed_all(
	struct json_reader *r, const struct survey *s, const struct json_node *answers)
{
	json_t *raw = must(json_object());

	for (size_t i = 0; i < answers->n && !r->failed; i++) {
		const struct json_node *node = &answers->parts[i];
		const struct field *f = field_of(s, node->key);
		json_t *one = f ? typed(f, node->value) : NULL;

		if (one)
			json_object_set_new(raw, node->key, one);
		else if (f)
			json_refuse(r, node->line, "the answer to \"%s\" is of another type",
				json_quote(r, node->key));
		else
			json_refuse(r, node->line, "\"%s\" is not a question",
				json_quote(r, node->key));
	}
	return raw;
}

static size_t parts_of(const json_t *value)
{
	return json_is_array(value)    ? json_array_size(value)
	       : json_is_object(value) ? json_object_size(value)
				       : 1;
}

/* Through the form engine, like a respondent's own. NULL after a fault. */
static char *check_answers(
	struct json_reader *r, const struct survey *s, const struct json_node *answers)
{
	TALLOC_CTX *tmp = talloc_new(r->scratch);
	struct form *form = form_new(tmp, s->fields, s->n_fields);
	json_t *raw = typed_all(r, s, answers), *checked;
	char *text, *out = NULL;

	form_load_raw(form, raw);
	json_decref(raw);
	form_check(form, 0, s->n_fields);
	for (size_t i = 0; i < s->n_fields; i++) {
		const struct json_node *node = json_part(answers, s->fields[i].name);

		if (form->values[i].error)
			json_refuse(r, node ? node->line : answers->line, "\"%s\": %s",
				s->fields[i].name, form->values[i].error);
	}
	checked = form_answers(form);
	for (size_t i = 0; i < answers->n && !r->failed; i++) {
		const struct json_node *node = &answers->parts[i];
		const json_t *kept = json_object_get(checked, node->key);

		if (!kept || parts_of(kept) != parts_of(node->value))
			json_refuse(r, node->line,
				"\"%s\" is not asked after these answers, or part of it is unknown",
				node->key);
	}
	if (!r->failed) {
		text = must(json_dumps(checked, JSON_COMPACT));
		out = text_copy(r->ctx, text);
		free(text);
	}
	json_decref(checked);
	talloc_free(tmp);
	return out;
}

static size_t read_documents(struct json_reader *r, const struct survey *s,
	const struct json_node *root, struct document **out)
{
	static const char *const root_keys[] = { "responses", NULL };
	static const char *const keys[] = { "received_on", "answers", "times", NULL };
	const struct json_node *list;
	int64_t sum = 0;

	json_keys(r, root, root_keys);
	list = json_list(r, root, "responses", 1000000, true);
	*out = NEW_ARRAY(r->ctx, struct document, list->n + 1);
	for (size_t i = 0; i < list->n && !r->failed; i++) {
		const struct json_node *node = &list->parts[i], *answers;
		struct document *d = &(*out)[i];
		const char *received;

		json_keys(r, node, keys);
		received = json_date(r, node, "received_on");
		if (!received)
			json_refuse(r, node->line, "\"received_on\" is missing");
		d->times = json_int(r, node, "times", 1, 2000000, 1);
		sum += d->times;
		if (sum > 2000000)
			json_refuse(r, node->line, "more than 2,000,000 responses");
		answers = json_object_part(r, node, "answers", true);
		if (r->failed)
			break;
		survey_kept_date(s, received, d->received_on);
		d->answers = check_answers(r, s, answers);
	}
	return r->failed ? 0 : list->n;
}

static int id_order(const void *a, const void *b)
{
	return memcmp(a, b, 16);
}

/* Random ids in ascending order, so that a million rows are appended rather than scattered. Who
 * gets which is shuffled. */
static size_t shuffle(TALLOC_CTX *ctx, const struct document *list, size_t n, uint32_t **order,
	uint8_t (**ids)[16])
{
	size_t sum = 0, to = 0;

	for (size_t i = 0; i < n; i++)
		sum += (size_t)list[i].times;
	*order = NEW_ARRAY(ctx, uint32_t, sum + 1);
	*ids = must(talloc_zero_size(ctx, 16 * (sum + 1)));
	randombytes_buf(*ids, 16 * sum);
	qsort(*ids, sum, 16, id_order);
	for (size_t i = 0; i < n; i++)
		for (int64_t times = 0; times < list[i].times; times++)
			(*order)[to++] = (uint32_t)i;
	for (size_t i = sum; i > 1; i--) {
		size_t other = randombytes_uniform((uint32_t)i);
		uint32_t keep = (*order)[i - 1];

		(*order)[i - 1] = (*order)[other];
		(*order)[other] = keep;
	}
	return sum;
}

static void add_row(struct buf *rows, const struct document *d, const uint8_t id[16])
{
	uint8_t random[32];
	char hex[33];

	randombytes_buf(random, sizeof random);
	buf_addc(rows, rows->len ? ',' : '[');
	hex16(hex, id);
	buf_addf(rows, "{\"r\":\"%s\"", hex);
	hex16(hex, random);
	buf_addf(rows, ",\"s\":\"%s\"", hex);
	hex16(hex, random + 16);
	buf_addf(rows, ",\"d\":\"%s\",\"o\":\"%s\",\"a\":%s}", hex, d->received_on, d->answers);
}

/* The answers as a JSON text inside JSON, quoted once for all their times. */
static void quote_answers(TALLOC_CTX *ctx, struct document *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		json_t *text = must(json_string(list[i].answers));
		char *quoted = must(json_dumps(text, JSON_ENCODE_ANY));

		list[i].answers = text_copy(ctx, quoted);
		free(quoted);
		json_decref(text);
	}
}

static void store(struct db *db, TALLOC_CTX *ctx, const struct survey *s,
	const struct document *list, size_t n)
{
	uint8_t(*ids)[16];
	uint32_t *order;
	size_t sum = shuffle(ctx, list, n, &order, &ids), batch = 0;
	struct buf rows = { .ctx = ctx };

	for (size_t i = 0; i < sum; i++) {
		add_row(&rows, &list[order[i]], ids[i]);
		if (++batch < 500 && rows.len < 500000 && i + 1 < sum)
			continue;
		buf_addc(&rows, ']');
		Q_RUN(db, response_add_many, .survey_id = s->survey_id, .version = s->version,
			.rows = buf_text(&rows));
		buf_reset(&rows);
		batch = 0;
	}
}

int survey_import_responses(struct db *db, TALLOC_CTX *ctx, const char *slug, const char *file)
{
	size_t len, n;
	const char *json = file_read(ctx, file, MOST_RESPONSES_FILE, &len);
	struct survey_fault fault = { 0 };
	struct json_reader r = { .ctx = ctx, .scratch = talloc_new(ctx), .fault = &fault };
	struct q_survey_current current;
	const struct json_node *root;
	const struct survey *s = NULL;
	struct document *list = NULL;
	int64_t sum = 0;

	if (!json)
		return 1;
	if (Q_ONE(db, survey_current, &current, .slug = slug))
		s = survey_by_id(db, current.survey_id, current.version);
	if (!s) {
		if (db_state(db) == DB_FINE)
			fprintf(stderr, "soundings: there is no survey \"%s\"\n", slug);
		db_rollback(db);
		return 1;
	}
	root = json_lines_read(&r, json, len);
	n = root ? read_documents(&r, s, root, &list) : 0;
	talloc_free(r.scratch);
	if (r.failed || !list) {
		db_rollback(db);
		return refused(file, &fault);
	}
	quote_answers(ctx, list, n);
	for (size_t i = 0; i < n; i++)
		sum += list[i].times;
	store(db, ctx, s, list, n);
	audit_program(db, ctx, AUDIT_IMPORT, "survey", slug,
		audit_fact(NULL, "responses", text_format(ctx, "%lld", (long long)sum)));
	if (!db_commit(db))
		return 1;
	printf("%s: %lld responses\n", slug, (long long)sum);
	return 0;
}
