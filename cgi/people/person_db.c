/* person_db.c: people and what they may do, in the database. */
#include <string.h>
#include "access.h"
#include "person.h"
#include "setting.h"

bool person_find(struct req *r, struct q_person_by_ref *person)
{
	/* "x" and "x " are equal to the database. */
	return Q_ONE(r->db, person_by_ref, person, .ref = r->args[0]) &&
	       strcmp(person->ref, r->args[0]) == 0;
}

const char *person_ref_of(struct db *db, int64_t person_id)
{
	struct q_person_ref person;

	return Q_ONE(db, person_ref, &person, .person_id = person_id) ? person.ref : "";
}

size_t person_member_of(struct db *db, TALLOC_CTX *ctx, int64_t person_id, struct member_of **out)
{
	struct db_rows *rows = Q_ROWS(db, person_memberships, .person_id = person_id);
	struct q_person_memberships row;
	struct member_of *list = NULL;
	size_t n = 0;

	while (Q_NEXT(rows, person_memberships, &row)) {
		if (n == 0 || list[n - 1].organisation_id != row.organisation_id) {
			list = must(talloc_realloc(ctx, list, struct member_of, (unsigned)n + 1));
			list[n++] = (struct member_of){ .organisation_id = row.organisation_id,
				.code = text_copy(ctx, row.code),
				.name = text_copy(ctx, row.organisation),
				.kind = text_copy(ctx, row.kind) };
		}
		list[n - 1].roles |= roles_from_text(row.role);
	}
	*out = list;
	return n;
}

void person_give(struct db *db, int64_t person_id, int64_t organisation_id, unsigned roles)
{
	for (size_t i = 0; role_code(i); i++)
		if (roles & role_bit(i))
			Q_RUN(db, membership_add, .person_id = person_id,
				.organisation_id = organisation_id, .role = role_code(i));
}

void person_stays(struct req *r)
{
	struct q_person_lock locked;

	Q_ONE(r->db, person_lock, &locked, .person_id = r->person->person_id);
}

int64_t person_sign_out(struct req *r, int64_t person_id)
{
	int64_t n = 0;

	Q_RUN_COUNT(r->db, session_end_all, &n, .now = r->now, .person_id = person_id);
	return n;
}

int64_t session_seen_after(const struct req *r)
{
	return r->now - 60 * setting_int(r->settings, SETTING_IDLE_MINUTES);
}

int64_t session_created_after(const struct req *r)
{
	return r->now - 3600 * setting_int(r->settings, SETTING_SESSION_HOURS);
}

/* The code in "Riverside Surgery (ZZ001)", as the list of organisations offers it; or NULL. */
static const char *code_in_brackets(TALLOC_CTX *ctx, const char *typed)
{
	const char *open = strrchr(typed, '(');
	size_t len = open ? strlen(open) : 0;

	return len > 2 && open[len - 1] == ')' ? text_copyn(ctx, open + 1, len - 2) : NULL;
}

static bool has_code(const struct q_organisations_like *row, const char *code)
{
	return code && strcasecmp(row->code, code) == 0;
}

enum organisation_found organisation_typed(
	struct db *db, TALLOC_CTX *ctx, const char *typed, struct q_organisations_like *out)
{
	const char *code = code_in_brackets(ctx, typed);
	struct db_rows *rows =
		Q_ROWS(db, organisations_like, .code = code ? code : typed, .name = typed);
	struct q_organisations_like row;
	bool several = false;
	size_t n = 0;

	if (!code)
		code = typed;
	while (Q_NEXT(rows, organisations_like, &row)) {
		if (n++ > 0) {
			several = !has_code(out, code) && !row.closed;
			continue;
		}
		*out = row;
		out->code = text_copy(ctx, row.code);
		out->name = text_copy(ctx, row.name);
		out->kind = text_copy(ctx, row.kind);
	}
	if (n == 0)
		return ORGANISATION_NONE;
	if (several)
		return ORGANISATION_SEVERAL;
	return out->closed ? ORGANISATION_CLOSED : ORGANISATION_FOUND;
}
