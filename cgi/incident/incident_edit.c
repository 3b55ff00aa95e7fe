/* incident_edit.c: what a manager changes of an incident beside its state: title, who it is about,
 * whether it is serious; and who looks after it. The report stays as it was sent. */
#include <stddef.h>
#include <string.h>
#include "audit.h"
#include "choices.h"
#include "identity.h"
#include "incident_report.h"
#include "incident_state.h"
#include "organisation.h"
#include "pages.h"
#include "search.h"

void incident_carry(struct req *r, const char *row_version, const char *seen)
{
	tpl_set(r->page, M_ROW_VERSION, row_version ? row_version : "");
	tpl_set(r->page, M_SEEN, seen ? seen : "");
}

const char *incident_version(struct req *r, const struct q_incident_by_ref *in)
{
	return text_format(r->ctx, "%lld", (long long)in->row_version);
}

bool incident_fits(
	struct req *r, struct form *f, const struct form *now, const struct q_incident_by_ref *in)
{
	const char *version = params_get(&r->body, "row_version"),
		   *seen = params_get(&r->body, "seen");
	bool fits = f->n_errors == 0;

	if (fits && (!version || strcmp(version, incident_version(r, in)) != 0) &&
		form_conflict(f, now, seen)) {
		version = incident_version(r, in);
		seen = form_seen(now);
		form_fail(f, NULL,
			"Somebody else changed this incident while you were typing. Nothing of "
			"yours is saved yet. Look at what they changed, then save again");
		fits = false;
	}
	if (!fits)
		incident_carry(r, version, seen);
	return fits;
}

/* ---- Title, about whom, serious -------------------------------------------------------------- */

struct typed {
	const char *title, *about, *organisation, *service;
};

static const struct choice abouts[] = {
	{ "own", "The practice that reported it", NULL, false },
	{ "other", "Another organisation", NULL, false },
	{ "unknown", "Not known", NULL, false },
};
static const struct choice serious[] = {
	{ "serious", "Serious", "Kept for longer, like every report of severe harm or a death",
		false },
};

static const struct field edit_fields[] = {
	{ .type = FIELD_SHORT,
		.name = "title",
		.label = "Title",
		.hint = "What happened, in a few words. Do not name patients or staff",
		.required = true,
		.max_length = 200,
		.autocomplete = "off",
		.missing = "Enter a title",
		.into = offsetof(struct typed, title) },
	{ .type = FIELD_RADIOS,
		.name = "about",
		.label = "Where it happened",
		.required = true,
		.choices = abouts,
		.n_choices = COUNT(abouts),
		.missing = "Select where it happened",
		.into = offsetof(struct typed, about) },
	{ .type = FIELD_SHORT,
		.name = "organisation",
		.label = "Which organisation",
		.hint = "Its code, or its name as in the list of organisations. Another name is "
			"kept as you write it",
		.required = true,
		.max_length = 200,
		.autocomplete = "off",
		.missing = "Enter which organisation",
		.when_name = "about",
		.when_code = "other",
		.into = offsetof(struct typed, organisation) },
	{ .type = FIELD_SELECT,
		.name = "service",
		.label = "Which service",
		.choices = lfpse_service_type,
		.n_choices = N_LFPSE_SERVICE_TYPE,
		.when_name = "about",
		.when_code = "other",
		.into = offsetof(struct typed, service) },
	{ .type = FIELD_CHECKBOXES,
		.name = "serious",
		.label = "How serious",
		.unmarked = true,
		.choices = serious,
		.n_choices = COUNT(serious) },
};

/* With the names of organisations to choose from while typing. */
static struct form *edit_form(struct req *r)
{
	struct field *fields = NEW_ARRAY(r->ctx, struct field, COUNT(edit_fields));
	struct choices others = { 0 };

	CHOICES_READ(r, &others, incident_others, row.name, row.name, 0);
	memcpy(fields, edit_fields, sizeof edit_fields);
	for (size_t i = 0; i < COUNT(edit_fields); i++)
		if (strcmp(fields[i].name, "organisation") == 0)
			field_offer(&fields[i], &others);
	return form_new(r->ctx, fields, COUNT(edit_fields));
}

static void put(struct form *f, const struct q_incident_by_ref *in)
{
	form_put(f, "title", 0, in->title);
	form_put(f, "about", 0, in->about);
	form_put(f, "organisation", 0,
		in->about_organisation ? in->about_organisation : in->about_name);
	form_put(f, "service", 0, in->about_service);
	form_put(f, "serious", 0, in->serious ? "serious" : NULL);
}

/* A title that looks as if it named somebody is asked about once; sent again, it stays: `warned` is
 * the title that was asked about. */
static const char *warn_of_title(struct req *r, struct form *f)
{
	const char *title = f->values[0].text, *warned = params_get(&r->body, "warned");
	struct identity found;
	char today[11];

	if (!title || f->restored)
		return warned;
	check_today(r->now, today);
	identity_find(title, today, &found);
	if (found.n == 0 || (warned && strcmp(warned, title) == 0))
		return warned;
	form_fail(f, "title",
		text_format(r->ctx, "“%.*s” %s. Take it out; or save again, if it is needed",
			(int)found.list[0].length, title + found.list[0].start,
			identity_words(found.list[0].kind)));
	return title;
}

static int show_edit(struct req *r, const struct form *f, const struct q_incident_by_ref *in,
	const char *warned, int status)
{
	tpl_set(r->page, M_WARNED, warned);
	incident_heading(r, in);
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_incident_edit, text_format(r->ctx, "Change %s", in->ref));
}

/* GET /incidents/:ref/edit */
int incident_edit(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);
	struct form *f;

	if (refused)
		return refused;
	f = edit_form(r);
	put(f, &in);
	incident_carry(r, incident_version(r, &in), form_seen(f));
	return show_edit(r, f, &in, "", 200);
}

/* Whom the typed name or code means: one of ours, or nobody we know. */
static struct q_organisation_by_code named(struct req *r, const char *typed)
{
	struct q_organisation_by_code of = { 0 };
	struct q_incident_other_named by_name;
	char code[13];

	if (!typed)
		return of;
	if (Q_ONE(r->db, incident_other_named, &by_name, .name = typed))
		typed = by_name.code;
	if (organisation_code(typed, code) && Q_ONE(r->db, organisation_by_code, &of, .code = code))
		return of;
	return (struct q_organisation_by_code){ 0 };
}

/* What changed, but for the title: that may hold the report's words, which the trail never does. */
static json_t *changes(const struct q_incident_by_ref *in, const struct typed *to,
	const char *about, bool is_serious)
{
	json_t *detail = NULL;

	detail = audit_changed(detail, "where", choice_label(abouts, COUNT(abouts), in->about),
		choice_label(abouts, COUNT(abouts), to->about));
	detail = audit_changed(detail, "organisation",
		in->about_organisation ? in->about_organisation : in->about_name, about);
	detail = audit_changed(detail, "service",
		choice_label(lfpse_service_type, N_LFPSE_SERVICE_TYPE, in->about_service),
		choice_label(lfpse_service_type, N_LFPSE_SERVICE_TYPE, to->service));
	return audit_changed(
		detail, "serious", in->serious ? "yes" : "no", is_serious ? "yes" : "no");
}

/* False: somebody else was quicker, in this very moment. */
static bool store(struct req *r, const struct q_incident_by_ref *in, const struct typed *to,
	const struct q_organisation_by_code *of, bool is_serious)
{
	const json_t *report = report_open(r->ctx, in->report);
	bool other = strcmp(to->about, "other") == 0;
	int64_t changed = 0;

	Q_RUN_COUNT(r->db, incident_edit, &changed, .title = to->title, .about = to->about,
		.about_organisation_id = other ? of->organisation_id : 0,
		.about_name = other && !of->organisation_id ? to->organisation : "",
		.about_service = other && to->service ? to->service : "", .serious = is_serious,
		.incident_id = in->incident_id, .row_version = in->row_version);
	if (changed)
		search_store(r->db, r->ctx, "incident", in->incident_id, to->title,
			incident_report_words(r->ctx, report), in->ref, in->practice, NULL);
	return changed == 1;
}

/* POST /incidents/:ref/edit */
int incident_edit_save(struct req *r)
{
	struct q_organisation_by_code of;
	struct q_incident_by_ref in;
	struct typed typed = { 0 };
	int refused = incident_managed(r, &in);
	struct form *f, *now;
	bool is_serious;
	const char *warned;
	json_t *detail, *told;

	if (refused)
		return refused;
	f = edit_form(r);
	now = form_new(r->ctx, f->fields, f->n);
	put(now, &in);
	form_fill(f, &r->body, &typed);
	warned = warn_of_title(r, f);
	if (!incident_fits(r, f, now, &in))
		return show_edit(r, f, &in, warned, 422);
	if (!typed.service)
		typed.service = "";
	is_serious = params_get(&r->body, "serious") != NULL;
	of = named(r, typed.organisation);
	told = changes(&in, &typed,
		of.organisation_id   ? of.name
		: typed.organisation ? typed.organisation
				     : "",
		is_serious);
	detail = audit_changed(json_deep_copy(told), "title", in.title, typed.title);
	if (!detail) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/incidents/%s", in.ref);
	}
	if (strcmp(in.title, typed.title) != 0)
		told = audit_fact(told, "title", "changed");
	audit(r, AUDIT_CHANGE, "incident", in.ref, told);
	incident_event(r, in.incident_id,
		&(struct incident_event){
			.kind = EVENT_EDITED, .audience = FOR_MANAGER, .detail = detail });
	/* The row was read in this transaction: it is another one now only by a fault of ours. */
	if (!store(r, &in, &typed, &of, is_serious))
		return page_error(r, 503);
	flash(r, text_format(r->ctx, "%s was changed.", in.ref));
	return redirect(r, "/incidents/%s", in.ref);
}
