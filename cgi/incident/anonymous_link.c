/* anonymous_link.c: a practice's link for reports without a name: shown, put on a poster, made
 * anew.
 */
#include <string.h>
#include "anonymous.h"
#include "audit.h"
#include "conf.h"
#include "pages.h"
#include "qr.h"
#include "setting.h"

/* The link's token; NULL: the practice has none. */
static const char *set_link(struct req *r, struct tpl *t)
{
	struct q_anonymous_link_open row;
	const char *address, *public_url = conf_get(r->conf, "public_url", "");
	struct qr qr;

	tpl_set(t, M_PRACTICE, r->person->organisation);
	tpl_set(t, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
	if (!Q_ONE(r->db, anonymous_link_open, &row, .organisation_id = r->person->organisation_id))
		return NULL;
	address = text_format(r->ctx, "%s/r/%s", public_url, row.token);
	qr = qr_make(r->ctx, address);
	tpl_set(t, M_ADDRESS, address);
	tpl_setf(t, M_PROGRESS_ADDRESS, "%s/r/progress", public_url);
	tpl_set(t, M_AT, day_text(r->ctx, row.made_at));
	tpl_set(t, M_MAKER, row.maker);
	tpl_int(t, M_QR_SIZE, qr.size);
	tpl_set(t, M_QR_PATH, qr.path);
	return row.token;
}

/* GET /reports/link */
int anonymous_link_view(struct req *r)
{
	struct tpl *t = tpl_new(r->ctx);
	const char *token = set_link(r, t);

	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_PRACTICE, r->person->organisation);
	tpl_set(r->page, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
	tpl_set(r->page, M_SEEN, token ? token : "");
	if (token)
		tpl_adopt(r->page, M_LINK, t, T_anonymous_link_shown);
	tpl_show_if(r->page, M_NO_LINK, !token);
	tpl_show_if(r->page, M_HAS_LINK, token != NULL);
	return page_show(r, 200, T_anonymous_link, "Reports without a name");
}

/* POST /reports/link: a new one; the old one stops working. `seen`: the one that the page showed,
 * so that a double tap makes one. */
int anonymous_link_save(struct req *r)
{
	const char *seen = params_get(&r->body, "seen");
	char token[ANONYMOUS_LINK_LETTERS + 1];
	struct q_anonymous_link_open had = { 0 };
	bool has = Q_ONE(
		r->db, anonymous_link_open, &had, .organisation_id = r->person->organisation_id);

	if (r->body.restored)
		return anonymous_link_view(r);
	if (!seen || strcmp(seen, has ? had.token : "") != 0) {
		flash_notice(r, "The link had been made already: nothing was changed.");
		return redirect(r, "/reports/link");
	}
	anonymous_letters(token, ANONYMOUS_LINK_LETTERS);
	Q_RUN(r->db, anonymous_link_end, .organisation_id = r->person->organisation_id,
		.now = r->now);
	if (Q_RUN(r->db, anonymous_link_add, .organisation_id = r->person->organisation_id,
		    .token = token, .now = r->now, .made_by = r->person->person_id) != DB_DONE)
		return 503;
	audit(r, AUDIT_ADD, "report_link", "",
		audit_fact(audit_fact(NULL, "practice", r->person->organisation), "the link before",
			has ? "ended" : "there was none"));
	flash(r, has ? "There is a new link. The old one does not work any more."
		     : "Your practice has a link now.");
	return redirect(r, "/reports/link");
}

/* GET /reports/link/poster */
int anonymous_link_poster(struct req *r)
{
	if (!set_link(r, r->page))
		return redirect(r, "/reports/link");
	return page_show(r, 200, T_anonymous_poster, "Poster for the staff room");
}
