/* incident_work.c: what the forms of an incident's investigation, actions, candour and letters
 * share. */
#include "incident_work.h"

#include <ctype.h>
#include <string.h>
#include "identity.h"
#include "identity_form.h"

void work_carry(struct req *r, int64_t row_version, const char *seen)
{
	tpl_int(r->page, M_ROW_VERSION, row_version);
	tpl_set(r->page, M_SEEN, seen ? seen : "");
}

bool work_conflict(struct req *r, struct form *f, const struct form *now, int64_t row_version)
{
	const char *version = params_get(&r->body, "row_version"),
		   *seen = params_get(&r->body, "seen");
	int64_t mine = -1;
	bool found;

	work_carry(r, row_version, form_seen(now));
	if (version && check_number(version, &mine) && mine == row_version)
		return false;
	found = form_conflict(f, now, seen);
	if (found)
		form_fail(f, NULL,
			"Somebody else changed this while you were typing. Nothing of yours is "
			"saved yet. Look at what they changed, then save again");
	return found;
}

/* Every passage of a text of this form, as if it had its reason. */
static json_t *passages(struct req *r, const struct form *f)
{
	json_t *all = must(json_array());
	struct identity found;
	char today[11];

	check_today(r->now, today);
	for (size_t i = 0; f && i < f->n; i++) {
		const char *text = f->values[i].parts[0];
		bool is_text = f->fields[i].type == FIELD_SHORT || f->fields[i].type == FIELD_LONG;

		if (!is_text || !text)
			continue;
		identity_find(text, today, &found);
		for (size_t p = 0; p < found.n; p++)
			json_array_append_new(
				all, json_pack("{ss ss}", "field", f->fields[i].name, "passage",
					     text_copyn(r->ctx, text + found.list[p].start,
						     found.list[p].length)));
	}
	return all;
}

bool work_warns(struct req *r, struct form *f, const struct form *stored)
{
	json_t *seen = passages(r, stored);
	bool warns = identity_warns(r, f, 0, f->n, seen);

	json_decref(seen);
	return warns;
}

bool work_again(struct req *r, struct form *f, const struct form *now, int64_t row_version)
{
	bool conflict = work_conflict(r, f, now, row_version);

	return work_warns(r, f, now) || conflict || f->n_errors > 0 || f->restored;
}

void work_overtaken(struct req *r, struct form *f)
{
	(void)r;
	form_fail(f, NULL,
		"Somebody else saved this at the same moment. Nothing of yours is saved yet. Save "
		"again to see what they changed");
}

const char *work_token(struct req *r)
{
	const char *typed = r->method == METHOD_POST ? params_get(&r->body, "token") : NULL;
	char ref[REF_LENGTH + 1];

	if (!typed || !ref_read(typed, ref))
		ref_make(ref);
	return text_copy(r->ctx, ref);
}

int work_show(struct req *r, const struct q_incident_by_ref *in, const struct form *f, int status,
	enum tpl_file file, const char *title)
{
	tpl_set(r->page, M_REF, in->ref);
	tpl_set(r->page, M_INCIDENT_TITLE, in->title);
	tpl_set(r->page, M_HEADING, title);
	if (f)
		form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, file, title);
}

/* Why what was warned of stays in this text. */
static const char *reasons_given(struct req *r, const char *text)
{
	struct buf words = { .ctx = r->ctx };
	const char *passage, *reason;

	for (size_t i = 0; (passage = params_nth(&r->body, "identity_passage", i)); i++) {
		reason = params_nth(&r->body, "identity_reason", i);
		if (reason && *reason && *passage && strstr(text, passage))
			buf_addf(&words, "%s“%s”: %s", words.len ? "; " : "", passage, reason);
	}
	return buf_text(&words);
}

void work_done(struct req *r, const struct q_incident_by_ref *in, enum audit_action action,
	json_t *detail, const struct incident_event *event)
{
	struct incident_event whole = *event;
	const char *reasons = reasons_given(r, event->text ? event->text : "");

	if (*reasons)
		whole.detail = audit_fact(whole.detail, "needed_because", reasons);
	incident_event(r, in->incident_id, &whole);
	audit(r, action, "incident", in->ref, detail);
}

bool work_line(struct buf *out, const char *label, const char *from, const char *to)
{
	if (strcmp(from ? from : "", to ? to : "") == 0)
		return false;
	buf_addf(out, "%s%s: %s", out->len ? "\n" : "", label, to && *to ? to : "emptied");
	return true;
}

int64_t work_minute(const char *about)
{
	int hour = 0, minute = 0;
	size_t digits;

	about = about ? strpbrk(about, "0123456789") : NULL;
	digits = about ? strspn(about, "0123456789") : 0;
	if (digits == 0 || digits > 2)
		return -1;
	for (; digits; digits--)
		hour = hour * 10 + (*about++ - '0');
	if ((*about == ':' || *about == '.') && isdigit((unsigned char)about[1]) &&
		isdigit((unsigned char)about[2]) && !isdigit((unsigned char)about[3])) {
		minute = (about[1] - '0') * 10 + (about[2] - '0');
		about += 3;
	} else if (*about != '\0' && !isspace((unsigned char)*about) &&
		   !isalpha((unsigned char)*about))
		return -1;
	about += strspn(about, " ");
	if ((about[0] | 0x20) == 'p' && (about[1] | 0x20) == 'm')
		hour = hour == 12 ? 12 : hour + 12;
	else if ((about[0] | 0x20) == 'a' && (about[1] | 0x20) == 'm')
		hour = hour == 12 ? 0 : hour;
	return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}
