/* proposal_response_view.c: one response to a proposal, for staff: all of it, how it came, its
 * earlier versions; and setting it apart as a duplicate of another. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "pages.h"
#include "proposal_form.h"
#include "proposal_responses.h"

/* 0, or what the page returns. */
static int find(struct req *r, struct q_proposal_by_ref *p, struct q_proposal_response_by_ref *row)
{
	int refused = proposal_found(r, p);
	char ref[REF_LENGTH + 1];

	if (refused)
		return refused;
	return ref_read(r->args[1], ref) && Q_ONE(r->db, proposal_response_by_ref, row,
						    .proposal_id = p->proposal_id, .ref = ref)
		       ? 0
		       : not_found(r);
}

static void fact(struct tpl *t, const char *label, const char *text)
{
	struct tpl *line;

	if (!text || !*text)
		return;
	line = tpl_add(t, M_FACT);
	tpl_set(line, M_LABEL, label);
	tpl_set(line, M_TEXT, text);
}

static const char *received_text(struct req *r, const struct q_proposal_response_by_ref *row)
{
	const char *day = date_text(r->ctx, row->received_on);
	const char *how = choice_label(proposal_sources, RESPONSE_SOURCES, row->source);

	if (!row->typist)
		return text_format(r->ctx, "%s, in the week of %s%s", how, day,
			row->by_link ? ", by the link of their group" : "");
	return text_format(r->ctx, "%s, %s. Typed in by %s", how, day, row->typist);
}

static void show_facts(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_response_by_ref *row)
{
	fact(r->page, "Answer", proposal_stance_text(p, row->stance));
	fact(r->page, "Group", row->group_name ? row->group_name : "No group");
	fact(r->page, "As", choice_label(proposal_capacities, CAPACITIES, row->capacity));
	fact(r->page, "Organisation", row->organisation);
	fact(r->page, "Name", row->name);
	fact(r->page, "May be published",
		choice_label(proposal_publications, PUBLICATIONS, row->publication));
	fact(r->page, "How it came", received_text(r, row));
	fact(r->page, "Meeting", row->event);
	fact(r->page, "E-mail address", row->email ? "They left one" : "None left");
}

static const char *point_label(TALLOC_CTX *ctx, const struct q_proposal_response_points *point)
{
	const char *kind = choice_label(proposal_point_kinds, POINT_KINDS, point->kind);

	if (!*point->grade)
		return kind;
	return text_format(
		ctx, "%s, %s", kind, strcmp(point->grade, "high") == 0 ? "high" : "medium");
}

static void show_points(struct req *r, int64_t response_id)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_response_points, .response_id = response_id);
	struct q_proposal_response_points row;
	bool any = false;

	while (Q_NEXT(rows, proposal_response_points, &row)) {
		struct tpl *t = tpl_add(r->page, M_POINT);

		tpl_set(t, M_LABEL, point_label(r->ctx, &row));
		tpl_set(t, M_TEXT, text_copy(r->ctx, row.text));
		tpl_optional(t, M_SECTION_GIVEN, M_HEADING, text_copy(r->ctx, row.section));
		tpl_optional(t, M_THEMES_GIVEN, M_THEMES_TEXT, text_copy(r->ctx, row.themes));
		tpl_show_if(t, M_IS_QUOTED, row.quoted);
		any = true;
	}
	tpl_show_if(r->page, M_NO_POINT, !any);
}

/* One answer, in words: of a choice its label, of ticks all of them. */
static const char *answer_words(TALLOC_CTX *ctx, const struct field *f, const json_t *answer)
{
	struct buf out = { .ctx = ctx };
	const json_t *one;
	const char *key;
	size_t i;

	if (json_is_integer(answer))
		return count_text(ctx, json_integer_value(answer));
	if (json_is_array(answer))
		json_array_foreach(answer, i, one) buf_addf(&out, "%s%s", i ? "; " : "",
			choice_label(f->choices, f->n_choices, json_string_value(one)));
	else if (json_is_object(answer))
		json_object_foreach((json_t *)answer, key, one) buf_addf(&out, "%s%s: %s",
			out.len ? "; " : "", choice_label(f->rows, f->n_rows, key),
			choice_label(f->choices, f->n_choices, json_string_value(one)));
	else if (json_string_value(answer))
		buf_adds(&out, f->n_choices ? choice_label(f->choices, f->n_choices,
						      json_string_value(answer))
					    : json_string_value(answer));
	return buf_text(&out);
}

/* Its own questions, as the form for typing in has them: own_CODE. */
static void show_answers(struct req *r, const struct q_proposal_by_ref *p, const char *answers)
{
	struct proposal_form *w = proposal_form_new(r->ctx, proposal_asks_staff(r, p), true);
	json_t *all = json_loads(answers, 0, NULL);

	for (size_t i = 0; i < w->survey->n_fields; i++) {
		const struct field *f = &w->survey->fields[i];
		const json_t *answer =
			strncmp(f->name, "own_", 4) == 0 ? json_object_get(all, f->name + 4) : NULL;

		if (answer)
			fact(r->page, f->label, answer_words(r->ctx, f, answer));
	}
	json_decref(all);
}

static void show_apart(struct req *r, const struct q_proposal_response_by_ref *row)
{
	const char *why =
		row->withdrawn ? "It was withdrawn by who sent it, and counts no more."
		: row->campaign
			? text_format(r->ctx, "It is of the campaign “%s”, and is counted apart.",
				  row->campaign)
		: row->late ? "It came after closing, and is counted apart."
			    : NULL;

	if (row->duplicate_of && !row->withdrawn) {
		struct tpl *t = tpl_add(r->page, M_DUPLICATE);

		tpl_set(t, M_OTHER, row->duplicate_of);
	}
	tpl_optional(r->page, M_APART, M_WHY, why);
	tpl_optional(r->page, M_REPLACED, M_OTHER, row->replaced_by);
	tpl_show_if(r->page, M_MAY_CHANGE,
		!row->replaced_by && !row->withdrawn && access_allows(r->person, MAKES_PROPOSALS));
}

static void show_versions(struct req *r, int64_t before)
{
	struct q_proposal_response_version row;
	struct tpl *list = before ? tpl_add(r->page, M_VERSIONS) : NULL;

	while (before && Q_ONE(r->db, proposal_response_version, &row, .response_id = before)) {
		struct tpl *t = tpl_add(list, M_VERSION);

		tpl_set(t, M_OTHER, row.ref);
		tpl_set(t, M_RECEIVED, date_text(r->ctx, row.received_on));
		before = row.replaces;
	}
}

/* GET /proposals/REF/responses/RESPONSE */
int proposal_response_view(struct req *r)
{
	struct q_proposal_response_by_ref row;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &row);

	if (refused)
		return refused;
	proposal_heading(r, &p);
	tpl_set(r->page, M_RESPONSE, row.ref);
	show_facts(r, &p, &row);
	show_answers(r, &p, row.answers);
	show_points(r, row.response_id);
	tpl_optional(r->page, M_ASKS_GIVEN, M_ASKS, row.asks);
	show_apart(r, &row);
	show_versions(r, row.replaces);
	audit(r, AUDIT_LOOK, "proposal", p.ref, audit_fact(NULL, "response", row.ref));
	return page_show(r, 200, T_proposal_response, text_format(r->ctx, "Response %s", row.ref));
}

/* ---- Duplicates --------------------------------------------------------------------------------
 */

static const struct field duplicate_fields[] = {
	{ .type = FIELD_SHORT,
		.name = "other",
		.label = "Reference of the other response",
		.hint = "The one that counts, like 7KQF-2MXW",
		.required = true,
		.max_length = 20,
		.missing = "Enter the reference of the other response",
		.autocomplete = "off" },
};

static int show_duplicate(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_response_by_ref *row, const struct form *f, int status)
{
	proposal_heading(r, p);
	tpl_set(r->page, M_RESPONSE, row->ref);
	tpl_int(r->page, M_ROW_VERSION, row->row_version);
	if (row->duplicate_of)
		tpl_set(tpl_add(r->page, M_DUPLICATE), M_OTHER, row->duplicate_of);
	else
		form_show(f, 0, f->n, tpl_add(r->page, M_FRESH), false);
	return page_show(r, status, T_proposal_duplicate, "Duplicate");
}

/* 0, or what the page returns: one that counts for nothing cannot be set apart. */
static int find_current(
	struct req *r, struct q_proposal_by_ref *p, struct q_proposal_response_by_ref *row)
{
	int refused = find(r, p, row);

	if (refused)
		return refused;
	if (!row->replaced_by && !row->withdrawn)
		return 0;
	flash_notice(r, row->withdrawn ? "This response was withdrawn."
				       : "This response was replaced by a newer one.");
	return redirect(r, "/proposals/%s/responses/%s", p->ref, row->ref);
}

/* GET /proposals/REF/responses/RESPONSE/duplicate */
int proposal_response_duplicate(struct req *r)
{
	struct q_proposal_response_by_ref row;
	struct q_proposal_by_ref p;
	int refused = find_current(r, &p, &row);

	if (refused)
		return refused;
	return show_duplicate(
		r, &p, &row, form_new(r->ctx, duplicate_fields, COUNT(duplicate_fields)), 200);
}

/* The other one's id; 0, with a sentence at the field: there is none. */
static int64_t other_of(struct req *r, struct form *f, const struct q_proposal_by_ref *p,
	const struct q_proposal_response_by_ref *row)
{
	struct q_proposal_response_of other;
	char ref[REF_LENGTH + 1];

	form_take(f, 0, f->n, &r->body);
	if (form_check(f, 0, f->n) > 0 || r->body.restored)
		return 0;
	if (ref_read(f->values[0].text, ref) && strcmp(ref, row->ref) != 0 &&
		Q_ONE(r->db, proposal_response_of, &other, .proposal_id = p->proposal_id,
			.ref = ref))
		return other.response_id;
	form_fail(f, "other",
		"Enter the reference of another response to this proposal, one that is counted");
	return 0;
}

/* POST /proposals/REF/responses/RESPONSE/duplicate */
int proposal_response_duplicate_save(struct req *r)
{
	struct form *f = form_new(r->ctx, duplicate_fields, COUNT(duplicate_fields));
	struct q_proposal_response_by_ref row;
	struct q_proposal_by_ref p;
	int refused = find_current(r, &p, &row);
	const char *now = NULL;
	int64_t other = 0;

	if (refused)
		return refused;
	if (!row.duplicate_of) {
		other = other_of(r, f, &p, &row);
		if (!other)
			return show_duplicate(r, &p, &row, f, 422);
		now = f->values[0].text;
	} else if (!params_get(&r->body, "undo")) {
		return show_duplicate(r, &p, &row, f, r->body.restored ? 422 : 200);
	}
	Q_RUN(r->db, proposal_response_duplicate, .response_id = row.response_id,
		.duplicate_of = other, .row_version = row.row_version);
	audit(r, AUDIT_CHANGE, "proposal", p.ref,
		audit_changed(audit_fact(NULL, "response", row.ref), "duplicate of",
			row.duplicate_of, now));
	flash(r, other ? "It is counted apart now." : "It is counted again.");
	return redirect(r, "/proposals/%s/responses/%s", p.ref, row.ref);
}
