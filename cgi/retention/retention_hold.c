/* retention_hold.c: a record is kept although its years are over, with a reason; and no longer. */
#include <stddef.h>
#include <string.h>
#include <time.h>
#include "access.h"
#include "audit.h"
#include "contract_sections.h"
#include "incident_sections.h"
#include "pages.h"
#include "retention.h"

struct typed {
	const char *why, *held_until;
};

static const struct field fields[] = {
	{ .type = FIELD_LONG,
		.name = "why",
		.label = "Why is it to be kept?",
		.hint = "For instance an inquest, a claim or a complaint. Name nobody",
		.required = true,
		.missing = "Say why it is to be kept",
		.max_length = 500,
		.into = offsetof(struct typed, why) },
	{ .type = FIELD_DATE,
		.name = "held_until",
		.label = "Until when?",
		.hint = "The last day. Leave it empty to hold it without end",
		.min_date = "today",
		.max_date = "2199-12-31",
		.into = offsetof(struct typed, held_until) },
};

/* Its kind; NULL: there is none, or this person may not hold one of that kind. */
static const struct retention_kind *find(struct req *r, struct q_retention_one *out)
{
	char ref[REF_LENGTH + 1];
	const struct retention_kind *kind = NULL;

	if (ref_read(r->args[0], ref) &&
		Q_ONE(r->db, retention_one, out, .ref = ref, .now = r->now))
		kind = retention_kind(out->kind);
	return kind && access_allows(r->person, kind->holds) ? kind : NULL;
}

/* The day on which its years are over. */
static const char *last_day(TALLOC_CTX *ctx, int64_t kept_from, int64_t years)
{
	time_t at = (time_t)kept_from;
	struct tm tm;

	gmtime_r(&at, &tm);
	tm.tm_year += (int)years;
	return day_text(ctx, (int64_t)timegm(&tm));
}

static void set_dates(struct req *r, const struct q_retention_one *one, struct tpl *t)
{
	const struct retention_kind *kind = retention_kind(one->kind);
	struct retention_years years = retention_years(r->settings, kind);

	tpl_set(t, M_REF, one->ref);
	tpl_set(t, M_RULE, retention_rule(r->ctx, r->settings, kind));
	tpl_optional(t, M_IS_DUE, M_DUE_DAY,
		one->kept_from ? last_day(r->ctx, one->kept_from,
					 one->serious ? years.serious : years.ordinary)
			       : NULL);
	tpl_show_if(t, M_NOT_DUE, !one->kept_from);
}

static void set_facts(struct req *r, const struct q_retention_one *one, struct tpl *t)
{
	struct tpl *held;

	set_dates(r, one, t);
	tpl_show_if(t, M_NOT_HELD, !one->hold_id);
	if (!one->hold_id)
		return;
	held = tpl_add(t, M_HELD);
	tpl_set(held, M_WHY, one->hold_why);
	tpl_set(held, M_UNTIL,
		one->held_until
			? text_format(r->ctx, "until %s", date_text(r->ctx, one->held_until))
			: "without end");
	tpl_set(held, M_WHO, one->held_by);
	tpl_set(held, M_AT, day_text(r->ctx, one->held_at));
}

/* May they see the record's own page, where they came from? */
static bool sees(const struct req *r, const struct retention_kind *kind)
{
	return kind->path && access_allows(r->person, kind->reads);
}

static int back(struct req *r, const struct retention_kind *kind, const struct q_retention_one *one)
{
	return sees(r, kind) ? redirect(r, "%s/%s", kind->path, one->ref)
			     : redirect(r, access_allows(r->person, WATCHES) ? "/retention" : "/");
}

static void show_trail(struct req *r, const struct q_retention_one *one)
{
	const struct retention_kind *kind = retention_kind(one->kind);

	if (sees(r, kind))
		tpl_set(tpl_add(r->page, kind->trail), M_REF, one->ref);
	else
		tpl_show_if(r->page, M_OF_LIST, access_allows(r->person, WATCHES));
}

static int show(struct req *r, const struct q_retention_one *one, const struct form *f, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	show_trail(r, one);
	set_facts(r, one, r->page);
	form_show(f, 0, f->n, r->page, false);
	return page_show(
		r, status, T_retention_hold, text_format(r->ctx, "Keep %s for longer", one->ref));
}

/* GET /retention/holds/:ref */
int retention_hold_view(struct req *r)
{
	struct q_retention_one one;

	if (!find(r, &one))
		return not_found(r);
	return show(r, &one, form_new(r->ctx, fields, one.hold_id ? 0 : COUNT(fields)), 200);
}

/* POST /retention/holds/:ref */
int retention_hold_save(struct req *r)
{
	struct q_retention_one one;
	const struct retention_kind *kind = find(r, &one);
	struct typed in = { 0 };
	struct form *f;
	int64_t n = 0;

	if (!kind)
		return not_found(r);
	f = form_new(r->ctx, fields, COUNT(fields));
	if (!form_fill(f, &r->body, &in))
		return show(r, &one, f, 422);
	if (one.hold_id) {
		f->form_error = "Somebody else holds it already";
		return show(r, &one, f, 422);
	}
	Q_RUN(r->db, retention_hold_end, .kind = kind->code, .record_id = one.record_id,
		.person_id = r->person->person_id, .now = r->now);
	if (Q_RUN_COUNT(r->db, retention_hold_add, &n, .ref = one.ref, .kind = kind->code,
		    .why = in.why, .held_until = in.held_until, .person_id = r->person->person_id,
		    .now = r->now) == DB_DUPLICATE) {
		f->form_error = "Somebody else holds it already";
		return show(r, &one, f, 422);
	}
	audit(r, AUDIT_ADD, "retention", one.ref,
		audit_fact(NULL, "held_until", in.held_until ? in.held_until : "without end"));
	flash(r, "It is held, and is not destroyed.");
	return back(r, kind, &one);
}

static int show_lift(struct req *r, const struct q_retention_one *one)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	show_trail(r, one);
	set_facts(r, one, r->page);
	return page_show(
		r, 200, T_retention_lift, text_format(r->ctx, "Lift the hold on %s", one->ref));
}

/* GET /retention/holds/:ref/lift */
int retention_lift(struct req *r)
{
	struct q_retention_one one;

	return find(r, &one) && one.hold_id ? show_lift(r, &one) : not_found(r);
}

/* POST /retention/holds/:ref/lift */
int retention_lift_save(struct req *r)
{
	struct q_retention_one one;
	const struct retention_kind *kind = find(r, &one);

	if (!kind || !one.hold_id)
		return not_found(r);
	if (r->body.restored)
		return show_lift(r, &one);
	Q_RUN(r->db, retention_hold_lift, .hold_id = one.hold_id, .person_id = r->person->person_id,
		.now = r->now);
	audit(r, AUDIT_REMOVE, "retention", one.ref, NULL);
	flash(r, "The hold was lifted.");
	return back(r, kind, &one);
}

/* How long a record is kept, and the way to hold it, on its own page. */
static void show_section(struct req *r, const char *ref, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_retention_section);
	struct q_retention_one one;

	if (!Q_ONE(r->db, retention_one, &one, .ref = ref, .now = r->now))
		return;
	set_facts(r, &one, t = tpl_add(t, M_SHOWN));
	if (may_change)
		tpl_set(tpl_add(t, one.hold_id ? M_MAY_LIFT : M_MAY_HOLD), M_REF, one.ref);
}

void incident_section_retention(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	show_section(r, in->ref, may_change, page);
}

void contract_section_retention(
	struct req *r, const struct q_contract_by_ref *c, bool may_change, struct tpl *page)
{
	show_section(r, c->ref, may_change, page);
}
