/* settings.c: the pages on which an administrator changes the settings, and an auditor reads them.
 */
#include <stdlib.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "brand.h"
#include "form.h"
#include "holidays.h"
#include "markdown.h"
#include "organisation.h"
#include "pages.h"
#include "setting.h"

static const struct {
	const char *code, *title; /* of its address; of its part of the list */
	enum tpl_marker about;    /* section of settings_edit.tpl with what there is to know */
} groups[SETTING_GROUPS] = {
	[GROUP_IDENTITY] = { "identity", "Name, logo and colour", M_ABOUT_IDENTITY },
	[GROUP_CONTACT] = { "contact", "Contact", M_ABOUT_NOTHING },
	[GROUP_PRIVACY] = { "privacy", "Privacy notice", M_ABOUT_TEXT },
	[GROUP_ACCESSIBILITY] = { "accessibility", "Accessibility statement", M_ABOUT_TEXT },
	[GROUP_SESSIONS] = { "sessions", "Sign-in and sessions", M_ABOUT_SESSIONS },
	[GROUP_KEEPING] = { "keeping", "Keeping records", M_ABOUT_KEEPING },
	[GROUP_CONTRACTS] = { "contracts", "Contracts and reviews", M_ABOUT_CONTRACTS },
	[GROUP_MAIL] = { "mail", "Mail", M_ABOUT_MAIL },
};

/* What the table says at this moment. */
struct stored {
	const char *value[SETTINGS]; /* what holds: the default where nothing else was set */
	bool set[SETTINGS];
	int64_t row_version[SETTINGS]; /* 0: never changed */
};

static void read_rows(struct req *r, struct db_rows *rows, struct stored *out)
{
	struct q_setting_all row;

	for (size_t i = 0; i < SETTINGS; i++)
		out->value[i] = setting_start(r->ctx, r->settings, (enum setting)i);
	while (Q_NEXT(rows, setting_all, &row))
		for (size_t i = 0; i < SETTINGS; i++) {
			if (strcmp(row.name, setting_known((enum setting)i)->field.name) != 0)
				continue;
			out->row_version[i] = row.row_version;
			out->set[i] = *row.value != '\0';
			if (out->set[i])
				out->value[i] = text_copy(r->ctx, row.value);
		}
}

/* A value in words: "15 minutes", a choice's label, how long a text is. */
static const char *in_words(struct req *r, enum setting s, const char *value)
{
	const struct setting_known *known = setting_known(s);
	const struct field *field = &known->field;
	size_t i = choice_index(field->choices, field->n_choices, value);

	if (i < field->n_choices)
		return field->choices[i].label;
	if (known->unit && strcmp(value, "1") == 0) /* "1 year" */
		return text_format(r->ctx, "1 %.*s", (int)strlen(known->unit) - 1, known->unit);
	if (known->unit)
		return text_format(r->ctx, "%s %s", value, known->unit);
	if (field->type == FIELD_LONG)
		return text_format(r->ctx, "Your own text, %s characters",
			count_text(r->ctx, (int64_t)text_length(value)));
	return value;
}

static void list_one(struct req *r, const struct stored *now, enum setting s, struct tpl *group)
{
	const struct setting_known *known = setting_known(s);
	struct tpl *row = tpl_add(group, M_SETTING_ROW);
	bool is_text = known->field.type == FIELD_LONG;
	const char *value = is_text && !now->set[s] ? "The text that comes with Soundings"
						    : in_words(r, s, now->value[s]);

	tpl_set(row, M_SETTING_LABEL, known->field.label);
	tpl_optional(row, M_SETTING_GIVEN, M_VALUE, value);
	tpl_show_if(row, M_SETTING_EMPTY, *value == '\0');
	tpl_optional(row, M_SOURCED, M_SOURCE, known->source);
	if (now->set[s] && !is_text && *setting_default(r->settings, s))
		tpl_optional(row, M_DEFAULTED, M_DEFAULT,
			in_words(r, s, setting_default(r->settings, s)));
}

/* GET /settings */
int settings_list(struct req *r)
{
	bool may_change = access_allows(r->person, OF_COMMISSIONER | ROLE_ADMINISTRATOR);
	struct stored now = { 0 };

	read_rows(r, Q_ROWS(r->db, setting_all), &now);
	tpl_show_if(r->page, M_READS_ONLY, !may_change);
	for (size_t g = 0; g < SETTING_GROUPS; g++) {
		struct tpl *group = tpl_add(r->page, M_SETTING_GROUP), *change;

		tpl_set(group, M_GROUP_TITLE, groups[g].title);
		for (size_t i = 0; i < SETTINGS; i++)
			if (setting_known((enum setting)i)->group == g)
				list_one(r, &now, (enum setting)i, group);
		tpl_show_if(group, M_KEEPS_NOTHING_AWAY, g == GROUP_KEEPING);
		if (!may_change)
			continue;
		change = tpl_add(group, M_MAY_CHANGE);
		tpl_set(change, M_GROUP_CODE, groups[g].code);
	}
	tpl_optional(r->page, M_HOLIDAYS_MISSING, M_YEAR, holidays_missing(r));
	brand_show_set(tpl_include(r->page, M_HEADER, T_settings_header), r->settings);
	return page_show(r, 200, T_settings_list, "Settings");
}

/* One group's form: which settings its fields are, and what they were when the form was made. */
struct group_form {
	enum setting_group group;
	enum setting settings[SETTINGS];
	size_t n;
	struct form *form;
	const char *row_versions; /* "3.0.1": of each field's row */
};

static const char *versions_text(
	struct req *r, const struct group_form *g, const struct stored *now)
{
	struct buf out = { .ctx = r->ctx };

	for (size_t i = 0; i < g->n; i++)
		buf_addf(&out, "%s%lld", i ? "." : "", (long long)now->row_version[g->settings[i]]);
	return buf_text(&out);
}

/* The group of the address; false when there is none. */
static bool group_open(struct req *r, struct group_form *g)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, SETTINGS);
	size_t at = 0;

	while (at < SETTING_GROUPS && strcmp(groups[at].code, r->args[0]) != 0)
		at++;
	if (at == SETTING_GROUPS)
		return false;
	g->group = (enum setting_group)at;
	for (size_t i = 0; i < SETTINGS; i++) {
		if (setting_known((enum setting)i)->group != g->group)
			continue;
		fields[g->n] = setting_known((enum setting)i)->field;
		g->settings[g->n++] = (enum setting)i;
	}
	g->form = form_new(r->ctx, fields, g->n);
	return true;
}

static int show_group(struct req *r, struct group_form *g, int status)
{
	bool is_text = g->group == GROUP_PRIVACY || g->group == GROUP_ACCESSIBILITY;

	form_show(g->form, 0, g->n, r->page, false);
	tpl_set(r->page, M_ROW_VERSION, g->row_versions);
	tpl_set(r->page, M_GROUP_TITLE, groups[g->group].title);
	tpl_show(r->page, groups[g->group].about);
	tpl_show_if(r->page, M_MAY_PREVIEW, is_text || g->group == GROUP_IDENTITY);
	return page_show(r, status, T_settings_edit, groups[g->group].title);
}

/* GET /settings/GROUP */
int settings_edit(struct req *r)
{
	struct group_form g = { 0 };
	struct stored now = { 0 };

	if (!group_open(r, &g))
		return not_found(r);
	read_rows(r, Q_ROWS(r->db, setting_all), &now);
	for (size_t i = 0; i < g.n; i++)
		form_put(g.form, g.form->fields[i].name, 0, now.value[g.settings[i]]);
	g.row_versions = versions_text(r, &g, &now);
	return show_group(r, &g, 200);
}

static const char *typed(const struct group_form *g, size_t i)
{
	return g->form->values[i].text ? g->form->values[i].text : "";
}

/* How it would look; nothing is stored. */
static int preview(struct req *r, struct group_form *g, const struct stored *now)
{
	const char *values[SETTINGS];
	struct tpl *t;

	if (form_check(g->form, 0, g->n) > 0)
		return show_group(r, g, 422);
	memcpy(values, now->value, sizeof values);
	for (size_t i = 0; i < g->n; i++)
		values[g->settings[i]] = typed(g, i);
	if (g->group == GROUP_IDENTITY) {
		t = tpl_add(r->page, M_PREVIEW_HEADER);
		brand_show(tpl_include(t, M_HEADER, T_settings_header), values);
	} else if (g->form->fields[0].type == FIELD_LONG) {
		t = tpl_add(r->page, M_PREVIEW_TEXT);
		markdown_show(r->ctx, typed(g, 0), 2, t, M_MARKDOWN);
	}
	return show_group(r, g, 200);
}

static int show_defaults(struct req *r, struct group_form *g)
{
	for (size_t i = 0; i < g->n; i++)
		form_put(g->form, g->form->fields[i].name, 0,
			setting_start(r->ctx, r->settings, g->settings[i]));
	tpl_show(r->page, M_DEFAULTS_SHOWN);
	return show_group(r, g, 200);
}

/* The versions that the form was made with; what is no such list is nobody's, so everything has
 * changed since. */
static void old_versions(const struct req *r, const struct group_form *g, int64_t out[SETTINGS])
{
	const char *at = params_get(&r->body, "row_version");
	char *end;

	for (size_t i = 0; i < g->n; i++) {
		out[i] = -1;
		if (!at || *at < '0' || *at > '9')
			continue;
		out[i] = strtoll(at, &end, 10);
		at = *end == '.' ? end + 1 : NULL;
	}
}

static size_t find_conflicts(struct req *r, struct group_form *g, const struct stored *now)
{
	int64_t old[SETTINGS];
	size_t n = 0;

	old_versions(r, g, old);
	for (size_t i = 0; i < g->n; i++) {
		enum setting s = g->settings[i];
		const struct field *field = &g->form->fields[i];

		if (old[i] == now->row_version[s] || strcmp(typed(g, i), now->value[s]) == 0)
			continue;
		n++;
		form_fail(g->form, field->name,
			field->type == FIELD_LONG
				? "Somebody else changed this while you were typing. Open this "
				  "page in another window to see what it says now"
				: text_format(r->ctx,
					  "Somebody else changed this to “%s” while you were "
					  "typing",
					  in_words(r, s, now->value[s])));
	}
	return n;
}

/* The trail holds 64 KB of a change: a longer text is there by its beginning and its length. */
static const char *for_trail(struct req *r, const char *text)
{
	enum { WHOLE = 12000, PART = 4000 };
	size_t len = PART;

	if (strlen(text) <= WHOLE)
		return text;
	while (len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80)
		len--;
	return text_format(r->ctx, "%.*s… (%s characters in all)", (int)len, text,
		count_text(r->ctx, (int64_t)text_length(text)));
}

/* The name is the commissioner's own: there is one of it, here and in the list of organisations. */
static void rename_commissioner(struct req *r, const char *name)
{
	struct q_organisation_commissioner commissioner;
	struct organisation from, to;

	if (!Q_ONE(r->db, organisation_commissioner, &commissioner) ||
		!organisation_lock(r->db, commissioner.code, &from))
		return;
	to = from;
	to.name = name;
	organisation_update(r->db, &to);
	audit(r, AUDIT_CHANGE, "organisation", to.code, organisation_changes(&from, &to));
}

/* A value that is the default is stored as none: where a later version knows better, so does this
 * installation. */
static void store(struct req *r, const struct group_form *g, const struct stored *now)
{
	for (size_t i = 0; i < g->n; i++) {
		enum setting s = g->settings[i];
		const char *name = g->form->fields[i].name, *value = typed(g, i);
		const char *start = setting_start(r->ctx, r->settings, s);

		if (strcmp(value, now->value[s]) == 0)
			continue;
		if (s == SETTING_NAME) {
			rename_commissioner(r, value);
			continue;
		}
		Q_RUN(r->db, setting_change, .name = name,
			.value = strcmp(value, start) == 0 ? "" : value);
		audit(r, AUDIT_CHANGE, "setting", name,
			audit_changed(
				NULL, name, for_trail(r, now->value[s]), for_trail(r, value)));
	}
}

static bool text_fits(struct group_form *g)
{
	const char *sentence;

	if (g->form->fields[0].type != FIELD_LONG || markdown_fits(typed(g, 0), &sentence))
		return true;
	form_fail(g->form, g->form->fields[0].name, sentence);
	return false;
}

/* POST /settings/GROUP */
int settings_save(struct req *r)
{
	const char *go = params_get(&r->body, "go");
	struct group_form g = { 0 };
	struct stored now = { 0 };

	if (!group_open(r, &g))
		return not_found(r);
	read_rows(r, Q_ROWS(r->db, setting_all), &now);
	form_take(g.form, 0, g.n, &r->body);
	g.row_versions = params_get(&r->body, "row_version");
	if (go && strcmp(go, "defaults") == 0 && !r->body.restored)
		return show_defaults(r, &g);
	if (go && strcmp(go, "preview") == 0 && !r->body.restored)
		return preview(r, &g, &now);
	if (form_check(g.form, 0, g.n) > 0 || !text_fits(&g))
		return show_group(r, &g, 422);
	if (find_conflicts(r, &g, &now) > 0) {
		g.row_versions = versions_text(r, &g, &now);
		return show_group(r, &g, 422);
	}
	store(r, &g, &now);
	flash(r, "The settings have been saved.");
	return redirect(r, "/settings");
}
