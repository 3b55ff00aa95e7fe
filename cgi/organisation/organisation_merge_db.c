/* organisation_merge_db.c: one organisation goes on for another, and how that is undone.
 *
 * organisation_merge keeps each merge as it was made; organisation.successor_id is made from it and
 * is always the one that goes on, however many merges lead there. */
#include "organisation.h"

int64_t organisation_merge(struct db *db, int64_t organisation_id, int64_t into_id,
	const char *merged_on, bool members)
{
	struct q_organisation_merge_get merge = { 0 };

	Q_RUN(db, organisation_merge_add, .organisation_id = organisation_id, .into_id = into_id,
		.merged_on = merged_on);
	Q_RUN(db, organisation_merge_end, .organisation_id = organisation_id, .into_id = into_id,
		.merged_on = merged_on);
	Q_RUN(db, organisation_merge_lead, .organisation_id = organisation_id, .into_id = into_id);
	if (members) {
		Q_RUN(db, organisation_merge_note, .organisation_id = organisation_id,
			.into_id = into_id);
		Q_RUN(db, organisation_merge_give, .organisation_id = organisation_id,
			.into_id = into_id);
		Q_ONE(db, organisation_merge_get, &merge, .organisation_id = organisation_id);
	}
	return merge.people;
}

void organisation_unmerge(struct db *db, int64_t organisation_id, bool members)
{
	struct q_organisation_merge_get merge;

	if (!Q_ONE(db, organisation_merge_get, &merge, .organisation_id = organisation_id))
		return;
	if (members)
		Q_RUN(db, organisation_merge_take, .organisation_id = organisation_id,
			.into_id = merge.into_id);
	Q_RUN(db, organisation_merge_forget, .organisation_id = organisation_id);
	Q_RUN(db, organisation_merge_remove, .organisation_id = organisation_id);
	Q_RUN(db, organisation_merge_undo, .organisation_id = organisation_id,
		.closed_before = merge.closed_before);
	Q_RUN(db, organisation_merge_lead_back, .organisation_id = organisation_id);
}
