/* proposal_write.c: the members of a group are asked by mail, and reminded. All of them, because
 * nobody can tell who answered; the mail says so. */
#include <string.h>
#include "audit.h"
#include "conf.h"
#include "mail.h"
#include "pages.h"
#include "proposal_groups.h"
#include "proposal_work.h"
#include "setting.h"

bool proposal_may_write(const struct req *r, const struct q_proposal_by_ref *p)
{
	const char *stand = proposal_stand(p->state, p->opens_on, p->closes_on, r->now);

	return proposal_is(stand, "open") || proposal_is(stand, "coming");
}

static const char *subject(struct req *r, const struct q_proposal_by_ref *p, bool again)
{
	return text_format(r->ctx, "%s%s", again ? "Until the end of " : "Your view is asked: ",
		again ? text_format(r->ctx, "%s: %s", date_text(r->ctx, p->closes_on), p->title)
		      : p->title);
}

/* Everything but the first line, which greets. */
static const char *letter(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_group_by_ref *g, bool again)
{
	const char *name = setting_text(r->settings, SETTING_NAME),
		   *stand = proposal_stand(p->state, p->opens_on, p->closes_on, r->now),
		   *until = date_text(r->ctx, p->closes_on);

	return text_format(r->ctx,
		"%s asks %s about a proposal:\n\n%s\n\n%s:\n\n%s\n\n"
		"%sThe link is the same for everybody in this group. You need no account, and "
		"nobody can tell which of you answered.%s\n\n-- \n%s, Soundings\n",
		name, g->name, p->title,
		proposal_is(stand, "coming")
			? text_format(r->ctx, "Read it here, and answer from %s to the end of %s",
				  date_text(r->ctx, p->opens_on), until)
			: text_format(
				  r->ctx, "Read it and answer here, until the end of %s", until),
		proposal_group_link(r, p->slug, g->token),
		again ? "This is a reminder to everybody in the group. If you have answered, thank "
			"you: there is nothing to do.\n\n"
		      : "",
		again ? "" : " That is why a reminder, if there is one, goes to everybody.", name);
}

/* 0, or what the page returns. */
static int find(struct req *r, struct q_proposal_by_ref *p, struct q_proposal_group_by_ref *g)
{
	int refused = proposal_group_found(r, p, g);

	if (refused)
		return refused;
	if (proposal_may_write(r, p) && g->listed > 0 && proposal_group_link(r, p->slug, g->token))
		return 0;
	flash_notice(
		r, g->listed == 0
			   ? "There is no address in this group."
			   : "Groups are written to from when it is published until it closes.");
	return redirect(r, "/proposals/%s/groups", p->ref);
}

/* GET /proposals/:ref/groups/:group/write */
int proposal_group_write(struct req *r)
{
	struct q_proposal_group_by_ref g;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &g);
	bool again;

	if (refused)
		return refused;
	again = g.written_at != 0;
	proposal_heading(r, &p);
	tpl_set(r->page, M_HEADING,
		text_format(r->ctx, again ? "Remind %s?" : "Write to %s?", g.name));
	tpl_set(r->page, M_SUBJECT, subject(r, &p, again));
	tpl_set(r->page, M_LETTER, letter(r, &p, &g, again));
	tpl_set(r->page, M_PEOPLE,
		text_format(r->ctx, "%s address%s", count_text(r->ctx, g.listed),
			g.listed == 1 ? "" : "es"));
	tpl_set(r->page, M_AGAIN, again ? "yes" : "");
	tpl_optional(r->page, M_LAST, M_LAST_ON,
		again ? day_text(r->ctx, g.reminded_at ? g.reminded_at : g.written_at) : NULL);
	return page_show(r, 200, T_proposal_group_write, "Write to a group");
}

/* Each address once for the first letter, and at most once a day for a reminder. */
static int64_t send(struct req *r, const struct q_proposal_by_ref *p,
	const struct q_proposal_group_by_ref *g, bool again)
{
	struct db_rows *rows = Q_ROWS(r->db, stakeholder_members, .group_id = g->group_id);
	const char *about, *body = letter(r, p, g, again), *line = subject(r, p, again);
	struct q_stakeholder_members row;
	char today[11];
	int64_t n = 0;

	check_today(r->now, today);
	about = text_format(r->ctx, "proposal %s %s %s", p->ref, g->ref, again ? today : "asked");
	while (Q_NEXT(rows, stakeholder_members, &row))
		n += mail_add_once(r->db, r->ctx, r->conf,
			&(struct mail){ .kind = "proposal",
				.recipient = text_copy(r->ctx, row.email),
				.subject = line,
				.body = text_format(r->ctx, "Dear %s,\n\n%s",
					*row.name ? row.name : "colleague", body) },
			about, r->now);
	return n;
}

/* POST /proposals/:ref/groups/:group/write */
int proposal_group_write_send(struct req *r)
{
	const char *typed = params_get(&r->body, "again");
	struct q_proposal_group_by_ref g;
	struct q_proposal_by_ref p;
	int refused = find(r, &p, &g);
	bool again = typed && strcmp(typed, "yes") == 0;
	int64_t n;

	if (refused)
		return refused;
	if (r->body.restored || again != (g.written_at != 0))
		return redirect(r, "/proposals/%s/groups/%s/write", p.ref, g.ref);
	n = send(r, &p, &g, again);
	if (n == 0) {
		flash_notice(r, "They were reminded today already.");
		return redirect(r, "/proposals/%s/groups", p.ref);
	}
	Q_RUN(r->db, proposal_group_written, .proposal_id = p.proposal_id, .group_id = g.group_id,
		.now = r->now, .again = again);
	audit(r, AUDIT_CHANGE, "proposal", p.ref,
		audit_fact(audit_fact(NULL, again ? "group reminded" : "group written to", g.name),
			"addresses", text_format(r->ctx, "%lld", (long long)n)));
	flash(r, text_format(r->ctx, "%s message%s on the way.", count_text(r->ctx, n),
			 n == 1 ? " is" : "s are"));
	return redirect(r, "/proposals/%s/groups", p.ref);
}
