/* bulletin_readers.c: which practices have read a bulletin and which have not; reminding those. */
#include "audit.h"
#include "bulletin.h"
#include "csv_file.h"
#include "organisation.h"
#include "pages.h"

static int64_t reminded_before(const struct req *r)
{
	return r->now - (int64_t)BULLETIN_REMIND_DAYS * 24 * 60 * 60;
}

/* One that was published; 0, or what the page returns. */
static int published(struct req *r, struct q_bulletin_by_ref *b, enum bulletin_access least)
{
	int refused = bulletin_found(r, b, least);

	if (refused)
		return refused;
	return b->published_at ? 0 : not_found(r);
}

static void show_rows(struct req *r, const struct q_bulletin_by_ref *b)
{
	struct db_rows *rows = Q_ROWS(r->db, bulletin_readers, .bulletin_id = b->bulletin_id);
	struct q_bulletin_readers row;
	struct tpl *list = NULL, *line;

	while (Q_NEXT(rows, bulletin_readers, &row)) {
		if (!list)
			list = tpl_add(r->page, M_LIST);
		line = tpl_add(list, M_READER_ROW);
		tpl_set(line, M_CODE, text_copy(r->ctx, row.code));
		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_set(line, M_KIND, organisation_kind_label(text_copy(r->ctx, row.kind)));
		tpl_show(line, row.at ? M_READ : M_NOT_READ);
		tpl_set(line, M_READ_ON, row.at ? day_text(r->ctx, row.at) : "");
		tpl_set(line, M_PERSON_NAME, row.person ? text_copy(r->ctx, row.person) : "");
	}
}

static void show_remind(struct req *r, const struct q_bulletin_by_ref *b, bool some_left)
{
	bool due = b->published_at < reminded_before(r) && b->reminded_at < reminded_before(r);

	if (!bulletin_is(b, "published") || !some_left)
		return;
	if (due && access_bulletin(r->person, true) & BULLETIN_MANAGES)
		tpl_set(tpl_add(r->page, M_MAY_REMIND), M_CSRF, r->csrf);
	tpl_optional(r->page, M_REMINDED, M_REMINDED_ON,
		b->reminded_at ? day_text(r->ctx, b->reminded_at) : NULL);
	if (!due)
		tpl_set(tpl_add(r->page, M_REMIND_LATER), M_REMIND_ON,
			day_text(r->ctx,
				(b->reminded_at > b->published_at ? b->reminded_at
								  : b->published_at) +
					(int64_t)(BULLETIN_REMIND_DAYS + 1) * 24 * 60 * 60));
}

/* GET /bulletins/:slug/readers */
int bulletin_readers(struct req *r)
{
	struct q_bulletin_readers_count count = { 0 };
	struct q_bulletin_by_ref b;
	int refused = published(r, &b, BULLETIN_SEES);

	if (refused)
		return refused;
	Q_ONE(r->db, bulletin_readers_count, &count, .bulletin_id = b.bulletin_id);
	tpl_set(r->page, M_SLUG, b.slug);
	tpl_set(r->page, M_BULLETIN_NAME, b.title);
	tpl_count(r->page, M_HAVE_READ, count.have_read);
	tpl_count(r->page, M_PRACTICES, count.practices);
	show_rows(r, &b);
	show_remind(r, &b, count.have_read < count.practices);
	return page_show(r, 200, T_bulletin_readers, "Who has read it");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Code", "Name", "Kind", "Read", "Read on", "By" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	const struct q_bulletin_by_ref *b = r->stream_data;
	struct db_rows *rows = Q_STREAM(r->db, bulletin_readers, .bulletin_id = b->bulletin_id);
	struct q_bulletin_readers row;

	while (CSV_NEXT(file, rows, bulletin_readers, &row)) {
		csv_words(&file->csv, row.code);
		csv_words(&file->csv, row.name);
		csv_words(&file->csv, organisation_kind_label(row.kind));
		csv_words(&file->csv, row.at ? "Yes" : "No");
		csv_words(&file->csv, row.at ? day_text(file->row, row.at) : NULL);
		csv_words(&file->csv, row.person);
	}
	return csv_file_end(file);
}

/* GET /bulletins/:slug/readers.csv */
int bulletin_readers_csv(struct req *r)
{
	struct q_bulletin_by_ref *b = NEW(r->ctx, struct q_bulletin_by_ref);
	int refused = published(r, b, BULLETIN_SEES);

	if (refused)
		return refused;
	audit(r, AUDIT_EXPORT, "bulletin", b->slug, audit_fact(NULL, "file", "readers.csv"));
	return respond_stream(r, CSV_TYPE, "readers.csv", write_csv, b);
}

/* POST /bulletins/:slug/remind: once a week at most, however many press the button. */
int bulletin_remind(struct req *r)
{
	struct q_bulletin_by_ref b;
	int refused = published(r, &b, BULLETIN_MANAGES);
	int64_t changed = 0;

	if (refused)
		return refused;
	Q_RUN_COUNT(r->db, bulletin_remind, &changed, .bulletin_id = b.bulletin_id, .now = r->now,
		.before = reminded_before(r));
	if (changed == 0) {
		flash_notice(r, "Practices are reminded once a week at most, and not in the first "
				"week.");
		return redirect(r, "/bulletins/%s/readers", b.slug);
	}
	Q_RUN(r->db, bulletin_mail_add, .bulletin_id = b.bulletin_id, .kind = "reminder",
		.now = r->now);
	bulletin_event(r, b.bulletin_id, BULLETIN_REMINDED, NULL);
	audit(r, AUDIT_CHANGE, "bulletin", b.slug, audit_fact(NULL, "reminded", "practices"));
	flash(r, "Practices that have not read it are reminded by mail.");
	return redirect(r, "/bulletins/%s/readers", b.slug);
}
