/* proposal.c: proposals as every page of them needs them: their words, where one stands, finding
 * one. */
#include "proposal.h"

#include <string.h>
#include "access.h"
#include "proposal_form.h"

const char *const stance_codes[STANCES] = { "in_favour", "against", "unsure" };

const struct choice proposal_publications[PUBLICATIONS] = {
	{ "name", "Yes, with my name, or my organisation's", NULL, false },
	{ "group", "Yes, saying only which group I speak for", NULL, false },
	{ "none", "No, count them, and do not publish my words", NULL, false },
};

const struct choice proposal_capacities[CAPACITIES] = {
	{ "person", "As a person", NULL, false },
	{ "organisation", "For an organisation", NULL, false },
};

const struct choice proposal_point_kinds[POINT_KINDS] = {
	{ "gain", "Gain", NULL, false },
	{ "concern", "Concern", NULL, false },
	{ "comment", "Comment", NULL, false },
};

const struct choice proposal_grades[GRADES] = {
	{ "high", "High", NULL, false },
	{ "medium", "Medium", NULL, false },
};

const struct choice proposal_sources[RESPONSE_SOURCES] = {
	{ "web", "Online", NULL, false },
	{ "letter", "Letter", NULL, false },
	{ "email", "Email", NULL, false },
	{ "telephone", "Telephone", NULL, false },
	{ "meeting", "Meeting or workshop", NULL, false },
};

const struct choice proposal_event_kinds[PROPOSAL_EVENT_KINDS] = {
	{ "meeting", "Meeting", NULL, false },
	{ "workshop", "Workshop", NULL, false },
	{ "drop_in", "Drop-in", NULL, false },
	{ "online", "Online meeting", NULL, false },
};

const struct choice proposal_outcome_kinds[OUTCOME_KINDS] = {
	{ "doing", "We are doing this", NULL, false },
	{ "differently", "We are doing this differently", NULL, false },
	{ "not_doing", "We are not doing this", NULL, false },
};

const struct choice proposal_audiences[PROPOSAL_AUDIENCES] = {
	{ "all", "Everybody", NULL, false },
	{ "groups", "The groups that we ask alone, each through its link", NULL, false },
};

const struct choice proposal_stands[PROPOSAL_STANDS] = {
	{ "open", "Open", NULL, false },
	{ "coming", "Opens soon", NULL, false },
	{ "closed", "Closed", NULL, false },
	{ "draft", "Draft", NULL, false },
	{ "withdrawn", "Withdrawn", NULL, false },
};

const char *proposal_stand(
	const char *state, const char *opens_on, const char *closes_on, int64_t now)
{
	char today[11];

	check_today(now, today);
	if (strcmp(state, "published") != 0)
		return strcmp(state, "draft") == 0 ? "draft" : "withdrawn";
	if (opens_on && strcmp(today, opens_on) < 0)
		return "coming";
	return closes_on && strcmp(today, closes_on) > 0 ? "closed" : "open";
}

bool proposal_is(const char *stand, const char *which)
{
	return strcmp(stand, which) == 0;
}

void proposal_stand_show(struct tpl *t, const char *stand)
{
	static const char *const colours[PROPOSAL_STANDS] = { "green", "blue", "grey", "yellow",
		"red" };
	size_t i = choice_index(proposal_stands, PROPOSAL_STANDS, stand);

	ASSERT(i < PROPOSAL_STANDS);
	tpl_set(t, M_STAND, proposal_stands[i].label);
	tpl_set(t, M_STAND_COLOUR, colours[i]);
}

int proposal_found(struct req *r, struct q_proposal_by_ref *p)
{
	char ref[REF_LENGTH + 1];

	return ref_read(r->args[0], ref) && Q_ONE(r->db, proposal_by_ref, p, .ref = ref)
		       ? 0
		       : not_found(r);
}

int proposal_drafted(struct req *r, struct q_proposal_by_ref *p)
{
	int refused = proposal_found(r, p);

	if (refused)
		return refused;
	if (strcmp(p->state, "draft") == 0)
		return 0;
	flash_notice(r, "This proposal is published. What people answer to stays as it is.");
	return redirect(r, "/proposals/%s", p->ref);
}

int proposal_open_to_all(struct req *r, struct q_proposal_public_by_slug *p)
{
	return Q_ONE(r->db, proposal_public_by_slug, p, .slug = r->args[0]) ? 0 : not_found(r);
}

/* Pages of a proposal, in the order of the work. */
static const struct choice parts[] = {
	{ "groups", "Who it asks", NULL, false },
	{ "responses", "Responses", NULL, false },
	{ "events", "Meetings", NULL, false },
	{ "results", "Results", NULL, false },
	{ "themes", "Themes", NULL, false },
	{ "code", "Coding", NULL, false },
	{ "agreement", "Agreement", NULL, false },
	{ "outcomes", "What came of it", NULL, false },
	{ "questions", "Questions asked", NULL, false },
};

static void show_part(
	struct req *r, struct tpl *nav, const char *ref, const char *path, const char *label)
{
	struct tpl *part = tpl_add(nav, M_PART);

	tpl_set(part, M_REF, ref);
	tpl_set(part, M_PART_PATH, path);
	tpl_set(part, M_LABEL, label);
	tpl_show_if(part, M_CURRENT,
		strcmp(r->path, text_format(r->ctx, "/proposals/%s/%s", ref, path)) == 0);
}

static void show_nav(struct req *r, const struct q_proposal_by_ref *p)
{
	static const char own[] = "Its own questions";
	struct tpl *nav = tpl_include(r->page, M_PROPOSAL_NAV, T_proposal_nav);

	if (strcmp(p->state, "draft") == 0 && access_allows(r->person, MAKES_PROPOSALS))
		show_part(r, nav, p->ref, "form", own);
	else if (proposal_own_count(r->ctx, p->form) > 0)
		show_part(r, nav, p->ref, "form/preview", own);
	for (size_t i = 0; i < COUNT(parts); i++)
		show_part(r, nav, p->ref, parts[i].code, parts[i].label);
}

void proposal_head_show(struct req *r, const struct q_proposal_by_ref *p)
{
	struct tpl *head = tpl_include(r->page, M_PROPOSAL_HEAD, T_proposal_head);

	tpl_set(head, M_REF, p->ref);
	tpl_set(head, M_PROPOSAL, p->title);
	proposal_stand_show(head, proposal_stand(p->state, p->opens_on, p->closes_on, r->now));
	tpl_set(r->page, M_REF, p->ref);
	tpl_set(r->page, M_CSRF, r->csrf);
	show_nav(r, p);
}

void proposal_heading(struct req *r, const struct q_proposal_by_ref *p)
{
	proposal_head_show(r, p);
	tpl_set(r->page, M_SLUG, p->slug);
	tpl_int(r->page, M_ROW_VERSION, p->row_version);
}

const char *stance_label(
	const char *code, const char *in_favour, const char *against, const char *unsure)
{
	if (strcmp(code, "in_favour") == 0)
		return in_favour;
	return strcmp(code, "against") == 0 ? against : unsure;
}
