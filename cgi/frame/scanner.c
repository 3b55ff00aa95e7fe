/* scanner.c: asks a virus scanner that speaks clamd's protocol. */
#include "scanner.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>
#include "buf.h"
#include "params.h"

enum { PIECE = 64 * 1024, ANSWER_MOST = 1000, NAME_MOST = 100 };

struct talk {
	int fd;
	int64_t until; /* milliseconds */
	const char *fault;
};

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool fail(struct talk *t, const char *fault)
{
	if (!t->fault)
		t->fault = fault;
	return false;
}

/* Waits until it can be read from or written to. */
static bool ready(struct talk *t, short events)
{
	struct pollfd one = { .fd = t->fd, .events = events };
	int64_t left = t->until - milliseconds();

	if (left <= 0 || poll(&one, 1, (int)left) <= 0)
		return fail(t, "no answer in time");
	return true;
}

/* ---- Connecting ------------------------------------------------------------------------------ */

union address {
	struct sockaddr any;
	struct sockaddr_un local;
	struct sockaddr_in four;
	struct sockaddr_in6 six;
};

/* "127.0.0.1:3310", "[::1]:3310", "localhost:3310"; no other names: finding one takes as long as it
 * likes. */
static socklen_t network_address(const char *text, union address *to)
{
	const char *colon = strrchr(text, ':');
	char host[INET6_ADDRSTRLEN] = "";
	size_t len = colon ? (size_t)(colon - text) : 0;
	unsigned port = 0;

	for (const char *c = colon ? colon + 1 : ""; *c >= '0' && *c <= '9' && port < 65536; c++)
		port = port * 10 + (unsigned)(*c - '0');
	if (len >= 2 && text[0] == '[' && text[len - 1] == ']') {
		text++;
		len -= 2;
	}
	if (port == 0 || port > 65535 || len == 0 || len >= sizeof host)
		return 0;
	memcpy(host, text, len);
	to->four.sin_port = htons((uint16_t)port);
	to->any.sa_family = AF_INET;
	if (inet_pton(AF_INET, strcmp(host, "localhost") == 0 ? "127.0.0.1" : host,
		    &to->four.sin_addr) == 1)
		return sizeof to->four;
	memset(to, 0, sizeof *to);
	to->any.sa_family = AF_INET6;
	to->six.sin6_port = htons((uint16_t)port);
	return inet_pton(AF_INET6, host, &to->six.sin6_addr) == 1 ? sizeof to->six : 0;
}

static socklen_t address_of(const char *text, union address *to)
{
	memset(to, 0, sizeof *to);
	if (text[0] != '/')
		return network_address(text, to);
	if (strlen(text) >= sizeof to->local.sun_path)
		return 0;
	to->any.sa_family = AF_UNIX;
	memcpy(to->local.sun_path, text, strlen(text) + 1);
	return sizeof to->local;
}

static bool open_talk(struct talk *t, const char *where)
{
	union address address;
	socklen_t len = address_of(where, &address), size = sizeof(int);
	int error = 0;

	*t = (struct talk){ .fd = -1, .until = milliseconds() + SCANNER_SECONDS * 1000 };
	if (len == 0)
		return fail(t, "clamd.socket is no path of a socket, and no ADDRESS:PORT");
	t->fd = socket(address.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (t->fd < 0)
		return fail(t, "no socket");
	if (connect(t->fd, &address.any, len) == 0)
		return true;
	if (errno != EINPROGRESS)
		return fail(t, strerror(errno));
	if (!ready(t, POLLOUT))
		return false;
	if (getsockopt(t->fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error)
		return fail(t, error ? strerror(error) : "no connection");
	return true;
}

static void close_talk(struct talk *t)
{
	if (t->fault)
		fprintf(stderr, "soundings: virus scanner: %s\n", t->fault);
	if (t->fd >= 0)
		close(t->fd);
}

/* ---- Talking --------------------------------------------------------------------------------- */

static bool put(struct talk *t, const void *bytes, size_t len)
{
	const char *at = bytes;
	ssize_t n;

	while (len > 0) {
		n = send(t->fd, at, len, MSG_NOSIGNAL);
		if (n < 0 && errno == EAGAIN) {
			if (!ready(t, POLLOUT))
				return false;
			continue;
		}
		if (n < 0)
			return fail(t, strerror(errno));
		at += n;
		len -= (size_t)n;
	}
	return true;
}

/* INSTREAM: pieces, each behind its length; the last has none. */
static bool put_file(struct talk *t, struct bytes file)
{
	static const char command[] = "zINSTREAM"; /* z: it and the answer end in a NUL byte */
	uint32_t size;

	if (!put(t, command, sizeof command))
		return false;
	for (size_t at = 0; at < file.len; at += PIECE) {
		size_t len = file.len - at < PIECE ? file.len - at : PIECE;

		size = htonl((uint32_t)len);
		if (!put(t, &size, sizeof size) || !put(t, file.data + at, len))
			return false;
	}
	size = 0;
	return put(t, &size, sizeof size);
}

static const char *get_answer(struct talk *t, TALLOC_CTX *ctx)
{
	char answer[ANSWER_MOST + 1];
	size_t len = 0;
	ssize_t n;

	while (len < ANSWER_MOST) {
		if (!ready(t, POLLIN))
			return NULL;
		n = recv(t->fd, answer + len, ANSWER_MOST - len, 0);
		if (n < 0 && errno == EAGAIN)
			continue;
		if (n <= 0)
			break;
		len += (size_t)n;
		if (memchr(answer, '\0', len))
			return text_copy(ctx, answer);
	}
	fail(t, "it ended without an answer");
	return NULL;
}

enum scanned scanner_answer(TALLOC_CTX *ctx, const char *answer, const char **virus)
{
	static const char head[] = "stream: ", found[] = " FOUND";
	size_t len;

	if (strcmp(answer, "stream: OK") == 0)
		return SCAN_CLEAN;
	if (strncmp(answer, head, sizeof head - 1) != 0)
		return SCAN_AWAY;
	answer += sizeof head - 1;
	len = strlen(answer);
	if (len < sizeof found || strcmp(answer + len - (sizeof found - 1), found) != 0)
		return SCAN_AWAY;
	len -= sizeof found - 1;
	*virus = text_copyn(ctx, answer, len < NAME_MOST ? len : NAME_MOST);
	if (!text_is_plain(*virus))
		*virus = "unnamed";
	return SCAN_FOUND;
}

enum scanned scanner_scan(
	const struct conf *conf, TALLOC_CTX *ctx, struct bytes file, const char **virus)
{
	const char *where = conf_get(conf, "clamd.socket", NULL), *answer = NULL;
	enum scanned outcome = SCAN_AWAY;
	struct talk t;

	if (!where)
		return SCAN_NONE;
	if (open_talk(&t, where) && put_file(&t, file))
		answer = get_answer(&t, ctx);
	if (answer)
		outcome = scanner_answer(ctx, answer, virus);
	if (answer && outcome == SCAN_AWAY)
		fail(&t, text_is_plain(answer) ? answer : "an answer that is none");
	close_talk(&t);
	return outcome;
}

bool scanner_check(const struct conf *conf)
{
	const char *where = conf_get(conf, "clamd.socket", NULL);
	struct talk t;
	bool fine;

	if (!where)
		return true;
	fine = open_talk(&t, where);
	close_talk(&t);
	return fine;
}
