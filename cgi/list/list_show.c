/* list_show.c: a list page around its rows: the filters, how many were found, headings, links. */
#include <string.h>
#include "list_parts.h"

enum { ADDRESS_MOST = 1000 };

void list_param(struct buf *out, const char *name, const char *value)
{
	buf_addf(out, "%c%s=", out->len ? '&' : '?', name);
	for (const char *c = value; *c; c++)
		if ((*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'z') ||
			(*c >= 'A' && *c <= 'Z') || strchr("-_.", *c))
			buf_addc(out, *c);
		else
			buf_addf(out, "%%%02X", (unsigned char)*c);
}

/* Where nothing is chosen, that value is a filter's. */
static bool is_usual(const struct field *field, const char *value)
{
	return !value || (field->type == FIELD_SELECT && field->required && field->n_choices &&
				 strcmp(value, field->choices[0].code) == 0);
}

static bool is_narrowed(const struct list *list)
{
	bool narrowed = list->typed != NULL;

	for (size_t i = 0; i < list->def->n_filters; i++)
		narrowed = narrowed || !is_usual(&list->def->filters[i], list->values[i]);
	return narrowed;
}

/* What is shown where nothing is chosen is a part: the others are elsewhere. */
static bool is_part(const struct list *list)
{
	bool part = false;

	for (size_t i = 0; i < list->def->n_filters; i++)
		part = part || list->def->filters[i].required;
	return part;
}

static const char *sort_value(const struct list *list, size_t sort, bool reverse)
{
	return text_format(
		list->r->ctx, "%s%s", reverse ? "-" : "", list->query->paging->sorts[sort].name);
}

/* The same list, in an order, at a place: "?q=smith&sort=-name&after=17". */
static const char *link_to(
	const struct list *list, size_t sort, bool reverse, const char *place, int64_t id)
{
	struct buf out = { .ctx = list->r->ctx };

	if (list->typed)
		list_param(&out, "q", list->typed);
	for (size_t i = 0; i < list->def->n_filters; i++)
		if (!is_usual(&list->def->filters[i], list->values[i]))
			list_param(&out, list->def->filters[i].name, list->values[i]);
	if (sort || reverse)
		list_param(&out, "sort", sort_value(list, sort, reverse));
	if (place)
		list_param(&out, place, list_place(list, id));
	return out.len ? buf_text(&out) : "?";
}

const char *list_address(const struct list *list)
{
	return link_to(list, list->page.sort, list->page.reverse, NULL, 0);
}

bool list_is_address(const char *text)
{
	return text && text[0] == '?' && strlen(text) <= ADDRESS_MOST &&
	       text[1 + strspn(text + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
					 "0123456789-_.%&=")] == '\0';
}

static void show_headings(struct list *list)
{
	const struct db_paging *paging = list->query->paging;

	for (size_t i = 0; i < list->def->n_columns; i++) {
		const struct list_column *column = &list->def->columns[i];
		struct tpl *t = tpl_include(list->table, M_LIST_HEADINGS, T_list_heading), *link;
		size_t sort = 0;
		bool here;

		tpl_show_if(t, M_NUMERIC, column->number);
		tpl_set(t, M_LABEL, column->label);
		tpl_show_if(t, M_UNSORTED, !column->sort);
		if (!column->sort)
			continue;
		while (sort < paging->n_sorts &&
			strcmp(paging->sorts[sort].name, column->sort) != 0)
			sort++;
		ASSERT(sort < paging->n_sorts);
		here = sort == list->page.sort;
		link = tpl_add(t, M_SORTS);
		tpl_set(link, M_LIST_LINK,
			link_to(list, sort, here && !list->page.reverse, NULL, 0));
		if (here)
			tpl_show(t, paging->sorts[sort].down != list->page.reverse ? M_DESCENDING
										   : M_ASCENDING);
	}
}

static void show_file(struct list *list, enum tpl_marker section, const char *path)
{
	const char *params = list_address(list);

	if (path)
		tpl_setf(tpl_add(list->table, section), M_LIST_LINK, "%s%s", path,
			params[1] ? params : "");
}

struct tpl *list_line(struct list *list, enum tpl_marker section)
{
	if (!list->table) {
		list->table = tpl_add(list->r->page, M_LIST);
		show_headings(list);
		show_file(list, M_CSV, list->def->csv);
		show_file(list, M_XLSX, list->def->xlsx);
	}
	return tpl_add(list->table, section);
}

static void show_filter(struct list *list, size_t i, struct tpl *form)
{
	const struct field *field = &list->def->filters[i];
	struct tpl *t = tpl_include(form, M_LIST_FILTER, T_list_filter), *part;

	tpl_set(t, M_NAME, field->name);
	tpl_set(t, M_LABEL, field->label);
	if (field->type != FIELD_SELECT) {
		part = tpl_add(t, field->type == FIELD_DATE ? M_IS_DATE : M_IS_TEXT);
		tpl_set(part, M_VALUE, list->values[i]);
		return;
	}
	part = tpl_add(t, M_IS_SELECT);
	tpl_show_if(part, M_OPTIONAL, !field->required);
	for (size_t k = 0; k < field->n_choices; k++) {
		const struct choice *choice = &field->choices[k];
		struct tpl *option = tpl_add(part, M_OPTION);

		tpl_set(option, M_CODE, choice->code);
		tpl_set(option, M_OPTION_LABEL, choice->label);
		tpl_show_if(option, M_CHECKED,
			list->values[i] && strcmp(list->values[i], choice->code) == 0);
	}
}

/* Those that are seldom needed lie folded, until one of them is chosen. */
static void show_filters(struct list *list, struct tpl *form)
{
	const struct list_def *def = list->def;
	size_t in_sight = def->n_in_sight ? def->n_in_sight : def->n_filters;
	struct tpl *more;
	bool chosen = false;

	for (size_t i = 0; i < in_sight; i++)
		show_filter(list, i, form);
	if (in_sight == def->n_filters)
		return;
	more = tpl_add(form, M_MORE_FILTERS);
	for (size_t i = in_sight; i < def->n_filters; i++) {
		show_filter(list, i, more);
		chosen = chosen || !is_usual(&def->filters[i], list->values[i]);
	}
	tpl_show_if(more, M_OPENED, chosen);
}

static void show_form(struct list *list, struct tpl *t)
{
	struct tpl *form, *box;

	if (!list->def->search && list->def->n_filters == 0)
		return;
	form = tpl_add(t, M_FORM);
	if (list->def->search) {
		box = tpl_add(form, M_SEARCH);
		tpl_set(box, M_SEARCH_LABEL, list->def->search);
		tpl_set(box, M_Q, list->typed);
	}
	show_filters(list, form);
	if (list->page.sort || list->page.reverse)
		tpl_set(tpl_add(form, M_SORTED), M_SORT,
			sort_value(list, list->page.sort, list->page.reverse));
	tpl_show_if(form, M_CLEARABLE, is_narrowed(list));
}

static const char *found_words(const struct list *list)
{
	TALLOC_CTX *ctx = list->r->ctx;

	if (list->found > list->counted)
		return text_format(
			ctx, "More than %s %s", count_text(ctx, list->counted), list->def->many);
	return text_format(ctx, "%s %s", count_text(ctx, list->found),
		list->found == 1 ? list->def->one : list->def->many);
}

void list_show(struct list *list)
{
	struct tpl *t = tpl_include(list->r->page, M_LIST_FILTERS, T_list_filters);
	size_t sort = list->page.sort;
	bool reverse = list->page.reverse, back = list->page.before,
	     here = back || list->page.after;
	const char *before = NULL, *after = NULL;

	show_form(list, t);
	if (list->found)
		tpl_set(tpl_add(t, M_SOME), M_FOUND, found_words(list));
	else
		tpl_set(tpl_add(t, is_narrowed(list) ? M_NO_MATCH
				   : is_part(list)   ? M_NONE_NOW
						     : M_NONE),
			M_MANY, list->def->many);
	if (here && (!back || list->more))
		before = link_to(list, sort, reverse, "before", list->first);
	if (back || list->more)
		after = link_to(list, sort, reverse, "after", list->last);
	pager_show(list->r->page, before, after);
}

void pager_show(struct tpl *t, const char *back, const char *next)
{
	if (!back && !next)
		return;
	t = tpl_include(t, M_PAGER, T_pager);
	if (back)
		tpl_set(tpl_add(t, M_BACK), M_LIST_LINK, back);
	if (next)
		tpl_set(tpl_add(t, M_NEXT), M_LIST_LINK, next);
}
