/* file_type.c: which files are taken, and what a file is by its content (libmagic). */
#include "file_type.h"

#include <ctype.h>
#include <fcntl.h>
#include <magic.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include "file_clean.h"
#include "params.h"

enum { PDF, JPEG, PNG, WEBP, DOCX, DOC, EML, MSG, TEXT, TYPES };
enum { LOOK_SECONDS = 3, ENDING_MOST = 5, MIME_MOST = 100 };

static const struct file_type types[TYPES] = {
	[PDF] = { "pdf", "PDF", "a PDF", { "pdf" }, NULL },
	[JPEG] = { "jpeg", "Picture (JPEG)", "a JPEG picture", { "jpg", "jpeg", "jfif", "jpe" },
		file_clean_jpeg },
	[PNG] = { "png", "Picture (PNG)", "a PNG picture", { "png" }, file_clean_png },
	[WEBP] = { "webp", "Picture (WebP)", "a WebP picture", { "webp" }, file_clean_webp },
	[DOCX] = { "docx", "Word document", "a Word document (.docx)", { "docx" }, NULL },
	[DOC] = { "doc", "Word document", "an older Word document (.doc)", { "doc" }, NULL },
	[EML] = { "eml", "E-mail", "an e-mail (.eml)", { "eml" }, NULL },
	[MSG] = { "msg", "E-mail", "an e-mail of Outlook's (.msg)", { "msg" }, NULL },
	[TEXT] = { "txt", "Text", "plain text", { "txt", "text" }, NULL },
};

const char file_types_words[] = "a PDF, a picture (JPEG, PNG or WebP), a Word document, an e-mail "
				"(EML or MSG) or plain text";
const char file_types_accept[] =
	".pdf,.jpg,.jpeg,.png,.webp,.doc,.docx,.eml,.msg,.txt,image/jpeg,image/png,image/webp";

const struct file_type *file_type_of(const char *code)
{
	for (size_t i = 0; i < TYPES; i++)
		if (strcmp(types[i].code, code) == 0)
			return &types[i];
	return NULL;
}

/* ---- libmagic --------------------------------------------------------------------------------
 */

static const char *say(const char *why)
{
	fprintf(stderr, "soundings: libmagic: %s\n", why);
	return NULL;
}

/* In the process of its own: writes what it is, or nothing. */
_Noreturn static void look(int to, struct bytes file)
{
	static const int flags = MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR |
				 MAGIC_NO_CHECK_ELF | MAGIC_NO_CHECK_APPTYPE |
				 MAGIC_NO_CHECK_TOKENS;
	magic_t magic;
	const char *mime = NULL;
	ssize_t written = 0;

	signal(SIGALRM, SIG_DFL); /* the worker's own watchdog would speak of a worker */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	alarm(LOOK_SECONDS);
	magic = magic_open(flags);
	if (magic && magic_load(magic, NULL) == 0)
		mime = magic_buffer(magic, file.data, file.len);
	if (mime)
		written = write(to, mime, strlen(mime));
	else
		say(magic ? magic_error(magic) : "no memory");
	_exit(written > 0 ? 0 : 1);
}

const char *file_magic(TALLOC_CTX *ctx, struct bytes file)
{
	char mime[MIME_MOST + 1] = "";
	ssize_t len;
	pid_t child;
	int ends[2], status = -1;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return say("no pipe");
	child = fork();
	if (child == 0)
		look(ends[1], file);
	close(ends[1]);
	len = child > 0 ? read(ends[0], mime, MIME_MOST) : -1; /* it ends by itself, soon */
	close(ends[0]);
	if (child > 0)
		waitpid(child, &status, 0);
	if (len <= 0 || status != 0)
		return say("it could not look at a file");
	return text_copy(ctx, mime);
}

/* ---- What it is ------------------------------------------------------------------------------
 */

static bool begins(struct bytes file, const char *bytes, size_t len)
{
	return file.len >= len && memcmp(file.data, bytes, len) == 0;
}

static bool holds(struct bytes file, const char *bytes, size_t len)
{
	return memmem(file.data, file.len, bytes, len) != NULL;
}

/* In the names of a compound file's directory, which are UTF-16 (MS-CFB 2.6.1). */
static bool holds_wide(struct bytes file, const char *ascii)
{
	char wide[64];
	size_t n = strlen(ascii);

	ASSERT(2 * n <= sizeof wide);
	for (size_t i = 0; i < n; i++) {
		wide[2 * i] = ascii[i];
		wide[2 * i + 1] = '\0';
	}
	return holds(file, wide, 2 * n);
}

/* A zip's directory is at its end, with names in plain bytes (APPNOTE 4.3.12). */
static const struct file_type *of_zip(struct bytes file, const char **refused)
{
	if (!holds(file, "word/document.xml", 17) || !holds(file, "[Content_Types].xml", 19))
		return NULL;
	if (holds(file, "vbaProject.bin", 14)) {
		*refused = "This Word document has macros, programs that run on opening it. Save "
			   "it as an ordinary document, then choose that";
		return NULL;
	}
	return &types[DOCX];
}

static const struct file_type *of_compound(struct bytes file, const char **refused)
{
	if (holds_wide(file, "EncryptedPackage")) {
		*refused = "This document needs a password to open. Save it without one, then "
			   "choose that";
		return NULL;
	}
	if (holds_wide(file, "__properties_version1.0"))
		return &types[MSG];
	return holds_wide(file, "WordDocument") ? &types[DOC] : NULL;
}

/* Headers of RFC 5322, one of which every e-mail has, and an empty line behind them. */
static bool is_email(struct bytes file)
{
	const char *at = (const char *)file.data, *end = at + file.len, *line;
	bool from = false;

	for (size_t n = 0; at < end && *at != '\n' && *at != '\r'; at = line + 1, n++) {
		size_t name = 0;

		line = memchr(at, '\n', (size_t)(end - at));
		if (!line)
			return false;
		if (n > 0 && (*at == ' ' || *at == '\t')) /* goes on */
			continue;
		while (at + name < line && at[name] > ' ' && at[name] < 127 && at[name] != ':')
			name++;
		if (name == 0 || at[name] != ':')
			return false;
		from |= name == 4 && strncasecmp(at, "From", 4) == 0;
	}
	return from;
}

static bool is_text(const char *magic)
{
	return (strncmp(magic, "text/", 5) == 0 && strcmp(magic, "text/html") != 0) ||
	       strncmp(magic, "message/", 8) == 0;
}

static const struct file_type *of_content(
	const char *magic, struct bytes file, const char **refused)
{
	if (strcmp(magic, "application/pdf") == 0)
		return &types[PDF];
	if (strcmp(magic, "image/jpeg") == 0)
		return &types[JPEG];
	if (strcmp(magic, "image/png") == 0)
		return &types[PNG];
	if (strcmp(magic, "image/webp") == 0)
		return &types[WEBP];
	if (strncmp(magic, "image/hei", 9) == 0) {
		*refused = "This is a HEIC picture, from which we cannot take out where it was "
			   "taken. Save it as JPEG, then choose that";
		return NULL;
	}
	if (begins(file, "PK\3\4", 4))
		return of_zip(file, refused);
	if (begins(file, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
		return of_compound(file, refused);
	return is_text(magic) ? &types[TEXT] : NULL;
}

/* Without spaces and dots around it, which Windows would take away later. */
static const char *bare(TALLOC_CTX *ctx, const char *name)
{
	size_t len;

	name += strspn(name, " .");
	for (len = strlen(name); len > 0 && (name[len - 1] == ' ' || name[len - 1] == '.'); len--)
		;
	return text_copyn(ctx, name, len);
}

/* "pdf" of "Letter.PDF"; "" when what follows the last dot is no ending. */
static const char *ending_of(const char *name)
{
	const char *dot = strrchr(name, '.');
	size_t len = dot ? strlen(dot + 1) : 0;

	if (!dot || dot == name || len == 0 || len > ENDING_MOST)
		return "";
	for (const char *c = dot + 1; *c; c++)
		if (!isalnum((unsigned char)*c))
			return "";
	return dot + 1;
}

static bool has_ending(const struct file_type *type, const char *ending)
{
	for (size_t i = 0; i < COUNT(type->endings) && type->endings[i]; i++)
		if (strcasecmp(type->endings[i], ending) == 0)
			return true;
	return false;
}

const struct file_type *file_type_decide(TALLOC_CTX *ctx, const char *magic, struct bytes file,
	const char *name, const char **refused)
{
	const char *ending = ending_of(bare(ctx, name));
	const struct file_type *type;

	*refused = NULL;
	type = of_content(magic, file, refused);
	/* An e-mail is a text: its name tells which is meant. */
	if (type == &types[TEXT] && strcasecmp(ending, "eml") == 0 && is_email(file))
		type = &types[EML];
	if (type && *ending && !has_ending(type, ending)) {
		*refused = text_format(ctx,
			"The name ends in .%s, but the file is %s. Save it again in the right "
			"form, or choose another file",
			ending, type->words);
		return NULL;
	}
	if (!type && !*refused)
		*refused = text_format(ctx, "The file must be %s", file_types_words);
	return type;
}

/* ---- Names -----------------------------------------------------------------------------------
 */

const char *file_name_clean(TALLOC_CTX *ctx, const char *name, const struct file_type *type)
{
	const char *clean = bare(ctx, name), *ending = ending_of(clean);
	size_t room = FILE_NAME, at = 0;

	if (!*clean)
		clean = "file";
	if (*ending && text_length(clean) <= FILE_NAME)
		return clean;
	if (!*ending)
		ending = type->endings[0];
	else
		clean = text_copyn(ctx, clean, strlen(clean) - strlen(ending) - 1);
	for (room -= strlen(ending) + 1; room > 0 && clean[at]; room--)
		do
			at++;
		while (((unsigned char)clean[at] & 0xc0) == 0x80); /* the rest of a character */
	return text_format(ctx, "%.*s.%s", (int)at, clean, ending);
}

const char *file_disposition(TALLOC_CTX *ctx, const char *name)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				    "!#$&+-.^_`|~"; /* attr-char of RFC 8187 */
	struct buf ascii = { .ctx = ctx }, full = { .ctx = ctx };

	for (const unsigned char *c = (const unsigned char *)name; *c; c++) {
		bool safe = strchr(plain, *c) != NULL;

		if (safe)
			buf_addc(&full, (char)*c);
		else
			buf_addf(&full, "%%%02X", *c);
		if ((*c & 0xc0) != 0x80)
			buf_addc(&ascii, safe || *c == ' ' ? (char)*c : '_');
	}
	return text_format(ctx, "attachment; filename=\"%s\"; filename*=UTF-8''%s",
		buf_text(&ascii), buf_text(&full));
}
