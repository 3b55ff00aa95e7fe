/* setting.h: what an administrator sets in the browser: name, colours, texts, time-outs, retention.
 *
 * Each process keeps them for a second, so a page costs no query for them. */
#ifndef SETTING_H
#define SETTING_H

#include <stdbool.h>
#include <stdint.h>
#include "db.h"
#include "form.h"

enum setting {
	SETTING_NAME,          /* the organisation's name, in every header and message; by default
				  the commissioner's in the list of organisations */
	SETTING_NAME_SECOND,   /* its second line beside the NHS logo, may be empty */
	SETTING_LOGO,          /* "organisation": NHS and name; "nhs": NHS alone; "none": name */
	SETTING_COLOUR,        /* of the header, a code of the NHS palette: "blue", … */
	SETTING_CONTACT,       /* whom to ask: words, an e-mail address, a telephone number */
	SETTING_PRIVACY,       /* privacy notice, Markdown; "" by default: setting_start() */
	SETTING_ACCESSIBILITY, /* accessibility statement, the same */
	SETTING_IDLE_MINUTES,  /* a session without a request is over */
	SETTING_SESSION_HOURS, /* and every session, after so long */
	SETTING_INVITE_HOURS,  /* an invitation works */
	SETTING_RESET_MINUTES, /* a link for a forgotten password works */
	SETTING_KEEP_SURVEYS,  /* years, and so the following */
	SETTING_KEEP_INCIDENTS,
	SETTING_KEEP_SERIOUS_INCIDENTS,
	SETTING_KEEP_COMPLAINTS,
	SETTING_KEEP_CONTRACTS,
	SETTING_KEEP_INTERESTS,
	SETTING_QUORUM,      /* panel members who must be there to decide */
	SETTING_RETURN_DAYS, /* a monitoring return is due so long after its period */
	SETTING_MAIL_NAME,   /* the sender's name and address; where replies go */
	SETTING_MAIL_FROM,
	SETTING_MAIL_REPLY,
	SETTINGS
};

/* Settings that are changed on one page; the order is that of the list. */
enum setting_group {
	GROUP_IDENTITY,
	GROUP_CONTACT,
	GROUP_PRIVACY,
	GROUP_ACCESSIBILITY,
	GROUP_SESSIONS,
	GROUP_KEEPING,
	GROUP_CONTRACTS,
	GROUP_MAIL,
	SETTING_GROUPS
};

/* One line of the table of settings (setting.c). */
struct setting_known {
	enum setting_group group;
	const char *otherwise; /* what holds until somebody changes it; NULL: see setting_default */
	const char *unit;      /* "minutes", or NULL */
	const char *source;    /* of the default: a law, a guidance; or NULL */
	struct field field;    /* its name, words and limits, for the form */
};
const struct setting_known *setting_known(enum setting);

struct settings;
/* The settings of this moment; of up to a second ago, when they were read then. Never NULL: where
 * the database is away, the last ones read, or the defaults. Owned by the process; valid until the
 * next call. */
const struct settings *settings_get(struct db *, const struct conf *, int64_t now);
/* The same without asking the database: what was read last, or the defaults. */
const struct settings *settings_last(const struct conf *);
const char *setting_text(const struct settings *, enum setting); /* never NULL */
int64_t setting_int(const struct settings *, enum setting);
/* What holds while nobody has changed it. */
const char *setting_default(const struct settings *, enum setting);
/* Changes whenever a setting does: for what is rendered once and kept. */
uint64_t settings_generation(const struct settings *);

/* setting_texts.c: the text that is shown, Markdown: what was set, or what we say by default, which
 * names the organisation and its time-outs. */
const char *setting_shown(TALLOC_CTX *, const struct settings *, enum setting);
/* The latter alone; for any other setting its default: what a form begins with. */
const char *setting_start(TALLOC_CTX *, const struct settings *, enum setting);
#endif
