/* proposal_asks.c: what the form of a proposal is made of, read by either pool. */
#include "proposal_form.h"
#include "setting.h"

struct parts {
	struct proposal_part *list;
	size_t n;
};

static void add_part(
	TALLOC_CTX *ctx, struct parts *to, int64_t id, const char *ref, const char *name)
{
	to->list[to->n++] = (struct proposal_part){ id, text_copy(ctx, ref), text_copy(ctx, name) };
}

static struct parts room_for(TALLOC_CTX *ctx, const struct db_rows *rows)
{
	return (struct parts){ NEW_ARRAY(ctx, struct proposal_part, db_rows_count(rows) + 1), 0 };
}

/* The same rows by either pool's queries. */
#define PARTS(db, ctx, query, row_name, row_id, made, of)                                          \
	do {                                                                                       \
		struct db_rows *rows_ = Q_ROWS((db), query, .proposal_id = (of));                  \
		struct q_##query row_;                                                             \
		(made) = room_for((ctx), rows_);                                                   \
		while (Q_NEXT(rows_, query, &row_))                                                \
			add_part((ctx), &(made), row_.row_id, row_.ref, row_.row_name);            \
	} while (0)

static struct proposal_asks *asks_of(
	TALLOC_CTX *ctx, const char *name, int64_t id, struct parts sections, struct parts groups)
{
	struct proposal_asks *asks = NEW(ctx, struct proposal_asks);

	asks->proposal_id = id;
	asks->asked_by = name;
	asks->sections = sections.list;
	asks->n_sections = sections.n;
	asks->groups = groups.list;
	asks->n_groups = groups.n;
	return asks;
}

/* Both rows have these columns by these names; their texts live as long as the request. */
#define ASKS_TEXTS(asks, p)                                                                        \
	do {                                                                                       \
		(asks)->slug = (p)->slug;                                                          \
		(asks)->title = (p)->title;                                                        \
		(asks)->in_favour = (p)->in_favour;                                                \
		(asks)->against = (p)->against;                                                    \
		(asks)->unsure = (p)->unsure;                                                      \
		(asks)->form = (p)->form;                                                          \
		(asks)->opens_on = (p)->opens_on;                                                  \
		(asks)->closes_on = (p)->closes_on;                                                \
	} while (0)

struct proposal_asks *proposal_asks_made(struct db *db, TALLOC_CTX *ctx,
	const struct settings *settings, const struct q_proposal_public_by_slug *p)
{
	const char *name = setting_text(settings, SETTING_NAME);
	struct parts sections, groups;
	struct proposal_asks *asks;

	PARTS(db, ctx, proposal_public_sections, heading, section_id, sections, p->proposal_id);
	PARTS(db, ctx, proposal_public_groups, name, group_id, groups, p->proposal_id);
	asks = asks_of(ctx, name, p->proposal_id, sections, groups);
	ASKS_TEXTS(asks, p);
	return asks;
}

struct proposal_asks *proposal_asks_public(struct req *r, const struct q_proposal_public_by_slug *p)
{
	return proposal_asks_made(r->db, r->ctx, r->settings, p);
}

struct proposal_asks *proposal_asks_staff(struct req *r, const struct q_proposal_by_ref *p)
{
	const char *name = setting_text(r->settings, SETTING_NAME);
	struct parts sections, groups;
	struct proposal_asks *asks;

	PARTS(r->db, r->ctx, proposal_sections, heading, section_id, sections, p->proposal_id);
	PARTS(r->db, r->ctx, proposal_groups, name, group_id, groups, p->proposal_id);
	asks = asks_of(r->ctx, name, p->proposal_id, sections, groups);
	ASKS_TEXTS(asks, p);
	return asks;
}
