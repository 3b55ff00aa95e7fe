/* audit.c: rows of the trail. */
#include "audit.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "routes.h"

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

enum audit_action audit_action_of(const char *code)
{
	size_t i = 0;

	while (i < AUDIT_ACTIONS && strcmp(actions[i].code, code) != 0)
		i++;
	return (enum audit_action)i;
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

static const char *user_name(TALLOC_CTX *ctx)
{
	const struct passwd *user = getpwuid(getuid());

	return user ? text_copy(ctx, user->pw_name) : text_format(ctx, "user %u", getuid());
}

const char *audit_operator(TALLOC_CTX *ctx)
{
	const char *name = user_name(ctx), *from = getenv("SUDO_USER");

	if (getuid() != 0 || !from || strlen(from) > 32 || !text_is_plain(from))
		return name;
	return text_format(ctx, "%s, by sudo from %s", name, from);
}

void audit_as(struct db *db, struct req *r, const struct audit_actor *actor,
	enum audit_action action, const char *subject, const char *ref, json_t *detail)
{
	char *text;

	if (r && r->run_by)
		detail = audit_fact(detail, "run_by", r->run_by);
	text = detail ? json_dumps(detail, JSON_COMPACT) : NULL;
	Q_RUN(db, audit_add, .now = r ? r->now : time(NULL), .person_id = actor->person_id,
		.who = actor->who ? actor->who : "soundings",
		.organisation_id = actor->organisation_id, .action = audit_action_code(action),
		.subject = subject, .ref = ref ? ref : "", .detail = text ? text : "{}");
	free(text);
	json_decref(detail);
	if (r)
		r->audited = true;
}

void audit(struct req *r, enum audit_action action, const char *subject, const char *ref,
	json_t *detail)
{
	struct audit_actor actor = { .who = "nobody" };

	if (r->person)
		actor = (struct audit_actor){ r->person->person_id, r->person->organisation_id,
			r->person->email };
	audit_as(r->db, r, &actor, action, subject, ref, detail);
}

void audit_program(struct db *db, TALLOC_CTX *ctx, enum audit_action action, const char *subject,
	const char *ref, json_t *detail)
{
	audit_as(db, NULL, &(struct audit_actor){ 0 }, action, subject, ref,
		audit_fact(detail, "run_by", audit_operator(ctx)));
}

void audit_refused(struct req *r, const char *why)
{
	/* A link from a message has its secret in the path. */
	bool secret = strstr(r->route->path, ":token") != NULL;
	json_t *detail = audit_fact(NULL, "why", why);

	detail = audit_fact(detail, "method", r->method == METHOD_POST ? "POST" : "GET");
	audit(r, AUDIT_REFUSED, "page", secret ? r->route->path : r->path, detail);
}
