/* mail.c: messages into the outbox, and what they look like on the wire. */
#include "mail.h"

#include <sodium.h>
#include <string.h>
#include <time.h>
#include "buf.h"
#include "conf.h"
#include "seal.h"

/* LINE: RFC 2045 6.7 (5). WORD: bytes of one encoded word, so that the first line, with the longest
 * of our headers' names before it, has no more than LINE (RFC 2047 2). PLAIN: short enough for one
 * line as it is. */
enum { LINE = 76, WORD = 39, PLAIN = 60 };

static bool add(struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const struct mail *m,
	const uint8_t id[16], int64_t now)
{
	const char *body = seal(ctx, conf, "secret-mail", m->body, strlen(m->body));
	char message_id[33];

	sodium_bin2hex(message_id, sizeof message_id, id, 16);
	return Q_RUN(db, mail_add, .kind = m->kind, .recipient = m->recipient,
		       .subject = m->subject, .body = { (const uint8_t *)body, strlen(body) },
		       .message_id = message_id, .now = now,
		       .give_up_at = now + MAIL_TRIED_SECONDS) == DB_DONE;
}

void mail_add(
	struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const struct mail *m, int64_t now)
{
	uint8_t id[16];

	randombytes_buf(id, sizeof id);
	add(db, ctx, conf, m, id, now);
}

bool mail_add_once(struct db *db, TALLOC_CTX *ctx, const struct conf *conf, const struct mail *m,
	const char *about, int64_t now)
{
	const char *what = text_format(ctx, "%s\n%s", about, m->recipient);
	uint8_t id[16];

	crypto_generichash(id, sizeof id, (const uint8_t *)what, strlen(what), NULL, 0);
	return add(db, ctx, conf, m, id, now);
}

int64_t mail_pause(int64_t tries)
{
	static const int64_t minutes[] = { 1, 2, 5, 15, 60 };
	size_t i = tries < 1 ? 0 : (size_t)tries - 1;

	return 60 * minutes[i < COUNT(minutes) ? i : COUNT(minutes) - 1];
}

/* ---- Headers ------------------------------------------------------------------------------------
 */

static bool is_plain(char c)
{
	return c >= ' ' && c <= '~';
}

/* Controls become spaces: a line break in a subject would begin a header of its own. */
static char *one_line(TALLOC_CTX *ctx, const char *text)
{
	char *line = text_copy(ctx, text);

	for (char *c = line; *c; c++)
		if ((*c > 0 && *c < ' ') || *c == 0x7f)
			*c = ' ';
	return line;
}

/* Addresses, which were checked before: should one not have been, it is wrong, and no more. */
static char *address(TALLOC_CTX *ctx, const char *text)
{
	char *line = text_copy(ctx, text);

	for (char *c = line; *c; c++)
		if (!is_plain(*c))
			*c = '?';
	return line;
}

static bool needs_encoding(const char *text)
{
	for (const char *c = text; *c; c++)
		if (!is_plain(*c))
			return true;
	return strlen(text) > PLAIN || strstr(text, "=?") != NULL;
}

/* As many bytes of whole UTF-8 characters as fit an encoded word (RFC 2047 5: none is split). */
static size_t word_length(const char *text)
{
	size_t len = strlen(text), cut = WORD;

	if (len <= WORD)
		return len;
	while (cut > WORD - 4 && ((uint8_t)text[cut] & 0xC0) == 0x80)
		cut--;
	return ((uint8_t)text[cut] & 0xC0) == 0x80 ? WORD : cut;
}

static void encoded_words(struct buf *out, const char *text)
{
	char word[sodium_base64_ENCODED_LEN(WORD, sodium_base64_VARIANT_ORIGINAL)];
	size_t len;

	for (const char *separator = ""; *text; text += len, separator = "\r\n ") {
		len = word_length(text);
		sodium_bin2base64(word, sizeof word, (const uint8_t *)text, len,
			sodium_base64_VARIANT_ORIGINAL);
		buf_addf(out, "%s=?utf-8?B?%s?=", separator, word);
	}
}

static void add_subject(struct buf *out, const char *text)
{
	const char *line = one_line(out->ctx, text);

	buf_adds(out, "Subject: ");
	if (needs_encoding(line))
		encoded_words(out, line);
	else
		buf_adds(out, line);
	buf_adds(out, "\r\n");
}

/* "Name" <address> (RFC 5322 3.4): the name quoted, or in encoded words. */
static void add_sender(struct buf *out, const char *name, const char *from)
{
	const char *line = one_line(out->ctx, name);

	buf_adds(out, "From: ");
	if (needs_encoding(line) || strpbrk(line, "\"\\"))
		encoded_words(out, line);
	else if (*line)
		buf_addf(out, "\"%s\"", line);
	buf_addf(out, "%s<%s>\r\n", *name ? "\r\n " : "", address(out->ctx, from));
}

/* RFC 5322 3.3, in UTC. */
static void add_date(struct buf *out, int64_t when)
{
	static const char *const days[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
		"Aug", "Sep", "Oct", "Nov", "Dec" };
	time_t t = (time_t)when;
	struct tm tm = { 0 };

	gmtime_r(&t, &tm);
	buf_addf(out, "Date: %s, %02d %s %04d %02d:%02d:%02d +0000\r\n", days[tm.tm_wday],
		tm.tm_mday, months[tm.tm_mon], tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* ---- Body ---------------------------------------------------------------------------------------
 */

/* One line as quoted-printable (RFC 2045 6.7), soft breaks where it is long. */
static void add_line(struct buf *out, const char *line, size_t len)
{
	size_t column = 0;

	for (size_t i = 0; i < len; i++) {
		bool plain = is_plain(line[i]) && line[i] != '=' && (line[i] != ' ' || i + 1 < len);
		size_t width = plain ? 1 : 3;

		if (column + width > LINE - (i + 1 < len)) {
			buf_adds(out, "=\r\n");
			column = 0;
		}
		if (plain)
			buf_addc(out, line[i]);
		else
			buf_addf(out, "=%02X", (unsigned)(uint8_t)line[i]);
		column += width;
	}
	buf_adds(out, "\r\n");
}

static void add_body(struct buf *out, const char *text)
{
	while (*text) {
		size_t len = strcspn(text, "\n");

		add_line(out, text, len - (len && text[len - 1] == '\r'));
		text += len + (text[len] == '\n');
	}
}

char *mail_compose(TALLOC_CTX *ctx, const struct mail_message *m)
{
	struct buf out = { .ctx = ctx };

	add_date(&out, m->made_at);
	add_sender(&out, m->from_name, m->from);
	buf_addf(&out, "To: <%s>\r\n", address(ctx, m->to));
	if (*m->reply_to)
		buf_addf(&out, "Reply-To: <%s>\r\n", address(ctx, m->reply_to));
	buf_addf(&out, "Message-ID: <%s@%s>\r\n", address(ctx, m->id), address(ctx, m->host));
	add_subject(&out, m->subject);
	buf_adds(&out, "Auto-Submitted: auto-generated\r\n"
		       "MIME-Version: 1.0\r\n"
		       "Content-Type: text/plain; charset=utf-8\r\n"
		       "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
	add_body(&out, m->body);
	return out.data;
}
