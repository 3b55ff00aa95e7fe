/* learning_feed.c: the newest public bulletins as a feed. */
#include "atom.h"
#include "bulletin.h"
#include "pages.h"

enum { ENTRIES = 30 };

/* GET /learning.atom */
int learning_feed(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, learning_list, .most = ENTRIES);
	struct q_learning_list row;
	bool any = Q_NEXT(rows, learning_list, &row);

	atom_begin(r, "/learning", "What we have learned", any ? row.published_at : 0);
	for (; any; any = Q_NEXT(rows, learning_list, &row))
		atom_entry(r, &(struct atom_entry){ text_format(r->ctx, "/learning/%s", row.slug),
				      row.title, row.summary, row.published_at, row.published_at });
	return atom_end(r);
}
