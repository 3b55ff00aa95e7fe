/* proposal_form_sent.c: what was answered in the form of a proposal: as it is stored, and in words.
 */
#include <string.h>
#include "form_parts.h"
#include "proposal_form.h"
#include "submission.h"

const char *proposal_form_text(const struct form *f, const char *name)
{
	size_t i;

	return form_field_index(f, name, &i) && form_due(f, i) && !f->values[i].error
		       ? f->values[i].text
		       : NULL;
}

static const char *text_or(const struct form *f, const char *name, const char *otherwise)
{
	const char *text = proposal_form_text(f, name);

	return text ? text : otherwise;
}

static int64_t part_id(const struct proposal_part *parts, size_t n, const char *ref)
{
	for (size_t i = 0; ref && i < n; i++)
		if (strcmp(parts[i].ref, ref) == 0)
			return parts[i].id;
	return 0;
}

/* A grade without a text says nothing. */
static size_t take_points(const struct proposal_form *w, const struct form *f, const char *kind,
	struct proposal_point *points)
{
	size_t n = 0;

	for (size_t i = 1; i <= w->points; i++) {
		const char *name = text_format(f->ctx, "%s_%zu", kind, i);
		const char *text = proposal_form_text(f, name);

		if (text)
			points[n++] = (struct proposal_point){ .kind = kind,
				.text = text,
				.grade = proposal_form_text(
					f, text_format(f->ctx, "%s_grade", name)),
				.section_id = part_id(w->asks->sections, w->asks->n_sections,
					proposal_form_text(
						f, text_format(f->ctx, "%s_section", name))) };
	}
	return n;
}

static int let_go(json_t **held)
{
	json_decref(*held);
	return 0;
}

/* Of the proposal's own questions alone, by the codes that its author gave them. */
static const json_t *own_answers(const struct form *f)
{
	json_t **own = NEW(f->ctx, json_t *), *all = form_answers(f), *value;
	const char *name;

	*own = must(json_object());
	talloc_set_destructor(own, let_go);
	json_object_foreach(all, name, value)
	{
		if (strncmp(name, "own_", 4) == 0)
			json_object_set(*own, name + 4, value);
	}
	json_decref(all);
	return *own;
}

void proposal_form_sent(const struct proposal_form *w, struct form *f, struct proposal_sent *out)
{
	const struct proposal_asks *a = w->asks;
	struct proposal_point *points = NEW_ARRAY(f->ctx, struct proposal_point, 2 * w->points + 1);
	const char *comment = proposal_form_text(f, "comment");
	size_t n = take_points(w, f, "gain", points);

	n += take_points(w, f, "concern", points + n);
	if (comment)
		points[n++] = (struct proposal_point){ .kind = "comment", .text = comment };
	out->proposal_id = a->proposal_id;
	out->stance = proposal_form_text(f, "stance");
	out->group_id = a->group ? a->group->id
				 : part_id(a->groups, a->n_groups, proposal_form_text(f, "group"));
	out->by_link = a->group != NULL;
	out->capacity = text_or(f, "capacity", "person");
	out->organisation = text_or(f, "organisation", "");
	out->publication = text_or(f, "publication", "none");
	out->name = text_or(f, "name", "");
	out->asks = text_or(f, "asks", "");
	out->answers = own_answers(f);
	out->points = points;
	out->n_points = n;
}

/* ---- In words -------------------------------------------------------------------------------- */

static const char *words_of(const struct form *f, const json_t *answers, size_t i, size_t row)
{
	const struct field *field = &f->fields[i];
	const json_t *value = json_object_get(answers, field->name);
	struct field told = *field;

	/* Yes and no are choices without a list. */
	told.choices = field_choices(field, &told.n_choices);
	return field->type == FIELD_DATE && json_is_string(value)
		       ? date_text(f->ctx, json_string_value(value))
		       : submission_words(f->ctx, &told, answers, row);
}

const char *proposal_form_words(
	TALLOC_CTX *ctx, const struct proposal_form *w, const struct form *f)
{
	json_t *answers = form_answers(f);
	struct buf out = { .ctx = ctx };

	for (size_t p = 0; p < w->survey->n_pages; p++) {
		const struct survey_page *page = &w->survey->pages[p];

		for (size_t i = page->first; i < page->first + page->count - page->aside; i++) {
			const struct field *field = &f->fields[i];

			if (!json_object_get(answers, field->name))
				continue;
			if (field->beneath) {
				buf_addf(&out, "%s: %s\n", field->summary,
					words_of(f, answers, i, 0));
				continue;
			}
			buf_addf(&out, "%s%s\n", out.len ? "\n" : "",
				field->summary ? field->summary : field->label);
			for (size_t row = 0; field->type == FIELD_GRID && row < field->n_rows;
				row++) {
				const char *said = words_of(f, answers, i, row);

				buf_addf(&out, "%s: %s\n", field->rows[row].label,
					said ? said : "-");
			}
			if (field->type != FIELD_GRID)
				buf_addf(&out, "%s\n", words_of(f, answers, i, 0));
		}
	}
	json_decref(answers);
	return buf_text(&out);
}
