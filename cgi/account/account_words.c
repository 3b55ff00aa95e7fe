/* account_words.c: every message about somebody's account, in plain words: what it is, how long the
 * link works, what to do if you did not ask. */
#include "account_token.h"
#include "conf.h"
#include "mail.h"

struct letter {
	struct db *db;
	TALLOC_CTX *ctx;
	const struct conf *conf;
	const struct settings *settings;
	const struct account_mail *to;
	int64_t now;
};

static const char *name_of(const struct letter *l)
{
	return setting_text(l->settings, SETTING_NAME);
}

/* Whom to ask, where the settings say so. */
static const char *contact(const struct letter *l)
{
	const char *words = setting_text(l->settings, SETTING_CONTACT);

	return *words ? text_format(l->ctx, "\nIf you need help: %s\n", words) : "";
}

static void post(const struct letter *l, const char *kind, const char *subject, const char *words)
{
	struct mail mail = {
		.kind = kind,
		.recipient = l->to->email,
		.subject = subject,
		.body = text_format(l->ctx, "Dear %s,\n\n%s%s\n-- \n%s, Soundings\n%s\n",
			l->to->name, words, contact(l), name_of(l),
			conf_get(l->conf, "staff_url", "")),
	};

	mail_add(l->db, l->ctx, l->conf, &mail, l->now);
}

/* The link on a line of its own, and until when it works. */
static const char *link_lines(
	const struct letter *l, const char *word, enum token_purpose purpose, int64_t seconds)
{
	const char *token = account_token_make(
		l->db, l->ctx, l->conf, l->to->person_id, purpose, l->now, seconds);

	if (purpose == TOKEN_INVITE && l->to->invited_by)
		account_token_invited_by(l->db, token, l->to->invited_by);
	return text_format(l->ctx,
		"%s/%s/%s\n\n"
		"The link works once, until %s. Do not pass this message on: the link is for you "
		"alone.\n",
		conf_get(l->conf, "staff_url", ""), word, token,
		time_text(l->ctx, l->now + seconds));
}

void account_mail_invite(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, const struct account_mail *to, int64_t now)
{
	struct letter l = { db, ctx, conf, settings, to, now };
	const char *link = link_lines(
		&l, "join", TOKEN_INVITE, 3600 * setting_int(settings, SETTING_INVITE_HOURS));

	post(&l, "invite", text_format(ctx, "Your invitation to Soundings, %s", name_of(&l)),
		text_format(ctx,
			"%s invites you to Soundings, where %s asks practices, providers and the "
			"public, and hears from them. Your account is for %s.\n\n"
			"To set it up you need ten minutes, and a telephone with an authenticator "
			"app (for example Microsoft Authenticator or Google Authenticator). Open "
			"this link on a computer if you can, so that the telephone can read the "
			"code on its screen:\n\n%s\n"
			"If you did not expect this, ask whoever invited you, or leave it: nothing "
			"happens.\n",
			to->invited_by_name ? to->invited_by_name : name_of(&l), name_of(&l),
			to->organisation ? to->organisation : name_of(&l), link));
}

void account_mail_password(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, const struct account_mail *to, int64_t now)
{
	struct letter l = { db, ctx, conf, settings, to, now };
	const char *link = link_lines(
		&l, "reset", TOKEN_PASSWORD, 60 * setting_int(settings, SETTING_RESET_MINUTES));

	post(&l, "password", "A new password for Soundings",
		text_format(ctx,
			"Somebody asked for a new password for your account of Soundings (%s). If "
			"that was you, choose one here:\n\n%s\n"
			"You also need the one-time code from your authenticator app.\n\n"
			"If you did not ask, you need not do anything: your password is as it was, "
			"and this link is no use without your device.\n",
			name_of(&l), link));
}

void account_mail_device(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, const struct account_mail *to, int64_t now)
{
	struct letter l = { db, ctx, conf, settings, to, now };
	const char *link = link_lines(
		&l, "device", TOKEN_DEVICE, 3600 * setting_int(settings, SETTING_INVITE_HOURS));

	post(&l, "device", "A new device for Soundings",
		text_format(ctx,
			"You told us that you lost the device that makes your one-time codes. Two "
			"administrators of Soundings (%s) have agreed that you may set up another. "
			"Open this link on a computer if you can, and have the new device and your "
			"password at hand:\n\n%s\n"
			"If you did not lose a device, tell whoever looks after Soundings in your "
			"organisation today: somebody may be trying to use your account.\n",
			name_of(&l), link));
}

static const struct {
	const char *kind, *subject, *sentence;
} news[] = {
	[NEWS_JOINED] = { "joined", "Your account of Soundings is ready",
		"Your account of Soundings is set up, with your password and your device." },
	[NEWS_PASSWORD] = { "password_done", "Your password for Soundings was changed",
		"The password of your account of Soundings was changed, and your account was "
		"signed out everywhere else." },
	[NEWS_DEVICE] = { "device_done", "Your device for Soundings was changed",
		"The device that makes the one-time codes of your account of Soundings was "
		"changed. The old one does not work any more." },
	[NEWS_CODES] = { "codes_done", "New recovery codes for Soundings",
		"New recovery codes were made for your account of Soundings. The ones before do "
		"not work any more." },
};

void account_mail_news(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, const struct account_mail *to, enum account_news what,
	int64_t now)
{
	struct letter l = { db, ctx, conf, settings, to, now };

	if (what == NEWS_USE_INVITATION) {
		post(&l, "password", "Your account of Soundings is not set up yet",
			"Somebody asked for a new password for this address. Your account has none "
			"yet: please use the link of your invitation. If you cannot find it, or it "
			"does not work any more, ask whoever invited you for another.\n\n"
			"If you did not ask, you need not do anything.\n");
		return;
	}
	post(&l, news[what].kind, news[what].subject,
		text_format(ctx,
			"%s This was on %s.\n\n"
			"If that was you, you need not do anything. If it was not, tell whoever "
			"looks after Soundings in your organisation now, so that they can disable "
			"the account.\n",
			news[what].sentence, time_text(ctx, now)));
}
