/* groups_db.c: localities and peer groups: their storage. */
#include "organisation.h"

const char *group_kind_code(enum group_kind kind)
{
	return kind == GROUP_LOCALITY ? "locality" : "peer_group";
}

const struct choice *group_choices(struct db *db, TALLOC_CTX *ctx, enum group_kind kind, size_t *n)
{
	struct q_group_choices row;
	struct db_rows *rows = Q_ROWS(db, group_choices, .kind = group_kind_code(kind));
	struct choice *choices = NULL;

	for (*n = 0; Q_NEXT(rows, group_choices, &row); (*n)++) {
		choices = must(talloc_realloc(ctx, choices, struct choice, (unsigned)*n + 1));
		choices[*n] = (struct choice){
			.code = text_format(ctx, "%lld", (long long)row.group_id),
			.label = text_copy(ctx, row.name),
		};
	}
	return choices;
}

bool group_get(struct db *db, enum group_kind kind, int64_t group_id, struct group *out)
{
	struct q_group_get row;

	if (!Q_ONE(db, group_get, &row, .kind = group_kind_code(kind), .group_id = group_id))
		return false;
	*out = (struct group){ row.group_id, row.name, row.practices, row.closed, row.row_version };
	return true;
}

int64_t group_named(struct db *db, enum group_kind kind, const char *name)
{
	struct q_group_named row;

	return Q_ONE(db, group_named, &row, .kind = group_kind_code(kind), .name = name)
		       ? row.group_id
		       : 0;
}

int64_t group_add(struct db *db, enum group_kind kind, const char *name)
{
	if (Q_RUN(db, group_add, .kind = group_kind_code(kind), .name = name) != DB_DONE)
		return 0;
	return db_last_id(db);
}

enum group_renamed group_rename(struct db *db, const struct group *group)
{
	int64_t changed = 0;

	if (Q_RUN_COUNT(db, group_rename, &changed, .group_id = group->group_id,
		    .name = group->name, .row_version = group->row_version) == DB_DUPLICATE)
		return GROUP_NAME_TAKEN;
	return changed == 1 ? GROUP_RENAMED : GROUP_CHANGED_MEANWHILE;
}

bool group_lock(struct db *db, enum group_kind kind, int64_t group_id)
{
	struct q_group_lock row;

	return Q_ONE(db, group_lock, &row, .kind = group_kind_code(kind), .group_id = group_id);
}

bool group_delete(struct db *db, enum group_kind kind, int64_t group_id)
{
	int64_t deleted = 0;

	Q_RUN_COUNT(
		db, group_delete, &deleted, .kind = group_kind_code(kind), .group_id = group_id);
	return deleted == 1;
}

void group_assign(struct db *db, enum group_kind kind, int64_t organisation_id, int64_t group_id)
{
	if (kind == GROUP_LOCALITY)
		Q_RUN(db, locality_assign, .organisation_id = organisation_id,
			.group_id = group_id);
	else
		Q_RUN(db, peer_group_assign, .organisation_id = organisation_id,
			.group_id = group_id);
}
