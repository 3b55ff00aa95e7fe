/* person.c: one person: what is known, what they may do, where they are signed in, what happened.
 */
#include "person.h"

#include <string.h>
#include "access.h"
#include "audit_words.h"
#include "pages.h"

bool person_is_own(const struct req *r, int64_t person_id)
{
	return r->person->person_id == person_id;
}

void person_show(struct req *r, const struct q_person_by_ref *person)
{
	tpl_set(r->page, M_REF, person->ref);
	tpl_set(r->page, M_PERSON_NAME, person->name);
	tpl_set(r->page, M_EMAIL, person->email);
	tpl_set(r->page, M_CSRF, r->csrf);
}

int person_refuse_own(struct req *r, const struct q_person_by_ref *person)
{
	audit_refused(r, "their own account");
	person_show(r, person);
	return page_show(r, 403, T_person_own, "Another administrator does this");
}

/* ---- Two people at one form ------------------------------------------------------------------ */

bool person_conflict(struct form *f, const struct form *now, const char **seen)
{
	if (!form_conflict(f, now, *seen))
		return false;
	*seen = form_seen(now);
	form_fail(f, NULL,
		"Somebody else changed this account while you were typing. Nothing of yours is "
		"saved yet. Look at what they changed, then save again");
	return true;
}

/* ---- The page -------------------------------------------------------------------------------- */

static void show_facts(struct req *r, const struct q_person_by_ref *person)
{
	struct q_person_invitation invitation;
	bool invited = strcmp(person->state, "invited") == 0;

	tpl_show_if(r->page, M_INVITED, invited);
	tpl_show_if(r->page, M_ACTIVE, strcmp(person->state, "active") == 0);
	tpl_show_if(r->page, M_DISABLED, strcmp(person->state, "disabled") == 0);
	tpl_set(r->page, M_SINCE, day_text(r->ctx, person->created_at));
	tpl_set(r->page, M_LAST_SEEN,
		person->last_seen_at ? time_text(r->ctx, person->last_seen_at) : "Never");
	tpl_set(r->page, M_PASSWORD_CHOSEN,
		person->password_at ? day_text(r->ctx, person->password_at)
		: person->joined    ? "Yes"
				    : "Not yet");
	if (!invited)
		return;
	if (Q_ONE(r->db, person_invitation, &invitation, .person_id = person->person_id) &&
		invitation.expires_at > r->now)
		tpl_set(tpl_add(r->page, M_INVITATION), M_EXPIRES,
			time_text(r->ctx, invitation.expires_at));
	else
		tpl_show(r->page, M_INVITATION_OVER);
}

static void show_memberships(struct req *r, const struct q_person_by_ref *person)
{
	struct member_of *list;
	size_t n = person_member_of(r->db, r->ctx, person->person_id, &list);

	for (size_t i = 0; i < n; i++) {
		struct tpl *t = tpl_add(r->page, M_MEMBERSHIP);

		tpl_set(t, M_CODE, list[i].code);
		tpl_set(t, M_ORGANISATION, list[i].name);
		tpl_set(t, M_ROLES, roles_words(r->ctx, list[i].roles));
	}
	tpl_show_if(r->page, M_MEMBERSHIP_NONE, n == 0);
}

static void show_sessions(struct req *r, const struct q_person_by_ref *person)
{
	struct db_rows *rows = Q_ROWS(r->db, person_sessions, .person_id = person->person_id,
		.seen_after = session_seen_after(r), .created_after = session_created_after(r));
	struct q_person_sessions row;
	bool any = false;

	while (Q_NEXT(rows, person_sessions, &row)) {
		struct tpl *t = tpl_add(r->page, M_SESSION);

		tpl_set(t, M_BEGAN, time_text(r->ctx, row.created_at));
		tpl_set(t, M_SEEN, time_text(r->ctx, row.seen_at));
		tpl_set(t, M_ORGANISATION, text_copy(r->ctx, row.organisation));
		tpl_optional(t, M_HAS_ROLE, M_ROLE, row.role ? role_name(row.role) : NULL);
		any = true;
	}
	tpl_show_if(r->page, M_SESSION_NONE, !any);
}

static void show_devices(struct req *r, const struct q_person_by_ref *person)
{
	struct db_rows *rows = Q_ROWS(r->db, device_requests_of, .person_id = person->person_id);
	struct q_device_requests_of row;
	struct tpl *list = NULL;

	while (Q_NEXT(rows, device_requests_of, &row)) {
		struct tpl *t;

		if (!list)
			list = tpl_add(r->page, M_DEVICES);
		t = tpl_add(list, M_DEVICE);
		tpl_set(t, M_REQUEST, text_copy(r->ctx, row.ref));
		tpl_set(t, M_AT, time_text(r->ctx, row.asked_at));
		tpl_set(t, M_ASKED_BY, text_copy(r->ctx, row.asked_by_name));
		tpl_set(t, M_OUTCOME, device_outcome_words(row.outcome));
		tpl_optional(t, M_ENDED, M_ENDED_BY,
			row.ended_by_name ? text_copy(r->ctx, row.ended_by_name) : NULL);
	}
}

static void show_history(struct req *r, const struct q_person_by_ref *person)
{
	struct db_rows *rows = Q_ROWS(r->db, person_history, .ref = person->ref);
	struct q_person_history was;
	struct q_person_acts act;
	bool any = false;

	while (Q_NEXT(rows, person_history, &was)) {
		struct tpl *t = tpl_add(r->page, M_HISTORY);

		tpl_set(t, M_AT, time_text(r->ctx, was.at));
		tpl_set(t, M_WHO, text_copy(r->ctx, was.who));
		tpl_set(t, M_ACTION, audit_action_words(was.action));
		tpl_optional(t, M_HAS_DETAIL, M_DETAIL, audit_detail_text(r->ctx, was.detail));
		any = true;
	}
	tpl_show_if(r->page, M_HISTORY_NONE, !any);
	any = false;
	rows = Q_ROWS(r->db, person_acts, .person_id = person->person_id);
	while (Q_NEXT(rows, person_acts, &act)) {
		struct tpl *t = tpl_add(r->page, M_ACT);

		tpl_set(t, M_AT, time_text(r->ctx, act.at));
		tpl_set(t, M_ACTION, audit_action_words(act.action));
		tpl_setf(t, M_SUBJECT, "%s%s%s", audit_subject_label(act.subject),
			*act.ref ? " " : "", act.ref);
		tpl_optional(t, M_HAS_DETAIL, M_DETAIL, audit_detail_text(r->ctx, act.detail));
		any = true;
	}
	tpl_show_if(r->page, M_ACT_NONE, !any);
}

/* What an administrator may do with this account now. */
static void show_actions(struct req *r, const struct q_person_by_ref *person)
{
	bool own = person_is_own(r, person->person_id),
	     disabled = strcmp(person->state, "disabled") == 0,
	     invited = strcmp(person->state, "invited") == 0;
	struct tpl *t;

	tpl_show_if(r->page, M_OWN, own);
	if (!access_runs(r->person))
		return;
	t = tpl_add(r->page, M_ACTIONS);
	tpl_show_if(t, M_MAY_ROLES, !own);
	tpl_show_if(t, M_MAY_SEND_AGAIN, invited);
	tpl_show_if(t, M_MAY_WITHDRAW, invited);
	tpl_show_if(t, M_MAY_DISABLE, !own && !disabled && !invited);
	tpl_show_if(t, M_MAY_ENABLE, disabled);
	tpl_show_if(t, M_MAY_SIGN_OUT, !own && !disabled && !invited);
	tpl_show_if(t, M_MAY_DEVICE, !own && !disabled && !invited);
}

/* GET /people/:person */
int person_view(struct req *r)
{
	struct q_person_by_ref person;

	if (!person_find(r, &person))
		return not_found(r);
	person_show(r, &person);
	show_facts(r, &person);
	show_memberships(r, &person);
	show_sessions(r, &person);
	show_devices(r, &person);
	show_history(r, &person);
	show_actions(r, &person);
	audit(r, AUDIT_LOOK, "person", person.ref, NULL);
	return page_show(r, 200, T_person_view, person.name);
}
