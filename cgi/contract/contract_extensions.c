/* contract_extensions.c: extensions that a contract allows: added, taken, lapsed. */
#include <stddef.h>
#include <string.h>
#include "contract_sections.h"
#include "contract_work.h"
#include "incident_work.h"
#include "pages.h"

static const struct choice states[] = {
	{ "possible", "Possible", NULL, false },
	{ "taken", "Taken", NULL, false },
	{ "lapsed", "Lapsed", NULL, false },
};

void contract_section_extensions(
	struct req *r, const struct q_contract_by_ref *c, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_contract_section_extensions), *line;
	struct db_rows *rows = Q_ROWS(r->db, contract_extensions, .contract_id = c->contract_id);
	struct q_contract_extensions row;
	struct tpl *list = NULL;

	tpl_set(t, M_REF, c->ref);
	while (Q_NEXT(rows, contract_extensions, &row)) {
		bool possible = strcmp(row.state, "possible") == 0;

		if (!list)
			list = tpl_add(t, M_LIST);
		line = tpl_add(list, M_EXTENSION);
		tpl_set(line, M_UNTIL, date_text(r->ctx, row.ends_on));
		tpl_set(line, M_STATE,
			choice_label(states, COUNT(states), text_copy(r->ctx, row.state)));
		tpl_set(line, M_STATE_COLOUR,
			possible                          ? "blue"
			: strcmp(row.state, "taken") == 0 ? "green"
							  : "grey");
		if (possible && may_change)
			tpl_set(tpl_add(line, M_CHANGES), M_EXTENSION_REF,
				text_copy(r->ctx, row.ref));
	}
	tpl_show_if(t, M_NONE, !list);
	tpl_show_if(t, M_MAY_CHANGE, may_change);
}

/* ---- Add ------------------------------------------------------------------------------------- */

static const struct field until_field = { .type = FIELD_DATE,
	.name = "ends_on",
	.label = "Until when could it go on?",
	.summary = "Possible until",
	.required = true,
	.missing = "Enter until when it could go on",
	.min_date = "1990-01-01",
	.max_date = "2099-12-31" };

static int show_new(
	struct req *r, const struct q_contract_by_ref *c, const struct form *f, int status)
{
	return contract_form_show(r, c, f,
		&(struct contract_form){ .heading = "Add a possible extension",
			.button = "Add the extension",
			.intro = text_format(r->ctx,
				"What the contract allows beyond %s. It changes nothing until it "
				"is taken.",
				date_text(r->ctx, c->ends_on)) },
		status);
}

/* GET /contracts/:ref/extensions/new */
int contract_extension_new(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_kept(r, &c);

	return refused ? refused : show_new(r, &c, form_new(r->ctx, &until_field, 1), 200);
}

/* POST /contracts/:ref/extensions/new */
int contract_extension_new_save(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_kept(r, &c);
	const char *until;
	struct form *f;

	if (refused)
		return refused;
	f = form_new(r->ctx, &until_field, 1);
	form_take(f, 0, 1, &r->body);
	form_check(f, 0, 1);
	until = contract_typed(f, "ends_on");
	if (until && strcmp(until, c.ends_on) <= 0)
		form_fail(f, "ends_on",
			text_format(r->ctx, "It ends on %s: enter a later day",
				date_text(r->ctx, c.ends_on)));
	if (f->n_errors > 0)
		return show_new(r, &c, f, 422);
	if (Q_RUN(r->db, contract_extension_add, .ref = work_token(r), .contract_id = c.contract_id,
		    .ends_on = until) == DB_DONE) {
		contract_done(r, &c, CONTRACT_EXTENDED, AUDIT_ADD, NULL,
			audit_fact(NULL, "possible until", date_text(r->ctx, until)));
		flash(r, "The extension was added.");
	} else {
		flash_notice(r, "This extension is here already.");
	}
	return redirect(r, "/contracts/%s#extensions", c.ref);
}

/* ---- Take it, or let it lapse -----------------------------------------------------------------
 */

static const struct move {
	const char *path, *state, *heading, *button, *told;
	bool takes;
} moves[] = {
	{ "take", "taken", "Take an extension", "Take the extension", "The contract was extended.",
		true },
	{ "lapse", "lapsed", "An extension lapses", "It lapses", "The extension lapsed.", false },
};

static int show_move(struct req *r, const struct q_contract_by_ref *c, const char *until,
	const struct move *move, const struct form *f, int status)
{
	const char *day = date_text(r->ctx, until);

	return contract_form_show(r, c, f,
		&(struct contract_form){ .heading = move->heading,
			.button = move->button,
			.intro = move->takes
					 ? text_format(r->ctx,
						   "The contract ends on %s. With this it goes on "
						   "until %s. Add its value for the years to come.",
						   date_text(r->ctx, c->ends_on), day)
					 : text_format(r->ctx,
						   "The contract will not go on until %s under "
						   "this extension.",
						   day),
			.warning = !move->takes },
		status);
}

/* 0, or what the page returns. */
static int find(struct req *r, struct q_contract_by_ref *c,
	struct q_contract_extension_by_ref *extension, const struct move **move)
{
	int refused = contract_kept(r, c);

	if (refused)
		return refused;
	*move = NULL;
	for (size_t i = 0; i < COUNT(moves); i++)
		if (strcmp(moves[i].path, r->args[2]) == 0)
			*move = &moves[i];
	if (!*move || !Q_ONE(r->db, contract_extension_by_ref, extension,
			      .contract_id = c->contract_id, .ref = r->args[1]))
		return not_found(r);
	if (strcmp(extension->state, "possible") == 0)
		return 0;
	flash_notice(r, strcmp(extension->state, "taken") == 0 ? "This extension was taken."
							       : "This extension lapsed.");
	return redirect(r, "/contracts/%s#extensions", c->ref);
}

/* GET /contracts/:ref/extensions/:extension/:move */
int contract_extension_move(struct req *r)
{
	struct q_contract_by_ref c;
	struct q_contract_extension_by_ref extension;
	const struct move *move;
	int refused = find(r, &c, &extension, &move);

	if (refused)
		return refused;
	return show_move(r, &c, extension.ends_on, move, form_new(r->ctx, &contract_why, 1), 200);
}

/* POST /contracts/:ref/extensions/:extension/:move */
int contract_extension_move_save(struct req *r)
{
	struct q_contract_by_ref c;
	struct q_contract_extension_by_ref extension;
	const struct move *move;
	int refused = find(r, &c, &extension, &move);
	bool later;
	struct form *f;
	int64_t n = 0;
	json_t *detail;

	if (refused)
		return refused;
	f = form_new(r->ctx, &contract_why, 1);
	form_take(f, 0, 1, &r->body);
	if (form_check(f, 0, 1) > 0)
		return show_move(r, &c, extension.ends_on, move, f, 422);
	Q_RUN_COUNT(r->db, contract_extension_move, &n, .extension_id = extension.extension_id,
		.state = move->state, .row_version = extension.row_version);
	if (n == 0 && db_state(r->db) == DB_FINE) {
		work_overtaken(r, f);
		return show_move(r, &c, extension.ends_on, move, f, 422);
	}
	later = move->takes && strcmp(extension.ends_on, c.ends_on) > 0;
	if (later)
		Q_RUN(r->db, contract_extend, .contract_id = c.contract_id,
			.ends_on = extension.ends_on);
	detail =
		audit_fact(NULL, move->takes ? "extension taken, until" : "extension lapsed, until",
			date_text(r->ctx, extension.ends_on));
	if (later)
		detail = audit_changed(detail, "ends on", date_text(r->ctx, c.ends_on),
			date_text(r->ctx, extension.ends_on));
	contract_done(r, &c, CONTRACT_EXTENDED, AUDIT_CHANGE, contract_typed(f, "why"), detail);
	flash(r, move->told);
	return redirect(r, "/contracts/%s#extensions", c.ref);
}
