/* contract_kpis.c: the KPIs of a contract: their section, adding one, changing one, ending one. */
#include <stddef.h>
#include <string.h>
#include "contract_sections.h"
#include "contract_work.h"
#include "incident_work.h"
#include "pages.h"

/* ---- The section ----------------------------------------------------------------------------- */

static const char *asked(TALLOC_CTX *ctx, int64_t nth)
{
	return nth == 1   ? "in every return"
	       : nth == 2 ? "in every second return"
	       : nth == 3 ? "in every third return"
			  : text_format(ctx, "in every %lldth return", (long long)nth);
}

void contract_section_kpis(
	struct req *r, const struct q_contract_by_ref *c, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_contract_section_kpis), *list = NULL;
	struct db_rows *rows = Q_ROWS(r->db, contract_kpis, .contract_id = c->contract_id);
	struct q_contract_kpis row;

	while (Q_NEXT(rows, contract_kpis, &row)) {
		bool high = strcmp(row.better, "high") == 0;
		const char *unit = text_copy(r->ctx, row.unit);
		struct tpl *line, *change;

		if (!list) {
			list = tpl_add(t, M_LIST);
			tpl_show_if(list, M_MAY_CHANGE, may_change);
		}
		line = tpl_add(list, M_KPI);
		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_set(line, M_TARGET, contract_figure(r->ctx, row.target, unit));
		tpl_set(line, M_RULE, contract_rule(r->ctx, row.target, high, row.amber, unit));
		tpl_set(line, M_EVERY, asked(r->ctx, row.every));
		tpl_show_if(line, M_IS_OUTCOME, row.outcome);
		tpl_optional(line, M_HAS_ENDED, M_ENDED,
			row.ended_on ? date_text(r->ctx, row.ended_on) : NULL);
		if (!may_change)
			continue;
		change = tpl_add(line, M_CHANGES);
		tpl_set(change, M_KPI_REF, text_copy(r->ctx, row.ref));
		tpl_show(change, row.ended_on ? M_IS_ENDED : M_IS_ASKED);
	}
	tpl_set(t, M_REF, c->ref);
	tpl_show_if(t, M_NONE, !list);
	tpl_show_if(t, M_MAY_ADD, may_change);
}

/* ---- The form -------------------------------------------------------------------------------- */

struct typed {
	const char *name, *unit, *better, *why;
	int64_t target, amber, every;
	bool outcome;
};

enum { FIELDS = 8 }; /* the last is why: of a change alone */
static const int64_t target_most = 100000000000;

static const struct field fields[FIELDS] = {
	{ .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.hint = "What is measured, so that both sides count the same",
		.required = true,
		.missing = "Say what is measured",
		.max_length = 200,
		.autocomplete = "off",
		.into = offsetof(struct typed, name) },
	{ .type = FIELD_SELECT,
		.name = "unit",
		.label = "Unit",
		.required = true,
		.missing = "Select its unit",
		.choices = contract_units,
		.n_choices = CONTRACT_UNITS,
		.into = offsetof(struct typed, unit) },
	{ .type = FIELD_DECIMAL,
		.name = "target",
		.label = "Target",
		.required = true,
		.missing = "Enter its target",
		.min = -target_most,
		.max = target_most,
		.into = offsetof(struct typed, target) },
	{ .type = FIELD_RADIOS,
		.name = "better",
		.label = "Which way is better?",
		.required = true,
		.missing = "Select whether more or less is better",
		.choices = contract_better,
		.n_choices = CONTRACT_BETTER,
		.into = offsetof(struct typed, better) },
	{ .type = FIELD_NUMBER,
		.name = "amber",
		.label = "Margin for amber",
		.hint = "Missed by at most so many per cent of the target: amber. Further: red",
		.required = true,
		.suffix = "per cent",
		.min = 0,
		.max = 100,
		.missing = "Enter the margin for amber; 0 for none",
		.into = offsetof(struct typed, amber) },
	{ .type = FIELD_NUMBER,
		.name = "every",
		.label = "How many returns from one figure to the next?",
		.hint = "1: every return asks for it. 4, with quarterly returns: once a year",
		.required = true,
		.missing = "Enter in which returns it is asked; 1 for every one",
		.min = 1,
		.max = 12,
		.into = offsetof(struct typed, every) },
	{ .type = FIELD_YES_NO,
		.name = "outcome",
		.label = "Does it count what people got out of it?",
		.summary = "Counts outcomes",
		.hint = "Yes for an outcome, like people who found work: value for money is money "
			"by this",
		.required = true,
		.missing = "Select whether it counts outcomes",
		.into = offsetof(struct typed, outcome) },
	{ .type = FIELD_LONG,
		.name = "why",
		.label = "Why is it changed?",
		.hint = "Returns that were sent keep the target of their time",
		.required = true,
		.max_length = 500,
		.missing = "Say why it is changed",
		.into = offsetof(struct typed, why) },
};

static int show(struct req *r, const struct q_contract_by_ref *c, const struct form *f,
	const struct q_contract_kpi_by_ref *kpi, int status)
{
	return contract_form_show(r, c, f,
		&(struct contract_form){ .heading = kpi ? "Change a KPI" : "Add a KPI",
			.button = kpi ? "Save" : "Add the KPI",
			.intro = kpi ? text_format(r->ctx,
					       "As it is now: %s. A new target counts for returns "
					       "that are sent from then on. What was sent before "
					       "keeps its own, when it is corrected too.",
					       contract_rule(r->ctx, kpi->target,
						       strcmp(kpi->better, "high") == 0, kpi->amber,
						       kpi->unit))
				     : NULL,
			.existing = kpi != NULL },
		status);
}

/* {"KPI": name, "Rule": …} for the history. */
static json_t *told(struct req *r, const struct typed *in)
{
	return audit_fact(audit_fact(NULL, "KPI", in->name), "rule",
		contract_rule(
			r->ctx, in->target, strcmp(in->better, "high") == 0, in->amber, in->unit));
}

/* ---- Add ------------------------------------------------------------------------------------- */

/* GET /contracts/:ref/kpis/new */
int contract_kpi_new(struct req *r)
{
	struct q_contract_by_ref c;
	int refused = contract_kept(r, &c);
	struct form *f;

	if (refused)
		return refused;
	f = form_new(r->ctx, fields, FIELDS - 1);
	form_put(f, "amber", 0, "10");
	form_put(f, "every", 0, "1");
	return show(r, &c, f, NULL, 200);
}

/* POST /contracts/:ref/kpis/new */
int contract_kpi_new_save(struct req *r)
{
	struct q_contract_by_ref c;
	struct typed in = { 0 };
	int refused = contract_kept(r, &c);
	struct form *f;

	if (refused)
		return refused;
	f = form_new(r->ctx, fields, FIELDS - 1);
	if (!form_fill(f, &r->body, &in))
		return show(r, &c, f, NULL, 422);
	if (Q_RUN(r->db, contract_kpi_add, .ref = work_token(r), .contract_id = c.contract_id,
		    .name = in.name, .unit = in.unit, .target = in.target, .better = in.better,
		    .amber = in.amber, .every = in.every, .outcome = in.outcome) == DB_DONE)
		contract_done(r, &c, CONTRACT_KPI, AUDIT_ADD, NULL, told(r, &in));
	flash(r, text_format(r->ctx, "%s was added.", in.name));
	return redirect(r, "/contracts/%s#kpis", c.ref);
}

/* ---- Change ---------------------------------------------------------------------------------- */

/* 0, or what the page returns. */
static int find(struct req *r, struct q_contract_by_ref *c, struct q_contract_kpi_by_ref *kpi)
{
	int refused = contract_kept(r, c);

	if (refused)
		return refused;
	return Q_ONE(r->db, contract_kpi_by_ref, kpi, .contract_id = c->contract_id,
		       .ref = r->args[1])
		       ? 0
		       : not_found(r);
}

static struct form *stored(struct req *r, const struct q_contract_kpi_by_ref *kpi)
{
	struct form *f = form_new(r->ctx, fields, FIELDS);

	form_put(f, "name", 0, kpi->name);
	form_put(f, "unit", 0, kpi->unit);
	form_put(f, "target", 0, decimal_plain(r->ctx, kpi->target));
	form_put(f, "better", 0, kpi->better);
	form_put(f, "amber", 0, text_format(r->ctx, "%lld", (long long)kpi->amber));
	form_put(f, "every", 0, text_format(r->ctx, "%lld", (long long)kpi->every));
	form_put(f, "outcome", 0, kpi->outcome ? "yes" : "no");
	return f;
}

/* GET /contracts/:ref/kpis/:kpi/edit */
int contract_kpi_edit(struct req *r)
{
	struct q_contract_by_ref c;
	struct q_contract_kpi_by_ref kpi;
	int refused = find(r, &c, &kpi);
	struct form *f;

	if (refused)
		return refused;
	f = stored(r, &kpi);
	work_carry(r, kpi.row_version, form_seen(f));
	return show(r, &c, f, &kpi, 200);
}

/* POST /contracts/:ref/kpis/:kpi/edit */
int contract_kpi_edit_save(struct req *r)
{
	struct q_contract_by_ref c;
	struct q_contract_kpi_by_ref kpi;
	struct q_contract_kpi_measured measured;
	struct typed in = { 0 };
	int refused = find(r, &c, &kpi);
	struct form *f, *now;
	int64_t n = 0;
	json_t *detail;
	bool fine;

	if (refused)
		return refused;
	f = form_new(r->ctx, fields, FIELDS);
	now = stored(r, &kpi);
	fine = form_fill(f, &r->body, &in);
	/* A figure means nothing without the unit that it was sent in. */
	if (fine && strcmp(in.unit, kpi.unit) != 0 &&
		Q_ONE(r->db, contract_kpi_measured, &measured, .kpi_id = kpi.kpi_id))
		form_fail(f, "unit",
			"Returns have figures in the unit of before. End this KPI, and add "
			"another with the new unit");
	if (contract_again(r, f, fine, now, kpi.row_version))
		return show(r, &c, f, &kpi, 422);
	detail = contract_changes(r, now, f);
	if (!detail) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/contracts/%s#kpis", c.ref);
	}
	Q_RUN_COUNT(r->db, contract_kpi_set, &n, .kpi_id = kpi.kpi_id,
		.row_version = kpi.row_version, .name = in.name, .unit = in.unit,
		.target = in.target, .better = in.better, .amber = in.amber, .every = in.every,
		.outcome = in.outcome);
	if (n == 0 && db_state(r->db) == DB_FINE) {
		json_decref(detail);
		work_overtaken(r, f);
		return show(r, &c, f, &kpi, 422);
	}
	contract_done(
		r, &c, CONTRACT_KPI, AUDIT_CHANGE, in.why, audit_fact(detail, "KPI", in.name));
	flash(r, text_format(r->ctx, "%s was changed.", in.name));
	return redirect(r, "/contracts/%s#kpis", c.ref);
}

/* ---- End, and ask again ---------------------------------------------------------------------- */

/* By the last part of the address. */
static const struct move {
	const char *path, *heading, *button, *told, *asked;
	bool ends;
} moves[] = {
	{ "end", "End a KPI", "End the KPI", "The KPI was ended.", "no longer", true },
	{ "again", "Ask for a KPI again", "Ask for it again", "Returns ask for it again.", "again",
		false },
};

static int show_move(struct req *r, const struct q_contract_by_ref *c,
	const struct q_contract_kpi_by_ref *kpi, const struct move *move, const struct form *f,
	int status)
{
	return contract_form_show(r, c, f,
		&(struct contract_form){ .heading = move->heading,
			.button = move->button,
			.intro = text_format(r->ctx,
				move->ends
					? "%s: returns ask for it no longer. What was sent stays."
					: "%s: the next return asks for it again.",
				kpi->name),
			.warning = move->ends },
		status);
}

/* 0 with the move; or what the page returns: one that was made already is not made again. */
static int find_move(struct req *r, struct q_contract_by_ref *c, struct q_contract_kpi_by_ref *kpi,
	const struct move **move)
{
	int refused = find(r, c, kpi);

	if (refused)
		return refused;
	*move = NULL;
	for (size_t i = 0; i < COUNT(moves); i++)
		if (strcmp(moves[i].path, r->args[2]) == 0)
			*move = &moves[i];
	if (!*move)
		return not_found(r);
	if ((*move)->ends == !kpi->ended_on)
		return 0;
	flash_notice(r, kpi->ended_on ? "Returns ask for it no longer." : "Returns ask for it.");
	return redirect(r, "/contracts/%s#kpis", c->ref);
}

/* GET /contracts/:ref/kpis/:kpi/:move */
int contract_kpi_move(struct req *r)
{
	struct q_contract_by_ref c;
	struct q_contract_kpi_by_ref kpi;
	const struct move *move;
	int refused = find_move(r, &c, &kpi, &move);

	if (refused)
		return refused;
	return show_move(r, &c, &kpi, move, form_new(r->ctx, &contract_why, 1), 200);
}

/* POST /contracts/:ref/kpis/:kpi/:move */
int contract_kpi_move_save(struct req *r)
{
	struct q_contract_by_ref c;
	struct q_contract_kpi_by_ref kpi;
	const struct move *move;
	int refused = find_move(r, &c, &kpi, &move);
	char today[11];
	struct form *f;
	int64_t n = 0;

	if (refused)
		return refused;
	f = form_new(r->ctx, &contract_why, 1);
	form_take(f, 0, 1, &r->body);
	if (form_check(f, 0, 1) > 0)
		return show_move(r, &c, &kpi, move, f, 422);
	check_today(r->now, today);
	Q_RUN_COUNT(r->db, contract_kpi_ends, &n, .kpi_id = kpi.kpi_id,
		.row_version = kpi.row_version, .ended_on = move->ends ? today : NULL);
	if (n == 0 && db_state(r->db) == DB_FINE) {
		work_overtaken(r, f);
		return show_move(r, &c, &kpi, move, f, 422);
	}
	contract_done(r, &c, CONTRACT_KPI, AUDIT_CHANGE, contract_typed(f, "why"),
		audit_fact(audit_fact(NULL, "KPI", kpi.name), "asked for", move->asked));
	flash(r, move->told);
	return redirect(r, "/contracts/%s#kpis", c.ref);
}
