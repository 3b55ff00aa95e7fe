/* page.c: what page functions end with: a page in its layout, or an error page. */
#include "req.h"

#include <string.h>
#include "access.h"
#include "audit.h"
#include "brand.h"
#include "menu.h"
#include "session.h"
#include "setting.h"

static void staff_header(struct req *r, struct tpl *layout)
{
	bool notice = false;
	const char *sentence = session_flash(r, &notice);
	struct tpl *person;

	tpl_optional(layout, notice ? M_NOTICE : M_FLASH, M_SENTENCE, sentence);
	if (!r->person)
		return;
	person = tpl_add(layout, M_SIGNED_IN);
	tpl_set(person, M_PERSON, r->person->name);
	tpl_set(person, M_ORGANISATION, r->person->organisation);
	tpl_optional(
		person, M_ONE_ROLE, M_ROLE, r->person->role ? role_name(r->person->role) : NULL);
	tpl_show_if(person, M_MAY_CHOOSE, r->person->may_choose);
	menu_show(r, person);
}

int page_show(struct req *r, int status, enum tpl_file file, const char *title)
{
	struct tpl *layout = tpl_new(r);

	tpl_set(layout, M_TITLE, title);
	tpl_set(layout, M_CSRF, r->csrf);
	/* What is given back is no error of the one who typed it. */
	if (r->body.restored && status == 422)
		status = 200;
	tpl_show_if(layout, M_TITLE_ERROR, status == 422);
	brand_show_set(layout, r->settings);
	if (r->pool == POOL_STAFF)
		staff_header(r, layout);
	else
		tpl_show(layout, r->wide ? M_WIDE : M_COLUMN);
	tpl_adopt(layout, M_CONTENT, r->page, file);
	if (!tpl_render(
		    layout, r->pool == POOL_STAFF ? T_layout_staff : T_layout_public, &r->content))
		BUG("a template is missing");
	return status;
}

int not_found(struct req *r)
{
	return page_error(r, 404);
}

int not_theirs(struct req *r, const char *why)
{
	audit_refused(r, why);
	return not_found(r);
}

static const struct {
	int status;
	const char *title, *sentence;
} errors[] = {
	{ 400, "We could not read that request",
		"Go back to the page you came from and try again." },
	{ 403, "You cannot open this page",
		"Your account does not have the role for it. Whoever looks after Soundings in your "
		"organisation can give it to you." },
	{ 404, "Page not found",
		"If you typed the address, check that it is right. If you followed a link, the "
		"page may have been moved or is not for "
		"your account." },
	{ 405, "We could not read that request",
		"This address does not do that. Go back to the page you came from." },
	{ 411, "We could not read that request",
		"Go back to the page you came from and try again." },
	{ 413, "That is too much text",
		"Go back, shorten what you typed, and send it again. It is still in the form." },
	{ 415, "We could not read that request",
		"Go back to the page you came from and try again." },
	{ 500, "Sorry, there is a problem", "Nothing was saved. Try again later." },
	{ 503, "Sorry, the service is not available just now",
		"Nothing was saved. Try again in a minute." },
};

/* What was typed, in a form that sends it again: nobody types it twice because our database was
 * away. */
static void keep_typed(struct req *r, struct tpl *form)
{
	struct tpl *item;

	for (size_t i = 0; i < r->body.n; i++) {
		if (params_is_secret(r->body.list[i].name))
			continue;
		item = tpl_add(form, M_TYPED);
		tpl_set(item, M_NAME, r->body.list[i].name);
		tpl_set(item, M_VALUE, r->body.list[i].value);
	}
}

int page_kept(struct req *r)
{
	keep_typed(r, r->page);
	return page_show(r, 200, T_kept, "You were signed out before this was sent");
}

static int show_error(struct req *r, int status, const char *title, const char *sentence)
{
	r->type = "text/html; charset=utf-8";
	tpl_set(r->page, M_SENTENCE, sentence);
	tpl_set(r->page, M_CONTACT, setting_text(r->settings, SETTING_CONTACT));
	return page_show(r, status, T_error, title);
}

int form_refused(struct req *r)
{
	return show_error(r, 403, "This form is too old to send",
		"Nothing was saved. Perhaps you have signed in or out since you opened it. Go "
		"back, open the "
		"page again, and send it once more.");
}

int page_error(struct req *r, int status)
{
	size_t i = 0;

	while (i + 1 < COUNT(errors) && errors[i].status != status)
		i++;
	if (status == 503 && r->method == METHOD_POST && r->body.n > 0)
		keep_typed(r, tpl_add(r->page, M_RETRY));
	if (status == 503)
		header_add(r, "Retry-After", "30");
	if (status == 405)
		header_add(r, "Allow", r->method == METHOD_POST ? "GET, HEAD" : "POST");
	return show_error(r, status, errors[i].title, errors[i].sentence);
}
