/* incident_timeline.c: what happened to an incident, in order, for who may read it. */
#include <string.h>
#include "audit_words.h"
#include "incident_sections.h"

/* Managers read who it was. Others read the names of their own organisation's people; of everybody
 * else, which organisation; and of a reporter who did not want to be known, nothing. */
static const char *who(struct req *r, const struct q_incident_events *row, unsigned audience)
{
	bool own = r->person && row->organisation_id == r->person->organisation_id;

	if (!row->organisation)
		return audience & FOR_MANAGER && row->person ? text_copy(r->ctx, row->person)
							     : NULL;
	if (audience & FOR_MANAGER)
		return text_format(r->ctx, "%s, %s", row->person ? row->person : "Somebody",
			row->organisation);
	if (own)
		return row->person ? text_copy(r->ctx, row->person) : NULL;
	if (strcmp(row->organisation_kind, "commissioner") == 0)
		return text_copy(r->ctx, row->organisation);
	return audience & FOR_REPORTER ? "Another organisation" : NULL;
}

void incident_timeline(struct req *r, int64_t incident_id, int64_t request_id, unsigned audience,
	struct tpl *page, enum tpl_marker include)
{
	struct tpl *t = tpl_include(page, include, T_incident_timeline), *line;
	struct db_rows *rows = Q_ROWS(r->db, incident_events, .incident_id = incident_id,
		.audience = audience, .request_id = request_id);
	struct q_incident_events row;
	bool any = false;

	while (Q_NEXT(rows, incident_events, &row)) {
		enum incident_event_kind kind = incident_event_kind_of(row.kind);

		line = tpl_add(t, M_EVENT);
		any = true;
		tpl_set(line, M_AT, time_text(r->ctx, row.at));
		tpl_set(line, M_LABEL,
			kind < EVENT_KINDS ? incident_event_label(kind)
					   : text_copy(r->ctx, row.kind));
		tpl_optional(line, M_HAS_WHO, M_WHO, who(r, &row, audience));
		tpl_optional(line, M_HAS_TEXT, M_TEXT, text_copy(r->ctx, row.text));
		tpl_optional(line, M_HAS_DETAIL, M_DETAIL, audit_detail_text(r->ctx, row.detail));
		if (kind == EVENT_MOVED) {
			struct tpl *moved = tpl_add(line, M_MOVED);

			tpl_set(moved, M_FROM,
				choice_label(incident_states, INCIDENT_STATES,
					text_copy(r->ctx, row.state_from)));
			tpl_set(moved, M_TO,
				choice_label(incident_states, INCIDENT_STATES,
					text_copy(r->ctx, row.state_to)));
		}
	}
	tpl_show_if(t, M_NONE, !any);
}

void incident_section_timeline(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_incident_section_timeline);

	(void)may_change;
	incident_timeline(
		r, in->incident_id, 0, FOR_MANAGER | FOR_REPORTER | FOR_PROVIDER, t, M_TIMELINE);
}
