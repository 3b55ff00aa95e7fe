/* people.c: lists of people: everybody with an account, and who is signed in now. */
#include "access.h"
#include "pages.h"
#include "person.h"
#include "setting.h"

/* GET /people/signed-in */
int people_signed_in(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, people_signed_in, .seen_after = session_seen_after(r),
		.created_after = session_created_after(r));
	struct q_people_signed_in row;
	int64_t n = 0;

	while (Q_NEXT(rows, people_signed_in, &row)) {
		struct tpl *t = tpl_add(r->page, M_SESSION);

		tpl_set(t, M_REF, text_copy(r->ctx, row.ref));
		tpl_set(t, M_PERSON_NAME, text_copy(r->ctx, row.name));
		tpl_set(t, M_BEGAN, time_text(r->ctx, row.created_at));
		tpl_set(t, M_SEEN, time_text(r->ctx, row.seen_at));
		tpl_set(t, M_ORGANISATION, text_copy(r->ctx, row.organisation));
		tpl_optional(t, M_HAS_ROLE, M_ROLE, row.role ? role_name(row.role) : NULL);
		n++;
	}
	tpl_setf(r->page, M_N, n == 1 ? "%s session is" : "%s sessions are", count_text(r->ctx, n));
	tpl_int(r->page, M_IDLE, setting_int(r->settings, SETTING_IDLE_MINUTES));
	tpl_int(r->page, M_HOURS, setting_int(r->settings, SETTING_SESSION_HOURS));
	return page_show(r, 200, T_people_signed_in, "Signed in now");
}
