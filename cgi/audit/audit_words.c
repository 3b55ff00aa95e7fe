/* audit_words.c: rows of the trail in words that people read. */
#include <ctype.h>
#include <string.h>
#include "access.h"
#include "audit_words.h"

/* LONGEST: characters of a value that a page shows; a text of pages stays readable in the file. */
enum { LONGEST = 300 };

static const struct choice subjects[] = {
	{ .code = "person", .label = "Person" },
	{ .code = "organisation", .label = "Organisation" },
	{ .code = "survey", .label = "Survey" },
	{ .code = "session", .label = "Session" },
	{ .code = "setting", .label = "Setting" },
	{ .code = "mail", .label = "Mail" },
	{ .code = "incident", .label = "Incident" },
	{ .code = "investigation", .label = "Investigation" },
	{ .code = "report_link", .label = "Link for reports" },
	{ .code = "bulletin", .label = "Learning bulletin" },
	{ .code = "saved_view", .label = "Saved view" },
	{ .code = "theme", .label = "Theme of incidents" },
	{ .code = "holiday", .label = "Bank holiday" },
	{ .code = "retention", .label = "Records kept" },
	{ .code = "contract", .label = "Contract" },
	{ .code = "return", .label = "Monitoring return" },
	{ .code = "review", .label = "Review" },
	{ .code = "decision", .label = "Decision" },
	{ .code = "criteria", .label = "Criteria" },
	{ .code = "interest", .label = "Interest" },
	{ .code = "panel", .label = "Panel" },
	{ .code = "call", .label = "Call for plans or bids" },
	{ .code = "submission", .label = "Plan or bid" },
	{ .code = "proposal", .label = "Proposal" },
	{ .code = "stakeholder_group", .label = "Stakeholder group" },
	{ .code = "calendar", .label = "Calendar" },
	{ .code = "import", .label = "Import" },
	{ .code = "page", .label = "Page" },
	{ .code = "form", .label = "Form" },
	{ .code = "audit", .label = "Audit trail" },
};

const struct choice *audit_subjects(size_t *n)
{
	*n = COUNT(subjects);
	return subjects;
}

const char *audit_subject_label(const char *code)
{
	size_t i = choice_index(subjects, COUNT(subjects), code);

	return i < COUNT(subjects) ? subjects[i].label : code;
}

const char *audit_action_words(const char *code)
{
	enum audit_action action = audit_action_of(code);

	return action < AUDIT_ACTIONS ? audit_action_label(action) : code;
}

/* "row_version" -> "Row version". */
static const char *field_words(TALLOC_CTX *ctx, const char *name)
{
	char *words = text_copy(ctx, name);

	for (char *c = words; *c; c++)
		if (*c == '_')
			*c = ' ';
	words[0] = (char)toupper((unsigned char)words[0]);
	return words;
}

static const char *value_words(TALLOC_CTX *ctx, const json_t *value, bool whole)
{
	const char *text = json_string_value(value);

	if (!text)
		text = json_is_integer(value)
			       ? text_format(ctx, "%lld", (long long)json_integer_value(value))
		       : json_is_true(value)  ? "yes"
		       : json_is_false(value) ? "no"
					      : "";
	if (!*text)
		return "nothing";
	return whole ? text : text_opening(ctx, text, LONGEST);
}

/* "practice_member, author" -> "Practice member, Author". */
static const char *roles_words(TALLOC_CTX *ctx, const char *codes)
{
	struct buf out = { .ctx = ctx };
	size_t len;

	for (; *codes; codes += len) {
		len = strcspn(codes, ", ");
		if (len)
			buf_adds(&out, role_name(text_format(ctx, "%.*s", (int)len, codes)));
		else
			buf_add(&out, codes, len = 1);
	}
	return buf_text(&out);
}

/* "2025-10-01" -> "1 October 2025", after a number of patients too; other texts stay as written. */
static const char *date_words(TALLOC_CTX *ctx, const char *text)
{
	size_t head = strspn(text, "0123456789,");

	if (head && strncmp(text + head, " on ", 4) == 0)
		return text_format(
			ctx, "%.*s%s", (int)head + 4, text, date_text(ctx, text + head + 4));
	return date_text(ctx, text);
}

static const char *fact_words(TALLOC_CTX *ctx, const char *field, const json_t *value, bool whole)
{
	const char *text = text_copy(ctx, value_words(ctx, value, whole));

	if (strcmp(field, "roles") == 0 || strncmp(field, "roles for ", 10) == 0)
		return roles_words(ctx, text);
	return date_words(ctx, text);
}

struct audit_parts audit_parts(TALLOC_CTX *ctx, const char *detail, bool whole)
{
	json_t *root = json_loads(detail, 0, NULL), *value;
	struct audit_parts out = { .list = NEW_ARRAY(
					   ctx, struct audit_part, json_object_size(root) + 1) };
	const char *name;

	json_object_foreach(root, name, value)
	{
		struct audit_part *fact = &out.list[out.n++];
		const json_t *to = json_object_get(value, "to");

		fact->field = field_words(ctx, name);
		if (to)
			fact->from = fact_words(ctx, name, json_object_get(value, "from"), whole);
		fact->to = fact_words(ctx, name, to ? to : value, whole);
	}
	json_decref(root);
	return out;
}

const char *audit_detail_text(TALLOC_CTX *ctx, const char *detail)
{
	struct audit_parts facts = audit_parts(ctx, detail, true);
	struct buf out = { .ctx = ctx };

	for (size_t i = 0; i < facts.n; i++) {
		const struct audit_part *fact = &facts.list[i];

		buf_addf(&out, "%s%s: %s%s%s", i ? "; " : "", fact->field,
			fact->from ? fact->from : "", fact->from ? " → " : "", fact->to);
	}
	return buf_text(&out);
}
