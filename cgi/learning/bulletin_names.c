/* bulletin_names.c: would anybody recognise the practice, the provider, the patient? It warns, and
 * never decides. */
#include <ctype.h>
#include <string.h>
#include "bulletin.h"
#include "identity.h"

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 || c == '\'';
}

static bool same(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (tolower((unsigned char)a[i]) != tolower((unsigned char)b[i]))
			return false;
	return true;
}

/* Whole words: "Oak" is not in "Oakland". */
static bool stands_in(const char *text, const char *words, size_t len)
{
	size_t rest = strlen(text);

	for (const char *at = text; rest >= len; at++, rest--)
		if (same(at, words, len) && (at == text || !is_word(at[-1])) && !is_word(at[len]))
			return true;
	return false;
}

/* Words that many organisations have, or that stand before a person's name. */
static bool says_nothing(const char *word, size_t len)
{
	static const char *const common[] = { "and", "the", "for", "with", "nhs", "gp", "surgery",
		"practice", "practices", "medical", "medicine", "centre", "center", "health",
		"healthcare", "hospital", "hospitals", "trust", "foundation", "group",
		"partnership", "partners", "community", "care", "service", "services", "university",
		"royal", "primary", "general", "clinic", "house", "road", "street", "park", "north",
		"south", "east", "west", "city", "town", "village", "integrated", "mental",
		"ambulance", "urgent", "hours", "test", "family", "doctors", "doctor", "pharmacy",
		"hospice", "children", "women", "mrs", "miss", "prof", "professor", "limited",
		"ltd" };

	/* "GP", "St"; the 111 of a service */
	if (len < 3 || strspn(word, "0123456789") >= len)
		return true;
	for (size_t i = 0; i < COUNT(common); i++)
		if (strlen(common[i]) == len && same(word, common[i], len))
			return true;
	return false;
}

const char *bulletin_name_in(TALLOC_CTX *ctx, const char *text, const char *name)
{
	size_t len;

	if (*name && stands_in(text, name, strlen(name)))
		return name;
	for (const char *at = name; *at; at += len) {
		for (len = 0; at[len] && is_word(at[len]);)
			len++;
		if (len == 0)
			len = 1;
		else if (!says_nothing(at, len) && stands_in(text, at, len))
			return text_copyn(ctx, at, len);
	}
	return NULL;
}

struct warnings {
	struct req *r;
	struct tpl *page, *list;
	const char *said[64]; /* no sentence twice */
	size_t n;
};

static void warn(struct warnings *w, const char *passage, const char *why)
{
	struct tpl *line;

	for (size_t i = 0; i < w->n; i++)
		if (strcmp(w->said[i], passage) == 0)
			return;
	if (w->n == COUNT(w->said))
		return;
	w->said[w->n++] = passage;
	if (!w->list)
		w->list = tpl_include(w->page, M_BULLETIN_WARNING, T_bulletin_warning);
	line = tpl_add(w->list, M_WARNING_ROW);
	tpl_set(line, M_PASSAGE, passage);
	tpl_set(line, M_WHY, why);
}

static void warn_of_identities(struct warnings *w, const char *text)
{
	struct identity found;
	char today[11];

	check_today(w->r->now, today);
	identity_find(text, today, &found);
	for (size_t i = 0; i < found.n; i++)
		warn(w, text_copyn(w->r->ctx, text + found.list[i].start, found.list[i].length),
			identity_words(found.list[i].kind));
}

static void warn_of_involved(
	struct warnings *w, const char *text, int64_t bulletin_id, int64_t incident_id)
{
	struct db_rows *rows = Q_ROWS(w->r->db, bulletin_involved, .bulletin_id = bulletin_id,
		.incident_id = incident_id);
	struct q_bulletin_involved row;

	while (Q_NEXT(rows, bulletin_involved, &row)) {
		const char *found =
			bulletin_name_in(w->r->ctx, text, text_copy(w->r->ctx, row.name));

		if (found)
			warn(w, found,
				row.person ? "is in the name of somebody who reported"
					   : "is in the name of an organisation that was involved");
		if (*row.code && stands_in(text, row.code, strlen(row.code)))
			warn(w, text_copy(w->r->ctx, row.code),
				"is the code of an organisation that was involved");
	}
}

bool bulletin_warn(struct req *r, const struct bulletin_text *in, int64_t bulletin_id,
	int64_t incident_id, struct tpl *t)
{
	const char *text = text_format(r->ctx, "%s\n%s\n%s", in->title ? in->title : "",
		in->summary ? in->summary : "", in->body ? in->body : "");
	struct warnings w = { .r = r, .page = t };
	struct q_bulletin_names_someone row;
	struct db_rows *rows;

	warn_of_involved(&w, text, bulletin_id, incident_id);
	rows = Q_ROWS(r->db, bulletin_names_someone, .text = text);
	while (Q_NEXT(rows, bulletin_names_someone, &row))
		warn(&w, text_copy(r->ctx, row.name),
			"is named, or its code is: an organisation here");
	warn_of_identities(&w, text);
	return w.n > 0;
}
