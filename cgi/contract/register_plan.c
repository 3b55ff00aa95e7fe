/* register_plan.c: what a file would change in the register. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include "register_import.h"

static const struct choice yes_no[] = { { "1", "Yes", NULL, false }, { "0", "No", NULL, false } };

const char *register_words(TALLOC_CTX *ctx, enum register_column column, const char *value)
{
	int64_t pence = 0;

	if (!value || !*value)
		return "nothing";
	switch (column) {
	case REGISTER_KIND:
		return choice_label(contract_kinds, CONTRACT_KINDS, value);
	case REGISTER_ROUTE:
		return choice_label(contract_routes, CONTRACT_ROUTES, value);
	case REGISTER_STATUS:
		return choice_label(contract_statuses, CONTRACT_STATUSES, value);
	case REGISTER_PUBLIC:
		return choice_label(yes_no, COUNT(yes_no), value);
	case REGISTER_VALUE_NOW:
		return check_decimal(value, &pence) ? money_text(ctx, pence) : value;
	case REGISTER_RETURN_MONTHS:
	case REGISTER_REVIEW_MONTHS:
		return strcmp(value, "0") == 0 ? "nothing" : value;
	case REGISTER_STARTS:
	case REGISTER_FIRST_ENDS:
	case REGISTER_ENDS:
	case REGISTER_NEXT_REVIEW:
	case REGISTER_RETURNS_FROM:
		return date_text(ctx, value);
	default:
		return value;
	}
}

/* What is here, as a file would have it. */
static void take_existing(TALLOC_CTX *ctx, const struct q_register_by_reference *row,
	const char *values[REGISTER_COLUMNS])
{
	const char *const here[REGISTER_COLUMNS] = { row->reference, row->organisation_code,
		row->organisation, row->kind, row->service, row->served, row->area, row->route,
		row->starts_on, row->first_ends_on, row->ends_on,
		decimal_plain(ctx, row->value_pence), NULL, row->lead, row->next_review_on,
		row->status, row->aim, row->monitoring,
		text_format(ctx, "%d", (int)row->return_months), row->returns_from,
		text_format(ctx, "%d", (int)row->review_months),
		row->notice_months ? text_format(ctx, "%d", (int)row->notice_months) : "",
		row->public ? "1" : "0" };

	for (int k = 0; k < REGISTER_COLUMNS; k++)
		values[k] = text_copy(ctx, here[k] ? here[k] : "");
}

static const char *const begins_with[REGISTER_COLUMNS] = { [REGISTER_KIND] = "contract",
	[REGISTER_ROUTE] = "unknown",
	[REGISTER_STATUS] = "live",
	[REGISTER_RETURN_MONTHS] = "0",
	[REGISTER_REVIEW_MONTHS] = "0",
	[REGISTER_PUBLIC] = "1" };

/* One more fault of a row; it will not be stored. */
static void wrong(struct register_plan *plan, struct register_item *item, const char *reason)
{
	register_fault(plan->file, item->row->line, "%s", reason);
	item->fate = REGISTER_WRONG;
}

/* Whose it is; the file's code goes before its name. */
static void find_organisation(struct req *r, struct register_plan *plan, struct register_item *item)
{
	const char *code = item->row->values[REGISTER_ORGANISATION_CODE],
		   *name = item->row->values[REGISTER_ORGANISATION];
	struct q_register_organisation found;

	if (item->row->bad[REGISTER_ORGANISATION_CODE] || (!code && !name))
		return;
	if (!Q_ONE(r->db, register_organisation, &found, .code = code ? code : "",
		    .name = name ? name : ""))
		return;
	if (found.found != 1)
		return wrong(plan, item,
			text_format(r->ctx,
				found.found ? "%s organisations have the name “%s”: give the code"
					    : "%s organisation is called “%s”: add it first",
				found.found ? "Several" : "No", code ? code : name));
	item->organisation_id = found.organisation_id;
	item->values[REGISTER_ORGANISATION_CODE] = text_copy(r->ctx, found.code);
	item->values[REGISTER_ORGANISATION] = text_copy(r->ctx, found.name);
}

static void find_lead(struct req *r, struct register_plan *plan, struct register_item *item)
{
	const char *who = item->row->values[REGISTER_LEAD];
	struct q_register_lead found;

	if (!who || strcmp(who, item->values[REGISTER_LEAD]) == 0)
		return; /* as it is: they may have left since */
	if (!Q_ONE(r->db, register_lead, &found, .who = who))
		return;
	if (found.found != 1)
		return wrong(plan, item,
			text_format(r->ctx,
				found.found ? "Several contract reviewers are called “%s”: give an "
					      "e-mail address"
					    : "No contract reviewer is called “%s”",
				who));
	item->lead_id = found.person_id;
	item->values[REGISTER_LEAD] = text_copy(r->ctx, found.name);
}

/* What a new contract must have; of one that is here already an empty cell says nothing. */
static void check_given(struct req *r, struct register_plan *plan, struct register_item *item)
{
	static const struct {
		const char *word;
		enum register_column column, other;
	} needed[] = {
		{ "organisation", REGISTER_ORGANISATION_CODE, REGISTER_ORGANISATION },
		{ "service", REGISTER_SERVICE, REGISTER_SERVICE },
		{ "start", REGISTER_STARTS, REGISTER_STARTS },
		{ "end", REGISTER_FIRST_ENDS, REGISTER_ENDS },
	};
	const struct register_row *row = item->row;

	for (size_t i = 0; i < COUNT(needed); i++)
		if (!*item->values[needed[i].column] && !*item->values[needed[i].other] &&
			!row->bad[needed[i].column] && !row->bad[needed[i].other])
			wrong(plan, item,
				text_format(r->ctx, "The line has no %s", needed[i].word));
}

/* Whether what is there fits together, whatever came from where. */
static void check_whole(struct register_plan *plan, struct register_item *item)
{
	const bool *bad = item->row->bad;
	const char **v = item->values;

	if (!*v[REGISTER_FIRST_ENDS])
		v[REGISTER_FIRST_ENDS] = v[REGISTER_ENDS];
	if (!*v[REGISTER_ENDS])
		v[REGISTER_ENDS] = v[REGISTER_FIRST_ENDS];
	if (!bad[REGISTER_STARTS] &&
		((*v[REGISTER_ENDS] && !bad[REGISTER_ENDS] &&
			 strcmp(v[REGISTER_STARTS], v[REGISTER_ENDS]) > 0) ||
			(*v[REGISTER_FIRST_ENDS] && !bad[REGISTER_FIRST_ENDS] &&
				strcmp(v[REGISTER_STARTS], v[REGISTER_FIRST_ENDS]) > 0)))
		wrong(plan, item, "It ends before it starts");
	if (strcmp(v[REGISTER_RETURN_MONTHS], "0") != 0 && !*v[REGISTER_RETURNS_FROM])
		v[REGISTER_RETURNS_FROM] = v[REGISTER_STARTS];
}

static bool same(enum register_column k, const char *a, const char *b)
{
	int64_t x, y;

	if (k == REGISTER_VALUE_NOW && check_decimal(a, &x) && check_decimal(b, &y))
		return x == y;
	/* No months are 0 months: a new contract that has none of them says nothing of it. */
	if (k == REGISTER_RETURN_MONTHS || k == REGISTER_REVIEW_MONTHS)
		return strcmp(*a ? a : "0", *b ? b : "0") == 0;
	return strcmp(a, b) == 0;
}

/* Amounts of years that are other than here. here: "2025 1200000;2026 …", in pence. */
static bool annual_differs(const char *here, const char *wanted)
{
	while (*wanted) {
		int64_t pence = 0, year = strtoll(wanted, NULL, 10);
		size_t len = strcspn(wanted, ";");
		char amount[40] = "", *found;
		char key[24];

		if (len > 5 && len - 5 < sizeof amount)
			memcpy(amount, wanted + 5, len - 5);
		if (check_decimal(amount, &pence)) {
			snprintf(key, sizeof key, "%lld ", (long long)year);
			found = strstr(here, key);
			if (!found || strtoll(found + strlen(key), NULL, 10) != pence)
				return true;
		}
		wanted += len + (wanted[len] == ';');
	}
	return false;
}

static void note(struct req *r, struct register_item *item, enum register_column k,
	const char *from, const char *to)
{
	item->changes[item->n_changes++] = (struct register_change){ k,
		register_words(r->ctx, k, from), register_words(r->ctx, k, to) };
}

static void compare(struct req *r, struct register_item *item,
	const struct q_register_by_reference *here, const char *before[REGISTER_COLUMNS])
{
	const char *annual = item->row->values[REGISTER_ANNUAL];

	for (int k = 0; k < REGISTER_COLUMNS; k++)
		if (k != REGISTER_ANNUAL && k != REGISTER_ORGANISATION &&
			!same((enum register_column)k, before[k], item->values[k]))
			note(r, item, (enum register_column)k, before[k], item->values[k]);
	item->values[REGISTER_ANNUAL] =
		annual && annual_differs(here && here->annual ? here->annual : "", annual) ? annual
											   : NULL;
	if (item->values[REGISTER_ANNUAL])
		note(r, item, REGISTER_ANNUAL, "", annual);
	if (item->fate == REGISTER_CHANGED && item->n_changes == 0)
		item->fate = REGISTER_SAME;
}

static void make_item(struct req *r, struct register_plan *plan, struct register_item *item)
{
	const char *before[REGISTER_COLUMNS], *reference = item->row->values[REGISTER_REFERENCE];
	struct q_register_by_reference here;
	char today[11];
	bool known;

	check_today(r->now, today);
	known = reference && Q_ONE(r->db, register_by_reference, &here, .reference = reference,
				     .year = contract_year(today));
	item->fate = item->row->wrong ? REGISTER_WRONG : known ? REGISTER_CHANGED : REGISTER_NEW;
	for (int k = 0; k < REGISTER_COLUMNS; k++)
		before[k] = "";
	if (known) {
		take_existing(r->ctx, &here, before);
		item->contract_id = here.contract_id;
		item->organisation_id = here.organisation_id;
		item->lead_id = here.lead_id;
		item->row_version = here.row_version;
		item->ref = text_copy(r->ctx, here.ref);
		here.annual = here.annual ? text_copy(r->ctx, here.annual) : NULL;
	}
	for (int k = 0; k < REGISTER_COLUMNS; k++)
		item->values[k] = item->row->values[k]       ? item->row->values[k]
				  : !known && begins_with[k] ? begins_with[k]
							     : before[k];
	if (known)
		item->values[REGISTER_REFERENCE] = before[REGISTER_REFERENCE];
	item->values[REGISTER_LEAD] = before[REGISTER_LEAD];
	if (reference) /* without one nobody knows what is here already */
		check_given(r, plan, item);
	find_organisation(r, plan, item);
	find_lead(r, plan, item);
	check_whole(plan, item);
	compare(r, item, known ? &here : NULL, before);
	plan->counts[item->fate]++;
}

static void set_mark(struct register_plan *plan)
{
	crypto_generichash_state state;
	uint8_t hash[16];

	crypto_generichash_init(&state, NULL, 0, sizeof hash);
	for (size_t i = 0; i < plan->n; i++) {
		const struct register_item *item = &plan->items[i];

		crypto_generichash_update(&state, (const uint8_t *)&item->fate, sizeof item->fate);
		crypto_generichash_update(
			&state, (const uint8_t *)&item->row_version, sizeof item->row_version);
		for (int k = 0; k < REGISTER_COLUMNS; k++)
			if (item->values[k])
				crypto_generichash_update(&state, (const uint8_t *)item->values[k],
					strlen(item->values[k]) + 1);
	}
	crypto_generichash_final(&state, hash, sizeof hash);
	sodium_bin2hex(plan->mark, sizeof plan->mark, hash, sizeof hash);
}

static int by_line(const void *a, const void *b)
{
	const struct register_fault *x = a, *y = b;

	return (x->line > y->line) - (x->line < y->line);
}

struct register_plan *register_plan_make(struct req *r, struct register_file *file)
{
	struct register_plan *plan = NEW(r->ctx, struct register_plan);

	plan->file = file;
	plan->n = file->n;
	plan->items = NEW_ARRAY(r->ctx, struct register_item, file->n + 1);
	for (size_t i = 0; i < plan->n; i++) {
		plan->items[i].row = &file->rows[i];
		make_item(r, plan, &plan->items[i]);
	}
	if (file->n_faults)
		qsort(file->faults, file->n_faults, sizeof *file->faults, by_line);
	set_mark(plan);
	return plan;
}
