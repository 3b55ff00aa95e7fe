/* fcgi.c: libfcgi under an epoll loop of our own, so that connections nginx keeps open cost nothing
 * while they are idle and SIGTERM never cuts a request (design.md, traps: libfcgi). */
#include "fcgi.h"

#include <errno.h>
#include <fastcgi.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include "conf.h"

enum {
	LISTEN_FD = 0,
	PEER_SECONDS = 10,
	WATCHDOG_SECONDS = 30,
	EXPORT_SECONDS = 600,
	EXPORTS_MOST = 4,      /* at once, of one worker */
	REQUESTS_MOST = 20000, /* of one worker: what leaks in a library never adds up */
	QUIET_MS = 2000,       /* longer than the upstreams' keepalive_timeout */
	EVENTS = 32,
	RECORD_MOST = 64 * 1024
};

struct loop {
	struct server *server;
	FCGX_Request request;
	int epoll;
	int stop;      /* readable once SIGTERM came */
	int open;      /* connections that nginx keeps */
	int exports;   /* processes that send one */
	bool alone;    /* this is one of them */
	unsigned left; /* requests until this worker retires; 0: it is about to */
};

/* A request that takes too long, or a peer that stopped reading: this worker goes, its supervisor
 * starts another, and MariaDB rolls back. */
static void on_watchdog(int signal)
{
	static const char words[] = "soundings: a request took too long; this worker ends\n";
	ssize_t written = write(STDERR_FILENO, words, sizeof words - 1);

	(void)signal;
	(void)written;
	_exit(70);
}

int content_length(const char *text, bool post, size_t most, size_t *len)
{
	*len = 0;
	if (!text || !*text)
		return post ? 411 : 0;
	if (strlen(text) > 15)
		return strspn(text, "0123456789") == strlen(text) ? 413 : 400;
	for (; *text; text++) {
		if (*text < '0' || *text > '9')
			return 400;
		*len = *len * 10 + (size_t)(*text - '0');
	}
	return *len > most ? 413 : 0;
}

/* The body, whole or not at all: a cut one looks complete to libfcgi unless its length is counted.
 */
static void read_body(
	const struct server *server, FCGX_Request *request, TALLOC_CTX *ctx, struct input *in)
{
	bool post = strcmp(in->method, "POST") == 0;
	size_t len, got = 0;
	char *body;
	int n;

	in->refused = content_length(FCGX_GetParam("CONTENT_LENGTH", request->envp), post,
		serve_body_most(server, ctx, in), &len);
	if (in->refused || !post)
		return;
	body = must(talloc_size(ctx, len + 2));
	while (got <= len && (n = FCGX_GetStr(body + got, (int)(len + 1 - got), request->in)) > 0)
		got += (size_t)n;
	if (got != len || FCGX_GetError(request->in) != 0) {
		in->refused = 400;
		return;
	}
	body[len] = '\0';
	in->body = body;
	in->body_len = len;
}

static void watch(struct loop *loop, int fd, uint32_t events)
{
	struct epoll_event event = { .events = events, .data.fd = fd };

	if (epoll_ctl(loop->epoll, EPOLL_CTL_ADD, fd, &event) != 0)
		BUG(strerror(errno));
}

static void run(struct loop *);

static bool sink_fcgi(struct sink *sink, const void *bytes, size_t len)
{
	return FCGX_PutStr(bytes, (int)len, sink->to) == (int)len;
}

static void send_stream(FCGX_Request *request, struct req *r, const struct buf *head)
{
	/* The request's own stream makes records of 8 KB, each with its call of the kernel. */
	FCGX_Stream *wide =
		FCGX_CreateWriter(request->ipcFd, request->requestId, RECORD_MOST, FCGI_STDOUT);
	struct sink sink = { sink_fcgi, must(wide) };
	bool whole;

	alarm(EXPORT_SECONDS);
	FCGX_PutStr(head->data, (int)head->len, wide);
	whole = serve_stream(r, &sink) && FCGX_FFlush(wide) == 0;
	FCGX_FreeStream(&wide);
	if (whole)
		return;
	/* Broken off half-way: nginx must not take what came for the whole. Closing without
	 * END_REQUEST tells it so. */
	shutdown(request->ipcFd, SHUT_RDWR);
	request->keepConnection = 0;
}

/* In a process of its own: whoever reads an export slowly, or not at all, holds up nobody else's
 * page. It has its own connection to MariaDB, and is a retired worker of one connection afterwards:
 * nginx may have sent the next request on it already. */
_Noreturn static void export_child(struct loop *loop, struct req *r, const struct buf *head)
{
	FCGX_Request *request = &loop->request;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	loop->alone = true;
	loop->left = 0;
	loop->exports = 0;
	loop->server->db = r->db = db_new(NULL, r->conf, r->pool);
	db_use(r->db, r);
	send_stream(request, r, head);
	FCGX_Finish_r(request);
	alarm(0);
	loop->open = request->ipcFd >= 0;
	loop->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (loop->open)
		watch(loop, request->ipcFd, EPOLLIN);
	request->ipcFd = -1;
	run(loop);
	_exit(0);
}

static void reap(struct loop *loop)
{
	while (loop->exports > 0 && waitpid(-1, NULL, WNOHANG) > 0)
		loop->exports--;
}

/* Gives the request and its connection to a new process; false when there are too many already. */
static bool hand_over(struct loop *loop, struct req *r, const struct buf *head)
{
	FCGX_Request *request = &loop->request;
	pid_t child;

	reap(loop);
	child = loop->exports < EXPORTS_MOST ? fork() : -1;
	if (child == 0)
		export_child(loop, r, head);
	if (child < 0)
		return false;
	loop->exports++;
	db_clear(loop->server->db);
	/* Without a word to nginx: the other process has the same connection, and answers there. */
	epoll_ctl(loop->epoll, EPOLL_CTL_DEL, request->ipcFd, NULL);
	request->detached = 1;
	FCGX_Free(request, 1);
	return true;
}

/* Gives how long the request's body was. */
static size_t answer(struct loop *loop, TALLOC_CTX *ctx)
{
	FCGX_Request *request = &loop->request;
	struct buf head = { .ctx = ctx };
	struct input in = {
		.method = FCGX_GetParam("REQUEST_METHOD", request->envp),
		.uri = FCGX_GetParam("REQUEST_URI", request->envp),
		.content_type = FCGX_GetParam("CONTENT_TYPE", request->envp),
		.cookie = FCGX_GetParam("HTTP_COOKIE", request->envp),
		.address = loop->server->pool == POOL_STAFF
				   ? FCGX_GetParam("REMOTE_ADDR", request->envp)
				   : NULL,
	};
	struct req *r;

	if (!in.method || !in.uri) /* an aborted request comes without parameters */
		return 0;
	read_body(loop->server, request, ctx, &in);
	r = serve(loop->server, ctx, &in);
	serve_head(r, &head);
	if (r->stream && loop->alone) {
		send_stream(request, r, &head);
		return in.body_len;
	}
	if (r->stream) {
		if (hand_over(loop, r, &head))
			return in.body_len;
		serve_instead(r, 503);
		buf_reset(&head);
		serve_head(r, &head);
	}
	FCGX_PutStr(head.data, (int)head.len, request->out);
	FCGX_PutStr(buf_text(&r->content), (int)r->content.len, request->out);
	return in.body_len;
}

/* One request from a connection that has bytes to read; afterwards the connection waits in epoll
 * again, or is closed. */
static void serve_connection(struct loop *loop, int fd)
{
	FCGX_Request *request = &loop->request;
	size_t body_len;
	TALLOC_CTX *ctx;

	alarm(WATCHDOG_SECONDS);
	request->ipcFd = fd;
	request->keepConnection = 1; /* or FCGX_Accept_r would close it first */
	if (FCGX_Accept_r(request) == 0) {
		ctx = must(talloc_pool(NULL, 256 * 1024));
		body_len = answer(loop, ctx);
		if (loop->left > 0)
			loop->left--;
		FCGX_Finish_r(request);
		talloc_free(ctx);
		/* malloc would keep a file's room for the next one: tens of megabytes a worker. */
		if (body_len > BODY_MOST)
			malloc_trim(0);
	}
	if (request->ipcFd < 0)
		loop->open--;
	request->ipcFd = -1;
	alarm(0);
}

static void accept_connection(struct loop *loop)
{
	struct timeval patience = { .tv_sec = PEER_SECONDS };
	int fd = accept4(LISTEN_FD, NULL, NULL, SOCK_CLOEXEC);

	if (fd < 0)
		return; /* another worker was quicker */
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
	watch(loop, fd, EPOLLIN);
	loop->open++;
}

/* SIGTERM is an event like others, so that it never cuts a request short, however busy it is here.
 */
static int set_signals(void)
{
	struct sigaction watchdog = { .sa_handler = on_watchdog };
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	sigset_t stops;

	sigaction(SIGALRM, &watchdog, NULL);
	sigaction(SIGPIPE, &ignore, NULL);
	sigemptyset(&stops);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGINT);
	sigprocmask(SIG_BLOCK, &stops, NULL);
	return signalfd(-1, &stops, SFD_CLOEXEC);
}

/* Who has served enough, or was told to stop, takes no new connections and stays until nginx has
 * closed those it keeps (keepalive_timeout, keepalive_time) or nobody has sent anything for longer
 * than nginx would keep one. Closing them here would meet a request on its way. */
static void retire(struct loop *loop)
{
	epoll_ctl(loop->epoll, EPOLL_CTL_DEL, LISTEN_FD, NULL);
	epoll_ctl(loop->epoll, EPOLL_CTL_DEL, loop->stop, NULL);
}

static void run(struct loop *loop)
{
	struct epoll_event events[EVENTS];
	int n;

	while (loop->left > 0 || loop->open > 0 || loop->exports > 0) {
		n = epoll_wait(loop->epoll, events, EVENTS, loop->left ? -1 : QUIET_MS);
		reap(loop);
		if (n == 0 && loop->exports == 0)
			return;
		for (int i = 0; i < n; i++) {
			if (events[i].data.fd == LISTEN_FD)
				accept_connection(loop); /* no other worker was woken for it */
			else if (events[i].data.fd == loop->stop)
				loop->left = 0;
			else
				serve_connection(loop, events[i].data.fd);
		}
		if (loop->left == 0)
			retire(loop);
	}
}

/* How many requests this worker serves, up to a quarter more so that not all retire at once; 0
 * with a sentence on stderr. */
static unsigned requests_most(const struct conf *conf)
{
	const char *text = conf_get(conf, "worker.requests", NULL);
	char *end = NULL;
	unsigned long most = text ? strtoul(text, &end, 10) : REQUESTS_MOST;

	if (end && (*end || most < 4 || most > 1000000000)) {
		fprintf(stderr, "soundings: worker.requests is from 4 to 1000000000, not %s\n",
			text);
		return 0;
	}
	return (unsigned)most + randombytes_uniform((unsigned)most / 4);
}

int fcgi_serve(struct server *server)
{
	struct loop loop = { .server = server, .left = requests_most(server->conf) };

	if (loop.left == 0)
		return 1;
	if (FCGX_Init() != 0 || FCGX_InitRequest(&loop.request, -1, 0) != 0)
		return 1;
	if (FCGX_IsCGI() || fcntl(LISTEN_FD, F_SETFL, O_NONBLOCK) != 0) {
		fprintf(stderr, "soundings: serve wants a listening socket as file descriptor 0 "
				"(spawn-fcgi, systemd)\n");
		return 1;
	}
	loop.epoll = epoll_create1(EPOLL_CLOEXEC);
	ASSERT(loop.epoll >= 0);
	loop.stop = set_signals();
	ASSERT(loop.stop >= 0);
	watch(&loop, loop.stop, EPOLLIN);
	watch(&loop, LISTEN_FD, EPOLLIN | EPOLLEXCLUSIVE);
	run(&loop);
	close(loop.stop);
	close(loop.epoll);
	return 0;
}
