/* proposal_mine.c: a respondent comes back by the private link: reads what was sent and what was
 * answered, changes it until closing, or withdraws it. */
#include <string.h>
#include "pages.h"
#include "public_proposal.h"
#include "setting.h"
#include "submission.h"

/* ---- What stands there ----------------------------------------------------------------------- */

static int let_go(json_t **held)
{
	json_decref(*held);
	return 0;
}

bool mine_find(struct req *r, int64_t proposal_id, const char *token, struct mine *out)
{
	struct q_proposal_private_of_link row;
	uint8_t hash[HASH_BYTES];
	const char *sealed;
	struct bytes text;
	json_t **all, *found;

	respond_link_hash(token, hash);
	if (!Q_ONE(r->db, proposal_private_of_link, &row, .proposal_id = proposal_id,
		    .edit_hash = { hash, HASH_BYTES }) ||
		!row.found)
		return false;
	found = json_open(r->ctx, row.found);
	sealed = json_string_value(json_object_get(found, "sealed"));
	if (!sealed ||
		!seal_open(r->ctx, r->conf, respond_link_purpose(r->ctx, token), sealed, &text))
		return false;
	all = NEW(r->ctx, json_t *);
	*all = must(json_loadb((const char *)text.data, text.len, 0, NULL));
	talloc_set_destructor(all, let_go);
	*out = (struct mine){ .response_id = json_integer_value(json_object_get(*all, "id")),
		.group_id = json_integer_value(json_object_get(*all, "group")),
		.ref = json_string_value(json_object_get(*all, "ref")),
		.withdrawn = json_is_true(json_object_get(*all, "withdrawn")),
		.typed = json_object_get(*all, "typed"),
		.answer = json_string_value(json_object_get(found, "answer")),
		.answered_at = json_integer_value(json_object_get(found, "at")) };
	return true;
}

struct came_back {
	struct q_proposal_public_by_slug p;
	struct mine mine;
	struct respond *w;
	struct visit *v; /* with what was sent */
	bool may_change;
};

/* With what was sent; or, on the way back from the page, as it was then: who changes or withdraws
 * something that was changed meanwhile hears of it. */
static struct visit *visit_of(struct req *r, struct came_back *c)
{
	struct visit *v;

	if (r->method == METHOD_POST) {
		v = visit_open(r, &c->w->door);
		return v && c->w->mine && strcmp(c->w->mine, r->args[1]) == 0 ? v : NULL;
	}
	c->w->group_id = c->mine.group_id;
	c->w->mine = r->args[1];
	c->w->replaces = c->mine.response_id;
	v = respond_begin(r, c->w);
	if (v)
		form_load_raw(v->form, c->mine.typed);
	return v;
}

/* 0, or what the page returns. */
static int come_back(struct req *r, struct came_back *c)
{
	int refused = proposal_open_to_all(r, &c->p);
	const char *stand;

	keep_private(r);
	if (refused)
		return refused;
	if (!mine_find(r, c->p.proposal_id, r->args[1], &c->mine))
		return not_found(r);
	c->w = respond_new(r, &c->p);
	c->v = visit_of(r, c);
	if (!c->v)
		return r->method == METHOD_POST ? page_error(r, 400) : not_found(r);
	stand = proposal_stand(c->p.state, c->p.opens_on, c->p.closes_on, r->now);
	c->may_change = !c->mine.withdrawn && proposal_is(stand, "open");
	return 0;
}

static void set_common(struct req *r, struct came_back *c)
{
	tpl_set(r->page, M_SLUG, c->p.slug);
	tpl_set(r->page, M_PROPOSAL, c->p.title);
	tpl_set(r->page, M_LINK_TOKEN, r->args[1]);
	tpl_set(r->page, M_REF, c->mine.ref);
	visit_state_show(r, c->v, NULL);
	r->cache = NULL; /* never stored: its address opens it to whoever sees it */
}

/* ---- Reading --------------------------------------------------------------------------------- */

static void show_sent(struct req *r, struct came_back *c)
{
	const struct survey *s = c->v->survey;
	size_t email = c->v->form->n;

	form_check(c->v->form, 0, c->v->form->n);
	form_field_index(c->v->form, "email", &email);
	for (int64_t page = 1; page <= (int64_t)s->n_pages; page++) {
		size_t first = s->pages[page - 1].first;

		/* The address is not among what was sent. */
		if (first != email && visit_page_due(c->v, page))
			form_summary(
				c->v->form, first, visit_page_told(c->v, page), r->page, NULL, 0);
	}
}

/* GET /p/SLUG/mine/TOKEN */
int proposal_mine(struct req *r)
{
	struct came_back c = { 0 };
	int refused = come_back(r, &c);

	if (refused)
		return refused;
	set_common(r, &c);
	tpl_set(r->page, M_CONTACT, setting_text(r->settings, SETTING_CONTACT));
	tpl_show_if(r->page, M_CHANGED, params_get(&r->query, "changed") != NULL);
	tpl_show_if(r->page, M_IS_WITHDRAWN, c.mine.withdrawn);
	if (!c.mine.withdrawn) {
		tpl_show(r->page, M_IS_SENT);
		show_sent(r, &c);
	}
	if (c.mine.answer) {
		struct tpl *t = tpl_add(r->page, M_ANSWERED);

		tpl_set(t, M_ANSWER, c.mine.answer);
		tpl_set(t, M_AT, day_text(r->ctx, c.mine.answered_at));
	}
	if (c.may_change)
		tpl_set(tpl_add(r->page, M_MAY_CHANGE), M_CLOSES, date_text(r->ctx, c.p.closes_on));
	tpl_show_if(r->page, M_MAY_NOT_CHANGE, !c.may_change && !c.mine.withdrawn);
	return page_show(r, 200, T_public_proposal_mine, "What you told us");
}

/* ---- Withdrawing ----------------------------------------------------------------------------- */

/* Of what was said nothing is repeated in it. Twice the same withdrawal is one. */
static enum response_outcome withdraw(struct req *r, const struct came_back *c)
{
	const char *about = text_format(
		r->ctx, "withdrawn %s %lld", r->args[1], (long long)c->mine.response_id);
	uint8_t submission[HASH_BYTES], hash[HASH_BYTES];
	char received_on[11], ref[REF_LENGTH + 1];
	struct proposal_sent in = { .proposal_id = c->p.proposal_id,
		.submission = submission,
		.stance = proposal_form_text(c->v->form, "stance"),
		.group_id = c->w->group_id,
		.by_link = c->w->group_id != 0,
		.capacity = "person",
		.organisation = "",
		.name = "",
		.publication = "none",
		.asks = "",
		.source = "web",
		.received_on = received_on,
		.edit_hash = hash,
		.replaces = c->w->replaces,
		.withdrawn = true };
	enum response_outcome outcome;
	int64_t id;

	hash_bytes(submission, about, strlen(about));
	respond_link_hash(r->args[1], hash);
	respond_received_on(r->now, received_on);
	outcome = proposal_store(r->db, r->ctx, r->conf, &in, ref, &id);
	if (outcome == RESPONSE_STORED)
		respond_keep(r, c->w, r->args[1], id, ref, NULL);
	return outcome;
}

static int save_withdrawal(struct req *r, struct came_back *c)
{
	enum response_outcome outcome;

	if (!params_get(&r->body, "sure")) {
		set_common(r, c);
		return page_show(r, 200, T_public_proposal_withdraw, "Withdraw what you told us?");
	}
	form_check(c->v->form, 0, c->v->form->n);
	outcome = withdraw(r, c);
	if (db_state(r->db) != DB_FINE)
		return 503;
	return redirect(r, "/p/%s/mine/%s%s", c->p.slug, r->args[1],
		outcome == RESPONSE_STORED || outcome == RESPONSE_ALREADY_SAME ? "" : "?changed=1");
}

/* POST /p/SLUG/mine/TOKEN/PAGE: change or withdraw */
int proposal_mine_save(struct req *r)
{
	bool change = strcmp(r->args[2], "change") == 0;
	struct came_back c = { 0 };
	int refused = come_back(r, &c);

	if (refused)
		return refused;
	if (!change && strcmp(r->args[2], "withdraw") != 0)
		return not_found(r);
	if (!c.may_change)
		return redirect(r, "/p/%s/mine/%s", c.p.slug, r->args[1]);
	return change ? visit_check_show(r, c.v, NULL) : save_withdrawal(r, &c);
}
