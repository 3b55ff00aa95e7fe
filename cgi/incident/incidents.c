/* incidents.c: the queue of incidents: what is new, waiting and overdue first. Incident managers,
 * and the auditor. */
#include <string.h>
#include "access.h"
#include "incident_list.h"
#include "incidents.h"
#include "pages.h"
#include "saved_view.h"

/* A calendar that reaches back to `from`; most rows need none, and most of the others the same. */
static const struct calendar *calendar_from(
	struct req *r, const struct calendar **kept, int64_t from)
{
	if (!*kept || calendar_first(*kept) > from)
		*kept = calendar_open(r->db, r->ctx, from, r->now);
	return *kept;
}

static const char *since_words(struct req *r, const char *words, int64_t at)
{
	return text_format(r->ctx, "%s %s", words, day_short_text(r->ctx, at, r->now));
}

/* Nobody has looked at it: until when somebody is to, or for how long nobody did. */
static void show_due(struct req *r, const struct q_incidents_list *row,
	const struct calendar **calendar, struct tpl *line)
{
	int64_t days;

	if (!row->due_at)
		return;
	if (row->due_at > r->now) {
		tpl_optional(line, M_CLOCK_GIVEN, M_CLOCK,
			text_format(r->ctx, "Look by %s",
				weekday_text(r->ctx, row->due_at - 1, r->now)));
		return;
	}
	days = calendar_between(
		calendar_from(r, calendar, row->due_at - 1), row->due_at - 1, r->now);
	tpl_optional(line, M_LATE_GIVEN, M_LATE,
		days == 0 ? "Late"
		: days == 1
			? "1 working day late"
			: text_format(r->ctx, "%s working days late", count_text(r->ctx, days)));
}

static const char *clock_words(struct req *r, const struct q_incidents_list *row)
{
	switch (incident_state_of(row->state)) {
	case INCIDENT_INFORMATION:
		return since_words(r, "Waiting for the practice since", row->state_at);
	case INCIDENT_PROVIDER:
		return since_words(r, "Waiting for them since", row->state_at);
	case INCIDENT_REOPENED:
		return since_words(r, "Since", row->state_at);
	case INCIDENT_HOLD:
		return row->hold_until ? text_format(r->ctx, "Until %s",
						 date_short_text(r->ctx, row->hold_until, r->now))
				       : since_words(r, "Since", row->state_at);
	case INCIDENT_CLOSED:
	case INCIDENT_DUPLICATE:
	case INCIDENT_NOT:
		return since_words(r, "On", row->closed_at ? row->closed_at : row->state_at);
	default:
		return row->looked_at ? since_words(r, "Looked at", row->looked_at) : NULL;
	}
}

static void show_state(struct req *r, const struct q_incidents_list *row,
	const struct calendar **calendar, struct tpl *line)
{
	enum incident_state state = incident_state_of(row->state);

	tpl_set(line, M_STATE, choice_label(incident_states, INCIDENT_STATES, row->state));
	if (!row->looked_at && !incident_is_over(state))
		show_due(r, row, calendar, line);
	else
		tpl_optional(line, M_CLOCK_GIVEN, M_CLOCK, clock_words(r, row));
}

static void show_row(struct req *r, const struct q_incidents_list *row,
	const struct calendar **calendar, struct tpl *line)
{
	struct tpl *harm;

	tpl_set(line, M_REF, row->ref);
	tpl_set(line, M_INCIDENT_TITLE, *row->title ? row->title : "Without a title");
	tpl_set(line, M_PRACTICE, row->practice);
	tpl_set(line, M_ABOUT, incident_list_whom(r->ctx, row));
	tpl_set(line, M_KIND, incident_list_kind(row->kind));
	if (row->harm && row->harm < 5) {
		harm = tpl_add(line, M_HARM_GIVEN);
		tpl_set(harm, M_HARM, incident_list_harm(r->ctx, row));
		tpl_show_if(harm, M_HARM_GRAVE, row->harm <= 2);
	}
	show_state(r, row, calendar, line);
	tpl_set(line, M_HAPPENED,
		row->happened_on ? date_short_text(r->ctx, row->happened_on, r->now) : "");
	tpl_set(line, M_SENT,
		row->submitted_at ? day_short_text(r->ctx, row->submitted_at, r->now) : "");
	tpl_set(line, M_MANAGER, row->manager ? row->manager : "");
}

/* The last is of who looks after some. */
static const struct saved_view_given given_views[] = {
	{ "All", "?" },
	{ "Not looked at", "?state=unseen" },
	{ "Open", "?state=open" },
	{ "Nobody looks after", "?state=open&manager=nobody" },
	{ "Mine", "?state=open&manager=me" },
};

/* GET /incidents */
int incidents_list(struct req *r)
{
	struct q_incidents_list_in in;
	struct list *list = incident_list_open(r, &in);
	const struct calendar *calendar = NULL;
	bool manages = access_allows(r->person, MANAGES_INCIDENTS), any = false;
	struct q_incidents_list row;

	list_read(list, &in);
	while (LIST_NEXT(list, incidents_list, &row)) {
		struct tpl *line = list_line(list, M_INCIDENT_ROW);

		show_row(r, &row, &calendar, line);
		if (manages)
			tpl_set(tpl_add(line, M_CHOOSE), M_REF, row.ref);
		any = true;
	}
	list_show(list);
	if (any && manages)
		tpl_set(tpl_add(r->page, M_MAY_ASSIGN), M_BACK, list_address(list));
	saved_views_show(r, "incidents", list, given_views,
		manages ? COUNT(given_views) : COUNT(given_views) - 1);
	return page_show(r, 200, T_incidents_list, "Incidents");
}

/* ---- What waits, for My work ------------------------------------------------------------------
 */

int64_t incidents_late(struct req *r)
{
	struct q_incidents_unseen n;

	return Q_ONE(r->db, incidents_unseen, &n, .now = r->now) ? n.late : 0;
}

int64_t incidents_unseen(struct req *r)
{
	struct q_incidents_unseen n;

	return Q_ONE(r->db, incidents_unseen, &n, .now = r->now) ? n.unseen - n.late : 0;
}
