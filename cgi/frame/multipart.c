/* multipart.c: takes multipart/form-data apart. Strict: what browsers and curl send, and nothing
 * else. */
#include "multipart.h"

#include <string.h>
#include <strings.h>
#include "params.h"

enum { BOUNDARY_MOST = 70, HEAD_LINES = 20 };

enum state {
	IN_PREAMBLE, /* the first delimiter, without its line break */
	IN_DATA,
	AFTER_DELIMITER, /* CR LF, or "--" */
	IN_HEAD,
	AT_END, /* after the last delimiter: whatever follows is not ours */
	REFUSED,
};

struct multipart {
	const struct multipart_events *events;
	void *to;
	enum state state;
	const char *fault;
	char delimiter[4 + BOUNDARY_MOST + 1]; /* "\r\n--boundary" */
	size_t delimiter_len, matched;         /* how much of it has come */
	char after;                            /* the first byte after it, or NUL */
	struct buf head;
	struct multipart_part part;
	TALLOC_CTX *part_ctx;
	size_t n_parts;
};

static bool refuse(struct multipart *m, const char *fault)
{
	m->state = REFUSED;
	if (!m->fault)
		m->fault = fault;
	return false;
}

/* ---- Heads -------------------------------------------------------------------------------------
 */

bool multipart_is(const char *type)
{
	static const char wanted[] = "multipart/form-data";

	return type && strncasecmp(type, wanted, sizeof wanted - 1) == 0 &&
	       strchr("; \t", type[sizeof wanted - 1]);
}

/* The value at *at: a quoted string or a token, undone into `out`. Browsers write " CR LF in names
 * as %22 %0D %0A (HTML Standard, multipart/form-data encoding); curl puts a backslash before a
 * quotation mark. A backslash before anything else is itself: a path of Windows. */
static bool read_value(const char **at, struct buf *out)
{
	const char *s = *at;

	buf_add(out, "", 0);
	if (*s != '"') {
		for (; *s && !strchr("; \t\"", *s); s++)
			buf_addc(out, *s);
		*at = s;
		return out->len > 0;
	}
	for (s++; *s && *s != '"'; s++) {
		if (s[0] == '\\' && (s[1] == '"' || s[1] == '\\'))
			buf_addc(out, *++s);
		else if (strncmp(s, "%22", 3) == 0) {
			buf_addc(out, '"');
			s += 2;
		} else
			buf_addc(out, *s);
	}
	*at = *s ? s + 1 : s;
	return *s == '"';
}

/* The next "; name=value" of a header; false at its end, or where it is none: *fine says which. */
static bool next_parameter(
	TALLOC_CTX *ctx, const char **at, const char **name, const char **value, bool *fine)
{
	struct buf out = { .ctx = ctx };
	const char *s = *at + strspn(*at, " \t");
	size_t len;

	*fine = !*s;
	if (*s != ';')
		return false;
	s++;
	s += strspn(s, " \t");
	len = strcspn(s, "= \t;\"");
	*fine = !*s; /* a last semicolon with nothing after it */
	if (len == 0 || s[len] != '=')
		return false;
	*name = text_copyn(ctx, s, len);
	s += len + 1;
	*fine = read_value(&s, &out);
	*value = buf_text(&out);
	*at = s;
	return *fine;
}

/* A file's name as people read it: what stands after the last folder, one line, not too long. */
static const char *readable(TALLOC_CTX *ctx, const char *name)
{
	const char *slash = strrchr(name, '/'), *back;
	struct buf out = { .ctx = ctx };
	size_t n = 0, bytes;

	if (slash)
		name = slash + 1;
	back = strrchr(name, '\\');
	if (back)
		name = back + 1;
	for (; *name && n < MULTIPART_FILE_NAME; name += bytes) {
		char one[5] = "";

		for (bytes = 1; (name[bytes] & 0xc0) == 0x80; bytes++)
			;
		memcpy(one, name, bytes);
		if (!text_is_plain(one)) /* a control character, or a mark that turns text round */
			continue;
		buf_add(&out, one, bytes);
		n++;
	}
	return buf_text(&out);
}

static bool take_disposition(struct multipart *m, const char *value)
{
	static const char wanted[] = "form-data";
	const char *name, *text, *file = NULL;
	bool fine;

	if (m->part.name || strncasecmp(value, wanted, sizeof wanted - 1) != 0)
		return refuse(m, "a part that is no form-data, or is so twice");
	value += sizeof wanted - 1;
	while (next_parameter(m->part_ctx, &value, &name, &text, &fine)) {
		if (strcasecmp(name, "name") == 0) {
			if (m->part.name)
				return refuse(m, "two names");
			m->part.name = text;
		} else if (strcasecmp(name, "filename") == 0) {
			if (file)
				return refuse(m, "two file names");
			file = text;
		} /* filename*: RFC 7578 forbids it, nobody sends it: passed over */
	}
	if (!fine)
		return refuse(m, "a broken Content-Disposition");
	if (!m->part.name || !*m->part.name || strlen(m->part.name) > MULTIPART_NAME ||
		!text_is_plain(m->part.name))
		return refuse(m, "a part without a name");
	if (file && !text_is_utf8(file, strlen(file)))
		return refuse(m, "a file name that is not UTF-8");
	if (file) {
		m->part.file_name = readable(m->part_ctx, file);
		if (*file && !*m->part.file_name)
			m->part.file_name = "file";
	}
	return true;
}

static bool take_header(struct multipart *m, char *line)
{
	char *colon = strchr(line, ':');
	const char *value;

	if (!colon || colon == line || strcspn(line, " \t") < (size_t)(colon - line))
		return refuse(m, "a header without a name");
	*colon = '\0';
	value = colon + 1 + strspn(colon + 1, " \t");
	if (strcasecmp(line, "Content-Disposition") == 0)
		return take_disposition(m, value);
	if (strcasecmp(line, "Content-Transfer-Encoding") == 0)
		return strcasecmp(value, "binary") == 0 || strcasecmp(value, "8bit") == 0 ||
		       strcasecmp(value, "7bit") == 0 || refuse(m, "an encoding");
	if (strcasecmp(line, "Content-Type") == 0) {
		if (strncasecmp(value, "multipart/", 10) == 0)
			return refuse(m, "parts in parts");
		if (text_is_plain(value))
			m->part.type = text_copy(m->part_ctx, value);
	}
	return true;
}

/* The head is whole, and ends in an empty line. */
static bool take_head(struct multipart *m)
{
	char *line = m->head.data, *end;
	int n = 0;

	TALLOC_FREE(m->part_ctx);
	m->part_ctx = must(talloc_new(m));
	m->part = (struct multipart_part){ .type = "" };
	if (memchr(m->head.data, '\0', m->head.len))
		return refuse(m, "a NUL byte in a head");
	for (; (end = strstr(line, "\r\n")) && end != line; line = end + 2) {
		*end = '\0';
		if (strpbrk(line, "\r\n") || ++n > HEAD_LINES)
			return refuse(m, "a head that is none");
		if (!take_header(m, line))
			return false;
	}
	if (!m->part.name)
		return refuse(m, "a part without Content-Disposition");
	if (++m->n_parts > MULTIPART_PARTS)
		return refuse(m, "too many parts");
	m->state = IN_DATA;
	return m->events->begin(m->to, &m->part) || refuse(m, NULL);
}

static bool in_head(struct multipart *m, char c)
{
	if (m->head.len >= MULTIPART_HEAD)
		return refuse(m, "a head that is too long");
	buf_addc(&m->head, c);
	if (m->head.len < 4 || memcmp(m->head.data + m->head.len - 4, "\r\n\r\n", 4) != 0)
		return m->head.len != 2 || memcmp(m->head.data, "\r\n", 2) != 0 ||
		       refuse(m, "a part without a head");
	return take_head(m);
}

/* ---- Bodies ------------------------------------------------------------------------------------
 */

static bool give(struct multipart *m, const char *bytes, size_t len)
{
	return len == 0 || m->events->data(m->to, bytes, len) || refuse(m, NULL);
}

/* Data up to a delimiter; gives how many bytes were used. CR is nowhere in a delimiter but at its
 * beginning, so what did not match can only begin anew there. */
static size_t in_data(struct multipart *m, const char *bytes, size_t len)
{
	size_t i = 0, from;

	while (i < len && m->matched > 0 && m->matched < m->delimiter_len) {
		if (bytes[i] == m->delimiter[m->matched]) {
			m->matched++;
			i++;
			continue;
		}
		from = m->matched;
		m->matched = 0;
		if (!give(m, m->delimiter, from))
			return len;
	}
	if (m->matched == m->delimiter_len) {
		m->state = AFTER_DELIMITER;
		if (!m->events->end(m->to))
			refuse(m, NULL);
		return i;
	}
	if (i < len && m->matched == 0) {
		const char *cr = memchr(bytes + i, '\r', len - i);
		size_t upto = cr ? (size_t)(cr - bytes) : len;

		if (!give(m, bytes + i, upto - i))
			return len;
		i = upto;
		if (cr) {
			m->matched = 1;
			i++;
		}
	}
	return i;
}

static bool after_delimiter(struct multipart *m, char c)
{
	if (!m->after) {
		m->after = c;
		return c == '\r' || c == '-' || refuse(m, "no line break after a boundary");
	}
	if (m->after == '-' && c == '-')
		m->state = AT_END;
	else if (m->after == '\r' && c == '\n')
		m->state = IN_HEAD;
	else
		return refuse(m, "no line break after a boundary");
	m->after = '\0';
	m->matched = 0;
	buf_reset(&m->head);
	return true;
}

static bool in_preamble(struct multipart *m, char c)
{
	if (c != m->delimiter[m->matched])
		return refuse(m, "it does not begin with its boundary");
	if (++m->matched == m->delimiter_len)
		m->state = AFTER_DELIMITER;
	return true;
}

bool multipart_feed(struct multipart *m, const char *bytes, size_t len)
{
	size_t i = 0;

	while (i < len && m->state != REFUSED && m->state != AT_END) {
		switch (m->state) {
		case IN_PREAMBLE:
			in_preamble(m, bytes[i++]);
			break;
		case AFTER_DELIMITER:
			after_delimiter(m, bytes[i++]);
			break;
		case IN_HEAD:
			in_head(m, bytes[i++]);
			break;
		default:
			i += in_data(m, bytes + i, len - i);
			break;
		}
	}
	return m->state != REFUSED;
}

bool multipart_finish(const struct multipart *m)
{
	return m->state == AT_END;
}

const char *multipart_fault(const struct multipart *m)
{
	return m->fault;
}

/* RFC 2046, 5.1.1: bcharsnospace, and no space either: nobody sends one. */
static bool is_boundary(const char *text)
{
	size_t len = strlen(text);

	return len >= 1 && len <= BOUNDARY_MOST &&
	       strspn(text, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
			    "'()+_,-./:=?") == len;
}

struct multipart *multipart_new(
	TALLOC_CTX *ctx, const char *content_type, const struct multipart_events *events, void *to)
{
	struct multipart *m;
	const char *name, *value, *boundary = NULL;
	TALLOC_CTX *tmp = must(talloc_new(ctx));
	bool fine = true;

	if (multipart_is(content_type)) {
		content_type += strcspn(content_type, "; \t");
		while (next_parameter(tmp, &content_type, &name, &value, &fine))
			if (strcasecmp(name, "boundary") == 0) {
				fine = !boundary;
				boundary = value;
				if (!fine)
					break;
			}
	}
	if (!fine || !boundary || !is_boundary(boundary)) {
		talloc_free(tmp);
		return NULL;
	}
	m = NEW(ctx, struct multipart);
	m->events = events;
	m->to = to;
	m->head.ctx = m;
	m->delimiter_len = 4 + strlen(boundary);
	memcpy(m->delimiter, "\r\n--", 4);
	memcpy(m->delimiter + 4, boundary, strlen(boundary));
	m->matched = 2; /* the first one has no line break before it */
	talloc_free(tmp);
	return m;
}
