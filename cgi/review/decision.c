/* decision.c: outcomes of a review, the rule of the vote, the terms of a decision, and a decision
 * as pages show it. */
#include "decision.h"

#include <sodium.h>
#include <string.h>
#include "contract.h"

const struct decision_outcome decision_outcomes[DECISION_OUTCOMES] = {
	[DECISION_CONTINUE] = { .code = "continue",
		.label = "Continue",
		.hint = "As it is, until the next review",
		.of_contract = true,
		.needs = NEEDS_NEXT_REVIEW,
		.letter = "The panel decided that the service continues as it is." },
	[DECISION_CONDITIONS] = { .code = "conditions",
		.label = "Continue with conditions",
		.hint = "Each condition becomes an action with a date",
		.of_contract = true,
		.needs = NEEDS_NEXT_REVIEW | NEEDS_CONDITIONS,
		.letter = "The panel decided that the service continues, with conditions." },
	[DECISION_VARY] = { .code = "vary",
		.label = "Vary",
		.hint = "The contract goes on with changes",
		.of_contract = true,
		.needs = NEEDS_NEXT_REVIEW | NEEDS_TEXT,
		.text_name = "varied",
		.text_label = "What is varied?",
		.letter = "The panel decided that the service continues, and that the agreement "
			  "is varied. We will write to you about the variation." },
	[DECISION_EXTEND] = { .code = "extend",
		.label = "Extend",
		.hint = "It ends later than it does now",
		.of_contract = true,
		.needs = NEEDS_NEXT_REVIEW | NEEDS_UNTIL | DOES_EXTEND,
		.until_name = "extend_until",
		.until_label = "Until when does it go on?",
		.letter = "The panel decided to extend the agreement." },
	[DECISION_TAPER] = { .code = "taper",
		.label = "Taper",
		.hint = "Less money each year, then it ends; notice is given",
		.of_contract = true,
		.needs = NEEDS_NEXT_REVIEW | NEEDS_UNTIL | NEEDS_TAPER | DOES_NOTICE,
		.until_name = "taper_until",
		.until_label = "When does it end?",
		.letter = "The panel decided to reduce the funding step by step until the "
			  "agreement ends. This letter gives you notice of that." },
	[DECISION_CEASE] = { .code = "cease",
		.label = "Cease",
		.hint = "Notice is given, and it ends",
		.of_contract = true,
		.needs = NEEDS_UNTIL | DOES_NOTICE,
		.until_name = "cease_on",
		.until_label = "When does it end?",
		.letter = "The panel decided that the agreement ends. This letter gives you notice "
			  "of that." },
	[DECISION_APPROVE] = { .code = "approve",
		.label = "Approve",
		.hint = "As it was sent",
		.letter = "The panel approved what you sent us." },
	[DECISION_APPROVE_CONDITIONS] = { .code = "approve_conditions",
		.label = "Approve with conditions",
		.hint = "Each condition becomes an action with a date",
		.needs = NEEDS_CONDITIONS,
		.letter = "The panel approved what you sent us, with conditions." },
	[DECISION_RETURN] = { .code = "return",
		.label = "Return for changes",
		.hint = "It may be sent again",
		.needs = NEEDS_TEXT,
		.text_name = "changes",
		.text_label = "What should be changed?",
		.letter = "The panel did not approve what you sent us as it is, and asks you to "
			  "change it." },
	[DECISION_DECLINE] = { .code = "decline",
		.label = "Decline",
		.letter = "The panel did not approve what you sent us." },
};

const struct decision_outcome *decision_outcome_of(const char *code)
{
	for (size_t i = 0; code && i < DECISION_OUTCOMES; i++)
		if (strcmp(decision_outcomes[i].code, code) == 0)
			return &decision_outcomes[i];
	return NULL;
}

const char *decision_label(const char *code)
{
	const struct decision_outcome *outcome = decision_outcome_of(code);

	return outcome ? outcome->label : code ? code : "";
}

const char *decision_colour(const char *code)
{
	const struct decision_outcome *outcome = decision_outcome_of(code);
	static const char *const colours[DECISION_OUTCOMES] = { "green", "yellow", "blue", "green",
		"orange", "red", "green", "yellow", "blue", "red" };

	return outcome ? colours[outcome - decision_outcomes] : "grey";
}

/* ---- The vote -------------------------------------------------------------------------------- */

enum decision_fault decision_fault(const struct decision_tally *t, int64_t quorum)
{
	if (t->present < quorum)
		return DECISION_BELOW_QUORUM;
	if (t->agree > t->against)
		return DECISION_FINE;
	return t->agree == t->against && t->agree > 0 ? DECISION_TIE : DECISION_NO_MAJORITY;
}

const char *decision_fault_text(
	TALLOC_CTX *ctx, enum decision_fault fault, const struct decision_tally *t, int64_t quorum)
{
	switch (fault) {
	case DECISION_BELOW_QUORUM:
		return text_format(ctx,
			"Below the quorum nothing can be decided: %lld members who can sit must be "
			"there, and %lld %s",
			(long long)quorum, (long long)t->present, t->present == 1 ? "was" : "were");
	case DECISION_TIE:
		return text_format(ctx, "The votes are equal, so nothing is decided: %s",
			decision_tally_text(ctx, t));
	case DECISION_NO_MAJORITY:
		return text_format(ctx, "There is no majority for this, so nothing is decided: %s",
			decision_tally_text(ctx, t));
	default:
		return NULL;
	}
}

const char *decision_tally_text(TALLOC_CTX *ctx, const struct decision_tally *t)
{
	return text_format(ctx, "%lld for, %lld against, %lld abstained", (long long)t->agree,
		(long long)t->against, (long long)t->abstain);
}

/* ---- Terms ----------------------------------------------------------------------------------- */

static void set_text(json_t *object, const char *name, const char *text)
{
	if (text && *text)
		json_object_set_new(object, name, must(json_string(text)));
}

json_t *decision_terms_json(const struct decision_terms *terms)
{
	json_t *root = must(json_object()), *list;

	set_text(root, "until", terms->until);
	set_text(root, "text", terms->text);
	list = must(json_array());
	for (size_t i = 0; i < terms->n_years; i++)
		json_array_append_new(
			list, json_pack("{sI sI}", "year", (json_int_t)terms->years[i].year,
				      "pence", (json_int_t)terms->years[i].pence));
	json_object_set_new(root, "taper", list);
	list = must(json_array());
	for (size_t i = 0; i < terms->n_conditions; i++) {
		const struct decision_condition *one = &terms->conditions[i];

		json_array_append_new(
			list, json_pack("{ss ss ss ss}", "what", one->what, "due_on", one->due_on,
				      "owner", one->owner, "owner_name", one->owner_name));
	}
	json_object_set_new(root, "conditions", list);
	return root;
}

static const char *get_text(TALLOC_CTX *ctx, const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text_copy(ctx, text) : NULL;
}

void decision_terms_read(TALLOC_CTX *ctx, const char *details, struct decision_terms *terms)
{
	json_t *root = json_loads(details, 0, NULL), *one;
	size_t i;

	*terms = (struct decision_terms){ .until = get_text(ctx, root, "until"),
		.text = get_text(ctx, root, "text") };
	json_array_foreach(json_object_get(root, "taper"), i, one)
	{
		if (terms->n_years == DECISION_YEARS)
			break;
		terms->years[terms->n_years].year =
			json_integer_value(json_object_get(one, "year"));
		terms->years[terms->n_years++].pence =
			json_integer_value(json_object_get(one, "pence"));
	}
	json_array_foreach(json_object_get(root, "conditions"), i, one)
	{
		if (terms->n_conditions == DECISION_CONDITIONS_MOST)
			break;
		terms->conditions[terms->n_conditions++] =
			(struct decision_condition){ .what = get_text(ctx, one, "what"),
				.due_on = get_text(ctx, one, "due_on"),
				.owner = get_text(ctx, one, "owner"),
				.owner_name = get_text(ctx, one, "owner_name") };
	}
	json_decref(root);
}

static void say_term(struct buf *out, const char *line)
{
	buf_addf(out, "%s%s", out->len ? "\n" : "", line);
}

const char *decision_terms_text(
	TALLOC_CTX *ctx, const struct decision_outcome *outcome, const struct decision_terms *terms)
{
	struct buf out = { .ctx = ctx };

	if (terms->until)
		say_term(&out, text_format(ctx, "%s %s.",
				       outcome && outcome->needs & DOES_EXTEND ? "It goes on until"
									       : "It ends on",
				       date_text(ctx, terms->until)));
	for (size_t i = 0; i < terms->n_years; i++)
		say_term(&out, text_format(ctx, "Value in %s: %s.",
				       contract_year_text(ctx, terms->years[i].year),
				       money_text(ctx, terms->years[i].pence)));
	if (terms->text)
		say_term(&out, terms->text);
	return buf_text(&out);
}

/* ---- One decision ---------------------------------------------------------------------------- */

bool decision_newest(struct req *r, int64_t review_id, struct q_decisions *d)
{
	return Q_ONE(r->db, decisions, d, .review_id = review_id);
}

struct decision_tally decision_count(struct req *r, int64_t decision_id)
{
	struct db_rows *rows = Q_ROWS(r->db, decision_members, .decision_id = decision_id);
	struct q_decision_members row;
	struct decision_tally t = { 0 };

	while (Q_NEXT(rows, decision_members, &row)) {
		if (strcmp(row.part, "present") != 0)
			continue;
		t.present++;
		t.agree += strcmp(row.vote, "for") == 0;
		t.against += strcmp(row.vote, "against") == 0;
		t.abstain += strcmp(row.vote, "abstain") == 0;
	}
	return t;
}

static const char *part_text(const struct q_decision_members *row)
{
	if (strcmp(row->part, "absent") == 0)
		return "Not there";
	if (strcmp(row->part, "excluded") == 0)
		return row->conflict ? "Excluded: conflict of interest"
				     : "Excluded: had not declared";
	return strcmp(row->vote, "for") == 0       ? "There, voted for"
	       : strcmp(row->vote, "against") == 0 ? "There, voted against"
						   : "There, abstained";
}

static void show_members(struct req *r, int64_t decision_id, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, decision_members, .decision_id = decision_id);
	struct q_decision_members row;

	while (Q_NEXT(rows, decision_members, &row)) {
		struct tpl *line = tpl_add(t, M_MEMBER);

		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_set(line, M_PART, part_text(&row));
	}
}

static void show_terms(struct req *r, const struct q_decisions *d, struct tpl *t)
{
	struct decision_terms terms;

	decision_terms_read(r->ctx, d->details, &terms);
	tpl_optional(t, M_TERMS_GIVEN, M_TERMS,
		decision_terms_text(r->ctx, decision_outcome_of(d->outcome), &terms));
	if (terms.n_conditions == 0)
		return;
	t = tpl_add(t, M_HAS_CONDITIONS);
	for (size_t i = 0; i < terms.n_conditions; i++) {
		struct tpl *line = tpl_add(t, M_CONDITION);

		tpl_set(line, M_WHAT, terms.conditions[i].what);
		tpl_set(line, M_DUE, date_text(r->ctx, terms.conditions[i].due_on));
		tpl_set(line, M_OWNER, terms.conditions[i].owner_name);
	}
}

void decision_show(struct req *r, const struct q_decisions *d, struct tpl *page, bool with_reasons)
{
	struct tpl *t = tpl_include(page, M_DECISION, T_decision_text), *ended;
	struct decision_tally tally = decision_count(r, d->decision_id);

	tpl_set(t, M_OUTCOME, decision_label(d->outcome));
	tpl_set(t, M_OUTCOME_COLOUR, decision_colour(d->outcome));
	tpl_set(t, M_MET, date_text(r->ctx, d->met_on));
	tpl_int(t, M_QUORUM, d->quorum);
	tpl_int(t, M_PRESENT, tally.present);
	tpl_set(t, M_VOTES, decision_tally_text(r->ctx, &tally));
	tpl_optional(t, M_REASONS_GIVEN, M_REASONS, with_reasons ? d->reasons : NULL);
	tpl_optional(t, M_NEXT_REVIEW_GIVEN, M_NEXT_REVIEW,
		d->next_review_on ? date_text(r->ctx, d->next_review_on) : NULL);
	tpl_set(t, M_MAKER, d->maker);
	tpl_set(t, M_MADE, time_text(r->ctx, d->made_at));
	if (d->ended_at) {
		bool back = strcmp(d->state, "returned") == 0;

		ended = tpl_add(t, back ? M_RETURNED : M_CONFIRMED);
		tpl_set(ended, M_ENDER, d->ender);
		tpl_set(ended, M_ENDED, time_text(r->ctx, d->ended_at));
		if (back)
			tpl_set(ended, M_WHY, d->returned_why);
	} else {
		tpl_show(t, M_WAITS);
	}
	show_terms(r, d, t);
	show_members(r, d->decision_id, t);
}

/* ---- The forms' token ------------------------------------------------------------------------ */

bool decision_token_read(struct req *r, uint8_t out[16])
{
	const char *hex = params_get(&r->body, "submission");
	size_t len;

	return hex && strlen(hex) == 32 &&
	       sodium_hex2bin(out, 16, hex, 32, NULL, &len, NULL) == 0 && len == 16;
}

const char *decision_token(struct req *r)
{
	char *hex = NEW_ARRAY(r->ctx, char, 33);
	uint8_t bytes[16];

	if (r->method != METHOD_POST || !decision_token_read(r, bytes))
		randombytes_buf(bytes, sizeof bytes);
	return sodium_bin2hex(hex, 33, bytes, sizeof bytes);
}
