/* setting.c: the settings there are, what holds until somebody changes one, and a copy that each
 * process keeps for a second. */
#include "setting.h"

#include <stdlib.h>
#include <string.h>
#include "buf.h"
#include "conf.h"

static const struct {
	const char *name, *otherwise;
} known[SETTINGS] = {
	[SETTING_NAME] = { "name", NULL /* the settings file's `organisation` */ },
	[SETTING_NAME_SECOND] = { "name_second", "" },
	[SETTING_LOGO] = { "logo", "organisation" },
	[SETTING_COLOUR] = { "colour", "blue" },
	[SETTING_CONTACT] = { "contact", NULL /* the settings file's `contact` */ },
	[SETTING_PRIVACY] = { "privacy", "" },
	[SETTING_ACCESSIBILITY] = { "accessibility", "" },
	[SETTING_IDLE_MINUTES] = { "idle_minutes", "15" },
	[SETTING_SESSION_HOURS] = { "session_hours", "8" },
	[SETTING_INVITE_HOURS] = { "invite_hours", "72" },
	[SETTING_RESET_MINUTES] = { "reset_minutes", "60" },
	[SETTING_KEEP_SURVEYS] = { "keep_surveys", "8" },
	[SETTING_KEEP_INCIDENTS] = { "keep_incidents", "10" },
	[SETTING_KEEP_SERIOUS_INCIDENTS] = { "keep_serious_incidents", "20" },
	[SETTING_KEEP_COMPLAINTS] = { "keep_complaints", "10" },
	[SETTING_KEEP_CONTRACTS] = { "keep_contracts", "6" },
	[SETTING_KEEP_INTERESTS] = { "keep_interests", "6" },
	[SETTING_MAIL_NAME] = { "mail_name", "" },
	[SETTING_MAIL_FROM] = { "mail_from", "" },
	[SETTING_MAIL_REPLY] = { "mail_reply", "" },
};

struct settings {
	const char *values[SETTINGS];
	uint64_t generation;
	int64_t read_at;
};

/* One a process; nothing of a person is in it. */
static struct settings *kept;

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
		s->values[i] = text_copy(s, otherwise(conf, (enum setting)i));
	return s;
}

static void put(struct settings *s, const char *name, const char *value)
{
	for (size_t i = 0; i < SETTINGS; i++)
		if (strcmp(known[i].name, name) == 0 && value[0])
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

int64_t setting_int(const struct settings *s, enum setting which)
{
	return strtoll(s->values[which], NULL, 10);
}

uint64_t settings_generation(const struct settings *s)
{
	return s->generation;
}
