/* incident_grade.c: how grave an incident is: likelihood × consequence, as it was and after what
 * was done. The steps and their words are those of the NPSA's risk matrix for risk managers (2008).
 */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "incident_sections.h"
#include "incident_state.h"
#include "pages.h"

enum { STEPS = 5, GRADE_FIELDS = 4 };

static const struct choice likelihoods[STEPS] = {
	{ "1", "1: Rare. It will probably never happen again", NULL, false },
	{ "2", "2: Unlikely. Not expected to happen again, but it may", NULL, false },
	{ "3", "3: Possible. It might happen again, or occasionally", NULL, false },
	{ "4", "4: Likely. It will probably happen again, but is not persistent", NULL, false },
	{ "5", "5: Almost certain. It will happen again, perhaps often", NULL, false },
};
static const struct choice consequences[STEPS] = {
	{ "1", "1: Negligible. No or minimal harm, no treatment needed", NULL, false },
	{ "2", "2: Minor. Minor harm, little treatment or longer care", NULL, false },
	{ "3", "3: Moderate. Harm that needs professional help", NULL, false },
	{ "4", "4: Major. Lasting harm or disability", NULL, false },
	{ "5", "5: Catastrophic. Death, or many people harmed for ever", NULL, false },
};
/* The same in a word, for the matrix. */
static const char *const likelihood_words[STEPS] = { "Rare", "Unlikely", "Possible", "Likely",
	"Almost certain" };
static const char *const consequence_words[STEPS] = { "Negligible", "Minor", "Moderate", "Major",
	"Catastrophic" };

static const struct field fields[GRADE_FIELDS] = {
	{ .type = FIELD_SELECT,
		.name = "likelihood",
		.label = "How likely was it to happen again?",
		.hint = "As things were, before anything was changed",
		.unmarked = true,
		.choices = likelihoods,
		.n_choices = STEPS },
	{ .type = FIELD_SELECT,
		.name = "consequence",
		.label = "How grave would it be?",
		.hint = "What could reasonably come of it, not only what did",
		.unmarked = true,
		.choices = consequences,
		.n_choices = STEPS },
	{ .type = FIELD_SELECT,
		.name = "likelihood_after",
		.label = "How likely is it after what was done?",
		.hint = "Leave it out while action is not finished",
		.choices = likelihoods,
		.n_choices = STEPS },
	{ .type = FIELD_SELECT,
		.name = "consequence_after",
		.label = "How grave would it be after what was done?",
		.choices = consequences,
		.n_choices = STEPS },
};

static const char *step(TALLOC_CTX *ctx, int64_t n)
{
	return n ? text_format(ctx, "%lld", (long long)n) : NULL;
}

static struct form *stored_form(struct req *r, const struct q_incident_by_ref *in)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));

	form_put(f, "likelihood", 0, step(r->ctx, in->likelihood));
	form_put(f, "consequence", 0, step(r->ctx, in->consequence));
	form_put(f, "likelihood_after", 0, step(r->ctx, in->likelihood_after));
	form_put(f, "consequence_after", 0, step(r->ctx, in->consequence_after));
	return f;
}

/* ---- On the incident's page ------------------------------------------------------------------ */

static const char *grade_words(TALLOC_CTX *ctx, int64_t likelihood, int64_t consequence)
{
	const char *label = grade_label(likelihood, consequence);

	return label ? text_format(ctx, "%s (%lld): %s × %s", label,
			       (long long)likelihood * consequence,
			       likelihood_words[likelihood - 1], consequence_words[consequence - 1])
		     : NULL;
}

/* "low" to "extreme", of the class of a cell. */
static const char *band(int64_t likelihood, int64_t consequence)
{
	int64_t product = likelihood * consequence;

	return product >= 15  ? "extreme"
	       : product >= 8 ? "high"
	       : product >= 4 ? "moderate"
			      : "low";
}

static void show_cell(struct tpl *row, const struct q_incident_by_ref *in, int64_t likelihood,
	int64_t consequence)
{
	struct tpl *cell = tpl_add(row, M_CELL);
	bool before = in->likelihood == likelihood && in->consequence == consequence,
	     after = in->likelihood_after == likelihood && in->consequence_after == consequence;

	tpl_set(cell, M_BAND, band(likelihood, consequence));
	tpl_int(cell, M_PRODUCT, likelihood * consequence);
	tpl_show_if(cell, M_BEFORE, before);
	tpl_show_if(cell, M_AFTER, after);
}

void incident_section_grade(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_incident_section_grade), *matrix, *row;
	const char *before = grade_words(r->ctx, in->likelihood, in->consequence),
		   *after = grade_words(r->ctx, in->likelihood_after, in->consequence_after);

	if (may_change)
		tpl_set(tpl_add(t, M_MAY_CHANGE), M_REF, in->ref);
	tpl_show_if(t, M_NONE, !before && !after);
	if (!before && !after)
		return;
	matrix = tpl_add(t, M_MATRIX);
	tpl_optional(matrix, M_HAS_BEFORE, M_BEFORE_WORDS, before);
	tpl_optional(matrix, M_HAS_AFTER, M_AFTER_WORDS, after);
	for (int64_t c = STEPS; c >= 1; c--) {
		row = tpl_add(matrix, M_ROW);
		tpl_set(row, M_CONSEQUENCE, consequence_words[c - 1]);
		for (int64_t l = 1; l <= STEPS; l++)
			show_cell(row, in, l, c);
	}
	for (size_t l = 0; l < STEPS; l++)
		tpl_set(tpl_add(matrix, M_COLUMN), M_LIKELIHOOD, likelihood_words[l]);
}

/* ---- The form -------------------------------------------------------------------------------- */

static int show(struct req *r, const struct form *f, const struct q_incident_by_ref *in, int status)
{
	incident_heading(r, in);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_incident_grade, text_format(r->ctx, "Grade %s", in->ref));
}

/* GET /incidents/:ref/grade */
int incident_grade_view(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);
	struct form *f;

	if (refused)
		return refused;
	f = stored_form(r, &in);
	incident_carry(r, incident_version(r, &in), form_seen(f));
	return show(r, f, &in, 200);
}

static int64_t chosen(const struct form *f, size_t i)
{
	int64_t n;

	return f->values[i].text && check_number(f->values[i].text, &n) ? n : 0;
}

/* Half a grade is none. */
static void check_pairs(struct form *f)
{
	for (size_t i = 0; i < GRADE_FIELDS; i += 2) {
		if (f->values[i].error || f->values[i + 1].error)
			continue;
		if (chosen(f, i) && !chosen(f, i + 1))
			form_fail(f, fields[i + 1].name, "Choose how grave it would be, too");
		if (!chosen(f, i) && chosen(f, i + 1))
			form_fail(f, fields[i].name, "Choose how likely it is, too");
	}
}

static json_t *changes(TALLOC_CTX *ctx, const struct q_incident_by_ref *in, const struct form *f)
{
	json_t *detail =
		audit_changed(NULL, "grade", grade_words(ctx, in->likelihood, in->consequence),
			grade_words(ctx, chosen(f, 0), chosen(f, 1)));

	return audit_changed(detail, "grade after action",
		grade_words(ctx, in->likelihood_after, in->consequence_after),
		grade_words(ctx, chosen(f, 2), chosen(f, 3)));
}

/* POST /incidents/:ref/grade */
int incident_grade_save(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);
	int64_t changed = 0;
	struct form *f;
	json_t *detail;

	if (refused)
		return refused;
	f = form_new(r->ctx, fields, COUNT(fields));
	form_fill(f, &r->body, NULL);
	check_pairs(f);
	if (!incident_fits(r, f, stored_form(r, &in), &in))
		return show(r, f, &in, 422);
	detail = changes(r->ctx, &in, f);
	if (!detail) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/incidents/%s", in.ref);
	}
	Q_RUN_COUNT(r->db, incident_grade, &changed, .likelihood = chosen(f, 0),
		.consequence = chosen(f, 1), .likelihood_after = chosen(f, 2),
		.consequence_after = chosen(f, 3), .incident_id = in.incident_id,
		.row_version = in.row_version);
	incident_event(r, in.incident_id,
		&(struct incident_event){ .kind = EVENT_GRADED,
			.audience = FOR_MANAGER,
			.detail = json_incref(detail) });
	audit(r, AUDIT_CHANGE, "incident", in.ref, detail);
	if (changed == 0)
		return page_error(r, 503);
	flash(r, text_format(r->ctx, "%s is graded.", in.ref));
	return redirect(r, "/incidents/%s", in.ref);
}
