/* bulletin_section.c: what others can learn from an incident, on its page. */
#include <string.h>
#include "bulletin.h"
#include "incident_sections.h"

void incident_section_bulletin(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct db_rows *rows = Q_ROWS(r->db, bulletins_of_incident, .incident_id = in->incident_id);
	bool closed = strcmp(in->state, "closed") == 0;
	struct q_bulletins_of_incident row;
	struct tpl *t, *item;

	if (db_rows_count(rows) == 0 && !(closed && may_change)) {
		db_rows_close(rows);
		return;
	}
	t = tpl_include(page, M_SECTION, T_bulletin_section);
	tpl_show_if(t, M_NONE, db_rows_count(rows) == 0);
	while (Q_NEXT(rows, bulletins_of_incident, &row)) {
		item = tpl_add(t, M_BULLETIN_ROW);
		tpl_set(item, M_SLUG, text_copy(r->ctx, row.slug));
		tpl_set(item, M_BULLETIN_TITLE, text_copy(r->ctx, row.title));
		tpl_set(item, M_STATE_COLOUR, bulletin_state_colour(row.state));
		tpl_set(item, M_STATE, bulletin_state_label(row.state));
	}
	if (closed && may_change)
		tpl_set(tpl_add(t, M_MAY_WRITE), M_REF, in->ref);
}
