/* incident_view.c: the page of one incident: what it is, where it stands, what to do next, and its
 * sections. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "incident_sections.h"
#include "incident_state.h"
#include "pages.h"

/* In the order of the page. */
static incident_section *const sections[] = {
	incident_section_report,
	incident_section_investigations,
	incident_section_notes,
	incident_section_actions,
	incident_section_steps,
	incident_section_investigation,
	incident_section_candour,
	incident_section_letters,
	incident_section_grade,
	incident_section_themes,
	incident_section_files,
	incident_section_bulletin,
	incident_section_timeline,
	incident_section_retention,
	incident_section_national,
};

void incident_heading(struct req *r, const struct q_incident_by_ref *in)
{
	enum incident_state state = incident_state_of(in->state);

	tpl_set(r->page, M_REF, in->ref);
	tpl_set(r->page, M_TITLE, in->title);
	tpl_set(r->page, M_STATE, incident_states[state].label);
	tpl_set(r->page, M_STATE_COLOUR, incident_state_colour(state));
	tpl_set(r->page, M_CSRF, r->csrf);
}

/* "Other" by its name, whether it is one of ours or not. */
static const char *about_words(const struct q_incident_by_ref *in)
{
	if (in->about_organisation)
		return in->about_organisation;
	return *in->about_name ? in->about_name
			       : choice_label(incident_abouts, INCIDENT_ABOUTS, in->about);
}

static const char *level_words(
	const struct choice *choices, size_t n, TALLOC_CTX *ctx, int64_t level)
{
	return level ? choice_label(choices, n, text_format(ctx, "%lld", (long long)level)) : NULL;
}

static void show_clock(struct req *r, const struct q_incident_by_ref *in)
{
	struct tpl *t = r->page;

	tpl_optional(t, M_HAS_SUBMITTED, M_SUBMITTED,
		in->submitted_at ? time_text(r->ctx, in->submitted_at) : NULL);
	if (in->looked_at) {
		int64_t days = working_days_between(r->db, in->submitted_at, in->looked_at);

		tpl_set(tpl_add(t, M_LOOKED), M_LOOKED_WORDS,
			days == 0 ? "On the same day"
				  : text_format(r->ctx, "After %lld working day%s", (long long)days,
					    days == 1 ? "" : "s"));
	} else if (in->due_at) {
		tpl_set(tpl_add(t, in->due_at <= r->now ? M_OVERDUE : M_DUE), M_DUE_DAY,
			day_text(r->ctx, in->due_at - 1));
	} else {
		tpl_show(t, M_NO_CLOCK);
	}
}

/* As a manager reads it. */
static const struct choice shares[] = {
	{ "name", "Who reported it, and which practice", NULL, false },
	{ "practice", "Which practice, not who", NULL, false },
	{ "nobody", "Neither who nor which practice", NULL, false },
};

static void show_facts(struct req *r, const struct q_incident_by_ref *in)
{
	struct tpl *t = r->page;

	tpl_set(t, M_KIND, choice_label(incident_kinds, INCIDENT_KINDS, in->kind));
	tpl_set(t, M_PRACTICE, in->practice);
	tpl_set(t, M_PRACTICE_CODE, in->practice_code);
	tpl_optional(t, M_HAS_REPORTER, M_REPORTER,
		in->reporter    ? in->reporter
		: in->anonymous ? "Somebody without a name"
				: NULL);
	tpl_set(t, M_ABOUT, about_words(in));
	tpl_optional(t, M_HAS_ABOUT_CODE, M_ABOUT_CODE, in->about_code);
	tpl_show_if(t, M_NO_ABOUT_CODE, !in->about_code);
	tpl_set(t, M_SHARE, choice_label(shares, COUNT(shares), in->share));
	tpl_optional(t, M_HAS_WORRY, M_WORRY,
		level_words(lfpse_worry_scale, N_LFPSE_WORRY_SCALE, r->ctx, in->worry));
	tpl_optional(t, M_HAS_SERVICE, M_SERVICE,
		choice_label(lfpse_service_type, N_LFPSE_SERVICE_TYPE, in->about_service));
	tpl_optional(t, M_HAS_HAPPENED, M_HAPPENED,
		in->happened_on ? date_text(r->ctx, in->happened_on) : NULL);
	tpl_optional(t, M_HAS_PHYSICAL, M_PHYSICAL,
		level_words(lfpse_level_of_physical_harm, N_LFPSE_LEVEL_OF_PHYSICAL_HARM, r->ctx,
			in->physical));
	tpl_optional(t, M_HAS_PSYCHOLOGICAL, M_PSYCHOLOGICAL,
		level_words(lfpse_level_of_psychological_harm, N_LFPSE_LEVEL_OF_PSYCHOLOGICAL_HARM,
			r->ctx, in->psychological));
	tpl_show_if(t, M_SERIOUS, in->serious);
	tpl_optional(t, M_HAS_MANAGER, M_MANAGER, in->manager);
	tpl_show_if(t, M_NO_MANAGER, !in->manager);
	tpl_set(t, M_SINCE, day_text(r->ctx, in->state_at));
	tpl_optional(
		t, M_HAS_UNTIL, M_UNTIL, in->hold_until ? date_text(r->ctx, in->hold_until) : NULL);
	tpl_optional(t, M_HAS_ORIGINAL, M_ORIGINAL, in->duplicate_ref);
}

/* ---- What to do next ------------------------------------------------------------------------- */

/* For whom or for what it waits, and the move that comes next as a rule (INCIDENT_STATES: none). */
static const struct {
	const char *waits;
	enum incident_state next;
} steps[INCIDENT_STATES] = {
	[INCIDENT_DRAFT] = { "", INCIDENT_STATES },
	[INCIDENT_SUBMITTED] = { "It is new. Read it, and decide what to do.", INCIDENT_TRIAGE },
	[INCIDENT_TRIAGE] = { "Decide what is to be done with it.", INCIDENT_INVESTIGATING },
	[INCIDENT_INFORMATION] = { "It waits for the reporter’s answer.", INCIDENT_STATES },
	[INCIDENT_PROVIDER] = { "It waits for an answer to the investigation request.",
		INCIDENT_STATES },
	[INCIDENT_INVESTIGATING] = { "Find out why it happened, and plan what to do.",
		INCIDENT_PLANNED },
	[INCIDENT_PLANNED] = { "See the action through, then close it with an answer to the "
			       "reporter.",
		INCIDENT_CLOSED },
	[INCIDENT_CLOSED] = { "It is closed, and the reporter has an answer.", INCIDENT_STATES },
	[INCIDENT_HOLD] = { "It comes back by itself when its day has come.", INCIDENT_STATES },
	[INCIDENT_DUPLICATE] = { "It is dealt with under the other report.", INCIDENT_STATES },
	[INCIDENT_NOT] = { "It is not an incident, and the reporter has an answer.",
		INCIDENT_STATES },
	[INCIDENT_REOPENED] = { "It was opened again. Read why, and decide what to do.",
		INCIDENT_TRIAGE },
};

/* In triage, one that is about another of our organisations: that one is asked. */
static enum incident_state next_state(const struct q_incident_by_ref *in, enum incident_state from)
{
	bool others = in->about_organisation_id && in->about_organisation_id != in->organisation_id;

	return from == INCIDENT_TRIAGE && others ? INCIDENT_PROVIDER : steps[from].next;
}

/* Leads to the form of a move; an investigation request has a page of its own. */
static void show_way(struct tpl *t, const struct incident_way *way)
{
	tpl_set(t, M_WAY_LABEL, way->label);
	if (way->needs & NEEDS_REQUEST)
		tpl_show(t, M_WAY_ASK);
	else
		tpl_set(tpl_add(t, M_WAY_MOVE), M_WAY_STATE, incident_states[way->to].code);
}

static void show_moves(struct req *r, const struct q_incident_by_ref *in)
{
	enum incident_state from = incident_state_of(in->state), next = next_state(in, from);
	struct tpl *waits = tpl_add(r->page, M_WAITS), *others = NULL;

	tpl_set(waits, M_WAITS_WORDS,
		from == INCIDENT_INFORMATION && in->anonymous
			? "It waits for the reporter’s answer, which may never come: nobody knows "
			  "who it is, and they read the question only when they come back with "
			  "their code. You can go on without it."
			: steps[from].waits);
	for (size_t i = 0; i < n_incident_ways; i++) {
		const struct incident_way *way = &incident_ways[i];

		if (!(way->from & 1u << from) || way->mover != MOVER_MANAGER)
			continue;
		if (way->to != next && !others)
			others = tpl_add(waits, M_OTHERS);
		show_way(way->to == next ? tpl_add(waits, M_NEXT) : tpl_add(others, M_OTHER), way);
	}
}

/* GET /incidents/:ref. It changes nothing: that somebody has looked is said by the first move, or
 * when it is given to somebody. */
int incident_view(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_read(r, &in);
	bool may_change;

	if (refused)
		return refused;
	may_change = access_allows(r->person, MANAGES_INCIDENTS);
	incident_heading(r, &in);
	show_facts(r, &in);
	show_clock(r, &in);
	tpl_show_if(r->page, M_MAY_CHANGE, may_change);
	if (may_change)
		show_moves(r, &in);
	for (size_t i = 0; i < COUNT(sections); i++)
		sections[i](r, &in, may_change, r->page);
	audit(r, AUDIT_LOOK, "incident", in.ref, NULL);
	return page_show(r, 200, T_incident_view, in.title);
}
