/* home.c: the first page of each pool, help, and the pages that every public site owes its readers.
 */
#include "access.h"
#include "kept.h"
#include "mail.h"
#include "markdown.h"
#include "menu.h"
#include "pages.h"
#include "person.h"
#include "setting.h"

int public_home(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, survey_open, .now = r->now);
	struct q_survey_open row;
	struct tpl *list = NULL, *item;

	while (Q_NEXT(rows, survey_open, &row)) {
		if (!list)
			list = tpl_add(r->page, M_LIST);
		item = tpl_add(list, M_SURVEY_ROW);
		tpl_set(item, M_SLUG, text_copy(r->ctx, row.slug));
		tpl_set(item, M_SURVEY, text_copy(r->ctx, row.title));
		tpl_set(item, M_ASKED_BY, text_copy(r->ctx, row.asked_by));
		tpl_optional(item, M_CLOSES_GIVEN, M_CLOSES,
			row.closes_at ? day_text(r->ctx, row.closes_at - 1) : NULL);
	}
	tpl_show_if(r->page, M_EMPTY, !list);
	return page_show(r, 200, T_public_home, "Have your say");
}

/* What waits for somebody: how many of it, in words, and where. */
static const struct task {
	unsigned who;
	int64_t (*count)(struct req *);
	const char *path, *one, *many;
} tasks[] = {
	{ ROLE_ADMINISTRATOR | OF_COMMISSIONER, device_requests_for_me, "/people/devices",
		"lost device waits for you to agree to a new one or refuse",
		"lost devices wait for you to agree to a new one or refuse" },
};

static bool show_tasks(struct req *r)
{
	bool any = false;

	for (size_t i = 0; i < COUNT(tasks); i++) {
		int64_t n = access_allows(r->person, tasks[i].who) ? tasks[i].count(r) : 0;
		struct tpl *item;

		if (n == 0)
			continue;
		any = true;
		item = tpl_add(r->page, M_TASK);
		tpl_set(item, M_MENU_PATH, tasks[i].path);
		tpl_setf(item, M_TASK_WORDS, "%s %s", count_text(r->ctx, n),
			n == 1 ? tasks[i].one : tasks[i].many);
	}
	return any;
}

/* Who has no list of organisations is led to the page of their own. */
static void show_own_organisation(struct req *r)
{
	struct q_organisation_of own;
	struct tpl *t;

	if (access_allows(r->person, STAFF) ||
		!Q_ONE(r->db, organisation_of, &own, .organisation_id = r->person->organisation_id))
		return;
	t = tpl_add(r->page, M_OWN_ORGANISATION);
	tpl_set(t, M_CODE, text_copy(r->ctx, own.code));
	tpl_set(t, M_ORGANISATION, r->person->organisation);
}

int staff_home(struct req *r)
{
	struct tpl *role;

	tpl_set(r->page, M_NAME, r->person->name);
	tpl_set(r->page, M_ORGANISATION, r->person->organisation);
	kept_list(r, r->page);
	mail_trouble(r, r->page);
	tpl_show_if(r->page, M_NO_TASK, !show_tasks(r));
	menu_places(r, r->page);
	show_own_organisation(r);
	tpl_show_if(r->page, M_NO_ROLE, r->person->roles == 0);
	for (size_t i = 0; role_code(i); i++)
		if (r->person->roles & role_bit(i)) {
			role = tpl_add(r->page, M_ROLE_ROW);
			tpl_set(role, M_ROLE, role_label(i));
		}
	return page_show(r, 200, T_staff_home, "My work");
}

/* Nobody is told about pages that they cannot open. */
int help_view(struct req *r)
{
	bool surveys = access_allows(r->person, READS_SURVEYS),
	     staff = access_allows(r->person, STAFF);

	tpl_set(r->page, M_CONTACT, setting_text(r->settings, SETTING_CONTACT));
	tpl_int(r->page, M_IDLE, setting_int(r->settings, SETTING_IDLE_MINUTES));
	tpl_int(r->page, M_MOST, setting_int(r->settings, SETTING_SESSION_HOURS));
	tpl_show_if(r->page, M_HELP_PEOPLE, access_runs(r->person));
	tpl_show_if(r->page, M_HELP_SURVEYS, surveys);
	tpl_show_if(r->page, M_HELP_ORGANISATIONS, staff);
	tpl_show_if(r->page, M_HELP_FILES, surveys || staff);
	return page_show(r, 200, T_staff_help, "Help");
}

int accessibility_view(struct req *r)
{
	markdown_show(r->ctx, setting_shown(r->ctx, r->settings, SETTING_ACCESSIBILITY), r->page,
		M_MARKDOWN);
	return page_show(r, 200, T_public_accessibility, "Accessibility statement");
}

int privacy_view(struct req *r)
{
	markdown_show(
		r->ctx, setting_shown(r->ctx, r->settings, SETTING_PRIVACY), r->page, M_MARKDOWN);
	return page_show(r, 200, T_public_privacy, "Privacy");
}

/* For nginx, monitors and `make run`: 200 when the database answers, or else serve()'s 503. */
int health_view(struct req *r)
{
	struct q_health row;

	if (!Q_ONE(r->db, health, &row))
		return 503;
	r->type = "text/plain; charset=utf-8";
	buf_adds(&r->content, "ok\n");
	return 200;
}
