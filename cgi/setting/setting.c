/* setting.c: the settings there are, what holds until somebody changes one, and a copy that each
 * process keeps for a second. */
#include "setting.h"

#include <stdlib.h>
#include <string.h>
#include "buf.h"
#include "conf.h"

enum { TEXT_MOST = 20000 };

static const struct choice logos[] = {
	{ "organisation", "The NHS logo with the organisation's name",
		"For NHS organisations. The name stands under the logo.", false },
	{ "nhs", "The NHS logo alone", "For services of the NHS as a whole.", false },
	{ "none", "No logo, the name in words",
		"For organisations outside the NHS, who may not use its logo.", false },
};

/* The colours of the NHS identity from which white stands out by 4.5 to 1 or more (WCAG 2.2,
 * 1.4.3). The hint is the colour itself; static/_theme.scss has the rules. */
static const struct choice colours[] = {
	{ "blue", "NHS Blue", "#005eb8", false },
	{ "dark-blue", "NHS Dark Blue", "#003087", false },
	{ "dark-green", "NHS Dark Green", "#006747", false },
	{ "purple", "NHS Purple", "#330072", false },
	{ "plum", "NHS Plum", "#7c2855", false },
	{ "dark-grey", "NHS Dark Grey", "#425563", false },
	{ "black", "NHS Black", "#231f20", false },
};

/* A number of something; promises.md has the most that a session may last. */
#define NUMBER(code, words, from, to, ...)                                                         \
	{                                                                                          \
		.type = FIELD_NUMBER, .name = code, .label = words, .required = true, .min = from, \
		.max = to, __VA_ARGS__                                                             \
	}
#define YEARS(code, words, ...) NUMBER(code, words, 1, 100, __VA_ARGS__)
#define NOT_OURS                                                                                   \
	"No rule sets it: the installation's records manager does. Ours is only a beginning."
#define OURS      "No rule sets it. Ours is only a beginning."
#define CODE      "Records Management Code of Practice (NHS England)."
#define INTERESTS "Managing conflicts of interest in the NHS (NHS England)."

/* The only list: name, words, limits and default of each setting. */
static const struct setting_known known[SETTINGS] = {
	[SETTING_NAME] = { GROUP_IDENTITY, .otherwise = NULL,
		.field = { .type = FIELD_SHORT,
			.name = "name",
			.label = "Organisation's name",
			.hint = "As it is to stand in the header, in messages and on every "
				"survey's pages",
			.missing = "Enter the organisation's name",
			.required = true,
			.max_length = 120,
			.autocomplete = "organization" } },
	[SETTING_NAME_SECOND] = { GROUP_IDENTITY, .otherwise = "",
		.field = { .type = FIELD_SHORT,
			.name = "name_second",
			.label = "Second line of the name",
			.hint = "Shown under the name beside the logo: “Integrated Care Board”",
			.max_length = 120 } },
	[SETTING_LOGO] = { GROUP_IDENTITY, .otherwise = "organisation",
		.field = { .type = FIELD_RADIOS,
			.name = "logo",
			.label = "Logo",
			.missing = "Choose a logo, or none",
			.required = true,
			.choices = logos,
			.n_choices = COUNT(logos) } },
	[SETTING_COLOUR] = { GROUP_IDENTITY, .otherwise = "blue",
		.field = { .type = FIELD_RADIOS,
			.name = "colour",
			.label = "Colour of the header",
			.hint = "Colours of the NHS identity that white text is easy to read on",
			.missing = "Choose a colour",
			.required = true,
			.choices = colours,
			.n_choices = COUNT(colours) } },
	[SETTING_CONTACT] = { GROUP_CONTACT, .otherwise = NULL,
		.field = { .type = FIELD_SHORT,
			.name = "contact",
			.label = "Whom to write to",
			.hint = "An email address, a telephone number, or both in words. It is "
				"shown to "
				"everybody: on the privacy and accessibility pages, on error pages "
				"and in "
				"messages",
			.missing = "Enter an email address or a telephone number",
			.required = true,
			.max_length = 300 } },
	[SETTING_PRIVACY] = { GROUP_PRIVACY, .otherwise = "",
		.field = { .type = FIELD_LONG,
			.name = "privacy",
			.label = "Privacy notice",
			.missing = "Enter the privacy notice",
			.required = true,
			.max_length = TEXT_MOST } },
	[SETTING_ACCESSIBILITY] = { GROUP_ACCESSIBILITY, .otherwise = "",
		.field = { .type = FIELD_LONG,
			.name = "accessibility",
			.label = "Accessibility statement",
			.missing = "Enter the accessibility statement",
			.required = true,
			.max_length = TEXT_MOST } },
	[SETTING_IDLE_MINUTES] = { GROUP_SESSIONS, .otherwise = "15", .unit = "minutes",
		.field = NUMBER("idle_minutes", "Minutes without use until a person is signed out",
			5, 15, .hint = "5 to 15. What they typed is kept for them") },
	[SETTING_SESSION_HOURS] = { GROUP_SESSIONS, .otherwise = "8", .unit = "hours",
		.field = NUMBER("session_hours", "Hours until everybody signs in again", 1, 8,
			.hint = "1 to 8, however busy they are") },
	[SETTING_INVITE_HOURS] = { GROUP_SESSIONS, .otherwise = "72", .unit = "hours",
		.field = NUMBER("invite_hours", "Hours an invitation works", 1, 168,
			.hint = "1 to 168, which is a week. It works once") },
	[SETTING_RESET_MINUTES] = { GROUP_SESSIONS, .otherwise = "60", .unit = "minutes",
		.field = NUMBER("reset_minutes", "Minutes a link for a forgotten password works",
			10, 120, .hint = "10 to 120. It works once") },
	[SETTING_KEEP_SURVEYS] = { GROUP_KEEPING, .otherwise = "8", .unit = "years",
		.source = NOT_OURS,
		.field = YEARS("keep_surveys", "Responses to surveys", .hint = NOT_OURS) },
	[SETTING_KEEP_INCIDENTS] = { GROUP_KEEPING, .otherwise = "10", .unit = "years",
		.source = CODE, .field = YEARS("keep_incidents", "Incidents", .hint = CODE) },
	[SETTING_KEEP_SERIOUS_INCIDENTS] = { GROUP_KEEPING, .otherwise = "20", .unit = "years",
		.source = CODE,
		.field = YEARS("keep_serious_incidents", "Serious incidents", .hint = CODE) },
	[SETTING_KEEP_COMPLAINTS] = { GROUP_KEEPING, .otherwise = "10", .unit = "years",
		.source = CODE " From the day the complaint is closed.",
		.field = YEARS("keep_complaints", "Complaints, from their closing", .hint = CODE) },
	[SETTING_KEEP_CONTRACTS] = { GROUP_KEEPING, .otherwise = "6", .unit = "years",
		.source = NOT_OURS,
		.field = YEARS("keep_contracts",
			"Contracts, plans and bids with their reviews, from their end",
			.hint = NOT_OURS) },
	[SETTING_KEEP_INTERESTS] = { GROUP_KEEPING, .otherwise = "6", .unit = "years",
		.source = INTERESTS,
		.field = YEARS("keep_interests", "Interests, from their end, and breaches",
			.hint = INTERESTS) },
	[SETTING_QUORUM] = { GROUP_CONTRACTS, .otherwise = "3", .unit = "members", .source = OURS,
		.field = NUMBER("quorum", "Panel members who must be there to decide", 2, 30,
			.hint = "Whoever has a conflict of interest, or has declared nothing, does "
				"not count") },
	[SETTING_RETURN_DAYS] = { GROUP_CONTRACTS, .otherwise = "28", .unit = "days",
		.source = OURS,
		.field = NUMBER(
			"return_days", "Days from the end of a period to its return", 0, 120) },
	[SETTING_MAIL_NAME] = { GROUP_MAIL, .otherwise = "",
		.field = { .type = FIELD_SHORT,
			.name = "mail_name",
			.label = "Sender's name",
			.hint = "Left empty, the organisation's name",
			.max_length = 100 } },
	[SETTING_MAIL_FROM] = { GROUP_MAIL, .otherwise = "",
		.field = { .type = FIELD_EMAIL,
			.name = "mail_from",
			.label = "Sender's address",
			.hint = "An address that your mail server lets Soundings send from. Left "
				"empty, "
				"the first address in “Whom to write to”",
			.autocomplete = "off" } },
	[SETTING_MAIL_REPLY] = { GROUP_MAIL, .otherwise = "",
		.field = { .type = FIELD_EMAIL,
			.name = "mail_reply",
			.label = "Replies go to",
			.hint = "Left empty, to the sender's address",
			.autocomplete = "off" } },
};

struct settings {
	const char *values[SETTINGS];
	const char *otherwise[SETTINGS];
	uint64_t generation;
	int64_t read_at;
};

/* One a process; nothing of a person is in it. */
static struct settings *kept;

const struct setting_known *setting_known(enum setting which)
{
	ASSERT(which < SETTINGS);
	return &known[which];
}

static const char *otherwise(const struct conf *conf, enum setting s)
{
	if (s == SETTING_NAME)
		return conf_get(conf, "organisation", "your NHS commissioner");
	if (s == SETTING_CONTACT)
		return conf_get(conf, "contact", "");
	return known[s].otherwise;
}

static struct settings *fresh(const struct conf *conf)
{
	struct settings *s = must(talloc_zero(NULL, struct settings));

	for (size_t i = 0; i < SETTINGS; i++)
		s->values[i] = s->otherwise[i] = text_copy(s, otherwise(conf, (enum setting)i));
	return s;
}

/* A value that no longer fits its limits (a later version's) is as good as none. */
static bool holds(const struct field *field, const char *value)
{
	int64_t number;
	size_t n = field->n_choices;

	if (field->type == FIELD_NUMBER)
		return check_number(value, &number) && number >= field->min && number <= field->max;
	return *value && (n == 0 || choice_index(field->choices, n, value) < n);
}

static void put(struct settings *s, const char *name, const char *value)
{
	for (size_t i = 0; i < SETTINGS; i++)
		if (strcmp(known[i].field.name, name) == 0 && holds(&known[i].field, value))
			s->values[i] = text_copy(s, value);
}

const struct settings *settings_last(const struct conf *conf)
{
	if (!kept)
		kept = fresh(conf);
	return kept;
}

const struct settings *settings_get(struct db *db, const struct conf *conf, int64_t now)
{
	struct q_setting_all row;
	struct settings *s;
	struct db_rows *rows;

	if (settings_last(conf)->read_at == now || db_state(db) != DB_FINE)
		return kept;
	s = fresh(conf);
	rows = Q_ROWS(db, setting_all);
	while (Q_NEXT(rows, setting_all, &row)) {
		put(s, row.name, row.value);
		s->generation += (uint64_t)row.row_version;
	}
	if (db_state(db) != DB_FINE) {
		/* A page that needs no database is shown without one. */
		db_clear(db);
		kept->read_at = now;
		talloc_free(s);
		return kept;
	}
	s->read_at = now;
	talloc_free(kept);
	kept = s;
	return kept;
}

const char *setting_text(const struct settings *s, enum setting which)
{
	return s->values[which];
}

const char *setting_default(const struct settings *s, enum setting which)
{
	return s->otherwise[which];
}

int64_t setting_int(const struct settings *s, enum setting which)
{
	return strtoll(s->values[which], NULL, 10);
}

uint64_t settings_generation(const struct settings *s)
{
	return s->generation;
}
