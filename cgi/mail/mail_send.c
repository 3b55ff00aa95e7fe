/* mail_send.c: sends what waits in the outbox, over SMTP with TLS.
 *
 * libcurl speaks SMTP (TLS, verification, authentication and time-outs are not our trade). It
 * brings some thirty shared libraries, a megabyte of memory for each process that is linked with
 * it; so it is loaded here, by the jobs alone, and the workers never see it.
 *
 * A message is claimed in a transaction of its own before it is sent, and marked in another one
 * after: two runs at once send it once, and where a run was killed in between, it is sent again a
 * minute later under the same Message-ID. */
#include <curl/curl.h>
#include <dlfcn.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "conf.h"
#include "form.h"
#include "jobs.h"
#include "mail.h"
#include "seal.h"

/* Seconds. No message is begun after LAST_START, so that a run ends within a minute, and a claim
 * outlives any try. */
enum { CONNECT_MOST = 10, WHOLE_MOST = 30, LAST_START = 25, CLAIM = 60 };
enum { MESSAGES_MOST = 200, MARK_TRIES = 5, REPLY_MOST = 24 };

struct curl {
	typeof(curl_global_init) *global_init;
	typeof(curl_global_cleanup) *global_cleanup;
	typeof(curl_easy_init) *easy_init;
	typeof(curl_easy_setopt) *easy_setopt;
	typeof(curl_easy_perform) *easy_perform;
	typeof(curl_easy_cleanup) *easy_cleanup;
	typeof(curl_slist_append) *slist_append;
	typeof(curl_slist_free_all) *slist_free_all;
};

struct sender {
	struct curl curl;
	CURL *handle;
	const char *host; /* ours: of the Message-ID, and what we say we are */
	const char *from_name, *from, *reply_to;
	char fault[CURL_ERROR_SIZE];
	char reply[REPLY_MOST]; /* the server's last answer: its codes, "550 5.1.1" */
	const char *text;       /* the message on its way */
	size_t len, at;
};

enum outcome {
	SENT,
	LATER,  /* tried again; the server can still be asked about the next message */
	NEVER,  /* the server will have nothing of this message */
	STOPPED /* nothing can be sent at the moment */
};

struct result {
	enum outcome outcome;
	const char *words; /* for people: no secret, and nothing of the message */
};

/* ---- libcurl ------------------------------------------------------------------------------------
 */

static bool load(struct curl *curl)
{
	static const struct {
		const char *name;
		size_t at;
	} names[] = {
		{ "curl_global_init", offsetof(struct curl, global_init) },
		{ "curl_global_cleanup", offsetof(struct curl, global_cleanup) },
		{ "curl_easy_init", offsetof(struct curl, easy_init) },
		{ "curl_easy_setopt", offsetof(struct curl, easy_setopt) },
		{ "curl_easy_perform", offsetof(struct curl, easy_perform) },
		{ "curl_easy_cleanup", offsetof(struct curl, easy_cleanup) },
		{ "curl_slist_append", offsetof(struct curl, slist_append) },
		{ "curl_slist_free_all", offsetof(struct curl, slist_free_all) },
	};
	void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL), *symbol;

	for (size_t i = 0; library && i < COUNT(names); i++) {
		symbol = dlsym(library, names[i].name);
		if (!symbol)
			return false;
		memcpy((char *)curl + names[i].at, &symbol, sizeof symbol);
	}
	return library && curl->global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static size_t give(char *out, size_t size, size_t n, void *data)
{
	struct sender *s = data;
	size_t len = size * n < s->len - s->at ? size * n : s->len - s->at;

	memcpy(out, s->text + s->at, len);
	s->at += len;
	return len;
}

/* Keeps the codes of an answer, and none of its words: a server may quote the message, and so a
 * link that is a secret. */
static size_t heard(char *line, size_t size, size_t n, void *data)
{
	struct sender *s = data;
	size_t len = 0, most = size * n < REPLY_MOST - 1 ? size * n : REPLY_MOST - 1;

	/* After a fault libcurl says QUIT, and the goodbye (221) tells nothing. */
	if (s->fault[0] || (most >= 3 && memcmp(line, "221", 3) == 0))
		return size * n;
	while (len < most && line[len] && strchr("0123456789.- ", line[len]))
		len++;
	while (len > 0 && strchr(".- ", line[len - 1]))
		len--;
	memcpy(s->reply, line, len);
	s->reply[len] = '\0';
	for (char *c = s->reply; *c; c++)
		if (*c == '-')
			*c = ' ';
	return size * n;
}

static int sender_end(struct sender *s)
{
	if (s->handle)
		s->curl.easy_cleanup(s->handle);
	if (s->curl.global_cleanup)
		s->curl.global_cleanup();
	return 0;
}

/* The host of an address ("https://staff.example:8081" gives "staff.example"), when it is a plain
 * name. */
static const char *host_of(TALLOC_CTX *ctx, const char *url)
{
	const char *begin = strstr(url, "://");
	size_t len;

	begin = begin ? begin + 3 : url;
	len = strspn(begin, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");
	return len > 0 && strchr(":/", begin[len]) ? text_copyn(ctx, begin, len) : "localhost";
}

static void set_up(struct sender *s, TALLOC_CTX *ctx, const struct conf *conf)
{
	typeof(curl_easy_setopt) *set = s->curl.easy_setopt;
	const char *url = conf_get(conf, "smtp.url", ""), *host = strstr(url, "://");
	const char *ca = conf_get(conf, "smtp.ca", NULL);

	/* The path of the address is the name that we give as ours: the machine's is nobody's
	 * business. */
	if (host && !strchr(host + 3, '/'))
		url = text_format(ctx, "%s/%s", url, s->host);
	set(s->handle, CURLOPT_URL, url);
	set(s->handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	set(s->handle, CURLOPT_PROXY, "");
	set(s->handle, CURLOPT_NOSIGNAL, 1L);
	set(s->handle, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_MOST);
	set(s->handle, CURLOPT_TIMEOUT, (long)WHOLE_MOST);
	set(s->handle, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
	set(s->handle, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	set(s->handle, CURLOPT_SSL_VERIFYPEER, 1L);
	set(s->handle, CURLOPT_SSL_VERIFYHOST, 2L);
	if (ca) {
		set(s->handle, CURLOPT_CAINFO, ca);
		set(s->handle, CURLOPT_CAPATH, NULL);
	}
	if (conf_get(conf, "smtp.user", NULL)) {
		set(s->handle, CURLOPT_USERNAME, conf_get(conf, "smtp.user", ""));
		set(s->handle, CURLOPT_PASSWORD, conf_get(conf, "smtp.password", ""));
	}
	set(s->handle, CURLOPT_UPLOAD, 1L);
	set(s->handle, CURLOPT_READFUNCTION, give);
	set(s->handle, CURLOPT_READDATA, s);
	set(s->handle, CURLOPT_HEADERFUNCTION, heard);
	set(s->handle, CURLOPT_HEADERDATA, s);
	set(s->handle, CURLOPT_ERRORBUFFER, s->fault);
}

/* The first of them that is an e-mail address, or "". */
static const char *first_address(const char *one, const char *two, const char *three)
{
	return check_email(one) ? one : check_email(two) ? two : check_email(three) ? three : "";
}

/* NULL, with *why, when nothing can be sent. */
static struct sender *sender_new(
	TALLOC_CTX *ctx, const struct conf *conf, const struct settings *settings, const char **why)
{
	struct sender *s = NEW(ctx, struct sender);
	const char *name = setting_text(settings, SETTING_MAIL_NAME);

	s->host = host_of(ctx, conf_get(conf, "staff_url", ""));
	s->from_name = *name ? name : setting_text(settings, SETTING_NAME);
	s->from = first_address(setting_text(settings, SETTING_MAIL_FROM),
		setting_text(settings, SETTING_CONTACT), conf_get(conf, "contact", ""));
	s->reply_to = first_address(setting_text(settings, SETTING_MAIL_REPLY), "", "");
	*why = "There is no sender’s address: set one in the settings.";
	if (!*s->from)
		return NULL;
	*why = "The program cannot send mail on this server: libcurl is not there.";
	talloc_set_destructor(s, sender_end);
	if (!load(&s->curl) || !(s->handle = s->curl.easy_init()))
		return NULL;
	set_up(s, ctx, conf);
	return s;
}

/* ---- One message --------------------------------------------------------------------------------
 */

static const char *with_reply(struct sender *s, const char *words)
{
	return *s->reply ? text_format(s, "%s (%s).", words, s->reply)
			 : text_format(s, "%s.", words);
}

/* What a fault means. What the server says of one address, or of one whole message, is about that
 * message; everything else would meet the next one too. */
static struct result fault(struct sender *s, CURLcode code)
{
	bool address = strncmp(s->fault, "RCPT failed", 11) == 0;
	bool forever = s->reply[0] == '5';

	if (address)
		return (struct result){ forever ? NEVER : LATER,
			with_reply(s, forever ? "The mail server refused the address"
					      : "The mail server does not take mail for this "
						"address at the moment") };
	if (s->len && s->at == s->len && (forever || s->reply[0] == '4'))
		return (struct result){ forever ? NEVER : LATER,
			with_reply(s, forever ? "The mail server refused the message"
					      : "The mail server does not take this message at "
						"the moment") };
	switch (code) {
	case CURLE_COULDNT_RESOLVE_HOST:
		return (struct result){ STOPPED, "The mail server’s name was not found." };
	case CURLE_COULDNT_CONNECT:
		return (struct result){ STOPPED, "The mail server does not answer." };
	case CURLE_OPERATION_TIMEDOUT:
		return (struct result){ STOPPED, "The mail server took too long." };
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CACERT_BADFILE:
		return (struct result){ STOPPED,
			"The mail server’s certificate is not one that we trust." };
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_USE_SSL_FAILED:
		return (struct result){ STOPPED,
			"The mail server does not encrypt as it must (TLS)." };
	case CURLE_LOGIN_DENIED:
		return (struct result){ STOPPED,
			with_reply(s, "The mail server does not take our user name and password") };
	case CURLE_URL_MALFORMAT:
	case CURLE_UNSUPPORTED_PROTOCOL:
		return (struct result){ STOPPED,
			"The mail server’s address (smtp.url) is not one of smtp:// or smtps://." };
	default:
		return (struct result){ STOPPED,
			with_reply(s, "The mail server broke off before it had the message") };
	}
}

static struct result send_text(struct sender *s, const char *to, const char *text)
{
	struct curl_slist *list = s->curl.slist_append(NULL, to);
	CURLcode code;

	must(list);
	s->text = text;
	s->len = strlen(text);
	s->at = 0;
	s->fault[0] = s->reply[0] = '\0';
	s->curl.easy_setopt(s->handle, CURLOPT_MAIL_FROM, s->from);
	s->curl.easy_setopt(s->handle, CURLOPT_MAIL_RCPT, list);
	code = s->curl.easy_perform(s->handle);
	s->curl.easy_setopt(s->handle, CURLOPT_MAIL_RCPT, NULL);
	s->curl.slist_free_all(list);
	return code == CURLE_OK ? (struct result){ SENT, "" } : fault(s, code);
}

static struct result send_one(struct sender *s, TALLOC_CTX *ctx, const struct conf *conf,
	const struct q_mail_claimed *row)
{
	struct mail_message message = { .from_name = s->from_name,
		.from = s->from,
		.to = row->recipient,
		.reply_to = s->reply_to,
		.subject = row->subject,
		.id = row->message_id,
		.host = s->host,
		.made_at = row->made_at };
	struct bytes body;

	if (!row->body.data ||
		!seal_open(ctx, conf, "secret-mail",
			text_copyn(ctx, (const char *)row->body.data, row->body.len), &body))
		return (struct result){
			NEVER,
			"Its text cannot be opened: secret.key is not the one it was sealed with."
		};
	if (!check_email(row->recipient))
		return (struct result){ NEVER, "This is not an e-mail address." };
	message.body = (const char *)body.data;
	return send_text(s, row->recipient, mail_compose(ctx, &message));
}

/* ---- The outbox ---------------------------------------------------------------------------------
 */

static bool claim(
	struct db *db, int64_t mail_id, int64_t tries, int64_t now, struct q_mail_claimed *row)
{
	int64_t claimed = 0;

	Q_RUN_COUNT(db, mail_claim, &claimed, .mail_id = mail_id, .tries = tries, .now = now,
		.next_try_at = now + mail_pause(tries + 1), .claimed_before = now - CLAIM);
	if (claimed == 1 && Q_ONE(db, mail_claimed, row, .mail_id = mail_id) && db_commit(db))
		return true;
	db_rollback(db);
	return false;
}

/* Notes what came of it. What cannot be noted is sent again, under the same Message-ID. */
static bool mark(struct db *db, int64_t mail_id, const struct result *result, int64_t give_up_at)
{
	int64_t now = time(NULL);

	for (int tries = 1; tries <= MARK_TRIES; tries++) {
		if (result->outcome == SENT)
			Q_RUN(db, mail_sent, .mail_id = mail_id, .now = now);
		else if (result->outcome == NEVER || now >= give_up_at)
			Q_RUN(db, mail_failed, .mail_id = mail_id, .now = now,
				.error = result->words);
		else
			Q_RUN(db, mail_not_yet, .mail_id = mail_id, .error = result->words);
		if (db_commit(db))
			return true;
		db_clear(db);
		usleep(1000 + randombytes_uniform(20000) * (unsigned)tries);
	}
	return false;
}

struct due {
	int64_t mail_id, tries;
};

static size_t list_due(struct db *db, struct due list[MESSAGES_MOST], int64_t now)
{
	struct db_rows *rows = Q_ROWS(
		db, mail_due, .now = now, .claimed_before = now - CLAIM, .most = MESSAGES_MOST);
	struct q_mail_due row;
	size_t n = 0;

	while (Q_NEXT(rows, mail_due, &row))
		list[n++] = (struct due){ row.mail_id, row.tries };
	return n;
}

static bool stuck(struct db *db, const char *why)
{
	Q_RUN(db, mail_stuck, .error = why);
	return db_commit(db);
}

static bool said(const char *words)
{
	fprintf(stderr, "soundings: mail: %s\n", words);
	return false;
}

bool mail_send_due(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	struct due list[MESSAGES_MOST];
	size_t n = list_due(db, list, now);
	int64_t last_start = time(NULL) + LAST_START; /* other jobs may have taken their time */
	struct sender *s;
	const char *why;
	bool fine = true;

	if (!db_commit(db))
		return false;
	if (n == 0)
		return true;
	if (!conf_get(conf, "smtp.url", NULL))
		return stuck(db, MAIL_NO_SERVER);
	s = sender_new(ctx, conf, settings, &why);
	if (!s)
		return stuck(db, why) && said(why);
	for (size_t i = 0; fine && i < n && time(NULL) < last_start; i++) {
		TALLOC_CTX *tmp = talloc_new(ctx);
		struct q_mail_claimed row;

		db_use(db, tmp);
		if (claim(db, list[i].mail_id, list[i].tries, time(NULL), &row)) {
			struct result result = send_one(s, tmp, conf, &row);

			if (result.outcome == STOPPED)
				fine = said(result.words);
			fine &= mark(db, list[i].mail_id, &result, row.give_up_at);
		} else if (db_state(db) == DB_AGAIN)
			db_clear(db); /* another run has it */
		fine &= db_state(db) == DB_FINE;
		db_use(db, ctx);
		talloc_free(tmp);
	}
	return fine;
}

bool mail_forget(struct db *db, TALLOC_CTX *ctx, const struct conf *conf,
	const struct settings *settings, int64_t now)
{
	(void)ctx, (void)conf, (void)settings;
	/* One after the other: where a run that sends meets both, it would have changed rows since
	 * the first. */
	Q_RUN(db, mail_empty, .ended_before = now - MAIL_TEXT_SECONDS);
	if (!db_commit(db))
		return false;
	Q_RUN(db, mail_remove, .ended_before = now - MAIL_ROW_SECONDS);
	return true;
}
