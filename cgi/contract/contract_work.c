/* contract_work.c: what the forms that change a contract share. */
#include "contract_work.h"

#include <stdlib.h>
#include <string.h>
#include "incident_work.h"

/* TRAIL_LONGEST: bytes of a value that the trail keeps; longer ones are in the history alone. */
enum { TRAIL_LONGEST = 200 };

const struct field contract_why = { .type = FIELD_LONG,
	.name = "why",
	.label = "Why is it changed?",
	.hint = "For the history of this contract, which everybody reads who may see it",
	.required = true,
	.max_length = 500,
	.missing = "Say why it is changed" };

const char *contract_typed(const struct form *f, const char *field)
{
	size_t i;

	return form_field_index(f, field, &i) ? f->values[i].text : NULL;
}

/* A value as people read it. */
static const char *words(struct req *r, const struct form *f, size_t i)
{
	const struct field *field = &f->fields[i];
	const struct field_value *value = &f->values[i];
	const char *text = value->text ? value->text : value->n_parts ? value->parts[0] : NULL;
	char date[11];
	int64_t n;

	if (field->type == FIELD_DATE) {
		if (!value->parts[0] || !value->parts[1] || !value->parts[2] ||
			!check_date(value->parts[0], value->parts[1], value->parts[2], date))
			return "";
		return date_text(r->ctx, text_copy(r->ctx, date));
	}
	if (!text || !*text)
		return "";
	if (field->type == FIELD_DECIMAL && check_decimal(text, &n))
		return field->prefix ? money_text(r->ctx, n) : decimal_text(r->ctx, n);
	if (field->type == FIELD_SELECT || field->type == FIELD_RADIOS)
		return choice_label(field->choices, field->n_choices, text);
	return text;
}

json_t *contract_changes(struct req *r, const struct form *now, const struct form *mine)
{
	json_t *detail = NULL;

	for (size_t i = 0; i < mine->n; i++) {
		const struct field *field = &mine->fields[i];

		if (strcmp(field->name, "why") != 0)
			detail = audit_changed(detail,
				field->summary ? field->summary : field->label, words(r, now, i),
				words(r, mine, i));
	}
	return detail;
}

bool contract_again(
	struct req *r, struct form *f, bool filled, const struct form *now, int64_t row_version)
{
	bool conflict = work_conflict(r, f, now, row_version);

	return !filled || conflict || f->n_errors > 0;
}

int contract_form_show(struct req *r, const struct q_contract_by_ref *c, const struct form *f,
	const struct contract_form *about, int status)
{
	struct tpl *t = r->page;

	contract_heading(r, c);
	tpl_set(t, M_HEADING, about->heading);
	tpl_set(t, M_BUTTON, about->button);
	tpl_optional(t, M_HAS_INTRO, M_INTRO, about->intro);
	tpl_show(t, about->existing ? M_EXISTING : M_FRESH);
	if (!about->existing)
		tpl_set(t, M_TOKEN, work_token(r));
	tpl_show_if(t, M_WARNS, about->warning);
	tpl_show_if(t, M_MULTIPART, about->multipart);
	form_show(f, 0, f->n, t, false);
	return page_show(r, status, T_contract_form, about->heading);
}

/* Texts that are too long for the trail. */
static bool is_long(const json_t *value)
{
	const char *text = json_is_object(value) ? NULL : json_string_value(value);

	if (json_is_object(value))
		return is_long(json_object_get(value, "from")) ||
		       is_long(json_object_get(value, "to"));
	return text && strlen(text) > TRAIL_LONGEST;
}

static json_t *for_trail(const json_t *detail)
{
	json_t *out = detail ? must(json_object()) : NULL;
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)detail, name, value)
	{
		if (is_long(value))
			json_object_set_new(out, name, json_string("a long text"));
		else
			json_object_set(out, name, value);
	}
	return out;
}

void contract_done(struct req *r, const struct q_contract_by_ref *c, enum contract_event_kind kind,
	enum audit_action action, const char *why, json_t *detail)
{
	char today[11];

	check_today(r->now, today);
	audit(r, action, "contract", c->ref, for_trail(detail));
	contract_event(r, c->contract_id, kind, why, detail, 0);
	contract_settle(r->db, c->contract_id, today);
}

const char *contract_rule(
	TALLOC_CTX *ctx, int64_t target, bool high, int64_t amber, const char *unit)
{
	int64_t least = llabs(target) * amber / 100; /* as contract_rag() counts */
	const char *green = contract_figure(ctx, target, unit),
		   *edge = contract_figure(ctx, high ? target - least : target + least, unit);

	if (high)
		return least ? text_format(
				       ctx, "Green from %s; amber from %s; red below", green, edge)
			     : text_format(ctx, "Green from %s; red below", green);
	return least ? text_format(ctx, "Green up to %s; amber up to %s; red above", green, edge)
		     : text_format(ctx, "Green up to %s; red above", green);
}

struct choices contract_people(struct req *r, int64_t person_id)
{
	struct choices out = { 0 };

	CHOICES_READ(r, &out, contract_people, row.ref, row.name, row.person_id,
		.organisation_id = r->person->organisation_id, .person_id = person_id);
	return out;
}

int64_t contract_person(struct req *r, int64_t person_id, const char *code, const char **name)
{
	struct db_rows *rows = Q_ROWS(r->db, contract_people,
		.organisation_id = r->person->organisation_id, .person_id = person_id);
	struct q_contract_people row;
	int64_t found = 0;

	while (Q_NEXT(rows, contract_people, &row))
		if (code && strcmp(row.ref, code) == 0) {
			found = row.person_id;
			*name = text_copy(r->ctx, row.name);
		}
	return found;
}
