/* learning.c: what everybody may read of what was learned: the public pool's list, and one
 * bulletin. Its database user sees a view of what is published and public, and nothing else. */
#include "bulletin.h"
#include "list.h"
#include "pages.h"

enum { PAGE = 20, PAGES = 500 };

/* Nothing in it is about who reads it; what is withdrawn is gone after these five minutes. */
static const char learning_cache[] = "public, max-age=300";

/* GET /learning */
int learning_list(struct req *r)
{
	int64_t page = query_int(r, "page", 1, PAGES, 1);
	struct db_rows *rows =
		Q_ROWS(r->db, learning_list, .most = PAGE + 1, .skip = (page - 1) * PAGE);
	struct q_learning_list row;
	struct tpl *list = NULL, *item;
	size_t n = 0;

	while (n < PAGE && Q_NEXT(rows, learning_list, &row)) {
		if (n++ == 0)
			list = tpl_add(r->page, M_LIST);
		item = tpl_add(list, M_BULLETIN_ROW);
		tpl_set(item, M_SLUG, text_copy(r->ctx, row.slug));
		tpl_set(item, M_BULLETIN_TITLE, text_copy(r->ctx, row.title));
		tpl_set(item, M_BULLETIN_SUMMARY, text_copy(r->ctx, row.summary));
		tpl_set(item, M_PUBLISHED, day_text(r->ctx, row.published_at));
	}
	tpl_show_if(r->page, M_EMPTY, n == 0);
	pager_show(r->page,
		page > 1 ? text_format(r->ctx, "?page=%lld", (long long)page - 1) : NULL,
		db_rows_count(rows) > PAGE && page < PAGES
			? text_format(r->ctx, "?page=%lld", (long long)page + 1)
			: NULL);
	r->cache = learning_cache;
	return page_show(r, 200, T_learning_list, "What we have learned");
}

/* GET /learning/:slug */
int learning_view(struct req *r)
{
	struct q_learning_by_slug row;
	struct q_learning_themes theme;
	struct db_rows *rows;
	const char **themes;

	if (!Q_ONE(r->db, learning_by_slug, &row, .slug = r->args[0]))
		return not_found(r);
	rows = Q_ROWS(r->db, learning_themes, .slug = row.slug);
	themes = NEW_ARRAY(r->ctx, const char *, db_rows_count(rows) + 1);
	for (size_t n = 0; Q_NEXT(rows, learning_themes, &theme); n++)
		themes[n] = text_copy(r->ctx, theme.name);
	bulletin_show(r,
		&(struct bulletin_text){ .title = row.title,
			.summary = row.summary,
			.body = row.body,
			.published_at = row.published_at,
			.themes = themes },
		r->page);
	r->cache = learning_cache;
	return page_show(r, 200, T_learning_view, row.title);
}
