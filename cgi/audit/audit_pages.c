/* audit_pages.c: the trail for administrators and auditors: its list, the same as a file, its
 * anchors. Looking at it is a row of it. */
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "access.h"
#include "audit_chain.h"
#include "audit_words.h"
#include "csv_file.h"
#include "list.h"
#include "pages.h"

/* SLACK: requests that meet may be numbered in another order than their clocks say. */
enum { PEOPLE_MOST = 10, SLACK = 5000, NOBODY = -1, ANCHORS_SHOWN = 60 };

enum { FILTER_FROM, FILTER_UNTIL, FILTER_WHO, FILTER_ACTION, FILTER_SUBJECT, FILTER_REF, FILTERS };

static const struct list_column columns[] = { { "When", NULL, false }, { "Who", NULL, false },
	{ "What", NULL, false }, { "Record", NULL, false }, { "From and to", NULL, false } };

/* The list, and what its filters mean. */
struct trail {
	struct list_def def;
	struct list *list;
	const char *who; /* an e-mail address, or "soundings" */
	int64_t person_id;
	int64_t from_at, from_id, until_at, until_id;
	int64_t found; /* people of the name that was typed */
	struct q_audit_people people[PEOPLE_MOST];
	int64_t conflicted; /* themselves, when they have a conflict of interest in a review */
};

static struct choice *action_choices(TALLOC_CTX *ctx)
{
	struct choice *list = NEW_ARRAY(ctx, struct choice, AUDIT_ACTIONS);

	for (size_t i = 0; i < AUDIT_ACTIONS; i++)
		list[i] = (struct choice){ .code = audit_action_code((enum audit_action)i),
			.label = audit_action_label((enum audit_action)i) };
	return list;
}

static const struct field *filters(TALLOC_CTX *ctx)
{
	struct field *list = NEW_ARRAY(ctx, struct field, FILTERS);

	list[FILTER_FROM] = (struct field){ .type = FIELD_DATE, .name = "from", .label = "From" };
	list[FILTER_UNTIL] =
		(struct field){ .type = FIELD_DATE, .name = "until", .label = "Until" };
	list[FILTER_WHO] = (struct field){
		.type = FIELD_SHORT, .name = "who", .label = "Who (name or email)"
	};
	list[FILTER_ACTION] = (struct field){ .type = FIELD_SELECT,
		.name = "action",
		.label = "What they did",
		.choices = action_choices(ctx),
		.n_choices = AUDIT_ACTIONS };
	list[FILTER_SUBJECT] = (struct field){
		.type = FIELD_SELECT, .name = "subject", .label = "Kind of record"
	};
	list[FILTER_SUBJECT].choices = audit_subjects(&list[FILTER_SUBJECT].n_choices);
	list[FILTER_REF] =
		(struct field){ .type = FIELD_SHORT, .name = "ref", .label = "Code of the record" };
	return list;
}

/* The first second of a day of London, `later` days on. */
static int64_t day_begins(const char *iso, int later)
{
	struct tm tm = { .tm_isdst = -1 };

	if (sscanf(iso, "%4d-%2d-%2d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday) != 3)
		return 0;
	tm.tm_year -= 1900;
	tm.tm_mon -= 1;
	tm.tm_mday += later;
	return mktime(&tm);
}

static void read_days(struct req *r, struct trail *t)
{
	const char *from = list_filter(t->list, "from"), *until = list_filter(t->list, "until");
	struct q_audit_first_since first;
	struct q_audit_last_before last;

	t->from_at = from ? day_begins(from, 0) : 0;
	t->until_at = until ? day_begins(until, 1) : 0;
	if (t->from_at)
		t->from_id = Q_ONE(r->db, audit_first_since, &first, .at = t->from_at)
				     ? first.audit_id - SLACK
				     : INT64_MAX;
	if (t->until_at)
		t->until_id = Q_ONE(r->db, audit_last_before, &last, .at = t->until_at)
				      ? last.audit_id + SLACK
				      : NOBODY;
}

/* The text as the beginning of a pattern of LIKE. */
static const char *pattern(TALLOC_CTX *ctx, const char *text)
{
	struct buf out = { .ctx = ctx };

	for (; *text; text++) {
		if (strchr("%_\\", *text))
			buf_addc(&out, '\\');
		buf_addc(&out, *text);
	}
	buf_addc(&out, '%');
	return buf_text(&out);
}

/* An address is that of then. A name is somebody's of now; of several, they are shown to be chosen
 * from, and no rows. */
static void read_who(struct req *r, struct trail *t)
{
	const char *typed = list_filter(t->list, "who");
	struct q_audit_people row;
	struct db_rows *rows;

	if (!typed)
		return;
	if (strchr(typed, '@') || strcmp(typed, "soundings") == 0 || strcmp(typed, "nobody") == 0) {
		t->who = typed;
		return;
	}
	rows = Q_ROWS(
		r->db, audit_people, .pattern = pattern(r->ctx, typed), .most = PEOPLE_MOST + 1);
	for (; Q_NEXT(rows, audit_people, &row); t->found++)
		if (t->found < PEOPLE_MOST)
			t->people[t->found] = (struct q_audit_people){ row.person_id,
				text_copy(r->ctx, row.name), text_copy(r->ctx, row.email) };
	t->person_id = t->found == 1 ? t->people[0].person_id : NOBODY;
}

/* Who has a conflict of interest in a review finds nothing of it here either. */
static void read_conflicts(struct req *r, struct trail *t)
{
	struct q_audit_conflicts row;

	if (Q_ONE(r->db, audit_conflicts, &row, .person_id = r->person->person_id) && row.n > 0)
		t->conflicted = r->person->person_id;
}

static struct trail *trail_open(struct req *r)
{
	struct trail *t = NEW(r->ctx, struct trail);

	t->def = (struct list_def){ .one = "row",
		.many = "rows",
		.filters = filters(r->ctx),
		.n_filters = FILTERS,
		.columns = columns,
		.n_columns = COUNT(columns),
		.csv = "/audit.csv" };
	t->list = LIST_OPEN(r, audit_list, &t->def);
	read_days(r, t);
	read_who(r, t);
	read_conflicts(r, t);
	return t;
}

#define TRAIL_ARGUMENTS(t)                                                                         \
	.conflicted = (t)->conflicted, .who = (t)->who, .person_id = (t)->person_id,               \
	.action = list_filter((t)->list, "action"), .subject = list_filter((t)->list, "subject"),  \
	.ref = list_filter((t)->list, "ref"), .from_at = (t)->from_at, .from_id = (t)->from_id,    \
	.until_at = (t)->until_at, .until_id = (t)->until_id

/* What was looked for is in the row of the look. */
static json_t *looked_for(const struct trail *t)
{
	json_t *detail = NULL;

	for (size_t i = 0; i < FILTERS; i++) {
		const char *value = list_filter(t->list, t->def.filters[i].name);

		if (value)
			detail = audit_fact(detail, t->def.filters[i].name, value);
	}
	return detail;
}

/* As addresses name records; anything else is no link. */
static bool is_code(const char *ref)
{
	return *ref && strspn(ref, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				   "0123456789-_") == strlen(ref);
}

/* A record's page, where it has one that this person may open: another link would only be refused,
 * and that be a row. */
static void show_record(struct req *r, const struct q_audit_list *row, struct tpl *line)
{
	static const struct {
		const char *subject;
		enum tpl_marker section;
		unsigned who;
	} places[] = {
		{ "person", M_OF_PERSON, WHO_SIGNED_IN },
		{ "organisation", M_OF_ORGANISATION, WHO_SIGNED_IN },
		{ "survey", M_OF_SURVEY, ROLE_AUTHOR | ROLE_AUDITOR },
	};
	enum tpl_marker section = M_NAMED;
	struct tpl *place;

	tpl_set(line, M_SUBJECT, audit_subject_label(row->subject));
	if (!*row->ref)
		return;
	for (size_t i = 0; i < COUNT(places) && is_code(row->ref); i++)
		if (strcmp(places[i].subject, row->subject) == 0 &&
			access_allows(r->person, places[i].who))
			section = places[i].section;
	place = tpl_add(line, section);
	tpl_set(place, M_REF, row->ref);
	tpl_set(place, M_NAME, row->record ? row->record : row->ref);
}

static void show_row(struct req *r, const struct q_audit_list *row, struct tpl *line)
{
	struct audit_parts facts = audit_parts(r->ctx, row->detail, false);

	tpl_set(line, M_AT, time_text(r->ctx, row->at));
	tpl_set(line, M_PERSON, row->name ? row->name : row->who);
	tpl_optional(line, M_HAS_EMAIL, M_EMAIL, row->name ? row->who : NULL);
	tpl_optional(line, M_FOR, M_ORGANISATION, row->organisation);
	tpl_set(line, M_ACTION, audit_action_words(row->action));
	show_record(r, row, line);
	for (size_t i = 0; i < facts.n; i++) {
		struct tpl *t = tpl_add(line, M_FACT);

		tpl_set(t, M_FIELD, facts.list[i].field);
		tpl_optional(t, M_HAS_FROM, M_FROM, facts.list[i].from);
		tpl_set(t, M_TO, facts.list[i].to);
	}
}

static void show_people(struct req *r, const struct trail *t)
{
	struct tpl *several;

	if (t->found < 2)
		return;
	several = tpl_add(r->page, M_SEVERAL);
	tpl_show_if(several, M_MORE, t->found > PEOPLE_MOST);
	for (int64_t i = 0; i < t->found && i < PEOPLE_MOST; i++) {
		struct tpl *one = tpl_add(several, M_ONE);

		tpl_set(one, M_NAME, t->people[i].name);
		tpl_set(one, M_EMAIL, t->people[i].email);
	}
}

/* GET /audit */
int audit_view(struct req *r)
{
	struct trail *t = trail_open(r);
	struct q_audit_list row;

	LIST_READ(t->list, audit_list, TRAIL_ARGUMENTS(t));
	while (LIST_NEXT(t->list, audit_list, &row))
		show_row(r, &row, list_line(t->list, M_ROW));
	list_show(t->list);
	show_people(r, t);
	audit(r, AUDIT_LOOK, "audit", "", looked_for(t));
	return page_show(r, 200, T_audit_list, "Audit trail");
}

static void utc_text(char out[20], int64_t when)
{
	time_t seconds = (time_t)when;
	struct tm tm;

	gmtime_r(&seconds, &tm);
	strftime(out, 20, "%Y-%m-%d %H:%M:%S", &tm);
}

static void write_cells(struct csv_file *file, const struct q_audit_list *row)
{
	struct csv *csv = &file->csv;
	char at[20];

	utc_text(at, row->at);
	csv_number(csv, row->audit_id);
	if (row->seq)
		csv_number(csv, row->seq);
	else
		csv_empty(csv);
	csv_words(csv, at);
	csv_words(csv, row->who);
	csv_words(csv, row->name);
	csv_words(csv, row->organisation);
	csv_words(csv, audit_action_words(row->action));
	csv_words(csv, audit_subject_label(row->subject));
	csv_words(csv, row->ref);
	csv_words(csv, row->record);
	csv_words(csv, audit_detail_text(file->row, row->detail));
}

static bool write_rows(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Row", "Link of the chain", "Time (UTC)",
		"Email address then", "Name now", "Acting for", "What", "Kind of record", "Record",
		"Its name now", "From and to" };
	const struct trail *t = r->stream_data;
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct db_rows *rows = LIST_STREAM(t->list, audit_list, TRAIL_ARGUMENTS(t));
	struct q_audit_list row;

	while (CSV_NEXT(file, rows, audit_list, &row))
		write_cells(file, &row);
	return csv_file_end(file);
}

/* GET /audit.csv */
int audit_csv(struct req *r)
{
	struct trail *t = trail_open(r);

	audit(r, AUDIT_EXPORT, "audit", "", audit_fact(looked_for(t), "file", "audit.csv"));
	return respond_stream(r, CSV_TYPE, "audit.csv", write_rows, t);
}

static const char *anchor_text(TALLOC_CTX *ctx, int64_t seq, const uint8_t hash[HASH_BYTES])
{
	char hex[2 * HASH_BYTES + 1];

	sodium_bin2hex(hex, sizeof hex, hash, HASH_BYTES);
	return text_format(ctx, "%" PRId64 ":%s", seq, hex);
}

static const char *anchor_of(TALLOC_CTX *ctx, const struct q_audit_anchor_list *row)
{
	ASSERT(row->hash.len == HASH_BYTES);
	return anchor_text(ctx, row->seq, row->hash.data);
}

static void show_verified(struct req *r)
{
	struct q_audit_verified row;
	struct tpl *t;

	if (!Q_ONE(r->db, audit_verified, &row)) {
		tpl_show(r->page, M_NEVER);
		return;
	}
	t = tpl_add(r->page, M_VERIFIED);
	tpl_set(t, M_AT, time_text(r->ctx, row.at));
	tpl_set(t, M_DETAIL, audit_detail_text(r->ctx, row.detail));
}

static void show_auditors(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, audit_auditors);
	struct q_audit_auditors row;
	bool any = false;

	for (; Q_NEXT(rows, audit_auditors, &row); any = true)
		tpl_set(tpl_add(r->page, M_AUDITOR), M_NAME, text_copy(r->ctx, row.name));
	tpl_show(r->page, any ? M_MAILED : M_NO_AUDITOR);
}

/* GET /audit/anchors */
int audit_anchors_view(struct req *r)
{
	struct audit_end end = audit_chain_end(r->db);
	struct db_rows *rows = Q_ROWS(r->db, audit_anchor_list, .most = ANCHORS_SHOWN);
	struct q_audit_anchor_list row;
	struct tpl *list = NULL, *line;

	while (Q_NEXT(rows, audit_anchor_list, &row)) {
		list = list ? list : tpl_add(r->page, M_LIST);
		line = tpl_add(list, M_ROW);
		tpl_set(line, M_DAY, date_text(r->ctx, row.anchor_on));
		tpl_count(line, M_N, row.seq);
		tpl_set(line, M_ANCHOR, anchor_of(r->ctx, &row));
		tpl_show(line, row.fits ? M_FITS : M_BROKEN);
	}
	tpl_show_if(r->page, M_NONE, !list);
	show_verified(r);
	show_auditors(r);
	tpl_count(r->page, M_ROWS, end.seq);
	tpl_optional(
		r->page, M_HAS_END, M_END, end.seq ? anchor_text(r->ctx, end.seq, end.hash) : NULL);
	return page_show(r, 200, T_audit_anchors, "Anchors of the audit trail");
}

/* GET /audit/anchors.csv */
int audit_anchors_csv(struct req *r)
{
	static const char *const heads[] = { "Day", "Rows", "Anchor", "In the chain" };
	struct db_rows *rows = Q_ROWS(r->db, audit_anchor_list, .most = INT32_MAX);
	struct csv csv = { .out = &r->content };
	struct q_audit_anchor_list row;

	r->type = CSV_TYPE;
	header_add(r, "Content-Disposition", "attachment; filename=\"anchors.csv\"");
	buf_adds(&r->content, CSV_BOM);
	for (size_t i = 0; i < COUNT(heads); i++)
		csv_words(&csv, heads[i]);
	csv_end(&csv);
	while (Q_NEXT(rows, audit_anchor_list, &row)) {
		csv_words(&csv, row.anchor_on);
		csv_number(&csv, row.seq);
		csv_words(&csv, anchor_of(r->ctx, &row));
		csv_words(&csv, row.fits ? "yes" : "no");
		csv_end(&csv);
	}
	audit(r, AUDIT_EXPORT, "audit", "", audit_fact(NULL, "file", "anchors.csv"));
	return 200;
}
