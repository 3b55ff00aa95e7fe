/* list.h: list pages: search, filters, orders, and a page of rows at a time, quick with any number
 * of rows. cgi/README.md, "A list page", shows one whole.
 *
 * The query says "-- sorts:", "-- key:" and perhaps "-- search:"; the address says what is wanted:
 * q (words), the filters by their names, sort (a name of "-- sorts:"; "-name" is the other way
 * round), after or before (a row, sealed). What makes no sense there counts as not said. */
#ifndef LIST_H
#define LIST_H

#include "form.h"
#include "req.h"

enum { LIST_MOST = 50 }; /* rows of a page */

struct list_column {
	const char *label;
	const char *sort; /* in "-- sorts:"; NULL: not sorted by */
	bool number;
};

struct list_def {
	const char *one, *many; /* what the rows are: "organisation", "organisations" */
	const char *search;     /* label of the search box; NULL: none */
	/* FIELD_SELECT; FIELD_SHORT or FIELD_EMAIL; FIELD_DATE ("2026-11-22"). A select that is
	 * `required` has no "All": its first choice counts where none is chosen. */
	const struct field *filters;
	size_t n_filters;
	size_t n_in_sight; /* so many of them first, the others folded; 0: all in sight */
	const struct list_column *columns;
	size_t n_columns;
	const char *csv; /* address of the same list as a file; NULL: none */
	const char *
		xlsx; /* the same as a workbook: {{#XLSX}}{{LIST_LINK}}{{/XLSX}} inside {{#LIST}} */
};

struct list;

/* Reads the address. */
#define LIST_OPEN(r, query, def) list_open((r), &q_##query##_def, (def))
/* What is chosen in a filter; NULL: nothing, so that the query's fragment is left out. */
const char *list_filter(const struct list *, const char *name);
/* What was typed into the search box; NULL: nothing. list_without_words: it is found by something
 * else than words (a reference), before LIST_READ. */
const char *list_typed(const struct list *);
void list_without_words(struct list *);
/* What the address says, without the place in the list: "?state=open&sort=-name"; "?" for nothing.
 */
const char *list_address(const struct list *);
/* Is it written as list_address() writes one? Then it may become a link again. */
bool list_is_address(const char *);
/* Its rows are found by looking at others too: they are not counted further than a page. Before
 * LIST_READ. */
void list_is_sparse(struct list *);
/* Reads the page's rows, and counts them, to 200. The arguments are the query's other parameters.
 */
#define LIST_READ(list, query, ...) list_read((list), &(struct q_##query##_in){ __VA_ARGS__ })
/* The next row; its text lives as long as the request. */
#define LIST_NEXT(list, query, row) list_next((list), (struct q_##query *){ row })
/* The row's place in the table: one more repetition of this section, inside {{#LIST}}. */
struct tpl *list_line(struct list *, enum tpl_marker section);
/* Fills {{>LIST_FILTERS}} and {{>PAGER}} of r->page, after the last row; {{>LIST_HEADINGS}} and
 * {{#CSV}}{{LIST_LINK}}{{/CSV}} inside {{#LIST}} are filled by the first list_line. */
void list_show(struct list *);
/* Every row that the same address finds, for a file, inside respond_stream's write. */
#define LIST_STREAM(list, query, ...) list_stream((list), &(struct q_##query##_in){ __VA_ARGS__ })

struct list *list_open(struct req *, const struct db_query *, const struct list_def *);
void list_read(struct list *, void *in);
bool list_next(struct list *, void *row);
struct db_rows *list_stream(struct list *, void *in);

/* Links to the pages beside this one, at {{>PAGER}} of t; NULL: none there. */
void pager_show(struct tpl *t, const char *back, const char *next);
/* One more parameter of an address that begins with "?": its name is ours, its value anybody's. */
void list_param(struct buf *, const char *name, const char *value);
#endif
