/* incident_assign.c: who looks after an incident. */
#include <string.h>
#include "audit.h"
#include "choices.h"
#include "incident_state.h"
#include "pages.h"

bool incident_assign(
	struct req *r, const struct q_incident_by_ref *in, int64_t manager_id, const char *name)
{
	struct incident_actor by = incident_actor(r);
	enum incident_state state = incident_state_of(in->state);
	int64_t changed = 0;

	Q_RUN_COUNT(r->db, incident_assign, &changed, .manager_id = manager_id, .looked_at = r->now,
		.urgency = incident_place(&by, in, state, in->state_at, true),
		.incident_id = in->incident_id, .row_version = in->row_version);
	if (changed == 0)
		return false;
	incident_event(r, in->incident_id,
		&(struct incident_event){ .kind = EVENT_ASSIGNED,
			.audience = FOR_MANAGER,
			.detail = audit_changed(NULL, "manager", in->manager, name) });
	audit(r, AUDIT_CHANGE, "incident", in->ref,
		audit_changed(NULL, "manager", in->manager, name));
	return true;
}

/* The managers there are, and whoever has it now though they are none any more. */
static struct form *assign_form(struct req *r, const struct q_incident_by_ref *in)
{
	struct field *field = NEW(r->ctx, struct field);
	struct choices managers = { 0 };
	struct form *f;

	CHOICES_READ(r, &managers, incident_managers, row.ref,
		choices_person(r, row.person_id, row.name), row.person_id,
		.manager_id = in->manager_id);
	*field = (struct field){ .type = FIELD_SELECT,
		.name = "manager",
		.label = "Who looks after it",
		.unmarked = true,
		.choices = managers.list,
		.n_choices = managers.n };
	f = form_new(r->ctx, field, 1);
	for (size_t i = 0; i < managers.n; i++)
		if (managers.ids[i] == in->manager_id)
			form_put(f, "manager", 0, managers.list[i].code);
	return f;
}

static int show(struct req *r, const struct form *f, const struct q_incident_by_ref *in, int status)
{
	incident_heading(r, in);
	form_show(f, 0, f->n, r->page, false);
	return page_show(
		r, status, T_incident_assign, text_format(r->ctx, "Who looks after %s", in->ref));
}

/* GET /incidents/:ref/assign */
int incident_assign_view(struct req *r)
{
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);
	struct form *f;

	if (refused)
		return refused;
	f = assign_form(r, &in);
	incident_carry(r, incident_version(r, &in), form_seen(f));
	return show(r, f, &in, 200);
}

/* POST /incidents/:ref/assign */
int incident_assign_save(struct req *r)
{
	struct q_incident_manager_by_ref manager = { 0 };
	struct q_incident_by_ref in;
	int refused = incident_managed(r, &in);
	struct form *f, *now;

	if (refused)
		return refused;
	now = assign_form(r, &in);
	f = form_new(r->ctx, now->fields, now->n);
	form_fill(f, &r->body, NULL);
	if (f->values[0].text &&
		!Q_ONE(r->db, incident_manager_by_ref, &manager, .ref = f->values[0].text))
		form_fail(f, "manager",
			"They cannot look after incidents any more. Choose somebody else");
	if (!incident_fits(r, f, now, &in))
		return show(r, f, &in, 422);
	if (manager.person_id == in.manager_id) {
		flash_notice(r, "There was nothing to change.");
		return redirect(r, "/incidents/%s", in.ref);
	}
	if (!incident_assign(r, &in, manager.person_id, manager.name))
		return page_error(r, 503);
	flash(r, manager.name ? text_format(r->ctx, "%s looks after %s.", manager.name, in.ref)
			      : text_format(r->ctx, "Nobody looks after %s now.", in.ref));
	return redirect(r, "/incidents/%s", in.ref);
}
