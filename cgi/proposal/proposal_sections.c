/* proposal_sections.c: the full text of a proposal, in sections: added, changed, moved, removed.
 * After it is published their words can be put right; which there are stays, because people attach
 * gains and concerns to them. */
#include <string.h>
#include "incident_work.h"
#include "pages.h"
#include "proposal_author.h"
#include "proposal_work.h"

static const struct field fields[] = {
	{ .type = FIELD_SHORT,
		.name = "heading",
		.label = "Heading",
		.hint = "People can say to which section a gain or a concern belongs",
		.required = true,
		.max_length = 150,
		.autocomplete = "off",
		.missing = "Enter a heading" },
	{ .type = FIELD_LONG,
		.name = "body",
		.label = "Text",
		.hint = "An empty line begins a paragraph, a hyphen a point of a list, ## a "
			"heading; "
			"[words](https://…) is a link",
		.required = true,
		.max_length = 20000,
		.missing = "Enter the text" },
};

static int back(struct req *r, const struct q_proposal_by_ref *p)
{
	return redirect(r, "/proposals/%s#sections", p->ref);
}

/* ---- Adding ---------------------------------------------------------------------------------- */

static int show_new(
	struct req *r, const struct q_proposal_by_ref *p, const struct form *f, int status)
{
	return author_show(r, p, f,
		&(struct author_page){ .heading = "Add a section", .button = "Add it" }, status);
}

/* GET /proposals/:ref/sections/new */
int proposal_section_new(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_drafted(r, &p);

	return refused ? refused : show_new(r, &p, form_new(r->ctx, fields, COUNT(fields)), 200);
}

/* POST /proposals/:ref/sections/new */
int proposal_section_new_save(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	const char *ref = work_token(r);
	struct q_proposal_by_ref p;
	int refused = proposal_drafted(r, &p);

	if (refused)
		return refused;
	if (form_fill(f, &r->body, NULL))
		proposal_check_markdown(f, "body");
	if (f->n_errors > 0 || f->restored)
		return show_new(r, &p, f, 422);
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	if (Q_RUN(r->db, proposal_section_add, .ref = ref, .proposal_id = p.proposal_id,
		    .heading = proposal_typed_or(f, "heading"),
		    .body = proposal_typed_or(f, "body")) == DB_DONE) {
		proposal_store_words(r, p.ref);
		proposal_done(r, &p, f, AUDIT_CHANGE,
			audit_fact(NULL, "section added", proposal_typed_or(f, "heading")));
		flash(r, "The section was added.");
	}
	return back(r, &p);
}

/* ---- Changing -------------------------------------------------------------------------------- */

/* 0, or what the page returns. */
static int find(
	struct req *r, struct q_proposal_by_ref *p, struct q_proposal_section_by_ref *section)
{
	int refused = proposal_found(r, p);
	char ref[REF_LENGTH + 1];

	if (refused)
		return refused;
	if (!ref_read(r->args[1], ref) || !Q_ONE(r->db, proposal_section_by_ref, section,
						  .proposal_id = p->proposal_id, .ref = ref))
		return not_found(r);
	return proposal_writable(r, p);
}

/* As it is stored, in a form with the same fields. */
static struct form *stored_form(
	struct req *r, const struct form *like, const struct q_proposal_section_by_ref *section)
{
	struct form *f = form_new(r->ctx, like->fields, like->n);

	form_put(f, "heading", 0, section->heading);
	form_put(f, "body", 0, section->body);
	return f;
}

static int show_edit(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_section_by_ref *section, const struct form *f, int status)
{
	return author_show(r, p, f,
		&(struct author_page){ .heading = "Change a section",
			.button = "Save",
			.existing = true,
			.row_version = section->row_version },
		status);
}

/* GET /proposals/:ref/sections/:section */
int proposal_section_edit(struct req *r)
{
	struct q_proposal_section_by_ref section;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &section);
	struct form *f;

	if (refused)
		return refused;
	f = stored_form(r, author_form(r, &p, fields, COUNT(fields)), &section);
	work_carry(r, section.row_version, form_seen(f));
	return show_edit(r, &p, &section, f, 200);
}

/* POST /proposals/:ref/sections/:section */
int proposal_section_edit_save(struct req *r)
{
	struct q_proposal_section_by_ref section;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &section);
	const char *heading, *body;
	int64_t n = 0;
	struct form *f;

	if (refused)
		return refused;
	f = author_form(r, &p, fields, COUNT(fields));
	if (form_fill(f, &r->body, NULL))
		proposal_check_markdown(f, "body");
	if (work_conflict(r, f, stored_form(r, f, &section), section.row_version) ||
		f->n_errors > 0)
		return show_edit(r, &p, &section, f, 422);
	heading = proposal_typed_or(f, "heading");
	body = proposal_typed_or(f, "body");
	if (strcmp(heading, section.heading) == 0 && strcmp(body, section.body) == 0) {
		flash_notice(r, "There was nothing to change.");
		return back(r, &p);
	}
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	Q_RUN_COUNT(r->db, proposal_section_update, &n, .section_id = section.section_id,
		.row_version = section.row_version, .heading = heading, .body = body);
	if (n == 0) {
		work_overtaken(r, f);
		return show_edit(r, &p, &section, f, 422);
	}
	proposal_store_words(r, p.ref);
	proposal_done(r, &p, f, AUDIT_CHANGE, audit_fact(NULL, "section changed", heading));
	flash(r, "The section was changed.");
	return back(r, &p);
}

/* ---- Their order ----------------------------------------------------------------------------- */

struct sections {
	struct q_proposal_sections *list;
	size_t n;
};

static struct sections all_of(struct req *r, int64_t proposal_id)
{
	struct db_rows *rows = Q_ROWS(r->db, proposal_sections, .proposal_id = proposal_id);
	struct sections all = { .list = NEW_ARRAY(r->ctx, struct q_proposal_sections,
					db_rows_count(rows) + 1) };

	for (; Q_NEXT(rows, proposal_sections, &all.list[all.n]); all.n++)
		all.list[all.n].ref = text_copy(r->ctx, all.list[all.n].ref);
	return all;
}

/* POST /proposals/:ref/sections: the button of a section, "up" or "down". */
int proposal_sections_move(struct req *r)
{
	const char *up = params_get(&r->body, "up"), *down = params_get(&r->body, "down"),
		   *ref = up ? up : down;
	struct q_proposal_by_ref p;
	int refused = proposal_drafted(r, &p);
	struct sections all;
	size_t at = 0, to;

	if (refused)
		return refused;
	if (!ref)
		return back(r, &p);
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	all = all_of(r, p.proposal_id);
	while (at < all.n && strcmp(all.list[at].ref, ref) != 0)
		at++;
	to = up ? at - 1 : at + 1;
	if (at == all.n || to >= all.n) {
		flash_notice(r, "It cannot be moved there.");
		return back(r, &p);
	}
	for (size_t i = 0; i < all.n; i++)
		Q_RUN(r->db, proposal_section_put,
			.section_id = all.list[i == at     ? to
						 : i == to ? at
							   : i]
					      .section_id,
			.position = (int64_t)i + 1);
	audit(r, AUDIT_CHANGE, "proposal", p.ref, audit_fact(NULL, "section moved", ref));
	return back(r, &p);
}

/* ---- Removing -------------------------------------------------------------------------------- */

static int find_to_remove(
	struct req *r, struct q_proposal_by_ref *p, struct q_proposal_section_by_ref *section)
{
	int refused = find(r, p, section);

	return refused ? refused : proposal_drafted(r, p);
}

static int show_remove(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_section_by_ref *section, const struct form *f, int status)
{
	work_carry(r, section->row_version, NULL);
	return author_show(r, p, f,
		&(struct author_page){ .heading = "Remove this section?",
			.intro = text_format(
				r->ctx, "“%s” and its text go for good.", section->heading),
			.button = "Remove it",
			.existing = true,
			.row_version = section->row_version,
			.warning = true },
		status);
}

/* GET /proposals/:ref/sections/:section/remove */
int proposal_section_remove(struct req *r)
{
	struct q_proposal_section_by_ref section;
	struct q_proposal_by_ref p;
	int refused = find_to_remove(r, &p, &section);

	return refused ? refused : show_remove(r, &p, &section, form_new(r->ctx, fields, 0), 200);
}

/* POST /proposals/:ref/sections/:section/remove */
int proposal_section_remove_save(struct req *r)
{
	struct q_proposal_section_by_ref section;
	struct form *f = form_new(r->ctx, fields, 0);
	struct q_proposal_by_ref p;
	int refused = find_to_remove(r, &p, &section);

	if (refused)
		return refused;
	form_fill(f, &r->body, NULL);
	if (!proposal_version_is(r, section.row_version))
		form_fail(f, NULL,
			"Somebody changed this section since you saw it. Look at it again first");
	if (f->n_errors > 0 || f->restored)
		return show_remove(r, &p, &section, f, 422);
	if (!proposal_touch(r, &p))
		return proposal_overtaken(r, &p);
	Q_RUN(r->db, proposal_section_remove, .section_id = section.section_id);
	proposal_store_words(r, p.ref);
	proposal_done(r, &p, f, AUDIT_CHANGE, audit_fact(NULL, "section removed", section.heading));
	flash(r, "The section was removed.");
	return back(r, &p);
}
