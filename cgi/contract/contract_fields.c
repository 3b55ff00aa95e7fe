/* contract_fields.c: the form of a contract: its fields in their groups, and a row in it. */
#include <stddef.h>
#include <string.h>
#include "choices.h"
#include "contract_edit.h"
#include "contract_work.h"
#include "person.h"

/* The headings of the form. */
static const char *const groups[] = { "What it is", "How long it runs", "Who looks after it",
	"How it is monitored", "When it is reviewed", "Who can read about it", "Why" };
enum { WHAT, RUNS_FOR, LEAD, MONITORING, REVIEW, PUBLIC, WHY, GROUPS };

static const struct choice every[] = {
	{ "0", "No returns", NULL, false },
	{ "1", "Every month", NULL, false },
	{ "3", "Every 3 months", NULL, false },
	{ "6", "Every 6 months", NULL, false },
	{ "12", "Every year", NULL, false },
};

#define INTO(member) .into = offsetof(struct contract_typed, member)

/* Choices of organisation, aim and lead are put in by fields_for(). */
static const struct {
	int group;
	bool edit_only;
	struct field field;
} all_fields[] = {
	{ WHAT, false,
		{ .type = FIELD_SHORT,
			.name = "reference",
			.label = "Reference",
			.hint = "The commissioner’s own, like VS/2024/07",
			.required = true,
			.max_length = 40,
			.autocomplete = "off",
			INTO(reference) } },
	{ WHAT, false,
		{ .type = FIELD_SHORT,
			.name = "organisation",
			.label = "Organisation",
			.hint = "Who provides the service: its code, or its name",
			.required = true,
			.max_length = 220,
			.autocomplete = "off",
			.missing = "Enter the organisation’s code or name",
			INTO(organisation) } },
	{ WHAT, false,
		{ .type = FIELD_RADIOS,
			.name = "kind",
			.label = "Contract or grant",
			.required = true,
			.missing = "Select whether it is a contract or a grant",
			.choices = contract_kinds,
			.n_choices = CONTRACT_KINDS,
			INTO(kind) } },
	{ WHAT, false,
		{ .type = FIELD_SHORT,
			.name = "service",
			.label = "Service",
			.hint = "What it is for, in a few words: its title in every list",
			.required = true,
			.max_length = 200,
			.autocomplete = "off",
			.missing = "Say in a few words what it is for",
			INTO(service) } },
	{ WHAT, false,
		{ .type = FIELD_SHORT,
			.name = "served",
			.label = "Who is served",
			.hint = "For example: carers of people with dementia",
			.max_length = 500,
			.autocomplete = "off",
			INTO(served) } },
	{ WHAT, false,
		{ .type = FIELD_SHORT,
			.name = "area",
			.label = "Where",
			.hint = "Towns or localities, or the whole area",
			.max_length = 200,
			.autocomplete = "off",
			INTO(area) } },
	{ WHAT, false,
		{ .type = FIELD_SELECT,
			.name = "route",
			.label = "How it was awarded",
			.required = true,
			.missing = "Select how it was awarded",
			.choices = contract_routes,
			.n_choices = CONTRACT_ROUTES,
			INTO(route) } },
	{ RUNS_FOR, false,
		{ .type = FIELD_SELECT,
			.name = "status",
			.label = "Status",
			.required = true,
			.missing = "Select its status",
			.choices = contract_statuses,
			.n_choices = CONTRACT_STATUSES,
			INTO(status) } },
	{ RUNS_FOR, false,
		{ .type = FIELD_DATE,
			.name = "starts_on",
			.label = "Starts on",
			.required = true,
			.missing = "Enter the day on which it starts",
			.min_date = "1990-01-01",
			.max_date = "2099-12-31",
			INTO(starts_on) } },
	{ RUNS_FOR, false,
		{ .type = FIELD_DATE,
			.name = "first_ends_on",
			.label = "Ends on, as it was signed",
			.required = true,
			.missing = "Enter the last day that was signed",
			.min_date = "1990-01-01",
			.max_date = "2099-12-31",
			INTO(first_ends_on) } },
	{ RUNS_FOR, true,
		{ .type = FIELD_DATE,
			.name = "ends_on",
			.label = "Ends on, as it stands",
			.hint = "With the extensions that were taken; earlier, where notice was "
				"given",
			.required = true,
			.missing = "Enter the last day as it stands",
			.min_date = "1990-01-01",
			.max_date = "2099-12-31",
			INTO(ends_on) } },
	{ RUNS_FOR, false,
		{ .type = FIELD_NUMBER,
			.name = "notice_months",
			.label = "Notice period",
			.suffix = "months",
			.min = 0,
			.max = 60,
			INTO(notice_months) } },
	{ LEAD, false,
		{ .type = FIELD_SELECT,
			.name = "lead",
			.label = "Lead",
			.hint = "The contract reviewer who looks after it",
			INTO(lead) } },
	{ LEAD, false,
		{ .type = FIELD_SELECT,
			.name = "aim",
			.label = "Strategic aim",
			.hint = "What of the commissioner’s aims it serves",
			INTO(aim) } },
	{ MONITORING, false,
		{ .type = FIELD_LONG,
			.name = "monitoring",
			.label = "Monitoring arrangements",
			.hint = "Beside returns: visits, meetings, who looks at what",
			.max_length = 1000,
			INTO(monitoring) } },
	{ MONITORING, false,
		{ .type = FIELD_SELECT,
			.name = "return_months",
			.label = "Monitoring returns",
			.required = true,
			.missing = "Select how often the organisation sends a return",
			.choices = every,
			.n_choices = COUNT(every),
			INTO(return_months) } },
	{ MONITORING, false,
		{ .type = FIELD_DATE,
			.name = "returns_from",
			.label = "The first period begins on",
			.hint = "Where there are returns. Often the day the contract starts, or "
				"the first of a quarter",
			.min_date = "1990-01-01",
			.max_date = "2099-12-31",
			.unmarked = true,
			INTO(returns_from) } },
	{ REVIEW, false,
		{ .type = FIELD_NUMBER,
			.name = "review_months",
			.label = "Reviewed every",
			.hint = "Leave it empty if no regular review is planned",
			.suffix = "months",
			.min = 0,
			.max = 60,
			INTO(review_months) } },
	{ REVIEW, false,
		{ .type = FIELD_DATE,
			.name = "next_review_on",
			.label = "Next review on",
			.min_date = "1990-01-01",
			.max_date = "2099-12-31",
			INTO(next_review_on) } },
	{ PUBLIC, false,
		{ .type = FIELD_YES_NO,
			.name = "public",
			.label = "Is it in the public register?",
			.summary = "In the public register",
			.hint = "Organisation, service, dates, value and outcomes of reviews; "
				"nothing else",
			.required = true,
			.missing = "Select whether everybody can read about it",
			INTO(public) } },
	{ WHY, true,
		{ .type = FIELD_LONG,
			.name = "why",
			.label = "Why is it changed?",
			.hint = "For the history, beside what was changed",
			.required = true,
			.max_length = 500,
			.missing = "Say why it is changed",
			INTO(why) } },
};

static void offer_aims(struct req *r, int64_t aim_id, struct field *field)
{
	struct choices aims = { 0 };

	CHOICES_READ(r, &aims, contract_aim_choices,
		text_format(r->ctx, "%lld", (long long)row.aim_id), row.name, 0, .aim_id = aim_id);
	field_offer(field, &aims);
}

static void offer_people(struct req *r, int64_t lead_id, struct field *field)
{
	struct choices people = contract_people(r, lead_id);

	field_offer(field, &people);
}

struct form *contract_edit_form(struct req *r, const struct q_contract_by_ref *c)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, COUNT(all_fields));
	size_t n = 0;

	for (size_t i = 0; i < COUNT(all_fields); i++) {
		struct field *field = &fields[n];

		if (all_fields[i].edit_only && !c)
			continue;
		*field = all_fields[i].field;
		n++;
		if (strcmp(field->name, "organisation") == 0)
			person_offer_organisations(r, field);
		else if (strcmp(field->name, "aim") == 0)
			offer_aims(r, c ? c->aim_id : 0, field);
		else if (strcmp(field->name, "lead") == 0)
			offer_people(r, c ? c->lead_id : 0, field);
	}
	return form_new(r->ctx, fields, n);
}

static const char *number(struct req *r, int64_t n)
{
	return n ? text_format(r->ctx, "%lld", (long long)n) : NULL;
}

struct form *contract_edit_stored(
	struct req *r, const struct form *like, const struct q_contract_by_ref *c)
{
	struct form *f = form_new(r->ctx, like->fields, like->n);
	const char *lead_ref = c->lead_id ? person_ref_of(r->db, c->lead_id) : NULL;

	form_put(f, "reference", 0, c->reference);
	form_put(f, "organisation", 0,
		organisation_words(r->ctx, c->organisation, c->organisation_code));
	form_put(f, "kind", 0, c->kind);
	form_put(f, "service", 0, c->service);
	form_put(f, "served", 0, c->served);
	form_put(f, "area", 0, c->area);
	form_put(f, "route", 0, c->route);
	form_put(f, "status", 0, c->status);
	form_put_date(f, "starts_on", c->starts_on);
	form_put_date(f, "first_ends_on", c->first_ends_on);
	form_put_date(f, "ends_on", c->ends_on);
	form_put(f, "notice_months", 0, number(r, c->notice_months));
	form_put(f, "lead", 0, lead_ref);
	form_put(f, "aim", 0, number(r, c->aim_id));
	form_put(f, "monitoring", 0, c->monitoring);
	form_put(f, "return_months", 0, text_format(r->ctx, "%lld", (long long)c->return_months));
	form_put_date(f, "returns_from", c->returns_from);
	form_put(f, "review_months", 0, number(r, c->review_months));
	form_put_date(f, "next_review_on", c->next_review_on);
	form_put(f, "public", 0, c->public ? "yes" : "no");
	return f;
}

const char *contract_edit_group(const char *name)
{
	for (size_t i = 0; i < COUNT(all_fields); i++)
		if (strcmp(all_fields[i].field.name, name) == 0)
			return groups[all_fields[i].group];
	return "";
}
