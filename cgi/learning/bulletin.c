/* bulletin.c: learning bulletins: finding one, its rights, its address, its text, its history. */
#include "bulletin.h"

#include <sodium.h>
#include <string.h>
#include "markdown.h"

const struct choice bulletin_states[BULLETIN_STATES] = {
	{ .code = "draft", .label = "Draft" },
	{ .code = "review", .label = "Waits for approval" },
	{ .code = "published", .label = "Published" },
	{ .code = "withdrawn", .label = "Withdrawn" },
};

const char *bulletin_state_label(const char *state)
{
	size_t i = choice_index(bulletin_states, BULLETIN_STATES, state);

	return i < BULLETIN_STATES ? bulletin_states[i].label : state;
}

const char *bulletin_state_colour(const char *state)
{
	static const char *const colours[BULLETIN_STATES] = { "blue", "yellow", "green", "grey" };
	size_t i = choice_index(bulletin_states, BULLETIN_STATES, state);

	return i < BULLETIN_STATES ? colours[i] : "grey";
}

/* ---- Addresses --------------------------------------------------------------------------------
 */

/* No vowels, so that they spell nothing; nothing that looks like something else. */
static const char letters[] = "23456789bcdfghjkmnpqrstvwxz";

void bulletin_ref_make(char out[BULLETIN_REF + 1])
{
	for (size_t i = 0; i < BULLETIN_REF; i++)
		out[i] = letters[randombytes_uniform(sizeof letters - 1)];
	out[BULLETIN_REF] = '\0';
}

bool bulletin_is_ref(const char *text)
{
	return text && strlen(text) == BULLETIN_REF && strspn(text, letters) == BULLETIN_REF;
}

const char *bulletin_slug(TALLOC_CTX *ctx, const char *title, char ref[BULLETIN_REF + 1])
{
	if (!ref[0])
		bulletin_ref_make(ref);
	return text_slug(ctx, title, "bulletin", ref);
}

bool bulletin_is(const struct q_bulletin_by_ref *b, const char *state)
{
	return strcmp(b->state, state) == 0;
}

int bulletin_found(struct req *r, struct q_bulletin_by_ref *b, enum bulletin_access least)
{
	const char *hyphen = strrchr(r->args[0], '-'), *ref = hyphen ? hyphen + 1 : r->args[0];
	unsigned may;

	if (!bulletin_is_ref(ref) || !Q_ONE(r->db, bulletin_by_ref, b, .ref = ref))
		return not_found(r);
	may = access_bulletin(r->person, bulletin_is(b, "published"));
	if (!(may & least))
		return not_theirs(r, "a bulletin that is not published");
	return may & BULLETIN_SEES || strcmp(b->slug, r->args[0]) == 0 ? 0 : not_found(r);
}

int bulletin_not_now(struct req *r, const struct q_bulletin_by_ref *b, const char *sentence)
{
	flash_notice(r, sentence);
	return redirect(r, "/bulletins/%s", b->slug);
}

/* ---- History ----------------------------------------------------------------------------------
 */

static const struct choice event_kinds[BULLETIN_EVENTS] = {
	[BULLETIN_WRITTEN] = { "written", "Written", NULL, false },
	[BULLETIN_EDITED] = { "edited", "Changed", NULL, false },
	[BULLETIN_SENT] = { "sent", "Sent for approval", NULL, false },
	[BULLETIN_BACK] = { "back", "Sent back", NULL, false },
	[BULLETIN_PUBLISHED] = { "published", "Approved and published", NULL, false },
	[BULLETIN_WITHDRAWN] = { "withdrawn", "Withdrawn", NULL, false },
	[BULLETIN_REMINDED] = { "reminded", "Practices reminded", NULL, false },
};

void bulletin_event(
	struct req *r, int64_t bulletin_id, enum bulletin_event_kind kind, const char *text)
{
	Q_RUN(r->db, bulletin_event_add, .bulletin_id = bulletin_id, .now = r->now,
		.person_id = r->person->person_id, .kind = event_kinds[kind].code,
		.text = text ? text : "");
}

const char *bulletin_event_label(const char *code)
{
	size_t i = choice_index(event_kinds, BULLETIN_EVENTS, code);

	return i < BULLETIN_EVENTS ? event_kinds[i].label : code;
}

/* ---- The text ---------------------------------------------------------------------------------
 */

void bulletin_show(struct req *r, const struct bulletin_text *text, struct tpl *t)
{
	struct tpl *themes = NULL;

	t = tpl_include(t, M_BULLETIN, T_bulletin_text);
	tpl_set(tpl_add(t, text->part ? M_AS_PART : M_AS_PAGE), M_BULLETIN_TITLE, text->title);
	tpl_set(t, M_BULLETIN_SUMMARY, text->summary);
	tpl_optional(t, M_IS_PUBLISHED, M_PUBLISHED,
		text->published_at ? day_text(r->ctx, text->published_at) : NULL);
	for (const char *const *theme = text->themes; theme && *theme; theme++) {
		if (!themes)
			themes = tpl_add(t, M_BULLETIN_THEMES);
		tpl_set(tpl_add(themes, M_BULLETIN_THEME), M_THEME, *theme);
	}
	markdown_show(r->ctx, text->body, 2, t, M_MARKDOWN);
}

void bulletin_show_row(struct req *r, const struct q_bulletin_by_ref *b, bool part)
{
	struct db_rows *rows = Q_ROWS(r->db, bulletin_themes, .bulletin_id = b->bulletin_id);
	const char **themes = NEW_ARRAY(r->ctx, const char *, db_rows_count(rows) + 1);
	struct q_bulletin_themes row;

	for (size_t n = 0; Q_NEXT(rows, bulletin_themes, &row); n++)
		themes[n] = text_copy(r->ctx, row.name);
	bulletin_show(r,
		&(struct bulletin_text){ .title = b->title,
			.summary = b->summary,
			.body = b->body,
			.published_at = b->published_at,
			.themes = themes,
			.part = part },
		r->page);
}

/* ---- What waits -------------------------------------------------------------------------------
 */

int64_t bulletins_to_read(struct req *r)
{
	struct q_bulletins_unread row;

	return Q_ONE(r->db, bulletins_unread, &row, .organisation_id = r->person->organisation_id)
		       ? row.n
		       : 0;
}

int64_t bulletins_to_approve(struct req *r)
{
	struct q_bulletins_to_approve row;

	return Q_ONE(r->db, bulletins_to_approve, &row, .person_id = r->person->person_id) ? row.n
											   : 0;
}
