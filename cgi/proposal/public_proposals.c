/* public_proposals.c: proposals for everybody: open, coming and closed; searched by words; a feed;
 * and those on the first page. */
#include <string.h>
#include "atom.h"
#include "list.h"
#include "pages.h"
#include "proposals_open.h"
#include "public_proposal.h"

enum { PAGE = 20, PAGES = 500, ENTRIES = 30, WORDS = 3, WORD_BYTES = 60, FIRST_PAGE = 10 };

const char proposal_cache[] = "public, max-age=60";

/* The query's words as patterns; what is beyond the third is left out. */
static void patterns(struct req *r, const char *typed, const char *out[WORDS])
{
	size_t n = 0, len;

	for (const char *at = typed; n < WORDS && *(at += strspn(at, " \t\n")); at += len) {
		struct buf pattern = { .ctx = r->ctx };

		len = strcspn(at, " \t\n");
		buf_adds(&pattern, "%");
		for (size_t i = 0; i < len && i < WORD_BYTES; i++) {
			if (strchr("!%_", at[i]))
				buf_adds(&pattern, "!");
			buf_add(&pattern, at + i, 1);
		}
		buf_adds(&pattern, "%");
		out[n++] = buf_text(&pattern);
	}
}

static void show_row(struct req *r, struct tpl *item, const struct q_proposal_public_list *row)
{
	tpl_set(item, M_SLUG, text_copy(r->ctx, row->slug));
	tpl_set(item, M_PROPOSAL, text_copy(r->ctx, row->title));
	tpl_set(item, M_SUMMARY_TEXT, text_opening(r->ctx, text_copy(r->ctx, row->summary), 300));
	if (strcmp(row->state, "withdrawn") == 0)
		tpl_show(item, M_IS_WITHDRAWN);
	else if (row->place == 1)
		tpl_set(tpl_add(item, M_IS_OPEN), M_CLOSES, date_text(r->ctx, row->closes_on));
	else if (row->place == 2)
		tpl_set(tpl_add(item, M_IS_COMING), M_OPENS, date_text(r->ctx, row->opens_on));
	else
		tpl_set(tpl_add(item, M_IS_CLOSED), M_CLOSES, date_text(r->ctx, row->closes_on));
	if (row->told)
		tpl_show(item, M_TOLD);
}

static const char *page_link(struct req *r, const char *q, int64_t page)
{
	struct buf out = { .ctx = r->ctx };

	if (*q)
		list_param(&out, "q", q);
	list_param(&out, "page", text_format(r->ctx, "%lld", (long long)page));
	return buf_text(&out);
}

/* GET /p */
int public_proposals_list(struct req *r)
{
	static const char *const headings[] = { "Open now", "Opening soon", "Closed" };
	int64_t page = query_int(r, "page", 1, PAGES, 1), place = 0;
	const char *typed = params_get(&r->query, "q"), *words[WORDS] = { 0 };
	const char *q = typed ? typed : "";
	struct q_proposal_public_list row;
	struct tpl *standing = NULL;
	struct db_rows *rows;
	char today[11];
	size_t n = 0;

	patterns(r, q, words);
	check_today(r->now, today);
	rows = Q_ROWS(r->db, proposal_public_list, .today = today, .word_1 = words[0],
		.word_2 = words[1], .word_3 = words[2], .most = PAGE + 1,
		.skip = (page - 1) * PAGE);
	for (; n < PAGE && Q_NEXT(rows, proposal_public_list, &row); n++) {
		if (row.place != place) {
			place = row.place;
			standing = tpl_add(r->page, M_STANDING);
			tpl_set(standing, M_HEADING, headings[(place - 1) % 3]);
		}
		show_row(r, tpl_add(standing, M_PROPOSAL_ROW), &row);
	}
	tpl_set(r->page, M_QUERY, q);
	tpl_show_if(r->page, M_EMPTY, n == 0 && !words[0]);
	tpl_show_if(r->page, M_NOTHING_FOUND, n == 0 && words[0]);
	pager_show(r->page, page > 1 ? page_link(r, q, page - 1) : NULL,
		db_rows_count(rows) > PAGE && page < PAGES ? page_link(r, q, page + 1) : NULL);
	r->cache = proposal_cache;
	return page_show(r, 200, T_public_proposals, "Proposals");
}

void public_proposals_show(struct req *r, struct tpl *page)
{
	struct q_proposal_public_open row;
	struct q_proposal_public_some some;
	struct tpl *list;
	struct db_rows *rows;
	char today[11];

	if (!Q_ONE(r->db, proposal_public_some, &some))
		return;
	list = tpl_add(page, M_PROPOSALS);
	check_today(r->now, today);
	rows = Q_ROWS(r->db, proposal_public_open, .today = today, .most = FIRST_PAGE);
	while (Q_NEXT(rows, proposal_public_open, &row)) {
		struct tpl *item = tpl_add(list, M_PROPOSAL_ROW);

		tpl_set(item, M_SLUG, text_copy(r->ctx, row.slug));
		tpl_set(item, M_PROPOSAL, text_copy(r->ctx, row.title));
		tpl_set(item, M_CLOSES, date_text(r->ctx, row.closes_on));
	}
}

/* What is new stands before what it is about. */
static const char *news(TALLOC_CTX *ctx, const struct q_proposal_public_newest *row)
{
	const char *what = row->updated_at == row->published_at ? ""
			   : row->updated_at == row->decided_at
				   ? "What came of it is published. "
				   : "What people told us is published. ";

	return text_format(ctx, "%s%s", what, row->summary);
}

/* GET /p.atom */
int public_proposals_feed(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_public_newest, .most = ENTRIES);
	struct q_proposal_public_newest row;
	bool any = Q_NEXT(rows, proposal_public_newest, &row);

	atom_begin(r, "/p", "Proposals", any ? row.updated_at : 0);
	for (; any; any = Q_NEXT(rows, proposal_public_newest, &row))
		atom_entry(
			r, &(struct atom_entry){ text_format(r->ctx, "/p/%s", row.slug), row.title,
				   news(r->ctx, &row), row.published_at, row.updated_at });
	return atom_end(r);
}
