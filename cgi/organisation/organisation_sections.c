/* organisation_sections.c: sections of an organisation's page: its people, its surveys, what was
 * done to it. */
#include "organisation_sections.h"

#include <string.h>
#include "access.h"
#include "audit_words.h"
#include "person.h"

enum { PEOPLE_MOST = 100, SURVEYS_MOST = 50, HISTORY_MOST = 20 };

void organisation_people(struct req *r, const struct organisation *organisation, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_organisation_people), *line;
	struct db_rows *rows = Q_ROWS(r->db, organisation_people,
		.organisation_id = organisation->organisation_id, .most = PEOPLE_MOST + 1);
	struct q_organisation_people row;
	int n = 0;

	while (Q_NEXT(rows, organisation_people, &row)) {
		if (n++ == PEOPLE_MOST)
			continue;
		line = tpl_add(t, M_PERSON_ROW);
		tpl_set(line, M_REF, text_copy(r->ctx, row.ref));
		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_set(line, M_EMAIL, text_copy(r->ctx, row.email));
		tpl_set(line, M_ROLES, roles_words(r->ctx, roles_from_text(row.roles)));
		tpl_show_if(line, M_INVITED, strcmp(row.state, "invited") == 0);
		tpl_show_if(line, M_DISABLED, strcmp(row.state, "disabled") == 0);
	}
	tpl_show_if(t, M_NONE, n == 0);
	if (n > PEOPLE_MOST)
		tpl_int(tpl_add(t, M_MORE), M_N, PEOPLE_MOST);
}

void organisation_surveys(struct req *r, const struct organisation *organisation, struct tpl *page)
{
	struct db_rows *rows = Q_ROWS(r->db, organisation_surveys,
		.organisation_id = organisation->organisation_id, .most = SURVEYS_MOST);
	struct q_organisation_surveys row;
	struct tpl *t = NULL, *line;

	while (Q_NEXT(rows, organisation_surveys, &row)) {
		if (!t)
			t = tpl_include(page, M_SECTION, T_organisation_surveys);
		line = tpl_add(t, M_SURVEY);
		tpl_set(line, M_SLUG, text_copy(r->ctx, row.slug));
		tpl_set(line, M_SURVEY_TITLE, text_copy(r->ctx, row.title));
		tpl_show(line, row.closes_at && row.closes_at <= r->now ? M_CLOSED
			       : row.opens_at > r->now                  ? M_NOT_YET
									: M_OPEN);
	}
}

void organisation_history(struct req *r, const struct organisation *organisation, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_organisation_history), *line;
	struct db_rows *rows = Q_ROWS(
		r->db, organisation_history, .code = organisation->code, .most = HISTORY_MOST);
	struct q_organisation_history row;
	bool any = false;

	while (Q_NEXT(rows, organisation_history, &row)) {
		line = tpl_add(t, M_HISTORY);
		tpl_set(line, M_AT, time_text(r->ctx, row.at));
		tpl_set(line, M_WHO, text_copy(r->ctx, row.who));
		tpl_set(line, M_ACTION, audit_action_words(row.action));
		tpl_optional(line, M_HAS_DETAIL, M_DETAIL, audit_detail_text(r->ctx, row.detail));
		any = true;
	}
	tpl_show_if(t, M_NONE, !any);
}
