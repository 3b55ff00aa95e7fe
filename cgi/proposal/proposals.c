/* proposals.c: proposals, for staff: their list, the same as a file, a new one. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "csv_file.h"
#include "incident_work.h"
#include "list.h"
#include "pages.h"
#include "proposal_author.h"
#include "seal.h"

static const struct field filters[] = {
	{ .type = FIELD_SELECT,
		.name = "stand",
		.label = "State",
		.choices = proposal_stands,
		.n_choices = PROPOSAL_STANDS },
};

static const struct list_column columns[] = {
	{ .label = "Proposal", .sort = "title" },
	{ .label = "State" },
	{ .label = "Opens" },
	{ .label = "Last day", .sort = "closes" },
	{ .label = "Decided by" },
	{ .label = "Begun", .sort = "made" },
};

static const struct list_def def = { .one = "proposal",
	.many = "proposals",
	.search = "Words of a proposal",
	.filters = filters,
	.n_filters = COUNT(filters),
	.columns = columns,
	.n_columns = COUNT(columns),
	.csv = "/proposals.csv" };

static struct q_proposals_list_in chosen(struct req *r, const struct list *list)
{
	const char *stand = list_filter(list, "stand"), *day;
	struct q_proposals_list_in in = { 0 };
	char today[11];

	if (!stand)
		return in;
	check_today(r->now, today);
	day = text_copy(r->ctx, today);
	if (proposal_is(stand, "open"))
		in.open_on = day;
	else if (proposal_is(stand, "coming"))
		in.coming_on = day;
	else if (proposal_is(stand, "closed"))
		in.closed_on = day;
	else
		in.state = stand;
	return in;
}

static const char *day_or(TALLOC_CTX *ctx, const char *iso)
{
	return iso ? date_text(ctx, iso) : "";
}

/* GET /proposals */
int proposals_list(struct req *r)
{
	struct list *list = LIST_OPEN(r, proposals_list, &def);
	struct q_proposals_list_in in = chosen(r, list);
	struct q_proposals_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, proposals_list, &row)) {
		struct tpl *line = list_line(list, M_PROPOSAL_ROW);

		tpl_set(line, M_REF, row.ref);
		tpl_set(line, M_TITLE, row.title);
		proposal_stand_show(
			line, proposal_stand(row.state, row.opens_on, row.closes_on, r->now));
		tpl_set(line, M_OPENS, day_or(r->ctx, row.opens_on));
		tpl_set(line, M_CLOSES, day_or(r->ctx, row.closes_on));
		tpl_set(line, M_DECIDES, row.decides);
		tpl_set(line, M_MADE, day_text(r->ctx, row.made_at));
	}
	list_show(list);
	tpl_show_if(r->page, M_MAY_CHANGE, access_allows(r->person, MAKES_PROPOSALS));
	return page_show(r, 200, T_proposals_list, "Proposals");
}

static bool write_csv(struct req *r, struct sink *sink)
{
	static const char *const heads[] = { "Reference", "Proposal", "State", "Opens", "Last day",
		"Decided by", "Decided on", "Who is asked", "Public address" };
	struct csv_file *file = csv_file_begin(r, sink, heads, COUNT(heads));
	struct list *list = LIST_OPEN(r, proposals_list, &def);
	struct q_proposals_list_in in = chosen(r, list);
	struct db_rows *rows = list_stream(list, &in);
	struct q_proposals_list row;

	while (CSV_NEXT(file, rows, proposals_list, &row)) {
		const char *stand = proposal_stand(row.state, row.opens_on, row.closes_on, r->now);

		csv_words(&file->csv, row.ref);
		csv_words(&file->csv, row.title);
		csv_words(&file->csv, choice_label(proposal_stands, PROPOSAL_STANDS, stand));
		csv_words(&file->csv, row.opens_on);
		csv_words(&file->csv, row.closes_on);
		csv_words(&file->csv, row.decides);
		csv_words(&file->csv, row.decides_on);
		csv_words(&file->csv,
			choice_label(proposal_audiences, PROPOSAL_AUDIENCES, row.audience));
		csv_words(&file->csv, strcmp(row.state, "draft") == 0
					      ? ""
					      : text_format(file->row, "/p/%s", row.slug));
	}
	return csv_file_end(file);
}

/* GET /proposals.csv */
int proposals_csv(struct req *r)
{
	audit(r, AUDIT_EXPORT, "proposal", "", audit_fact(NULL, "file", "proposals.csv"));
	return respond_stream(r, CSV_TYPE, "proposals.csv", write_csv, NULL);
}

/* ---- New ------------------------------------------------------------------------------------- */

static const struct field fields[] = {
	{ .type = FIELD_SHORT,
		.name = "title",
		.label = "Title",
		.hint = "What is proposed, in a few words. Its public address is made of them",
		.required = true,
		.max_length = 200,
		.autocomplete = "off",
		.missing = "Give the proposal a title" },
	{ .type = FIELD_LONG,
		.name = "summary",
		.label = "Summary",
		.hint = "In plain English: what would change, for whom, and why. It can be written "
			"later",
		.max_length = 2000 },
};

static int show_new(struct req *r, const struct form *f, int status)
{
	return author_show(r, NULL, f,
		&(struct author_page){
			.heading = "New proposal", .button = "Save and go on writing" },
		status);
}

/* GET /proposals/new */
int proposal_new(struct req *r)
{
	return show_new(r, form_new(r->ctx, fields, COUNT(fields)), 200);
}

/* The words of its title, and its reference, which makes it one. */
static const char *slug_of(TALLOC_CTX *ctx, const char *title, const char *ref)
{
	char end[REF_LENGTH + 1];
	size_t n = 0;

	for (; *ref; ref++)
		if (*ref != '-')
			end[n++] = (char)(*ref >= 'A' && *ref <= 'Z' ? *ref - 'A' + 'a' : *ref);
	end[n] = '\0';
	return text_slug(ctx, title, "proposal", end);
}

/* POST /proposals/new: the reference stands in the form already, so that a double tap makes one. */
int proposal_new_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	const char *ref = work_token(r), *title;
	uint8_t submission[HASH_BYTES];

	if (!form_fill(f, &r->body, NULL) || f->restored)
		return show_new(r, f, 422);
	title = proposal_typed_or(f, "title");
	hash_bytes(submission, ref, strlen(ref));
	if (Q_RUN(r->db, proposal_add, .ref = ref, .slug = slug_of(r->ctx, title, ref),
		    .submission = { submission, 16 }, .title = title,
		    .summary = proposal_typed_or(f, "summary"), .now = r->now,
		    .made_by = r->person->person_id) == DB_DONE) {
		proposal_store_words(r, ref);
		audit(r, AUDIT_ADD, "proposal", ref, audit_fact(NULL, "title", title));
		flash(r, "The proposal is there, as a draft. Nobody outside sees it yet.");
	}
	return redirect(r, "/proposals/%s", ref);
}
