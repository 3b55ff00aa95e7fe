/* contract_aims.c: the strategic aims that contracts serve: their list, a new one, another name,
 * not offered any more. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "contract.h"
#include "pages.h"

struct naming {
	const char *name;
};

static const struct choice ended_choices[] = {
	{ "ended", "Not offered any more", "Contracts that serve it keep it", false },
};

static const struct field fields[] = {
	{ .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.required = true,
		.max_length = 100,
		.autocomplete = "off",
		.missing = "Enter a name",
		.into = offsetof(struct naming, name) },
	{ .type = FIELD_CHECKBOXES,
		.name = "ended",
		.label = "Ended",
		.unmarked = true,
		.choices = ended_choices,
		.n_choices = COUNT(ended_choices) },
};
enum { NEW_FIELDS = 1 }; /* a new one is offered */

static const char taken[] = "There is an aim with this name already";

static int show_list(struct req *r, const struct form *f, int status)
{
	bool keeps = access_allows(r->person, KEEPS_CONTRACTS);
	struct db_rows *rows = Q_ROWS(r->db, contract_aims);
	struct tpl *table = NULL, *form;
	struct q_contract_aims row;

	tpl_show_if(r->page, M_NONE, db_rows_count(rows) == 0);
	while (Q_NEXT(rows, contract_aims, &row)) {
		struct tpl *line;
		const char *ref = text_copy(r->ctx, row.ref), *name = text_copy(r->ctx, row.name);

		table = table ? table : tpl_add(r->page, M_LIST);
		line = tpl_add(table, M_ROW);
		tpl_set(line, M_NAME, name);
		tpl_set(line, M_AIM_REF, ref);
		tpl_count(line, M_N, row.contracts);
		tpl_show_if(line, M_ENDED, row.ended);
		if (keeps)
			tpl_set(tpl_add(line, M_MAY_CHANGE), M_AIM_REF, ref);
	}
	if (keeps) {
		form = tpl_add(r->page, M_FORM);
		tpl_set(form, M_CSRF, r->csrf);
		form_show(f, 0, f->n, form, false);
	}
	return page_show(r, status, T_contract_aims, "Strategic aims");
}

/* GET /contracts/aims */
int contract_aims_view(struct req *r)
{
	return show_list(r, form_new(r->ctx, fields, NEW_FIELDS), 200);
}

/* POST /contracts/aims */
int contract_aims_add(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, NEW_FIELDS);
	struct q_contract_aim_named made;
	struct naming in = { 0 };

	if (!form_fill(f, &r->body, &in))
		return show_list(r, f, 422);
	if (Q_RUN(r->db, contract_aim_add, .name = in.name) == DB_DUPLICATE) {
		form_fail(f, "name", taken);
		return show_list(r, f, 422);
	}
	if (Q_ONE(r->db, contract_aim_named, &made, .name = in.name))
		audit(r, AUDIT_ADD, "contract", made.ref,
			audit_fact(NULL, "strategic aim", in.name));
	flash(r, text_format(r->ctx, "%s was added.", in.name));
	return redirect(r, "/contracts/aims");
}

/* ---- One aim --------------------------------------------------------------------------------- */

static struct form *aim_form(struct req *r, const struct q_contract_aim_by_ref *aim)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));

	form_put(f, "name", 0, aim->name);
	form_put(f, "ended", 0, aim->ended ? "ended" : NULL);
	return f;
}

static int show_aim(struct req *r, const struct form *f, const struct q_contract_aim_by_ref *aim,
	const char *row_version, const char *seen, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_NAME_NOW, aim->name);
	tpl_set(r->page, M_ROW_VERSION, row_version ? row_version : "");
	tpl_set(r->page, M_SEEN, seen ? seen : "");
	form_show(f, 0, f->n, r->page, false);
	return page_show(
		r, status, T_contract_aims_edit, text_format(r->ctx, "Change %s", aim->name));
}

static const char *version_of(struct req *r, const struct q_contract_aim_by_ref *aim)
{
	return text_format(r->ctx, "%lld", (long long)aim->row_version);
}

/* GET /contracts/aims/:aim */
int contract_aim_edit(struct req *r)
{
	struct q_contract_aim_by_ref aim;
	struct form *f;

	if (!Q_ONE(r->db, contract_aim_by_ref, &aim, .ref = r->args[0]))
		return not_found(r);
	f = aim_form(r, &aim);
	return show_aim(r, f, &aim, version_of(r, &aim), form_seen(f), 200);
}

/* False: the form is to be shown again, and says why. */
static bool store(struct req *r, struct form *f, const struct q_contract_aim_by_ref *aim,
	const struct naming *in, bool ended)
{
	int64_t changed = 0;

	if (Q_RUN_COUNT(r->db, contract_aim_update, &changed, .name = in->name, .ended = ended,
		    .aim_id = aim->aim_id, .row_version = aim->row_version) == DB_DUPLICATE)
		form_fail(f, "name", taken);
	else if (changed == 0)
		form_fail(f, NULL, "Somebody else changed this aim just now. Save again");
	return f->n_errors == 0;
}

/* POST /contracts/aims/:aim */
int contract_aim_edit_save(struct req *r)
{
	bool ended = params_get(&r->body, "ended") != NULL;
	const char *seen = params_get(&r->body, "seen"),
		   *typed = params_get(&r->body, "row_version");
	struct q_contract_aim_by_ref aim;
	struct naming in = { 0 };
	json_t *detail = NULL;
	struct form *f, *now;

	if (!Q_ONE(r->db, contract_aim_by_ref, &aim, .ref = r->args[0]))
		return not_found(r);
	now = aim_form(r, &aim);
	f = form_new(r->ctx, fields, COUNT(fields));
	form_fill(f, &r->body, &in);
	if (f->n_errors == 0 && (!typed || strcmp(typed, version_of(r, &aim)) != 0) &&
		form_conflict(f, now, seen)) {
		typed = version_of(r, &aim);
		seen = form_seen(now);
	}
	if (f->n_errors == 0) {
		detail = audit_changed(NULL, "strategic aim", aim.name, in.name);
		detail = audit_changed(
			detail, "offered", aim.ended ? "no" : "yes", ended ? "no" : "yes");
	}
	if (f->n_errors > 0 || (detail && !store(r, f, &aim, &in, ended))) {
		json_decref(detail);
		return show_aim(r, f, &aim, typed, seen, 422);
	}
	if (detail)
		audit(r, AUDIT_CHANGE, "contract", aim.ref, detail);
	flash(r, detail ? text_format(r->ctx, "%s was changed.", in.name)
			: "There was nothing to change.");
	return redirect(r, "/contracts/aims");
}
