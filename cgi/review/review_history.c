/* review_history.c: all that happened in a review, attempts that were refused too. */
#include "review_sections.h"

static const char *state_label(const char *code)
{
	return choice_label(review_states, REVIEW_STATES, code);
}

/* "added: Ann Example", "due from 1 May 2027 to 2 May 2027". */
static const char *detail_words(TALLOC_CTX *ctx, const char *text)
{
	json_t *detail = json_loads(text, 0, NULL), *value;
	struct buf out = { .ctx = ctx };
	const char *field;

	json_object_foreach(detail, field, value)
	{
		if (json_is_string(value))
			buf_addf(&out, "%s%s: %s", out.len ? ". " : "", field,
				json_string_value(value));
		else if (json_is_object(value))
			buf_addf(&out, "%s%s from “%s” to “%s”", out.len ? ". " : "", field,
				json_string_value(json_object_get(value, "from")),
				json_string_value(json_object_get(value, "to")));
	}
	json_decref(detail);
	return buf_text(&out);
}

void review_section_history(
	struct req *r, const struct q_review_by_ref *v, bool may_change, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_SECTION, T_review_section_history);
	struct db_rows *rows = Q_ROWS(r->db, review_events, .review_id = v->review_id);
	struct q_review_events row;

	(void)may_change;
	while (Q_NEXT(rows, review_events, &row)) {
		struct tpl *event = tpl_add(t, M_EVENT);
		bool moved = *row.state_from && *row.state_to;

		tpl_set(event, M_LABEL,
			text_copy(
				r->ctx, choice_label(review_event_kinds, REVIEW_EVENTS, row.kind)));
		if (moved) {
			struct tpl *move = tpl_add(event, M_MOVED);

			tpl_set(move, M_FROM, text_copy(r->ctx, state_label(row.state_from)));
			tpl_set(move, M_TO, text_copy(r->ctx, state_label(row.state_to)));
		}
		tpl_set(event, M_AT, time_text(r->ctx, row.at));
		tpl_set(event, M_WHO, row.who ? text_copy(r->ctx, row.who) : "The program");
		tpl_optional(event, M_HAS_TEXT, M_TEXT, text_copy(r->ctx, row.text));
		tpl_optional(event, M_HAS_DETAIL, M_DETAIL, detail_words(r->ctx, row.detail));
	}
}
