/* db_variant.c: puts the statement of a query with fragments together. A filter that nobody uses is
 * not in the statement at all, so that MariaDB takes the index of the one that is used. */
#include "db_variant.h"

#include <string.h>

/* A key is the conditions' bits, and above them what the page wants. */
enum { PAGE_SHIFT = 24, SORT_SHIFT = 8 };
enum page_bit {
	DOWN = 1,   /* the rows are read from the larger to the smaller */
	AFTER = 2,  /* behind `after` */
	BEFORE = 4, /* behind `before`, the other way */
	MOST = 8,
	FEW = 16,
	WORD_SHIFT = 5, /* two bits: how many words */
	WORD_MASK = 3
};

static bool is_given(const struct db_column *column, const void *in)
{
	const char *at = (const char *)in + column->offset;

	switch (column->type) {
	case DB_TEXT:
		return *(const char *const *)(const void *)at != NULL;
	case DB_BYTES:
		return ((const struct bytes *)(const void *)at)->data != NULL;
	default:
		return *(const int64_t *)(const void *)at != 0;
	}
}

static const struct db_page *page_of(const struct db_query *query, const void *in)
{
	return (const void *)((const char *)in + query->paging->page);
}

/* A count has neither order nor place. */
static bool is_count(const struct db_query *query)
{
	return query->paging && query->paging->count == query;
}

static uint64_t page_key(const struct db_query *query, const struct db_page *page)
{
	bool back = page->before && !page->after;
	uint64_t key = page->most ? MOST : 0, words = 0;

	while (words < DB_WORDS && page->words[words])
		words++;
	key |= words << WORD_SHIFT | (page->few && words ? FEW : 0);
	if (is_count(query))
		return key;
	ASSERT(page->sort < query->paging->n_sorts);
	key |= query->paging->sorts[page->sort].down ^ page->reverse ^ back ? DOWN : 0;
	key |= page->after ? AFTER : back ? BEFORE : 0;
	return key | page->sort << SORT_SHIFT;
}

bool variant_is_backwards(const struct db_query *query, const void *in)
{
	return query->paging && !is_count(query) && page_of(query, in)->before &&
	       !page_of(query, in)->after;
}

uint64_t variant_key(const struct db_query *query, const void *in)
{
	uint64_t key = 0;

	if (!query->parts)
		return 0;
	for (size_t i = 0; i < query->n_conditions; i++)
		if (is_given(&query->conditions[i], in))
			key |= (uint64_t)1 << i;
	if (query->paging)
		key |= page_key(query, page_of(query, in)) << PAGE_SHIFT;
	return key;
}

struct making {
	const struct db_query *query;
	uint64_t page; /* enum page_bit */
	struct buf sql;
	struct db_column *in;
	size_t n;
};

static void add_mark(struct making *m, struct db_column column)
{
	m->in = must(talloc_realloc(m->sql.ctx, m->in, struct db_column, (unsigned)(m->n + 1)));
	m->in[m->n++] = column;
}

static void add_marks(
	struct making *m, enum db_type type, const char *name, size_t member, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_mark(m, (struct db_column){ name, type, m->query->paging->page + member });
}

static size_t words_of(const struct making *m)
{
	return m->page >> WORD_SHIFT & WORD_MASK;
}

static void add_word(struct making *m, size_t i)
{
	add_marks(
		m, DB_TEXT, "word", offsetof(struct db_page, words) + i * sizeof(const char *), 1);
}

/* Before the table: the few rows that a word finds, each once. */
static void add_search(struct making *m)
{
	if (!(m->page & FEW))
		return;
	buf_adds(&m->sql, m->query->paging->few);
	add_word(m, 0);
}

/* Behind the conditions: the words, the place, the order, how many. */
static void add_page(struct making *m, bool count)
{
	const struct db_paging *paging = m->query->paging;
	const struct db_sort *sort = &paging->sorts[m->page >> SORT_SHIFT];
	bool down = m->page & DOWN, few = m->page & FEW;

	if (few)
		buf_adds(&m->sql, paging->few_is);
	for (size_t i = few; i < words_of(m); i++) {
		buf_adds(&m->sql, paging->word);
		add_word(m, i);
	}
	if (m->page & (AFTER | BEFORE)) {
		buf_adds(&m->sql, sort->ways[down].behind);
		add_marks(m, DB_INT, "row",
			m->page & AFTER ? offsetof(struct db_page, after)
					: offsetof(struct db_page, before),
			sort->ways[down].n_marks);
	}
	if (!count)
		buf_adds(&m->sql, sort->ways[down].order);
	if (m->page & MOST) {
		buf_adds(&m->sql, paging->most);
		add_marks(m, DB_INT, "most", offsetof(struct db_page, most), 1);
	}
	if (count)
		buf_adds(&m->sql, ")");
}

/* A page: what is ordered is as narrow as can be, and nothing is looked up for a row that is not
 * shown. */
static bool is_page(const struct making *m)
{
	return m->query->paging && !is_count(m->query) && m->page & MOST;
}

const char *variant_sql(TALLOC_CTX *ctx, const struct db_query *query, uint64_t key,
	struct db_column **in, size_t *n)
{
	struct making m = { .query = query, .page = key >> PAGE_SHIFT, .sql = { .ctx = ctx } };
	size_t mark = 0;

	if (is_page(&m))
		buf_adds(&m.sql, query->paging->inner);
	for (size_t i = 0; i < query->n_parts; i++) {
		const struct db_part *part = &query->parts[i];
		bool given = key >> part->condition & 1;

		if (part->kind == DB_SEARCH)
			add_search(&m);
		else if (part->kind == DB_PAGE || part->kind == DB_COUNT)
			add_page(&m, part->kind == DB_COUNT);
		else if (part->kind == DB_ALWAYS || given == (part->kind == DB_WHEN)) {
			buf_adds(&m.sql,
				part->sql + (i == 0 && is_page(&m) ? query->paging->head : 0));
			for (size_t k = 0; k < part->n_marks; k++)
				add_mark(&m, query->in[mark + k]);
		}
		mark += part->n_marks;
	}
	if (is_page(&m)) {
		const struct db_sort *sort = &query->paging->sorts[m.page >> SORT_SHIFT];

		buf_adds(&m.sql, query->paging->outer);
		buf_adds(&m.sql, sort->ways[m.page & DOWN].order);
	}
	*in = m.in;
	*n = m.n;
	return buf_text(&m.sql);
}

bool variant_probe(const struct db_query *query, size_t i, uint64_t *key)
{
	size_t sorts = query->paging && !is_count(query) ? query->paging->n_sorts : 0;
	uint64_t page;

	*key = 0;
	if (i == 0)
		return true;
	i -= 1;
	*key = (uint64_t)1 << i;
	if (i < query->n_conditions)
		return true;
	i -= query->n_conditions;
	page = (i / 2) << SORT_SHIFT | MOST | (i % 2 ? DOWN | BEFORE : AFTER);
	*key = page << PAGE_SHIFT;
	if (i < 2 * sorts)
		return true;
	i -= 2 * sorts;
	page = DB_WORDS << WORD_SHIFT | MOST | (i ? FEW : 0);
	*key = page << PAGE_SHIFT;
	return query->paging && query->paging->subject && i < 2;
}
