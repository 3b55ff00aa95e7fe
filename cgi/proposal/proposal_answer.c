/* proposal_answer.c: a proposal is answered: the door of its visits, sending, once, and what is
 * shown then. */
#include <string.h>
#include "conf.h"
#include "pages.h"
#include "public_proposal.h"
#include "survey_parts.h"

/* ---- The door -------------------------------------------------------------------------------- */

static void read_with(struct req *r, struct respond *w, const char *with)
{
	json_t *kept = with ? json_loads(with, 0, NULL) : NULL;
	const char *mine = json_string_value(json_object_get(kept, "mine"));

	w->group_id = json_integer_value(json_object_get(kept, "group"));
	w->replaces = json_integer_value(json_object_get(kept, "replaces"));
	w->mine = mine ? text_copy(r->ctx, mine) : NULL;
	json_decref(kept);
}

static const char *write_with(struct req *r, const struct respond *w)
{
	json_t *kept;
	const char *text;

	if (!w->group_id && !w->mine)
		return NULL;
	kept = must(json_pack("{sI sI ss*}", "group", (json_int_t)w->group_id, "replaces",
		(json_int_t)w->replaces, "mine", w->mine));
	text = json_compact(r->ctx, kept);
	json_decref(kept);
	return text;
}

/* The form as it is for who came by a group's link, which it does not ask for; NULL: the group is
 * not asked any more. */
static struct proposal_form *form_for(struct req *r, struct respond *w)
{
	w->asks->group = NULL;
	for (size_t i = 0; i < w->asks->n_groups; i++)
		if (w->group_id && w->asks->groups[i].id == w->group_id)
			w->asks->group = &w->asks->groups[i];
	return w->group_id && !w->asks->group ? NULL : proposal_form_new(r->ctx, w->asks, false);
}

static const struct survey *of_visit(
	struct req *r, const struct visit_door *door, int64_t version, const char *with)
{
	struct respond *w = door->data;

	(void)version;
	read_with(r, w, with);
	w->form = form_for(r, w);
	return w->form ? w->form->survey : NULL;
}

static int start_again(struct req *r, const struct visit_door *door, struct visit *v)
{
	struct respond *w = door->data;

	return public_proposal_show(r, w->p, v, true);
}

static int shut(struct req *r, const struct visit_door *door, const struct survey *s)
{
	struct respond *w = door->data;

	(void)s;
	return public_proposal_shut(r, w->p);
}

static int send_response(struct req *r, const struct visit_door *door, struct visit *v);

struct respond *respond_new(struct req *r, const struct q_proposal_public_by_slug *p)
{
	struct respond *w = NEW(r->ctx, struct respond);

	w->p = p;
	w->asks = proposal_asks_public(r, p);
	w->form = form_for(r, w);
	w->door = (struct visit_door){ .current = w->form->survey,
		.purpose = text_format(r->ctx, "proposal-%lld", (long long)p->proposal_id),
		.home = text_format(r->ctx, "/p/%s", p->slug),
		.posts = M_VISIT_PROPOSAL,
		.slug = p->slug,
		.agrees = "By sending your answers you agree that we use them in the way that the "
			  "page of this proposal describes.",
		.uncounted = true,
		.version = of_visit,
		.start = start_again,
		.shut = shut,
		.missing = not_found,
		.send = send_response,
		.data = w };
	return w;
}

struct visit *respond_begin(struct req *r, struct respond *w)
{
	struct visit *v;

	w->form = form_for(r, w);
	if (!w->form)
		return NULL;
	w->door.current = w->form->survey;
	v = visit_new(r, &w->door);
	v->with = write_with(r, w);
	return v;
}

/* ---- The private link ------------------------------------------------------------------------ */

const char *respond_link(struct req *r, const struct visit *v)
{
	static const char what[] = "private link of a response";
	uint8_t bytes[sizeof what + VISIT_TOKEN_BYTES], hash[HASH_BYTES];

	memcpy(bytes, what, sizeof what);
	memcpy(bytes + sizeof what, v->token, VISIT_TOKEN_BYTES);
	hash_bytes(hash, bytes, sizeof bytes);
	return base64url(r->ctx, hash, LINK_BYTES);
}

void respond_link_hash(const char *token, uint8_t hash[HASH_BYTES])
{
	hash_bytes(hash, token, strlen(token));
}

const char *respond_link_purpose(TALLOC_CTX *ctx, const char *token)
{
	return text_format(ctx, "response-mine-%s", token);
}

void respond_received_on(int64_t now, char out[11])
{
	static const struct survey by_week = { 0 };
	char today[11];

	check_today(now, today);
	survey_kept_date(&by_week, today, out);
}

void respond_keep(struct req *r, const struct respond *w, const char *token, int64_t response_id,
	const char *ref, json_t *typed)
{
	uint8_t hash[HASH_BYTES];
	json_t *all = must(json_pack("{sI ss sI sb so}", "id", (json_int_t)response_id, "ref", ref,
		"group", (json_int_t)w->group_id, "withdrawn", !typed, "typed",
		typed ? typed : json_object()));
	const char *text = json_compact(r->ctx, all);

	json_decref(all);
	respond_link_hash(token, hash);
	Q_RUN(r->db, proposal_private_add, .response_id = response_id,
		.proposal_id = w->p->proposal_id, .edit_hash = { hash, HASH_BYTES },
		.sealed = seal(
			r->ctx, r->conf, respond_link_purpose(r->ctx, token), text, strlen(text)));
}

/* ---- Sending --------------------------------------------------------------------------------- */

/* The address is kept apart from what was said, so it is not among what the private link shows. */
static json_t *typed_without_address(const struct visit *v)
{
	json_t *typed = form_raw_json(v->form);

	json_object_del(typed, "email");
	json_object_del(typed, "wants");
	return typed;
}

static void keep_contact(
	struct req *r, const struct respond *w, struct visit *v, int64_t id, const char *token)
{
	const char *email = proposal_form_text(v->form, "email"), *wants = NULL, *link = NULL;
	bool copy = false, outcome = false;
	size_t i;

	if (!email || !form_field_index(v->form, "wants", &i))
		return;
	for (size_t p = 0; p < v->form->values[i].n_parts; p++) {
		const char *part = v->form->values[i].parts[p];

		copy |= part && strcmp(part, "copy") == 0;
		outcome |= part && strcmp(part, "outcome") == 0;
	}
	wants = copy && outcome ? "copy,outcome" : copy ? "copy" : "outcome";
	if (copy)
		link = seal(r->ctx, r->conf, "response-copy", token, strlen(token));
	Q_RUN(r->db, proposal_contact_add, .response_id = id, .proposal_id = w->p->proposal_id,
		.email = email, .wants = wants, .link = link);
}

static const char *sent_purpose(struct req *r, const struct q_proposal_public_by_slug *p)
{
	return text_format(r->ctx, "proposal-sent-%lld", (long long)p->proposal_id);
}

static int confirm(struct req *r, const struct respond *w, const struct visit *v, const char *ref,
	const char *token, bool other)
{
	json_t *sent = must(json_pack("{ss ss sI sb sb sb}", "ref", ref, "token", token, "at",
		(json_int_t)r->now, "other", other, "changed", w->mine != NULL, "mailed",
		proposal_form_text(v->form, "email") != NULL));
	const char *text = json_compact(r->ctx, sent);

	json_decref(sent);
	return redirect(r, "/p/%s/sent/%s", w->p->slug,
		seal(r->ctx, r->conf, sent_purpose(r, w->p), text, strlen(text)));
}

/* Whichever version it is by now: who was told that it had been changed sends theirs all the same.
 */
static int64_t newest(struct req *r, const struct respond *w)
{
	struct mine now;

	if (!w->mine || w->replaces)
		return w->replaces;
	return mine_find(r, w->p->proposal_id, w->mine, &now) ? now.response_id : 0;
}

static enum response_outcome store(struct req *r, struct respond *w, struct visit *v,
	const char *token, char ref[REF_LENGTH + 1], int64_t *id)
{
	uint8_t submission[16], hash[HASH_BYTES];
	char received_on[11];
	struct proposal_sent in = { .submission = submission,
		.source = "web",
		.received_on = received_on,
		.edit_hash = hash,
		.replaces = newest(r, w) };

	visit_submission(v, submission);
	respond_link_hash(token, hash);
	respond_received_on(r->now, received_on);
	proposal_form_sent(w->form, v->form, &in);
	return proposal_store(r->db, r->ctx, r->conf, &in, ref, id);
}

static int changed_meanwhile(struct req *r, struct respond *w, struct visit *v)
{
	w->replaces = 0;
	v->with = write_with(r, w);
	return visit_check_show(r, v,
		"These answers were changed meanwhile, perhaps on another device. Nothing that you "
		"typed is lost: if you send it now, it takes the place of that change.");
}

/* What was withdrawn stays so, also where a page of before is still open. */
static bool is_withdrawn(struct req *r, const struct respond *w)
{
	struct mine now;

	return w->mine && mine_find(r, w->p->proposal_id, w->mine, &now) && now.withdrawn;
}

static int send_response(struct req *r, const struct visit_door *door, struct visit *v)
{
	struct respond *w = door->data;
	const char *token = w->mine ? w->mine : respond_link(r, v);
	char ref[REF_LENGTH + 1];
	enum response_outcome outcome;
	int64_t id = 0;

	if (strcmp(w->p->audience, "groups") == 0 && !w->group_id)
		return public_proposal_shut(r, w->p);
	if (is_withdrawn(r, w))
		return visit_check_show(r, v,
			"You withdrew what you told us, perhaps on another device, and nothing "
			"takes its place. To tell us something after all, start again from the "
			"proposal’s page.");
	outcome = store(r, w, v, token, ref, &id);
	if (outcome == RESPONSE_ALREADY_OTHER && !*ref)
		return changed_meanwhile(r, w, v);
	if (db_state(r->db) != DB_FINE)
		return 503;
	if (outcome == RESPONSE_FAILED)
		return visit_check_show(r, v,
			"Something went wrong on our side, and your answers were not stored. "
			"Please send them again.");
	if (outcome == RESPONSE_STORED) {
		respond_keep(r, w, token, id, ref, typed_without_address(v));
		keep_contact(r, w, v, id, token);
	}
	return confirm(r, w, v, ref, token, outcome == RESPONSE_ALREADY_OTHER);
}

/* ---- Requests -------------------------------------------------------------------------------- */

static bool may_begin(struct req *r, const struct q_proposal_public_by_slug *p)
{
	return proposal_is(proposal_stand(p->state, p->opens_on, p->closes_on, r->now), "open");
}

/* GET /p/SLUG/answer/PAGE */
int proposal_answer_view(struct req *r)
{
	struct q_proposal_public_by_slug p;
	int refused = proposal_open_to_all(r, &p);

	if (refused)
		return refused;
	if (!may_begin(r, &p) || strcmp(p.audience, "groups") == 0)
		return public_proposal_shut(r, &p);
	return visit_page_view(r, &respond_new(r, &p)->door, r->args[1]);
}

/* POST /p/SLUG/answer/PAGE */
int proposal_answer_save(struct req *r)
{
	struct q_proposal_public_by_slug p;
	int refused = proposal_open_to_all(r, &p);

	if (refused)
		return refused;
	if (strcmp(p.state, "published") != 0)
		return public_proposal_shut(r, &p);
	return visit_page_save(r, &respond_new(r, &p)->door, r->args[1]);
}

/* GET /p/SLUG/from/TOKEN: a group's link. Which group it is travels in the visit's seal, and
 * nowhere else. */
int proposal_from_group(struct req *r)
{
	struct q_proposal_public_group_of_link group;
	struct q_proposal_public_by_slug p;
	uint8_t hash[HASH_BYTES];
	struct respond *w;
	int refused = proposal_open_to_all(r, &p);

	keep_private(r);
	if (refused)
		return refused;
	hash_bytes(hash, r->args[1], strlen(r->args[1]));
	if (!Q_ONE(r->db, proposal_public_group_of_link, &group, .proposal_id = p.proposal_id,
		    .token_hash = { hash, HASH_BYTES }))
		return not_found(r);
	if (!may_begin(r, &p))
		return public_proposal_show(r, &p, NULL, false);
	w = respond_new(r, &p);
	w->group_id = group.group_id;
	tpl_set(r->page, M_GROUP, group.name);
	refused = public_proposal_show(r, &p, respond_begin(r, w), false);
	r->cache = NULL; /* never stored: its address lets whoever sees it answer for the group */
	return refused;
}

/* GET /p/SLUG/sent/SEALED: the same for whoever reloads it; a day later the private link is not
 * shown any more, since a shared computer's browser remembers addresses. */
int proposal_sent(struct req *r)
{
	struct q_proposal_public_by_slug p;
	struct bytes text;
	int refused = proposal_open_to_all(r, &p);
	json_t *sent;
	bool late;

	keep_private(r);
	if (refused)
		return refused;
	if (!seal_open(r->ctx, r->conf, sent_purpose(r, &p), r->args[1], &text))
		return not_found(r);
	sent = must(json_loadb((const char *)text.data, text.len, 0, NULL));
	late = json_integer_value(json_object_get(sent, "at")) + LINK_SHOWN_SECONDS < r->now;
	tpl_set(r->page, M_SLUG, p.slug);
	tpl_set(r->page, M_PROPOSAL, p.title);
	tpl_set(r->page, M_REF, text_copy(r->ctx, json_string_value(json_object_get(sent, "ref"))));
	tpl_show_if(r->page, M_ALREADY, json_is_true(json_object_get(sent, "other")));
	tpl_show_if(r->page, M_CHANGED, json_is_true(json_object_get(sent, "changed")));
	tpl_show_if(r->page, M_MAILED, json_is_true(json_object_get(sent, "mailed")));
	tpl_show_if(r->page, M_NO_LINK, late);
	if (!late) {
		struct tpl *link = tpl_add(r->page, M_HAS_LINK);
		const char *token =
			text_copy(r->ctx, json_string_value(json_object_get(sent, "token")));

		tpl_set(link, M_LINK_TOKEN, token);
		tpl_set(link, M_CLOSES, date_text(r->ctx, p.closes_on));
		tpl_setf(link, M_ADDRESS, "%s/p/%s/mine/%s", conf_get(r->conf, "public_url", ""),
			p.slug, token);
	}
	tpl_set(r->page, M_DECIDES, p.decides);
	tpl_optional(r->page, M_DECIDES_ON_GIVEN, M_DECIDES_ON,
		p.decides_on ? date_text(r->ctx, p.decides_on) : NULL);
	json_decref(sent);
	return page_show(r, 200, T_public_proposal_sent, "Thank you. We have your answers");
}
