/* decision_form.c: what is typed about a panel's decision: who was there and how they voted, the
 * outcome with what it needs, reasons, conditions, the next review. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "choices.h"
#include "contract.h"
#include "decision.h"

enum { FIELDS_MOST = 48, REASONS_LONGEST = 8000, TEXT_LONGEST = 2000, CONDITION_LONGEST = 500 };

static const struct choice votes[] = {
	{ "for", "There, for", NULL, false },
	{ "against", "There, against", NULL, false },
	{ "abstain", "There, abstained", NULL, false },
	{ "absent", "Not there", NULL, false },
};

struct fields {
	TALLOC_CTX *ctx;
	struct field *list;
	size_t n;
};

static struct field *add(
	struct fields *to, enum field_type type, const char *name, const char *label)
{
	struct field *field = &to->list[to->n++];

	ASSERT(to->n <= FIELDS_MOST);
	*field = (struct field){ .type = type, .name = name, .label = label, .required = true };
	return field;
}

/* ---- The fields ------------------------------------------------------------------------------ */

static void read_members(struct req *r, const struct q_review_by_ref *v, struct decision_form *d)
{
	struct db_rows *rows = Q_ROWS(r->db, decision_panel, .review_id = v->review_id);
	size_t most = db_rows_count(rows), unable = most;
	struct q_decision_panel row;

	d->members = NEW_ARRAY(r->ctx, struct decision_member, most + 1);
	d->n_members = most;
	while (Q_NEXT(rows, decision_panel, &row)) {
		bool able = row.declared && !row.conflict;

		d->members[able ? d->n_able++ : --unable] =
			(struct decision_member){ .person_id = row.person_id,
				.ref = text_copy(r->ctx, row.ref),
				.name = text_copy(r->ctx, row.name),
				.chair = row.chair,
				.declared = row.declared,
				.conflict = row.conflict };
	}
}

static void add_votes(struct fields *to, const struct decision_form *d)
{
	struct choice *rows = NEW_ARRAY(to->ctx, struct choice, d->n_able + 1);
	struct field *field;

	if (d->n_able == 0)
		return;
	for (size_t i = 0; i < d->n_able; i++)
		rows[i] = (struct choice){ .code = d->members[i].ref,
			.label = d->members[i].chair
					 ? text_format(to->ctx, "%s (chair)", d->members[i].name)
					 : d->members[i].name };
	field = add(to, FIELD_GRID, "votes", "Who was there, and how did they vote?");
	field->missing = "Select for each member whether they were there, and how they voted";
	field->rows = rows;
	field->n_rows = d->n_able;
	field->choices = votes;
	field->n_choices = COUNT(votes);
}

static void add_taper(struct req *r, struct fields *to, const struct decision_outcome *outcome,
	const struct q_contract_by_ref *c)
{
	struct db_rows *rows = Q_ROWS(r->db, decision_values, .contract_id = c->contract_id);
	const char *now[DECISION_YEARS] = { NULL };
	struct q_decision_values row;
	struct field *field;
	char today[11];
	int first;

	check_today(r->now, today);
	first = contract_year(today);
	while (Q_NEXT(rows, decision_values, &row))
		if (row.year >= first && row.year < first + DECISION_YEARS)
			now[row.year - first] = money_text(r->ctx, row.pence);
	for (int i = 0; i < DECISION_YEARS; i++) {
		field = add(to, FIELD_DECIMAL, text_format(r->ctx, "taper_%d", first + i),
			text_format(r->ctx, "Value in %s", contract_year_text(r->ctx, first + i)));
		field->hint = now[i] ? text_format(r->ctx, "It is %s now", now[i])
				     : "No value is written down for this year";
		field->prefix = "£";
		field->max = 100000000000;
		field->required = false;
		field->unmarked = true;
		field->when_name = "outcome";
		field->when_code = outcome->code;
	}
}

static const char *until_hint(
	struct req *r, const struct decision_outcome *outcome, const struct q_contract_by_ref *c)
{
	if (outcome->needs & DOES_EXTEND || c->notice_months == 0)
		return text_format(r->ctx, "It ends on %s now", date_text(r->ctx, c->ends_on));
	return text_format(r->ctx, "It ends on %s now; the notice period is %lld %s",
		date_text(r->ctx, c->ends_on), (long long)c->notice_months,
		c->notice_months == 1 ? "month" : "months");
}

static void add_outcome(struct req *r, struct fields *to, const struct q_contract_by_ref *c)
{
	struct choice *choices = NEW_ARRAY(r->ctx, struct choice, DECISION_OUTCOMES);
	struct field *field = add(to, FIELD_RADIOS, "outcome", "What does the panel decide?");

	field->missing = "Select what the panel decides";
	field->choices = choices;
	for (size_t i = 0; i < DECISION_OUTCOMES; i++) {
		const struct decision_outcome *outcome = &decision_outcomes[i];

		if (outcome->of_contract == (c != NULL))
			choices[field->n_choices++] = (struct choice){ .code = outcome->code,
				.label = outcome->label,
				.hint = outcome->hint };
	}
	for (size_t i = 0; i < DECISION_OUTCOMES; i++) {
		const struct decision_outcome *outcome = &decision_outcomes[i];

		if (outcome->of_contract != (c != NULL))
			continue;
		if (outcome->needs & NEEDS_TEXT) {
			field = add(to, FIELD_LONG, outcome->text_name, outcome->text_label);
			field->max_length = TEXT_LONGEST;
			field->when_name = "outcome";
			field->when_code = outcome->code;
		}
		if (outcome->needs & NEEDS_UNTIL) {
			field = add(to, FIELD_DATE, outcome->until_name, outcome->until_label);
			field->hint = until_hint(r, outcome, c);
			field->when_name = "outcome";
			field->when_code = outcome->code;
		}
		if (outcome->needs & NEEDS_TAPER)
			add_taper(r, to, outcome, c);
	}
}

static void add_conditions(struct req *r, const struct q_review_by_ref *v, struct fields *to)
{
	struct choices owners = { 0 };

	choices_add(r->ctx, &owners, DECISION_ORGANISATION, v->organisation, 0);
	CHOICES_READ(r, &owners, decision_owners, row.ref, row.name, 0, .review_id = v->review_id);
	for (int i = 1; i <= DECISION_CONDITIONS_MOST; i++) {
		struct field *field = add(to, FIELD_SHORT, text_format(r->ctx, "what_%d", i),
			text_format(r->ctx, "What is to be done? Condition %d", i));

		field->max_length = CONDITION_LONGEST;
		field->required = false;
		field->unmarked = true;
		field->autocomplete = "off";
		field = add(to, FIELD_DATE, text_format(r->ctx, "by_%d", i),
			text_format(r->ctx, "By when? Condition %d", i));
		field->required = false;
		field->unmarked = true;
		field = add(to, FIELD_SELECT, text_format(r->ctx, "whose_%d", i),
			text_format(r->ctx, "Who does it? Condition %d", i));
		field->required = false;
		field->unmarked = true;
		field_offer(field, &owners);
	}
}

/* A year on, or as often as the contract says. */
static void suggest_review(struct req *r, struct decision_form *d)
{
	int64_t months = d->contract->review_months ? d->contract->review_months : 12;
	char today[11], iso[16];
	int year, month;

	check_today(r->now, today);
	if (sscanf(today, "%4d-%2d", &year, &month) != 2)
		return;
	month += (int)months - 1;
	snprintf(iso, sizeof iso, "%04d-%02d-01", (year + month / 12) % 10000, month % 12 + 1);
	form_put_date(d->f, "next_review_on", iso);
}

struct decision_form *decision_form(
	struct req *r, const struct q_review_by_ref *v, const struct q_contract_by_ref *c)
{
	struct decision_form *d = NEW(r->ctx, struct decision_form);
	struct fields to = { r->ctx, NEW_ARRAY(r->ctx, struct field, FIELDS_MOST), 0 };
	struct field *field;

	d->contract = c;
	read_members(r, v, d);
	field = add(&to, FIELD_DATE, "met_on", "When did the panel meet?");
	field->missing = "Enter the day on which the panel met";
	field->max_date = "today";
	add_votes(&to, d);
	d->outcome = to.n;
	add_outcome(r, &to, c);
	d->reasons = to.n;
	field = add(&to, FIELD_LONG, "reasons", "Why?");
	field->hint = v->proposal_id ? "Everybody reads this, on the proposal’s page. Name no one."
		      : c && c->public
			      ? "The organisation reads this, and everybody: it is published with "
				"the outcome. Name no one."
			      : "The organisation reads this. Name no one.";
	field->missing = "Enter the reasons for the decision";
	field->max_length = REASONS_LONGEST;
	d->conditions = to.n;
	add_conditions(r, v, &to);
	d->next_review = to.n;
	if (c) {
		field = add(&to, FIELD_DATE, "next_review_on", "When is the next review?");
		field->hint = "Left out when the contract ceases";
		field->required = false;
		field->unmarked = true;
	}
	d->f = form_new(r->ctx, to.list, to.n);
	if (c && r->method == METHOD_GET)
		suggest_review(r, d);
	return d;
}

/* ---- Reading it ------------------------------------------------------------------------------ */

const char *decision_form_text(const struct decision_form *d, const char *name)
{
	size_t i;

	return form_field_index(d->f, name, &i) && form_due(d->f, i) ? d->f->values[i].text : NULL;
}

/* How each voted; of who cannot sit, what was sent for them all the same. */
static void read_votes(struct req *r, struct decision_form *d)
{
	for (size_t i = 0; i < d->n_members; i++) {
		const char *vote =
			params_get(&r->body, text_format(r->ctx, "votes-%s", d->members[i].ref));
		size_t which = choice_index(votes, COUNT(votes), vote ? vote : "");

		d->members[i].vote = which < COUNT(votes) ? votes[which].code : NULL;
	}
}

static void read_conditions(struct req *r, struct decision_form *d, struct decision_terms *terms)
{
	const char *met_on = decision_form_text(d, "met_on");

	for (size_t i = d->conditions; i < d->next_review; i += 3) {
		const struct field *fields = &d->f->fields[i];
		struct field_value *values = &d->f->values[i];
		const char *what = values[0].text, *by = values[1].text, *whose = values[2].text;

		if (values[0].error || values[1].error || values[2].error ||
			(!what && !by && !whose))
			continue;
		if (!what)
			form_fail(d->f, fields[0].name, "Enter what is to be done");
		if (!by)
			form_fail(d->f, fields[1].name, "Enter by when it is to be done");
		else if (met_on && strcmp(by, met_on) < 0)
			form_fail(d->f, fields[1].name,
				"The date must not be before the panel's meeting");
		if (!whose)
			form_fail(d->f, fields[2].name, "Select who does it");
		if (values[0].error || values[1].error || values[2].error)
			continue;
		terms->conditions[terms->n_conditions++] = (struct decision_condition){
			.what = what,
			.due_on = by,
			.owner = whose,
			.owner_name = text_copy(r->ctx,
				choice_label(fields[2].choices, fields[2].n_choices, whose)),
		};
	}
}

static void read_taper(struct req *r, struct decision_form *d, struct decision_terms *terms)
{
	char today[11];
	int first;

	check_today(r->now, today);
	first = contract_year(today);
	for (int i = 0; i < DECISION_YEARS; i++) {
		const char *name = text_format(r->ctx, "taper_%d", first + i),
			   *text = decision_form_text(d, name);
		int64_t pence;

		if (!text || !check_decimal(text, &pence))
			continue;
		if (terms->until && first + i > contract_year(terms->until))
			form_fail(d->f, name, "It has ended before this year");
		terms->years[terms->n_years].year = first + i;
		terms->years[terms->n_years++].pence = pence;
	}
	if (terms->n_years == 0)
		form_fail(d->f, text_format(r->ctx, "taper_%d", first),
			"Enter the value of at least one year");
}

static void read_until(struct decision_form *d, const struct decision_outcome *outcome,
	struct decision_terms *terms)
{
	const char *met_on = decision_form_text(d, "met_on");

	terms->until = decision_form_text(d, outcome->until_name);
	if (!terms->until)
		return;
	if (outcome->needs & DOES_EXTEND && strcmp(terms->until, d->contract->ends_on) <= 0)
		form_fail(d->f, outcome->until_name,
			"The day must be after the one on which it ends now");
	else if ((met_on && strcmp(terms->until, met_on) < 0) ||
		 strcmp(terms->until, d->contract->starts_on) < 0)
		form_fail(d->f, outcome->until_name,
			"The day must not be before the panel's meeting, nor before it begins");
}

/* What the outcome needs, that no single field can say. */
static void read_outcome(struct req *r, struct decision_form *d,
	const struct decision_outcome *outcome, struct decision_terms *terms)
{
	const char *next = decision_form_text(d, "next_review_on"),
		   *met_on = decision_form_text(d, "met_on");

	if (outcome->needs & NEEDS_UNTIL)
		read_until(d, outcome, terms);
	if (outcome->needs & NEEDS_TEXT)
		terms->text = decision_form_text(d, outcome->text_name);
	if (outcome->needs & NEEDS_TAPER)
		read_taper(r, d, terms);
	if (outcome->needs & NEEDS_CONDITIONS && terms->n_conditions == 0 &&
		!d->f->values[d->conditions].error)
		form_fail(d->f, d->f->fields[d->conditions].name, "Enter at least one condition");
	if (!(outcome->needs & NEEDS_NEXT_REVIEW) || d->f->values[d->next_review].error)
		return;
	if (!next)
		form_fail(d->f, "next_review_on", "Enter the day of the next review");
	else if (met_on && strcmp(next, met_on) <= 0)
		form_fail(d->f, "next_review_on",
			"The next review must be after the panel's meeting");
}

bool decision_form_read(struct req *r, struct decision_form *d, struct decision_terms *terms)
{
	const struct decision_outcome *outcome;

	*terms = (struct decision_terms){ 0 };
	form_fill(d->f, &r->body, NULL);
	read_votes(r, d);
	if (d->f->restored)
		return false;
	read_conditions(r, d, terms);
	outcome = decision_outcome_of(d->f->values[d->outcome].text);
	if (outcome)
		read_outcome(r, d, outcome, terms);
	return d->f->n_errors == 0;
}

/* ---- Showing it ------------------------------------------------------------------------------ */

static void show_unable(const struct decision_form *d, struct tpl *page)
{
	struct tpl *list;

	if (d->n_able == d->n_members)
		return;
	list = tpl_add(page, M_UNABLE);
	for (size_t i = d->n_able; i < d->n_members; i++) {
		struct tpl *line = tpl_add(list, M_MEMBER);

		tpl_set(line, M_NAME, d->members[i].name);
		tpl_set(line, M_PART,
			d->members[i].conflict ? "excluded: conflict of interest"
					       : "has not declared: does not count");
	}
}

static bool is_used(const struct field_value *values)
{
	for (size_t i = 0; i < 3; i++)
		for (size_t p = 0; p < values[i].n_parts; p++)
			if (values[i].parts[p] && *values[i].parts[p])
				return true;
	return false;
}

void decision_form_show(struct req *r, const struct decision_form *d)
{
	const struct form *f = d->f;
	struct tpl *more = tpl_add(r->page, M_MORE);
	bool open = false;

	form_show(f, 0, f->n, r->page, false); /* for its summary of errors */
	form_show(f, 0, d->outcome, tpl_include(r->page, M_MEETING, T_decision_part), false);
	form_show(f, d->outcome, d->conditions - d->outcome,
		tpl_include(r->page, M_OUTCOME_FIELDS, T_decision_part), false);
	for (size_t i = d->conditions, n = 0; i < d->next_review; i += 3, n++) {
		form_show(f, i, 3,
			tpl_include(n < 2 ? r->page : more,
				n < 2 ? M_CONDITION_FIELDS : M_CONDITION_MORE, T_decision_part),
			false);
		open |= n >= 2 && is_used(&f->values[i]);
	}
	tpl_show_if(more, M_OPEN, open);
	form_show(f, d->next_review, f->n - d->next_review,
		tpl_include(r->page, M_NEXT_REVIEW_FIELDS, T_decision_part), false);
	tpl_show_if(r->page, M_NOBODY, d->n_able == 0);
	show_unable(d, r->page);
}
