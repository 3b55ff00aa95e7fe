/* proposal_outcomes.c: what came of what people said: for each theme what was decided, by whom,
 * until when; and publishing that. */
#include <stddef.h>
#include <string.h>
#include "access.h"
#include "incident_work.h"
#include "pages.h"
#include "proposal_work.h"

/* ---- All of them ----------------------------------------------------------------------------- */

struct known {
	int64_t outcome_id, position;
	const char *ref;
};

static void show_outcome(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_outcomes *row, struct tpl *t)
{
	char today[11];

	check_today(r->now, today);
	tpl_set(t, M_OUTCOME_REF, text_copy(r->ctx, row->ref));
	tpl_set(t, M_THEME, *row->theme ? text_copy(r->ctx, row->theme) : "Something else");
	tpl_set(t, M_SAID, text_copy(r->ctx, row->said));
	tpl_set(t, M_DID, choice_label(proposal_outcome_kinds, OUTCOME_KINDS, row->did));
	tpl_set(t, M_WHAT, text_copy(r->ctx, row->what));
	tpl_optional(t, M_HAS_WHY, M_WHY, text_copy(r->ctx, row->why));
	tpl_optional(t, M_HAS_PROGRESS, M_PROGRESS_TEXT, text_copy(r->ctx, row->progress));
	tpl_optional(t, M_HAS_OWNER, M_OWNER, text_copy(r->ctx, row->owner));
	if (row->due_on) {
		struct tpl *due = tpl_add(t, M_HAS_DUE);

		tpl_set(due, M_DUE, date_text(r->ctx, row->due_on));
		tpl_show_if(due, M_LATE, !row->done_on && strcmp(row->due_on, today) < 0);
	}
	tpl_optional(t, M_HAS_DONE, M_DONE, row->done_on ? date_text(r->ctx, row->done_on) : NULL);
	tpl_optional(t, M_HAS_CHANGED, M_CHANGED,
		p->decided_at && row->changed_at > p->decided_at
			? time_text(r->ctx, row->changed_at)
			: NULL);
}

/* {{#UNANSWERED}}: gives how many there are. */
static size_t show_unanswered(struct req *r, int64_t proposal_id, bool links)
{
	struct db_rows *rows =
		Q_ROWS(r->db, proposal_themes_unanswered, .proposal_id = proposal_id);
	struct q_proposal_themes_unanswered row;
	struct tpl *list = NULL, *line;
	size_t n = db_rows_count(rows);

	while (Q_NEXT(rows, proposal_themes_unanswered, &row)) {
		const char *name = text_format(
			r->ctx, "%s%s%s", row.parent, *row.parent ? ": " : "", row.name);

		if (!list)
			list = tpl_add(r->page, M_UNANSWERED);
		line = tpl_add(list, M_THEME_ROW);
		tpl_set(line, M_NAME, name);
		if (links)
			tpl_set(tpl_add(line, M_MAY_ANSWER), M_THEME_REF,
				text_copy(r->ctx, row.ref));
		else
			tpl_show(line, M_READS_ONLY);
	}
	return n;
}

/* Who left an address, in a sentence. */
static const char *told_words(struct req *r, const struct q_proposal_by_ref *p)
{
	struct q_proposal_told_count n = { 0 };

	Q_ONE(r->db, proposal_told_count, &n, .proposal_id = p->proposal_id);
	if (p->decided_at)
		return text_format(r->ctx, "%s %s told by email%s.", count_text(r->ctx, n.told),
			n.told == 1 ? "person who left an address was"
				    : "people who left an address were",
			n.waiting ? text_format(r->ctx, ", and %s will be within minutes",
					    count_text(r->ctx, n.waiting))
				  : "");
	if (n.waiting == 0)
		return "Nobody left an address to be told.";
	return n.waiting == 1 ? "One person left an address to be told, and is written to once."
			      : text_format(r->ctx,
					"%s people left an address to be told, and are written to "
					"once.",
					count_text(r->ctx, n.waiting));
}

static bool is_closed(struct req *r, const struct q_proposal_by_ref *p)
{
	return proposal_is(proposal_stand(p->state, p->opens_on, p->closes_on, r->now), "closed");
}

static const char *state_words(struct req *r, const struct q_proposal_by_ref *p)
{
	if (p->decided_at)
		return text_format(r->ctx, "Published on %s. %s", day_text(r->ctx, p->decided_at),
			told_words(r, p));
	return is_closed(r, p) ? "Nobody outside reads this yet."
			       : "Nobody outside reads this yet. It can be published once the "
				 "proposal is closed.";
}

/* GET /proposals/:ref/outcomes */
int proposal_outcomes(struct req *r)
{
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	struct q_proposal_outcomes row;
	struct tpl *t, *edit;
	struct db_rows *rows;
	size_t n;
	bool may;

	if (refused)
		return refused;
	may = proposal_work_heading(r, &p);
	rows = Q_ROWS(r->db, proposal_outcomes, .proposal_id = p.proposal_id);
	n = db_rows_count(rows);
	tpl_set(r->page, M_STATE, state_words(r, &p));
	if (may)
		tpl_show_if(tpl_add(r->page, M_MAY_CHANGE), M_MAY_PUBLISH,
			n && !p.decided_at && is_closed(r, &p));
	show_unanswered(r, p.proposal_id, may);
	tpl_show_if(r->page, M_NONE, n == 0);
	for (size_t i = 0; Q_NEXT(rows, proposal_outcomes, &row); i++) {
		t = tpl_add(r->page, M_OUTCOME);
		show_outcome(r, &p, &row, t);
		if (!may)
			continue;
		edit = tpl_add(t, M_MAY_EDIT);
		tpl_show_if(edit, M_MAY_RISE, i > 0);
		tpl_show_if(edit, M_MAY_SINK, i + 1 < n);
	}
	return page_show(r, 200, T_proposal_outcomes, "What came of it");
}

/* POST /proposals/:ref/outcomes/:outcome/move */
int proposal_outcome_move(struct req *r)
{
	const char *to = params_get(&r->body, "to");
	struct q_proposal_by_ref p;
	int refused = proposal_found(r, &p);
	struct q_proposal_outcomes row;
	struct known *all;
	struct db_rows *rows;
	size_t n = 0, i = 0, other;

	if (refused)
		return refused;
	rows = Q_ROWS(r->db, proposal_outcomes, .proposal_id = p.proposal_id);
	all = NEW_ARRAY(r->ctx, struct known, db_rows_count(rows) + 1);
	while (Q_NEXT(rows, proposal_outcomes, &row))
		all[n++] =
			(struct known){ row.outcome_id, row.position, text_copy(r->ctx, row.ref) };
	while (i < n && strcmp(all[i].ref, r->args[1]) != 0)
		i++;
	if (i == n)
		return not_found(r);
	other = to && strcmp(to, "up") == 0 ? i - 1 : i + 1;
	if (to && other < n) {
		Q_RUN(r->db, proposal_outcome_place, .outcome_id = all[i].outcome_id,
			.position = all[other].position, .was = all[i].position);
		Q_RUN(r->db, proposal_outcome_place, .outcome_id = all[other].outcome_id,
			.position = all[i].position, .was = all[other].position);
		proposal_told(r, &p, AUDIT_CHANGE, audit_fact(NULL, "outcome_moved", all[i].ref));
	}
	return redirect(r, "/proposals/%s/outcomes", p.ref);
}

/* ---- Publishing ------------------------------------------------------------------------------ */

static int publishable(struct req *r, struct q_proposal_by_ref *p, size_t *n)
{
	int refused = proposal_found(r, p);

	if (refused)
		return refused;
	*n = db_rows_count(Q_ROWS(r->db, proposal_outcomes, .proposal_id = p->proposal_id));
	if (p->decided_at)
		return proposal_back(r, p, "outcomes", "This is published already.");
	if (!is_closed(r, p))
		return proposal_back(r, p, "outcomes",
			"What was decided is published once the proposal is closed.");
	return *n ? 0 : proposal_back(r, p, "outcomes", "Add an outcome first.");
}

/* GET /proposals/:ref/outcomes/publish */
int proposal_outcomes_publish(struct req *r)
{
	struct q_proposal_by_ref p;
	size_t n = 0;
	int refused = publishable(r, &p, &n);

	if (refused)
		return refused;
	proposal_heading(r, &p);
	tpl_setf(r->page, M_OUTCOMES, "%zu %s shown", n, n == 1 ? "outcome is" : "outcomes are");
	show_unanswered(r, p.proposal_id, false);
	tpl_set(r->page, M_TOLD, told_words(r, &p));
	return page_show(r, 200, T_proposal_outcomes_publish, "Publish what was decided");
}

/* POST /proposals/:ref/outcomes/publish; the job writes to people. */
int proposal_outcomes_publish_save(struct req *r)
{
	struct q_proposal_by_ref p;
	size_t n = 0;
	int refused = publishable(r, &p, &n);
	int64_t changed = 0;

	if (refused)
		return refused;
	Q_RUN_COUNT(r->db, proposal_decided, &changed, .proposal_id = p.proposal_id, .now = r->now);
	if (changed)
		proposal_told(r, &p, AUDIT_PUBLISH,
			audit_fact(NULL, "outcomes", text_format(r->ctx, "%zu", n)));
	return proposal_back(r, &p, "outcomes",
		"What was decided is published. Who left an address is told within minutes.");
}
