/* list.c: list pages: what the address asks for, and the rows of one page. list_show.c shows them.
 */
#include <string.h>
#include "form_parts.h"
#include "list_parts.h"
#include "seal.h"
#include "search.h"

enum {
	Q_MOST = 200,
	/* Of a word: so many rows are looked up and sorted; of more, along the order. Counting them
	 * is a cost of every search: 1 ms of two frequent words at 1000. */
	MATCHES_FEW = 500
};

static const char *choice_or_first(const struct field *field, const char *code)
{
	if (code && choice_index(field->choices, field->n_choices, code) < field->n_choices)
		return code;
	return field->required && field->n_choices ? field->choices[0].code : NULL;
}

static const char *date_or_null(TALLOC_CTX *ctx, const char *text)
{
	char out[11];

	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return NULL;
	return check_date(text + 8, text_copyn(ctx, text + 5, 2), text_copyn(ctx, text, 4), out)
		       ? text_copy(ctx, out)
		       : NULL;
}

/* What a filter is set to; nonsense counts as nothing. */
static const char *filter_value(struct req *r, const struct field *field)
{
	const char *typed = params_get(&r->query, field->name);
	size_t most = field->max_length ? field->max_length : Q_MOST;

	if (field->type == FIELD_SELECT)
		return choice_or_first(field, typed);
	typed = typed ? text_trim(r->ctx, typed) : NULL;
	if (!typed || !*typed || !text_is_plain(typed) || text_length(typed) > most)
		return NULL;
	return field->type == FIELD_DATE ? date_or_null(r->ctx, typed) : typed;
}

static void read_sort(struct list *list, const char *text)
{
	const struct db_paging *paging = list->query->paging;
	bool reverse = text && *text == '-';

	for (size_t i = 0; text && i < paging->n_sorts; i++)
		if (strcmp(paging->sorts[i].name, text + reverse) == 0) {
			list->page.sort = i;
			list->page.reverse = reverse;
		}
}

static const char *read_words(struct req *r)
{
	const char *typed = params_get(&r->query, "q");

	typed = typed ? text_trim(r->ctx, typed) : NULL;
	return typed && *typed && text_length(typed) <= Q_MOST ? typed : NULL;
}

/* The row that the address names: list_place() made it. What was altered, or is another list's,
 * counts as nothing. */
static int64_t read_place(struct list *list, const char *name)
{
	const char *sealed = params_get(&list->r->query, name);
	struct bytes plain;
	int64_t id;

	if (!sealed || !seal_open(list->r->ctx, list->r->conf, list->purpose, sealed, &plain) ||
		plain.len != sizeof id)
		return 0;
	memcpy(&id, plain.data, sizeof id);
	return id;
}

const char *list_place(const struct list *list, int64_t id)
{
	return seal(list->r->ctx, list->r->conf, list->purpose, &id, sizeof id);
}

struct list *list_open(struct req *r, const struct db_query *query, const struct list_def *def)
{
	struct list *list = NEW(r->ctx, struct list);
	const char *sort = params_get(&r->query, "sort");

	ASSERT(query->paging && (!def->search || query->paging->subject));
	list->r = r;
	list->query = query;
	list->def = def;
	list->values = NEW_ARRAY(list, const char *, def->n_filters + 1);
	for (size_t i = 0; i < def->n_filters; i++)
		list->values[i] = filter_value(r, &def->filters[i]);
	read_sort(list, sort);
	list->purpose = text_format(list, "list-%s", query->name);
	list->page.after = read_place(list, "after");
	list->page.before = list->page.after ? 0 : read_place(list, "before");
	list->typed = def->search ? read_words(r) : NULL;
	if (list->typed)
		search_patterns(r->ctx, list->typed, list->page.words);
	return list;
}

const char *list_filter(const struct list *list, const char *name)
{
	for (size_t i = 0; i < list->def->n_filters; i++)
		if (strcmp(list->def->filters[i].name, name) == 0)
			return list->values[i];
	BUG("a list has no filter of that name");
}

const char *list_typed(const struct list *list)
{
	return list->typed;
}

void list_without_words(struct list *list)
{
	memset(list->page.words, 0, sizeof list->page.words);
}

/* Puts the rarest word first, and says whether it is rare enough to begin with it. A frequent word
 * is looked for in each row instead, along the order of the list: it is found in most. */
static void weigh_words(struct list *list)
{
	struct q_search_count row;
	int64_t least = INT64_MAX;

	for (size_t i = 0; i < DB_WORDS && list->page.words[i]; i++) {
		const char *word = list->page.words[i];

		if (!Q_ONE(list->r->db, search_count, &row, .subject = list->query->paging->subject,
			    .pattern = word, .most = MATCHES_FEW + 1))
			return;
		if (row.n >= least)
			continue;
		least = row.n;
		list->page.words[i] = list->page.words[0];
		list->page.words[0] = word;
	}
	list->page.few = least <= MATCHES_FEW;
}

void list_is_sparse(struct list *list)
{
	list->sparse = true;
}

static void run(struct list *list, struct db_page *page, const void *in)
{
	*page = list->page;
	page->most = LIST_MOST + 1;
	list->rows = db_rows(list->r->db, list->query, in, false);
	list->left = db_rows_count(list->rows);
}

void list_read(struct list *list, void *in)
{
	struct db_page *page = (void *)((char *)in + list->query->paging->page);
	struct {
		int64_t n;
	} counted = { 0 };

	weigh_words(list);
	run(list, page, in);
	if (list->left == 0 && (list->page.after || list->page.before)) {
		list->page.after = list->page.before = 0; /* a place that is no more */
		run(list, page, in);
	}
	list->more = list->left > LIST_MOST;
	list->counted = LIST_COUNT_MOST;
	list->found = (int64_t)list->left;
	/* What is found along the order of the list is not counted: that could mean to walk through
	 * all of it. */
	bool several = list->more || list->page.after || list->page.before;

	if (several && (list->sparse || (list->page.words[0] && !list->page.few))) {
		list->counted = LIST_MOST;
		list->found = LIST_MOST + 1;
	} else if (several) {
		page->most = LIST_COUNT_MOST + 1;
		if (db_one(list->r->db, list->query->paging->count, in, &counted))
			list->found = counted.n;
	}
	if (list->more) {
		list->left = LIST_MOST;
		/* One more than the page shows: behind its rows, or before them. */
		list->skip = list->page.before != 0;
	}
}

static void own_text(struct list *list, void *row)
{
	for (size_t i = 0; i < list->query->n_out; i++) {
		const struct db_column *column = &list->query->out[i];
		const char **text = (void *)((char *)row + column->offset);
		struct bytes *bytes = (void *)text;

		if (column->type == DB_TEXT)
			*text = text_copy(list->r->ctx, *text);
		else if (column->type == DB_BYTES && bytes->data)
			bytes->data = (const uint8_t *)text_copyn(
				list->r->ctx, (const char *)bytes->data, bytes->len);
	}
}

bool list_next(struct list *list, void *row)
{
	int64_t id;

	if (list->skip && !db_next(list->rows, row))
		return false;
	list->skip = false;
	if (list->left == 0 || !db_next(list->rows, row)) {
		db_rows_close(list->rows);
		return false;
	}
	list->left--;
	own_text(list, row);
	id = *(int64_t *)(void *)((char *)row + list->query->paging->key);
	list->first = list->first ? list->first : id;
	list->last = id;
	return true;
}

struct db_rows *list_stream(struct list *list, void *in)
{
	struct db_page *page = (void *)((char *)in + list->query->paging->page);

	weigh_words(list);
	*page = list->page;
	page->after = page->before = 0;
	return db_rows(list->r->db, list->query, in, true);
}
