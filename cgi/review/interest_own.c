/* interest_own.c: one's own interests on the standing register: declared, and ended. An interest
 * stays as it was declared; the database holds that too. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "choices.h"
#include "incident_work.h"
#include "pages.h"
#include "review.h"
#include "setting.h"

struct typed {
	const char *kind, *organisation, *description, *began_on;
};

enum { KIND, ORGANISATION, DESCRIPTION, BEGAN_ON, FIELDS };

/* What is offered while the organisation is typed is put in by form_for(). */
static const struct field all_fields[FIELDS] = {
	[KIND] = { .type = FIELD_RADIOS,
		.name = "kind",
		.label = "What kind of interest is it?",
		.required = true,
		.choices = interest_kinds,
		.n_choices = INTEREST_KINDS,
		.missing = "Select what kind of interest it is",
		.into = offsetof(struct typed, kind) },
	[ORGANISATION] = { .type = FIELD_SHORT,
		.name = "organisation",
		.label = "In which organisation?",
		.hint = "Its name. Those that we have contracts with are offered while you type",
		.required = true,
		.max_length = 200,
		.missing = "Enter the organisation’s name",
		.autocomplete = "off",
		.into = offsetof(struct typed, organisation) },
	[DESCRIPTION] = { .type = FIELD_LONG,
		.name = "description",
		.label = "What is it?",
		.hint = "In a sentence or two. It is published with your name, so leave out names "
			"of "
			"other people",
		.required = true,
		.max_length = 1000,
		.missing = "Say what the interest is",
		.into = offsetof(struct typed, description) },
	[BEGAN_ON] = { .type = FIELD_DATE,
		.name = "began_on",
		.label = "Since when?",
		.min_date = "1950-01-01",
		.max_date = "today",
		.into = offsetof(struct typed, began_on) },
};

static struct form *form_for(struct req *r)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, FIELDS);
	struct choices parties = { 0 };

	CHOICES_READ(r, &parties, interest_parties, row.name, row.name, 0);
	memcpy(fields, all_fields, sizeof all_fields);
	field_offer(&fields[ORGANISATION], &parties);
	return form_new(r->ctx, fields, FIELDS);
}

static int show_new(struct req *r, const struct form *f, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_TOKEN, work_token(r));
	tpl_int(r->page, M_YEARS, setting_int(r->settings, SETTING_KEEP_INTERESTS));
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_interest_new, "Declare an interest");
}

/* GET /interests/new */
int interest_new(struct req *r)
{
	return show_new(r, form_for(r), 200);
}

/* POST /interests/new */
int interest_new_save(struct req *r)
{
	struct q_interest_party party = { 0 };
	struct form *f = form_for(r);
	const char *ref = work_token(r);
	struct typed in = { 0 };
	bool ours;

	if (!form_fill(f, &r->body, &in))
		return show_new(r, f, 422);
	ours = Q_ONE(r->db, interest_party, &party, .name = in.organisation);
	if (Q_RUN(r->db, interest_add, .ref = ref, .person_id = r->person->person_id,
		    .kind = in.kind, .organisation_id = ours ? party.organisation_id : 0,
		    .organisation_name = ours ? "" : in.organisation, .description = in.description,
		    .began_on = in.began_on, .now = r->now) != DB_DUPLICATE)
		flash(r, "Your interest is on the register.");
	audit(r, AUDIT_ADD, "interest", ref, audit_fact(NULL, "organisation", in.organisation));
	return redirect(r, "/interests?who=me");
}

/* ---- Its end --------------------------------------------------------------------------------- */

struct ending {
	const char *ended_on;
};

static const struct field end_fields[] = {
	{ .type = FIELD_DATE,
		.name = "ended_on",
		.label = "Until when did you have it?",
		.hint = "The last day",
		.required = true,
		.missing = "Enter the last day",
		.min_date = "1950-01-01",
		.max_date = "today",
		.into = offsetof(struct ending, ended_on) },
};

static int find(struct req *r, struct q_interest_of *of)
{
	char ref[REF_LENGTH + 1];

	if (!ref_read(r->args[0], ref) ||
		!Q_ONE(r->db, interest_of, of, .ref = ref, .person_id = r->person->person_id))
		return not_found(r);
	if (of->ended_on) {
		flash_notice(r, "This interest has ended already.");
		return redirect(r, "/interests?who=me&state=all");
	}
	return 0;
}

static int show_end(struct req *r, const struct q_interest_of *of, const struct form *f, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_ORGANISATION, of->organisation);
	tpl_set(r->page, M_KIND, choice_label(interest_kinds, INTEREST_KINDS, of->kind));
	tpl_set(r->page, M_DESCRIPTION, of->description);
	tpl_int(r->page, M_YEARS, setting_int(r->settings, SETTING_KEEP_INTERESTS));
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_interest_end, "End an interest");
}

/* GET /interests/:interest/end */
int interest_end(struct req *r)
{
	struct form *f = form_new(r->ctx, end_fields, COUNT(end_fields));
	struct q_interest_of of;
	int status = find(r, &of);
	char today[11];

	if (status)
		return status;
	check_today(r->now, today);
	form_put_date(f, "ended_on", today);
	return show_end(r, &of, f, 200);
}

/* POST /interests/:interest/end */
int interest_end_save(struct req *r)
{
	struct form *f = form_new(r->ctx, end_fields, COUNT(end_fields));
	struct q_interest_of of = { 0 };
	struct ending in = { 0 };
	int status = find(r, &of);

	if (status)
		return status;
	form_fill(f, &r->body, &in);
	if (in.ended_on && of.began_on && strcmp(in.ended_on, of.began_on) < 0)
		form_fail(f, "ended_on",
			text_format(r->ctx, "You have it since %s, and it cannot have ended before",
				date_text(r->ctx, of.began_on)));
	if (f->n_errors > 0)
		return show_end(r, &of, f, 422);
	Q_RUN(r->db, interest_end, .interest_id = of.interest_id, .person_id = r->person->person_id,
		.ended_on = in.ended_on);
	audit(r, AUDIT_CHANGE, "interest", of.ref,
		audit_changed(NULL, "ended_on", NULL, in.ended_on));
	flash(r, "It was ended. It stays on the register for its years.");
	return redirect(r, "/interests?who=me&state=all");
}
