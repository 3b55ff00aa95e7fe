/* incidents_assign.c: many incidents given to one manager: those that were ticked in the queue.
 *
 * Each carries the row_version that the page showed: what somebody else changed meanwhile is left
 * as it is, and named. */
#include <stdlib.h>
#include <string.h>
#include "access.h"
#include "choices.h"
#include "incident_list.h"
#include "incident_state.h"
#include "pages.h"

enum { MOST = LIST_MOST };

struct chosen {
	struct q_incident_by_ref list[MOST];
	int64_t versions[MOST]; /* as the form showed them */
	size_t n, gone;         /* gone: no such report, or a draft */
};

static bool is_in(const struct chosen *chosen, int64_t incident_id)
{
	for (size_t i = 0; i < chosen->n; i++)
		if (chosen->list[i].incident_id == incident_id)
			return true;
	return false;
}

/* "7KQF-2MXW", or with the version that was shown: "7KQF-2MXW.3". */
static void choose(struct req *r, const char *text, struct chosen *chosen)
{
	struct q_incident_by_ref *in = &chosen->list[chosen->n];
	const char *dot = strchr(text, '.');
	char ref[REF_LENGTH + 1];
	int64_t version = -1;

	if (dot && !check_number(dot + 1, &version))
		version = -1;
	if (!ref_read(text_copyn(r->ctx, text, dot ? (size_t)(dot - text) : strlen(text)), ref) ||
		!Q_ONE(r->db, incident_by_ref, in, .ref = ref) ||
		!(access_incident(r->person, in->organisation_id, in->reporter_id,
			  strcmp(in->state, "draft") == 0, in->anonymous) &
			INCIDENT_MANAGES)) {
		chosen->gone++;
		return;
	}
	if (is_in(chosen, in->incident_id))
		return;
	chosen->versions[chosen->n++] = dot ? version : in->row_version;
}

static struct chosen *read_chosen(struct req *r, const struct params *from, const char *name)
{
	struct chosen *chosen = NEW(r->ctx, struct chosen);
	const char *text;

	for (size_t i = 0; chosen->n < MOST && (text = params_nth(from, name, i)); i++)
		choose(r, text, chosen);
	return chosen;
}

/* ---- The form ---------------------------------------------------------------------------------
 */

static struct form *new_form(struct req *r)
{
	struct field *field = NEW(r->ctx, struct field);
	struct choices managers = { 0 };

	CHOICES_READ(r, &managers, incident_managers, row.ref,
		choices_person(r, row.person_id, row.name), 0, .manager_id = 0);
	*field = (struct field){ .type = FIELD_SELECT,
		.name = "manager",
		.label = "Who is to look after them",
		.required = true,
		.missing = "Select who is to look after them",
		.choices = managers.list,
		.n_choices = managers.n };
	return form_new(r->ctx, field, 1);
}

static const char *back(const char *typed)
{
	return list_is_address(typed) ? typed : "?";
}

static int show(struct req *r, const struct form *f, const struct chosen *chosen, const char *typed,
	int status)
{
	struct tpl *some;

	tpl_setf(r->page, M_LIST_LINK, "/incidents%s", back(typed));
	tpl_show_if(r->page, M_NONE, chosen->n == 0);
	if (chosen->n > 0) {
		some = tpl_add(r->page, M_SOME);
		tpl_set(some, M_BACK, back(typed));
		for (size_t i = 0; i < chosen->n; i++) {
			const struct q_incident_by_ref *in = &chosen->list[i];
			struct tpl *t = tpl_add(some, M_CHOSEN);

			tpl_set(t, M_REF, in->ref);
			tpl_setf(t, M_ROW_VERSION, "%lld", (long long)chosen->versions[i]);
			tpl_set(t, M_INCIDENT_TITLE, *in->title ? in->title : "Without a title");
			tpl_set(t, M_PRACTICE, in->practice);
			tpl_set(t, M_MANAGER, in->manager ? in->manager : "Nobody");
		}
		tpl_setf(some, M_BUTTON,
			chosen->n == 1 ? "Assign this report" : "Assign these %zu reports",
			chosen->n);
		form_show(f, 0, f->n, some, false);
	}
	return page_show(r, status, T_incidents_assign, "Assign reports");
}

/* GET /incidents/assign?ref=…&ref=… */
int incidents_assign(struct req *r)
{
	return show(r, new_form(r), read_chosen(r, &r->query, "ref"), params_get(&r->query, "back"),
		200);
}

/* ---- Doing it ---------------------------------------------------------------------------------
 */

static void add_ref(TALLOC_CTX *ctx, const char **refs, const char *ref)
{
	*refs = *refs ? text_format(ctx, "%s, %s", *refs, ref) : ref;
}

static void tell(struct req *r, size_t done, const char *name, const char *left)
{
	const char *did = done == 0 ? "No report was assigned."
				    : text_format(r->ctx, "%zu %s now looked after by %s.", done,
					      done == 1 ? "report is" : "reports are", name);

	if (left)
		flash_notice(
			r, text_format(r->ctx,
				   "%s Somebody else changed these meanwhile, and they are as they "
				   "were: %s",
				   did, left));
	else
		flash(r, did);
}

/* POST /incidents/assign */
int incidents_assign_save(struct req *r)
{
	struct chosen *chosen = read_chosen(r, &r->body, "chosen");
	const char *typed = params_get(&r->body, "back"), *left = NULL;
	struct q_incident_manager_by_ref manager;
	struct form *f = new_form(r);
	size_t done = 0;

	if (!form_fill(f, &r->body, NULL) || chosen->n == 0)
		return show(r, f, chosen, typed, 422);
	if (!Q_ONE(r->db, incident_manager_by_ref, &manager, .ref = f->values[0].text)) {
		form_fail(f, "manager", "They may not look after incidents any more");
		return show(r, f, chosen, typed, 422);
	}
	for (size_t i = 0; i < chosen->n; i++) {
		struct q_incident_by_ref *in = &chosen->list[i];

		if (in->manager_id == manager.person_id && in->looked_at) {
			done++; /* it is so already: sent twice, perhaps */
			continue;
		}
		if (in->row_version == chosen->versions[i] &&
			incident_assign(r, in, manager.person_id, manager.name))
			done++;
		else
			add_ref(r->ctx, &left, in->ref);
	}
	tell(r, done, manager.name, left);
	return redirect(r, "/incidents%s", back(typed));
}
