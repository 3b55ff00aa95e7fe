/* contract_edit.c: a contract or grant is added to the register, and changed. */
#include <sodium.h>
#include <string.h>
#include "contract_edit.h"
#include "contract_work.h"
#include "incident_work.h"
#include "pages.h"
#include "person.h"

static int show(struct req *r, const struct q_contract_by_ref *c, const struct form *f, int status)
{
	const char *title = c ? "Change the contract" : "New contract or grant";
	size_t first = 0, n;

	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_HEADING, title);
	if (c) {
		struct tpl *t = tpl_add(r->page, M_EXISTING);

		tpl_set(t, M_REF, c->ref);
		tpl_set(t, M_REFERENCE, c->reference);
		tpl_set(t, M_SERVICE, c->service);
		tpl_show(r->page, M_IS_EDIT);
	} else {
		tpl_show(r->page, M_FRESH);
		tpl_set(r->page, M_TOKEN, work_token(r));
	}
	for (; first < f->n; first += n) {
		const char *group = contract_edit_group(f->fields[first].name);
		struct tpl *t = tpl_add(r->page, M_GROUP);

		for (n = 0; first + n < f->n &&
			    contract_edit_group(f->fields[first + n].name) == group;)
			n++;
		tpl_set(t, M_GROUP_NAME, group);
		form_show(f, first, n, t, false);
	}
	form_show(f, 0, f->n, r->page, false); /* what is wrong stands above it all */
	return page_show(r, status, T_contract_edit, title);
}

/* ---- What the form engine does not know ------------------------------------------------------ */

static const char *not_one(struct req *r, enum organisation_found found, const char *name)
{
	switch (found) {
	case ORGANISATION_SEVERAL:
		return "Several organisations have this name: enter the code of the one you mean";
	case ORGANISATION_CLOSED:
		return text_format(
			r->ctx, "%s has closed: enter an organisation that is open", name);
	default:
		return "There is no organisation with this code or name. An administrator adds "
		       "new ones";
	}
}

/* The organisation that was typed; of one that is left as it was, the same, closed or not. */
static int64_t organisation_of(
	struct req *r, struct form *f, const struct q_contract_by_ref *c, const char *typed)
{
	struct q_organisations_like of = { 0 };
	enum organisation_found found;

	if (!typed)
		return 0;
	if (c && strcmp(typed, organisation_words(r->ctx, c->organisation, c->organisation_code)) ==
			 0)
		return c->organisation_id;
	found = organisation_typed(r->db, r->ctx, typed, &of);
	if (found == ORGANISATION_FOUND && strcmp(of.kind, "commissioner") != 0)
		return of.organisation_id;
	form_fail(f, "organisation",
		found == ORGANISATION_FOUND ? "The commissioner has no contract with itself"
					    : not_one(r, found, of.name));
	return 0;
}

static bool before(const struct form *f, const char *one, const char *other)
{
	const char *first = contract_typed(f, one), *second = contract_typed(f, other);

	return first && second && strcmp(first, second) < 0;
}

static void check_more(struct form *f)
{
	const char *months = contract_typed(f, "return_months");

	if (before(f, "first_ends_on", "starts_on"))
		form_fail(f, "first_ends_on", "It cannot end before it starts");
	if (before(f, "ends_on", "starts_on"))
		form_fail(f, "ends_on", "It cannot end before it starts");
	if (months && strcmp(months, "0") != 0 && !contract_typed(f, "returns_from")) {
		size_t i;

		if (form_field_index(f, "returns_from", &i) && !f->values[i].error)
			form_fail(f, "returns_from",
				"Enter the day on which the first period begins");
	}
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

/* ---- New ------------------------------------------------------------------------------------- */

/* GET /contracts/new */
int contract_new(struct req *r)
{
	struct form *f = contract_edit_form(r, NULL);

	form_put(f, "status", 0, "live");
	form_put(f, "public", 0, "yes");
	return show(r, NULL, f, 200);
}

/* The reference in addresses of the row; NULL: another contract has this reference. The form's
 * token is its reference, so that a double tap makes one. */
static const char *add(
	struct req *r, const struct contract_typed *in, int64_t organisation_id, bool *fresh)
{
	const char *ref = work_token(r), *lead = NULL;
	struct q_contract_by_reference there;
	uint8_t submission[16];
	char other[REF_LENGTH + 1];

	for (int tries = 0; tries < 3; tries++) {
		int64_t months = 0;

		randombytes_buf(submission, sizeof submission);
		check_number(in->return_months, &months);
		*fresh = Q_RUN(r->db, contract_add, .ref = ref,
				 .submission = { submission, sizeof submission },
				 .reference = in->reference, .organisation_id = organisation_id,
				 .kind = in->kind, .service = in->service,
				 .served = or_empty(in->served), .area = or_empty(in->area),
				 .route = in->route, .starts_on = in->starts_on,
				 .first_ends_on = in->first_ends_on, .status = in->status,
				 .aim = in->aim, .notice_months = in->notice_months,
				 .lead_id = contract_person(r, 0, in->lead, &lead),
				 .monitoring = or_empty(in->monitoring), .return_months = months,
				 .returns_from = months ? in->returns_from : NULL,
				 .review_months = in->review_months,
				 .next_review_on = in->next_review_on,
				 .public = in->public) == DB_DONE;
		if (*fresh || db_state(r->db) != DB_FINE)
			return ref;
		if (Q_ONE(r->db, contract_by_reference, &there, .reference = in->reference))
			return strcmp(there.ref, ref) == 0 ? ref : NULL;
		ref_make(other); /* the form was used for another contract already */
		ref = text_copy(r->ctx, other);
	}
	return NULL;
}

/* POST /contracts/new */
int contract_new_save(struct req *r)
{
	struct form *f = contract_edit_form(r, NULL);
	struct q_contract_by_ref c;
	struct contract_typed in = { 0 };
	bool filled = form_fill(f, &r->body, &in), fresh = false;
	int64_t organisation_id = organisation_of(r, f, NULL, contract_typed(f, "organisation"));
	const char *ref = NULL;

	check_more(f);
	if (!filled || f->n_errors > 0)
		return show(r, NULL, f, 422);
	ref = add(r, &in, organisation_id, &fresh);
	if (!ref) {
		form_fail(f, "reference", "Another contract has this reference");
		return show(r, NULL, f, 422);
	}
	if (fresh && Q_ONE(r->db, contract_by_ref, &c, .ref = ref)) {
		contract_done(r, &c, CONTRACT_ADDED, AUDIT_ADD, NULL,
			audit_fact(audit_fact(NULL, "reference", c.reference), "organisation",
				c.organisation));
		contract_words(r->db, r->ctx, c.contract_id);
	}
	flash(r, text_format(r->ctx, "%s was added. Its values, KPIs and documents come next.",
			 in.reference));
	return redirect(r, "/contracts/%s", ref);
}

/* ---- Edit ------------------------------------------------------------------------------------ */

/* GET /contracts/:ref/edit */
int contract_edit(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_kept(r, &c);
	struct form *f;

	if (refused)
		return refused;
	f = contract_edit_form(r, &c);
	f = contract_edit_stored(r, f, &c);
	work_carry(r, c.row_version, form_seen(f));
	return show(r, &c, f, 200);
}

/* False: somebody else was quicker by a moment, or (*taken) another contract has the reference. */
static bool set(struct req *r, const struct q_contract_by_ref *c, const struct contract_typed *in,
	int64_t organisation_id, bool *taken)
{
	const char *lead = NULL;
	int64_t n = 0, months = 0;

	check_number(in->return_months, &months);
	*taken = db_run(r->db, &q_contract_set_def,
			 &(struct q_contract_set_in){ .contract_id = c->contract_id,
				 .row_version = c->row_version,
				 .reference = in->reference,
				 .organisation_id = organisation_id,
				 .kind = in->kind,
				 .service = in->service,
				 .served = or_empty(in->served),
				 .area = or_empty(in->area),
				 .route = in->route,
				 .starts_on = in->starts_on,
				 .first_ends_on = in->first_ends_on,
				 .ends_on = in->ends_on,
				 .status = in->status,
				 .aim = in->aim,
				 .lead_id = contract_person(r, c->lead_id, in->lead, &lead),
				 .notice_months = in->notice_months,
				 .monitoring = or_empty(in->monitoring),
				 .return_months = months,
				 .returns_from = in->returns_from,
				 .review_months = in->review_months,
				 .next_review_on = in->next_review_on,
				 .public = in->public },
			 &n) == DB_DUPLICATE;
	return n == 1 || db_state(r->db) != DB_FINE;
}

/* POST /contracts/:ref/edit */
int contract_edit_save(struct req *r)
{
	struct q_contract_by_ref c;
	struct contract_typed in = { 0 };
	int refused = contract_kept(r, &c);
	struct form *f, *now;
	bool filled, taken = false;
	int64_t organisation_id;
	json_t *detail;

	if (refused)
		return refused;
	f = contract_edit_form(r, &c);
	now = contract_edit_stored(r, f, &c);
	filled = form_fill(f, &r->body, &in);
	organisation_id = organisation_of(r, f, &c, contract_typed(f, "organisation"));
	check_more(f);
	if (contract_again(r, f, filled, now, c.row_version))
		return show(r, &c, f, 422);
	detail = contract_changes(r, now, f);
	if (!detail) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/contracts/%s", c.ref);
	}
	if (!set(r, &c, &in, organisation_id, &taken)) {
		json_decref(detail);
		if (taken)
			form_fail(f, "reference", "Another contract has this reference");
		else
			work_overtaken(r, f);
		return show(r, &c, f, 422);
	}
	if (organisation_id != c.organisation_id)
		Q_RUN(r->db, contract_returns_follow, .contract_id = c.contract_id,
			.organisation_id = organisation_id);
	contract_done(r, &c, CONTRACT_EDITED, AUDIT_CHANGE, in.why, detail);
	contract_words(r->db, r->ctx, c.contract_id);
	flash(r, "The contract was changed.");
	return redirect(r, "/contracts/%s", c.ref);
}
