/* audit.c: rows of the trail. */
#include "audit.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static const struct {
	const char *code, *label;
} actions[AUDIT_ACTIONS] = {
	[AUDIT_SIGN_IN] = { "sign_in", "Signed in" },
	[AUDIT_SIGN_IN_FAILED] = { "sign_in_failed", "Could not sign in" },
	[AUDIT_SIGN_OUT] = { "sign_out", "Signed out" },
	[AUDIT_REFUSED] = { "refused", "Was refused" },
	[AUDIT_LOOK] = { "look", "Looked at" },
	[AUDIT_ADD] = { "add", "Added" },
	[AUDIT_CHANGE] = { "change", "Changed" },
	[AUDIT_REMOVE] = { "remove", "Removed" },
	[AUDIT_EXPORT] = { "export", "Exported" },
	[AUDIT_IMPORT] = { "import", "Imported" },
	[AUDIT_PUBLISH] = { "publish", "Published" },
	[AUDIT_INVITE] = { "invite", "Invited" },
	[AUDIT_ACT_FOR] = { "act_for", "Chose for whom they act" },
};

const char *audit_action_code(enum audit_action action)
{
	return actions[action].code;
}

const char *audit_action_label(enum audit_action action)
{
	return actions[action].label;
}

json_t *audit_changed(json_t *detail, const char *field, const char *from, const char *to)
{
	if (!from)
		from = "";
	if (!to)
		to = "";
	if (strcmp(from, to) == 0)
		return detail;
	if (!detail)
		detail = must(json_object());
	json_object_set_new(detail, field, json_pack("{s:s, s:s}", "from", from, "to", to));
	return detail;
}

json_t *audit_fact(json_t *detail, const char *field, const char *value)
{
	if (!detail)
		detail = must(json_object());
	json_object_set_new(detail, field, json_string(value ? value : ""));
	return detail;
}

void audit_as(struct db *db, struct req *r, const struct audit_actor *actor,
	enum audit_action action, const char *subject, const char *ref, json_t *detail)
{
	char *text = detail ? json_dumps(detail, JSON_COMPACT) : NULL;

	Q_RUN(db, audit_add, .now = r ? r->now : time(NULL), .person_id = actor->person_id,
		.who = actor->who ? actor->who : "soundings",
		.organisation_id = actor->organisation_id, .action = audit_action_code(action),
		.subject = subject, .ref = ref, .detail = text ? text : "{}");
	free(text);
	json_decref(detail);
	if (r)
		r->audited = true;
}

void audit(struct req *r, enum audit_action action, const char *subject, const char *ref,
	json_t *detail)
{
	struct audit_actor actor = { 0 };

	if (r->person)
		actor = (struct audit_actor){ r->person->person_id, r->person->organisation_id,
			r->person->email };
	else
		actor.who = "nobody";
	audit_as(r->db, r, &actor, action, subject, ref, detail);
}
