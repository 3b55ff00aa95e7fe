/* incident_report.c: what is read out of a report: for lists, counts, searching. */
#include "incident_report.h"

#include <stdlib.h>
#include <string.h>

enum { TITLE_BYTES = 160 };

static int release(json_t **held)
{
	json_decref(*held);
	return 0;
}

const json_t *report_open(TALLOC_CTX *ctx, const char *report)
{
	json_t **held = NEW(ctx, json_t *);

	*held = report ? json_loads(report, 0, NULL) : NULL;
	if (!*held)
		*held = must(json_object());
	talloc_set_destructor(held, release);
	return *held;
}

const char *report_text(const json_t *report, const char *name)
{
	const char *text =
		json_string_value(json_object_get(json_object_get(report, "answers"), name));

	return text ? text : "";
}

const json_t *report_list(const json_t *report, const char *name)
{
	const json_t *list = json_object_get(json_object_get(report, "answers"), name);

	return json_array_size(list) ? list : NULL;
}

/* The number that a code is; 0: not given. */
static int64_t code_number(const char *code)
{
	int64_t n;

	return code && check_number(code, &n) ? n : 0;
}

/* LFPSE's levels: the smaller the worse. 0: not given. */
static int64_t worst(const json_t *report, const char *name)
{
	const json_t *people = json_object_get(report, "people"), *person;
	int64_t least = 0;
	size_t i;

	json_array_foreach(people, i, person)
	{
		int64_t level = code_number(json_string_value(json_object_get(person, name)));

		if (level > 0 && (least == 0 || level < least))
			least = level;
	}
	return least;
}

/* The first sentence, or as many whole words as there is room for. */
static const char *title_of(TALLOC_CTX *ctx, const char *text)
{
	size_t len = strcspn(text, "\r\n");
	const char *stop = memmem(text, len, ". ", 2);

	if (stop && stop > text + 20)
		len = (size_t)(stop - text);
	if (len > TITLE_BYTES) {
		len = TITLE_BYTES;
		while (len > TITLE_BYTES / 2 && text[len] != ' ')
			len--;
		while (((unsigned char)text[len] & 0xc0) == 0x80)
			len--;
		return text_format(ctx, "%.*s…", (int)len, text);
	}
	return text_format(ctx, "%.*s", (int)len, text);
}

void incident_columns(TALLOC_CTX *ctx, const json_t *report, struct incident_columns *out)
{
	const char *candour = report_text(report, "candour"), *share = report_text(report, "share");

	*out = (struct incident_columns){
		.kind = report_text(report, "kind"),
		.about = report_text(report, "where"),
		.about_code = report_text(report, "about_organisation"),
		.about_name = report_text(report, "about_name"),
		.about_service = report_text(report, "about_service"),
		.happened_on = report_text(report, "happened_on"),
		.share = *share ? share : "nobody",
		.candour = *candour ? candour : NULL,
		.physical = worst(report, "physical"),
		.psychological = worst(report, "psychological"),
		.worry = code_number(report_text(report, "worry")),
		.title = title_of(ctx, report_text(report, "what_happened")),
	};
	out->serious = (out->physical && out->physical <= 2) || out->psychological == 1;
}

const char *incident_report_words(TALLOC_CTX *ctx, const json_t *report)
{
	static const char *const names[] = { "what_happened", "done_at_once", "prevent",
		"about_name", "medication_name", "device_name" };
	const char *words = "";

	for (size_t i = 0; i < COUNT(names); i++)
		words = text_format(ctx, "%s %s", words, report_text(report, names[i]));
	return words;
}
