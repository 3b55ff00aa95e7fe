/* identity_form.c: a warning beside a field whose text looks like a person's identity. */
#include "identity_form.h"

#include <string.h>
#include "audit.h"
#include "identity.h"

static const char removed[] = "[removed]";

/* One form being looked at: its request, and how many passages were shown so far. */
struct look {
	struct req *r;
	struct form *f;
	json_t *reasons;
	char today[11];
	bool again; /* was warned of already in a form with other slips: shown once more */
	size_t n;
};

static bool is_text(const struct field *field)
{
	return field->type == FIELD_LONG || field->type == FIELD_SHORT;
}

static const char *typed(const struct form *f, size_t i)
{
	const char *raw = f->values[i].parts[0];

	return raw ? raw : "";
}

static const char *passage_text(struct look *k, const char *text, const struct identity_passage *p)
{
	return text_copyn(k->r->ctx, text + p->start, p->length);
}

static bool has_reason(const json_t *reasons, const char *field, const char *passage)
{
	const json_t *one;
	size_t i;

	json_array_foreach(reasons, i, one)
	{
		const char *of = json_string_value(json_object_get(one, "field"));
		const char *text = json_string_value(json_object_get(one, "passage"));

		if (of && text && strcmp(of, field) == 0 && strcmp(text, passage) == 0)
			return true;
	}
	return false;
}

/* What was typed as the reason of a passage that the form had shown; NULL: it had not. */
static const char *reason_of(struct look *k, const char *passage)
{
	const struct params *body = &k->r->body;
	const char *shown, *reason;

	for (size_t i = 0; (shown = params_nth(body, "identity_passage", i)); i++)
		if (strcmp(shown, passage) == 0) {
			reason = params_nth(body, "identity_reason", i);
			return reason ? reason : "";
		}
	return NULL;
}

/* ---- Remove it ------------------------------------------------------------------------------- */

static void take_out(struct look *k, size_t i, const char *passage)
{
	const char *text = typed(k->f, i), *at = strstr(text, passage);
	struct buf out = { .ctx = k->r->ctx };

	if (!at || !*passage)
		return;
	for (; at; at = strstr(text, passage)) {
		buf_add(&out, text, (size_t)(at - text));
		buf_adds(&out, removed);
		text = at + strlen(passage);
	}
	buf_adds(&out, text);
	form_put(k->f, k->f->fields[i].name, 0, buf_text(&out));
}

/* ---- The warning ----------------------------------------------------------------------------- */

/* Is every passage of this field seen, or has a reason? */
static bool is_settled(struct look *k, size_t i)
{
	const char *text = typed(k->f, i);
	struct identity found;

	identity_find(text, k->today, &found);
	for (size_t p = 0; p < found.n; p++) {
		const char *passage = passage_text(k, text, &found.list[p]);

		if (!has_reason(k->reasons, k->f->fields[i].name, passage) &&
			(k->again || !reason_of(k, passage)))
			return false;
	}
	return true;
}

static bool was_listed(const char *text, const struct identity *found, size_t n)
{
	const struct identity_passage *p = &found->list[n];

	for (size_t i = 0; i < n; i++)
		if (found->list[i].length == p->length &&
			strncmp(text + found->list[i].start, text + p->start, p->length) == 0)
			return true;
	return false;
}

static void show_passage(
	struct look *k, struct tpl *warning, const char *passage, const struct identity_passage *p)
{
	struct tpl *row = tpl_add(warning, M_PASSAGE_ROW);
	const char *reason = reason_of(k, passage);

	tpl_set(row, M_PASSAGE, passage);
	tpl_set(row, M_WORDS, identity_words(p->kind));
	tpl_set(row, M_REASON, reason ? reason : "");
	tpl_int(row, M_PASSAGE_ID, (int64_t)++k->n);
}

static void warn_beside(struct look *k, size_t i)
{
	const char *text = typed(k->f, i);
	struct field_value *value = &k->f->values[i];
	struct tpl *warning = NULL;
	struct identity found;

	identity_find(text, k->today, &found);
	for (size_t p = 0; p < found.n; p++) {
		const char *passage = passage_text(k, text, &found.list[p]);

		if (was_listed(text, &found, p) ||
			has_reason(k->reasons, k->f->fields[i].name, passage))
			continue;
		if (!warning) {
			warning = tpl_new(k->r->ctx);
			tpl_set(warning, M_NAME, k->f->fields[i].name);
		}
		show_passage(k, warning, passage, &found.list[p]);
	}
	if (!warning)
		return;
	value->beside = warning;
	value->beside_file = T_identity_warning;
	value->warning = text_format(k->r->ctx,
		"“%s” may say who somebody is: remove that, or say why it is needed",
		k->f->fields[i].summary ? k->f->fields[i].summary : k->f->fields[i].label);
}

static void keep_reasons(struct look *k, size_t i)
{
	const char *text = typed(k->f, i), *field = k->f->fields[i].name;
	struct identity found;

	identity_find(text, k->today, &found);
	for (size_t p = 0; p < found.n; p++) {
		const char *passage = passage_text(k, text, &found.list[p]);
		const char *reason = reason_of(k, passage);

		if (!has_reason(k->reasons, field, passage))
			json_array_append_new(
				k->reasons, json_pack("{ss ss ss}", "field", field, "passage",
						    passage, "reason", reason ? reason : ""));
	}
}

bool identity_warns(struct req *r, struct form *f, size_t first, size_t count, json_t *reasons)
{
	const char *remove = r->body.restored ? NULL : params_get(&r->body, "identity_remove");
	struct look k = { .r = r, .f = f, .reasons = reasons, .again = remove || f->n_errors > 0 };
	bool settled = !remove;

	check_today(r->now, k.today);
	for (size_t i = first; i < first + count; i++) {
		if (!is_text(&f->fields[i]) || !form_due(f, i))
			continue;
		if (remove)
			take_out(&k, i, remove);
		settled &= is_settled(&k, i);
	}
	for (size_t i = first; i < first + count; i++) {
		if (!is_text(&f->fields[i]) || !form_due(f, i))
			continue;
		if (!settled)
			warn_beside(&k, i);
		else if (reasons)
			keep_reasons(&k, i);
	}
	return !settled;
}

static int let_go(json_t **held)
{
	json_decref(*held);
	return 0;
}

json_t *identity_reasons_new(TALLOC_CTX *ctx, const json_t *had)
{
	json_t **held = NEW(ctx, json_t *);

	*held = must(json_is_array(had) ? json_copy((json_t *)had) : json_array());
	talloc_set_destructor(held, let_go);
	return *held;
}

json_t *identity_detail(TALLOC_CTX *ctx, json_t *detail, const json_t *reasons)
{
	struct buf words = { .ctx = ctx };
	const json_t *one;
	size_t i;

	json_array_foreach(reasons, i, one)
	{
		const char *reason = json_string_value(json_object_get(one, "reason"));

		if (reason && *reason)
			buf_addf(&words, "%s“%s”: %s", words.len ? "; " : "",
				json_string_value(json_object_get(one, "passage")), reason);
	}
	return words.len ? audit_fact(detail, "needed_because", buf_text(&words)) : detail;
}

json_t *identity_reasons_left(const struct form *f, const json_t *reasons)
{
	json_t *left = must(json_array()), *one;
	size_t i, field;

	json_array_foreach(reasons, i, one)
	{
		const char *of = json_string_value(json_object_get(one, "field"));
		const char *passage = json_string_value(json_object_get(one, "passage"));

		if (of && passage && form_field_index(f, of, &field) && form_due(f, field) &&
			is_text(&f->fields[field]) && strstr(typed(f, field), passage))
			json_array_append(left, one);
	}
	return left;
}
