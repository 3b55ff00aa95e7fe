/* themes.c: themes of incidents: the list that managers keep, and which an incident has. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "incident_sections.h"
#include "incident_state.h"
#include "pages.h"

/* ---- The list -------------------------------------------------------------------------------- */

struct naming {
	const char *name;
};

static const struct choice retired_choices[] = {
	{ "retired", "Not offered any more", "Incidents that have it keep it", false },
};

static const struct field name_fields[] = {
	{ .type = FIELD_SHORT,
		.name = "name",
		.label = "Name",
		.required = true,
		.max_length = 100,
		.autocomplete = "off",
		.missing = "Enter a name",
		.into = offsetof(struct naming, name) },
	{ .type = FIELD_CHECKBOXES,
		.name = "retired",
		.label = "Retired",
		.unmarked = true,
		.choices = retired_choices,
		.n_choices = COUNT(retired_choices) },
};
enum { NEW_FIELDS = 1 }; /* a new one is offered */

static int show_list(struct req *r, const struct form *f, int status)
{
	struct db_rows *rows = Q_ROWS(r->db, themes);
	struct q_themes row;

	while (Q_NEXT(rows, themes, &row)) {
		struct tpl *line = tpl_add(r->page, M_THEME_ROW);

		tpl_set(line, M_THEME_REF, text_copy(r->ctx, row.ref));
		tpl_set(line, M_NAME, text_copy(r->ctx, row.name));
		tpl_count(line, M_INCIDENTS, row.incidents);
		tpl_show_if(line, M_RETIRED, row.retired_at);
	}
	tpl_set(r->page, M_CSRF, r->csrf);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_themes, "Themes of incidents");
}

/* GET /incidents/themes */
int themes_view(struct req *r)
{
	return show_list(r, form_new(r->ctx, name_fields, NEW_FIELDS), 200);
}

static const char taken[] = "There is a theme with this name already";

/* POST /incidents/themes */
int themes_add(struct req *r)
{
	struct form *f = form_new(r->ctx, name_fields, NEW_FIELDS);
	struct naming in = { 0 };

	if (!form_fill(f, &r->body, &in))
		return show_list(r, f, 422);
	if (Q_RUN(r->db, theme_add, .name = in.name) == DB_DUPLICATE) {
		form_fail(f, "name", taken);
		return show_list(r, f, 422);
	}
	audit(r, AUDIT_ADD, "theme", in.name, NULL);
	flash(r, text_format(r->ctx, "%s was added.", in.name));
	return redirect(r, "/incidents/themes");
}

/* ---- One theme ------------------------------------------------------------------------------- */

static struct form *theme_form(struct req *r, const struct q_theme_by_ref *theme)
{
	struct form *f = form_new(r->ctx, name_fields, COUNT(name_fields));

	form_put(f, "name", 0, theme->name);
	form_put(f, "retired", 0, theme->retired_at ? "retired" : NULL);
	return f;
}

static int show_theme(
	struct req *r, const struct form *f, const struct q_theme_by_ref *theme, int status)
{
	tpl_set(r->page, M_CSRF, r->csrf);
	tpl_set(r->page, M_NAME_NOW, theme->name);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_themes_edit, text_format(r->ctx, "Change %s", theme->name));
}

/* GET /incidents/themes/:theme */
int theme_edit(struct req *r)
{
	struct q_theme_by_ref theme;
	struct form *f;

	if (!Q_ONE(r->db, theme_by_ref, &theme, .ref = r->args[0]))
		return not_found(r);
	f = theme_form(r, &theme);
	incident_carry(r, text_format(r->ctx, "%lld", (long long)theme.row_version), form_seen(f));
	return show_theme(r, f, &theme, 200);
}

/* False: the form is to be shown again, and says why. */
static bool theme_store(struct req *r, struct form *f, const struct q_theme_by_ref *theme,
	const struct naming *in, bool retired)
{
	int64_t changed = 0;

	if (Q_RUN_COUNT(r->db, theme_update, &changed, .name = in->name,
		    .retired_at = !retired            ? 0
				  : theme->retired_at ? theme->retired_at
						      : r->now,
		    .theme_id = theme->theme_id, .row_version = theme->row_version) == DB_DUPLICATE)
		form_fail(f, "name", taken);
	return f->n_errors == 0 && changed == 1;
}

/* POST /incidents/themes/:theme */
int theme_edit_save(struct req *r)
{
	bool retired = params_get(&r->body, "retired") != NULL;
	const char *version, *seen = params_get(&r->body, "seen"),
			     *typed = params_get(&r->body, "row_version");
	struct q_theme_by_ref theme;
	struct naming in = { 0 };
	struct form *f, *now;
	json_t *detail;

	if (!Q_ONE(r->db, theme_by_ref, &theme, .ref = r->args[0]))
		return not_found(r);
	version = text_format(r->ctx, "%lld", (long long)theme.row_version);
	now = theme_form(r, &theme);
	f = form_new(r->ctx, name_fields, COUNT(name_fields));
	form_fill(f, &r->body, &in);
	if (f->n_errors == 0 && (!typed || strcmp(typed, version) != 0) &&
		form_conflict(f, now, seen)) {
		typed = version;
		seen = form_seen(now);
	}
	detail = f->n_errors ? NULL : audit_changed(NULL, "name", theme.name, in.name);
	if (f->n_errors == 0)
		detail = audit_changed(
			detail, "offered", theme.retired_at ? "no" : "yes", retired ? "no" : "yes");
	if (f->n_errors > 0 || (detail && !theme_store(r, f, &theme, &in, retired))) {
		incident_carry(r, typed, seen);
		json_decref(detail);
		return show_theme(r, f, &theme, 422);
	}
	if (detail)
		audit(r, AUDIT_CHANGE, "theme", theme.name, detail);
	flash(r, detail ? text_format(r->ctx, "%s was changed.", in.name)
			: "There was nothing to change.");
	return redirect(r, "/incidents/themes");
}

/* ---- Of an incident -------------------------------------------------------------------------- */

struct chosen {
	struct field field;
	struct form *stored; /* the ones it has are ticked */
	int64_t *ids;        /* of the choices */
};

static struct chosen *choices_of(struct req *r, const struct q_incident_by_ref *in)
{
	struct db_rows *rows = Q_ROWS(r->db, theme_choices, .incident_id = in->incident_id);
	size_t most = db_rows_count(rows) + 1, n = 0, ticks = 0;
	struct choice *choices = NEW_ARRAY(r->ctx, struct choice, most);
	struct chosen *out = NEW(r->ctx, struct chosen);
	struct q_theme_choices row;

	out->ids = NEW_ARRAY(r->ctx, int64_t, most);
	out->field = (struct field){ .type = FIELD_CHECKBOXES,
		.name = "themes",
		.label = "Themes",
		.hint = "What it has in common with others. Choose as many as fit",
		.unmarked = true,
		.choices = choices };
	out->stored = form_new(r->ctx, &out->field, 1);
	while (Q_NEXT(rows, theme_choices, &row)) {
		choices[n] = (struct choice){ .code = text_copy(r->ctx, row.ref),
			.label = text_copy(r->ctx, row.name),
			.hint = row.retired ? "Not offered any more" : NULL };
		out->ids[n] = row.theme_id;
		if (row.chosen)
			form_put(out->stored, "themes", ticks++, choices[n].code);
		n++;
	}
	out->field.n_choices = n;
	return out;
}

static bool is_ticked(const struct form *f, const char *code)
{
	for (size_t i = 0; i < f->values[0].n_parts; i++)
		if (f->values[0].parts[i] && strcmp(f->values[0].parts[i], code) == 0)
			return true;
	return false;
}

static const char *names_of(TALLOC_CTX *ctx, const struct chosen *c, const struct form *f)
{
	struct buf out = { .ctx = ctx };

	for (size_t i = 0; i < c->field.n_choices; i++)
		if (is_ticked(f, c->field.choices[i].code))
			buf_addf(&out, "%s%s", out.len ? ", " : "", c->field.choices[i].label);
	return buf_text(&out);
}

void incident_section_themes(
	struct req *r, const struct q_incident_by_ref *in, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_incident_section_themes);
	const struct chosen *c = choices_of(r, in);
	bool any = false;

	for (size_t i = 0; i < c->field.n_choices; i++)
		if (is_ticked(c->stored, c->field.choices[i].code)) {
			tpl_set(tpl_add(t, M_THEME_ROW), M_NAME, c->field.choices[i].label);
			any = true;
		}
	tpl_show_if(t, M_NONE, !any);
	if (may_change)
		tpl_set(tpl_add(t, M_MAY_CHANGE), M_REF, in->ref);
}

static int show_choices(
	struct req *r, const struct form *f, const struct q_incident_by_ref *in, int status)
{
	incident_heading(r, in);
	form_show(f, 0, f->n, r->page, false);
	return page_show(
		r, status, T_incident_themes, text_format(r->ctx, "Themes of %s", in->ref));
}

/* GET /incidents/:ref/themes */
int incident_themes(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);
	const struct chosen *c;

	if (refused)
		return refused;
	c = choices_of(r, &in);
	incident_carry(r, incident_version(r, &in), form_seen(c->stored));
	return show_choices(r, c->stored, &in, 200);
}

/* POST /incidents/:ref/themes */
int incident_themes_save(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);
	const struct chosen *c;
	int64_t changed = 0;
	struct form *f;
	json_t *detail;

	if (refused)
		return refused;
	c = choices_of(r, &in);
	f = form_new(r->ctx, &c->field, 1);
	form_fill(f, &r->body, NULL);
	if (!incident_fits(r, f, c->stored, &in))
		return show_choices(r, f, &in, 422);
	detail = audit_changed(
		NULL, "themes", names_of(r->ctx, c, c->stored), names_of(r->ctx, c, f));
	if (!detail) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/incidents/%s", in.ref);
	}
	for (size_t i = 0; i < c->field.n_choices; i++) {
		bool was = is_ticked(c->stored, c->field.choices[i].code),
		     is = is_ticked(f, c->field.choices[i].code);

		if (is && !was)
			Q_RUN(r->db, theme_link_add, .incident_id = in.incident_id,
				.theme_id = c->ids[i]);
		else if (was && !is)
			Q_RUN(r->db, theme_link_remove, .incident_id = in.incident_id,
				.theme_id = c->ids[i]);
	}
	Q_RUN_COUNT(r->db, incident_touch, &changed, .incident_id = in.incident_id,
		.row_version = in.row_version);
	incident_event(r, in.incident_id,
		&(struct incident_event){ .kind = EVENT_THEME,
			.audience = FOR_MANAGER,
			.detail = json_incref(detail) });
	audit(r, AUDIT_CHANGE, "incident", in.ref, detail);
	if (changed == 0)
		return page_error(r, 503);
	flash(r, text_format(r->ctx, "The themes of %s were changed.", in.ref));
	return redirect(r, "/incidents/%s", in.ref);
}
